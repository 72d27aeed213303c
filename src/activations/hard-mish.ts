import { defineActivation } from './activation';
import { between } from './pieces';

export const hardMish = defineActivation({
  kind: 'scalar',
  id: 'hard-mish',
  name: 'Hard Mish',
  aliases: ['h-mish'],
  family: 'self-gated',
  summary: 'Mish with its gate replaced by a straight line that is cut off at 0 and 1.',
  formula: {
    tex: String.raw`f(x) = \tfrac{x}{2}\min(\max(x + 2, 0), 2)`,
    plain: 'f(x) = x/2 · min(max(x + 2, 0), 2)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 0 & x < -2 \\ x + 1 & -2 \le x < 0 \\ 1 & x \ge 0 \end{cases}`,
    plain: 'f′(x) = 0 if x < −2, 1 if x ≥ 0, else x + 1',
  },
  parameters: {},
  answer: () => 'is 0 below −2, x above 0 and dips to −0.5.',
  value: (x) => {
    if (x <= -2) return 0;
    return x >= 0 ? x : (x * (x + 2)) / 2;
  },
  derivative: (x) => {
    if (x < -2) return 0;
    return x >= 0 ? 1 : x + 1;
  },
  secondDerivative: (x) => between(-2, 0, x, 1, 0),
  properties: () => ({
    range: { from: -0.5, to: Infinity, closed: 'left' },
    gradientRange: { from: -1, to: 1, closed: 'both' },
    monotonic: 'no',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'left',
    kinks: [-2],
    fixedPoints: 'non-negative',
  }),
  pitfalls: [
    {
      id: 'hard-mish-dip',
      text: 'It dips to −0.5 at x = −1, where Mish is −0.303, and between −2 and −1 its gradient goes down to −1, where '
        + 'Mish\'s stays above −0.113. Weights trained with Mish do not carry over.',
    },
    {
      id: 'hard-mish-kink',
      text: 'At −2 the gradient jumps from 0 to −1. For losses on second derivatives use Mish.',
    },
  ],
  citations: [],
});
