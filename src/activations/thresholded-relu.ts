import { defineActivation } from './activation';
import { threshold } from './threshold';
import { shown } from './wording';

export const thresholdedRelu = defineActivation({
  kind: 'scalar',
  id: 'thresholded-relu',
  name: 'ThresholdedReLU',
  aliases: ['trelu', 'truncated rectified'],
  family: 'rectifier',
  summary: 'Passes inputs above a threshold unchanged and replaces all others by zero, with a jump at the threshold.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > \theta \\ 0 & x \le \theta \end{cases}`,
    plain: 'f(x) = x if x > θ, else 0',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > \theta \\ 0 & x \le \theta \end{cases}`,
    plain: 'f′(x) = 1 if x > θ, else 0',
  },
  parameters: {
    theta: {
      kind: 'number', symbol: 'θ', default: 1, min: 0, max: 5, step: 0.1,
      meaning: 'Inputs above it pass unchanged; 0 gives ReLU.',
    },
  },
  answer: ({ theta }) => (theta === 0 ? 'with θ = 0 is ReLU.' : `zeroes inputs up to ${shown(theta)} and passes the others.`),
  value: (x, { theta }) => threshold.value(x, cut(theta)),
  derivative: (x, { theta }) => threshold.derivative(x, cut(theta)),
  secondDerivative: (x, { theta }) => threshold.secondDerivative(x, cut(theta)),
  properties: ({ theta }) => threshold.properties(cut(theta)),
  pitfalls: [
    {
      id: 'threshold-jump',
      text: 'At θ the output jumps from 0 to θ, and no gradient tells of it; at the default of 1, 84 % of N(0, 1) inputs '
        + 'give 0 with gradient 0. For a function without a jump use ReLU, or softshrink on both sides.',
    },
    {
      id: 'threshold-not-thresholded-relu',
      text: 'PyTorch has no layer of this name: write `nn.Threshold(1.0, 0.0)`, whose two arguments have no defaults.',
    },
  ],
  citations: ['konda2014'],
});

function cut(theta: number) {
  return { threshold: theta, value: 0 };
}
