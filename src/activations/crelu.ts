import { defineActivation } from './activation';

/** What flows back to x from the half of ReLU(x) and from the half of ReLU(−x); neither at 0, as in PyTorch. */
function flowingBack(x: number, fromPositive: number, fromNegative: number): number {
  if (x > 0) return fromPositive;
  if (x < 0) return -fromNegative;
  return x === 0 ? 0 : NaN;
}

export const crelu = defineActivation({
  kind: 'vector',
  id: 'crelu',
  name: 'CReLU',
  aliases: ['concatenated ReLU', 'concatenated rectified linear unit'],
  family: 'rectifier',
  summary: 'ReLU of the input and ReLU of its negative, side by side: nothing is lost, and the width doubles.',
  formula: {
    tex: String.raw`f(x) = \bigl[\max(0, x),\, \max(0, -x)\bigr]`,
    plain: 'f(x) = [max(0, x), max(0, −x)]',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_i} = \mathbf{1}[x_i > 0],\quad \frac{\partial f_{n+i}}{\partial x_i} = -\mathbf{1}[x_i < 0]`,
    plain: '∂fᵢ/∂xᵢ = 1 where xᵢ > 0, ∂fₙ₊ᵢ/∂xᵢ = −1 where xᵢ < 0, else 0',
  },
  parameters: {},
  answer: () => 'keeps both signs, on twice the channels.',
  value: (x) => [...x.map((each) => Math.max(0, each)), ...x.map((each) => Math.max(0, -each))],
  pullback: (x, v) => x.map((each, i) => flowingBack(each, v[i] ?? NaN, v[x.length + i] ?? NaN)),
  pitfalls: [
    {
      id: 'crelu-width',
      text: 'The output has twice as many channels as the input, so the next layer needs twice the input channels. In '
        + 'TensorFlow they are joined along the last axis, in Chainer along axis 1.',
    },
  ],
  citations: ['shang2016'],
});
