import { defineActivation } from './activation';
import { timesExponential } from './exponentials';
import { timesSquaredSech } from './logistic';

/** Beyond this point TanhExp is x in every double, with gradient 1. */
const settled = 7;

export const tanhexp = defineActivation({
  kind: 'scalar',
  id: 'tanhexp',
  name: 'TanhExp',
  aliases: ['tanh exponential'],
  family: 'self-gated',
  summary: 'Weighs each input by the hyperbolic tangent of its exponential; smooth, with a small dip below zero.',
  formula: { tex: String.raw`f(x) = x\tanh(e^x)`, plain: 'f(x) = x tanh(eˣ)' },
  gradient: {
    tex: String.raw`f'(x) = \tanh(e^x) + x\,e^x\,(1 - \tanh^2(e^x))`,
    plain: 'f′(x) = tanh(eˣ) + x eˣ (1 − tanh²(eˣ))',
  },
  parameters: {},
  answer: () => 'dips to −0.353 at −1.08, then is soon x.',
  value: (x) => (x < -700 ? timesExponential(x, x) : x * Math.tanh(Math.exp(x))),
  derivative: (x) => {
    if (x < -700) return timesExponential(1 + x, x);
    if (x > settled) return 1;
    const power = Math.exp(x);
    return Math.tanh(power) + timesSquaredSech(x * power, power);
  },
  secondDerivative: (x) => {
    if (x < -700) return timesExponential(2 + x, x);
    if (x > settled) return 0;
    const power = Math.exp(x);
    return timesSquaredSech(power * (2 + x * (1 - 2 * power * Math.tanh(power))), power);
  },
  properties: () => ({
    range: { from: -0.3532857778482113, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.13157003618971583, to: 1.0619753087179159, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'tanhexp-by-hand',
      text: 'Written by hand as x tanh(exp(x)), its gradient is NaN for x above 88.73 in float32, where exp overflows and the '
        + 'slope of tanh is 0. Clip the input of exp.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'The gain that keeps the second moment of N(0, 1) inputs is 1.375, where that of ReLU is 1.414.',
    },
  ],
  citations: ['liu2020tanhexp'],
});
