/** Python's operators as functions of numbers. */
import { Operator } from '../../python/syntax';
import { add, divide, multiply, power, subtract, type Primitive } from './functions';

export const arithmetics: Partial<Record<Operator, Primitive>> = {
  [Operator.Add]: add, [Operator.Subtract]: subtract, [Operator.Multiply]: multiply, [Operator.Divide]: divide,
  [Operator.Power]: power, [Operator.BitAnd]: multiply,
};

export const arithmeticNames: Partial<Record<Operator, readonly [name: string, commutes: boolean]>> = {
  [Operator.Add]: ['add', true], [Operator.Subtract]: ['sub', false], [Operator.Multiply]: ['mul', true], [Operator.Divide]: ['div', false],
  [Operator.Power]: ['pow', false], [Operator.BitAnd]: ['mul', true],
};

export const comparisons: Partial<Record<Operator, (a: number, b: number) => number>> = {
  [Operator.Less]: (a, b) => Number(a < b), [Operator.LessEqual]: (a, b) => Number(a <= b),
  [Operator.Greater]: (a, b) => Number(a > b), [Operator.GreaterEqual]: (a, b) => Number(a >= b),
};
