/** Python's operators as functions of numbers. */
import { operatorOf } from '../../python/parts';
import { Operator, type Node, type SyntaxTree } from '../../python/syntax';
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

export const comparisons: Partial<Record<Operator, (a: number, b: number) => number>> = {
  [Operator.Less]: (a, b) => Number(a < b), [Operator.LessEqual]: (a, b) => Number(a <= b),
  [Operator.Greater]: (a, b) => Number(a > b), [Operator.GreaterEqual]: (a, b) => Number(a >= b),
};

export const where = (test: number, yes: number, no: number): number => (test === 0 ? no : yes);

/** A number only where both are the same number. */
export const either = (a: number, b: number): number => (Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a)) ? a : NaN);

/** Whether a test says on which side of a number something is; any other chooses between formulas and makes none. */
export function isOrdering(tree: SyntaxTree, compare: Node): boolean {
  const comparison = tree.nextSibling(tree.firstChild(compare));
  return tree.lastChild(compare) === comparison && comparisons[operatorOf(tree, comparison)] !== undefined;
}
