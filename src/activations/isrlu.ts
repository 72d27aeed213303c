import { defineActivation } from './activation';
import { inverseRootCurvature, inverseRootSlope, inverseRootUnit } from './squares';
import { shown } from './wording';

export const isrlu = defineActivation({
  kind: 'scalar',
  id: 'isrlu',
  name: 'ISRLU',
  aliases: ['inverse square root linear unit'],
  family: 'exponential',
  summary: 'The identity for positive inputs and an inverse square root for negative ones: an ELU without exponentials.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x \ge 0 \\ \tfrac{x}{\sqrt{1 + \alpha x^2}} & x < 0 \end{cases}`,
    plain: 'f(x) = x if x ≥ 0, else x / √(1 + αx²)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x \ge 0 \\ \bigl(\tfrac{1}{\sqrt{1 + \alpha x^2}}\bigr)^3 & x < 0 \end{cases}`,
    plain: 'f′(x) = 1 if x ≥ 0, else (1/√(1 + αx²))³',
  },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: 0.1, max: 10, step: 0.1, domain: 'positive',
      meaning: 'Negative outputs level off at −1/√α. It must be positive.',
    },
  },
  answer: ({ alpha }) => `levels off at ${shown(-1 / Math.sqrt(alpha))} for negative inputs.`,
  value: (x, { alpha }) => (x >= 0 ? x : inverseRootUnit(x, alpha)),
  derivative: (x, { alpha }) => (x >= 0 ? 1 : inverseRootSlope(x, alpha)),
  secondDerivative: (x, { alpha }) => (x >= 0 ? 0 : inverseRootCurvature(x, alpha)),
  properties: ({ alpha }) => ({
    range: { from: -1 / Math.sqrt(alpha), to: Infinity, closed: 'neither' },
    gradientRange: { from: 0, to: 1, closed: 'right' },
    monotonic: 'increasing',
    smoothness: 2,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: 'non-negative',
  }),
  pitfalls: [
    {
      id: 'algebraic-tail',
      text: 'It levels off slowly: at α = 1 and x = −10 it is −0.995, with gradient 0.00099; that of ELU is 0.000045 there.',
    },
  ],
  citations: ['carlile2017'],
});
