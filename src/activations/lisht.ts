import { defineActivation } from './activation';
import { timesSquaredSech } from './logistic';

/** The steepest slope, where x tanh x = 1. */
const steepest = 1.1996786402577337;

export const lisht = defineActivation({
  kind: 'scalar',
  id: 'lisht',
  name: 'LiSHT',
  aliases: ['linearly scaled hyperbolic tangent'],
  family: 'self-gated',
  summary: 'Each input times its hyperbolic tangent: an even function that is close to |x| far from zero.',
  formula: { tex: String.raw`f(x) = x\tanh x`, plain: 'f(x) = x tanh(x)' },
  gradient: { tex: String.raw`f'(x) = \tanh x + x\,(1 - \tanh^2 x)`, plain: 'f′(x) = tanh(x) + x (1 − tanh²(x))' },
  parameters: {},
  answer: () => 'is even: it loses the sign of its input.',
  value: (x) => x * Math.tanh(x),
  derivative: (x) => Math.tanh(x) + timesSquaredSech(x, x),
  secondDerivative: (x) => timesSquaredSech(2 * (1 - x * Math.tanh(x)), x),
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: { from: -steepest, to: steepest, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'neither',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'even-function',
      text: 'f(−x) = f(x), so the sign of the input is lost, and outputs are never negative: for N(0, 1) inputs their mean is '
        + '0.606.',
    },
    {
      id: 'flat-at-zero',
      text: 'Near zero its gradient is 2x: an input of 0.01 passes 2 % of the gradient. Start from inputs of unit variance.',
    },
  ],
  citations: ['roy2019'],
});
