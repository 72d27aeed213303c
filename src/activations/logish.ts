import { defineActivation } from './activation';
import { timesExponential } from './exponentials';
import { sigmoid } from './logistic';

/** Beyond this point the gradient is ln 2 in every double. */
const settled = 50;

export const logish = defineActivation({
  kind: 'scalar',
  id: 'logish',
  name: 'Logish',
  aliases: ['log-sigmoid gated'],
  family: 'self-gated',
  summary: 'Weighs each input by ln(1 + σ(x)); smooth, with a small dip below zero and slope ln 2 far to the right.',
  formula: { tex: String.raw`f(x) = x\ln(1 + \sigma(x))`, plain: 'f(x) = x ln(1 + σ(x))' },
  gradient: {
    tex: String.raw`f'(x) = \ln(1 + \sigma(x)) + \frac{x\,\sigma(x)\,(1 - \sigma(x))}{1 + \sigma(x)}`,
    plain: 'f′(x) = ln(1 + σ(x)) + x σ(x) (1 − σ(x)) / (1 + σ(x))',
  },
  parameters: {},
  answer: () => 'dips to −0.253 at −1.37, then grows like 0.693x.',
  value: (x) => (x < -700 ? timesExponential(x, x) : x * Math.log1p(sigmoid(x))),
  derivative: (x) => {
    if (x < -700) return timesExponential(1 + x, x);
    return x > settled ? Math.LN2 : Math.log1p(sigmoid(x)) + x * gateSlope(x);
  },
  secondDerivative: (x) => {
    if (Math.abs(x) > 350) return timesExponential(x > 0 ? 1 - x / 2 : 2 + x, -Math.abs(x));
    const slope = gateSlope(x);
    return slope * (2 - x * (Math.tanh(x / 2) + slope));
  },
  properties: () => ({
    range: { from: -0.25276881678944035, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.08982878552089006, to: 0.7463111804127397, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'init-gain-mismatch',
      text: 'It grows like 0.693x, not like x. The gain that keeps the second moment of N(0, 1) inputs is 2.268, where that of '
        + 'ReLU is 1.414.',
    },
  ],
  citations: ['zhu2021'],
});

/** σ′/(1 + σ), the derivative of ln(1 + σ), by e^(-|x|). */
function gateSlope(x: number): number {
  const decay = Math.exp(-Math.abs(x));
  return decay / (1 + decay) / (x < 0 ? 1 + 2 * decay : 2 + decay);
}
