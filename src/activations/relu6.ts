import { defineActivation } from './activation';
import { between, constant, hull } from './pieces';

export const relu6 = defineActivation({
  kind: 'scalar',
  id: 'relu6',
  name: 'ReLU6',
  aliases: ['relu 6', 'clipped relu 6'],
  family: 'rectifier',
  summary: 'ReLU cut off at 6, so that its outputs fit into few bits.',
  formula: { tex: String.raw`f(x) = \min(\max(0, x), 6)`, plain: 'f(x) = min(max(0, x), 6)' },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases}`,
    plain: 'f′(x) = 1 if 0 < x < 6, else 0',
  },
  parameters: {},
  answer: () => 'clips to [0, 6]; outside its gradient is 0.',
  value: (x) => (x <= 0 ? 0 : Math.min(x, 6)),
  derivative: (x) => between(0, 6, x, 1, 0),
  secondDerivative: (x) => constant(x, 0),
  properties: () => ({
    range: hull(0, 6),
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'both',
    kinks: [0, 6],
    fixedPoints: [],
    fixedIntervals: [hull(0, 6)],
  }),
  pitfalls: [
    {
      id: 'relu6-upper-cut',
      text: 'Above 6 the gradient is 0 as well, so a unit can die on both sides. Normalise before it: of N(0, 1) inputs '
        + 'only 10⁻⁹ exceed 6.',
    },
    {
      id: 'relu-on-output',
      text: 'As the last layer it can return neither negative numbers nor numbers above 6. Leave a regression output linear.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'Its second derivative is 0 wherever it exists, so a loss on second derivatives of the output vanishes. Use '
        + 'tanh, SiLU or softplus.',
    },
  ],
  citations: ['krizhevsky2010', 'sandler2018'],
});
