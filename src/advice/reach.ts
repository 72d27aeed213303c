/** By which words a qualified name is reached at a place of a file, and which import has to be added first if none. */
import { inserted, type Edit } from '../documents/edit';
import { namesOf, type Names } from '../python/names';
import { assignmentOf, isRow, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

export interface Reach {
  /** `nn.GELU` */
  readonly code: string;
  readonly importEdit?: Edit;
}

interface Binding {
  readonly local: string;
  readonly target: string;
}

interface FromImport {
  readonly statement: Node;
  readonly module: string;
}

interface Scope {
  readonly bindings: readonly Binding[];
  readonly fromImports: readonly FromImport[];
  readonly starModules: readonly string[];
  /** Names that are bound to something that no import says. */
  readonly taken: ReadonlySet<string>;
}

/**
 * The shortest way to one of several equal names (`keras.layers.ReLU`, `tensorflow.keras.layers.ReLU`).
 * Undefined where every way would need a name that means something else already.
 */
export function reach(tree: SyntaxTree, at: number, qualifiedNames: readonly string[]): Reach | undefined {
  const scope = scopeAt(tree, at);
  const ways = qualifiedNames.flatMap((name) => boundWays(scope, name)).sort((a, b) => a.length - b.length);
  if (ways[0] !== undefined) return { code: ways[0] };
  return first(qualifiedNames, (name) => byExtendedImport(tree, scope, name))
    ?? first(preferImported(qualifiedNames, namesOf(tree)), (name) => byNewImport(tree, at, scope, name));
}

function boundWays(scope: Scope, name: string): string[] {
  const ways = scope.bindings
    .filter(({ target }) => name === target || name.startsWith(`${target}.`))
    .map(({ local, target }) => local + name.slice(target.length));
  const { parent, leaf } = split(name);
  return scope.starModules.includes(parent) && isFree(scope, leaf) ? [...ways, leaf] : ways;
}

function byExtendedImport(tree: SyntaxTree, scope: Scope, name: string): Reach | undefined {
  const { parent, leaf } = split(name);
  const direct = scope.fromImports.find(({ module }) => module === parent);
  if (direct !== undefined && isFree(scope, leaf)) return { code: leaf, importEdit: importedToo(tree, direct.statement, leaf) };
  const above = split(parent);
  const sibling = scope.fromImports.find(({ module }) => module === above.parent);
  if (sibling === undefined || !isFree(scope, above.leaf)) return undefined;
  return { code: `${above.leaf}.${leaf}`, importEdit: importedToo(tree, sibling.statement, above.leaf) };
}

function byNewImport(tree: SyntaxTree, at: number, scope: Scope, name: string): Reach | undefined {
  const { parent, leaf } = split(name);
  const root = name.slice(0, name.indexOf('.'));
  if (isFree(scope, leaf)) return { code: leaf, importEdit: newImport(tree, at, `from ${parent} import ${leaf}`) };
  return isFree(scope, root) ? { code: name, importEdit: newImport(tree, at, `import ${parent}`) } : undefined;
}

/** After the last name, on a line of its own where the names stand on lines of their own. */
function importedToo(tree: SyntaxTree, statement: Node, name: string): Edit {
  const last = tree.lastChild(statement);
  const lineStart = tree.text.lastIndexOf('\n', tree.start(last)) + 1;
  const indent = tree.text.slice(lineStart, tree.start(last));
  const isOnOwnLine = lineStart > tree.start(statement) && indent.trim() === '';
  return inserted(tree.end(last), isOnOwnLine ? `,${newLine(tree)}${indent}${name}` : `, ${name}`);
}

/** Below the last import that stands before the place, else above the first statement that is no docstring. */
function newImport(tree: SyntaxTree, at: number, line: string): Edit {
  const statements = tree.children(tree.root);
  const above = statements.filter((node) => isImport(tree, node) && tree.start(node) < at).at(-1);
  if (above === undefined) return firstImport(tree, statements, line);
  const end = tree.text.indexOf('\n', tree.end(above));
  if (end < 0) return inserted(tree.text.length, newLine(tree) + line);
  return inserted(tree.text[end - 1] === '\r' ? end - 1 : end, newLine(tree) + line);
}

function firstImport(tree: SyntaxTree, statements: readonly Node[], line: string): Edit {
  const [docstring, next] = statements;
  const isDocumented = docstring !== undefined && tree.kind(docstring) === Kind.ExprStatement
    && tree.kind(tree.firstChild(docstring)) === Kind.String;
  const statement = isDocumented ? next : docstring;
  if (statement === undefined) return inserted(tree.text.length, `${tree.text === '' ? '' : newLine(tree)}${line}${newLine(tree)}`);
  return inserted(tree.start(statement), line + newLine(tree).repeat(2));
}

function newLine(tree: SyntaxTree): string {
  return tree.text.includes('\r\n') ? '\r\n' : '\n';
}

function scopeAt(tree: SyntaxTree, at: number): Scope {
  const names = namesOf(tree);
  const bindings: Binding[] = [];
  const fromImports: FromImport[] = [];
  const starModules: string[] = [];
  const taken = new Set<string>();
  for (let node: Node = 1; node <= tree.root; node++) {
    if (isImport(tree, node)) {
      if (!isVisible(tree, names, node, at)) continue;
      const read = tree.kind(node) === Kind.Import ? importedModules(tree, node) : importedNames(tree, node);
      bindings.push(...read);
      if (tree.kind(node) === Kind.ImportFrom) noteFromImport(tree, node, fromImports, starModules);
    } else {
      for (const name of otherNames(tree, node)) taken.add(name);
    }
  }
  return { bindings: bindings.filter(({ local }) => !taken.has(local)), fromImports, starModules, taken };
}

function importedModules(tree: SyntaxTree, statement: Node): Binding[] {
  return tree.children(statement).flatMap((imported) => {
    const [dotted, alias] = tree.children(imported);
    if (dotted === undefined) return [];
    const target = tree.textOf(dotted).replace(/\s/g, '');
    const root = target.split('.')[0] ?? target;
    return [alias === undefined ? { local: root, target: root } : { local: tree.textOf(alias), target }];
  });
}

function importedNames(tree: SyntaxTree, statement: Node): Binding[] {
  const module = absoluteModule(tree, statement);
  if (module === undefined) return [];
  return tree.children(statement).filter((node) => tree.kind(node) === Kind.ImportedName).map((imported) => {
    const [name, alias] = tree.children(imported);
    const text = name === undefined ? '' : tree.textOf(name);
    return { local: alias === undefined ? text : tree.textOf(alias), target: `${module}.${text}` };
  });
}

function noteFromImport(tree: SyntaxTree, statement: Node, fromImports: FromImport[], starModules: string[]): void {
  const module = absoluteModule(tree, statement);
  if (module === undefined) return;
  const last = tree.kind(tree.lastChild(statement));
  if (last === Kind.ImportStar) starModules.push(module);
  if (last === Kind.ImportedName) fromImports.push({ statement, module });
}

function absoluteModule(tree: SyntaxTree, statement: Node): string | undefined {
  const dotted = tree.firstChild(statement);
  if (tree.data(statement) > 0 || tree.kind(dotted) !== Kind.DottedName) return undefined;
  return tree.textOf(dotted).replace(/\s/g, '');
}

/** At the top of the file, or in a function around the place. */
function isVisible(tree: SyntaxTree, names: Names, statement: Node, at: number): boolean {
  const around = names.enclosingDefinition(statement);
  if (around === NONE) return true;
  return tree.kind(around) !== Kind.ClassDef && tree.start(around) <= at && at < tree.end(around);
}

/** The names that a node binds without importing them: those of definitions and parameters, and targets. */
function otherNames(tree: SyntaxTree, node: Node): string[] {
  switch (tree.kind(node)) {
    case Kind.Identifier:
      return tree.kind(tree.parent(node)) === Kind.ImportedModule || tree.kind(tree.parent(node)) === Kind.ImportedName
        ? [] : [tree.textOf(node)];
    case Kind.For:
    case Kind.AsyncFor:
    case Kind.ComprehensionFor:
      return targetNames(tree, tree.firstChild(node));
    case Kind.WithItem:
      return targetNames(tree, tree.children(node)[1] ?? NONE);
    default:
      return (assignmentOf(tree, node)?.targets ?? []).flatMap((target) => targetNames(tree, target));
  }
}

function targetNames(tree: SyntaxTree, target: Node): string[] {
  if (tree.kind(target) === Kind.Name) return [nameOf(tree, target)];
  return isRow(tree, target) ? tree.children(target).flatMap((child) => targetNames(tree, child)) : [];
}

function isImport(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.Import || tree.kind(node) === Kind.ImportFrom;
}

function isFree(scope: Scope, name: string): boolean {
  return !scope.taken.has(name) && !scope.bindings.some(({ local }) => local === name);
}

function preferImported(qualifiedNames: readonly string[], names: Names): string[] {
  const isImported = (name: string): boolean => names.importedRoots.has(name.split('.')[0] ?? name);
  return [...qualifiedNames].sort((a, b) => Number(isImported(b)) - Number(isImported(a)));
}

function split(name: string): { parent: string; leaf: string } {
  const dot = name.lastIndexOf('.');
  return { parent: name.slice(0, Math.max(dot, 0)), leaf: name.slice(dot + 1) };
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
