/**
 * x · Φ(x), which is GELU, with its derivatives; and the same with Φ replaced by its approximation through tanh.
 *
 * Left of zero, ½(1 + erf(x/√2)) loses every digit. There Φ is written as e^(-x²/2) times a factor that varies
 * slowly, and the factor's sums are taken before the exponential makes them small.
 */
import { add, divide, exactly, exponential, multiply, rounded, twoProduct, type DoubleDouble } from './doubleDouble';
import { erfc, erfcx } from './errorFunction';
import { timesGaussian } from './exponentials';
import { gateSlope, negated, timesSigmoid } from './logistic';

/** 1/√(2π), the height of the normal density, to 32 digits. */
const densityPeak: DoubleDouble = { high: 0.3989422804014327, low: -2.49232720227773e-17 };
const peak = densityPeak.high;
/** Left of this point -x/√2 is in the domain of erfcx. */
const tailFrom = -1.8;

/** Φ(x), the probability that a standard normal number is below x. */
export function normalCdf(x: number): number {
  if (x < tailFrom) return timesGaussian(scaledTail(x), x, 0.5);
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

/** x · Φ(x) */
export function gelu(x: number): number {
  if (x < tailFrom) return timesGaussian(x * scaledTail(x), x, 0.5);
  return 0.5 * x * erfc(-x * Math.SQRT1_2);
}

/** Φ(x) + x φ(x) */
export function geluSlope(x: number): number {
  if (x < tailFrom) return timesGaussian(scaledTail(x) + x * peak, x, 0.5);
  if (x < -0.3) return geluSlopeNearRoot(x);
  return normalCdf(x) + timesGaussian(x * peak, x, 0.5);
}

/** (2 - x²) φ(x) */
export function geluCurvature(x: number): number {
  const square = twoProduct(x, x);
  return timesGaussian((2 - square.high - square.low) * peak, x, 0.5);
}

/**
 * The two terms cancel at x = -0.7518; in 32 digits a full double is left. Here Φ(x) is ½ + φ(x) s(x) with the
 * series s(x) = x + x³/3 + x⁵/(3·5) + …
 */
function geluSlopeNearRoot(x: number): number {
  const square = twoProduct(x, x);
  const density = multiply(exponential({ high: -square.high / 2, low: -square.low / 2 }), densityPeak);
  return rounded(add(multiply(density, add(oddSeries(x, square), exactly(x))), exactly(0.5)));
}

/** x + x³/3 + x⁵/(3·5) + …, to 32 digits for |x| < 1.8. */
function oddSeries(x: number, square: DoubleDouble): DoubleDouble {
  let term = exactly(x);
  let sum = term;
  for (let odd = 3; odd < 71; odd += 2) {
    term = divide(multiply(term, square), exactly(odd));
    sum = add(sum, term);
  }
  return sum;
}

/** Φ(x) e^(x²/2) for negative x. */
export function scaledTail(x: number): number {
  return 0.5 * erfcx(-x * Math.SQRT1_2);
}

/** √(8/π) to 32 digits. */
const rate: DoubleDouble = { high: 1.5957691216057308, low: -9.96930880911092e-17 };
const cubic = 0.044715;
/** Beyond this size the approximation's gate is 0 or 1 in every double. */
const settled = 30;

/** ½x (1 + tanh(√(2/π)(x + 0.044715x³))), which is x · σ(√(8/π)(x + 0.044715x³)) without the cancellation. */
export function geluTanh(x: number): number {
  if (Math.abs(x) > settled) return Math.max(x, 0);
  return timesSigmoid(x, tanhGate(x, 1));
}

export function geluTanhSlope(x: number): number {
  if (Math.abs(x) > settled) return x > 0 ? 1 : 0;
  return gateSlope(tanhGate(x, 3), tanhGate(x, 1));
}

export function geluTanhCurvature(x: number): number {
  if (Math.abs(x) > settled) return 0;
  const gate = tanhGate(x, 1);
  const slope = rate.high * (1 + 3 * cubic * x * x);
  const bend = 2 * slope + rate.high * 6 * cubic * x * x - x * slope * slope * Math.tanh(gate.high / 2);
  return timesSigmoid(timesSigmoid(bend, negated(gate)), gate);
}

/**
 * √(8/π)(x + cubes · 0.044715x³) in 32 digits: the exponent of the gate for one cube, and x times its derivative
 * for three.
 */
export function tanhGate(x: number, cubes: 1 | 3): DoubleDouble {
  const cubicPart = multiply(multiply(twoProduct(x, x), exactly(cubic)), exactly(cubes));
  return multiply(multiply(add(cubicPart, exactly(1)), exactly(x)), rate);
}
