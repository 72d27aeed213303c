import { defineActivation, type Interval, type ScalarProperties } from './activation';
import { timesExponential } from './exponentials';
import { hull, rootBetween } from './pieces';
import { shown } from './wording';

export const elu = defineActivation({
  kind: 'scalar',
  id: 'elu',
  name: 'ELU',
  aliases: ['exponential linear unit'],
  family: 'exponential',
  summary: 'The identity for positive inputs and an exponential that levels off at −α for negative ones.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ \alpha(e^x - 1) & x \le 0 \end{cases}`,
    plain: 'f(x) = x if x > 0, else α(eˣ − 1)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > 0 \\ \alpha e^x & x \le 0 \end{cases}`,
    plain: 'f′(x) = 1 if x > 0, else αeˣ',
  },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: 0, max: 5, step: 0.1,
      meaning: 'Negative outputs level off at −α. The gradient is continuous at 0 for α = 1 alone.',
    },
  },
  answer: ({ alpha }) => (alpha === 0 ? 'with α = 0 is ReLU.' : `levels off at ${shown(-alpha)} for negative inputs.`),
  value: (x, { alpha }) => (x > 0 ? x : alpha * Math.expm1(x)),
  derivative: (x, { alpha }) => (x > 0 ? 1 : timesExponential(alpha, x)),
  secondDerivative: (x, { alpha }) => (x > 0 ? 0 : timesExponential(alpha, x)),
  properties: ({ alpha }) => ({
    range: alpha > 0
      ? { from: -alpha, to: Infinity, closed: 'neither' }
      : { from: 0, to: Infinity, closed: 'left' },
    gradientRange: gradientRange(alpha),
    monotonic: alpha > 0 ? 'increasing' : alpha === 0 ? 'non-decreasing' : 'no',
    smoothness: alpha === 1 ? 1 : 0,
    zeroCentred: false,
    saturates: 'left',
    kinks: alpha === 1 ? [] : [0],
    ...fixedPoints(alpha),
  }),
  pitfalls: [
    {
      id: 'elu-alpha-kink',
      text: 'The gradient is continuous for α = 1 alone: at α = 0.5 it jumps from 0.5 to 1 at zero. Where α must vary, '
        + 'CELU keeps the gradient continuous.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'The second derivative jumps from α to 0 at zero. For losses on second derivatives use tanh, SiLU or softplus.',
    },
    {
      id: 'elu-without-alpha',
      text: '`tf.nn.elu` has no α: it is always 1 there.',
    },
    {
      id: 'init-gain-mismatch',
      text: '`calculate_gain` of PyTorch does not know ELU. The gain that keeps the second moment of N(0, 1) inputs is 1.245 '
        + 'at α = 1.',
    },
  ],
  citations: ['clevert2015'],
});

function gradientRange(alpha: number): Interval {
  if (alpha === 0) return hull(0, 1);
  if (alpha < 0) return hull(alpha, 1);
  return { from: 0, to: Math.max(1, alpha), closed: 'right' };
}

/** Above α = 1 the curve is steeper than the diagonal at 0 and meets it once more on its way to -α. */
function fixedPoints(alpha: number): Pick<ScalarProperties, 'fixedPoints' | 'fixedIntervals'> {
  if (alpha <= 1) return { fixedPoints: 'non-negative' };
  const meets = rootBetween((x) => alpha * Math.expm1(x) - x, -alpha, -Math.log(alpha));
  return { fixedPoints: [meets], fixedIntervals: [{ from: 0, to: Infinity, closed: 'left' }] };
}
