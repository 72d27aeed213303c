import { defineActivation } from './activation';
import { indexOfMaximum } from './normalised';

export const maxout = defineActivation({
  kind: 'vector',
  id: 'maxout',
  name: 'Maxout',
  aliases: ['max of affine pieces'],
  family: 'rectifier',
  summary: 'The largest of k affine pieces of the input: a convex function whose shape the layer learns.',
  formula: {
    tex: String.raw`f(z) = \max_{1 \le j \le k} z_j,\quad z_j = w_j^\top x + b_j`,
    plain: 'f(z) = max(z₁, …, zₖ), zⱼ = wⱼ·x + bⱼ',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial z_j} = \mathbf{1}\!\left[j = \operatorname*{arg\,max}_l z_l\right]`,
    plain: '∂f/∂zⱼ = 1 for the largest piece (the first of equals), else 0',
  },
  parameters: {},
  answer: () => 'passes the largest of its k pieces on.',
  value: (z) => (z.length === 0 ? [] : [z[indexOfMaximum(z)] ?? NaN]),
  pullback: (z, v) => {
    const largest = indexOfMaximum(z);
    return z.map((_, j) => (j === largest ? (v[0] ?? NaN) : 0));
  },
  pitfalls: [
    {
      id: 'maxout-parameters',
      text: 'k pieces need k times the weights of the layer before: compare networks at equal parameters, not at '
        + 'equal width.',
    },
    {
      id: 'maxout-ties',
      text: 'Where pieces are equal, `torch.max(dim=…)` sends the gradient to one of them and `torch.amax` shares it '
        + 'evenly. Here the first gets all.',
    },
  ],
  citations: ['goodfellow2013'],
});
