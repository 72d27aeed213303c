/**
 * The functions that formulas are made of, by the last part of their name in PyTorch, NumPy, TensorFlow, JAX and Python.
 * Activations are called too, and stand in the catalogue.
 */
import { erfc } from '../activations/errorFunction';
import type { Smooth } from './expression';

const perSquareRoot = 2 / Math.sqrt(Math.PI);

/** Exact, with derivatives that lose no digits in the tails. */
export const elementary = {
  sin: [Math.sin, Math.cos, (u) => -Math.sin(u)],
  cos: [Math.cos, (u) => -Math.sin(u), (u) => -Math.cos(u)],
  tan: [Math.tan, (u) => 1 / Math.cos(u) ** 2, (u) => (2 * Math.tan(u)) / Math.cos(u) ** 2],
  asin: [Math.asin, (u) => 1 / Math.sqrt(1 - u * u), (u) => u / (1 - u * u) ** 1.5],
  acos: [Math.acos, (u) => -1 / Math.sqrt(1 - u * u), (u) => -u / (1 - u * u) ** 1.5],
  atan: [Math.atan, (u) => 1 / (1 + u * u), (u) => -2 / (1 + u * u) * (u / (1 + u * u))],
  asinh: [Math.asinh, (u) => 1 / Math.hypot(1, u), (u) => -u / Math.hypot(1, u) ** 3],
  acosh: [Math.acosh, (u) => 1 / Math.sqrt(u * u - 1), (u) => -u / (u * u - 1) ** 1.5],
  atanh: [Math.atanh, (u) => 1 / (1 - u * u), (u) => (2 * u) / (1 - u * u) ** 2],
  log1p: [Math.log1p, (u) => 1 / (1 + u), (u) => -1 / (1 + u) ** 2],
  erfc: [erfc, (u) => -perSquareRoot * Math.exp(-u * u), (u) => 2 * u * perSquareRoot * Math.exp(-u * u)],
  sign: [Math.sign, () => 0, () => 0],
  floor: [Math.floor, () => 0, () => 0],
  ceil: [Math.ceil, () => 0, () => 0],
  round: [roundHalfToEven, () => 0, () => 0],
} satisfies Record<string, readonly [value: (u: number) => number, slope: (u: number) => number, curvature: (u: number) => number]>;

const kinks: Readonly<Record<string, readonly number[]>> = { sign: [0], asin: [-1, 1], acos: [-1, 1], acosh: [1], atanh: [-1, 1], log1p: [-1] };

export type ElementaryName = keyof typeof elementary;

export function elementaryOperation(name: ElementaryName): Smooth {
  const [value, slope, curvature] = elementary[name];
  return { kind: 'smooth', name, value, slope, curvature, kinks: kinks[name] ?? [] };
}

/** As PyTorch and NumPy round. */
function roundHalfToEven(u: number): number {
  const down = Math.floor(u);
  if (u - down !== 0.5) return Math.round(u);
  return down % 2 === 0 ? down : down + 1;
}
