import { defineActivation } from './activation';
import { feedForwardWidth, productTimesExponential, tiny } from './gated';
import { geluTanh, geluTanhSlope, tanhGate } from './gaussianGated';

/** Left of this point the gate is its exponential in every double, and soon too small to be one. */
const tailFrom = -15;
/** Left of this one no factor that is a double can bring it back. */
const lost = -30;

function valueOf(a: number, b: number): number {
  if (a < tailFrom) return timesTail(a, b, a);
  return Math.abs(a) < tiny ? (a * b) / 2 : geluTanh(a) * b;
}

function slopeOf(a: number, b: number): number {
  return a < tailFrom ? timesTail(1 + tanhGate(a, 3).high, b, a) : geluTanhSlope(a) * b;
}

/** factor · b · eᶻ, where σ(z) is the gate at a. */
function timesTail(factor: number, b: number, a: number): number {
  if (a < lost) return 0 * b;
  const gate = tanhGate(a, 1);
  return productTimesExponential(factor, b * (1 + gate.low), gate.high);
}

export const gegluTanh = defineActivation({
  kind: 'gate',
  id: 'geglu-tanh',
  name: 'GEGLU (tanh)',
  aliases: ['gated-gelu', 'GEGLU approximate'],
  family: 'gated',
  summary: 'GEGLU with the tanh approximation of GELU.',
  formula: {
    tex: String.raw`f(a, b) = \tfrac{a}{2}(1 + \tanh u)\,b,\; u = \sqrt{\tfrac{2}{\pi}}\,(a + 0.044715\,a^3)`,
    plain: 'f(a, b) = a/2 · (1 + tanh u) · b, u = √(2/π) (a + 0.044715a³)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \Bigl(\tfrac{1}{2}(1 + \tanh u) + \tfrac{a}{2}(1 - \tanh^2 u)\,u'\Bigr) b,\quad \frac{\partial f}{\partial b} = \tfrac{a}{2}(1 + \tanh u)`,
    plain: '∂f/∂a = (½(1 + tanh u) + a/2 · (1 − tanh² u) u′) · b, ∂f/∂b = a/2 · (1 + tanh u)',
  },
  parameters: {},
  answer: () => 'multiplies one branch by tanh-GELU of another.',
  value: valueOf,
  gradientAt: (a, b) => [slopeOf(a, b), geluTanh(a)],
  pitfalls: [
    {
      id: 'gelu-variant-mismatch',
      text: 'Megatron and Transformer Engine use the tanh form here, as does transformers for T5\'s `gated-gelu`; diffusers '
        + 'and MONAI use the exact GELU. The two GELUs differ by up to 0.000473.',
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
