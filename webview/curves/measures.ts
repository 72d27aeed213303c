/** What a curve does to the chosen inputs: the figures in the last columns of the table. */
import { expectation, type Gaussian } from '../../src/propagation/gaussian';
import { shareOf } from '../../src/propagation/saturation';
import type { Drawn } from './drawn';
import { zonesOf } from './features';
import { memoWith } from '../memo';

export const meanOutput: (drawn: Drawn, inputs: Gaussian) => number = memoWith(
  (drawn: Drawn, inputs: Gaussian) => expectation(drawn.functions.output, inputs, drawn.kinks),
);

export const saturatedShare: (drawn: Drawn, detail: { inputs: Gaussian; threshold: number }) => number = memoWith(
  (drawn: Drawn, { inputs, threshold }: { inputs: Gaussian; threshold: number }) => shareOf(zonesOf(drawn, threshold), inputs),
);
