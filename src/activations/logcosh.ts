import { defineActivation } from './activation';
import { timesSquaredSech } from './logistic';

export const logcosh = defineActivation({
  kind: 'scalar',
  id: 'logcosh',
  name: 'LogCosh',
  aliases: ['log cosh', 'log of cosh'],
  family: 'smooth',
  summary: 'The logarithm of the hyperbolic cosine: a parabola near zero, |x| less ln 2 far out.',
  formula: { tex: String.raw`f(x) = \ln\cosh x`, plain: 'f(x) = ln(cosh x)' },
  gradient: { tex: String.raw`f'(x) = \tanh x`, plain: 'f′(x) = tanh(x)' },
  parameters: {},
  answer: () => 'is even: it loses the sign of its input.',
  value: (x) => {
    const size = Math.abs(x);
    // cosh² is 1 + sinh², which keeps the digits that ln 2 would take near 0; far out cosh overflows.
    if (size < 1) return Math.log1p(Math.sinh(size) ** 2) / 2;
    return size + (Math.log1p(Math.exp(-2 * size)) - Math.LN2);
  },
  derivative: (x) => Math.tanh(x),
  secondDerivative: (x) => timesSquaredSech(1, x),
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: { from: -1, to: 1, closed: 'neither' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'neither',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'logcosh-by-hand',
      text: 'Written by hand as log(cosh(x)) it is infinite beyond |x| = 89.42 in float32. Write it as '
        + 'x + softplus(−2x) − ln 2.',
    },
    {
      id: 'even-function',
      text: 'f(−x) = f(x), so the sign of the input is lost, and outputs are never negative.',
    },
  ],
  citations: [],
});
