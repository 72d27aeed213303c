import { defineActivation } from './activation';
import { exactly } from './doubleDouble';
import { sigmoid, timesSigmoid } from './logistic';

/** factor · σ(b); an infinite factor follows IEEE arithmetic, in which ∞ · 0 is NaN. */
function gated(factor: number, b: number): number {
  return Number.isFinite(factor) ? timesSigmoid(factor, exactly(b)) : factor * sigmoid(b);
}

export const glu = defineActivation({
  kind: 'gate',
  id: 'glu',
  name: 'GLU',
  aliases: ['gated linear unit'],
  family: 'gated',
  summary: 'One half of the channels, let through as far as the sigmoid of the other half opens.',
  formula: {
    tex: String.raw`f(a, b) = a\,\sigma(b)`,
    plain: 'f(a, b) = a · σ(b)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \sigma(b),\quad \frac{\partial f}{\partial b} = a\,\sigma(b)\,\sigma(-b)`,
    plain: '∂f/∂a = σ(b), ∂f/∂b = a · σ(b) · σ(−b)',
  },
  parameters: {},
  answer: () => 'lets one half through, gated by the other.',
  value: (a, b) => gated(a, b),
  gradientAt: (a, b) => [sigmoid(b), gated(gated(a, b), -b)],
  pitfalls: [
    {
      id: 'glu-halves',
      text: 'PyTorch, Keras and JAX put the sigmoid on the second half, Transformer Engine on the first. Swap the '
        + 'halves of the weights when porting.',
    },
    {
      id: 'glu-hidden-size',
      text: 'It halves the dimension it splits: the layer before needs twice the channels, in even number.',
    },
  ],
  citations: ['dauphin2016'],
});
