import { isRow, nameOf } from './parts';
import type { Binding, Scope, ScopeTable } from './scopes';
import { Kind, NONE, type Node } from './syntax';

/** 1 for the kinds that `addBindings` knows, so that the others cost no call. */
export const BINDS = new Uint8Array(Kind.Error + 1);
for (const kind of [
  Kind.Assign, Kind.AugAssign, Kind.AnnAssign, Kind.For, Kind.AsyncFor, Kind.ComprehensionFor, Kind.NamedExpr, Kind.WithItem,
  Kind.Delete, Kind.ImportedModule, Kind.ImportedName, Kind.ExceptClause, Kind.TypeAlias, Kind.MatchCapture, Kind.MatchAs,
  Kind.MatchStar, Kind.MatchRest,
]) BINDS[kind] = 1;

/** Enters the names that a statement, clause or pattern binds. Definitions and parameters are the scope table's own. */
export function addBindings(table: ScopeTable, node: Node, scope: Scope): void {
  const { tree } = table;
  switch (tree.kind(node)) {
    case Kind.Assign:
      return bindAssignment(table, node, scope);
    case Kind.AugAssign:
    case Kind.For:
    case Kind.AsyncFor:
      return bindTarget(table, tree.firstChild(node), NONE, scope);
    case Kind.ComprehensionFor:
      return bindTarget(table, tree.firstChild(node), NONE, scope);
    case Kind.AnnAssign:
      return bindAnnotated(table, node, scope);
    case Kind.NamedExpr:
      return bindTarget(table, tree.firstChild(node), tree.lastChild(node), namedScope(scope));
    case Kind.WithItem:
      return bindTarget(table, tree.nextSibling(tree.firstChild(node)), NONE, scope);
    case Kind.Delete:
      return bindDeleted(table, node, scope);
    case Kind.ImportedModule:
    case Kind.ImportedName:
      return bindImport(table, node, scope);
    case Kind.ExceptClause:
    case Kind.TypeAlias:
    case Kind.MatchCapture:
    case Kind.MatchAs:
    case Kind.MatchStar:
    case Kind.MatchRest:
      return bindIdentifier(table, node, scope);
  }
}

function bind(table: ScopeTable, scope: Scope, name: Node, binding: Binding): void {
  table.bind(scope, nameOf(table.tree, name), binding);
}

/** A walrus in a comprehension binds outside of it. */
function namedScope(scope: Scope): Scope {
  let outside = scope;
  while (outside.kind === 'comprehension' && outside.parent) outside = outside.parent;
  return outside;
}

function bindAssignment(table: ScopeTable, node: Node, scope: Scope): void {
  const { tree } = table;
  const value = tree.lastChild(node);
  for (let target = tree.firstChild(node); target && target !== value; target = tree.nextSibling(target)) {
    bindTarget(table, target, value, scope);
  }
}

/** The names of a target. `a, b = x, y` gives each its own value. */
function bindTarget(table: ScopeTable, target: Node, value: Node, scope: Scope): void {
  const { tree } = table;
  switch (tree.kind(target)) {
    case Kind.Name:
      return bind(table, scope, target, { node: target, value, role: value ? 'value' : 'opaque' });
    case Kind.Starred:
      return bindTarget(table, tree.firstChild(target), NONE, scope);
    case Kind.Tuple:
    case Kind.List:
      return bindTargets(table, target, value, scope);
  }
}

function bindTargets(table: ScopeTable, targets: Node, value: Node, scope: Scope): void {
  const { tree } = table;
  const paired = value !== NONE && pairs(table, targets, value);
  let part = paired ? tree.firstChild(value) : NONE;
  for (let target = tree.firstChild(targets); target; target = tree.nextSibling(target)) {
    bindTarget(table, target, part, scope);
    part = part && tree.nextSibling(part);
  }
}

function pairs({ tree }: ScopeTable, targets: Node, value: Node): boolean {
  if (!isRow(tree, value)) return false;
  const starred = (node: Node): boolean => tree.kind(node) === Kind.Starred;
  const left = tree.children(targets);
  const right = tree.children(value);
  return left.length === right.length && !left.some(starred) && !right.some(starred);
}

/** Without a value, an annotation only says that there is such a name. */
function bindAnnotated(table: ScopeTable, node: Node, scope: Scope): void {
  const { tree } = table;
  const target = tree.firstChild(node);
  const value = tree.nextSibling(tree.nextSibling(target));
  if (value) bindTarget(table, target, value, scope);
  else if (tree.kind(target) === Kind.Name) bind(table, scope, target, { node: target, value, role: 'declaration' });
}

function bindDeleted(table: ScopeTable, node: Node, scope: Scope): void {
  for (const target of table.tree.children(node)) {
    if (table.tree.kind(target) === Kind.Name) bind(table, scope, target, { node: target, value: NONE, role: 'unbinding' });
  }
}

/** `import a.b` binds `a`; with `as`, the last name. */
function bindImport(table: ScopeTable, node: Node, scope: Scope): void {
  const { tree } = table;
  const last = tree.lastChild(node);
  const name = tree.nameBetween(tree.start(last), tree.end(last));
  table.bind(scope, /^[^.\s\\]+/.exec(name)?.[0] ?? name, { node, value: NONE, role: 'import' });
}

function bindIdentifier(table: ScopeTable, node: Node, scope: Scope): void {
  const { tree } = table;
  for (let child = tree.firstChild(node); child; child = tree.nextSibling(child)) {
    if (tree.kind(child) === Kind.Identifier) bind(table, scope, child, { node, value: NONE, role: 'opaque' });
  }
}
