import { defineActivation } from './activation';
import { add, divide, exactly, multiply, rounded, subtract, twoProduct, type DoubleDouble } from './doubleDouble';
import { timesExponential } from './exponentials';
import { deviations, distribution } from './normalised';

const nothing = exactly(0);

function value(x: readonly number[]): number[] {
  const { weights, weightSum, exponents } = distribution(x);
  return x.map((each, i) => {
    const exponent = exponents[i] ?? exactly(NaN);
    // The share of −∞ is 0 in a way that no factor undoes; a subnormal share has lost its digits.
    if (exponent.high === -Infinity) return 0;
    if (exponent.high < -700) return timesExponential((each * (1 + exponent.low)) / weightSum.high, exponent.high);
    const share = divide(weights[i] ?? exactly(NaN), weightSum);
    return Number.isFinite(each) ? rounded(multiply(share, exactly(each))) : rounded(share) * each;
  });
}

/** yᵢ vᵢ + yᵢ (xᵢvᵢ - Σ yⱼxⱼvⱼ), with the products counted from that of the largest entry, which may be infinite. */
function pullback(x: readonly number[], v: readonly number[]): number[] {
  const weights = distribution(x);
  const reference = weights.indexOfLargest;
  const product = (i: number): DoubleDouble => twoProduct(x[i] ?? NaN, v[i] ?? NaN);
  const products = x.map((_, i) => {
    const hasNoWeight = weights.weights[i]?.high === 0;
    return i === reference || hasNoWeight ? nothing : subtract(product(i), product(reference));
  });
  return deviations(weights, products).map((deviation, i) => {
    const share = divide(weights.weights[i] ?? exactly(NaN), weights.weightSum);
    return rounded(add(multiply(share, exactly(v[i] ?? NaN)), deviation));
  });
}

export const solu = defineActivation({
  kind: 'vector',
  id: 'solu',
  name: 'SoLU',
  aliases: ['softmax linear unit'],
  family: 'normalised',
  summary: 'The input times its own softmax: the largest entries of a layer pass, and they push the others towards 0.',
  formula: {
    tex: String.raw`f(x)_i = x_i\,s_i,\quad s = \operatorname{softmax}(x)`,
    plain: 'f(x)ᵢ = xᵢ sᵢ, s = softmax(x)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = s_i\,\bigl(\delta_{ij}\,(1 + x_i) - x_i\,s_j\bigr)`,
    plain: '∂fᵢ/∂xⱼ = sᵢ (δᵢⱼ (1 + xᵢ) − xᵢ sⱼ)',
  },
  parameters: {},
  answer: () => 'multiplies the input by its softmax.',
  value: (x) => value(x),
  pullback: (x, v) => pullback(x, v),
  pitfalls: [
    {
      id: 'solu-layer-norm',
      text: 'Entries that are about equal are divided by their number, so a wide layer without one outstanding entry falls '
        + 'silent. LayerNorm is applied to the product, as x-transformers\' `SoLU` does by itself.',
    },
  ],
  citations: ['elhage2022'],
});
