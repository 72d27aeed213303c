/** Square roots of sums of squares, where the squares themselves would overflow or underflow. */
import { twoSum } from './doubleDouble';

/** √(x² + b) */
export function rootOfSquares(x: number, b: number): number {
  const [larger, smaller] = [Math.max(Math.abs(x), Math.sqrt(b)), Math.min(Math.abs(x), Math.sqrt(b))];
  if (larger > 1e-140 && larger < 1e150) return Math.sqrt(x * x + b);
  return larger === 0 || larger === Infinity ? larger : larger * Math.sqrt(1 + (smaller / larger) ** 2);
}

/** From here on 1 is nothing beside αx². */
const dominant = 1e200;

/** x/√(1 + αx²), the inverse square root unit. */
export function inverseRootUnit(x: number, alpha: number): number {
  const square = alpha * x * x;
  return square > dominant ? Math.sign(x) / Math.sqrt(alpha) : x / Math.sqrt(1 + square);
}

/** (1 + αx²)^(-3/2) */
export function inverseRootSlope(x: number, alpha: number): number {
  const square = alpha * x * x;
  if (square > dominant) return 1 / (Math.sqrt(alpha) * Math.abs(x)) ** 3;
  // Just above 1 the sum is rounded to half as many digits below 1 as the result has.
  const { high, low } = twoSum(1, square);
  return (1 - (1.5 * low) / high) / (high * Math.sqrt(high));
}

/** -3αx (1 + αx²)^(-5/2) */
export function inverseRootCurvature(x: number, alpha: number): number {
  const root = rootOfOneMore(x, alpha);
  if (root === Infinity) return 0;
  return (-3 * alpha * (x / root)) / root / root / root / root;
}

function rootOfOneMore(x: number, alpha: number): number {
  const square = alpha * x * x;
  return square > dominant ? Math.sqrt(alpha) * Math.abs(x) : Math.sqrt(1 + square);
}
