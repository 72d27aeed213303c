import { defineActivation } from './activation';
import { twoProduct } from './doubleDouble';
import { timesExponential } from './exponentials';
import { negated, timesSigmoid } from './logistic';
import { constant } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly beta: number;
  readonly threshold: number;
}

/** From this threshold on there is none: what it would cut off, e⁻¹⁰⁰, is far below the last digit. */
const noThreshold = 100;
/** A jump of e⁻¹⁷ is below the resolution of float32 at that place: nobody can see it as one. */
const invisibleThreshold = 17;

export const softplus = defineActivation({
  kind: 'scalar',
  id: 'softplus',
  name: 'Softplus',
  aliases: ['smooth relu', 'log1pexp', 'logaddexp'],
  family: 'smooth',
  summary: 'A smooth version of ReLU that is positive everywhere; its gradient is the sigmoid.',
  formula: { tex: String.raw`f(x) = \tfrac{1}{\beta}\ln(1 + e^{\beta x})`, plain: 'f(x) = ln(1 + exp(βx)) / β' },
  gradient: { tex: String.raw`f'(x) = \sigma(\beta x)`, plain: 'f′(x) = σ(βx)' },
  parameters: {
    beta: {
      kind: 'number', symbol: 'β', default: 1, min: 0.1, max: 10, step: 0.1, domain: 'non-zero',
      meaning: 'How sharp the bend at 0 is: large values approach ReLU. f(0) is ln 2/β. It must not be 0.',
    },
    threshold: {
      kind: 'number', symbol: 't', default: noThreshold, min: 1, max: noThreshold, step: 1,
      meaning: 'Where βx exceeds it, x itself is returned, as PyTorch does from 20 on; at 100 and above never.',
    },
  },
  answer: ({ beta, threshold }) => {
    const cut = threshold < noThreshold;
    if (beta < 0) return cut ? `is a smooth min(0, x), x itself below ${shown(threshold / beta)}.` : 'is a smooth min(0, x), always negative.';
    return cut ? `is a smooth ReLU, exactly x above ${shown(threshold / beta)}.` : 'is a smooth ReLU and always positive.';
  },
  value: (x, p) => {
    if (isCut(x, p)) return x;
    const { high, low } = twoProduct(p.beta, x);
    if (high > 0) return x + Math.log1p(Math.exp(-high)) / p.beta;
    if (high < -700) return timesExponential((1 + low) / p.beta, high);
    return Math.log1p(Math.exp(high) * (1 + low)) / p.beta;
  },
  derivative: (x, p) => (isCut(x, p) ? 1 : timesSigmoid(1, twoProduct(p.beta, x))),
  secondDerivative: (x, p) => {
    if (isCut(x, p)) return constant(x, 0);
    const z = twoProduct(p.beta, x);
    return timesSigmoid(timesSigmoid(p.beta, negated(z)), z);
  },
  properties: ({ beta, threshold }) => {
    const cut = threshold < noThreshold;
    const jumps = threshold < invisibleThreshold;
    // Where the threshold lies left of 0, x itself is returned for numbers of the other sign too.
    const end = cut && threshold < 0 ? threshold / beta : 0;
    return {
      range: beta > 0
        ? { from: end, to: Infinity, closed: 'neither' }
        : { from: -Infinity, to: end, closed: 'neither' },
      gradientRange: { from: 0, to: 1, closed: cut ? 'right' : 'neither' },
      monotonic: jumps ? 'no' : 'increasing',
      smoothness: jumps ? -1 : Infinity,
      zeroCentred: false,
      saturates: beta > 0 ? 'left' : 'right',
      kinks: jumps ? [threshold / beta] : [],
      fixedPoints: [],
      ...(cut && {
        fixedIntervals: [beta > 0
          ? { from: threshold / beta, to: Infinity, closed: 'neither' }
          : { from: -Infinity, to: threshold / beta, closed: 'neither' }],
      }),
    };
  },
  pitfalls: [
    {
      id: 'softplus-by-hand',
      text: 'Written by hand as log(1 + exp(x)) it is infinite above 88.73 in float32, and 0 below −17, where it should be eˣ. '
        + 'Use the library\'s softplus.',
    },
    {
      id: 'softplus-threshold',
      text: 'By default PyTorch returns x itself where βx exceeds 20, a step of 2 × 10⁻⁹ at β = 1. JAX has neither threshold '
        + 'nor β. Keras takes neither, and on PyTorch it has that threshold.',
    },
    {
      id: 'softplus-at-zero',
      text: 'At β = 1 it is 0.693 at x = 0, not 0, and its mean for N(0, 1) inputs is 0.806. For a positive output that starts '
        + 'at 1, set the bias to ln(e − 1) = 0.541 then.',
    },
  ],
  citations: ['dugas2000', 'glorot2011'],
});

function isCut(x: number, { beta, threshold }: Shape): boolean {
  const { high, low } = twoProduct(beta, x);
  return threshold < noThreshold && (high > threshold || (high === threshold && low > 0));
}
