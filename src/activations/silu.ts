import { defineActivation } from './activation';
import { sigmoidGated, sigmoidGatedCurvature, sigmoidGatedSlope } from './logistic';

export const silu = defineActivation({
  kind: 'scalar',
  id: 'silu',
  name: 'SiLU',
  aliases: ['swish-1', 'swish', 'sigmoid linear unit', 'sigmoid-weighted linear unit'],
  family: 'self-gated',
  summary: 'Weighs each input by its own sigmoid; it is Swish with β = 1.',
  formula: { tex: String.raw`f(x) = x\,\sigma(x) = \tfrac{x}{1 + e^{-x}}`, plain: 'f(x) = x σ(x) = x / (1 + exp(−x))' },
  gradient: {
    tex: String.raw`f'(x) = \sigma(x)\,(1 + x\,\sigma(-x))`,
    plain: 'f′(x) = σ(x) (1 + x σ(−x))',
  },
  parameters: {},
  answer: () => 'weighs each input by its sigmoid.',
  value: (x) => sigmoidGated(x, 1),
  derivative: (x) => sigmoidGatedSlope(x, 1),
  secondDerivative: (x) => sigmoidGatedCurvature(x, 1),
  properties: () => ({
    range: { from: -0.2784645427610738, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.09983932012886692, to: 1.099839320128867, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'quantisation-unfriendly',
      text: 'It can lose much accuracy in 8-bit post-training quantisation: one report on YOLOv5s in TensorRT saw mAP '
        + 'fall from 0.362 to 0.054, and to 0.316 with SiLU as one operator. Fuse it, train quantisation-aware, or use ReLU6.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'He initialisation assumes ReLU: over 50 plain layers of SiLU the variance shrinks to 2 × 10⁻¹⁴ of itself. The '
        + 'gain that keeps the second moment of N(0, 1) inputs is 1.677.',
    },
    {
      id: 'no-exact-zeros',
      text: 'Negative outputs are small but not 0, so it gives no sparsity: the minimum is −0.278 at x = −1.278, and from '
        + 'there it rises back towards 0.',
    },
    {
      id: 'mobile-delegate-unsupported',
      text: 'TensorFlow Lite has no built-in SiLU operator; Hardswish is one.',
    },
  ],
  citations: ['hendrycks2016', 'elfwing2017', 'ramachandran2017'],
});
