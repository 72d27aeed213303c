/** The worker's entry: steps through one simulation at a time, and looks at its mail between steps. */
import { simulate, type Simulation } from '../../src/propagation/simulation';
import { nonlinearityNamed } from './functions';
import type { FromWorker, SimulationCase, ToWorker } from './simulationMessages';

/** Long enough that the mail costs nothing, short enough that stopping seems to be at once. */
const slice = 30;

interface Scope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  postMessage(message: FromWorker): void;
}

const scope = self as unknown as Scope;
let current: { readonly run: number; readonly steps: Generator<number, Simulation> } | undefined;

scope.addEventListener('message', ({ data }) => {
  current = data.type === 'simulate' ? { run: data.run, steps: stepsOf(data.case) } : undefined;
  goOn(current?.run);
});

function stepsOf({ network, seeds, ...named }: SimulationCase): Generator<number, Simulation> {
  const f = nonlinearityNamed(named);
  if (!f) throw new Error('It does not know this function.');
  return simulate(f, network, seeds);
}

/** A run that was replaced meanwhile is not gone on with. */
function goOn(run: number | undefined): void {
  if (run === undefined || current?.run !== run) return;
  const end = performance.now() + slice;
  let step = current.steps.next();
  while (step.done !== true && performance.now() < end) step = current.steps.next();
  if (step.done === true) {
    current = undefined;
    return scope.postMessage({ type: 'done', run, simulation: step.value });
  }
  scope.postMessage({ type: 'progress', run, share: step.value });
  setTimeout(() => goOn(run), 0);
}
