import { defineActivation } from './activation';
import { constant, hull } from './pieces';

export const abs = defineActivation({
  kind: 'scalar',
  id: 'abs',
  name: 'Abs',
  aliases: ['absolute value', 'modulus', 'fabs'],
  family: 'rectifier',
  summary: 'The size of its input without the sign: a rectifier of both half-waves.',
  formula: { tex: String.raw`f(x) = |x|`, plain: 'f(x) = |x|' },
  gradient: {
    tex: String.raw`f'(x) = \operatorname{sign} x`,
    plain: 'f′(x) = sign(x)',
  },
  parameters: {},
  answer: () => 'is even: it loses the sign of its input.',
  value: (x) => Math.abs(x),
  derivative: (x) => Math.sign(x),
  secondDerivative: (x) => constant(x, 0),
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: hull(-1, 1),
    monotonic: 'no',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'neither',
    kinks: [0],
    fixedPoints: 'non-negative',
  }),
  pitfalls: [
    {
      id: 'even-function',
      text: 'f(−x) = f(x), so the sign of the input is lost, and outputs are never negative: for N(0, 1) inputs their mean is '
        + '0.798.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'Its second derivative is 0 wherever it exists, so a loss on second derivatives of the output vanishes. Use '
        + 'tanh, SiLU or softplus.',
    },
  ],
  citations: [],
});
