import { defineActivation, type Interval } from './activation';
import { add, exactly, multiply, rounded, twoProduct, twoSum, type DoubleDouble } from './doubleDouble';
import { timesExponential } from './exponentials';
import { constant, hull, real } from './pieces';
import { shown } from './wording';

export const softExponential = defineActivation({
  kind: 'scalar',
  id: 'soft-exponential',
  name: 'Soft Exponential',
  aliases: ['softexp'],
  family: 'exponential',
  summary: 'One parameter takes it from a logarithm through the identity to an exponential.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} -\tfrac{\ln(1 - \alpha(x + \alpha))}{\alpha} & \alpha < 0 \\ x & \alpha = 0 \\ \tfrac{e^{\alpha x} - 1}{\alpha} + \alpha & \alpha > 0 \end{cases}`,
    plain: 'f(x) = −ln(1 − α(x + α))/α if α < 0, x if α = 0, else (exp(αx) − 1)/α + α',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} \tfrac{1}{1 - \alpha(x + \alpha)} & \alpha < 0 \\ e^{\alpha x} & \alpha \ge 0 \end{cases}`,
    plain: 'f′(x) = 1 / (1 − α(x + α)) if α < 0, else exp(αx)',
  },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 0, min: -1, max: 1, step: 0.1, learned: true,
      meaning: '−1 gives the logarithm, 0 the identity, 1 the exponential.',
    },
  },
  answer: ({ alpha }) => {
    if (alpha === 0) return 'with α = 0 is the identity.';
    return alpha < 0 ? `is a logarithm, defined above ${shown(edge(alpha))}.` : `grows like exp(${shown(alpha)}x).`;
  },
  value: (x, { alpha }) => {
    if (alpha === 0) return x;
    if (alpha < 0) return logarithm(x, alpha);
    const z = exponent(x, alpha);
    // So near 0 e^z - 1 is z, of which an underflow may have taken digits.
    if (Math.abs(z.high) < 2 ** -54) return x + alpha;
    // At α = 1 nothing but the exponential is left, which 1 would swallow.
    if (z.high < -0.7 || z.high > 30) return timesPower(1 / alpha, x, alpha) + ((alpha - 1) * (alpha + 1)) / alpha;
    return (Math.expm1(z.high) + z.low * Math.exp(z.high)) / alpha + alpha;
  },
  derivative: (x, { alpha }) => {
    if (alpha === 0) return constant(x, 1);
    return alpha < 0 ? 1 / insideLogarithm(x, alpha) : timesPower(1, x, alpha);
  },
  secondDerivative: (x, { alpha }) => {
    if (alpha === 0) return constant(x, 0);
    return alpha < 0 ? alpha / insideLogarithm(x, alpha) / insideLogarithm(x, alpha) : timesPower(alpha, x, alpha);
  },
  properties: ({ alpha }) => ({
    ...(alpha < 0 && { domain: { from: edge(alpha), to: Infinity, closed: 'neither' } }),
    range: alpha > 0 ? { from: alpha - 1 / alpha, to: Infinity, closed: 'neither' } : real,
    gradientRange: gradientRange(alpha),
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: alpha === 0,
    saturates: alpha === 0 ? 'neither' : alpha > 0 ? 'left' : 'right',
    kinks: [],
    fixedPoints: alpha === 0 ? 'all' : [],
  }),
  pitfalls: [
    {
      id: 'logarithm-domain',
      text: 'For negative α it is defined above 1/α − α alone, which is −1.5 at α = −0.5 and 0 at α = −1: smaller inputs give NaN. '
        + 'Keep α from becoming negative, or clip the inputs.',
    },
    {
      id: 'unbounded-gradient',
      text: 'For positive α its gradient is exp(αx): at α = 1 and x = 10 an error is multiplied by 22,026.',
    },
  ],
  citations: ['godfrey2015'],
});

/** From here on 1 - α² is nothing beside -αx. */
const farOut = 1e30;

/** Where the logarithm of negative α begins. */
function edge(alpha: number): number {
  return 1 / alpha - alpha;
}

/** 1 - α(x + α), which vanishes at the edge of the domain; NaN outside of it. */
function insideLogarithm(x: number, alpha: number): number {
  const inside = -alpha * x > farOut ? -alpha * x : rounded(add(exactly(1), excess(x, alpha)));
  return inside >= 0 ? inside : NaN;
}

/** -α(x + α), what the logarithm is taken of, less 1. */
function excess(x: number, alpha: number): DoubleDouble {
  return multiply(exactly(-alpha), twoSum(x, alpha));
}

function logarithm(x: number, alpha: number): number {
  if (-alpha * x > farOut) return (Math.log(-alpha) + Math.log(x)) / -alpha;
  const inside = insideLogarithm(x, alpha);
  // Around x = -α the argument is close to 1, and what it exceeds 1 by has more digits.
  if (!(Math.abs(inside - 1) <= 0.5)) return Math.log(inside) / -alpha;
  return Math.log1p(rounded(excess(x, alpha))) / -alpha;
}

/** αx in 32 digits, as a rounding error in it would be multiplied by its size. */
function exponent(x: number, alpha: number): DoubleDouble {
  return Math.abs(alpha * x) < 2000 ? twoProduct(alpha, x) : exactly(alpha * x);
}

/** factor · e^(αx) */
function timesPower(factor: number, x: number, alpha: number): number {
  const { high, low } = exponent(x, alpha);
  return timesExponential(factor * (1 + low), high);
}

function gradientRange(alpha: number): Interval {
  return alpha === 0 ? hull(1, 1) : { from: 0, to: Infinity, closed: 'neither' };
}
