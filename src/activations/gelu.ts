import { defineActivation } from './activation';
import { gelu as geluValue, geluCurvature, geluSlope } from './gaussianGated';

export const gelu = defineActivation({
  kind: 'scalar',
  id: 'gelu',
  name: 'GELU',
  aliases: ['gaussian error linear unit', 'gelu erf', 'gelu none', 'exact gelu'],
  family: 'gaussian',
  summary: 'Weighs each input by the probability that a standard normal number is smaller.',
  formula: {
    tex: String.raw`f(x) = x\,\Phi(x) = \tfrac{x}{2}\bigl(1 + \operatorname{erf}\tfrac{x}{\sqrt2}\bigr)`,
    plain: 'f(x) = x Φ(x) = x/2 · (1 + erf(x/√2))',
  },
  gradient: {
    tex: String.raw`f'(x) = \Phi(x) + x\,\tfrac{e^{-x^2/2}}{\sqrt{2\pi}}`,
    plain: 'f′(x) = Φ(x) + x exp(−x²/2)/√(2π)',
  },
  parameters: {},
  answer: () => 'weighs each input by Φ(x), the exact form.',
  value: geluValue,
  derivative: geluSlope,
  secondDerivative: geluCurvature,
  properties: () => ({
    range: { from: -0.16997120747990366, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.12890414518515479, to: 1.1289041451851548, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'gelu-variant-mismatch',
      text: '`gelu` means this exact form in PyTorch and `keras.activations`, but the tanh form in JAX and Flax. They '
        + 'differ by up to 0.000473. Use the form that the weights were trained with.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'He initialisation assumes ReLU: over 50 plain layers of GELU the variance shrinks to 3 × 10⁻¹² of itself. The '
        + 'gain that keeps the second moment of N(0, 1) inputs is 1.534.',
    },
    {
      id: 'onnx-opset-activation',
      text: 'ONNX has a Gelu operator from opset 20 on; before that it is exported as several operators.',
    },
  ],
  citations: ['hendrycks2016'],
});
