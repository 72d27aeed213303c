import { defineActivation } from './activation';
import { constant, hull, real } from './pieces';
import { sineAndCosine } from './sinusoids';
import { shown } from './wording';

interface Ripple {
  readonly alpha: number;
  readonly beta: number;
}

export const snakeBeta = defineActivation({
  kind: 'scalar',
  id: 'snake-beta',
  name: 'SnakeBeta',
  aliases: ['snakebeta', 'x + sin²(αx)/β'],
  family: 'periodic',
  summary: 'Snake with a height of the ripple that is learned apart from its frequency, as in the published BigVGAN vocoders.',
  formula: { tex: String.raw`f(x) = x + \tfrac{1}{\beta}\sin^2(\alpha x)`, plain: 'f(x) = x + sin²(αx)/β' },
  gradient: { tex: String.raw`f'(x) = 1 + \tfrac{\alpha}{\beta}\sin(2\alpha x)`, plain: 'f′(x) = 1 + (α/β) sin(2αx)' },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: 0.1, max: 10, step: 0.1, learned: true,
      meaning: 'The frequency of the ripple: its period is π/α.',
    },
    beta: {
      kind: 'number', symbol: 'β', default: 1, min: 0.2, max: 10, step: 0.1, domain: 'non-zero', learned: true,
      meaning: 'What the ripple is divided by: its height is 1/β. It must not be 0.',
    },
  },
  answer: ({ alpha, beta }) => {
    if (alpha === 0) return 'with α = 0 is the identity.';
    if (alpha === beta) return `with α = β is Snake with a = ${shown(alpha)}.`;
    return `adds ripples of height ${shown(1 / beta)}, period ${shown(Math.PI / Math.abs(alpha))}.`;
  },
  value: rippled,
  derivative: rippledSlope,
  secondDerivative: (x, { alpha, beta }) => (alpha === 0 ? constant(x, 0) : 2 * alpha * (alpha / beta) * sineAndCosine(2 * alpha, x).cos),
  properties: ({ alpha, beta }) => {
    const steepness = Math.abs(alpha / beta);
    return {
      range: real,
      gradientRange: hull(1 - steepness, 1 + steepness),
      monotonic: steepness > 1 ? 'no' : 'increasing',
      smoothness: Infinity,
      zeroCentred: alpha === 0,
      saturates: 'neither',
      kinks: [],
      ...(alpha === 0 ? { fixedPoints: 'all' } : { fixedPoints: [0], fixedPeriod: Math.PI / Math.abs(alpha) }),
    };
  },
  pitfalls: [
    {
      id: 'snake-beta-logarithms',
      text: 'BigVGAN\'s published models keep log α and log β as weights. Taken for α and β themselves (`alpha_logscale=False`), '
        + 'a weight of 0 no longer stands for 1 and 1/β grows without bound: build the class with the setting that it was trained with.',
      citations: ['lee2022bigvgan'],
    },
    {
      id: 'snake-beta-falls',
      text: 'Where |α/β| > 1 it also falls: f′ goes down to 1 − |α/β|, and different inputs give the same output. Snake, with '
        + 'α = β, never falls.',
      citations: ['ziyin2020'],
    },
  ],
  citations: ['ziyin2020', 'lee2022bigvgan'],
});

/** As x + (1 - cos 2αx)/2β away from 0, like Snake. */
function rippled(x: number, { alpha, beta }: Ripple): number {
  if (alpha === 0 || !Number.isFinite(x)) return x;
  if (Math.abs(alpha * x) < 0.5) return x + sineAndCosine(alpha, x).sin ** 2 / beta;
  return x + (1 - sineAndCosine(2 * alpha, x).cos) / 2 / beta;
}

/** Where the sum cancels and α is about as large as β, it is (1 - q² + q² cos²) / (1 - q sin) with q = α/β, of which no term cancels at α = β. */
function rippledSlope(x: number, { alpha, beta }: Ripple): number {
  if (alpha === 0) return constant(x, 1);
  const { sin, cos } = sineAndCosine(2 * alpha, x);
  const steepness = alpha / beta;
  if (steepness * sin > 0 || Math.abs(steepness) > 2) return 1 + steepness * sin;
  return (((beta - alpha) / beta) * ((beta + alpha) / beta) + (steepness * cos) ** 2) / (1 - steepness * sin);
}
