/** What a curve does to the chosen inputs: the figures in the last columns of the table, and below the plot. */
import { expectation, meanSquaredGradient, outputVariance, type Gaussian } from '../../src/propagation/gaussian';
import { flatZones, shareOf } from '../../src/propagation/saturation';
import type { Drawn } from './drawn';
import { zonesOf } from './features';
import { memo, memoWith } from '../memo';

export const meanOutput: (drawn: Drawn, inputs: Gaussian) => number = memoWith(
  (drawn: Drawn, inputs: Gaussian) => expectation(drawn.functions.output, inputs, drawn.kinks),
);

export const saturatedShare: (drawn: Drawn, detail: { inputs: Gaussian; threshold: number }) => number = memoWith(
  (drawn: Drawn, { inputs, threshold }: { inputs: Gaussian; threshold: number }) => shareOf(zonesOf(drawn, threshold), inputs),
);

interface Response {
  readonly mean: number;
  readonly variance: number;
  /** The share of inputs for which the gradient is exactly zero. */
  readonly dead: number;
  /** E f′², by which one layer multiplies the squared gradient. */
  readonly squaredGradient: number;
}

export const responseOf: (drawn: Drawn, inputs: Gaussian) => Response = memoWith((drawn: Drawn, inputs: Gaussian) => {
  const mean = meanOutput(drawn, inputs);
  return {
    mean,
    variance: outputVariance(drawn.functions.output, mean, inputs, drawn.kinks),
    dead: shareOf(deadZones(drawn), inputs),
    squaredGradient: meanSquaredGradient(drawn.functions.gradient, inputs, drawn.kinks),
  };
});

/** Small enough to end where a gradient begins, and far above what only rounds to zero. */
const nearlyDead = 1e-6;

const deadZones = memo((drawn: Drawn) => flatZones(drawn.functions.gradient, nearlyDead, drawn.kinks).filter(({ dead }) => dead));
