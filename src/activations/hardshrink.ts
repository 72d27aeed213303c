import { defineActivation } from './activation';
import { constant, hull, real } from './pieces';
import { shown } from './wording';

export const hardshrink = defineActivation({
  kind: 'scalar',
  id: 'hardshrink',
  name: 'Hardshrink',
  aliases: ['hard shrink', 'hard thresholding', 'hard threshold'],
  family: 'shrinkage',
  summary: 'Replaces inputs within ±λ by zero and passes all others unchanged.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}`,
    plain: 'f(x) = x if |x| > λ, else 0',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}`,
    plain: 'f′(x) = 1 if |x| > λ, else 0',
  },
  parameters: {
    lambda: {
      kind: 'number', symbol: 'λ', default: 0.5, min: 0, max: 5, step: 0.1, domain: 'non-negative',
      meaning: 'The size below which inputs become 0; 0 gives the identity. It must not be negative.',
    },
  },
  answer: ({ lambda }) => (lambda === 0
    ? 'with λ = 0 is the identity.'
    : `zeroes |x| ≤ ${shown(lambda)} and keeps the rest unchanged.`),
  value: (x, { lambda }) => (Math.abs(x) <= lambda ? 0 : x),
  derivative: (x, { lambda }) => (Math.abs(x) <= lambda ? 0 : constant(x, 1)),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ lambda }) => ({
    range: real,
    gradientRange: lambda === 0 ? hull(1, 1) : hull(0, 1),
    monotonic: lambda === 0 ? 'increasing' : 'non-decreasing',
    smoothness: lambda === 0 ? Infinity : -1,
    zeroCentred: true,
    saturates: 'neither',
    kinks: lambda === 0 ? [] : [-lambda, lambda],
    ...(lambda === 0 ? { fixedPoints: 'all' } : {
      fixedPoints: [0],
      fixedIntervals: [
        { from: -Infinity, to: -lambda, closed: 'neither' },
        { from: lambda, to: Infinity, closed: 'neither' },
      ],
    }),
  }),
  pitfalls: [
    {
      id: 'hardshrink-jump',
      text: 'The output jumps by λ at ±λ, and no gradient tells of it. Softshrink has the same zeros without the jump.',
    },
    {
      id: 'zero-gradient-inside',
      text: 'Inputs within ±λ give 0 with gradient 0: at λ = 0.5 that is 38 % of N(0, 1) inputs. Weights that start small may '
        + 'never leave that zone.',
    },
  ],
  citations: [],
});
