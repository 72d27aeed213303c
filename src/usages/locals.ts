/** Names that a file gives to activations, so that all its other names need not be resolved. */
import { isKnownName, isKnownString } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { assignmentOf, calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { namedTargets } from './targets';

export interface Locals {
  /** `r` in `from torch.nn.functional import relu as r`, `Act` in `Act = nn.GELU`. */
  readonly callables: ReadonlySet<string>;
  /** `hidden` in `hidden = "relu"`. */
  readonly strings: ReadonlySet<string>;
  /** 1 for the Names and Attributes that may be a framework's name of an activation. */
  readonly known: Uint8Array;
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
}

export function localsOf(tree: SyntaxTree): Locals {
  const found: Found = {
    tree, callables: new Set(), strings: new Set(), holders: new Set(), implementers: new Set(), appended: new Map(), known: new Uint8Array(tree.root + 1), bindings: [], mentioned: -1, returned: -1,
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
      if (nameMentions(found, node)) found.mentioned = tree.start(node);
      break;
    case Kind.String:
      if (isString(tree, node)) found.mentioned = tree.start(node);
      break;
    case Kind.ImportedName:
      alias(found, node);
      break;
    case Kind.Parameter:
      if (found.mentioned >= tree.start(node)) found.holders.add(nameOf(tree, node));
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
      lookAtDefinition(found, node);
  }
}

function lookAtDefinition(found: Found, node: Node): void {
  const { tree } = found;
  switch (tree.kind(node)) {
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      if (found.returned >= tree.start(node)) found.holders.add(nameOf(tree, node));
      found.bindings.push(node);
      define(found, node);
      break;
    case Kind.ClassDef:
      define(found, node);
  }
}

function nameMentions({ tree, known, callables, holders }: Found, node: Node): boolean {
  const name = nameOf(tree, node);
  if (isKnownName(name)) known[node] = 1;
  return known[node] === 1 || name === 'getattr' || callables.has(name) || holders.has(name);
}

function isCallable({ tree, callables }: Found, node: Node): boolean {
  return isKnownName(nameOf(tree, node)) || callables.has(nameOf(tree, node));
}

function alias(found: Found, importedName: Node): void {
  const [original = NONE, renamed] = found.tree.children(importedName);
  if (renamed && isCallable(found, original)) found.callables.add(nameOf(found.tree, renamed));
}

function assign(found: Found, node: Node): void {
  const { tree, callables, strings } = found;
  const { targets, value } = assignmentOf(tree, node) ?? { targets: [], value: NONE };
  const names = isString(tree, value) ? strings : isCallable(found, value) ? callables : undefined;
  const held = value !== NONE && found.mentioned >= tree.start(value);
  const isImplementer = tree.kind(value) === Kind.Lambda && mayImplement(tree, value);
  for (const target of targets) {
    names?.add(nameOf(tree, target));
    if (isImplementer) implement(found, nameOf(tree, target));
    if (held) hold(found, target);
  }
}

function hold({ tree, holders }: Found, target: Node): void {
  for (const named of namedTargets(tree, target)) holders.add(nameOf(tree, named));
}

/** `self.acts.append(nn.ReLU())` */
function append({ tree, appended, holders }: Found, call: Node): void {
  const callee = calleeOf(tree, call);
  if (tree.kind(callee) !== Kind.Attribute) return;
  const method = nameOf(tree, callee);
  if (method !== 'append' && method !== 'extend' && method !== 'insert') return;
  const row = nameOf(tree, tree.firstChild(callee));
  const item = method === 'append' ? tree.nextSibling(callee) : NONE;
  const items = appended.get(row);
  if (items) items.push(item);
  else appended.set(row, [item]);
  holders.add(row);
}

function define(found: Found, definition: Node): void {
  if (mayImplement(found.tree, definition)) implement(found, nameOf(found.tree, definition));
}

function implement({ implementers, holders }: Found, name: string): void {
  implementers.add(name);
  holders.add(name);
}

/** What is bound to something of a definition may stand before it: `self.act = Swish()`. */
function holdMade({ tree, bindings, holders, implementers }: Found): void {
  for (const node of implementers.size === 0 ? [] : bindings) {
    const { targets, value } = assignmentOf(tree, node) ?? { targets: [], value: NONE };
    if (value === NONE || !implementers.has(nameOf(tree, tree.kind(value) === Kind.Call ? tree.firstChild(value) : value))) continue;
    for (const target of targets) for (const named of namedTargets(tree, target)) holders.add(nameOf(tree, named));
  }
}

/** Longer definitions implement more than an activation. */
const longest = 4000;
const words = /sigm|exp|tanh|erf|max|min|where|clamp|clip|elu|glu|abs|soft|swish|silu|mish|[<>]|apply|act|hard|sin/i;

/** Whether a FunctionDef, ClassDef or Lambda may be one of an activation. */
function mayImplement(tree: SyntaxTree, definition: Node): boolean {
  return tree.end(definition) - tree.start(definition) <= longest && words.test(tree.textOf(definition));
}

/** Longer than the longest string that a framework knows, quotes included. */
const tooLong = 40;

/** Whether a node is a string that stands for an activation somewhere. */
export function isString(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  if ((kind !== Kind.String && kind !== Kind.Concatenation) || tree.end(node) - tree.start(node) > tooLong) return false;
  const text = stringValue(tree, node);
  return text !== undefined && isKnownString(text);
}
