/** An expression as a function that can be plotted: its value, both derivatives, and where they jump. */
import type { Expression } from './expression';
import { plainNumbers } from './field';
import { jetOf } from './jets';
import { kinksOf } from './kinks';
import { scaledNumbers } from './scaled';

export interface Differentiable {
  value(x: number): number;
  derivative(x: number): number;
  secondDerivative(x: number): number;
  /** Where the function or one of its derivatives jumps, in order. */
  readonly kinks: readonly number[];
}

export function differentiable(expression: Expression): Differentiable {
  const order = (place: 0 | 1 | 2) => (x: number): number => derivativeAt(expression, x, place);
  const [value, derivative, secondDerivative] = [order(0), order(1), order(2)];
  return { value, derivative, secondDerivative, kinks: kinksOf(expression, [value, derivative, secondDerivative]) };
}

/** Plain numbers are faster; only where they overflow on the way are others needed. What has no value has no derivative. */
export function derivativeAt(expression: Expression, x: number, order: 0 | 1 | 2): number {
  const plain = jetOf(plainNumbers, expression, x);
  if (!Number.isFinite(x) || (Number.isFinite(plain[0]) && Number.isFinite(plain[order]))) return plain[order];
  const scaled = jetOf(scaledNumbers, expression, x);
  return Number.isNaN(scaledNumbers.toNumber(scaled[0])) ? NaN : scaledNumbers.toNumber(scaled[order]);
}
