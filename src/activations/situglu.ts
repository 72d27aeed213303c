import { defineActivation } from './activation';
import { add, divide, exactly, exponential, multiply, rounded, subtract, type DoubleDouble } from './doubleDouble';
import { feedForwardWidth, productTimesExponential } from './gated';
import { sigmoidSlope, timesSigmoid, timesSquaredSech } from './logistic';

/** Beyond this size σ(a) or σ(−a) is its exponential in every double, and soon too small to be one. */
const tail = 700;
const one = exactly(1);

/** β tanh(x/β): the identity near 0, where x/β could be too small for a double, and never larger than β. */
function softCapped(x: number, beta: number): number {
  return Math.abs(x) < 5e-9 * beta ? x : beta * Math.tanh(x / beta);
}

/** factor / cosh²(x/β), for which the rounding of x/β would cost as many digits as it is large. */
function timesSlopeOfCap(factor: number, x: number, beta: number): number {
  const { high, low } = divide(exactly(x), exactly(beta));
  return timesSquaredSech(factor * (1 - 2 * low * Math.tanh(high)), high);
}

/** β tanh(a/β) σ(a) · factor */
function timesGate(factor: number, a: number, beta: number): number {
  if (a < -tail) return productTimesExponential(softCapped(a, beta), factor, a);
  return timesSigmoid(softCapped(a, beta) * factor, exactly(a));
}

function timesSlopeOfGate(factor: number, a: number, beta: number): number {
  if (a < -tail) return productTimesExponential(timesSlopeOfCap(1, a, beta) + softCapped(a, beta), factor, a);
  if (a < 0) return timesSigmoid(slopeOverSigmoid(a, beta) * factor, exactly(a));
  const fromSigmoid = a > tail ? productTimesExponential(softCapped(a, beta), factor, -a) : softCapped(a, beta) * sigmoidSlope(a) * factor;
  return timesSlopeOfCap(timesSigmoid(1, exactly(a)) * factor, a, beta) + fromSigmoid;
}

/**
 * 1 - t² + βt σ(-a) with t = tanh(a/β), which passes through zero left of 0: with e = exp(2a/β) and q = exp(a) it is
 * (4e(1 + q) - β(1 - e²)) / ((1 + e)²(1 + q)), whose difference keeps a full double in 32 digits.
 */
function slopeOverSigmoid(a: number, beta: number): number {
  const e = exponential(twice(divide(exactly(a), exactly(beta))));
  const [onePlusE, onePlusQ] = [add(one, e), add(one, exponential(exactly(a)))];
  const rising = multiply(multiply(exactly(4), e), onePlusQ);
  const falling = multiply(exactly(beta), multiply(subtract(one, e), onePlusE));
  return rounded(divide(subtract(rising, falling), multiply(multiply(onePlusE, onePlusE), onePlusQ)));
}

function twice({ high, low }: DoubleDouble): DoubleDouble {
  return { high: 2 * high, low: 2 * low };
}

export const situglu = defineActivation({
  kind: 'gate',
  id: 'situglu',
  name: 'SiTU-GLU',
  aliases: ['SiTU'],
  family: 'gated',
  summary: 'SwiGLU with soft caps: both branches pass through a scaled tanh, so that the product stays below β₁β₂.',
  formula: {
    tex: String.raw`f(a, b) = \beta_1 \tanh\!\left(\tfrac{a}{\beta_1}\right) \sigma(a) \cdot \beta_2 \tanh\!\left(\tfrac{b}{\beta_2}\right)`,
    plain: 'f(a, b) = β₁ tanh(a/β₁) · σ(a) · β₂ tanh(b/β₂)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \sigma(a)\bigl(1 - s^2 + \beta_1 s\,\sigma(-a)\bigr)\beta_2 t,\; \frac{\partial f}{\partial b} = \beta_1 s\,\sigma(a)(1 - t^2),\; s = \tanh\tfrac{a}{\beta_1},\, t = \tanh\tfrac{b}{\beta_2}`,
    plain: '∂f/∂a = σ(a) · (1 − s² + β₁s · σ(−a)) · β₂t, ∂f/∂b = β₁s · σ(a) · (1 − t²), s = tanh(a/β₁), t = tanh(b/β₂)',
  },
  parameters: {
    beta1: {
      kind: 'number', symbol: 'β₁', default: 4, min: 0.5, max: 30, step: 0.5, domain: 'positive',
      meaning: 'The cap of the activated branch, which stays below it. It must be positive.',
    },
    beta2: {
      kind: 'number', symbol: 'β₂', default: 25, min: 0.5, max: 50, step: 0.5, domain: 'positive',
      meaning: 'The cap of the linear branch, which stays between −β₂ and β₂. It must be positive.',
    },
  },
  answer: ({ beta1, beta2 }) => `is SwiGLU with soft caps ${Number(beta1.toPrecision(4))} and ${Number(beta2.toPrecision(4))}.`,
  value: (a, b, { beta1, beta2 }) => timesGate(softCapped(b, beta2), a, beta1),
  gradientAt: (a, b, { beta1, beta2 }) => [
    timesSlopeOfGate(softCapped(b, beta2), a, beta1),
    timesSlopeOfCap(timesGate(1, a, beta1), b, beta2),
  ],
  pitfalls: [feedForwardWidth],
  citations: [],
});
