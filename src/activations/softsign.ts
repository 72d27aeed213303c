import { defineActivation } from './activation';

export const softsign = defineActivation({
  kind: 'scalar',
  id: 'softsign',
  name: 'Softsign',
  aliases: ['soft sign', 'elliot'],
  family: 'sigmoidal',
  summary: 'Squashes any number between −1 and 1 without exponentials, approaching the ends slowly.',
  formula: { tex: String.raw`f(x) = \tfrac{x}{1 + |x|}`, plain: 'f(x) = x / (1 + |x|)' },
  gradient: { tex: String.raw`f'(x) = \tfrac{1}{(1 + |x|)^2}`, plain: 'f′(x) = 1 / (1 + |x|)²' },
  parameters: {},
  answer: () => 'is bounded by ±1 and saturates slowly.',
  value: (x) => (Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x))),
  derivative: (x) => 1 / (1 + Math.abs(x)) / (1 + Math.abs(x)),
  secondDerivative: (x) => {
    const distance = 1 + Math.abs(x);
    return (-2 * Math.sign(x)) / distance / distance / distance;
  },
  properties: () => ({
    range: { from: -1, to: 1, closed: 'neither' },
    gradientRange: { from: 0, to: 1, closed: 'right' },
    monotonic: 'increasing',
    smoothness: 1,
    zeroCentred: true,
    saturates: 'both',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'algebraic-tail',
      text: 'It nears its bounds slowly: at x = 10 it is 0.909 with gradient 0.0083, where tanh is 1 − 4 × 10⁻⁹. Outputs close '
        + 'to ±1 need very large inputs.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'Its second derivative jumps from 2 to −2 at zero. For losses on second derivatives use tanh.',
    },
    {
      id: 'softsign-spelling',
      text: 'JAX spells it `soft_sign`; PyTorch and Keras spell it `softsign`.',
    },
  ],
  citations: ['glorot2010'],
});
