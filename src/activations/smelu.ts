import { defineActivation } from './activation';
import { constant, hull } from './pieces';
import { shown } from './wording';

export const smelu = defineActivation({
  kind: 'scalar',
  id: 'smelu',
  name: 'SmeLU',
  aliases: ['smooth relu with parabola', 'smooth rectified linear unit'],
  family: 'rectifier',
  summary: 'ReLU with its kink replaced by a parabola between −β and β.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} 0 & x \le -\beta \\ \tfrac{(x + \beta)^2}{4\beta} & |x| < \beta \\ x & x \ge \beta \end{cases}`,
    plain: 'f(x) = 0 if x ≤ −β, x if x ≥ β, else (x + β)²/(4β)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 0 & x \le -\beta \\ \tfrac{x + \beta}{2\beta} & |x| < \beta \\ 1 & x \ge \beta \end{cases}`,
    plain: 'f′(x) = 0 if x ≤ −β, 1 if x ≥ β, else (x + β)/(2β)',
  },
  parameters: {
    beta: {
      kind: 'number', symbol: 'β', default: 1, min: 0.1, max: 5, step: 0.1, domain: 'positive',
      meaning: 'Half the width of the bend: small values approach ReLU. It must be positive.',
    },
  },
  answer: ({ beta }) => `is ReLU with a parabola between ±${shown(beta)}.`,
  value: (x, { beta }) => {
    if (x <= -beta) return 0;
    return x >= beta ? x : ((x + beta) / beta / 4) * (x + beta);
  },
  derivative: (x, { beta }) => {
    if (x <= -beta) return 0;
    return x >= beta ? 1 : (x + beta) / beta / 2;
  },
  secondDerivative: (x, { beta }) => (Math.abs(x) >= beta ? 0 : constant(x, 0.5 / beta)),
  properties: ({ beta }) => ({
    range: { from: 0, to: Infinity, closed: 'left' },
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 1,
    zeroCentred: false,
    saturates: 'left',
    kinks: [],
    fixedPoints: [],
    fixedIntervals: [{ from: beta, to: Infinity, closed: 'left' }],
  }),
  pitfalls: [
    {
      id: 'dead-relu-risk',
      text: 'Below −β output and gradient are exactly 0, so a unit can die there as with ReLU.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'Its second derivative jumps from 0 to 1/(2β) at −β and back at β. For losses on second derivatives use softplus or '
        + 'SiLU.',
    },
  ],
  citations: ['shamir2022', 'shamir2020'],
});
