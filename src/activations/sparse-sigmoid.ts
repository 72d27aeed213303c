import { defineActivation } from './activation';
import { between, constant, hull } from './pieces';

export const sparseSigmoid = defineActivation({
  kind: 'scalar',
  id: 'sparse-sigmoid',
  name: 'Sparse Sigmoid',
  aliases: [],
  family: 'sigmoidal',
  summary: 'A straight line from 0 at −1 to 1 at 1, constant outside: the first of two probabilities of sparsemax.',
  formula: {
    tex: String.raw`f(x) = \min\bigl(1, \max\bigl(0, \tfrac{x + 1}{2}\bigr)\bigr)`,
    plain: 'f(x) = min(1, max(0, (x + 1)/2))',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} \tfrac{1}{2} & |x| < 1 \\ 0 & |x| \ge 1 \end{cases}`,
    plain: 'f′(x) = ½ if |x| < 1, else 0',
  },
  parameters: {},
  answer: () => 'is exactly 0 below −1 and exactly 1 above 1.',
  value: (x) => {
    if (x <= -1) return 0;
    return x >= 1 ? 1 : (x + 1) / 2;
  },
  derivative: (x) => between(-1, 1, x, 0.5, 0),
  secondDerivative: (x) => constant(x, 0),
  properties: () => ({
    range: hull(0, 1),
    gradientRange: hull(0, 0.5),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'both',
    kinks: [-1, 1],
    fixedPoints: [1],
  }),
  pitfalls: [
    {
      id: 'zero-gradient-outside',
      text: 'Outside ±1 the gradient is exactly 0, which is 32 % of N(0, 1) inputs: a unit that starts out there does not learn.',
    },
    {
      id: 'log-of-sparse-probability',
      text: 'It returns exact zeros and ones, of which a cross-entropy takes the logarithm: the loss is then infinite. Its own '
        + 'loss is built from sparse plus.',
      citations: ['blondel2020'],
    },
  ],
  citations: ['blondel2020'],
});
