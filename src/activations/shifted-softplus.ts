import { defineActivation } from './activation';
import { sigmoid, sigmoidSlope } from './logistic';

export const shiftedSoftplus = defineActivation({
  kind: 'scalar',
  id: 'shifted-softplus',
  name: 'ShiftedSoftplus',
  aliases: ['ssp', 'shift softplus', 'softplus − ln 2'],
  family: 'smooth',
  summary: 'Softplus moved down by ln 2, so that it passes through 0; usual in networks for molecules, which differentiate their energy.',
  formula: { tex: String.raw`f(x) = \ln(1 + e^x) - \ln 2`, plain: 'f(x) = ln(1 + exp(x)) − ln 2' },
  gradient: { tex: String.raw`f'(x) = \sigma(x)`, plain: 'f′(x) = σ(x)' },
  parameters: {},
  answer: () => 'is Softplus less ln 2, which passes through 0.',
  // As ln(1 + (eˣ - 1)/2) it keeps the digits near 0 that the difference of two logarithms loses.
  value: (x) => (x > 1 ? x - Math.LN2 + Math.log1p(Math.exp(-x)) : Math.log1p(Math.expm1(x) / 2)),
  derivative: sigmoid,
  secondDerivative: sigmoidSlope,
  properties: () => ({
    range: { from: -Math.LN2, to: Infinity, closed: 'neither' },
    gradientRange: { from: 0, to: 1, closed: 'neither' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'shifted-softplus-not-positive',
      text: 'Left of 0 it is negative, down to −0.693. Where a positive number is needed, as for a variance, take Softplus itself.',
    },
    {
      id: 'shifted-softplus-weights',
      text: 'Softplus gives 0.693 more for every input. Weights that were trained with one of the two are wrong for the other: all '
        + 'that follows is moved by it.',
    },
  ],
  citations: ['schutt2017'],
});
