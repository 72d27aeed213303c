import { defineActivation } from './activation';
import { softmaxPullback, softmaxValue } from './normalised';

/** A further score of 0, whose share is then dropped, is the 1 in the denominator. */
const withZero = (x: readonly number[]) => [...x, 0];
const withoutLast = (x: readonly number[]) => x.slice(0, -1);

export const quietSoftmax = defineActivation({
  kind: 'vector',
  id: 'quiet-softmax',
  name: 'Quiet softmax',
  aliases: ['softmax1', 'softmax-off-by-one', 'QuietAttention'],
  family: 'normalised',
  summary: 'Softmax with 1 added to the denominator, so that an attention head can attend to nothing: the shares have a sum below 1.',
  formula: {
    tex: String.raw`f(x)_i = \frac{e^{x_i}}{1 + \sum_j e^{x_j}}`,
    plain: 'f(x)ᵢ = exp(xᵢ) / (1 + Σⱼ exp(xⱼ))',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = f_i\,(\delta_{ij} - f_j)`,
    plain: '∂fᵢ/∂xⱼ = fᵢ (δᵢⱼ − fⱼ)',
  },
  parameters: {},
  answer: () => 'gives shares whose sum stays below 1.',
  value: (x) => withoutLast(softmaxValue(withZero(x))),
  pullback: (x, v) => withoutLast(softmaxPullback(withZero(x), withZero(v))),
  pitfalls: [
    {
      id: 'quiet-softmax-shift',
      text: 'Unlike softmax it changes when one number is added to all scores. Code that subtracts the largest score first '
        + 'must replace the 1 by exp(−max).',
    },
    {
      id: 'quiet-softmax-not-drop-in',
      text: 'Put into a trained model it weakens every row: three scores of 0 get 0.25 each instead of 0.333. It comes '
        + 'from a blog post, and the weights must be trained with it.',
    },
  ],
  citations: ['miller2023'],
});
