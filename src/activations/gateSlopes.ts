/**
 * GELU and the slopes of SiLU and GELU for gates, accurate to the last digits also beside the roots of the slopes.
 *
 * A function of one number may be judged by how far a change of its input moves it. In a gate the slope is multiplied
 * by the other branch, however large, so its digits count. Left of zero the two halves of a slope cancel, altogether
 * at -1.278 and -0.752, and are therefore computed with 32 digits.
 */
import {
  add, divide, exactly, exponential, multiply, rounded, twoProduct, type DoubleDouble,
} from './doubleDouble';
import { gelu, geluSlope } from './gaussianGated';
import { sigmoidGatedSlope } from './logistic';

/** d/dx of x σ(x) */
export function siluSlopeInGate(x: number): number {
  return x > -700 && x < -0.5 ? rounded(siluSlopePrecisely(x)) : sigmoidGatedSlope(x, 1);
}

/** x Φ(x) */
export function geluInGate(x: number): number {
  if (!isNearGeluRoot(x)) return gelu(x);
  return rounded(multiply(exactly(x), normal(x).cdf));
}

/** d/dx of x Φ(x) */
export function geluSlopeInGate(x: number): number {
  if (!isNearGeluRoot(x)) return geluSlope(x);
  const { cdf, density } = normal(x);
  return rounded(add(cdf, multiply(exactly(x), density)));
}

/** e (1 + e + x) / (1 + e)² with e = eˣ. */
function siluSlopePrecisely(x: number): DoubleDouble {
  const power = exponential(exactly(x));
  const denominator = add(power, exactly(1));
  return divide(multiply(power, add(denominator, exactly(x))), multiply(denominator, denominator));
}

function isNearGeluRoot(x: number): boolean {
  return x > -2.5 && x < -0.25;
}

/** 1/√(2π) to 32 digits. */
const peak: DoubleDouble = { high: 0.3989422804014327, low: -2.49232720227773e-17 };

/** φ(x), and Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …), a series for small x. */
function normal(x: number): { readonly density: DoubleDouble; readonly cdf: DoubleDouble } {
  const square = twoProduct(x, x);
  const density = multiply(peak, exponential({ high: -square.high / 2, low: -square.low / 2 }));
  let term = exactly(x);
  let series = term;
  for (let n = 3; Math.abs(term.high) > 1e-33; n += 2) {
    term = divide(multiply(term, square), exactly(n));
    series = add(series, term);
  }
  return { density, cdf: add(multiply(density, series), exactly(0.5)) };
}
