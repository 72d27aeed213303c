import { defineActivation } from './activation';
import { timesSquaredSech } from './logistic';

export const tanh = defineActivation({
  kind: 'scalar',
  id: 'tanh',
  name: 'Tanh',
  aliases: ['hyperbolic tangent'],
  family: 'sigmoidal',
  summary: 'Squashes any number into the interval from −1 to 1, with slope 1 at zero.',
  formula: {
    tex: String.raw`f(x) = \tanh x = \tfrac{e^x - e^{-x}}{e^x + e^{-x}}`,
    plain: 'f(x) = tanh(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)',
  },
  gradient: { tex: String.raw`f'(x) = 1 - \tanh^2 x`, plain: 'f′(x) = 1 − tanh²(x)' },
  parameters: {},
  answer: () => 'bounds outputs by ±1; its gradient is at most 1.',
  value: (x) => Math.tanh(x),
  derivative: (x) => timesSquaredSech(1, x),
  secondDerivative: (x) => timesSquaredSech(-2 * Math.tanh(x), x),
  properties: () => ({
    range: { from: -1, to: 1, closed: 'neither' },
    gradientRange: { from: 0, to: 1, closed: 'right' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: true,
    saturates: 'both',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'init-gain-mismatch',
      text: 'Its gradient is 0.0099 at |x| = 3 and 0.00018 at 5. Keep inputs small with Xavier initialisation; PyTorch\'s '
        + 'gain for tanh is 5/3.',
      citations: ['glorot2010'],
    },
    {
      id: 'output-range-vs-data-range',
      text: 'As an output it spans (−1, 1): data scaled to [0, 1] uses only half of that. Scale the data to [−1, 1], or end '
        + 'with sigmoid.',
    },
    {
      id: 'deprecated-functional',
      text: '`F.tanh` warns that it is deprecated in older versions of PyTorch. Write `torch.tanh`.',
    },
  ],
  citations: ['glorot2010', 'lecun1998'],
});
