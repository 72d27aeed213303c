/**
 * What softmax and its relatives share: exponentials over their sum, to the last digit.
 *
 * At infinite entries the limits are meant where they exist: an entry of -∞ has weight 0, and a single +∞ takes
 * all. Entries that are all -∞, or two of +∞, have no limit and give NaN, as in the frameworks.
 */
import {
  divide, exactly, exponential, multiply, rounded, subtract, total, twoSum, type DoubleDouble,
} from './doubleDouble';

/** The shares of a distribution, each times the same number. */
export interface Weights {
  readonly weights: readonly DoubleDouble[];
  readonly weightSum: DoubleDouble;
}

interface Distribution extends Weights {
  /** ln of the weights: 0 for the largest entry, below 0 for the others. */
  readonly exponents: readonly DoubleDouble[];
  readonly indexOfLargest: number;
}

/** The weights of softmax, the largest of which is 1. */
export function distribution(x: readonly number[], temperature = 1): Distribution {
  const indexOfLargest = indexOfMaximum(x.map((value) => value / temperature));
  const largest = x[indexOfLargest] ?? NaN;
  const exponents = differencesTo(largest, x).map((difference) => divide(difference, exactly(temperature)));
  const weights = exponents.map(exponential);
  return { exponents, weights, weightSum: total(weights), indexOfLargest };
}

export function softmaxValue(x: readonly number[], temperature = 1): number[] {
  return shares(distribution(x, temperature));
}

export function shares({ weights, weightSum }: Weights): number[] {
  return weights.map((weight) => rounded(divide(weight, weightSum)));
}

/**
 * yᵢ (vᵢ - Σ yⱼvⱼ) / T. With y near a corner, vᵢ and the mean agree in almost all digits; subtracting the largest
 * entry's cotangent from all of them first leaves the mean only the digits that differ.
 */
export function softmaxPullback(x: readonly number[], v: readonly number[], temperature = 1): number[] {
  const weights = distribution(x, temperature);
  const cotangents = differencesTo(v[weights.indexOfLargest] ?? NaN, v);
  return deviations(weights, cotangents).map((deviation) => rounded(divide(deviation, exactly(temperature))));
}

/** yᵢ (cᵢ - Σ yⱼcⱼ) for the shares y. */
export function deviations({ weights, weightSum }: Weights, c: readonly DoubleDouble[]): DoubleDouble[] {
  const mean = divide(total(weights.map((weight, i) => multiply(weight, c[i] ?? exactly(NaN)))), weightSum);
  return weights.map((weight, i) => multiply(divide(weight, weightSum), subtract(c[i] ?? exactly(NaN), mean)));
}

/** xᵢ - ln Σ eˣ. The largest entry is taken out of the sum, so that near 0 the logarithm keeps its digits. */
export function logSoftmaxValue(x: readonly number[]): number[] {
  const { exponents, weightSum } = distribution(x, 1);
  const logOfSum = Math.log1p(rounded(subtract(weightSum, exactly(1))));
  return exponents.map(({ high, low }) => high + (low - logOfSum));
}

/** vᵢ - yᵢ Σ vⱼ, over the common denominator. */
export function logSoftmaxPullback(x: readonly number[], v: readonly number[]): number[] {
  const { weights, weightSum } = distribution(x, 1);
  const cotangentSum = total(v.map(exactly));
  return weights.map((weight, i) => {
    const numerator = subtract(multiply(weightSum, exactly(v[i] ?? NaN)), multiply(weight, cotangentSum));
    return rounded(divide(numerator, weightSum));
  });
}

/** Every entry less the reference, exactly; +∞ less +∞ is 0 when it is the only one. */
export function differencesTo(reference: number, x: readonly number[]): DoubleDouble[] {
  const isOnlyInfinity = reference === Infinity && x.filter((value) => value === Infinity).length === 1;
  return x.map((value) => (isOnlyInfinity && value === Infinity ? exactly(0) : twoSum(value, -reference)));
}

/** The first index of the largest entry; NaN counts as the largest, so that it is not lost. */
export function indexOfMaximum(x: readonly number[]): number {
  return x.reduce((best, value, i) => (value > (x[best] ?? -Infinity) || Number.isNaN(value) ? i : best), 0);
}
