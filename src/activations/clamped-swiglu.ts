import { defineActivation } from './activation';
import { feedForwardWidth, sigmoidGatedSlopeTimes, sigmoidGatedTimes } from './gated';
import { sigmoidGated } from './logistic';

function clamped(b: number, limit: number): number {
  return Math.min(Math.max(b, -limit), limit);
}

export const clampedSwiglu = defineActivation({
  kind: 'gate',
  id: 'clamped-swiglu',
  name: 'Clamped SwiGLU',
  aliases: ['SwiGLU OAI'],
  family: 'gated',
  summary: 'The SwiGLU of gpt-oss: both branches are clipped, the sigmoid is steeper, and the linear branch is counted from −1.',
  formula: {
    tex: String.raw`f(a, b) = a'\,\sigma(\alpha a')\,(b' + o),\quad a' = \min(a, L),\ b' = \min(\max(b, -L), L)`,
    plain: 'f(a, b) = a′ · σ(αa′) · (b′ + o), a′ = min(a, L), b′ = min(max(b, −L), L)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \sigma(z)\bigl(1 + z\,\sigma(-z)\bigr)(b' + o)\,\mathbf{1}[a \le L],\quad \frac{\partial f}{\partial b} = a'\,\sigma(z)\,\mathbf{1}[|b| \le L],\quad z = \alpha a'`,
    plain: '∂f/∂a = σ(z) · (1 + z · σ(−z)) · (b′ + o) where a ≤ L, ∂f/∂b = a′ · σ(z) where |b| ≤ L, else 0; z = αa′',
  },
  parameters: {
    limit: {
      kind: 'number', symbol: 'L', default: 7, min: 1, max: 20, step: 0.5, domain: 'positive',
      meaning: 'Where the branches are clipped: a from above only, b on both sides. It must be positive.',
    },
    alpha: {
      kind: 'number', symbol: 'α', default: 1.702, min: 0.5, max: 3, step: 0.01,
      meaning: 'The steepness of the sigmoid: 1 is SiLU, 1.702 is close to GELU.',
    },
    offset: {
      kind: 'number', symbol: 'o', default: 1, min: 0, max: 2, step: 0.1,
      meaning: 'Added to the clipped b: at 1, a branch b of 0 lets the activated branch through.',
    },
  },
  answer: () => 'is SwiGLU with clipped branches.',
  value: (a, b, { limit, alpha, offset }) => sigmoidGatedTimes(Math.min(a, limit), alpha, clamped(b, limit) + offset),
  gradientAt: (a, b, { limit, alpha, offset }) => {
    const factor = clamped(b, limit) + offset;
    const top = Math.min(a, limit);
    return [
      a > limit ? 0 * factor : sigmoidGatedSlopeTimes(a, alpha, factor),
      Math.abs(b) > limit ? 0 * top : sigmoidGated(top, alpha),
    ];
  },
  kinksAlongA: (_, { limit }) => [limit],
  pitfalls: [
    {
      id: 'clamped-swiglu-sides',
      text: 'The activated branch is clipped from above only, the other on both sides. Clipping a at −L too changes the '
        + 'result for a below −L, where SiLU is small but not 0.',
    },
    {
      id: 'glu-halves',
      text: 'gpt-oss interleaves the two branches in one packed matrix (every second column), Transformer Engine expects '
        + 'two halves. Rearrange the weights when porting.',
    },
    feedForwardWidth,
  ],
  citations: ['openai2025gptoss'],
});
