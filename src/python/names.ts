/*
 * What the names of a file stand for.
 *
 *     const names = namesOf(tree);                 // costs nothing until something is asked
 *     names.importedRoots.has('torch');
 *     names.qualifiedName(calleeOf(tree, call));   // 'torch.nn.functional.gelu' for `F.gelu(x)`
 *
 * Order of execution is not followed: a name has one meaning in its scope, or none that is known.
 */
import { nameOf } from './parts';
import { attributesOf, dottedName, joined, moduleOf, qualify, rootOf } from './qualifiedNames';
import { type Binding, type Scope, ScopeTable, type Symbol } from './scopes';
import { Kind, NONE, type Node, type SyntaxTree } from './syntax';

/** What a text that imports nothing is taken to import. */
export interface AssumedImports {
  /** What names that nothing binds stand for: `nn` for `torch.nn`. */
  readonly modules: Readonly<Record<string, string>>;
  /** Modules that are taken to be imported with a star. */
  readonly stars: readonly string[];
}

/** The names of a tree, computed when first asked for and kept as long as the tree, with what was assumed then. */
export function namesOf(tree: SyntaxTree, assumed?: AssumedImports): Names {
  tree.names ??= new Names(tree, assumed);
  return tree.names;
}

export class Names {
  private scopes: ScopeTable | undefined;
  private imported: Imports | undefined;
  /** Qualified names, and for each node the place of its own among them, counted from 1, as they are asked for; -1 where there is none. */
  private readonly qualified: string[] = [];
  private placeOfNode: Int32Array | undefined;

  constructor(private readonly tree: SyntaxTree, private readonly assumed?: AssumedImports) {}

  /** All that is imported anywhere in the file, and assumed to be. */
  get imports(): Imports {
    return (this.imported ??= withAssumed((this.tree.imports ??= importsOf(this.tree)), this.assumed));
  }

  /** The top-level packages imported anywhere in the file; relative imports are not among them. */
  get importedRoots(): ReadonlySet<string> {
    return this.imports.roots;
  }

  /** The modules of `from … import *` anywhere in the file, as written (`torch.nn`, `.layers`). */
  get starImports(): readonly string[] {
    return this.imports.stars;
  }

  /** The names that relative imports ask the modules of the project for, anywhere in the file: `tf` of `from ..backend import tf`. */
  get relativeNames(): ReadonlySet<string> {
    return this.imports.relatives;
  }

  /** The names that a package is asked for anywhere in the file, by the package: `tf` of `from project.backend import tf` by `project`. */
  get namesAskedOf(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.imports.asked;
  }

  /**
   * The dotted name of a Name or Attribute through imports (`torch.nn.GELU`; `.layers.GELU` and `..a.b` when relative) and
   * through aliases (`nn = torch.nn`, `Act = nn.GELU`). Undefined for whatever is not imported, and on any doubt: a parameter,
   * a local, a name bound to different things. Where a name is imported in alternatives (`try` and `except ImportError`,
   * `if` and `else`), the first counts.
   */
  qualifiedName(node: Node): string | undefined {
    this.placeOfNode ??= new Int32Array(this.tree.root + 1);
    const known = this.placeOfNode[node]!;
    if (known !== 0) return known < 0 ? undefined : this.qualified[known - 1];
    const name = qualify(this.table, node) ?? this.assumedName(node);
    this.placeOfNode[node] = name === undefined ? -1 : this.qualified.push(name);
    return name;
  }

  /**
   * The dotted names that a Name, or an Attribute of one, has if a star import provides it: one for each of `starImports`,
   * and none unless the name is bound nowhere else.
   */
  starNames(node: Node): readonly string[] {
    if (this.starImports.length === 0) return [];
    const root = rootOf(this.tree, node);
    if (!root || this.table.symbolAt(root)) return [];
    const names = [nameOf(this.tree, root), ...attributesOf(this.tree, node)];
    return this.starImports.map((module) => joined(module, names));
  }

  /** Looks each name up again, so that it is noted who asks for it. */
  askAnew(): void {
    this.placeOfNode?.fill(0);
    this.qualified.length = 0;
    this.scopes?.askAnew();
  }

  /** The FunctionDef, AsyncFunctionDef or ClassDef that a Name stands for, if it is bound to that alone; else `NONE`. */
  definitionOf(node: Node): Node {
    const binding = this.onlyBinding(node);
    return binding?.role === 'definition' ? binding.node : NONE;
  }

  /** The same for who looks at no more of it than its kind and where it is. */
  definitionNamed(node: Node): Node {
    const symbol = this.tree.kind(node) === Kind.Name ? this.table.symbolAt(node) : undefined;
    if (symbol === undefined) return NONE;
    this.table.noteOrigin(node, symbol);
    const binding = onlyOf(symbol);
    return binding?.role === 'definition' ? binding.node : NONE;
  }

  /** The expression that a Name stands for, if it is bound once, by `name = expression`; else `NONE`. */
  valueOf(node: Node): Node {
    const binding = this.onlyBinding(node);
    return binding?.role === 'value' ? binding.value : NONE;
  }

  /** Whether more than one thing gives a Name a meaning in its scope. */
  isBoundAgain(node: Node): boolean {
    return (this.table.symbolAt(node)?.bindings.length ?? 0) > 1;
  }

  /** All that gives a Name a meaning in its scope, in no order; the same array for the same variable. */
  bindingsOf(node: Node): readonly Binding[] {
    return this.table.bindingsSeen(node, this.tree.kind(node) === Kind.Name ? this.table.symbolAt(node) : undefined);
  }

  /** The same for who asks of the definitions among them, each a statement, only what they say by themselves, and says of which (`listen`). */
  bindingsHeard(node: Node): readonly Binding[] {
    const symbol = this.tree.kind(node) === Kind.Name ? this.table.symbolAt(node) : undefined;
    if (symbol !== undefined) this.table.noteOrigin(node, symbol);
    return symbol?.bindings ?? [];
  }

  /** What alone gives a name its meaning where a text of it is evaluated. */
  bindingOf(name: string, at: Node): Binding | undefined {
    const [binding, other] = this.table.bindingsSeen(at, this.table.symbolOf(name, at));
    return other === undefined ? binding : undefined;
  }

  /** What gives names of the module their meaning within a stretch of nodes. */
  boundWithin(first: Node, last: Node): Map<string, Binding[]> {
    const found = new Map<string, Binding[]>();
    const isWithin = ({ node }: Binding): boolean => first <= node && node <= last;
    for (const [name, { bindings }] of this.table.module.symbols) {
      if (bindings.some(isWithin)) found.set(name, bindings.filter(isWithin));
    }
    return found;
  }

  /** The nearest class or function around a node; `NONE` at the top. Decorators and the header belong to what is around. */
  enclosingDefinition(node: Node): Node {
    return definitionAround(this.table.scopeOf(node))?.node ?? NONE;
  }

  /** The names of the classes and functions around a node: `FeedForward.forward`; empty at the top. */
  scopePath(node: Node): string {
    const path: string[] = [];
    let scope = definitionAround(this.table.scopeOf(node));
    while (scope) {
      path.push(nameOf(this.tree, scope.node));
      scope = definitionAround(scope.parent);
    }
    return path.reverse().join('.');
  }

  private assumedName(node: Node): string | undefined {
    const root = this.assumed === undefined ? NONE : rootOf(this.tree, node);
    if (!root || this.table.symbolAt(root)) return undefined;
    const { modules = {} } = this.assumed ?? {};
    const module = Object.hasOwn(modules, nameOf(this.tree, root)) ? modules[nameOf(this.tree, root)] : undefined;
    return module === undefined ? undefined : joined(module, attributesOf(this.tree, node));
  }

  private get table(): ScopeTable {
    this.scopes ??= new ScopeTable(this.tree);
    return this.scopes;
  }

  private onlyBinding(node: Node): Binding | undefined {
    if (this.tree.kind(node) !== Kind.Name) return undefined;
    const symbol = this.table.symbolAt(node);
    this.table.bindingsSeen(node, symbol);
    return symbol && onlyOf(symbol);
  }
}

function onlyOf(symbol: Symbol): Binding | undefined {
  if (symbol.only === undefined) {
    const [binding = null, other] = symbol.bindings.filter(({ role }) => role !== 'declaration');
    symbol.only = other === undefined ? binding : null;
  }
  return symbol.only ?? undefined;
}

function definitionAround(from: Scope | undefined): Scope | undefined {
  let scope = from;
  while (scope && scope.kind !== 'class' && scope.kind !== 'function') scope = scope.parent;
  return scope;
}

export interface Imports {
  readonly roots: ReadonlySet<string>;
  readonly stars: readonly string[];
  readonly relatives: ReadonlySet<string>;
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
}

function importsOf(tree: SyntaxTree): Imports {
  const roots = new Set<string>();
  const stars = new Set<string>();
  const relatives = new Set<string>();
  const asked = new Map<string, Set<string>>();
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.ImportedModule) roots.add(firstPart(dottedName(tree, tree.firstChild(node))));
    else if (kind === Kind.ImportFrom) {
      const module = moduleOf(tree, node);
      if (module && tree.data(node) === 0) roots.add(firstPart(module));
      if (tree.data(node) > 0) addImported(tree, node, relatives);
      else if (module) addImported(tree, node, setAt(asked, firstPart(module)));
      if (module && tree.kind(tree.lastChild(node)) === Kind.ImportStar) stars.add(module);
    }
  }
  return { roots, stars: [...stars], relatives, asked };
}

function withAssumed(imports: Imports, assumed: AssumedImports | undefined): Imports {
  if (assumed === undefined) return imports;
  const modules = [...Object.values(assumed.modules), ...assumed.stars];
  return { ...imports, roots: new Set([...imports.roots, ...modules.map(firstPart)]), stars: [...imports.stars, ...assumed.stars] };
}

function setAt(sets: Map<string, Set<string>>, key: string): Set<string> {
  const set = sets.get(key) ?? new Set<string>();
  sets.set(key, set);
  return set;
}

function addImported(tree: SyntaxTree, importFrom: Node, names: Set<string>): void {
  for (let part = tree.firstChild(importFrom); part; part = tree.nextSibling(part)) {
    if (tree.kind(part) === Kind.ImportedName) names.add(nameOf(tree, tree.firstChild(part)));
  }
}

function firstPart(module: string): string {
  return module.split('.', 1)[0]!;
}
