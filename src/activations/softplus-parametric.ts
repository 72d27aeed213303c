import { defineActivation, type Interval, type ScalarProperties } from './activation';
import { twoProduct } from './doubleDouble';
import { timesExponential } from './exponentials';
import { negated, timesSigmoid } from './logistic';
import { constant, hull, rootBetween } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly alpha: number;
  readonly beta: number;
}

export const softplusParametric = defineActivation({
  kind: 'scalar',
  id: 'softplus-parametric',
  name: 'Parametric Softplus',
  aliases: ['psoftplus', 'scaled softplus'],
  family: 'smooth',
  summary: 'Softplus with a factor before and a factor inside, often one of each for every channel.',
  formula: { tex: String.raw`f(x) = \alpha\ln(1 + e^{\beta x})`, plain: 'f(x) = α ln(1 + exp(βx))' },
  gradient: { tex: String.raw`f'(x) = \alpha\beta\,\sigma(\beta x)`, plain: 'f′(x) = αβ σ(βx)' },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: 0.1, max: 10, step: 0.1, learned: true,
      meaning: 'The factor before: f(0) is α ln 2.',
    },
    beta: {
      kind: 'number', symbol: 'β', default: 1, min: 0.1, max: 10, step: 0.1, learned: true,
      meaning: 'The factor inside: the gradient far to the right is αβ. For α = 1/β it is Softplus.',
    },
  },
  answer: ({ alpha, beta }) => `is a smooth ReLU of slope ${shown(alpha * beta)} far right.`,
  value,
  derivative: (x, { alpha, beta }) => (beta === 0 ? constant(x, 0) : timesSigmoid(alpha * beta, twoProduct(beta, x))),
  secondDerivative: (x, { alpha, beta }) => {
    if (beta === 0) return constant(x, 0);
    const z = twoProduct(beta, x);
    return timesSigmoid(timesSigmoid(alpha * beta * beta, negated(z)), z);
  },
  properties: (shape) => ({
    range: range(shape),
    gradientRange: { ...hull(0, shape.alpha * shape.beta), closed: isFlat(shape) ? 'both' : 'neither' },
    monotonic: isFlat(shape) ? 'non-decreasing' : shape.alpha * shape.beta > 0 ? 'increasing' : 'decreasing',
    smoothness: Infinity,
    zeroCentred: shape.alpha === 0,
    saturates: isFlat(shape) ? 'both' : shape.beta > 0 ? 'left' : 'right',
    kinks: [],
    fixedPoints: fixedPoints(shape),
  }),
  pitfalls: [
    {
      id: 'softplus-parametric-slope',
      text: 'Only for αβ = 1 does it approach x on the right: at α = 1 and β = 2 it approaches 2x, where Softplus with β = 2 '
        + 'approaches x.',
    },
    {
      id: 'softplus-by-hand',
      text: 'Written by hand as log(1 + exp(βx)) it is infinite where βx exceeds 88.73 in float32. Use the library\'s softplus '
        + 'and multiply.',
    },
  ],
  citations: [],
});

function isFlat({ alpha, beta }: Shape): boolean {
  return alpha === 0 || beta === 0;
}

function value(x: number, { alpha, beta }: Shape): number {
  if (alpha === 0) return constant(x, 0);
  if (beta === 0) return constant(x, alpha * Math.LN2);
  const { high, low } = twoProduct(beta, x);
  if (high > 0) return alpha * (high + (Math.log1p(Math.exp(-high)) + low));
  if (high < -700) return timesExponential(alpha * (1 + low), high);
  return alpha * Math.log1p(Math.exp(high) * (1 + low));
}

function range({ alpha, beta }: Shape): Interval {
  if (alpha === 0) return hull(0, 0);
  if (beta === 0) return hull(alpha * Math.LN2, alpha * Math.LN2);
  return alpha > 0
    ? { from: 0, to: Infinity, closed: 'neither' }
    : { from: -Infinity, to: 0, closed: 'neither' };
}

/** With αβ ≥ 1 the curve stays on one side of the diagonal; otherwise it crosses it once. */
function fixedPoints(shape: Shape): ScalarProperties['fixedPoints'] {
  const { alpha, beta } = shape;
  if (alpha * beta >= 1) return [];
  if (isFlat(shape)) return [alpha * Math.LN2];
  const far = (2 * alpha * Math.LN2) / (1 - Math.max(0, alpha * beta));
  return [rootBetween((x) => value(x, shape) - x, Math.min(0, far), Math.max(0, far))];
}
