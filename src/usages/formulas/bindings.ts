/**
 * Which statement gave a name the value that it has at a place: formulas are written over several lines, and names such as
 * `x` are bound again and again.
 */
import type { Names } from '../../python/names';
import { assignedValue, isRow, nameOf, nextTarget, parametersOf, topStatementOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { changedIn } from './masked';

export interface Binding {
  readonly target: Node;
  /** The Assign, AugAssign, … that binds it. */
  readonly statement: Node;
  /** The value, where the target is the whole left side; else `NONE`, as it is where a mask says which part is replaced. */
  readonly value: Node;
}

interface BindingsWithin {
  /** In the order of the text, by the name or the dotted path (`self.out`) that is bound. */
  readonly byName: ReadonlyMap<string, readonly Binding[]>;
  /** The statements that give a part of a variable another value, by its name: `out[i] = x`. */
  readonly parts: ReadonlyMap<string, readonly Node[]>;
  /** What the classes of the file assign to their instances' attributes; undefined where it is assigned twice. */
  readonly attributes: ReadonlyMap<Node, ReadonlyMap<string, Node | undefined>>;
  /** The methods of the classes of the file. */
  readonly methods: ReadonlyMap<Node, ReadonlyMap<string, Node>>;
}

/** Of each top-level statement, read when something in it is asked for; of the whole text only where that is asked outside of all of them. */
export class Bindings {
  private readonly read = new Map<Node, BindingsWithin>();

  constructor(private readonly tree: SyntaxTree, private readonly names: Names) {}

  /** What a class assigns to its instances' attributes; for `NONE` what is assigned outside of all classes. */
  attributesOf(owner: Node): ReadonlyMap<string, Node | undefined> | undefined {
    return this.around(owner).attributes.get(owner);
  }

  methodsOf(owner: Node): ReadonlyMap<string, Node> | undefined {
    return this.around(owner).methods.get(owner);
  }

  /** Those of the top-level statement around a class or function, and of the whole text for `NONE`. */
  around(definition: Node): BindingsWithin {
    const { tree, names } = this;
    const root = definition === NONE ? tree.root : topStatementOf(tree, definition);
    const known = this.read.get(root);
    if (known) return known;
    const found = readBindings(tree, names, root === tree.root ? 1 : tree.firstInside(root), root);
    this.read.set(root, found);
    return found;
  }
}

export function bindingsOf({ tree, names, shared }: Reading): Bindings {
  return (shared.bindings ??= new Bindings(tree, names));
}

/** The bindings of Names and Attributes within a stretch of nodes, those of one name in their order. */
export function boundWithin({ tree, names }: Reading, first: Node, last: Node): Binding[] {
  return [...readBindings(tree, names, first, last).byName.values()].flat();
}

function readBindings(tree: SyntaxTree, names: Names, first: Node, last: Node): BindingsWithin {
  const byName = new Map<string, Binding[]>();
  const attributes = new Map<Node, Map<string, Node | undefined>>();
  const parts = new Map<string, Node[]>();
  const bind = (target: Node, statement: Node, value: Node): void => {
    const kind = tree.kind(target);
    if (isRow(tree, target)) {
      for (let part = tree.firstChild(target); part; part = tree.nextSibling(part)) bind(part, statement, NONE);
    } else if (kind === Kind.Name || isOwnAttribute(tree, target)) {
      const name = kind === Kind.Name ? nameOf(tree, target) : `self.${nameOf(tree, target)}`;
      const known = byName.get(name);
      if (known) known.push({ target, statement, value });
      else byName.set(name, [{ target, statement, value }]);
      if (kind === Kind.Attribute) noteAttribute(attributes, classAround(tree, names, target), nameOf(tree, target), value);
    } else if (kind === Kind.Subscript) {
      const changed = changedIn(tree, target);
      const filled = tree.firstChild(target);
      if (changed !== NONE) bind(changed, statement, NONE);
      else if (tree.kind(filled) === Kind.Name) notePart(parts, nameOf(tree, filled), statement);
      // Zeros that are filled later are no number.
      if (isOwnAttribute(tree, filled)) noteAttribute(attributes, classAround(tree, names, filled), nameOf(tree, filled), NONE);
    }
  };
  const methods = new Map<Node, Map<string, Node>>();
  for (let node = first; node <= last; node++) {
    bindAt(tree, node, bind);
    if (tree.kind(node) === Kind.Assign && tree.kind(tree.lastChild(node)) === Kind.Lambda) noteLambda(tree, names, methods, node);
    if (tree.kind(node) === Kind.FunctionDef) noteMethod(methods, names.enclosingDefinition(node), nameOf(tree, node), node);
  }
  return { byName, parts, attributes, methods };
}

function bindAt(tree: SyntaxTree, node: Node, bind: (target: Node, statement: Node, value: Node) => void): void {
  switch (tree.kind(node)) {
    case Kind.Assign:
    case Kind.AnnAssign:
    case Kind.AugAssign: {
      const value = assignedValue(tree, node);
      for (let target = nextTarget(tree, node, NONE); target; target = nextTarget(tree, node, target)) bind(target, node, value);
      break;
    }
    case Kind.NamedExpr:
      bind(tree.firstChild(node), node, tree.lastChild(node));
      break;
    case Kind.For:
    case Kind.AsyncFor:
      bind(tree.firstChild(node), tree.firstChild(node), NONE);
      break;
    case Kind.WithItem:
      if (tree.lastChild(node) !== tree.firstChild(node)) bind(tree.lastChild(node), node, NONE);
  }
}

function notePart(parts: Map<string, Node[]>, name: string, statement: Node): void {
  const known = parts.get(name);
  if (known) known.push(statement);
  else parts.set(name, [statement]);
}

function noteAttribute(attributes: Map<Node, Map<string, Node | undefined>>, owner: Node, name: string, value: Node): void {
  let own = attributes.get(owner);
  if (own === undefined) attributes.set(owner, own = new Map());
  own.set(name, own.has(name) || value === NONE ? undefined : value);
}

function noteMethod(methods: Map<Node, Map<string, Node>>, owner: Node, name: string, method: Node): void {
  const own = methods.get(owner);
  if (own) own.set(name, method);
  else methods.set(owner, new Map([[name, method]]));
}

/** `RELU = lambda x: np.maximum(0, x)` in a class */
function noteLambda(tree: SyntaxTree, names: Names, methods: Map<Node, Map<string, Node>>, statement: Node): void {
  const owner = names.enclosingDefinition(statement);
  const target = tree.firstChild(statement);
  if (tree.kind(owner) === Kind.ClassDef && tree.kind(target) === Kind.Name) noteMethod(methods, owner, nameOf(tree, target), tree.lastChild(statement));
}

export function isOwnAttribute(tree: SyntaxTree, node: Node): boolean {
  if (tree.kind(node) !== Kind.Attribute) return false;
  const owner = tree.firstChild(node);
  return tree.kind(owner) === Kind.Name && selves.has(nameOf(tree, owner));
}

const selves: ReadonlySet<string> = new Set(['self', 'ctx', 'cls']);

/** The nearest class around a node, through the functions in it. */
export function classAround(tree: SyntaxTree, names: Names, node: Node): Node {
  let around = names.enclosingDefinition(node);
  for (let level = 0; around && tree.kind(around) !== Kind.ClassDef && level < 4; level++) around = names.enclosingDefinition(around);
  return around && tree.kind(around) === Kind.ClassDef ? around : NONE;
}

/** What `self` was given under the name of a node; outside of all classes what counts is all that stands there. */
export function attributeAt(reading: Reading, node: Node): Node {
  const { tree, names } = reading;
  const owner = classAround(tree, names, node);
  const value = bindingsOf(reading).attributesOf(owner)?.get(nameOf(tree, node)) ?? NONE;
  if (owner === NONE) {
    tree.dependencies?.askOutside(node);
    tree.dependencies?.lead(node, [{ node: value }]);
  }
  return value;
}

/** The method of `self` that a node names; outside of all classes the function. */
export function methodAt(reading: Reading, node: Node): Node {
  const { tree, names } = reading;
  const owner = classAround(tree, names, node);
  const name = nameOf(tree, node);
  const method = bindingsOf(reading).methodsOf(owner)?.get(name) ?? NONE;
  if (owner === NONE) {
    tree.dependencies?.askModule(node, name);
    tree.dependencies?.lead(node, [{ node: method }]);
  }
  return method;
}

/** How many bindings of one name are looked at, and how many levels of the tree. */
const mostLooks = 12;
const deepest = 40;

/**
 * The last binding before a place in the same function; undefined where the name comes from outside or is a parameter. The
 * place is a Name, or an Attribute of `self`.
 */
export function reachingBinding(tree: SyntaxTree, names: Names, bindings: Bindings, place: Node): Binding | undefined {
  const name = tree.kind(place) === Kind.Name ? nameOf(tree, place) : `self.${nameOf(tree, place)}`;
  const around = names.enclosingDefinition(place);
  const all = bindings.around(around).byName.get(name);
  if (around === NONE) tree.dependencies?.askOutside(place);
  if (all === undefined || isLambdaParameter(tree, place, name)) return undefined;
  const from = around ? tree.start(around) : 0;
  let last = lastBefore(tree, all, tree.start(place));
  for (let look = 0; look < mostLooks && last >= 0; look++, last--) {
    const binding = all[last]!;
    if (tree.end(binding.statement) < from) return undefined;
    if (names.enclosingDefinition(binding.target) !== around) continue;
    if (around === NONE) tree.dependencies?.lead(place, [{ node: binding.target }]);
    return binding;
  }
  return undefined;
}

/** The place of the last binding that is over before an offset, by halving. */
function lastBefore(tree: SyntaxTree, all: readonly Binding[], offset: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.end(all[middle]!.statement) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isLambdaParameter(tree: SyntaxTree, place: Node, name: string): boolean {
  let around = tree.parent(place);
  for (let level = 0; level < deepest && around; level++, around = tree.parent(around)) {
    const kind = tree.kind(around);
    if (kind === Kind.Lambda && parametersOf(tree, around).some((parameter) => parameter.name === name)) return true;
    if (kind === Kind.Block) return false;
  }
  return false;
}

/** Whether an array is made and then given other values in part before a place: one of zeros is none of zeros there. */
export function isFilledBetween({ tree, names }: Reading, bindings: Bindings, { target, statement, value }: Binding, place: Node): boolean {
  if (tree.kind(value) !== Kind.Call) return false;
  const filling = bindings.around(names.enclosingDefinition(place)).parts.get(nameOf(tree, target));
  return filling !== undefined && filling.some((part) => part > statement && part < place);
}

/** Whether a binding is surely the one that counts at a place: it stands before it in a block around it, and in the same loop. */
export function isSure(tree: SyntaxTree, binding: Binding, place: Node): boolean {
  return binding.value !== NONE && isRunBefore(tree, binding.statement, place);
}

export function isRunBefore(tree: SyntaxTree, statement: Node, place: Node): boolean {
  let block = tree.parent(statement);
  while (block && tree.kind(block) !== Kind.Module && (tree.kind(block) !== Kind.Block || tree.kind(tree.parent(block)) === Kind.With)) block = tree.parent(block);
  let around = tree.parent(place);
  for (let level = 0; level < deepest && around; level++, around = tree.parent(around)) {
    if (around === block) return true;
    const kind = tree.kind(around);
    if (kind === Kind.For || kind === Kind.AsyncFor || kind === Kind.While) return false;
  }
  return false;
}
