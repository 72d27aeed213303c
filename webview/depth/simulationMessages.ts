/** What goes between the view and the worker that builds and runs networks for it. */
import type { Network, Simulation } from '../../src/propagation/simulation';
import type { NamedFunction } from './functions';

/** One function in networks of one kind. */
export interface SimulationCase extends NamedFunction {
  readonly network: Network;
  /** One network is built for each. */
  readonly seeds: readonly number[];
}

export type ToWorker =
  | { readonly type: 'simulate'; readonly run: number; readonly case: SimulationCase }
  | { readonly type: 'stop' };

export type FromWorker =
  | { readonly type: 'progress'; readonly run: number; readonly share: number }
  | { readonly type: 'done'; readonly run: number; readonly simulation: Simulation };
