import { defineActivation, type ScalarProperties } from './activation';
import { add, exactly, rounded, twoProduct } from './doubleDouble';
import { constant, hull, real } from './pieces';
import { shown } from './wording';

export const affine = defineActivation({
  kind: 'scalar',
  id: 'affine',
  name: 'Affine',
  aliases: ['linear activation'],
  family: 'linear',
  summary: 'A straight line of slope α through β: it scales and shifts, and adds nothing that a linear layer lacks.',
  formula: { tex: String.raw`f(x) = \alpha x + \beta`, plain: 'f(x) = αx + β' },
  gradient: { tex: String.raw`f'(x) = \alpha`, plain: 'f′(x) = α' },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: -5, max: 5, step: 0.1,
      meaning: 'The slope, which is also the gradient everywhere.',
    },
    beta: {
      kind: 'number', symbol: 'β', default: 0, min: -5, max: 5, step: 0.1,
      meaning: 'The value at 0.',
    },
  },
  answer: ({ alpha, beta }) => (alpha === 1 && beta === 0
    ? 'with slope 1 and β = 0 is the identity.'
    : `is a straight line of slope ${shown(alpha)}.`),
  value: (x, { alpha, beta }) => (alpha === 0 ? constant(x, beta) : rounded(add(twoProduct(alpha, x), exactly(beta)))),
  derivative: (x, { alpha }) => constant(x, alpha),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ alpha, beta }) => ({
    range: alpha === 0 ? hull(beta, beta) : real,
    gradientRange: hull(alpha, alpha),
    monotonic: alpha > 0 ? 'increasing' : alpha < 0 ? 'decreasing' : 'non-decreasing',
    smoothness: Infinity,
    zeroCentred: beta === 0,
    saturates: alpha === 0 ? 'both' : 'neither',
    kinks: [],
    fixedPoints: fixedPoints(alpha, beta),
  }),
  pitfalls: [
    {
      id: 'no-nonlinearity',
      text: 'Layers with nothing but affine functions between them are one linear layer: depth adds parameters, but no '
        + 'function that a single layer could not be.',
    },
  ],
  citations: [],
});

function fixedPoints(alpha: number, beta: number): ScalarProperties['fixedPoints'] {
  if (alpha !== 1) return [beta / (1 - alpha)];
  return beta === 0 ? 'all' : [];
}
