/** Python's operators as functions of numbers, and how steps are read from what they stand in. */
import { operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { add, divide, multiply, power, subtract, type Primitive } from './functions';
import type { StepIndex, Steps } from './steps';

const arithmetics: Partial<Record<Operator, Primitive>> = {
  [Operator.Add]: add, [Operator.Subtract]: subtract, [Operator.Multiply]: multiply, [Operator.Divide]: divide,
  [Operator.Power]: power, [Operator.BitAnd]: multiply,
};

const arithmeticNames: Partial<Record<Operator, readonly [name: string, commutes: boolean]>> = {
  [Operator.Add]: ['add', true], [Operator.Subtract]: ['sub', false], [Operator.Multiply]: ['mul', true], [Operator.Divide]: ['div', false],
  [Operator.Power]: ['pow', false], [Operator.BitAnd]: ['mul', true],
};

/** What an operator makes of two steps; which of them stands first does not matter where that changes nothing. */
export function reckoned(steps: Steps, operator: Operator, left: StepIndex | undefined, right: StepIndex | undefined): StepIndex | undefined {
  const primitive = arithmetics[operator];
  if (primitive?.kind !== 'element') return undefined;
  const [name = '', commutes = false] = arithmeticNames[operator] ?? [];
  const swapped = commutes && left !== undefined && right !== undefined && left > right;
  return swapped ? steps.element(name, primitive.apply, right, left) : steps.element(name, primitive.apply, left, right);
}

const comparisons: Partial<Record<Operator, (a: number, b: number) => number>> = {
  [Operator.Less]: (a, b) => Number(a < b), [Operator.LessEqual]: (a, b) => Number(a <= b),
  [Operator.Greater]: (a, b) => Number(a > b), [Operator.GreaterEqual]: (a, b) => Number(a >= b),
};

export const where = (test: number, yes: number, no: number): number => (test === 0 ? no : yes);

/** Who reads the expressions inside. */
interface Reads {
  readonly steps: Steps;
  read(node: Node, depth: number): StepIndex | undefined;
  readPicked(index: Node, value: Node, depth: number): StepIndex | undefined;
  leaf(node: Node): StepIndex | undefined;
}

export function readBinary(reader: Reads, tree: SyntaxTree, node: Node, depth: number): StepIndex | undefined {
  const left = tree.firstChild(node);
  const operator = operatorOf(tree, node);
  const isOfBits = operator === Operator.BitAnd && tree.children(node).some((part) => tree.kind(part) !== Kind.Compare);
  if (operator === Operator.MatrixMultiply && isNegative(tree, left)) return reader.steps.element('neg', negative, reader.leaf(node));
  if (isOfBits || operator === Operator.MatrixMultiply || operator === Operator.Modulo || operator === Operator.FloorDivide) return reader.leaf(node);
  const right = tree.nextSibling(left);
  const index = operator === Operator.Divide ? indexOfEntry(tree, left, right) : NONE;
  return reckoned(reader.steps, operator, index === NONE ? reader.read(left, depth + 1) : reader.readPicked(index, left, depth + 1), reader.read(right, depth + 1));
}

/** Longer formulas of one entry nobody writes. */
const mostInside = 24;

/** `j` of `np.exp(x[j]) / np.sum(np.exp(x))`: one entry of what is divided by the sum of all. */
function indexOfEntry(tree: SyntaxTree, dividend: Node, divisor: Node): Node {
  const first = tree.firstInside(dividend);
  if (tree.kind(divisor) !== Kind.Call || dividend - first > mostInside) return NONE;
  for (let node = first; node <= dividend; node++) {
    if (tree.kind(node) === Kind.Subscript && isSummed(tree, tree.firstChild(node), divisor)) return tree.lastChild(node);
  }
  return NONE;
}

/** Whether the divisor is a sum of what is picked from. */
function isSummed(tree: SyntaxTree, whole: Node, divisor: Node): boolean {
  const text = tree.textOf(divisor);
  return /(^|\.)(nan)?(reduce_)?f?sum\(/.test(text) && text.includes(tree.textOf(whole));
}

const negative = (x: number): number => -x;

/** `-x @ w` is the product of x and w with the other sign. */
function isNegative(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.UnaryOp && operatorOf(tree, node) === Operator.Minus;
}

export function readUnary(reader: Reads, tree: SyntaxTree, node: Node, depth: number): StepIndex | undefined {
  const operand = reader.read(tree.firstChild(node), depth + 1);
  switch (operatorOf(tree, node)) {
    case Operator.Minus:
      return reader.steps.element('neg', negative, operand);
    case Operator.Plus:
      return operand;
    default:
      return reader.steps.element('not', (x) => Number(x === 0), operand);
  }
}

export function readComparison(reader: Reads, tree: SyntaxTree, node: Node, depth: number): StepIndex | undefined {
  const [left = NONE, comparison = NONE, more] = tree.children(node);
  const compare = more === undefined ? comparisons[operatorOf(tree, comparison)] : undefined;
  if (compare === undefined) return reader.leaf(node);
  return reader.steps.element(`compare ${operatorOf(tree, comparison)}`, compare, reader.read(left, depth + 1), reader.read(tree.firstChild(comparison), depth + 1));
}

/** A number only where both are the same number. */
export const either = (a: number, b: number): number => (Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a)) ? a : NaN);

/** Whether a test says on which side of a number something is; any other chooses between formulas and makes none. */
export function isOrdering(tree: SyntaxTree, compare: Node): boolean {
  const comparison = tree.nextSibling(tree.firstChild(compare));
  return tree.lastChild(compare) === comparison && comparisons[operatorOf(tree, comparison)] !== undefined;
}
