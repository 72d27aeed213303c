import { addBindings, BINDS } from './bindings';
import { childOf, isDefinition, nameOf } from './parts';
import { Kind, NONE, type Node, type SyntaxTree } from './syntax';

/** One place that gives a name a meaning. */
export interface Binding {
  /**
   * What binds: an ImportedModule or ImportedName, a definition, a Parameter, or for `name = value` the Name itself; for all
   * else the node that holds the name.
   */
  readonly node: Node;
  /** The value of `name = value` and its kin, where it is one expression for this one name; else `NONE`. */
  readonly value: Node;
  /** How far the binding says what the name is. `unbinding` is `del`. */
  readonly role: 'import' | 'definition' | 'value' | 'declaration' | 'opaque' | 'unbinding';
}

/** A name in a scope. */
export interface Symbol {
  /** In no order. */
  readonly bindings: Binding[];
  /** The only binding that is more than a declaration; null if there is none or another. Undefined until asked for. */
  only: Binding | null | undefined;
  /** Its number among those that were asked for; 0 as long as it was not. */
  place: number;
  /** The dotted name behind it, once it has been looked for. */
  qualified: string | undefined;
  state: 'unasked' | 'asking' | 'known';
}

export interface Scope {
  /** The module, definition, lambda or comprehension; for type parameters the definition that has them. */
  readonly node: Node;
  /** Its number in the table. */
  readonly place: number;
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension' | 'types';
  readonly parent: Scope | undefined;
  readonly symbols: Map<string, Symbol>;
  /** Names that `global` or `nonlocal` sends elsewhere. */
  outer: Map<string, 'global' | 'nonlocal'> | undefined;
}

/** 1 for the kinds that `visit` does something with. */
const SCOPED = BINDS.slice();
for (const kind of [
  Kind.FunctionDef, Kind.AsyncFunctionDef, Kind.ClassDef, Kind.Lambda, Kind.ListComprehension, Kind.SetComprehension, Kind.DictComprehension,
  Kind.Generator, Kind.Global, Kind.Nonlocal,
]) SCOPED[kind] = 1;

/** Whether something within a definition may give a name of the module its meaning: `global`, or `:=` in a default. */
function bindsOutside(tree: SyntaxTree, first: Node, last: Node): boolean {
  for (let node = first; node < last; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Global || kind === Kind.NamedExpr) return true;
  }
  return false;
}

/** The scopes of a file. */
export class ScopeTable {
  readonly module: Scope;
  /** All scopes, and for each node the place of its scope among them, counted from 1; 0 as long as none is set. */
  private readonly scopes: Scope[] = [];
  private readonly placeOfNode: Int32Array;
  /** What Names mean, as they are asked for: places among the symbols, counted from 1; -1 for nothing. */
  private readonly symbols: Symbol[] = [];
  private readonly symbolOfNode: Int32Array;
  private redirected: Scope[] = [];
  /** Top-level definitions, into which is looked when something in them is asked for: their nodes have their places here, counted from -1. */
  private readonly unread: Node[] = [];
  /** The symbol whose origin is being looked for, the innermost one. */
  asking: Symbol | undefined;

  constructor(readonly tree: SyntaxTree) {
    this.placeOfNode = new Int32Array(tree.root + 1);
    this.symbolOfNode = new Int32Array(tree.root + 1);
    this.module = this.newScope(tree.root, 'module', undefined);
    for (const root of tree.children(tree.root).reverse()) this.enter(root);
    this.redirectAll();
  }

  /** The scope in which an expression or statement is evaluated. */
  scopeOf(node: Node): Scope {
    const place = this.placeOfNode[node]!;
    if (place < 0) this.read(-place);
    return this.scopes[this.placeOfNode[node]! - 1] ?? this.module;
  }

  /** Of a definition, what the module needs to know: all else waits. */
  private enter(statement: Node): void {
    const { tree } = this;
    const definition = tree.kind(statement) === Kind.Decorated ? tree.lastChild(statement) : statement;
    const first = tree.firstInside(statement);
    if (!isDefinition(tree.kind(definition)) || bindsOutside(tree, first, statement)) {
      this.visitAll(first, statement);
    } else {
      this.bind(this.module, nameOf(tree, definition), { node: definition, value: NONE, role: 'definition' });
      this.placeOfNode.fill(-this.unread.push(statement), first, statement + 1);
    }
  }

  private read(place: number): void {
    const statement = this.unread[place - 1]!;
    const { tree } = this;
    const first = tree.firstInside(statement);
    this.placeOfNode.fill(0, first, statement + 1);
    const definition = tree.kind(statement) === Kind.Decorated ? tree.lastChild(statement) : statement;
    this.visitInside(definition, this.module);
    this.visitAll(first, definition - 1);
    this.redirectAll();
  }

  /** Parents have greater numbers than their children, so that backwards every node finds its scope set. */
  private visitAll(first: Node, last: Node): void {
    for (let node = last; node >= first; node--) {
      if (SCOPED[this.tree.kind(node)] === 1 && this.tree.firstChild(node)) this.visit(node, this.scopeOf(node));
    }
  }

  /** The symbol that a name means in a scope, by Python's rules: a class is not seen from the functions in it. */
  find(name: string, from: Scope): Symbol | undefined {
    for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== from) continue;
      const symbol = scope.symbols.get(name);
      if (symbol) return symbol;
      if (scope.outer?.get(name) === 'global') return this.module.symbols.get(name);
    }
    return undefined;
  }

  /** The symbol that a Name means where it stands. Who asks no more knows that it is bound, and by what kind of statement. */
  symbolAt(node: Node): Symbol | undefined {
    const known = this.symbolOfNode[node]!;
    if (known !== 0) return known < 0 ? undefined : this.symbols[known - 1];
    const symbol = this.symbolOf(nameOf(this.tree, node), node);
    this.symbolOfNode[node] = symbol === undefined ? -1 : symbol.place || (symbol.place = this.symbols.push(symbol));
    return symbol;
  }

  /** The symbol that a name would mean if it stood at a node, as in what is evaluated there. */
  symbolOf(name: string, at: Node): Symbol | undefined {
    const symbol = this.find(name, this.scopeOf(at));
    if (symbol === undefined || this.module.symbols.get(name) === symbol) this.tree.dependencies?.askModule(at, name);
    return symbol;
  }

  /** What binds a symbol, for who looks on from there. */
  bindingsSeen(at: Node, symbol: Symbol | undefined): readonly Binding[] {
    if (symbol !== undefined) this.tree.dependencies?.lead(at, symbol.bindings);
    return symbol?.bindings ?? [];
  }

  /** Notes who asks for the origin of a symbol: that of a definition is the same whatever stands in it. */
  noteOrigin(at: Node, { bindings }: Symbol): void {
    const { tree, tree: { dependencies } } = this;
    if (dependencies === undefined) return;
    const isSeen = (binding: Binding): boolean => !isPlainDefinition(tree, binding);
    dependencies.lead(at, bindings.every(isSeen) ? bindings : bindings.filter(isSeen));
  }

  askAnew(): void {
    this.symbolOfNode.fill(0);
  }

  bind(scope: Scope, name: string, binding: Binding): void {
    const symbol = scope.symbols.get(name);
    if (symbol) symbol.bindings.push(binding);
    else scope.symbols.set(name, { bindings: [binding], only: undefined, place: 0, qualified: undefined, state: 'unasked' });
  }

  private visit(node: Node, scope: Scope): void {
    switch (this.tree.kind(node)) {
      case Kind.FunctionDef:
      case Kind.AsyncFunctionDef:
      case Kind.ClassDef:
        this.bind(scope, nameOf(this.tree, node), { node, value: NONE, role: 'definition' });
        this.visitInside(node, scope);
        break;
      case Kind.Lambda:
        this.visitLambda(node, scope);
        break;
      case Kind.ListComprehension:
      case Kind.SetComprehension:
      case Kind.DictComprehension:
      case Kind.Generator:
        this.visitComprehension(node, scope);
        break;
      case Kind.Global:
      case Kind.Nonlocal:
        this.visitRedirection(node, scope);
        break;
      default:
        addBindings(this, node, scope);
    }
  }

  /** Puts a node with all that is inside it into a scope; what is inside may be put into another one later. */
  private place(node: Node, { place }: Scope): void {
    this.placeOfNode.fill(place, this.tree.firstInside(node), node + 1);
  }

  private visitInside(node: Node, scope: Scope): void {
    const { tree } = this;
    const kind = tree.kind(node) === Kind.ClassDef ? 'class' : 'function';
    let header = scope;
    for (let child = tree.firstChild(node); child; child = tree.nextSibling(child)) {
      const childKind = tree.kind(child);
      if (childKind === Kind.TypeParameters) header = this.scopeOfTypes(node, child, scope);
      const inside = childKind === Kind.Block ? this.newScope(node, kind, header) : header;
      if (inside !== scope) this.place(child, inside);
      if (childKind === Kind.Block) this.bindParameters(node, inside);
    }
  }

  private scopeOfTypes(definition: Node, typeParameters: Node, scope: Scope): Scope {
    const types = this.newScope(definition, 'types', scope);
    for (const node of this.tree.children(typeParameters)) {
      this.bind(types, nameOf(this.tree, node), { node, value: NONE, role: 'opaque' });
    }
    return types;
  }

  private bindParameters(definition: Node, scope: Scope): void {
    const { tree } = this;
    for (let child = tree.firstChild(definition); child; child = tree.nextSibling(child)) {
      if (tree.kind(child) !== Kind.Parameters) continue;
      for (let node = tree.firstChild(child); node; node = tree.nextSibling(node)) {
        const name = nameOf(tree, node);
        if (name) this.bind(scope, name, { node, value: NONE, role: 'opaque' });
      }
    }
  }

  private visitLambda(node: Node, scope: Scope): void {
    const inside = this.newScope(node, 'lambda', scope);
    const parameters = this.tree.firstChild(node);
    this.bindParameters(node, inside);
    this.place(this.tree.nextSibling(parameters), inside);
  }

  /** The first iterable is evaluated outside. */
  private visitComprehension(node: Node, scope: Scope): void {
    const { tree } = this;
    const inside = this.newScope(node, 'comprehension', scope);
    const clause = childOf(tree, node, Kind.ComprehensionFor);
    for (let child = tree.firstChild(node); child; child = tree.nextSibling(child)) this.place(child, inside);
    if (clause) this.place(tree.nextSibling(tree.firstChild(clause)), scope);
  }

  private visitRedirection(node: Node, scope: Scope): void {
    const { tree } = this;
    if (scope === this.module) return;
    scope.outer ??= new Map();
    for (const child of tree.children(node)) scope.outer.set(nameOf(tree, child), tree.kind(node) === Kind.Global ? 'global' : 'nonlocal');
    if (!this.redirected.includes(scope)) this.redirected.push(scope);
  }

  private redirectAll(): void {
    for (const scope of this.redirected) this.redirect(scope);
    this.redirected = [];
  }

  /** Moves what a scope binds for `global` and `nonlocal` to where it belongs. */
  private redirect(scope: Scope): void {
    for (const [name, where] of scope.outer ?? []) {
      const symbol = scope.symbols.get(name);
      if (!symbol) continue;
      scope.symbols.delete(name);
      const owner = where === 'global' ? this.module : this.ownerOf(name, scope.parent);
      for (const binding of symbol.bindings) this.bind(owner, name, binding);
    }
  }

  private ownerOf(name: string, from: Scope | undefined): Scope {
    for (let scope = from; scope; scope = scope.parent) {
      if (scope.kind !== 'class' && scope.kind !== 'module' && scope.symbols.has(name)) return scope;
    }
    return this.module;
  }

  private newScope(node: Node, kind: Scope['kind'], parent: Scope | undefined): Scope {
    const scope: Scope = { node, place: this.scopes.length + 1, kind, parent, symbols: new Map(), outer: undefined };
    this.scopes.push(scope);
    return scope;
  }
}

/** A class or function that stands in nothing else, so that its name means the same whatever stands in it. */
export function isPlainDefinition(tree: SyntaxTree, { role, node }: Binding): boolean {
  const parent = role === 'definition' ? tree.parent(node) : NONE;
  return parent === tree.root || (tree.kind(parent) === Kind.Decorated && tree.parent(parent) === tree.root);
}
