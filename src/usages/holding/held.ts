/**
 * What an expression holds, where calling it computes an activation: `nn.GELU`, `partial(nn.LeakyReLU, 0.2)`,
 * `act_layer()`, `self.act`. Order of execution is followed within a block alone: a variable holds one activation, or nothing is known.
 */
import { documentedName, isKnownName } from '../../frameworks/lookup';
import { literalValue, stringValue } from '../../python/literals';
import { callArguments, calleeOf, hasDefault, nameOf, type Argument } from '../../python/parts';
import type { Binding } from '../../python/scopes';
import { Kind, NONE, type Node, Operator, type SyntaxTree } from '../../python/syntax';
import { appliedFunction } from './appliedFunction';
import { askedByText, attributeHolding } from './attributeHolding';
import { customaryLookup, givesClass } from './lookupNames';
import { lambdaHolding } from './lambdaHolding';
import { keptByBase, lookupAt, memberHolding } from './lookups';
import { agreed, foundAt, heldSymbol, joined, sameModule, uncertain, type Hold, type Held, type Holding } from './holding';
import { keptIn, valueInFrame } from '../called/frame';
import { heldByCallers } from '../called/byCallers';
import { isReached, truthByDefault } from '../called/defaults';
import { truthIn } from '../called/truth';
import { anyOf } from '../eitherOf';
import { ownSymbol } from '../formulas/ownSymbols';
import { isString } from '../locals/knownStrings';
import { mayHold } from '../locals/locals';
import { itemHolding, onlyLayer, takenHolding } from './rows';
import { partNamed } from './tables';
import { isOvertaken, latestBinding } from '../order';
import { noteCircle, qualifiedNames, type Reading } from '../reading';

/** Nobody passes an activation on more often. */
const deepest = 16;

export function holdingOf(reading: Reading, node: Node, depth = 0): Holding {
  const { tree } = reading;
  if (depth > deepest) {
    tree.dependencies?.bindToOrder(node);
    return undefined;
  }
  const hold: Hold = (inner, within = reading) => holdingOf(within, inner, depth + 1);
  switch (tree.kind(node)) {
    case Kind.NoneLiteral:
    case Kind.True:
    case Kind.False:
      return 'nothing';
    case Kind.Name:
      return named(reading, node) ?? variableHolding(reading, node, hold);
    case Kind.Attribute:
      return named(reading, node) ?? heldByOwner(reading, node, hold);
    case Kind.Call:
      return callHolding(reading, node, hold);
    case Kind.Subscript:
      return lookupAt(reading, node, hold)?.held ?? constantHolding(reading, node) ?? placeHolding(reading, node, hold);
    case Kind.Lambda:
      return lambdaHolding(reading, node, hold);
    case Kind.FunctionDef:
    case Kind.ClassDef:
      return ownHolding(reading, node);
    default:
      return choiceHolding(reading, node, hold);
  }
}

function heldByOwner(reading: Reading, attribute: Node, hold: Hold): Holding {
  const held = appliedFunction(reading, attribute) ?? attributeHolding(reading, attribute, hold) ?? memberHolding(reading, attribute);
  const part = mayHold(reading, attribute) ? partNamed(reading, attribute) : NONE;
  return part === NONE ? held : agreed(reading, [...held === undefined ? [] : [held], hold(part)]);
}

/** What an expression holds that is one of several, or handed on. */
function choiceHolding(reading: Reading, node: Node, hold: Hold): Holding {
  const { tree } = reading;
  switch (tree.kind(node)) {
    case Kind.IfExp: {
      const [body = NONE, test = NONE, orElse = NONE] = tree.children(node);
      const truth = reading.frame ? truthIn(reading, test) : undefined;
      if (truth !== undefined) return hold(truth ? body : orElse);
      const either = agreed(reading, [body, orElse].map((branch) => hold(branch)));
      if (either !== undefined || reading.frame) return either;
      const isUsual = truthByDefault(reading, test, tree.start(node));
      return isUsual === undefined ? undefined : uncertain(hold(isUsual ? body : orElse));
    }
    case Kind.BoolOp:
      return fallback(reading, node, hold);
    case Kind.KeywordArgument:
      return keptByBase(reading, node, hold);
    case Kind.NamedExpr:
      return hold(tree.lastChild(node));
    default:
      return undefined;
  }
}

function named(reading: Reading, node: Node): Held | undefined {
  const found = foundAt(reading, node);
  return found && heldSymbol(found);
}

/** What the file itself defines as an activation. */
function ownHolding(reading: Reading, definition: Node): Holding {
  const mayImplement = reading.tree.kind(definition) === Kind.Lambda || reading.locals.implementers.has(nameOf(reading.tree, definition));
  const found = mayImplement ? ownSymbol(reading, definition) : undefined;
  return found && heldSymbol(found);
}

/**
 * A class or function that comes from a library where that has it, and is else defined by the file: `if hasattr(nn, "SiLU")`;
 * so does what is called as an activation and is bound to one of either: `silu = F.silu if new else of_mine`.
 */
export function eitherWay(reading: Reading, name: Node): Held | undefined {
  const { tree, names } = reading;
  if (tree.kind(name) !== Kind.Name || !names.isBoundAgain(name)) return undefined;
  if (!isKnownName(nameOf(tree, name)) && names.bindingsHeard(name).every(({ role }) => role !== 'definition')) return undefined;
  const holding = variableHolding(reading, name, (inner, within = reading) => holdingOf(within, inner, 1));
  if (holding === undefined || holding === 'nothing' || holding.stage === 'instance') return undefined;
  return holding.certain ? holding : { ...holding, found: { ...holding.found, isInferred: true } };
}

/** `Act[Act.RELU]` gives the class that a factory keeps under its own constant. */
function constantHolding(reading: Reading, subscript: Node): Holding {
  const [table = NONE, key = NONE] = reading.tree.children(subscript);
  const found = foundAt(reading, key);
  const [name] = qualifiedNames(reading, table);
  return found && name !== undefined && found.symbol.name.startsWith(`${documentedName(name)}.`) ? { ...heldSymbol(found), stage: 'class' } : undefined;
}

/** `self.acts[0]`, `acts[i]` */
function placeHolding(reading: Reading, subscript: Node, hold: Hold): Holding {
  const [row = NONE, index = NONE] = reading.tree.children(subscript);
  const place = literalValue(reading.tree, index);
  const isPlace = place === undefined ? [Kind.Name, Kind.BinOp, Kind.Attribute].includes(reading.tree.kind(index)) : typeof place === 'number';
  return isPlace ? itemHolding(reading, row, typeof place === 'number' ? place : undefined, hold) : undefined;
}

/** More bindings than anyone gives one variable. */
const most = 32;

function variableHolding(reading: Reading, name: Node, hold: Hold): Holding {
  const { tree, names, variables, locals, shared } = reading;
  const value = valueInFrame(reading, name);
  if (value) return value.holding;
  if (!locals.holders.has(nameOf(tree, name))) return undefined;
  const all = names.bindingsHeard(name);
  if (all.length > most) return undefined;
  for (const { node } of all) tree.dependencies?.listen(name, node);
  const latest = latestBinding(tree, name, all);
  const bindings = latest ? [latest] : all;
  const asked = latest ?? all;
  if (variables.has(asked)) {
    noteCircle(reading, asked, name);
    return variables.get(asked);
  }
  // A variable that is asked for while it is looked at, as in `act = act or nn.GELU`, adds nothing to itself.
  variables.set(asked, 'nothing');
  shared.open.push(asked);
  const telling = bindings.filter((binding) => binding.role !== 'declaration' && !isOvertaken(tree, binding));
  const parameters = telling.filter(({ node }) => tree.kind(node) === Kind.Parameter);
  const heldBy = (some: readonly Binding[], isKey: boolean): Holding => agreed(reading, some.map(({ node, role, value }) => {
    if (role === 'value') return hold(value);
    if (role === 'definition') return hold(node);
    return tree.kind(node) === Kind.Parameter ? defaultHolding(reading, node, isKey, hold) : takenHolding(reading, node, hold);
  }));
  const held = heldBy(telling, isLookedUp(tree, telling, name)) ?? byDefault(reading, telling, heldBy);
  const holding = parameters.length > 0 ? uncertain(held) : held;
  variables.set(asked, holding);
  shared.open.pop();
  return holding;
}

/** What is left of several bindings where conditions go as the defaults have it; a parameter is then only what they ask for. */
function byDefault(reading: Reading, bindings: readonly Binding[], heldBy: (some: readonly Binding[], isKey: boolean) => Holding): Holding {
  const reached = bindings.filter(({ node }) => isReached(reading, node));
  return reached.length < bindings.length ? uncertain(heldBy(reached, reached.some(({ role }) => role === 'value'))) : undefined;
}

/** Whether a parameter is only the key of what its name then stands for: `act = ACTS[act]`, `act = F.relu if act == "relu" else F.gelu`. */
function isLookedUp(tree: SyntaxTree, bindings: readonly Binding[], name: Node): boolean {
  const [value, other] = bindings.filter(({ role }) => role === 'value').map((binding) => binding.value);
  if (value === undefined || other !== undefined) return false;
  const key = keptIn(tree, tree.kind(value) === Kind.IfExp ? comparedIn(tree, value) : tree.lastChild(value));
  return tree.kind(key) === Kind.Name && nameOf(tree, key) === nameOf(tree, name);
}

/** `act` in `F.relu if act == "relu" else F.gelu`, or `NONE`. */
function comparedIn(tree: SyntaxTree, choice: Node): Node {
  const test = tree.nextSibling(tree.firstChild(choice));
  return tree.kind(test) === Kind.Compare ? tree.firstChild(test) : NONE;
}

/** What a parameter holds unless a caller passes another; a string that is looked up is not what is called later. */
function defaultHolding(reading: Reading, parameter: Node, isKey: boolean, hold: Hold): Holding {
  const { tree } = reading;
  const value = tree.lastChild(parameter);
  if (isString(reading, value)) return isKey ? 'nothing' : undefined;
  const held = heldByCallers(reading, parameter, hold);
  return held ?? (hasDefault(tree, parameter) ? hold(value) : undefined);
}

/** `act or nn.GELU` is the last operand where the others say nothing. */
function fallback(reading: Reading, node: Node, hold: Hold): Holding {
  const { tree } = reading;
  if (tree.data(node) !== Operator.Or) return undefined;
  return uncertain(agreed(reading, tree.children(node).map((operand) => (isLeftOut(reading, operand) ? 'nothing' : hold(operand)))));
}

/** Whether a name is a parameter that callers may leave out: `force_act_layer` with its `None`. */
function isLeftOut(reading: Reading, name: Node): boolean {
  const { tree, names } = reading;
  if (valueInFrame(reading, name)) return false;
  const [binding, other] = tree.kind(name) === Kind.Name ? names.bindingsOf(name) : [];
  return binding !== undefined && other === undefined && tree.kind(binding.node) === Kind.Parameter && tree.kind(tree.lastChild(binding.node)) === Kind.NoneLiteral;
}

function instanceOnly(holding: Holding): Holding {
  return holding !== undefined && holding !== 'nothing' && holding.stage === 'instance' ? holding : undefined;
}

function callHolding(reading: Reading, call: Node, hold: Hold): Holding {
  return lookupAt(reading, call, hold)?.held ?? askedByText(reading, call, hold) ?? givenByCall(reading, call, hold);
}

function givenByCall(reading: Reading, call: Node, hold: Hold): Holding {
  const { tree, names } = reading;
  const callee = calleeOf(tree, call);
  const written = callArguments(tree, call);
  const [first, ...others] = written;
  const only = onlyLayer(reading, call);
  if (only !== NONE) return instanceOnly(hold(only));
  const fallback = fallbackOf(reading, callee, written, hold);
  if (fallback !== undefined) return fallback;
  if (first && first.keyword === undefined && first.stars === 0 && isPassedThrough(tree, callee)) {
    const held = hold(first.value);
    const isPartial = names.qualifiedName(callee) === 'functools.partial';
    if (isWrapper(names.qualifiedName(callee))) return held;
    if (isPartial || nameOf(tree, callee) === 'staticmethod') return withArguments(held, isPartial ? others : []);
    if (customaryLookup.test(nameOf(tree, callee))) return uncertain(madeBy(held, nameOf(tree, callee), others));
  }
  if (tree.kind(callee) === Kind.Attribute && sameModule.test(nameOf(tree, callee))) return instanceOnly(hold(tree.firstChild(callee)));
  if (nameOf(tree, callee) === 'field') return uncertain(holdOfField(written, hold));
  const made = hold(callee);
  return made !== undefined && made !== 'nothing' && makesInstance(tree, made, written) ? { ...made, written: joined(made.written, written), stage: 'instance' } : undefined;
}

/** What other code of the project calls so is not known to be a class: called with nothing it makes a layer, or with options alone, with what was just computed it applies one. */
function makesInstance(tree: SyntaxTree, { found, stage }: Held, written: readonly Argument[]): boolean {
  const isOfProject = found.isInferred === true && found.isOwn !== true;
  if (stage === 'class') return !isOfProject || ![Kind.Call, Kind.BinOp].includes(tree.kind(written[0]?.value ?? NONE));
  return isOfProject && written.every(({ keyword }) => keyword !== undefined);
}

/** `kwargs.pop("activation", nn.ReLU)`, or `default(act, nn.GELU)`, which is what some people write for `act or nn.GELU`. */
function fallbackOf(reading: Reading, callee: Node, written: readonly Argument[], hold: Hold): Holding {
  const { tree } = reading;
  const [key, fallback, other] = written;
  if (key === undefined || fallback === undefined || other !== undefined) return undefined;
  if (nameOf(tree, callee) === 'default') return uncertain(agreed(reading, written.map(({ value }) => hold(value))));
  const isTakenOut = tree.kind(callee) === Kind.Attribute && /^(pop|get)$/.test(nameOf(tree, callee));
  return isTakenOut && /act|nonlin|non_lin/i.test(stringValue(tree, key.value) ?? '') ? uncertain(hold(fallback.value)) : undefined;
}

/** A field of a dataclass holds its default unless its constructor is given another: `act: Callable = field(default=jax.nn.relu)`. */
function holdOfField(written: readonly Argument[], hold: Hold): Holding {
  const value = written.find(({ keyword }) => keyword === 'default')?.value;
  return value === undefined ? undefined : hold(value);
}

/** What gives back what it is given, compiled, mapped over an axis, as a layer, or copied; what applies it at once is none. */
function isWrapper(name: string | undefined): boolean {
  return name !== undefined && wrappers.test(documentedName(name));
}

const wrapping = anyOf('jax equinox flax haiku torch tf tensorflow keras paddle mindspore mlx numpy numba copy');
const wrapper = anyOf('jit njit vmap pmap filter_jit filter_vmap script script_if_tracing compile function to_static vectorize Lambda Activation deepcopy copy');
const wrappers = new RegExp(`^${wrapping}\\.(\\w+\\.)*${wrapper}$`);

/** What `create_act_layer(act_layer)` gives where its parameter holds an activation; a string it looks up is no `held`. */
function madeBy(holding: Holding, called: string, others: readonly Argument[]): Holding {
  if (holding === undefined || holding === 'nothing' || holding.stage !== 'class' || givesClass(called)) return holding;
  return { ...holding, written: joined(holding.written, others), stage: 'instance' };
}

function isPassedThrough(tree: SyntaxTree, callee: Node): boolean {
  return tree.kind(callee) === Kind.Name || tree.kind(callee) === Kind.Attribute;
}

function withArguments(holding: Holding, more: readonly Argument[]): Holding {
  return holding === undefined || holding === 'nothing' ? holding : { ...holding, written: joined(holding.written, more) };
}
