import { defineActivation } from './activation';

const positive = { from: 0, to: Infinity, closed: 'neither' } as const;

export const exponential = defineActivation({
  kind: 'scalar',
  id: 'exponential',
  name: 'Exponential',
  aliases: ['exp'],
  family: 'exponential',
  summary: 'The exponential function, for outputs that are positive and vary over orders of magnitude.',
  formula: { tex: 'f(x) = e^x', plain: 'f(x) = eˣ' },
  gradient: { tex: "f'(x) = e^x", plain: 'f′(x) = eˣ' },
  parameters: {},
  answer: () => 'is its own gradient: both grow without limit.',
  value: (x) => Math.exp(x),
  derivative: (x) => Math.exp(x),
  secondDerivative: (x) => Math.exp(x),
  properties: () => ({
    range: positive,
    gradientRange: positive,
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [],
  }),
  pitfalls: [
    {
      id: 'exponential-overflow',
      text: 'It overflows above 88.73 in float32 and above 11.1 in float16. Predict the logarithm and exponentiate late, or '
        + 'use softplus for positive outputs.',
    },
    {
      id: 'unbounded-gradient',
      text: 'Its gradient equals its output: at x = 10 an error is multiplied by 22,026. Keep it out of hidden layers.',
    },
  ],
  citations: [],
});
