import { defineActivation } from './activation';
import { constant, hull } from './pieces';
import { rootOfSquares } from './squares';
import { shown } from './wording';

export const softabs = defineActivation({
  kind: 'scalar',
  id: 'softabs',
  name: 'SoftAbs',
  aliases: ['smooth absolute value'],
  family: 'smooth',
  summary: 'The absolute value with its kink rounded off by a small constant under the root.',
  formula: { tex: String.raw`f(x) = \sqrt{x^2 + \varepsilon}`, plain: 'f(x) = √(x² + ε)' },
  gradient: { tex: String.raw`f'(x) = \frac{x}{\sqrt{x^2 + \varepsilon}}`, plain: 'f′(x) = x / √(x² + ε)' },
  parameters: {
    epsilon: {
      kind: 'number', symbol: 'ε', default: 0.1, min: 0, max: 2, step: 0.05, domain: 'non-negative',
      meaning: 'How round the bend at 0 is: f(0) is √ε. 0 gives the absolute value. It must not be negative.',
    },
  },
  answer: ({ epsilon }) => (epsilon === 0 ? 'with ε = 0 is |x|.' : `is a smooth |x|, ${shown(Math.sqrt(epsilon))} at 0.`),
  value: (x, { epsilon }) => rootOfSquares(x, epsilon),
  derivative: (x, { epsilon }) => {
    if (epsilon === 0 || Math.abs(x) === Infinity) return Math.sign(x);
    return x / rootOfSquares(x, epsilon);
  },
  secondDerivative: (x, { epsilon }) => {
    if (epsilon === 0) return constant(x, 0);
    const root = rootOfSquares(x, epsilon);
    return epsilon / root / root / root;
  },
  properties: ({ epsilon }) => ({
    range: { from: Math.sqrt(epsilon), to: Infinity, closed: 'left' },
    gradientRange: epsilon === 0 ? hull(-1, 1) : { from: -1, to: 1, closed: 'neither' },
    monotonic: 'no',
    smoothness: epsilon === 0 ? 0 : Infinity,
    zeroCentred: false,
    saturates: 'neither',
    kinks: epsilon === 0 ? [0] : [],
    fixedPoints: epsilon === 0 ? 'non-negative' : [],
  }),
  pitfalls: [
    {
      id: 'softabs-offset',
      text: 'It is √ε at 0, not 0: 0.316 at ε = 0.1. Subtract √ε where zero inputs must give zero.',
    },
    {
      id: 'even-function',
      text: 'f(−x) = f(x), so the sign of the input is lost, and outputs are never negative.',
    },
  ],
  citations: [],
});
