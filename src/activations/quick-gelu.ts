import { defineActivation } from './activation';
import { sigmoidGated, sigmoidGatedCurvature, sigmoidGatedSlope } from './logistic';

const beta = 1.702;

export const quickGelu = defineActivation({
  kind: 'scalar',
  id: 'quick-gelu',
  name: 'QuickGELU',
  aliases: ['gelu sigmoid', 'sigmoid gelu', 'gelu quick'],
  family: 'gaussian',
  summary: 'The approximation of GELU by a sigmoid, as in CLIP; it is Swish with β = 1.702.',
  formula: { tex: String.raw`f(x) = x\,\sigma(1.702\,x)`, plain: 'f(x) = x σ(1.702x)' },
  gradient: {
    tex: String.raw`f'(x) = \sigma(z)\,(1 + z\,\sigma(-z)),\; z = 1.702\,x`,
    plain: 'f′(x) = σ(z) (1 + z σ(−z)), z = 1.702x',
  },
  parameters: {},
  answer: () => 'is within 0.021 of the exact GELU.',
  value: (x) => sigmoidGated(x, beta),
  derivative: (x) => sigmoidGatedSlope(x, beta),
  secondDerivative: (x) => sigmoidGatedCurvature(x, beta),
  properties: () => ({
    range: { from: -0.2784645427610738 / beta, to: Infinity, closed: 'left' },
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
      id: 'gelu-variant-mismatch',
      text: 'It differs from GELU by up to 0.020, over forty times as much as the tanh form. Use it only with weights that were '
        + 'trained with it, such as those of OpenAI\'s CLIP.',
    },
    {
      id: 'gelu-fast-is-not-quick',
      text: 'Names mislead: `gelu_fast` in transformers is the tanh form, while MindSpore\'s FastGelu is this one.',
    },
  ],
  citations: ['hendrycks2016'],
});
