import { defineActivation } from './activation';
import { constant, hull } from './pieces';
import { shown } from './wording';

export const tlu = defineActivation({
  kind: 'scalar',
  id: 'tlu',
  name: 'TLU',
  aliases: ['thresholded linear unit'],
  family: 'rectifier',
  summary: 'ReLU whose floor is learned: no output falls below τ.',
  formula: { tex: String.raw`f(x) = \max(x, \tau)`, plain: 'f(x) = max(x, τ)' },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > \tau \\ 0 & x < \tau \end{cases}`,
    plain: 'f′(x) = 1 if x > τ, 0 if x < τ',
  },
  parameters: {
    tau: {
      kind: 'number', symbol: 'τ', default: 0, min: -5, max: 5, step: 0.1, learned: true,
      meaning: 'The smallest output, learned for each channel; at 0 it is ReLU.',
    },
  },
  answer: ({ tau }) => (tau === 0 ? 'with τ = 0 is ReLU.' : `replaces inputs below ${shown(tau)} by it.`),
  value: (x, { tau }) => Math.max(x, tau),
  derivative: (x, { tau }) => {
    // PyTorch divides the gradient of a maximum equally where both are the same.
    if (x === tau) return 0.5;
    return x < tau ? 0 : constant(x, 1);
  },
  secondDerivative: (x) => constant(x, 0),
  properties: ({ tau }) => ({
    range: { from: tau, to: Infinity, closed: 'left' },
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'left',
    kinks: [tau],
    fixedPoints: [],
    fixedIntervals: [{ from: tau, to: Infinity, closed: 'left' }],
  }),
  pitfalls: [
    {
      id: 'tlu-needs-frn',
      text: 'It was made for Filter Response Normalization, which subtracts no mean: its outputs then are not centred at 0, '
        + 'and a floor that is fixed at 0 fits badly. After batch normalisation ReLU does the same.',
      citations: ['singh2019'],
    },
  ],
  citations: ['singh2019'],
});
