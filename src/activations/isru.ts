import { defineActivation } from './activation';
import { inverseRootCurvature, inverseRootSlope, inverseRootUnit } from './squares';
import { shown } from './wording';

export const isru = defineActivation({
  kind: 'scalar',
  id: 'isru',
  name: 'ISRU',
  aliases: ['inverse square root unit'],
  family: 'sigmoidal',
  summary: 'Squashes any number between ±1/√α with a square root alone, without exponentials.',
  formula: { tex: String.raw`f(x) = \frac{x}{\sqrt{1 + \alpha x^2}}`, plain: 'f(x) = x / √(1 + αx²)' },
  gradient: {
    tex: String.raw`f'(x) = \Bigl(\frac{1}{\sqrt{1 + \alpha x^2}}\Bigr)^3`,
    plain: 'f′(x) = (1/√(1 + αx²))³',
  },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: 0.1, max: 10, step: 0.1, domain: 'positive',
      meaning: 'The output is bounded by ±1/√α. It must be positive.',
    },
  },
  answer: ({ alpha }) => `is bounded by ±${shown(1 / Math.sqrt(alpha))} and saturates slowly.`,
  value: (x, { alpha }) => inverseRootUnit(x, alpha),
  derivative: (x, { alpha }) => inverseRootSlope(x, alpha),
  secondDerivative: (x, { alpha }) => inverseRootCurvature(x, alpha),
  properties: ({ alpha }) => ({
    range: { from: -1 / Math.sqrt(alpha), to: 1 / Math.sqrt(alpha), closed: 'neither' },
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
      id: 'algebraic-tail',
      text: 'It nears its bounds slowly: at α = 1 and x = 10 it is 0.995 with gradient 0.00099, where that of tanh is 8 × 10⁻⁹.',
    },
  ],
  citations: ['carlile2017'],
});
