/**
 * Which way a function goes where its callers leave the defaults: with `activation="relu"` nothing behind
 * `if activation == "gelu"` is reached.
 */
import { literalValue } from '../../python/literals';
import { hasDefault, isDefinition, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Binding } from '../../python/scopes';
import type { Reading } from '../reading';
import { outsideOf, type Value } from './frame';
import { truthIn, type Truth } from './truth';

/** Nobody nests conditions deeper. */
const deepest = 32;

/** False where the conditions around a node keep it from being reached by default, of all parameters or by that of `only` one. */
export function isReached(reading: Reading, node: Node, only?: string): boolean {
  const { tree } = reading;
  let child = node;
  let parent = tree.parent(node);
  for (let level = 0; parent && level < deepest && !isDefinition(tree.kind(parent)); level++) {
    if (tree.kind(parent) === Kind.If && !isTaken(reading, parent, child, only)) return false;
    // With all of its defaults a function often goes back at once: `if shape is None: raise …`
    if (tree.kind(parent) === Kind.Block && only !== undefined && isLeftBefore(reading, parent, child, only)) return false;
    child = parent;
    parent = tree.parent(parent);
  }
  return true;
}

/** Whether an If may go the way on which a child of it stands. */
function isTaken(reading: Reading, statement: Node, child: Node, only: string | undefined): boolean {
  const { tree } = reading;
  if (child === tree.firstChild(statement)) return true;
  for (const { test, way } of waysOf(tree, statement)) {
    const truth = test === NONE ? true : truthByDefault(reading, test, tree.start(statement), only);
    if (way === child) return truth !== false;
    if (truth === true) return false;
  }
  return true;
}

/** Whether the function goes back before it comes to a statement of a block: `if act == "relu": return F.relu(x)` */
function isLeftBefore(reading: Reading, block: Node, child: Node, only: string): boolean {
  const { tree } = reading;
  for (let statement = tree.firstChild(block); statement !== child && statement !== NONE; statement = tree.nextSibling(statement)) {
    if (tree.kind(statement) === Kind.If && isLeftIn(reading, statement, only)) return true;
  }
  return false;
}

function isLeftIn(reading: Reading, statement: Node, only: string): boolean {
  const { tree } = reading;
  const ways = waysOf(tree, statement);
  const goesBack = (way: Node): boolean => [Kind.Return, Kind.Raise].includes(tree.kind(tree.lastChild(tree.kind(way) === Kind.Block ? way : tree.lastChild(way))));
  if (!ways.some(({ way }) => goesBack(way))) return false;
  for (const { test, way } of ways) {
    const truth = test === NONE ? true : truthByDefault(reading, test, tree.start(statement), only);
    if (truth !== false) return truth === true && goesBack(way);
  }
  return false;
}

/** A block or clause, and the test that leads there; `NONE` where all else does. */
function waysOf(tree: SyntaxTree, statement: Node): readonly { readonly test: Node; readonly way: Node }[] {
  const [test = NONE, block = NONE, ...clauses] = tree.children(statement);
  return [{ test, way: block }, ...clauses.map((clause) => ({ test: tree.kind(clause) === Kind.ElifClause ? tree.firstChild(clause) : NONE, way: clause }))];
}

/** Whether a test holds where its parameters have their defaults; `from` is where the statement begins that it decides. */
export function truthByDefault(reading: Reading, test: Node, from: number, only?: string): Truth {
  return truthIn({ ...reading, frame: { outside: outsideOf(reading), passed: defaultsIn(reading, test, from, only), variables: new Map(), asked: new Set(), assumed: new Set(), depth: 0 } }, test);
}

function defaultsIn(reading: Reading, test: Node, from: number, only: string | undefined): Map<Node, Value> {
  const { tree, names } = reading;
  const passed = new Map<Node, Value>();
  for (let node = tree.firstInside(test); node <= test; node++) {
    if (tree.kind(node) !== Kind.Name || (only !== undefined && nameOf(tree, node) !== only)) continue;
    const bindings = names.bindingsOf(node);
    const parameter = bindings.find((binding) => tree.kind(binding.node) === Kind.Parameter)?.node ?? NONE;
    if (parameter === NONE || !hasDefault(tree, parameter)) continue;
    if (!bindings.every((binding) => binding.node === parameter || isLater(reading, binding, from))) continue;
    passed.set(parameter, { literal: literalValue(tree, tree.lastChild(parameter)), holding: undefined });
  }
  return passed;
}

/** `act = F.relu if act == "relu" else F.gelu` and what stands behind a test bind its name only afterwards. */
function isLater({ tree }: Reading, { node, value }: Binding, from: number): boolean {
  return tree.start(node) >= from || (value !== NONE && tree.start(value) <= from && from < tree.end(value));
}
