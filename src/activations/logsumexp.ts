import { defineActivation } from './activation';
import { divide, exactly, exponential, multiply, rounded, subtract, total } from './doubleDouble';
import { distribution } from './normalised';

/** The largest entry is taken out of the sum, which cannot overflow then. Near 0 that entry and the rest would cancel. */
function value(x: readonly number[]): number {
  const { weightSum, indexOfLargest } = distribution(x);
  const largest = x[indexOfLargest] ?? NaN;
  if (!Number.isFinite(largest)) return largest;
  const result = largest + Math.log1p(rounded(subtract(weightSum, exactly(1))));
  if (Math.abs(result) > 0.5) return result;
  return Math.log1p(rounded(subtract(total(x.map((each) => exponential(exactly(each)))), exactly(1))));
}

export const logsumexp = defineActivation({
  kind: 'vector',
  id: 'logsumexp',
  name: 'LogSumExp',
  aliases: ['smooth maximum', 'RealSoftMax'],
  family: 'normalised',
  summary: 'A smooth maximum: the logarithm of the sum of exponentials, whose gradient is softmax.',
  formula: {
    tex: String.raw`f(x) = \ln \sum_j e^{x_j}`,
    plain: 'f(x) = ln Σⱼ exp(xⱼ)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial x_j} = \frac{e^{x_j}}{\sum_k e^{x_k}}`,
    plain: '∂f/∂xⱼ = exp(xⱼ) / Σₖ exp(xₖ) = softmax(x)ⱼ',
  },
  parameters: {},
  answer: () => 'is a smooth maximum, never below the true one.',
  value: (x) => (x.length === 0 ? [] : [value(x)]),
  pullback: (x, v) => {
    const { weights, weightSum } = distribution(x);
    return weights.map((weight) => rounded(multiply(divide(weight, weightSum), exactly(v[0] ?? NaN))));
  },
  pitfalls: [
    {
      id: 'logsumexp-by-hand',
      text: 'log(sum(exp(x))) overflows in float32 beyond x = 88.72, and is −∞ where all scores are below −104. Call '
        + '`logsumexp`, which takes the largest out first.',
    },
  ],
  citations: [],
});
