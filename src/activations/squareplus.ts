import { defineActivation } from './activation';
import { constant } from './pieces';
import { rootOfSquares } from './squares';
import { shown } from './wording';

export const squareplus = defineActivation({
  kind: 'scalar',
  id: 'squareplus',
  name: 'Squareplus',
  aliases: ['square plus'],
  family: 'smooth',
  summary: 'A smooth version of ReLU made of a square root alone, without exponentials.',
  formula: { tex: String.raw`f(x) = \tfrac{1}{2}\bigl(x + \sqrt{x^2 + b}\bigr)`, plain: 'f(x) = ½ (x + √(x² + b))' },
  gradient: {
    tex: String.raw`f'(x) = \tfrac{1}{2}\Bigl(1 + \tfrac{x}{\sqrt{x^2 + b}}\Bigr)`,
    plain: 'f′(x) = ½ (1 + x/√(x² + b))',
  },
  parameters: {
    b: {
      kind: 'number', symbol: 'b', default: 4, min: 0, max: 10, step: 0.1, domain: 'non-negative',
      meaning: 'How wide the bend at 0 is: 0 gives ReLU; f(0) is √b/2. It must not be negative.',
    },
  },
  answer: ({ b }) => (b === 0 ? 'with b = 0 is ReLU.' : `is a smooth ReLU, ${shown(Math.sqrt(b) / 2)} at 0.`),
  value: (x, { b }) => {
    if (x >= 0) return x / 2 + rootOfSquares(x, b) / 2;
    return b === 0 ? constant(x, 0) : b / 4 / (rootOfSquares(x, b) / 2 - x / 2);
  },
  derivative: (x, { b }) => (x > 0 ? 1 - lowerSlope(-x, b) : lowerSlope(x, b)),
  secondDerivative: (x, { b }) => {
    const hypotenuse = rootOfSquares(x, b);
    return b === 0 && x === 0 ? 0 : b / hypotenuse / hypotenuse / hypotenuse / 2;
  },
  properties: ({ b }) => ({
    range: { from: 0, to: Infinity, closed: b === 0 ? 'left' : 'neither' },
    gradientRange: { from: 0, to: 1, closed: b === 0 ? 'both' : 'neither' },
    monotonic: b === 0 ? 'non-decreasing' : 'increasing',
    smoothness: b === 0 ? 0 : Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: b === 0 ? [0] : [],
    fixedPoints: b === 0 ? 'non-negative' : [],
  }),
  pitfalls: [
    {
      id: 'algebraic-tail',
      text: 'Its left tail falls off only like b/(4|x|): at x = −10 and b = 4 it is still 0.099, where softplus is 0.000045. It '
        + 'does not replace softplus where small outputs matter.',
    },
    {
      id: 'squareplus-at-zero',
      text: 'At b = 4 it is 1 at x = 0 and its mean for N(0, 1) inputs is 1.11. For softplus\'s value at 0, ln 2, take b = 1.92.',
    },
  ],
  citations: ['barron2021'],
});

/** f′ for x ≤ 0, where ½ (1 + x/√(x² + b)) would cancel. */
function lowerSlope(x: number, b: number): number {
  const hypotenuse = rootOfSquares(x, b);
  return b === 0 ? constant(x, 0) : b / hypotenuse / (hypotenuse - x) / 2;
}
