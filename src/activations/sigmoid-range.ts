import { defineActivation, type ScalarProperties } from './activation';
import { timesBlend } from './blend';
import { exactly } from './doubleDouble';
import { sigmoidCurvature, sigmoidSlope } from './logistic';
import { constant, hull, rootsBetween } from './pieces';
import { shown } from './wording';

interface Ends {
  readonly low: number;
  readonly high: number;
}

export const sigmoidRange = defineActivation({
  kind: 'scalar',
  id: 'sigmoid-range',
  name: 'SigmoidRange',
  aliases: ['scaled sigmoid'],
  family: 'sigmoidal',
  summary: 'A sigmoid stretched to go from one given number to another, for outputs that are known to lie between.',
  formula: { tex: String.raw`f(x) = (h - l)\,\sigma(x) + l`, plain: 'f(x) = (h − l) σ(x) + l' },
  gradient: {
    tex: String.raw`f'(x) = (h - l)\,\sigma(x)\,(1 - \sigma(x))`,
    plain: 'f′(x) = (h − l) σ(x) (1 − σ(x))',
  },
  parameters: {
    low: {
      kind: 'number', symbol: 'l', default: 0, min: -10, max: 10, step: 0.5,
      meaning: 'What large negative inputs approach and never reach.',
    },
    high: {
      kind: 'number', symbol: 'h', default: 5, min: -10, max: 10, step: 0.5,
      meaning: 'What large positive inputs approach and never reach.',
    },
  },
  answer: ({ low, high }) => (low === 0 && high === 1
    ? 'from 0 to 1 is the sigmoid.'
    : `keeps outputs between ${shown(Math.min(low, high))} and ${shown(Math.max(low, high))}.`),
  value,
  derivative: (x, { low, high }) => (high - low) * sigmoidSlope(x),
  secondDerivative: (x, { low, high }) => (high - low) * sigmoidCurvature(x),
  properties: (ends) => ({
    range: { ...hull(ends.low, ends.high), closed: ends.low === ends.high ? 'both' : 'neither' },
    gradientRange: gradientRange(ends.high - ends.low),
    monotonic: ends.high > ends.low ? 'increasing' : ends.high < ends.low ? 'decreasing' : 'non-decreasing',
    smoothness: Infinity,
    zeroCentred: ends.low === -ends.high,
    saturates: 'both',
    kinks: [],
    fixedPoints: fixedPoints(ends),
  }),
  pitfalls: [
    {
      id: 'range-ends-unreachable',
      text: 'The ends are never reached: to predict ratings from 0 to 5, let it go a little beyond, to 5.5 say, or the '
        + 'highest rating needs an infinite input.',
    },
    {
      id: 'output-range-vs-data-range',
      text: 'Targets outside its ends cannot be reached, and the error there has almost no gradient. Check the ends against the '
        + 'data.',
    },
  ],
  citations: [],
});

function value(x: number, { low, high }: Ends): number {
  return low === high ? constant(x, low) : timesBlend(1, high, low, exactly(x));
}

function gradientRange(height: number): ScalarProperties['gradientRange'] {
  if (height === 0) return hull(0, 0);
  return { ...hull(0, height / 4), closed: height > 0 ? 'right' : 'left' };
}

/** Where it is steeper than the diagonal, between -c and c, it can cross that up to three times. */
function fixedPoints(ends: Ends): number[] {
  const height = ends.high - ends.low;
  const c = height > 4 ? 2 * Math.atanh(Math.sqrt(1 - 4 / height)) : 0;
  const far = 1 + c + Math.abs(ends.low) + Math.abs(ends.high);
  return rootsBetween((x) => value(x, ends) - x, c === 0 ? [-far, far] : [-far, -c, c, far]);
}
