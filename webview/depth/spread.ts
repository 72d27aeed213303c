/** The simulated networks of the rows: what is asked of the worker, what became of it, and how that is told. */
import type { Spread } from '../../src/propagation/simulation';
import { element, linkButton, refill, setAttributes } from '../dom';
import type { LabState } from '../state';
import { layersOf, widthOf } from './model';
import { signalOf, visibleRows, type DepthRow } from './rows';
import type { SimulationCase } from './simulationMessages';
import { Simulator, type SimulatorState } from './simulator';
import { startWorker } from './startWorker';
import type { BandsByPanel } from './values';

const seeds: readonly number[] = Array.from({ length: 10 }, (_, i) => i + 1);
/** Inputs that go through each network. */
const batch = 8;
/** What is over sooner needs no word of progress. */
const patience = 200;

interface SpreadActions {
  setSpread(on: boolean): void;
  announce(text: string): void;
}

export interface SpreadView {
  readonly status: HTMLElement;
  readonly progress: HTMLElement;
  update(state: LabState): void;
  bandsOf(state: LabState): BandsByPanel;
}

/** `changed` is called when there is more to draw. Nothing runs while `host` is out of sight. */
export function createSpread(host: HTMLElement, actions: SpreadActions, changed: () => void): SpreadView {
  let state: LabState | undefined;
  let inSight = false;
  let wasRunning = false;
  const status = element('p', { class: 'spread' });
  const progress = element('div', { class: 'progress', role: 'progressbar', 'aria-label': 'Simulation', 'aria-valuemin': '0', 'aria-valuemax': '100', hidden: true });
  const tell = () => {
    if (!state) return;
    const now = simulator.state();
    showProgress(progress, now);
    refill(status, statusOf(state, now, simulator, actions));
    if (wasRunning && now.kind === 'idle' && isDone(state, simulator)) actions.announce(`${seeds.length} networks simulated.`);
    wasRunning = now.kind === 'running';
  };
  const simulator = new Simulator(startWorker, {
    progressed: tell,
    finished() {
      tell();
      changed();
    },
  });
  const ask = () => {
    if (state) simulator.want(inSight && state.depth.spread && !document.hidden ? casesOf(state) : []);
    tell();
  };
  new IntersectionObserver(([entry]) => {
    inSight = entry?.isIntersecting === true;
    ask();
  }).observe(host);
  document.addEventListener('visibilitychange', ask);
  return {
    status, progress,
    update(next) {
      state = next;
      ask();
    },
    bandsOf: (shown) => (shown.depth.spread ? bandsIn(shown, simulator) : { gradient: new Map(), signal: new Map() }),
  };
}

function casesOf(state: LabState): SimulationCase[] {
  return visibleRows(state).map((row) => caseOf(row, state));
}

function caseOf({ curve, initialisation }: DepthRow, state: LabState): SimulationCase {
  const { activation, expression, parameters } = curve;
  const network = { depth: layersOf(state), width: widthOf(state), batch, initialisation, stacking: state.depth.stacking };
  return { activation, parameters, ...(expression === undefined ? {} : { expression }), seeds, network };
}

function bandsIn(state: LabState, simulator: Simulator): BandsByPanel {
  const found = visibleRows(state).flatMap((row) => {
    const simulation = simulator.resultOf(caseOf(row, state));
    return simulation ? [[row, simulation] as const] : [];
  });
  return {
    gradient: new Map(found.map(([row, { gradient }]) => [row, gradient])),
    signal: new Map(found.map(([row, simulation]) => [row, rootsOf(simulation[signalOf(state.depth.stacking)])])),
  };
}

/** Quantiles keep their places under a root. */
function rootsOf({ low, median, high }: Spread): Spread {
  return { low: low.map(Math.sqrt), median: median.map(Math.sqrt), high: high.map(Math.sqrt) };
}

function isDone(state: LabState, simulator: Simulator): boolean {
  return casesOf(state).every((each) => simulator.resultOf(each));
}

function showProgress(progress: HTMLElement, state: SimulatorState): void {
  const isShown = state.kind === 'running' && performance.now() - state.since > patience;
  progress.hidden = !isShown;
  if (state.kind !== 'running') return;
  progress.style.setProperty('--share', String(state.share));
  setAttributes(progress, { 'aria-valuenow': String(Math.round(100 * state.share)) });
}

function statusOf(state: LabState, now: SimulatorState, simulator: Simulator, { setSpread }: SpreadActions): Node[] {
  const what = `${seeds.length} random networks of width ${widthOf(state)}`;
  const words = (text: string) => element('span', {}, text);
  if (!state.depth.spread) return [words('No networks are simulated.'), linkButton('Simulate', () => setSpread(true), { 'data-control': 'spread' })];
  if (now.kind === 'failed') return [words(`The simulation stopped. ${now.reason} The lines are theory and stay.`), linkButton('Run again', () => simulator.retry(), { 'data-control': 'spread' })];
  if (isDone(state, simulator)) return [words(`Bands: two thirds of ${what}, seeds 1 to ${seeds.length}; the thin line is their median.`), linkButton('Hide', () => setSpread(false), { 'data-control': 'spread' })];
  const share = now.kind === 'running' ? ` ${Math.floor(100 * now.share)}\u202f%` : '';
  return [words(`Simulating ${what}…${share}`), linkButton('Stop', () => setSpread(false), { 'data-control': 'spread' })];
}
