import { defineActivation } from './activation';
import { feedForwardWidth, sigmoidGatedSlopeTimes, sigmoidGatedTimes } from './gated';
import { sigmoidGated } from './logistic';

export const swiglu = defineActivation({
  kind: 'gate',
  id: 'swiglu',
  name: 'SwiGLU',
  aliases: ['Swish-gated linear unit', 'SiLU-gated linear unit'],
  family: 'gated',
  summary: 'SiLU of one linear branch times another, the feed-forward unit of LLaMA-type language models.',
  formula: {
    tex: String.raw`f(a, b) = \operatorname{SiLU}(a)\,b = a\,\sigma(a)\,b`,
    plain: 'f(a, b) = SiLU(a) · b = a · σ(a) · b',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \sigma(a)\bigl(1 + a\,\sigma(-a)\bigr)\,b,\quad \frac{\partial f}{\partial b} = a\,\sigma(a)`,
    plain: '∂f/∂a = σ(a) · (1 + a · σ(−a)) · b, ∂f/∂b = a · σ(a)',
  },
  parameters: {},
  answer: () => 'multiplies one branch by SiLU of another.',
  value: (a, b) => sigmoidGatedTimes(a, 1, b),
  gradientAt: (a, b) => [sigmoidGatedSlopeTimes(a, 1, b), sigmoidGated(a, 1)],
  pitfalls: [
    {
      id: 'glu-halves',
      text: 'Where both branches come from one packed matrix, Megatron and Transformer Engine put SiLU on the first half, '
        + 'diffusers on the second. Swap the halves when porting weights.',
    },
    feedForwardWidth,
  ],
  citations: ['shazeer2020'],
});
