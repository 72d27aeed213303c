import { defineActivation } from './activation';
import { between, constant, hull } from './pieces';

export const hardSigmoid = defineActivation({
  kind: 'scalar',
  id: 'hard-sigmoid',
  name: 'Hardsigmoid',
  aliases: ['h-sigmoid', 'piecewise linear sigmoid'],
  family: 'sigmoidal',
  summary: 'A sigmoid made of three straight lines, cheap and exact in few bits.',
  formula: {
    tex: String.raw`f(x) = \min\bigl(\max(\tfrac{x}{2w} + \tfrac12, 0), 1\bigr)`,
    plain: 'f(x) = min(max(x/(2w) + ½, 0), 1); w = 3, in old Keras 2.5',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} \tfrac{1}{2w} & |x| < w \\ 0 & |x| \ge w \end{cases}`,
    plain: 'f′(x) = 1/(2w) if |x| < w, else 0',
  },
  parameters: {
    variant: {
      kind: 'choice', symbol: 'variant', default: 'pytorch', choices: ['pytorch', 'keras_legacy'],
      meaning: 'pytorch: x/6 + ½, also in Keras 3 and JAX; keras_legacy: 0.2x + ½, in Keras up to 2.15.',
    },
  },
  answer: ({ variant }) => (variant === 'pytorch'
    ? 'is 0 below −3, 1 above 3 and a line between.'
    : 'is 0 below −2.5, 1 above 2.5 and a line between.'),
  value: (x, { variant }) => {
    const width = halfWidth(variant);
    if (x <= -width) return 0;
    return x >= width ? 1 : (x + width) / (2 * width);
  },
  derivative: (x, { variant }) => between(-halfWidth(variant), halfWidth(variant), x, 1 / (2 * halfWidth(variant)), 0),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ variant }) => ({
    range: hull(0, 1),
    gradientRange: hull(0, 1 / (2 * halfWidth(variant))),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'both',
    kinks: [-halfWidth(variant), halfWidth(variant)],
    fixedPoints: [variant === 'pytorch' ? 0.6 : 0.625],
  }),
  pitfalls: [
    {
      id: 'hard-sigmoid-variant',
      text: 'The name means x/6 + ½ in PyTorch, JAX and Keras 3, but 0.2x + ½ in Keras up to 2.15 and by default in ONNX. They '
        + 'differ by up to 0.083, at |x| = 2.5: name the variant when weights move.',
    },
    {
      id: 'zero-gradient-outside',
      text: 'Outside |x| < w (3, in old Keras 2.5) its gradient is exactly 0, so a gate that is fully open or shut cannot learn.',
    },
  ],
  citations: ['gulcehre2016'],
});

/** Where the line between 0 and 1 ends. */
function halfWidth(variant: 'pytorch' | 'keras_legacy'): number {
  return variant === 'pytorch' ? 3 : 2.5;
}
