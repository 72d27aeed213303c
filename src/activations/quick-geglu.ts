import { defineActivation } from './activation';
import { feedForwardWidth, sigmoidGatedSlopeTimes, sigmoidGatedTimes } from './gated';
import { sigmoidGated } from './logistic';

const beta = 1.702;

export const quickGeglu = defineActivation({
  kind: 'gate',
  id: 'quick-geglu',
  name: 'QuickGEGLU',
  aliases: ['qgeglu', 'quick-GELU-gated linear unit'],
  family: 'gated',
  summary: 'GEGLU with the sigmoid approximation of GELU, and optionally a constant added to the branch it multiplies.',
  formula: {
    tex: String.raw`f(a, b) = a\,\sigma(1.702\,a)\,(b + o)`,
    plain: 'f(a, b) = a · σ(1.702a) · (b + o)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \sigma(z)\bigl(1 + z\,\sigma(-z)\bigr)(b + o),\quad \frac{\partial f}{\partial b} = a\,\sigma(z),\quad z = 1.702\,a`,
    plain: '∂f/∂a = σ(z) · (1 + z · σ(−z)) · (b + o), ∂f/∂b = a · σ(z), z = 1.702a',
  },
  parameters: {
    offset: {
      kind: 'number', symbol: 'o', default: 0, min: 0, max: 2, step: 0.1,
      meaning: 'Added to b: at 1, a branch b of 0 lets the activated branch through unchanged.',
    },
  },
  answer: ({ offset }) => (offset === 0
    ? 'multiplies one branch by QuickGELU of another.'
    : 'multiplies QuickGELU of one branch by the other.'),
  value: (a, b, { offset }) => sigmoidGatedTimes(a, beta, b + offset),
  gradientAt: (a, b, { offset }) => [sigmoidGatedSlopeTimes(a, beta, b + offset), sigmoidGated(a, beta)],
  pitfalls: [
    {
      id: 'gelu-variant-mismatch',
      text: 'x · σ(1.702x) differs from GELU by up to 0.020. Use it only with weights that were trained with it.',
    },
    feedForwardWidth,
  ],
  citations: ['shazeer2020', 'hendrycks2016'],
});
