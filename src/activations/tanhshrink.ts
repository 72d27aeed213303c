import { defineActivation } from './activation';
import { timesSquaredSech } from './logistic';
import { real } from './pieces';

export const tanhshrink = defineActivation({
  kind: 'scalar',
  id: 'tanhshrink',
  name: 'Tanhshrink',
  aliases: ['tanh shrink'],
  family: 'shrinkage',
  summary: 'What tanh takes away from its input: almost nothing near zero, the input less 1 far out.',
  formula: { tex: String.raw`f(x) = x - \tanh x`, plain: 'f(x) = x − tanh(x)' },
  gradient: { tex: String.raw`f'(x) = \tanh^2 x`, plain: 'f′(x) = tanh²(x)' },
  parameters: {},
  answer: () => 'suppresses small inputs: near 0 it is x³/3.',
  value: (x) => (Math.abs(x) < 2 ? smallTanhshrink(x) : x - Math.tanh(x)),
  derivative: (x) => Math.tanh(x) ** 2,
  secondDerivative: (x) => timesSquaredSech(2 * Math.tanh(x), x),
  properties: () => ({
    range: real,
    gradientRange: { from: 0, to: 1, closed: 'left' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: true,
    saturates: 'neither',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'flat-at-zero',
      text: 'Its gradient near 0 is x²: 0.0099 at x = 0.1. Weights that start small hardly learn, so give it inputs of unit '
        + 'variance or more.',
    },
    {
      id: 'shrinkage-by-hand',
      text: 'x − tanh(x) loses digits near 0, where the two are almost equal: in float32 at x = 0.01 only about three are left.',
    },
  ],
  citations: [],
});

/**
 * Near zero x - tanh x cancels. Lambert's continued fraction tanh x = x/(1 + k), k = x²/(3 + x²/(5 + …)), turns it
 * into x k/(1 + k), in which nothing does.
 */
function smallTanhshrink(x: number): number {
  const square = x * x;
  let fraction = 0;
  for (let odd = 29; odd >= 3; odd -= 2) fraction = square / (odd + fraction);
  return (x * fraction) / (1 + fraction);
}
