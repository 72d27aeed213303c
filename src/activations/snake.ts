import { defineActivation } from './activation';
import { constant, hull, real } from './pieces';
import { sineAndCosine } from './sinusoids';
import { shown } from './wording';

export const snake = defineActivation({
  kind: 'scalar',
  id: 'snake',
  name: 'Snake',
  aliases: ['snake1d', 'x + sin²'],
  family: 'periodic',
  summary: 'The identity with a ripple added, so that a network can carry on a periodic signal.',
  formula: { tex: String.raw`f(x) = x + \tfrac{1}{a}\sin^2(ax)`, plain: 'f(x) = x + sin²(ax)/a' },
  gradient: { tex: String.raw`f'(x) = 1 + \sin(2ax)`, plain: 'f′(x) = 1 + sin(2ax)' },
  parameters: {
    a: {
      kind: 'number', symbol: 'a', default: 1, min: 0.1, max: 50, step: 0.1,
      meaning: 'The frequency of the ripple: its period is π/a and its height 1/a.',
    },
  },
  answer: ({ a }) => (a === 0
    ? 'with a = 0 is the identity.'
    : `adds a ripple of period ${shown(Math.PI / Math.abs(a))} to the identity.`),
  value: snakeValue,
  derivative: snakeSlope,
  secondDerivative: (x, { a }) => (a === 0 ? constant(x, 0) : 2 * a * sineAndCosine(2 * a, x).cos),
  properties: ({ a }) => ({
    range: real,
    gradientRange: a === 0 ? hull(1, 1) : hull(0, 2),
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: a === 0,
    saturates: 'neither',
    kinks: [],
    ...(a === 0 ? { fixedPoints: 'all' } : { fixedPoints: [0], fixedPeriod: Math.PI / Math.abs(a) }),
  }),
  pitfalls: [
    {
      id: 'snake-frequency',
      text: 'The ripple\'s period is π/a in units of the input: 3.14 at a = 1. For a signal that repeats faster, start with a '
        + 'larger a or scale the inputs.',
    },
    {
      id: 'not-zero-centred',
      text: 'It is not zero-centred: at a = 1 its mean for N(0, 1) inputs is 0.432.',
    },
  ],
  citations: ['ziyin2020'],
});

/** Away from 0 as x + (1 - cos 2ax)/2a, which has the smaller error where f′ is 0. */
function snakeValue(x: number, { a }: { readonly a: number }): number {
  if (a === 0 || !Number.isFinite(x)) return x;
  if (Math.abs(a * x) < 0.5) return x + sineAndCosine(a, x).sin ** 2 / a;
  return x + (1 - sineAndCosine(2 * a, x).cos) / 2 / a;
}

/** Near the zeros of 1 + sin the sum cancels; there it is cos²/(1 - sin). */
function snakeSlope(x: number, { a }: { readonly a: number }): number {
  if (a === 0) return constant(x, 1);
  const { sin, cos } = sineAndCosine(2 * a, x);
  return sin < 0 ? cos ** 2 / (1 - sin) : 1 + sin;
}
