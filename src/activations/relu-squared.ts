import { defineActivation } from './activation';
import { constant } from './pieces';

export const reluSquared = defineActivation({
  kind: 'scalar',
  id: 'relu-squared',
  name: 'Squared ReLU',
  aliases: ['relu²', 'relu_sqr'],
  family: 'rectifier',
  summary: 'The square of ReLU: no kink at zero, exact zeros for negative inputs, quadratic growth for positive ones.',
  formula: { tex: String.raw`f(x) = \max(0, x)^2`, plain: 'f(x) = max(0, x)²' },
  gradient: { tex: String.raw`f'(x) = 2\max(0, x)`, plain: 'f′(x) = 2 max(0, x)' },
  parameters: {},
  answer: () => 'squares positive inputs and zeroes the others.',
  value: (x) => (x <= 0 ? 0 : x * x),
  derivative: (x) => (x <= 0 ? 0 : 2 * x),
  secondDerivative: (x) => (x <= 0 ? 0 : constant(x, 2)),
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: { from: 0, to: Infinity, closed: 'left' },
    monotonic: 'non-decreasing',
    smoothness: 1,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [0, 1],
  }),
  pitfalls: [
    {
      id: 'float16-overflow',
      text: 'In float16 it overflows for inputs from 256 on, since 256² exceeds 65504. Use bfloat16, or clip its inputs.',
    },
    {
      id: 'unbounded-gradient',
      text: 'Its gradient is 2x and grows without limit: an input of 50 multiplies the gradient by 100. Keep its inputs '
        + 'normalised.',
    },
    {
      id: 'dead-relu-risk',
      text: 'A unit whose input is negative for every sample outputs 0 and gets gradient 0, as with ReLU.',
    },
  ],
  citations: ['so2021', 'zhang2024relu2'],
});
