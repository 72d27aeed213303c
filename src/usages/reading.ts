/** A text as it was read: what every finder of usages looks at. */
import type { Framework } from '../frameworks/framework';
import { findCarriers, type FoundCarrier } from '../frameworks/lookup';
import type { Names } from '../python/names';
import { literalValue, type Literal } from '../python/literals';
import { nameOf } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Attributes } from './holding/attributes';
import type { CalledByName } from './called/callers';
import type { OptionsByName } from './holding/commandLine';
import type { Frame } from './called/frame';
import type { Choices } from './strings/choosing';
import type { Bindings } from './formulas/bindings';
import type { OwnSymbols } from './formulas/ownSymbols';
import type { Holding } from './holding/holding';
import type { Locals } from './locals/locals';
import type { Span } from './usage';

export interface Reading {
  readonly tree: SyntaxTree;
  readonly names: Names;
  /** The frameworks that the imports of the file bring in scope. */
  readonly scope: readonly Framework[];
  readonly locals: Locals;
  /** What variables hold, by their bindings, as they are asked for. */
  readonly variables: Map<object, Holding>;
  /** Read when first asked for. */
  readonly shared: Shared;
  /** The call of the file's own function that is gone through, if one is. */
  readonly frame?: Frame;
  /** The entries of tables, as they are asked for. */
  readonly entries: Map<Node, ReadonlyMap<string, Node>>;
}

/** What is found out once, whatever call is gone through. */
interface Shared {
  /** What is being found out, the innermost last. */
  readonly open: unknown[];
  bindings?: Bindings;
  callers?: CalledByName;
  options?: OptionsByName;
  attributes?: Attributes;
  own?: OwnSymbols;
  /** What functions and classes of the file compare with texts, as it is asked for. */
  readonly choices: Map<Node, Choices>;
  /** What functions of the file return, by the function and the literals it is called with; and the Parameters that this depends on. */
  readonly returned: Map<string, { readonly holding: Holding; readonly asked: readonly Node[] }>;
}

/** Of two that are asked for by each other, what is found out depends on which was asked first; what asks for itself alone has one answer. */
export function noteCircle({ tree: { dependencies }, shared: { open } }: Reading, asked: unknown, at: Node): void {
  if (dependencies !== undefined && open.at(-1) !== asked && open.includes(asked)) dependencies.bindToOrder(at);
}

export function spanOf(tree: SyntaxTree, node: Node): Span {
  return { start: tree.start(node), end: tree.end(node) };
}

/** The value of an expression that is a literal, or a name that is bound once, to a literal. */
export function knownValue({ tree, names }: Reading, node: Node): Literal {
  const value = literalValue(tree, node);
  if (value !== undefined || tree.kind(node) !== Kind.Name) return value;
  const bound = names.valueOf(node);
  return bound ? literalValue(tree, bound) : undefined;
}

/** The qualified name of an expression, through a star import where nothing else binds it. */
export function qualifiedNames({ tree, names }: Reading, node: Node): readonly string[] {
  const kind = tree.kind(node);
  if (kind !== Kind.Name && kind !== Kind.Attribute) return noNames;
  const name = names.qualifiedName(node);
  return name === undefined ? names.starNames(node) : [name];
}

const noNames: readonly string[] = [];

/** The places of what is called, by the first of its names that has any: a star import may bring it from one of several modules. */
export function carriersOf(names: readonly string[]): readonly FoundCarrier[] {
  return names.map(findCarriers).find((found) => found.length > 0) ?? noCarriers;
}

const noCarriers: readonly FoundCarrier[] = [];

/** Whether a name is Python's own. */
export function isBuiltIn({ tree, names }: Reading, callee: Node, name: string): boolean {
  return tree.kind(callee) === Kind.Name && nameOf(tree, callee) === name && names.bindingsOf(callee).length === 0;
}

/** Whether a name is one that only imports bind. */
export function isImported({ tree, names }: Reading, name: Node): boolean {
  const bindings = tree.kind(name) === Kind.Name ? names.bindingsOf(name) : [];
  return bindings.length > 0 && bindings.every(({ role }) => role === 'import');
}
