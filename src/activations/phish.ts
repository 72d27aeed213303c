import { defineActivation } from './activation';
import { timesGaussian } from './exponentials';
import { gelu, geluCurvature, geluSlope, scaledTail } from './gaussianGated';
import { timesSquaredSech } from './logistic';

/** Left of this point tanh of GELU is GELU in every double. */
const settled = -20;
/** Right of this point Phish is x in every double, with gradient 1. */
const straight = 25;
/** 1/√(2π), the height of the normal density. */
const peak = 0.3989422804014327;

export const phish = defineActivation({
  kind: 'scalar',
  id: 'phish',
  name: 'Phish',
  aliases: ['tanh of gelu gated'],
  family: 'self-gated',
  summary: 'Weighs each input by the hyperbolic tangent of its GELU; never negative, with a small hump left of zero.',
  formula: {
    tex: String.raw`f(x) = x\tanh(\operatorname{GELU}(x))`,
    plain: 'f(x) = x tanh(GELU(x))',
  },
  gradient: {
    tex: String.raw`f'(x) = \tanh g + x\,(1 - \tanh^2 g)\,g',\; g = \operatorname{GELU}(x)`,
    plain: 'f′(x) = tanh g + x (1 − tanh² g) g′, g = GELU(x)',
  },
  parameters: {},
  answer: () => 'is never negative: a hump of 0.165 at −1.2.',
  value: (x) => (x < settled ? timesGaussian(x * x * scaledTail(x), x, 0.5) : x * Math.tanh(gelu(x))),
  derivative: (x) => {
    if (x > straight) return 1;
    if (x < settled) return timesGaussian(x * (2 * scaledTail(x) + x * peak), x, 0.5);
    const gate = gelu(x);
    return Math.tanh(gate) + timesSquaredSech(x * geluSlope(x), gate);
  },
  secondDerivative: curvature,
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.2184242658289875, to: 1.2983066733058116, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'flat-at-zero',
      text: 'Near 0 it is x²/2 with gradient x: an input of 0.01 passes 1 % of the gradient. Weights that start small '
        + 'hardly learn.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'The gain that keeps the second moment of N(0, 1) inputs is 1.664, where that of ReLU is 1.414.',
    },
  ],
  citations: ['naveen2022'],
});

function curvature(x: number): number {
  if (x > 400) return 0;
  // (x² Φ)″, with the normal density taken out of every term.
  if (x < settled) return timesGaussian(2 * scaledTail(x) + x * (4 - x * x) * peak, x, 0.5);
  const [gate, slope] = [gelu(x), geluSlope(x)];
  return timesSquaredSech(2 * slope + x * (geluCurvature(x) - 2 * Math.tanh(gate) * slope * slope), gate);
}
