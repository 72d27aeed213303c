import { defineActivation } from './activation';
import { erf as errorFunction } from './errorFunction';
import { timesGaussian } from './exponentials';

/** 2/√π, the slope at 0. */
const steepest = 1.1283791670955126;

export const erf = defineActivation({
  kind: 'scalar',
  id: 'erf',
  name: 'Erf',
  aliases: ['error function', 'gauss error function'],
  family: 'sigmoidal',
  summary: 'The error function: a squashing to (−1, 1) that saturates faster than tanh; the building block of GELU.',
  formula: {
    tex: String.raw`f(x) = \operatorname{erf} x = \tfrac{2}{\sqrt\pi}\int_0^x e^{-t^2}\,dt`,
    plain: 'f(x) = erf(x) = 2/√π · ∫₀ˣ exp(−t²) dt',
  },
  gradient: { tex: String.raw`f'(x) = \tfrac{2}{\sqrt\pi}\,e^{-x^2}`, plain: 'f′(x) = 2/√π · exp(−x²)' },
  parameters: {},
  answer: () => 'is bounded by ±1, with gradient 1.128 at 0.',
  value: errorFunction,
  derivative: (x) => timesGaussian(steepest, x, 1),
  secondDerivative: (x) => timesGaussian(-2 * steepest * x, x, 1),
  properties: () => ({
    range: { from: -1, to: 1, closed: 'neither' },
    gradientRange: { from: 0, to: steepest, closed: 'right' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: true,
    saturates: 'both',
    kinks: [],
    fixedPoints: [-0.6174468790806071, 0, 0.6174468790806071],
  }),
  pitfalls: [
    {
      id: 'vanishing-tails',
      text: 'Its gradient falls off like e^(−x²): 0.00014 at |x| = 3, where that of tanh is 0.0099. Keep its inputs within ±2.',
    },
    {
      id: 'erf-is-not-gelu',
      text: 'In exported models it stands inside GELU, as x/2 · (1 + erf(x/√2)). Alone it is a bounded function, like tanh.',
    },
  ],
  citations: [],
});
