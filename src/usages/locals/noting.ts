/** Notes what a top-level statement says of names, from what those before it say. */
import { isKnownName } from '../../frameworks/lookup';
import { assignedValue, calleeOf, childOf, isDefinition, isRow, nameOf, nextTarget, operatorOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Word, Words } from '../../python/words';
import { layerAddedBy, telling, transformed, trimmed, withoutPlace } from '../tellingNames';
import { isCalledActivation, isLeftToCallers } from '../called/taking';
import { optionOf } from '../holding/commandLine';
import { isOfConstructor } from '../holding/handedToBase';
import { isNamespace } from '../holding/tables';
import { addedBy, isVariable, namedTargets } from '../holding/targets';
import { mayCompute, ordering } from './computing';
import { keyFilled } from './filled';
import type { Gathered } from './gathered';
import { isKnownLiteral, isString } from './knownStrings';
import { emptyPortion, type Portion } from './portion';

/** What was found up to a node. */
interface Found {
  readonly tree: SyntaxTree;
  readonly locals: Gathered;
  readonly portion: Portion;
  readonly first: Node;
  readonly words: Words;
  readonly isKnown: (word: Word) => boolean;
  readonly isKnownInPlace: (word: Word) => boolean;
  readonly isLookup: (word: Word) => boolean;
  readonly computes: (word: Word) => boolean;
  readonly isCalledActivation: (word: Word) => boolean;
  /** What the statement gives to names that nothing outside of it sees. */
  readonly aliases: Set<Word>;
  /** Where the last mention of an activation begins: what is bound to an expression that ends behind it may hold one. */
  mentioned: number;
  /** Where the last value begins that is returned and mentions one. */
  returned: number;
  /** Where the last thing begins that an activation may be computed by: a definition around it may implement one. */
  computed: number;
}

export function noteStatement(locals: Gathered, first: Node, root: Node): Portion {
  const { tree, words } = locals;
  const found: Found = {
    tree, locals, first, words, portion: emptyPortion(), aliases: new Set(), mentioned: -1, returned: -1, computed: -1, isKnown: words.answersTo(isKnownOrTrimmed),
    isKnownInPlace: words.answersTo(isKnownInPlace), isLookup: words.answersTo(isLookup), computes: words.answersTo(mayCompute),
    isCalledActivation: words.answersTo(isCalledActivation),
  };
  for (let node = first; node <= root; node++) lookAt(found, node);
  markAliases(found, root);
  locals.noted.set(root, { first, portion: found.portion });
  return found.portion;
}

function lookAt(found: Found, node: Node): void {
  const { tree } = found;
  switch (tree.kind(node)) {
    case Kind.Name:
    case Kind.Attribute:
      lookAtName(found, node, found.words.at(node));
      break;
    case Kind.String:
      if (isKnownLiteral(tree, node)) noteText(found, node);
      break;
    case Kind.ImportedName:
      alias(found, node);
      break;
    case Kind.Parameter:
      if (found.mentioned >= tree.start(node) || (tree.kind(tree.lastChild(node)) === Kind.Lambda && mayImplement(found, tree.lastChild(node)))) holdName(found, node);
      take(found, node, found.words.at(node));
      break;
    case Kind.Return:
      if (found.mentioned >= tree.start(node)) found.returned = tree.start(node);
      break;
    case Kind.Assign:
    case Kind.AnnAssign:
    case Kind.NamedExpr:
      assign(found, node);
      found.portion.bindings.push(node - found.first);
      break;
    case Kind.AugAssign:
      found.portion.bindings.push(node - found.first);
      break;
    case Kind.For:
    case Kind.ComprehensionFor:
      if (found.mentioned >= tree.start(node)) hold(found, tree.firstChild(node));
      break;
    case Kind.Call:
      append(found, node);
      add(found, node);
      declare(found, node);
      break;
    default:
      lookAtRest(found, node);
  }
}

function lookAtRest(found: Found, node: Node): void {
  const { tree } = found;
  switch (tree.kind(node)) {
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      if (found.returned >= tree.start(node)) holdName(found, node);
      found.portion.bindings.push(node - found.first);
      define(found, node);
      break;
    case Kind.ClassDef:
      define(found, node);
      break;
    case Kind.KeywordArgument:
      if (found.mentioned >= tree.start(node)) handOn(found, node);
      break;
    case Kind.DictEntry:
      if (found.mentioned >= tree.start(node)) nameEntry(found, node);
      break;
    case Kind.Comparison:
      if (ordering.includes(operatorOf(tree, node))) found.computed = tree.start(node);
  }
}

function lookAtName(found: Found, node: Node, word: Word): void {
  const isKnown = found.isKnown(word);
  if (isKnown || (found.tree.kind(node) === Kind.Attribute && found.isKnownInPlace(word))) found.locals.known[node] = 1;
  if (isKnown || found.locals.mentions.has(word) || found.isLookup(word)) found.mentioned = found.tree.start(node);
  if (found.computes(word) || (found.tree.kind(node) === Kind.Attribute && found.words.spelled[word] === 'e')) found.computed = found.tree.start(node);
}

function isKnownOrTrimmed(name: string): boolean {
  return isKnownName(name) || (trimmed(name) ?? transformed(name)) !== undefined;
}

/** Whether what is left of `out_sigmoid`, `relu1` or `add_relu` is a name that people give layers. */
function isKnownInPlace(name: string): boolean {
  return telling.test(name) && (isKnownName(withoutPlace(name)) || layerAddedBy(name) !== undefined);
}

/** A member of an enumeration may be the key of one too: `Activation.SILU.value`. */
function isLookup(name: string): boolean {
  return name === 'getattr' || (name === name.toUpperCase() && telling.test(name));
}

function noteText(found: Found, string: Node): void {
  found.locals.texts[string] = 1;
  found.mentioned = found.tree.start(string);
}

function holdName({ tree, locals, portion, first }: Found, node: Node): void {
  if (isVariable(tree, node)) {
    portion.variables.push(node - first);
    locals.holdVariable(node);
  } else {
    portion.held.push(node - first);
    locals.hold(node);
  }
}

/** `def block(n, activation)`, `activation: Callable` */
function take(found: Found, name: Node, word: Word, taking = name): void {
  if (!found.isCalledActivation(word) || !isLeftToCallers(found.tree, taking)) return;
  found.portion.taking.push(taking - found.first);
  holdName(found, name);
}

function call({ tree, words, locals, portion, first, aliases }: Found, node: Node): void {
  if (isSeenOutside(tree, node)) {
    portion.callable.push(node - first);
    locals.call(node);
  } else {
    portion.alias.push(node - first);
    aliases.add(words.at(node));
    locals.mention(node);
  }
}

/** Whether a name is one of the module; `global` may make it one anywhere. */
function isSeenOutside(tree: SyntaxTree, node: Node): boolean {
  let around = tree.parent(node);
  while (around !== NONE && !isDefinition(tree.kind(around)) && tree.kind(around) !== Kind.Lambda) around = tree.parent(around);
  return around === NONE || tree.children(childOf(tree, around, Kind.Block)).some((statement) => tree.kind(statement) === Kind.Global);
}

function isCallable({ tree, words, isKnown, locals, aliases }: Found, node: Node): boolean {
  return isKnown(words.at(node)) || aliases.has(words.at(node)) || locals.callables.has(nameOf(tree, node));
}

function markAliases({ tree, words, locals, first, aliases }: Found, root: Node): void {
  locals.aliases.fill(0, first, root + 1);
  for (let node = aliases.size === 0 ? root + 1 : first; node <= root; node++) {
    const kind = tree.kind(node);
    if ((kind === Kind.Name || kind === Kind.Attribute) && aliases.has(words.at(node))) locals.aliases[node] = 1;
  }
}

function alias(found: Found, importedName: Node): void {
  const original = found.tree.firstChild(importedName);
  const renamed = found.tree.nextSibling(original);
  if (renamed && isCallable(found, original)) call(found, renamed);
}

function assign(found: Found, node: Node): void {
  const { tree, locals } = found;
  const value = assignedValue(tree, node);
  fill(found, tree.firstChild(node));
  if (value === NONE && tree.kind(node) === Kind.AnnAssign) take(found, tree.firstChild(node), found.words.at(tree.firstChild(node)), node);
  const isText = isString({ tree, locals }, value);
  const isAlias = !isText && isCallable(found, value);
  // Rows may have what the file itself writes: `sigmoid = (lambda x: 1 / (1 + np.exp(-x)), lambda x: x * (1 - x))`.
  const held = value !== NONE && (found.mentioned >= tree.start(value) || (isRow(tree, value) && found.computed >= tree.start(value)));
  const isImplementer = tree.kind(value) === Kind.Lambda && mayImplement(found, value);
  if (!isText && !isAlias && !isImplementer && !held) return;
  for (let target = nextTarget(tree, node, NONE); target; target = nextTarget(tree, node, target)) {
    if (isText) nameString(found, target);
    if (isAlias) call(found, target);
    if (isImplementer) implement(found, target);
    if (held) hold(found, target);
  }
}

/** `super().__init__(activation="relu")` may give `self.activation`, `self.mlp = nn.ModuleDict(dict(act=nn.GELU()))` gives `self.mlp.act`, and `cfg = SimpleNamespace(act=nn.GELU)` gives `cfg.act`. */
function handOn(found: Found, argument: Node): void {
  const { tree } = found;
  if (isOfConstructor(tree, argument)) {
    holdName(found, argument);
    found.portion.bindings.push(argument - found.first);
  } else if (isNamespace(tree, tree.parent(argument)) || isNamespace(tree, tree.parent(tree.parent(argument)))) {
    holdName(found, argument);
  }
}

/** `nn.ModuleDict({"act": nn.GELU()})` */
function nameEntry({ tree, locals, portion, first }: Found, entry: Node): void {
  const name = tree.firstChild(entry);
  if (tree.kind(name) !== Kind.String || !isNamespace(tree, tree.parent(tree.parent(entry)))) return;
  portion.added.push(name - first);
  locals.holdAdded(name);
}

function hold(found: Found, target: Node): void {
  const kind = found.tree.kind(target);
  if (kind === Kind.Name || kind === Kind.Attribute) holdName(found, target);
  else for (const named of namedTargets(found.tree, target)) holdName(found, named);
}

function nameString({ locals, portion, first }: Found, target: Node): void {
  portion.strings.push(target - first);
  locals.nameString(target);
}

/** `self.acts.append(nn.ReLU())` */
function append({ tree, locals, portion, first }: Found, call: Node): void {
  const callee = calleeOf(tree, call);
  if (tree.kind(callee) !== Kind.Attribute) return;
  const method = nameOf(tree, callee);
  if (method !== 'append' && method !== 'extend' && method !== 'insert') return;
  const row = tree.firstChild(callee);
  const item = method === 'append' ? tree.nextSibling(callee) : NONE;
  portion.appended.push({ row: row - first, item: item === NONE ? undefined : item - first });
  locals.append(row, item);
}

/** `self.add_module("act", nn.ReLU())` */
function add({ tree, locals, portion, first, mentioned }: Found, call: Node): void {
  const added = mentioned >= tree.start(call) ? addedBy(tree, call) : undefined;
  if (added === undefined || mentioned < tree.start(added.value)) return;
  portion.added.push(added.name - first);
  portion.bindings.push(call - first);
  locals.holdAdded(added.name);
}

/** `parser.add_argument("--act", default="gelu")` */
function declare({ tree, locals, portion, first, mentioned }: Found, call: Node): void {
  if (mentioned < tree.start(call)) return;
  const option = optionOf(tree, call);
  if (option === undefined || !isString({ tree, locals }, option.value)) return;
  portion.options.push(call - first);
  locals.declareOption(call);
}

function fill({ tree, locals, portion, first }: Found, target: Node): void {
  if (keyFilled(tree, target) === undefined) return;
  portion.filled.push(target - first);
  locals.fill(target);
}

function define(found: Found, definition: Node): void {
  if (mayImplement(found, definition)) implement(found, definition);
}

function implement({ locals, portion, first }: Found, node: Node): void {
  portion.implementing.push(node - first);
  locals.implement(node);
}

/** Longer definitions implement more than an activation. */
const longest = 4000;

/** Whether a FunctionDef, ClassDef or Lambda may be one of an activation. */
function mayImplement({ tree, computed }: Found, definition: Node): boolean {
  return computed >= tree.start(definition) && tree.end(definition) - tree.start(definition) <= longest;
}
