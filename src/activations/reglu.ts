import { defineActivation } from './activation';
import { feedForwardWidth } from './gated';

/** 1 right of 0 and 0 elsewhere, as PyTorch has it for ReLU; NaN stays NaN. */
function slope(a: number): number {
  return a > 0 ? 1 : Math.min(a, 0) * 0;
}

export const reglu = defineActivation({
  kind: 'gate',
  id: 'reglu',
  name: 'ReGLU',
  aliases: ['ReLU-gated linear unit'],
  family: 'gated',
  summary: 'ReLU of one linear branch times another: channels whose gate is negative are exactly off.',
  formula: {
    tex: String.raw`f(a, b) = \max(0, a)\,b`,
    plain: 'f(a, b) = max(0, a) · b',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \mathbf{1}[a > 0]\,b,\quad \frac{\partial f}{\partial b} = \max(0, a)`,
    plain: '∂f/∂a = b where a > 0, else 0; ∂f/∂b = max(0, a)',
  },
  parameters: {},
  answer: () => 'multiplies one branch by ReLU of another.',
  value: (a, b) => Math.max(0, a) * b,
  gradientAt: (a, b) => [slope(a) * b, Math.max(0, a)],
  pitfalls: [
    {
      id: 'reglu-dead-gate',
      text: 'Where a is negative neither branch gets a gradient: for standard normal inputs that is half of the time.',
    },
    feedForwardWidth,
  ],
  citations: ['shazeer2020'],
});
