import { defineActivation } from './activation';
import { softmaxPullback, softmaxValue } from './normalised';

/** The noise is part of the input here: what is evaluated is one sample, for scores that have their noise already. */
export const gumbelSoftmax = defineActivation({
  kind: 'vector',
  id: 'gumbel-softmax',
  name: 'Gumbel-softmax',
  aliases: ['concrete distribution'],
  family: 'normalised',
  summary: 'A random choice among classes that gradients can pass: softmax of scores to which Gumbel noise was added. '
    + 'Numbers and pictures here are without the noise, g = 0.',
  formula: {
    tex: String.raw`f(x)_i = \frac{e^{(x_i + g_i)/\tau}}{\sum_j e^{(x_j + g_j)/\tau}},\quad g_i \sim \operatorname{Gumbel}(0, 1)`,
    plain: 'f(x)ᵢ = exp((xᵢ + gᵢ)/τ) / Σⱼ exp((xⱼ + gⱼ)/τ), gᵢ from Gumbel(0, 1)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = \tfrac{1}{\tau}\, f_i\,(\delta_{ij} - f_j)`,
    plain: '∂fᵢ/∂xⱼ = fᵢ (δᵢⱼ − fⱼ) / τ',
  },
  parameters: {
    temperature: {
      kind: 'number', symbol: 'τ', default: 1, min: 0.1, max: 10, step: 0.1, domain: 'positive',
      meaning: 'Divides the scores with their noise: near 0 a sample is almost one-hot, and its gradients vary the more. It must be positive.',
    },
  },
  answer: () => 'draws a soft choice; shown without its noise.',
  value: (x, { temperature }) => softmaxValue(x, temperature),
  pullback: (x, v, { temperature }) => softmaxPullback(x, v, temperature),
  pitfalls: [
    {
      id: 'gumbel-softmax-is-random',
      text: 'Two calls with the same scores differ, also after `model.eval()`. For a prediction take the largest score or '
        + 'softmax instead.',
    },
    {
      id: 'gumbel-softmax-hard',
      text: 'With `hard=True` the output is one-hot, while the gradient is that of the soft sample: a biased, '
        + 'straight-through estimate.',
      citations: ['bengio2013'],
    },
  ],
  citations: ['jang2016', 'maddison2016'],
});
