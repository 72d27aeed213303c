/** Names that a file gives to activations, so that all its other names need not be resolved. */
import { isKnownName, isKnownString, mayBeKnownString } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { assignedValue, calleeOf, nameOf, nextTarget, operatorOf } from '../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../python/syntax';
import { WordSet, wordsOf, type Word, type Words } from '../python/words';
import { telling, trimmed, withoutPlace } from './conventions';
import { namedTargets } from './targets';

export interface Locals {
  /** `r` in `from torch.nn.functional import relu as r`, `Act` in `Act = nn.GELU`. */
  readonly callables: ReadonlySet<string>;
  /** The callables, and names of definitions that may implement an activation. */
  readonly called: Pick<WordSet, 'has'>;
  /** `hidden` in `hidden = "relu"`. */
  readonly strings: ReadonlySet<string>;
  /** 1 for the Names and Attributes that may be a framework's name of an activation. */
  readonly known: Uint8Array;
  /** 1 for the Strings that stand for an activation somewhere. */
  readonly texts: Uint8Array;
  /** Variables, parameters and attributes whose value mentions an activation: `act` in `self.act = nn.GELU()`. */
  readonly holders: ReadonlySet<string>;
  /** What is appended to rows, by the name of the row; `NONE` among it for what is not known. */
  readonly appended: ReadonlyMap<string, readonly Node[]>;
  /** Names of definitions that may implement an activation. */
  readonly implementers: ReadonlySet<string>;
  /** All that may give a variable or attribute its value: assignments and definitions of functions. */
  readonly bindings: readonly Node[];
}

/** What was found up to a node. */
interface Found extends Locals {
  readonly tree: SyntaxTree;
  readonly words: Words;
  readonly isKnown: (word: Word) => boolean;
  readonly isKnownInPlace: (word: Word) => boolean;
  readonly isLookup: (word: Word) => boolean;
  /** The callables and the holders. */
  readonly mentions: WordSet;
  readonly called: WordSet;
  readonly callables: Set<string>;
  readonly strings: Set<string>;
  readonly holders: Set<string>;
  readonly implementers: Set<string>;
  readonly appended: Map<string, Node[]>;
  readonly bindings: Node[];
  /** Where the last mention of an activation begins: what is bound to an expression that ends behind it may hold one. */
  mentioned: number;
  /** Where the last value begins that is returned and mentions one. */
  returned: number;
  /** Where the last thing begins that an activation may be computed by: a definition around it may implement one. */
  computed: number;
  readonly computes: (word: Word) => boolean;
}

export function localsOf(tree: SyntaxTree): Locals {
  const words = wordsOf(tree);
  const found: Found = {
    tree, words, isKnown: words.answersTo(isKnownOrTrimmed), isKnownInPlace: words.answersTo(isKnownInPlace), isLookup: words.answersTo(isLookup), mentions: new WordSet(), called: new WordSet(), callables: new Set(), strings: new Set(), holders: new Set(), implementers: new Set(),
    appended: new Map(), known: new Uint8Array(tree.root + 1), texts: new Uint8Array(tree.root + 1), bindings: [], mentioned: -1, returned: -1,
    computed: -1, computes: words.answersTo(mayCompute),
  };
  for (let node = 1; node <= tree.root; node++) lookAt(found, node);
  holdMade(found);
  return found;
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
      if (found.mentioned >= tree.start(node)) holdName(found, node);
      break;
    case Kind.Return:
      if (found.mentioned >= tree.start(node)) found.returned = tree.start(node);
      break;
    case Kind.Assign:
    case Kind.AnnAssign:
    case Kind.NamedExpr:
      assign(found, node);
      found.bindings.push(node);
      break;
    case Kind.AugAssign:
      found.bindings.push(node);
      break;
    case Kind.For:
    case Kind.ComprehensionFor:
      if (found.mentioned >= tree.start(node)) hold(found, tree.firstChild(node));
      break;
    case Kind.Call:
      append(found, node);
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
      found.bindings.push(node);
      define(found, node);
      break;
    case Kind.ClassDef:
      define(found, node);
      break;
    case Kind.Comparison:
      if (ordering.includes(operatorOf(tree, node))) found.computed = tree.start(node);
  }
}

function lookAtName(found: Found, node: Node, word: Word): void {
  const isKnown = found.isKnown(word);
  if (isKnown || (found.tree.kind(node) === Kind.Attribute && found.isKnownInPlace(word))) found.known[node] = 1;
  if (isKnown || found.mentions.has(word) || found.isLookup(word)) found.mentioned = found.tree.start(node);
  if (found.computes(word)) found.computed = found.tree.start(node);
}

function isKnownOrTrimmed(name: string): boolean {
  return isKnownName(name) || trimmed(name) !== undefined;
}

/** Whether what is left of `out_sigmoid` or `relu1` is a name that people give layers. */
function isKnownInPlace(name: string): boolean {
  return telling.test(name) && isKnownName(withoutPlace(name));
}

function isLookup(name: string): boolean {
  return name === 'getattr';
}

function noteText(found: Found, string: Node): void {
  found.texts[string] = 1;
  found.mentioned = found.tree.start(string);
}

function holdName({ tree, words, holders, mentions }: Found, node: Node): void {
  holders.add(nameOf(tree, node));
  mentions.add(words.at(node));
}

function call({ tree, words, called, callables, mentions }: Found, node: Node): void {
  callables.add(nameOf(tree, node));
  called.add(words.at(node));
  mentions.add(words.at(node));
}

function isCallable({ tree, words, isKnown, callables }: Found, node: Node): boolean {
  return isKnown(words.at(node)) || callables.has(nameOf(tree, node));
}

function alias(found: Found, importedName: Node): void {
  const original = found.tree.firstChild(importedName);
  const renamed = found.tree.nextSibling(original);
  if (renamed && isCallable(found, original)) call(found, renamed);
}

function assign(found: Found, node: Node): void {
  const { tree, strings } = found;
  const value = assignedValue(tree, node);
  const isText = isString({ tree, locals: found }, value);
  const isAlias = !isText && isCallable(found, value);
  const held = value !== NONE && found.mentioned >= tree.start(value);
  const isImplementer = tree.kind(value) === Kind.Lambda && mayImplement(found, value);
  if (!isText && !isAlias && !isImplementer && !held) return;
  for (let target = nextTarget(tree, node, NONE); target; target = nextTarget(tree, node, target)) {
    if (isText) strings.add(nameOf(tree, target));
    if (isAlias) call(found, target);
    if (isImplementer) implement(found, target);
    if (held) hold(found, target);
  }
}

function hold(found: Found, target: Node): void {
  const kind = found.tree.kind(target);
  if (kind === Kind.Name || kind === Kind.Attribute) holdName(found, target);
  else for (const named of namedTargets(found.tree, target)) holdName(found, named);
}

/** `self.acts.append(nn.ReLU())` */
function append(found: Found, call: Node): void {
  const { tree, appended } = found;
  const callee = calleeOf(tree, call);
  if (tree.kind(callee) !== Kind.Attribute) return;
  const method = nameOf(tree, callee);
  if (method !== 'append' && method !== 'extend' && method !== 'insert') return;
  const receiver = tree.firstChild(callee);
  const row = nameOf(tree, receiver);
  const item = method === 'append' ? tree.nextSibling(callee) : NONE;
  const items = appended.get(row);
  if (items) items.push(item);
  else appended.set(row, [item]);
  holdName(found, receiver);
}

function define(found: Found, definition: Node): void {
  if (mayImplement(found, definition)) implement(found, definition);
}

function implement(found: Found, node: Node): void {
  found.implementers.add(nameOf(found.tree, node));
  found.called.add(found.words.at(node));
  holdName(found, node);
}

/** What is bound to something of a definition may stand before it: `self.act = Swish()`. */
function holdMade(found: Found): void {
  const { tree, bindings, implementers } = found;
  for (const node of implementers.size === 0 ? [] : bindings) {
    const value = assignedValue(tree, node);
    if (value === NONE || !implementers.has(nameOf(tree, tree.kind(value) === Kind.Call ? tree.firstChild(value) : value))) continue;
    for (let target = nextTarget(tree, node, NONE); target; target = nextTarget(tree, node, target)) hold(found, target);
  }
}

/** Longer definitions implement more than an activation. */
const longest = 4000;

/** Whether a FunctionDef, ClassDef or Lambda may be one of an activation. */
function mayImplement({ tree, computed }: Found, definition: Node): boolean {
  return computed >= tree.start(definition) && tree.end(definition) - tree.start(definition) <= longest;
}

const ordering: readonly (Operator | undefined)[] = [Operator.Less, Operator.LessEqual, Operator.Greater, Operator.GreaterEqual];
/** Of functions of arrays, and of what people call activations of their own. */
const computing = /sigm|(^|_)act(_|s?$)|tanh|elu|glu|swish|silu|mish|soft|hard|activation|exp(m1|2|it)?_?$|erfc?_?$|max(imum)?_?$|min(imum)?_?$|where|clamp|clip|abs(olute)?_?$|sinh?_?$|^apply$/i;

function mayCompute(name: string): boolean {
  return isKnownName(name) || computing.test(name);
}

/** Longer than the longest string that a framework knows, quotes included. */
const tooLong = 40;

/** Whether a node is a string that stands for an activation somewhere. */
export function isString({ tree, locals: { texts } }: { readonly tree: SyntaxTree; readonly locals: Pick<Locals, 'texts'> }, node: Node): boolean {
  return texts[node] === 1 || (tree.kind(node) === Kind.Concatenation && isKnownLiteral(tree, node));
}

function isKnownLiteral(tree: SyntaxTree, node: Node): boolean {
  const start = tree.start(node);
  const end = tree.end(node);
  if (end - start > tooLong || (tree.kind(node) === Kind.String && !mayBeKnownString(tree.text, start, end))) return false;
  const text = stringValue(tree, node);
  return text !== undefined && isKnownString(text);
}
