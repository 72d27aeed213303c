/** Exponentials times a factor, where the factor must not lose the digits that an underflow takes. */
import { twoProduct } from './doubleDouble';

/**
 * `factor · eˣ`. Where eˣ alone would be subnormal, and so have lost its digits, its root is multiplied in twice:
 * the product then rounds once, at the end.
 */
export function timesExponential(factor: number, x: number): number {
  if (Math.abs(x) < 700) return factor * Math.exp(x);
  const root = Math.exp(x / 2);
  return root === 0 ? 0 : factor * root * root;
}

/**
 * `factor · e^(-weight · x²)`. Rounding x² to a double would cost as many units in the last place as x² is large,
 * so the rounding error of the square is computed and multiplied in. The weight must be a power of two.
 */
export function timesGaussian(factor: number, x: number, weight: 0.5 | 1): number {
  const square = twoProduct(x, x);
  if (square.high > 3000) return 0;
  return timesExponential(factor * (1 - weight * square.low), -weight * square.high);
}
