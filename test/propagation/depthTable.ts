/** Networks of 50 layers and 512 units, 10 seeds each: simulated with NumPy, and predicted, at some of the layers. */
import { fixture } from './meanFieldTable';

interface Predicted {
  readonly pred: readonly number[];
}

export interface Simulated extends Predicted {
  readonly mean: readonly number[];
  /** Over the seeds. */
  readonly std: readonly number[];
}

interface Written {
  readonly activation: string;
  readonly initialisation: string;
  readonly distribution: 'normal' | 'uniform';
  readonly weights: number;
  readonly biases: number;
  readonly preactivation: Simulated;
  readonly variance: Simulated;
  readonly secondMoment: Predicted;
  readonly gradient: Simulated;
  readonly gradientFactor: readonly number[];
}

export interface DepthRun extends Written {
  /** As the catalogue calls the activation. */
  readonly id: string;
}

interface Table<R> {
  readonly depth: number;
  readonly width: number;
  readonly batch: number;
  readonly layers: readonly number[];
  readonly runs: readonly R[];
}

const written = fixture<Table<Written>>('depth');

export const depthTable: Table<DepthRun> = {
  ...written,
  runs: written.runs.map((run) => ({ ...run, id: run.activation.replace(/_0\.01$/, '').replaceAll('_', '-') })),
};
