import { defineActivation } from './activation';
import { feedForwardWidth } from './gated';

/** r² b, in the order in which no part of it overflows or underflows before the whole does. */
function squareTimes(r: number, b: number): number {
  return r > 1e-150 && r < 1e150 ? r * r * b : r * (r * b);
}

export const sreglu = defineActivation({
  kind: 'gate',
  id: 'sreglu',
  name: 'SReGLU',
  aliases: ['squared-ReLU-gated linear unit'],
  family: 'gated',
  summary: 'The square of ReLU of one linear branch times another.',
  formula: {
    tex: String.raw`f(a, b) = \max(0, a)^2\,b`,
    plain: 'f(a, b) = max(0, a)² · b',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = 2\max(0, a)\,b,\quad \frac{\partial f}{\partial b} = \max(0, a)^2`,
    plain: '∂f/∂a = 2 · max(0, a) · b, ∂f/∂b = max(0, a)²',
  },
  parameters: {},
  answer: () => 'multiplies one branch by ReLU² of another.',
  value: (a, b) => squareTimes(Math.max(0, a), b),
  gradientAt: (a, b) => [2 * (Math.max(0, a) * b), Math.max(0, a) ** 2],
  pitfalls: [
    {
      id: 'sreglu-growth',
      text: 'Doubling the input multiplies the output by 8: in float16, whose largest number is 65504, a = b = 41 overflows. '
        + 'Keep the input normalised.',
    },
    {
      id: 'sreglu-is-not-srelu',
      text: 'Transformer Engine\'s `srelu` and `sreglu` mean the square. SReLU in other places is the S-shaped rectifier, '
        + 'another function.',
      citations: ['jin2015'],
    },
    feedForwardWidth,
  ],
  citations: [],
});
