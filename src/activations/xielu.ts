import { defineActivation, type Interval, type ScalarProperties } from './activation';
import { add, exactly, exponential, multiply, rounded, subtract, twoProduct, twoSum } from './doubleDouble';
import { hull, line, real, rootBetween } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly alphaP: number;
  readonly alphaN: number;
  readonly beta: number;
}

export const xielu = defineActivation({
  kind: 'scalar',
  id: 'xielu',
  name: 'xIELU',
  aliases: ['expanded integral of the exponential linear unit', 'integral of elu'],
  family: 'integral',
  summary: 'The integral of a trainable ELU: quadratic for positive inputs, nearly a straight line far to the left.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} \alpha_p x^2 + \beta x & x > 0 \\ \alpha_n(e^x - 1 - x) + \beta x & x \le 0 \end{cases}`,
    plain: 'f(x) = αₚx² + βx if x > 0, else αₙ(eˣ − 1 − x) + βx',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 2\alpha_p x + \beta & x > 0 \\ \alpha_n(e^x - 1) + \beta & x \le 0 \end{cases}`,
    plain: 'f′(x) = 2αₚx + β if x > 0, else αₙ(eˣ − 1) + β',
  },
  parameters: {
    alphaP: {
      kind: 'number', symbol: 'αₚ', default: 0.8, min: 0, max: 5, step: 0.05, domain: 'non-negative', learned: true,
      meaning: 'Half the curvature for positive inputs (the effective value, after softplus). It must not be negative.',
    },
    alphaN: {
      kind: 'number', symbol: 'αₙ', default: 0.8, min: 0, max: 5, step: 0.05, domain: 'non-negative', learned: true,
      meaning: 'How far the gradient falls for negative inputs: to β − αₙ (the effective value). It must not be negative.',
    },
    beta: {
      kind: 'number', symbol: 'β', default: 0.5, min: 0, max: 2, step: 0.05, domain: 'non-negative',
      meaning: 'The gradient at 0. It must not be negative.',
    },
  },
  answer: ({ alphaN, beta }) => `has gradient ${shown(beta)} at 0 and ${shown(beta - alphaN)} far to the left.`,
  value: (x, p) => (x > 0 ? rightValue(x, p) : leftValue(x, p)),
  derivative: (x, p) => {
    if (x > 0) return p.alphaP === 0 ? p.beta : 2 * p.alphaP * x + p.beta;
    return leftSlope(x, p);
  },
  secondDerivative: (x, { alphaP, alphaN }) => (x > 0 ? 2 * alphaP : alphaN * Math.exp(x)),
  properties: (p) => ({
    range: range(p),
    gradientRange: gradientRange(p),
    monotonic: direction(p),
    smoothness: smoothness(p),
    zeroCentred: p.alphaP === 0 && p.alphaN === 0,
    saturates: saturation(p),
    kinks: [],
    fixedPoints: fixedPoints(p),
  }),
  pitfalls: [
    {
      id: 'xielu-effective-alphas',
      text: 'αₚ and αₙ are the values after softplus, αₙ with β added. A checkpoint that starts with 0.8 for both stores 0.203 and '
        + '−1.050, so do not read stored weights as slopes.',
    },
    {
      id: 'float16-overflow',
      text: 'It grows like αₚx²: at 0.8 it overflows float16 for inputs from 286 on. Use bfloat16, or normalise its inputs.',
    },
  ],
  citations: ['huang2024'],
});

function rightValue(x: number, { alphaP, beta }: Shape): number {
  return alphaP === 0 ? line(beta, x) : x * (alphaP * x + beta);
}

/** Left of this point eˣ is nothing beside 1. */
const settled = -40;
/** From here to 0 few terms of the series suffice, and 32 digits would not. */
const small = -0.01;

/** In between, the exponential and the lines cancel at the function's root: there 32 digits leave a full double. */
function leftValue(x: number, { alphaN, beta }: Shape): number {
  if (x < settled) return line(beta - alphaN, x) - alphaN;
  if (!(x < small)) return alphaN * exponentialFromThirdTerm(x) + beta * x;
  const excess = subtract(exponential(exactly(x)), twoSum(1, x));
  return rounded(add(multiply(excess, exactly(alphaN)), twoProduct(beta, x)));
}

function leftSlope(x: number, { alphaN, beta }: Shape): number {
  if (x < settled) return beta - alphaN + alphaN * Math.exp(x);
  if (!(x < small)) return alphaN * Math.expm1(x) + beta;
  return rounded(add(multiply(exponential(exactly(x)), exactly(alphaN)), twoSum(beta, -alphaN)));
}

/** eˣ - 1 - x for -0.01 ≤ x ≤ 0. */
function exponentialFromThirdTerm(x: number): number {
  let sum = 1;
  for (let n = 9; n > 2; n--) sum = 1 + (x * sum) / n;
  return (x * x * sum) / 2;
}

/** The curve falls first where the gradient far to the left is negative; it then has a minimum. */
function range(p: Shape): Interval {
  if (p.alphaN > p.beta) {
    return { from: leftValue(Math.log1p(-p.beta / p.alphaN), p), to: Infinity, closed: 'left' };
  }
  if (p.alphaN < p.beta) return real;
  if (p.beta > 0) return { from: -p.beta, to: Infinity, closed: 'neither' };
  return p.alphaP > 0 ? { from: 0, to: Infinity, closed: 'left' } : hull(0, 0);
}

function direction({ alphaP, alphaN, beta }: Shape): ScalarProperties['monotonic'] {
  const risesRight = beta > 0 || alphaP > 0;
  if (alphaN > beta) return risesRight ? 'no' : 'non-increasing';
  return beta > 0 ? 'increasing' : 'non-decreasing';
}

function saturation({ alphaP, alphaN, beta }: Shape): ScalarProperties['saturates'] {
  const [left, right] = [alphaN === beta, alphaP === 0 && beta === 0];
  if (left) return right ? 'both' : 'left';
  return right ? 'right' : 'neither';
}

function gradientRange({ alphaP, alphaN, beta }: Shape): Interval {
  if (alphaP > 0) return { from: beta - alphaN, to: Infinity, closed: alphaN === 0 ? 'left' : 'neither' };
  return { from: beta - alphaN, to: beta, closed: alphaN === 0 ? 'both' : 'right' };
}

/** The second derivative goes from αₙ to 2αₚ at zero; if these agree, the third goes from αₙ to 0. */
function smoothness({ alphaP, alphaN }: Shape): ScalarProperties['smoothness'] {
  if (alphaN !== 2 * alphaP) return 1;
  return alphaN === 0 ? Infinity : 2;
}

/** f(0) = 0; for positive x also where αₚx = 1 - β, for negative x where αₙ(eˣ - 1 - x) = (1 - β)x. */
function fixedPoints({ alphaP, alphaN, beta }: Shape): ScalarProperties['fixedPoints'] {
  if (beta === 1 && alphaP === 0) return alphaN === 0 ? 'all' : 'non-negative';
  if (beta === 1 && alphaN === 0) return 'non-positive';
  const right = beta < 1 && alphaP > 0 ? [(1 - beta) / alphaP] : [];
  const left = beta > 1 && alphaN > beta - 1 ? [leftFixedPoint(alphaN, beta)] : [];
  return [...left, 0, ...right];
}

function leftFixedPoint(alphaN: number, beta: number): number {
  const excess = (x: number) => leftValue(x, { alphaP: 0, alphaN, beta: beta - 1 });
  // At its minimum the difference is negative; to the left of -αₙ/(αₙ - β + 1) it is positive.
  return rootBetween(excess, -alphaN / (alphaN - beta + 1), Math.log1p(-(beta - 1) / alphaN));
}
