import { defineActivation } from './activation';
import { twoProduct } from './doubleDouble';
import { timesSquaredSech } from './logistic';
import { constant, hull, rootBetween } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly alpha: number;
  readonly beta: number;
}

export const scaledTanh = defineActivation({
  kind: 'scalar',
  id: 'scaled-tanh',
  name: 'ScaledTanh',
  aliases: ['stanh', 'lecun tanh'],
  family: 'sigmoidal',
  summary: 'Tanh stretched in both directions; with 1.7159 and 2/3 it is ±1 at ±1, far from where it saturates.',
  formula: { tex: String.raw`f(x) = \alpha\tanh(\beta x)`, plain: 'f(x) = α tanh(βx)' },
  gradient: { tex: String.raw`f'(x) = \alpha\beta\,(1 - \tanh^2(\beta x))`, plain: 'f′(x) = αβ (1 − tanh²(βx))' },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1.7159, min: 0.1, max: 5, step: 0.1,
      meaning: 'The bound of the output.',
    },
    beta: {
      kind: 'number', symbol: 'β', default: 2 / 3, min: 0.1, max: 5, step: 0.1,
      meaning: 'How fast it saturates; the gradient at 0 is αβ.',
    },
  },
  answer: ({ alpha, beta }) => (alpha * beta === 0 ? 'is 0 everywhere.' : `is bounded by ±${shown(Math.abs(alpha))} with gradient ${shown(alpha * beta)} at 0.`),
  value: (x, { alpha, beta }) => (beta === 0 ? constant(x, 0) : alpha * Math.tanh(beta * x)),
  derivative: (x, { alpha, beta }) => timesSech(alpha * beta, x, beta),
  secondDerivative: (x, { alpha, beta }) => {
    if (beta === 0) return constant(x, 0);
    return timesSech(-2 * alpha * beta * beta * Math.tanh(beta * x), x, beta);
  },
  properties: (shape) => {
    const [bound, steepest] = [Math.abs(shape.alpha), shape.alpha * shape.beta];
    return {
      range: steepest === 0 ? hull(0, 0) : { from: -bound, to: bound, closed: 'neither' },
      gradientRange: { ...hull(0, steepest), closed: steepest === 0 ? 'both' : steepest > 0 ? 'right' : 'left' },
      monotonic: steepest > 0 ? 'increasing' : steepest < 0 ? 'decreasing' : 'non-decreasing',
      smoothness: Infinity,
      zeroCentred: true,
      saturates: 'both',
      kinks: [],
      fixedPoints: fixedPoints(shape),
    };
  },
  pitfalls: [
    {
      id: 'init-gain-mismatch',
      text: 'PyTorch\'s gain of 5/3 is for tanh with slope 1. Here the slope at 0 is αβ, 1.144 for the usual constants.',
    },
    {
      id: 'output-range-vs-data-range',
      text: 'As an output it spans (−α, α), more than ±1 for α = 1.7159. Targets of ±1 then are reached at x = ±1, but nothing '
        + 'keeps outputs from exceeding them.',
    },
  ],
  citations: ['lecun1998'],
});

/** factor / cosh²(βx), with the product in 32 digits: its rounding error would be multiplied by its size. */
function timesSech(factor: number, x: number, beta: number): number {
  if (beta === 0) return constant(x, 0);
  const { high, low } = twoProduct(beta, x);
  return timesSquaredSech(factor * (1 - 2 * low * Math.tanh(high)), high);
}

/** Steeper than the diagonal at 0, it meets that once more on each side. */
function fixedPoints({ alpha, beta }: Shape): number[] {
  const steepest = alpha * beta;
  if (steepest <= 1) return [0];
  const parallel = Math.acosh(Math.sqrt(steepest)) / Math.abs(beta);
  const meets = rootBetween((x) => alpha * Math.tanh(beta * x) - x, parallel, Math.abs(alpha));
  return [-meets, 0, meets];
}
