import { defineActivation } from './activation';
import { constant, hull } from './pieces';

export const binaryStep = defineActivation({
  kind: 'scalar',
  id: 'binary-step',
  name: 'Binary step',
  aliases: ['step', 'heaviside', 'unit step', 'threshold unit'],
  family: 'threshold',
  summary: 'Jumps from 0 to 1 at zero, as the threshold units of the first neuron models did.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}`,
    plain: 'f(x) = 1 if x ≥ 0, else 0',
  },
  gradient: { tex: "f'(x) = 0", plain: 'f′(x) = 0 (jump at 0)' },
  parameters: {},
  answer: () => 'has gradient 0: nothing before it can train.',
  value: (x) => (x >= 0 ? 1 : constant(x, 0)),
  derivative: (x) => constant(x, 0),
  secondDerivative: (x) => constant(x, 0),
  properties: () => ({
    range: hull(0, 1),
    gradientRange: hull(0, 0),
    monotonic: 'non-decreasing',
    smoothness: -1,
    zeroCentred: false,
    saturates: 'both',
    kinks: [0],
    fixedPoints: [1],
  }),
  pitfalls: [
    {
      id: 'zero-gradient',
      text: 'Its gradient is 0 wherever it exists, so the layers before it never change. Train with a sigmoid in its '
        + 'place, or pass the gradient straight through.',
      citations: ['bengio2013'],
    },
    {
      id: 'value-at-zero',
      text: 'What it returns at exactly 0 is a convention: here 1; `torch.heaviside` takes that value as an argument.',
    },
  ],
  citations: ['mcculloch1943', 'bengio2013'],
});
