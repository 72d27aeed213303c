import { defineActivation } from './activation';
import { constant, hull, real } from './pieces';
import { shown } from './wording';

export const softshrink = defineActivation({
  kind: 'scalar',
  id: 'softshrink',
  name: 'Softshrink',
  aliases: ['soft shrink', 'soft thresholding', 'soft threshold'],
  family: 'shrinkage',
  summary: 'Moves every input towards zero by λ and keeps those at zero that would cross it.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x - \lambda & x > \lambda \\ x + \lambda & x < -\lambda \\ 0 & |x| \le \lambda \end{cases}`,
    plain: 'f(x) = x − λ if x > λ, x + λ if x < −λ, else 0',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}`,
    plain: 'f′(x) = 1 if |x| > λ, else 0',
  },
  parameters: {
    lambda: {
      kind: 'number', symbol: 'λ', default: 0.5, min: 0, max: 5, step: 0.1, domain: 'non-negative',
      meaning: 'How far inputs move towards zero; 0 gives the identity. It must not be negative.',
    },
  },
  answer: ({ lambda }) => (lambda === 0
    ? 'with λ = 0 is the identity.'
    : `zeroes |x| ≤ ${shown(lambda)} and moves the rest inwards.`),
  value: (x, { lambda }) => (Math.abs(x) <= lambda ? 0 : x - Math.sign(x) * lambda),
  derivative: (x, { lambda }) => (Math.abs(x) <= lambda ? 0 : constant(x, 1)),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ lambda }) => ({
    range: real,
    gradientRange: lambda === 0 ? hull(1, 1) : hull(0, 1),
    monotonic: lambda === 0 ? 'increasing' : 'non-decreasing',
    smoothness: lambda === 0 ? Infinity : 0,
    zeroCentred: true,
    saturates: 'neither',
    kinks: lambda === 0 ? [] : [-lambda, lambda],
    fixedPoints: lambda === 0 ? 'all' : [0],
  }),
  pitfalls: [
    {
      id: 'zero-gradient-inside',
      text: 'Inputs within ±λ give 0 with gradient 0: at λ = 0.5 that is 38 % of N(0, 1) inputs. Weights that start small may '
        + 'never leave that zone.',
    },
    {
      id: 'shrinkage-bounds',
      text: 'TensorFlow Addons takes two bounds, `lower` and `upper`, where PyTorch takes one λ (`lambd`).',
    },
  ],
  citations: [],
});
