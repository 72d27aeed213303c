import { defineActivation } from './activation';
import { real } from './pieces';
import { rootOfSquares } from './squares';

export const bentIdentity = defineActivation({
  kind: 'scalar',
  id: 'bent-identity',
  name: 'Bent Identity',
  aliases: ['bent linear'],
  family: 'smooth',
  summary: 'A line that bends at zero from slope ½ to slope 3/2, so that its gradient never vanishes.',
  formula: {
    tex: String.raw`f(x) = \tfrac{1}{2}\bigl(\sqrt{x^2 + 1} - 1\bigr) + x`,
    plain: 'f(x) = ½ (√(x² + 1) − 1) + x',
  },
  gradient: {
    tex: String.raw`f'(x) = \tfrac{x}{2\sqrt{x^2 + 1}} + 1`,
    plain: 'f′(x) = x / (2√(x² + 1)) + 1',
  },
  parameters: {},
  answer: () => 'goes from slope ½ on the left to 3/2.',
  // √(x² + 1) - 1 is x²/(√(x² + 1) + 1), in which nothing cancels.
  value: (x) => (Math.abs(x) === Infinity ? x : x * (1 + x / (rootOfSquares(x, 1) + 1) / 2)),
  derivative: (x) => 1 + (Math.abs(x) === Infinity ? Math.sign(x) : x / rootOfSquares(x, 1)) / 2,
  secondDerivative: (x) => {
    const root = rootOfSquares(x, 1);
    return 0.5 / root / root / root;
  },
  properties: () => ({
    range: real,
    gradientRange: { from: 0.5, to: 1.5, closed: 'neither' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'neither',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'gradient-above-one',
      text: 'For positive inputs its gradient lies between 1 and 1.5: twenty layers of it can multiply a gradient by up to '
        + '3,325. Normalise, or initialise with smaller weights.',
    },
  ],
  citations: [],
});
