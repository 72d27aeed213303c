/**
 * The logistic function σ(x) = 1/(1 + e⁻ˣ) and what is built from it, accurate in both tails.
 *
 * Everything is expressed by e^(-|x|), which neither overflows nor cancels: 1 - σ(x) and 1 - tanh²(x) would lose
 * all digits where σ and tanh are close to 1.
 */
import { add, exactly, exponential, rounded, twoProduct, type DoubleDouble } from './doubleDouble';
import { timesExponential } from './exponentials';

/** σ(x) */
export function sigmoid(x: number): number {
  return timesSigmoid(1, exactly(x));
}

/** σ′(x) */
export function sigmoidSlope(x: number): number {
  const decay = Math.exp(-Math.abs(x));
  return decay / (1 + decay) ** 2;
}

/** σ″(x) */
export function sigmoidCurvature(x: number): number {
  return -sigmoidSlope(x) * Math.tanh(x / 2);
}

/** ln(1 + eˣ) */
export function log1pexp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** factor / cosh²(x) */
export function timesSquaredSech(factor: number, x: number): number {
  const size = Math.abs(x);
  if (size > 340) return timesExponential(4 * factor, -2 * size);
  const decay = Math.exp(-2 * size);
  return (factor * (4 * decay)) / (1 + decay) ** 2;
}

/** factor · σ(z), with z in 32 digits: e^z has as many units of error in the last place as z is large. */
export function timesSigmoid(factor: number, z: DoubleDouble): number {
  if (z.high < -700) return timesExponential(factor * (1 + z.low), z.high);
  const decay = Math.exp(-Math.abs(z.high)) * (z.high < 0 ? 1 + z.low : 1 - z.low);
  return z.high < 0 ? (factor * decay) / (1 + decay) : factor / (1 + decay);
}

/** x · σ(βx): SiLU at β = 1. */
export function sigmoidGated(x: number, beta: number): number {
  return beta === 0 ? x / 2 : timesSigmoid(x, twoProduct(beta, x));
}

/** d/dx of x · σ(βx), which is σ(z) (1 + z σ(-z)) at z = βx. */
export function sigmoidGatedSlope(x: number, beta: number): number {
  if (beta === 0) return Number.isNaN(x) ? x : 0.5;
  const z = twoProduct(beta, x);
  return gateSlope(z, z);
}

/**
 * σ(z) (1 + w σ(-z)), the derivative of x σ(z) where w = x dz/dx. Where z is negative the bracket passes through
 * zero, and what is left of it there are digits that only 32-digit numbers have.
 */
export function gateSlope(w: DoubleDouble, z: DoubleDouble): number {
  if (!(z.high > -6 && z.high < -0.5)) return timesSigmoid(1 + timesSigmoid(w.high, negated(z)), z);
  const power = exponential(z);
  const onePlusPower = add(power, exactly(1));
  return timesSigmoid(rounded(add(onePlusPower, w)) / rounded(onePlusPower), z);
}

/** d²/dx² of x · σ(βx), which is β σ′(z) (2 - z tanh(z/2)) at z = βx. */
export function sigmoidGatedCurvature(x: number, beta: number): number {
  if (beta === 0) return Number.isNaN(x) ? x : 0;
  const z = twoProduct(beta, x);
  return timesSigmoid(timesSigmoid(beta * (2 - z.high * Math.tanh(z.high / 2)), negated(z)), z);
}

export function negated({ high, low }: DoubleDouble): DoubleDouble {
  return { high: -high, low: -low };
}
