import { defineActivation } from './activation';
import { constant, hull, stepAt } from './pieces';

export const relu = defineActivation({
  kind: 'scalar',
  id: 'relu',
  name: 'ReLU',
  aliases: ['rectified linear unit', 'rectifier', 'ramp'],
  family: 'rectifier',
  summary: 'Passes positive inputs unchanged and replaces negative ones by zero.',
  formula: { tex: String.raw`f(x) = \max(0, x)`, plain: 'f(x) = max(0, x)' },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`,
    plain: 'f′(x) = 1 if x > 0, else 0',
  },
  parameters: {},
  answer: () => 'passes positive inputs and zeroes the others.',
  value: (x) => (x <= 0 ? 0 : x),
  derivative: (x) => stepAt(0, x, 0, 1),
  secondDerivative: (x) => constant(x, 0),
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'left',
    kinks: [0],
    fixedPoints: 'non-negative',
  }),
  pitfalls: [
    {
      id: 'dead-relu-risk',
      text: 'A unit whose input is negative for every sample outputs 0, gets gradient 0 and stays dead; half the values '
        + 'being 0 is normal. Lower the learning rate, normalise, or use LeakyReLU.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'Initialise with He (gain √2 ≈ 1.414): with Xavier, which assumes gain 1, a plain 30-layer network stalled.',
      citations: ['he2015'],
    },
    {
      id: 'relu-on-output',
      text: 'As the last layer it cannot return a negative number, and where all its inputs are negative the network '
        + 'returns 0 with gradient 0. Leave a regression output linear; for positive targets use softplus.',
    },
    {
      id: 'inplace-activation-clobbers-autograd',
      text: 'PyTorch keeps the output of ReLU for the backward pass, so changing it in place (`x += y`) raises an error '
        + 'there. Write `x = x + y`.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'Its second derivative is 0 wherever it exists, so a loss on second derivatives of the output vanishes. Use '
        + 'tanh, SiLU or softplus.',
    },
  ],
  citations: ['nair2010', 'glorot2011', 'fukushima1969'],
});
