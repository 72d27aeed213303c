import { defineActivation } from './activation';
import { between, constant, hull } from './pieces';
import { shown } from './wording';

export const clippedRelu = defineActivation({
  kind: 'scalar',
  id: 'clipped-relu',
  name: 'Clipped ReLU',
  aliases: ['clamped relu', 'bounded relu', 'relu n'],
  family: 'rectifier',
  summary: 'ReLU cut off at a ceiling, so that no output can grow beyond it.',
  formula: { tex: String.raw`f(x) = \min(\max(0, x), c)`, plain: 'f(x) = min(max(0, x), c)' },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & 0 < x < c \\ 0 & \text{otherwise} \end{cases}`,
    plain: 'f′(x) = 1 if 0 < x < c, else 0',
  },
  parameters: {
    ceiling: {
      kind: 'number', symbol: 'c', default: 20, min: 0.5, max: 50, step: 0.5, domain: 'positive',
      meaning: 'The largest output; 6 gives ReLU6. It must be positive.',
    },
  },
  answer: ({ ceiling }) => (ceiling === 6 ? 'with ceiling 6 is ReLU6.' : `clips to [0, ${shown(ceiling)}]; outside its gradient is 0.`),
  value: (x, { ceiling }) => (x <= 0 ? 0 : Math.min(x, ceiling)),
  derivative: (x, { ceiling }) => between(0, ceiling, x, 1, 0),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ ceiling }) => ({
    range: hull(0, ceiling),
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'both',
    kinks: [0, ceiling],
    fixedPoints: [],
    fixedIntervals: [hull(0, ceiling)],
  }),
  pitfalls: [
    {
      id: 'zero-gradient-outside',
      text: 'Below 0 and above its ceiling the gradient is exactly 0, so a unit can die on both sides. Keep inputs '
        + 'normalised: at a ceiling of 20 they then never reach it.',
    },
    {
      id: 'relu-on-output',
      text: 'As the last layer it can return neither negative numbers nor numbers above its ceiling. Leave a regression '
        + 'output linear.',
    },
  ],
  citations: ['hannun2014'],
});
