import { defineActivation, type Interval, type ScalarProperties } from './activation';
import { timesGaussian } from './exponentials';
import { normalCdf } from './gaussianGated';
import { constant, hull, stepAt } from './pieces';
import { shown } from './wording';

interface Cut {
  readonly threshold: number;
  readonly value: number;
}

export const threshold = defineActivation({
  kind: 'scalar',
  id: 'threshold',
  name: 'Threshold',
  aliases: ['threshold rectifier'],
  family: 'rectifier',
  summary: 'Passes inputs above a threshold and replaces all others by one value.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > \theta \\ v & x \le \theta \end{cases}`,
    plain: 'f(x) = x if x > θ, else v',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > \theta \\ 0 & x \le \theta \end{cases}`,
    plain: 'f′(x) = 1 if x > θ, else 0',
  },
  parameters: {
    threshold: {
      kind: 'number', symbol: 'θ', default: 1, min: -5, max: 5, step: 0.1,
      meaning: 'Inputs above it pass unchanged.',
    },
    value: {
      kind: 'number', symbol: 'v', default: 0, min: -20, max: 20, step: 0.1,
      meaning: 'What takes the place of all other inputs.',
    },
  },
  answer: (p) => `passes inputs above ${shown(p.threshold)} and returns ${shown(p.value)} for others.`,
  value: (x, p) => stepAt(p.threshold, x, p.value, x),
  derivative: (x, p) => stepAt(p.threshold, x, 0, 1),
  secondDerivative: (x) => constant(x, 0),
  properties: (p) => ({
    range: range(p),
    gradientRange: hull(0, 1),
    monotonic: p.value <= p.threshold ? 'non-decreasing' : 'no',
    smoothness: p.value === p.threshold ? 0 : -1,
    zeroCentred: Math.abs(mean(p)) < 1e-12,
    saturates: 'left',
    kinks: [p.threshold],
    ...fixedPoints(p),
  }),
  pitfalls: [
    {
      id: 'threshold-jump',
      text: 'Unless v = θ the output jumps: with `nn.Threshold(0.1, 20)` from 20 to 0.1, and no gradient tells of it. Choose '
        + 'v = θ for a continuous function.',
    },
    {
      id: 'threshold-not-thresholded-relu',
      text: 'ThresholdedReLU in Keras 2 and ONNX always puts 0 in place of small inputs, with θ = 1 by default; '
        + '`nn.Threshold` has no defaults.',
    },
  ],
  citations: [],
});

function range({ threshold: edge, value }: Cut): Interval {
  return { from: Math.min(edge, value), to: Infinity, closed: value <= edge ? 'left' : 'neither' };
}

/** E f(z) for z ~ N(0, 1). */
function mean({ threshold: edge, value }: Cut): number {
  return timesGaussian(0.3989422804014327, edge, 0.5) + value * normalCdf(edge);
}

function fixedPoints({ threshold: edge, value }: Cut): Pick<ScalarProperties, 'fixedPoints' | 'fixedIntervals'> {
  const beyond: Interval = { from: edge, to: Infinity, closed: value === edge ? 'left' : 'neither' };
  return { fixedPoints: value < edge ? [value] : [], fixedIntervals: [beyond] };
}
