import { defineActivation, type Interval } from './activation';
import { constant, hull } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly scale: number;
  readonly bias: number;
}

export const starRelu = defineActivation({
  kind: 'scalar',
  id: 'star-relu',
  name: 'StarReLU',
  aliases: ['scaled squared relu'],
  family: 'rectifier',
  summary: 'Squared ReLU, scaled and shifted so that normal inputs give outputs of mean 0 and variance 1.',
  formula: { tex: String.raw`f(x) = s\max(0, x)^2 + b`, plain: 'f(x) = s max(0, x)² + b' },
  gradient: { tex: String.raw`f'(x) = 2s\max(0, x)`, plain: 'f′(x) = 2s max(0, x)' },
  parameters: {
    scale: {
      kind: 'number', symbol: 's', default: 0.8944, min: 0.1, max: 3, step: 0.1, learned: true,
      meaning: 'The factor of the square: 0.8944 gives N(0, 1) inputs an output of variance 1.',
    },
    bias: {
      kind: 'number', symbol: 'b', default: -0.4472, min: -2, max: 2, step: 0.1, learned: true,
      meaning: 'What is added to it: −s/2 gives N(0, 1) inputs an output of mean 0.',
    },
  },
  answer: ({ scale, bias }) => (scale === 1 && bias === 0
    ? 'with s = 1 and b = 0 is squared ReLU.'
    : `is ${shown(bias)} up to 0, then grows like ${shown(scale)}x².`),
  value: (x, { scale, bias }) => (x <= 0 || scale === 0 ? constant(x, bias) : scale * x * x + bias),
  derivative: (x, { scale }) => (x <= 0 || scale === 0 ? constant(x, 0) : 2 * scale * x),
  secondDerivative: (x, { scale }) => (x <= 0 ? 0 : constant(x, 2 * scale)),
  properties: (shape) => ({
    range: halfLine(shape.bias, shape.scale),
    gradientRange: halfLine(0, shape.scale),
    monotonic: shape.scale < 0 ? 'non-increasing' : 'non-decreasing',
    smoothness: shape.scale === 0 ? Infinity : 1,
    zeroCentred: Math.abs(shape.scale / 2 + shape.bias) < 1e-12,
    saturates: shape.scale === 0 ? 'both' : 'left',
    kinks: [],
    fixedPoints: fixedPoints(shape),
  }),
  pitfalls: [
    {
      id: 'star-relu-start',
      text: 'MetaFormer\'s code starts its learned scale at 1 and its bias at 0, not at 0.8944 and −0.4472: it is squared ReLU at '
        + 'first. Pass both where normal inputs must give mean 0 and variance 1.',
    },
    {
      id: 'float16-overflow',
      text: 'In float16 it overflows for inputs from 256 on, whose square exceeds 65504. Use bfloat16, or clip its inputs.',
    },
    {
      id: 'unbounded-gradient',
      text: 'Its gradient is 2sx and grows without limit: at s = 0.8944 an input of 50 multiplies the gradient by 89. Keep its '
        + 'inputs normalised.',
    },
  ],
  citations: ['yu2022'],
});

/** From a number to infinity, in the direction of a scale. */
function halfLine(end: number, scale: number): Interval {
  if (scale === 0) return hull(end, end);
  return scale > 0 ? { from: end, to: Infinity, closed: 'left' } : { from: -Infinity, to: end, closed: 'right' };
}

/** x = b for x ≤ 0, and the positive solutions of sx² + b = x. */
function fixedPoints({ scale, bias }: Shape): number[] {
  const flat = bias <= 0 ? [bias] : [];
  if (scale === 0) return bias > 0 ? [bias] : flat;
  const discriminant = 1 - 4 * scale * bias;
  if (discriminant < 0) return flat;
  // The smaller root as a quotient, since 1 - √(1 - 4sb) cancels for small b.
  const sum = 1 + Math.sqrt(discriminant);
  return [...flat, ...[(2 * bias) / sum, sum / (2 * scale)].filter((x) => x > 0)].sort((a, b) => a - b);
}
