import { defineActivation } from './activation';

/** 1 for the larger of the two, and half for each where they are equal, as for PyTorch's elementwise maximum. */
function shareOfLarger(own: number, other: number): number {
  if (own > other) return 1;
  if (own < other) return 0;
  return own === other ? 0.5 : NaN;
}

export const frelu = defineActivation({
  kind: 'gate',
  id: 'frelu',
  name: 'FReLU',
  aliases: ['funnel activation', 'funnel ReLU'],
  family: 'rectifier',
  summary: 'The larger of a pixel and a learned depthwise convolution T of its neighbourhood: ReLU whose threshold sees the image.',
  formula: {
    tex: String.raw`f(a, b) = \max(a, b),\quad a = x,\ b = T(x)`,
    plain: 'f(a, b) = max(a, b), with a = x and b = T(x)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \mathbf{1}[a > b],\quad \frac{\partial f}{\partial b} = \mathbf{1}[b > a]`,
    plain: '∂f/∂a = 1 where a > b, ∂f/∂b = 1 where b > a, half each where they are equal',
  },
  parameters: {},
  answer: () => 'takes the larger of x and its surroundings, T(x).',
  value: (a, b) => Math.max(a, b),
  gradientAt: (a, b) => [shareOfLarger(a, b), shareOfLarger(b, a)],
  kinksAlongA: (b) => [b],
  pitfalls: [
    {
      id: 'frelu-is-a-layer',
      text: 'T is a depthwise convolution with batch normalisation that is learned: FReLU needs the number of channels, '
        + 'an image to look at, and 9 weights a channel for a 3×3 window. It is no replacement for ReLU after a linear layer.',
    },
  ],
  citations: ['ma2020frelu'],
});
