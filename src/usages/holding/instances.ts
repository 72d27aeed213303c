/** Calls of what holds an activation, and arguments that it is: `self.act(x)` after `self.act = nn.GELU()`, `act_layer()` for a parameter `act_layer=nn.GELU`. */
import { customaryCarriers } from '../../frameworks/lookup';
import { stringContent, stringValue } from '../../python/literals';
import { callArguments, calleeOf, callOf, nameOf, nameRange } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { askedByText, textAsked } from './attributeHolding';
import { valueOfAttribute } from './attributes';
import { keptIn } from '../called/frame';
import { eitherWay, holdingOf } from './held';
import { foundAt, isActive, isHandWritten, meaningOfHeld, type Held, type Hold } from './holding';
import { growsLayers, hasNamedLayer, isRowOfLayers, isRowOfParts, putsInRow, putsInSome, withoutName } from './layerRows';
import { lookupAt, type Lookup } from './lookups';
import { itemHolding } from './rows';
import { tableAsked } from './settingsWritten';
import { isString } from '../locals/knownStrings';
import { mayHold } from '../locals/locals';
import { parameterOfOwn } from '../strings/ownParameters';
import { applications, telling } from '../tellingNames';
import { textAround } from './textAround';
import { carriersOf, isBuiltIn, qualifiedNames, spanOf, type Reading } from '../reading';
import type { Span, Usage } from '../usage';

export function findInstanceCall(reading: Reading, call: Node): Usage | undefined {
  const { tree } = reading;
  const called = mapped(tree, calleeOf(tree, call));
  const callee = appliedBy(reading, called);
  if (tree.kind(callee) === Kind.Call) return calledByText(reading, call, callee);
  const named = rowOf(tree, rowOf(tree, callee));
  if (!mayHold(reading, named)) return undefined;
  if (named !== callee && stringValue(tree, tree.lastChild(callee)) !== undefined) return undefined;
  if (foundAt(reading, callee) || eitherWay(reading, callee)) return undefined;
  const held = holdingOf(reading, callee);
  const span = nameRange(tree, named);
  if (held === undefined || held === 'nothing' || !isActive(held) || span === undefined) return undefined;
  if (callee !== called && !isAppliedByMethod(held)) return undefined;
  return held.found.isOwn === true && isDefinition(reading, callee) ? undefined : usageOf(reading, call, held, { form: 'instance', span, call });
}

/** `self.act` of `jax.vmap(self.act)(x)`, however often it is mapped: it is called on each item. */
function mapped(tree: SyntaxTree, callee: Node): Node {
  let inner = callee;
  while (tree.kind(inner) === Kind.Call && /^(filter_)?vmap$/.test(nameOf(tree, calleeOf(tree, inner)))) inner = tree.nextSibling(calleeOf(tree, inner));
  return tree.kind(inner) === Kind.Attribute || tree.kind(inner) === Kind.Name ? inner : callee;
}

/** `self.acts` of `self.acts[0]`; what stands in no row, as it is. */
function rowOf(tree: SyntaxTree, node: Node): Node {
  return tree.kind(node) === Kind.Subscript ? tree.firstChild(node) : node;
}

/** An object, or a class of the project, which may do without objects: `self.act.fn(x)` after `self.act = Sigmoid`. */
function isAppliedByMethod({ stage, found }: Held): boolean {
  return stage === 'instance' || (stage === 'class' && (found.isInferred === true || found.isOwn === true));
}

/** `getattr(self, f"act{i}")(x)` */
function calledByText(reading: Reading, call: Node, asked: Node): Usage | undefined {
  const text = textAsked(reading, asked)?.text;
  const held = text === undefined ? undefined : askedByText(reading, asked, (inner, within = reading) => holdingOf(within, inner));
  if (text === undefined || held === undefined || held === 'nothing' || !isActive(held)) return undefined;
  return usageOf(reading, call, held, { form: 'instance', span: spanOf(reading.tree, text), call });
}

/** What `self.relu.forward(x)` calls is what `self.relu(x)` does; not `apply`, which a module gives a function to. */
function appliedBy(reading: Reading, callee: Node): Node {
  const { tree } = reading;
  const receiver = tree.kind(callee) === Kind.Attribute && applications.has(nameOf(tree, callee)) ? tree.firstChild(callee) : NONE;
  // BERT keeps its attention to itself as `self.self`, which makes no holder of the object.
  const mayApply = (tree.kind(receiver) === Kind.Name && nameOf(tree, receiver) !== 'self') || tree.kind(receiver) === Kind.Attribute;
  return mayApply && mayHold(reading, receiver) ? receiver : callee;
}

/** `block(act_layer=act)` after `act = nn.GELU()`, and `def block(act_layer=act)`: what holds an activation is passed where one is taken. */
export function findHeldArgument(reading: Reading, argument: Node): Usage | undefined {
  const { tree } = reading;
  const value = tree.lastChild(argument);
  return mayHold(reading, rowOf(tree, value)) && takesHeld(reading, nameOf(tree, argument)) ? passedOn(reading, value, 'argument') : undefined;
}

/** Initialisers take a string for their `nonlinearity`; what takes anything else is a layer. */
function takesHeld({ scope }: Reading, name: string): boolean {
  return name === 'nonlinearity' || customaryCarriers(name, scope).length > 0;
}

/** The same by position, where it is known what a callable takes there: `layers.Activation(act)`. */
export function findHeldByPosition(reading: Reading, call: Node): readonly Usage[] {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  if (putsInRow(tree, call)) return heldAmong(reading, tree.nextSibling(callee), 'layers');
  if (putsInSome(tree, call)) return heldAmong(reading, tree.nextSibling(callee), growsLayers(reading, call) ? 'layers' : 'anything');
  const found: Usage[] = [];
  let position = 0;
  for (let value = tree.nextSibling(callee); positional.includes(tree.kind(value)); value = tree.nextSibling(value), position++) {
    if (!mayHold(reading, value)) continue;
    const takes = isAppliedBy(nameOf(tree, callee), position) || isPartOfNew(tree, callee, value) || isAskedFor(reading, call, value, position)
      || carriersOf(qualifiedNames(reading, callee)).some(({ carrier }) => carrier.position === position);
    const usage = takes ? passedOn(reading, value, 'argument') : undefined;
    if (usage) found.push(usage);
  }
  return found;
}

/** `Highway(128, self.relu)`: what an object keeps is handed to a new one. */
function isPartOfNew(tree: SyntaxTree, callee: Node, value: Node): boolean {
  const name = nameOf(tree, callee);
  return tree.kind(value) === Kind.Attribute && /^[A-Z]\w*[a-z]/.test(name) && !/(Error|Exception|Warning|Hook|Counter|Profiler)$/.test(name);
}

/** `block(self.norm, self.relu, x)`, where the file's own `def block(norm, relu, x)` asks for one. */
function isAskedFor(reading: Reading, call: Node, value: Node, position: number): boolean {
  if (reading.tree.kind(value) !== Kind.Attribute) return false;
  const name = parameterOfOwn(reading, call, undefined, position)?.name;
  return name !== undefined && (takesHeld(reading, name) || telling.test(name));
}

const positional: readonly Kind[] = [Kind.Name, Kind.Attribute, Kind.Number];
/** What applies what it gets: `checkpoint(self.act, x)`, `map(act, layers)`, and a matrix of the project's own the other way round, `Matrix.map(sums, self.act)`. */
function isAppliedBy(name: string, position: number): boolean {
  return position === 0 ? /^(Activation|checkpoint|map|vectorize|applyfunc)$/.test(name) : position === 1 && name === 'map';
}

/** A row of layers in which one is made anew: `[nn.Linear(3, 3), act]`. */
export function findHeldInRow(reading: Reading, row: Node): readonly Usage[] {
  const { tree } = reading;
  if (!holdsSome(reading, row)) return none;
  if (isRowOfLayers(tree, row) || hasNamedLayer(reading, row)) return heldAmong(reading, tree.firstChild(row), 'layers');
  return isRowOfParts(tree, row) ? heldAmong(reading, tree.firstChild(row), 'anything') : none;
}

/** Whether anything in a row may hold an activation: a cheap test, since most lists are of numbers and words. */
function holdsSome(reading: Reading, row: Node): boolean {
  const { tree } = reading;
  for (let item = tree.firstChild(row); item; item = tree.nextSibling(item)) if (mayHold(reading, withoutName(tree, item))) return true;
  return false;
}

/** A part that an object keeps is a layer of it, whatever it is put into. */
function isPart({ tree }: Reading, value: Node, { stage }: Held): boolean {
  return tree.kind(value) === Kind.Attribute && stage === 'instance';
}

function heldAmong(reading: Reading, first: Node, whither: Whither): readonly Usage[] {
  const { tree } = reading;
  const found: Usage[] = [];
  for (let value = first; value; value = tree.nextSibling(value)) {
    const layer = withoutName(tree, value);
    const usage = mayHold(reading, layer) ? passedOn(reading, layer, whither) : undefined;
    if (usage) found.push(usage);
  }
  return found;
}

const none: readonly Usage[] = [];

/** Where something is handed on: as an argument, among layers that follow one another, or into what may be of anything. */
type Whither = 'argument' | 'layers' | 'anything';

function passedOn(reading: Reading, value: Node, whither: Whither): Usage | undefined {
  const { tree } = reading;
  if (foundAt(reading, value) || eitherWay(reading, value)) return undefined;
  const isOfRow = tree.kind(value) === Kind.Subscript;
  if (isOfRow && lookupAt(reading, value, (inner, within = reading) => holdingOf(within, inner))) return undefined;
  const held = holdingOf(reading, value);
  const span = nameRange(tree, rowOf(tree, value));
  if (held === undefined || held === 'nothing' || span === undefined || !isActive(held)) return undefined;
  if (whither === 'anything' && !isPart(reading, value, held)) return undefined;
  if (isDefinition(reading, value) && !isLambda(reading, value)) return undefined;
  return held.certain || isApplied(held, whither) || isLambda(reading, value) ? usageOf(reading, value, held, { form: 'instance', span }) : undefined;
}

/** A layer among others is applied, also where only a default says which one it is. */
function isApplied({ stage }: Held, whither: Whither): boolean {
  return whither !== 'argument' && stage !== 'class';
}

/** Whether a name is that of a definition itself, whose calls are no later ones. */
function isDefinition(reading: Reading, callee: Node): boolean {
  const { tree, names } = reading;
  if (tree.kind(callee) === Kind.Attribute) return tree.kind(valueOfAttribute(reading, callee)) === Kind.FunctionDef;
  return names.definitionNamed(callee) !== NONE || isLambda(reading, callee);
}

/** Whether a name stands for a lambda: one that applies an activation is handed on as that. */
function isLambda({ tree, names }: Reading, name: Node): boolean {
  return tree.kind(name) === Kind.Name && tree.kind(names.valueOf(name)) === Kind.Lambda;
}

/** The string of `ACTS["relu"]`, `getattr(nn, "GELU")`, `get_act_layer("silu")`. */
export function findLookup(reading: Reading, node: Node): Usage | undefined {
  const { tree } = reading;
  if (tree.kind(node) === Kind.Call ? !mayLookUp(reading, node) : isFilled(tree, node)) return undefined;
  const hold: Hold = (inner, within = reading) => holdingOf(within, inner);
  const lookup = lookupAt(reading, node, hold) ?? pairNamed(reading, node, hold);
  if (lookup === undefined) return undefined;
  if (lookup.key === NONE) return givenBy(reading, node, lookup.held);
  if (stringValue(tree, lookup.key) === undefined) return inPlace(reading, node, lookup);
  const span = tree.kind(lookup.key) === Kind.String ? stringContent(tree, lookup.key) : spanOf(tree, lookup.key);
  // `getattr(nn, "ELU")(0.5)`: what is looked up is called at once, and these are its arguments.
  return usageOf(reading, lookup.key, lookup.held, { form: 'string', span, ...(isCallee(tree, node) ? { call: tree.parent(node) } : {}) });
}

/** `ACTS["silu"] = nn.SiLU` gives a table what others look up in it, and `del ACTS["silu"]` takes it out. */
function isFilled(tree: SyntaxTree, subscript: Node): boolean {
  const parent = tree.parent(subscript);
  if (tree.kind(parent) === Kind.Delete) return true;
  return tree.kind(parent) === Kind.Assign && tree.lastChild(parent) !== subscript;
}

/** `ACTS["tanh"]`, where the table has an activation with its derivative under the name. */
function pairNamed(reading: Reading, subscript: Node, hold: Hold): Lookup | undefined {
  const { tree } = reading;
  const key = tree.kind(subscript) === Kind.Subscript ? tree.lastChild(subscript) : NONE;
  const held = isString(reading, key) ? itemHolding(reading, subscript, 0, hold) : undefined;
  return held === undefined || held === 'nothing' || held.stage !== 'function' ? undefined : { key, held };
}

/** A variable is not where the word stands; what it looks up is used here where nothing keeps it for later: `Sequential(get_act(act))`, `getattr(nn, act)()`. */
function inPlace(reading: Reading, node: Node, { key, held }: Lookup): Usage | undefined {
  const { tree } = reading;
  const callee = tree.firstChild(node);
  const isByText = isBuiltIn(reading, callee, 'getattr') || isBuiltIn(reading, callee, 'eval');
  const span = isByText ? spanOfKey(tree, keptIn(tree, key)) : nameRange(tree, callee);
  if (!span || !isActive(held)) return undefined;
  const parent = tree.parent(node);
  if (isCallee(tree, node)) return usageOf(reading, parent, held, { form: 'instance', span, call: parent });
  return isPassedOn(tree, node) ? usageOf(reading, node, held, { form: 'instance', span }) : undefined;
}

function isCallee(tree: SyntaxTree, node: Node): boolean {
  return callOf(tree, node) !== NONE;
}

/** Whether an expression is handed to a call or kept in a row. */
function isPassedOn(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(tree.parent(node));
  return kind === Kind.Call ? !isCallee(tree, node) : kind === Kind.KeywordArgument || kind === Kind.List || kind === Kind.Tuple;
}

/** Whether a call passes a literal, or nothing, or what may be a name: what is called with tensors looks nothing up. */
function mayLookUp(reading: Reading, call: Node): boolean {
  const { tree } = reading;
  const first = tree.nextSibling(calleeOf(tree, call));
  const mayBeName = (argument: Node): boolean => mayHold(reading, keyIn(tree, valueOf(tree, argument)));
  if ((isPassedOn(tree, call) || isCallee(tree, call)) && [first, tree.nextSibling(first)].some(mayBeName)) return true;
  for (let argument = first; argument; argument = tree.nextSibling(argument)) {
    if (literals.includes(tree.kind(valueOf(tree, argument)))) return true;
  }
  return first === NONE || tree.kind(first) === Kind.DoubleStarred;
}

/** What an argument passes, by its keyword or its place. */
function valueOf(tree: SyntaxTree, argument: Node): Node {
  return tree.kind(argument) === Kind.KeywordArgument ? tree.firstChild(argument) : argument;
}

/** `act` in `get_act(act.lower())` and `eval(f"nn.{act}()")`, `cfg` in `getattr(nn, cfg["type"])`. */
function keyIn(tree: SyntaxTree, key: Node): Node {
  const kept = keptIn(tree, textAround(tree, key)?.key ?? key);
  return tableAsked(tree, kept) || kept;
}

/** The name of a variable, or all of what takes a text out of a table. */
function spanOfKey(tree: SyntaxTree, key: Node): Span | undefined {
  return tableAsked(tree, key) === NONE ? nameRange(tree, key) : spanOf(tree, key);
}

const literals: readonly Kind[] = [Kind.String, Kind.Concatenation, Kind.Number, Kind.True, Kind.False, Kind.NoneLiteral];

/** A call of the file's own function that gives an activation: `default_act()`. */
function givenBy(reading: Reading, call: Node, held: Held): Usage | undefined {
  const span = nameRange(reading.tree, calleeOf(reading.tree, call));
  return span && isActive(held) ? usageOf(reading, call, held, { form: 'instance', span }) : undefined;
}

interface Use {
  readonly form: Usage['form'];
  readonly span: Span;
  /** The call whose arguments count, where it has them. */
  readonly call?: Node;
}

function usageOf(reading: Reading, expression: Node, held: Held, { form, span, call }: Use): Usage | undefined {
  const { tree, names } = reading;
  const meaning = meaningOfHeld(reading, held, call === undefined ? [] : callArguments(tree, call));
  if (meaning === undefined || (held.found.isOwn === true && !meaning.isUsual)) return undefined;
  return {
    activation: meaning.activation,
    framework: held.found.framework.id,
    symbol: held.found.symbol.name,
    form,
    certainty: isHandWritten(held.found) ? 'hand-written' : held.certain && meaning.certain && held.found.isInferred !== true ? 'resolved' : 'inferred',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, expression),
    scope: names.scopePath(expression),
  };
}
