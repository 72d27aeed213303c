import { defineActivation } from './activation';
import { erfcx } from './errorFunction';
import { timesGaussian } from './exponentials';
import { feedForwardWidth, tiny } from './gated';
import { gelu, geluSlope } from './gaussianGated';

/** Left of this point GELU is so small that the other branch must be multiplied in before the last exponential. */
const tailFrom = -30;
/** 1/√(2π), the height of the normal density. */
const peak = 0.3989422804014327;

/** Φ(a) e^(a²/2) */
function scaledTail(a: number): number {
  return 0.5 * erfcx(-a * Math.SQRT1_2);
}

function valueOf(a: number, b: number): number {
  if (a < tailFrom) return timesGaussian(b * (a * scaledTail(a)), a, 0.5);
  return Math.abs(a) < tiny ? (a * b) / 2 : gelu(a) * b;
}

export const geglu = defineActivation({
  kind: 'gate',
  id: 'geglu',
  name: 'GEGLU',
  aliases: ['GELU-gated linear unit'],
  family: 'gated',
  summary: 'The exact GELU of one linear branch times another.',
  formula: {
    tex: String.raw`f(a, b) = \operatorname{GELU}(a)\,b = a\,\Phi(a)\,b`,
    plain: 'f(a, b) = GELU(a) · b = a · Φ(a) · b',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \bigl(\Phi(a) + a\,\varphi(a)\bigr)\,b,\quad \frac{\partial f}{\partial b} = a\,\Phi(a)`,
    plain: '∂f/∂a = (Φ(a) + a · φ(a)) · b, ∂f/∂b = a · Φ(a)',
  },
  parameters: {},
  answer: () => 'multiplies one branch by GELU of another.',
  value: valueOf,
  gradientAt: (a, b) => [
    a < tailFrom ? timesGaussian(b * (scaledTail(a) + a * peak), a, 0.5) : geluSlope(a) * b,
    gelu(a),
  ],
  pitfalls: [
    {
      id: 'gelu-variant-mismatch',
      text: 'diffusers and MONAI use the exact GELU here, Megatron and Transformer Engine the tanh form, as does '
        + 'transformers for T5\'s `gated-gelu`. The two GELUs differ by up to 0.000473.',
    },
    {
      id: 'glu-halves',
      text: 'Where both branches come from one packed matrix, Megatron and Transformer Engine put GELU on the first half, '
        + 'diffusers and MONAI on the second. Swap the halves when porting weights.',
    },
    feedForwardWidth,
  ],
  citations: ['shazeer2020', 'hendrycks2016'],
});
