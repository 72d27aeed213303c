import { defineActivation } from './activation';
import { feedForwardWidth } from './gated';
import { sigmoid, sigmoidSlope, timesSquaredSech } from './logistic';

/** β tanh(x/β): the identity near 0, and never larger than β. */
function softCapped(x: number, beta: number): number {
  return beta * Math.tanh(x / beta);
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
      kind: 'number', symbol: 'β₁', default: 4, min: 0.5, max: 30, step: 0.5,
      meaning: 'The cap of the activated branch, which stays below it.',
    },
    beta2: {
      kind: 'number', symbol: 'β₂', default: 25, min: 0.5, max: 50, step: 0.5,
      meaning: 'The cap of the linear branch, which stays between −β₂ and β₂.',
    },
  },
  answer: ({ beta1, beta2 }) => `is SwiGLU with soft caps ${Number(beta1.toPrecision(4))} and ${Number(beta2.toPrecision(4))}.`,
  value: (a, b, { beta1, beta2 }) => softCapped(a, beta1) * sigmoid(a) * softCapped(b, beta2),
  gradientAt: (a, b, { beta1, beta2 }) => [
    (timesSquaredSech(sigmoid(a), a / beta1) + softCapped(a, beta1) * sigmoidSlope(a)) * softCapped(b, beta2),
    timesSquaredSech(softCapped(a, beta1) * sigmoid(a), b / beta2),
  ],
  pitfalls: [feedForwardWidth],
  citations: [],
});
