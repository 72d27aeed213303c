import { defineActivation } from './activation';
import { add, divide, exactly, exponential, multiply, rounded, total } from './doubleDouble';
import { deviations, differencesTo, indexOfMaximum, shares, type Weights } from './normalised';

interface LargestWeights extends Weights {
  readonly indexOfLargest: number;
}

/** eˣσ(x) is eˣ/(1 + e⁻ˣ) and e²ˣ/(1 + eˣ): of the two forms the one that cannot overflow, over the largest exponential. */
function weightsOf(x: readonly number[]): LargestWeights {
  const indexOfLargest = indexOfMaximum(x);
  const exponents = x.map((each) => (each > 0 ? each : 2 * each));
  const weights = differencesTo(exponents[indexOfLargest] ?? NaN, exponents).map((exponent, i) => {
    const decay = exponential(exactly(-Math.abs(x[i] ?? NaN)));
    return divide(exponential(exponent), add(exactly(1), decay));
  });
  return { weights, weightSum: total(weights), indexOfLargest };
}

/** 2 - σ(x), the derivative of ln(eˣσ(x)), from the exponential that cannot overflow. */
function slopeOfExponent(x: number) {
  const decay = exponential(exactly(-Math.abs(x)));
  const numerator = x > 0 ? add(exactly(1), multiply(exactly(2), decay)) : add(exactly(2), decay);
  return divide(numerator, add(exactly(1), decay));
}

function pullback(x: readonly number[], v: readonly number[]): number[] {
  const weights = weightsOf(x);
  const cotangents = differencesTo(v[weights.indexOfLargest] ?? NaN, v);
  return deviations(weights, cotangents).map((deviation, i) => rounded(multiply(deviation, slopeOfExponent(x[i] ?? NaN))));
}

export const sigsoftmax = defineActivation({
  kind: 'vector',
  id: 'sigsoftmax',
  name: 'Sigsoftmax',
  aliases: ['sigmoid softmax'],
  family: 'normalised',
  summary: 'Softmax whose exponentials are multiplied by a sigmoid, so that log-probabilities no longer differ by what the scores differ by.',
  formula: {
    tex: String.raw`f(x)_i = \frac{e^{x_i}\,\sigma(x_i)}{\sum_j e^{x_j}\,\sigma(x_j)}`,
    plain: 'f(x)ᵢ = exp(xᵢ) σ(xᵢ) / Σⱼ exp(xⱼ) σ(xⱼ)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = f_i\,(\delta_{ij} - f_j)\,\bigl(2 - \sigma(x_j)\bigr)`,
    plain: '∂fᵢ/∂xⱼ = fᵢ (δᵢⱼ − fⱼ) (2 − σ(xⱼ))',
  },
  parameters: {},
  answer: () => 'turns scores into probabilities with sum 1.',
  value: (x) => shares(weightsOf(x)),
  pullback: (x, v) => pullback(x, v),
  pitfalls: [
    {
      id: 'sigsoftmax-shift',
      text: 'Unlike softmax it changes when one number is added to all scores, so subtracting the largest first gives '
        + 'another function. Apply `log_softmax` to x + `logsigmoid`(x) instead.',
    },
  ],
  citations: ['kanai2018'],
});
