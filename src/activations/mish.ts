import { defineActivation } from './activation';
import { add, exactly, exponential, multiply, rounded } from './doubleDouble';
import { timesExponential } from './exponentials';
import { constant } from './pieces';

/** Beyond this point Mish is x in every double, with gradient 1. */
const settled = 25;

export const mish = defineActivation({
  kind: 'scalar',
  id: 'mish',
  name: 'Mish',
  aliases: ['self regularized non-monotonic'],
  family: 'self-gated',
  summary: 'Weighs each input by the hyperbolic tangent of its softplus; smooth, with a small dip below zero.',
  formula: { tex: String.raw`f(x) = x\tanh s,\; s = \ln(1 + e^x)`, plain: 'f(x) = x tanh s, s = ln(1 + eˣ)' },
  gradient: {
    tex: String.raw`f'(x) = \tanh s + x\,\sigma(x)\,(1 - \tanh^2 s)`,
    plain: 'f′(x) = tanh s + x σ(x) (1 − tanh² s)',
  },
  parameters: {},
  answer: () => 'dips to −0.309 at −1.19, then grows like x.',
  value: mishValue,
  derivative: mishSlope,
  secondDerivative: mishCurvature,
  properties: () => ({
    range: { from: -0.3088434130172504, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.11252612238946256, to: 1.0884981612517279, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'mish-by-hand',
      text: 'Written by hand as x tanh(log(1 + exp(x))), its gradient is NaN for x above 88.73 in float32, where exp overflows. '
        + 'Use the library\'s Mish, or its softplus.',
    },
    {
      id: 'mobile-delegate-unsupported',
      text: 'TensorFlow Lite has no built-in Mish operator, and ONNX has one from opset 18 on: before that it is exported as '
        + 'several operators.',
    },
    {
      id: 'init-gain-mismatch',
      text: '`calculate_gain` of PyTorch does not know Mish. The gain that keeps the second moment of N(0, 1) inputs is 1.487.',
    },
  ],
  citations: ['misra2019'],
});

/**
 * With e = eˣ, tanh(ln(1 + e)) is e(e + 2) / (e(e + 2) + 2): sums of positive numbers alone. For positive x the
 * fraction is divided by e², so that nothing overflows.
 */
function mishValue(x: number): number {
  if (x > settled) return x;
  if (x < -700) return timesExponential(x, x);
  if (x <= 0) {
    const power = Math.exp(x);
    const weight = power * (power + 2);
    return (x * weight) / (weight + 2);
  }
  const decay = Math.exp(-x);
  return (x * (1 + 2 * decay)) / denominator(decay);
}

function mishSlope(x: number): number {
  if (x > settled) return 1;
  if (x < -700) return timesExponential(1 + x, x);
  if (x <= 0) {
    const power = Math.exp(x);
    return (power * slopeFactor(x)) / (power * (power + 2) + 2) ** 2;
  }
  const decay = Math.exp(-x);
  const bottom = denominator(decay);
  return (1 + 2 * decay) / bottom + (4 * x * decay ** 2 * (1 + decay)) / bottom ** 2;
}

/** e³ + 4e² + 6e + 4 + 4x(1 + e), in 32 digits, since it passes through zero at the minimum of Mish. */
function slopeFactor(x: number): number {
  const power = exponential(exactly(x));
  const cubic = [4, 6, 4].reduce((sum, coefficient) => add(multiply(sum, power), exactly(coefficient)), exactly(1));
  return rounded(add(cubic, multiply(add(power, exactly(1)), exactly(4 * x))));
}

function mishCurvature(x: number): number {
  if (Math.abs(x) > 350) return timesExponential(x > 0 ? 8 - 8 * x : 2 + x, x > 0 ? -2 * x : x);
  if (x <= 0) {
    const power = Math.exp(x);
    const bottom = power * (power + 2) + 2;
    const bend = 2 + power * (2 - power * (3 + 2 * power));
    return ((8 * power * (1 + power)) / bottom + (4 * x * power * bend) / bottom ** 2) / bottom;
  }
  const decay = Math.exp(-x);
  const bottom = denominator(decay);
  const bend = decay * (decay * (2 * decay + 2) - 3) - 2;
  return constant(x, (decay ** 2 * (8 * (1 + decay) + (4 * x * bend) / bottom)) / bottom ** 2);
}

function denominator(decay: number): number {
  return 1 + 2 * decay * (1 + decay);
}
