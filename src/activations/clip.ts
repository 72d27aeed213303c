import { defineActivation, type Interval, type ScalarProperties } from './activation';
import { constant, hull } from './pieces';
import { shown } from './wording';

interface Ends {
  readonly min: number;
  readonly max: number;
}

export const clip = defineActivation({
  kind: 'scalar',
  id: 'clip',
  name: 'Clip',
  aliases: ['clamp', 'clip by value'],
  family: 'rectifier',
  summary: 'The identity between two ends, and the nearer end for every other input.',
  formula: { tex: String.raw`f(x) = \min(\max(x, a), b)`, plain: 'f(x) = min(max(x, a), b)' },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & a \le x \le b \\ 0 & \text{otherwise} \end{cases}`,
    plain: 'f′(x) = 1 if a ≤ x ≤ b, else 0',
  },
  parameters: {
    min: {
      kind: 'number', symbol: 'a', default: -1, min: -10, max: 0, step: 0.1,
      meaning: 'The lower end.',
    },
    max: {
      kind: 'number', symbol: 'b', default: 1, min: 0.1, max: 10, step: 0.1, domain: { above: 'min' },
      meaning: 'The upper end; it must be above the lower one.',
    },
  },
  answer: ({ min, max }) => {
    if (min === -Infinity) return `passes inputs up to ${shown(max)} unchanged.`;
    if (max === Infinity) return `passes inputs from ${shown(min)} unchanged.`;
    return `keeps inputs within [${shown(min)}, ${shown(max)}].`;
  },
  value: (x, { min, max }) => Math.min(max, Math.max(min, x)),
  derivative: (x, { min, max }) => (x < min || x > max ? 0 : constant(x, 1)),
  secondDerivative: (x) => constant(x, 0),
  properties: (ends) => ({
    range: intervalOf(ends),
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: ends.min === -ends.max,
    saturates: saturation(ends),
    kinks: [ends.min, ends.max].filter(Number.isFinite),
    fixedPoints: [],
    fixedIntervals: [intervalOf(ends)],
  }),
  pitfalls: [
    {
      id: 'zero-gradient-outside',
      text: 'Outside its ends the gradient is exactly 0: with −1 and 1 that is 32 % of N(0, 1) inputs. To bound an output '
        + 'that must keep learning, use tanh or sigmoid.',
    },
    {
      id: 'clip-edge-gradient',
      text: 'At exactly the ends `torch.clamp` returns the gradient 1 and Hardtanh 0, though their values agree everywhere.',
    },
  ],
  citations: [],
});

/** One end may be missing, which is an infinite one. */
function intervalOf({ min, max }: Ends): Interval {
  if (min === -Infinity) return { from: min, to: max, closed: max === Infinity ? 'neither' : 'right' };
  return { from: min, to: max, closed: max === Infinity ? 'left' : 'both' };
}

function saturation({ min, max }: Ends): ScalarProperties['saturates'] {
  if (min === -Infinity) return max === Infinity ? 'neither' : 'right';
  return max === Infinity ? 'left' : 'both';
}
