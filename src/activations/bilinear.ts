import { defineActivation } from './activation';

export const bilinear = defineActivation({
  kind: 'gate',
  id: 'bilinear',
  name: 'Bilinear',
  aliases: ['bilinear GLU'],
  family: 'gated',
  summary: 'The product of two linear branches: a GLU with nothing on its gate.',
  formula: {
    tex: String.raw`f(a, b) = a\,b`,
    plain: 'f(a, b) = a · b',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = b,\quad \frac{\partial f}{\partial b} = a`,
    plain: '∂f/∂a = b, ∂f/∂b = a',
  },
  parameters: {},
  answer: () => 'multiplies two linear branches.',
  value: (a, b) => a * b,
  gradientAt: (a, b) => [b, a],
  pitfalls: [
    {
      id: 'bilinear-growth',
      text: 'Doubling the input quadruples the output, and each branch\'s gradient grows with the other branch: keep '
        + 'the input normalised.',
    },
  ],
  citations: ['shazeer2020'],
});
