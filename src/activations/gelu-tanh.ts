import { defineActivation } from './activation';
import { geluTanh as geluTanhValue, geluTanhCurvature, geluTanhSlope } from './gaussianGated';

export const geluTanh = defineActivation({
  kind: 'scalar',
  id: 'gelu-tanh',
  name: 'GELU (tanh)',
  aliases: ['gelu new', 'gelu_pytorch_tanh', 'gelu approximate', 'gelu fast', 'gelu accurate'],
  family: 'gaussian',
  summary: 'The approximation of GELU by a hyperbolic tangent, as in GPT-2 and as JAX\'s default.',
  formula: {
    tex: String.raw`f(x) = \tfrac{x}{2}(1 + \tanh u),\; u = \sqrt{\tfrac{2}{\pi}}\,(x + 0.044715\,x^3)`,
    plain: 'f(x) = x/2 · (1 + tanh u), u = √(2/π) (x + 0.044715x³)',
  },
  gradient: {
    tex: String.raw`f'(x) = \tfrac{1}{2}(1 + \tanh u) + \tfrac{x}{2}(1 - \tanh^2 u)\,u'`,
    plain: 'f′(x) = ½(1 + tanh u) + x/2 · (1 − tanh² u) u′',
  },
  parameters: {},
  answer: () => 'is within 0.00048 of the exact GELU.',
  value: geluTanhValue,
  derivative: geluTanhSlope,
  secondDerivative: geluTanhCurvature,
  properties: () => ({
    range: { from: -0.17004075057125405, to: Infinity, closed: 'left' },
    gradientRange: { from: -0.12899306865877176, to: 1.1289930686587718, closed: 'both' },
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
      text: 'It differs from the exact GELU by up to 0.000473, its gradient by 0.00087. `gelu` alone means this form in '
        + 'JAX and Flax and the exact one in PyTorch. Use the form that the weights were trained with.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'He initialisation assumes ReLU and shrinks the signal from layer to layer. The gain that keeps the second '
        + 'moment of N(0, 1) inputs is 1.534.',
    },
  ],
  citations: ['hendrycks2016'],
});
