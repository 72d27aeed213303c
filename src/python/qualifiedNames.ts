import { nameOf } from './parts';
import type { Binding, ScopeTable, Symbol } from './scopes';
import { Kind, NONE, type Node, type SyntaxTree } from './syntax';

/** No dotted name has more parts, and no alias stands for an alias so often. What goes deeper is unknown. */
const MOST_PARTS = 32;
const DEEPEST_ALIAS = 32;
const MOST_BINDINGS = 256;

/** The Name that a Name or a chain of Attributes begins with; `NONE` for everything else. */
export function rootOf(tree: SyntaxTree, node: Node): Node {
  let root = node;
  for (let parts = 0; tree.kind(root) === Kind.Attribute; parts++) {
    if (parts === MOST_PARTS) return NONE;
    root = tree.firstChild(root);
  }
  return tree.kind(root) === Kind.Name ? root : NONE;
}

/** What is asked of the root, one after the other: `['nn', 'GELU']` in `torch.nn.GELU`. */
export function attributesOf(tree: SyntaxTree, node: Node): string[] {
  const attributes: string[] = [];
  for (let part = node; tree.kind(part) === Kind.Attribute; part = tree.firstChild(part)) attributes.push(nameOf(tree, part));
  return attributes.reverse();
}

export function qualify(table: ScopeTable, node: Node, depth = 0): string | undefined {
  const { tree } = table;
  const root = rootOf(tree, node);
  const symbol = root ? table.symbolAt(root) : undefined;
  if (symbol === undefined) return undefined;
  table.noteOrigin(root, symbol);
  const origin = originOf(table, symbol, depth);
  return origin === undefined ? undefined : joined(origin, attributesOf(tree, node));
}

/** `.` and `..` end in their dot, all other modules need one. */
export function joined(module: string, names: readonly string[]): string {
  if (names.length === 0) return module;
  return module.endsWith('.') ? module + names.join('.') : `${module}.${names.join('.')}`;
}

function originOf(table: ScopeTable, symbol: Symbol, depth: number): string | undefined {
  if (symbol.state === 'known') return symbol.qualified;
  if (symbol.state === 'asking' || depth > DEEPEST_ALIAS) return unfound(table, symbol);
  const { asking } = table;
  table.asking = symbol;
  symbol.state = 'asking';
  symbol.qualified = agreedOrigin(table, symbol.bindings, depth);
  symbol.state = 'known';
  table.asking = asking;
  return symbol.qualified;
}

/** What is given up, in a circle or too far away, is another origin for who asks from another end; but `x = x.data` alone is none for everybody. */
function unfound({ tree: { dependencies }, asking }: ScopeTable, symbol: Symbol): undefined {
  if (dependencies !== undefined && asking !== symbol) dependencies.isTextOrderBound = true;
}

/**
 * What all bindings agree on. Four ways of not agreeing are common and harmless: a stand-in for a package that is not installed
 * (`except ImportError`, `None`), imports in alternatives, one thing that is imported twice from where a package hands it on, and a
 * package that becomes the part of it that is as the whole was; there the first counts.
 */
function agreedOrigin(table: ScopeTable, bindings: readonly Binding[], depth: number): string | undefined {
  if (bindings.length > MOST_BINDINGS) return undefined;
  const telling = bindings
    .filter((binding) => binding.role !== 'declaration' && !isStandIn(table.tree, binding, bindings) && !isNarrowed(table, binding, bindings))
    .sort((a, b) => a.node - b.node);
  const origins = telling.map((binding) => originOfBinding(table, binding, depth));
  if (origins.every((origin) => origin === origins[0] || isSameElsewhere(origin, origins[0]))) return origins[0];
  const alternatives = telling.every((binding) => binding.role === 'import')
    && telling.slice(1).every((binding) => isConditional(table, binding));
  return alternatives ? origins[0] : undefined;
}

/** TensorFlow has the whole of Keras under its name. */
const handedOn = /^tensorflow\.(\w+\.)*keras$/;

/** One path within the other, down to the same name: `keras.layers.Dense`, `tensorflow.keras.layers.Dense`, `keras.layers.core.Dense`. */
function isSameElsewhere(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one.startsWith('.') || other.startsWith('.')) return false;
  if ((one === 'keras' && handedOn.test(other)) || (other === 'keras' && handedOn.test(one))) return true;
  const [short = [], long = []] = [one.split('.'), other.split('.')].sort((a, b) => a.length - b.length);
  let place = 0;
  for (const part of long) if (part === short[place]) place++;
  return short.length > 1 && place === short.length && short.at(-1) === long.at(-1);
}

function originOfBinding(table: ScopeTable, binding: Binding, depth: number): string | undefined {
  if (binding.role === 'import') return importedName(table.tree, binding.node);
  return binding.role === 'value' ? qualify(table, binding.value, depth + 1) : undefined;
}

/** What an ImportedModule or ImportedName makes known under its name. */
export function importedName(tree: SyntaxTree, node: Node): string {
  const source = dottedName(tree, tree.firstChild(node));
  if (tree.kind(node) === Kind.ImportedName) return joined(moduleOf(tree, tree.parent(node)), [source]);
  const renamed = tree.lastChild(node) !== tree.firstChild(node);
  return renamed ? source : source.split('.', 1)[0]!;
}

/** The module of an ImportFrom, with its dots. */
export function moduleOf(tree: SyntaxTree, importFrom: Node): string {
  const module = tree.firstChild(importFrom);
  const dotted = module && tree.kind(module) === Kind.DottedName ? dottedName(tree, module) : '';
  return '.'.repeat(tree.data(importFrom)) + dotted;
}

/** A dotted name may be spread over a continued line. */
export function dottedName(tree: SyntaxTree, node: Node): string {
  return tree.nameBetween(tree.start(node), tree.end(node)).replace(/[\s\\]+/g, '');
}

/** `name = None`, or whatever an `except` clause binds when its `try` imports the same name. */
function isStandIn(tree: SyntaxTree, binding: Binding, all: readonly Binding[]): boolean {
  const imports = all.filter(({ role, node }) => role === 'import' && node !== binding.node);
  if (imports.length === 0) return false;
  if (binding.role === 'value' && tree.kind(binding.value) === Kind.NoneLiteral) return true;
  const handler = ancestor(tree, binding.node, (kind) => kind === Kind.ExceptClause);
  if (!handler) return false;
  const tried = tree.firstChild(tree.parent(handler));
  return imports.some(({ node }) => tree.start(node) >= tree.start(tried) && tree.end(node) <= tree.end(tried));
}

/** `tf = tf.compat.v1`, of what is imported. */
function isNarrowed(table: ScopeTable, { role, value }: Binding, all: readonly Binding[]): boolean {
  const root = role === 'value' && table.tree.kind(value) === Kind.Attribute ? rootOf(table.tree, value) : NONE;
  return root !== NONE && table.symbolAt(root)?.bindings === all && all.some((other) => other.role === 'import');
}

function isConditional(table: ScopeTable, binding: Binding): boolean {
  const top = table.scopeOf(binding.node).node;
  const found = ancestor(table.tree, binding.node, (kind) => kind === Kind.If || kind === Kind.Try);
  return found !== 0 && found < top;
}

/** The nearest node around one whose kind is wanted; `NONE` if there is none. */
function ancestor(tree: SyntaxTree, node: Node, wanted: (kind: Kind) => boolean): Node {
  let found = tree.parent(node);
  while (found && !wanted(tree.kind(found))) found = tree.parent(found);
  return found;
}
