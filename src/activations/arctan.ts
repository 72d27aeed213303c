import { defineActivation } from './activation';

export const arctan = defineActivation({
  kind: 'scalar',
  id: 'arctan',
  name: 'Arctan',
  aliases: ['atan', 'inverse tangent', 'tan⁻¹'],
  family: 'sigmoidal',
  summary: 'Squashes any number between −π/2 and π/2, approaching the ends slowly.',
  formula: { tex: String.raw`f(x) = \arctan x`, plain: 'f(x) = arctan(x)' },
  gradient: { tex: String.raw`f'(x) = \tfrac{1}{1 + x^2}`, plain: 'f′(x) = 1 / (1 + x²)' },
  parameters: {},
  answer: () => 'is bounded by ±π/2 and saturates slowly.',
  value: (x) => Math.atan(x),
  derivative: slope,
  secondDerivative: (x) => (Math.abs(x) > 1e10 ? -2 / x / x / x : -2 * x * slope(x) * slope(x)),
  properties: () => ({
    range: { from: -Math.PI / 2, to: Math.PI / 2, closed: 'neither' },
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
      text: 'It nears its bounds slowly: at x = 10 it is 0.1 short of π/2, with gradient 0.0099, where the gradient of tanh is '
        + '8 × 10⁻⁹.',
    },
    {
      id: 'output-range-vs-data-range',
      text: 'It spans (−1.571, 1.571), not (−1, 1). Multiply by 2/π = 0.637 where ±1 is wanted.',
    },
  ],
  citations: [],
});

/** 1/(1 + x²), also where the square overflows. */
function slope(x: number): number {
  return Math.abs(x) > 1e10 ? 1 / x / x : 1 / (1 + x * x);
}
