/**
 * Has networks simulated in a worker, one case after the other: those that are wanted and not yet known. Results are
 * kept, so that going back to a case shows it at once.
 */
import type { Simulation } from '../../src/propagation/simulation';
import type { FromWorker, SimulationCase, ToWorker } from './simulationMessages';

export type SimulatorState =
  | { readonly kind: 'idle' }
  /** `share` is of all that is wanted. */
  | { readonly kind: 'running'; readonly share: number; readonly since: number }
  | { readonly kind: 'failed'; readonly reason: string };

interface SimulatorEvents {
  /** Begun, gone on, or failed. */
  progressed(): void;
  /** There is a new result. */
  finished(): void;
}

const restAfter = 250;
/** A worker that has been ended by the system says nothing. */
const silence = 10_000;
const mostKept = 60;

export class Simulator {
  private readonly known = new Map<string, Simulation>();
  private wanted: readonly SimulationCase[] = [];
  private worker: Promise<Worker> | undefined;
  private current: { readonly key: string; readonly run: number; share: number } | undefined;
  private failure: string | undefined;
  private since = 0;
  private runs = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private watch: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly startWorker: () => Promise<Worker>, private readonly events: SimulatorEvents) {}

  /** Simulates what of these is not known after the hand has rested; what is no longer wanted stops at once. */
  want(cases: readonly SimulationCase[]): void {
    const keys = cases.map(keyOf);
    if (keys.join() === this.wanted.map(keyOf).join()) return;
    this.wanted = cases;
    if (this.current && !keys.includes(this.current.key)) this.stop();
    clearTimeout(this.rest);
    this.since = 0;
    this.rest = setTimeout(() => this.next(), restAfter);
  }

  resultOf(each: SimulationCase): Simulation | undefined {
    return this.known.get(keyOf(each));
  }

  state(): SimulatorState {
    if (this.failure !== undefined && this.missing()) return { kind: 'failed', reason: this.failure };
    if (!this.current) return { kind: 'idle' };
    const done = this.wanted.filter((each) => this.resultOf(each)).length;
    return { kind: 'running', share: (done + this.current.share) / Math.max(1, this.wanted.length), since: this.since };
  }

  /** Begins again after a failure. */
  retry(): void {
    this.failure = undefined;
    this.since = 0;
    this.next();
  }

  private missing(): SimulationCase | undefined {
    return this.wanted.find((each) => !this.resultOf(each));
  }

  private next(): void {
    const following = this.missing();
    if (!following || this.current || this.failure !== undefined) return;
    if (this.since === 0) this.since = performance.now();
    const run = ++this.runs;
    this.current = { key: keyOf(following), run, share: 0 };
    this.worker ??= this.connected();
    this.expectWord();
    this.worker.then((ready) => {
      if (this.current?.run === run) post(ready, { type: 'simulate', run, case: following });
    }, (error: unknown) => this.fail(error instanceof Error ? error.message : String(error)));
    this.events.progressed();
  }

  private async connected(): Promise<Worker> {
    const started = await this.startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.receive(data));
    started.addEventListener('error', (event) => {
      event.preventDefault();
      this.fail(event.message || 'It could not be loaded.');
    });
    return started;
  }

  private receive(message: FromWorker): void {
    if (!this.current || message.run !== this.current.run) return;
    if (message.type === 'progress') {
      this.expectWord();
      this.current.share = message.share;
      return this.events.progressed();
    }
    clearTimeout(this.watch);
    this.keep(this.current.key, message.simulation);
    this.current = undefined;
    this.events.finished();
    this.next();
  }

  private keep(key: string, simulation: Simulation): void {
    this.known.set(key, simulation);
    const [oldest] = this.known.keys();
    if (this.known.size > mostKept && oldest !== undefined) this.known.delete(oldest);
  }

  private stop(): void {
    clearTimeout(this.watch);
    this.current = undefined;
    void this.worker?.then((ready) => post(ready, { type: 'stop' }), () => undefined);
  }

  private expectWord(): void {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.fail('It gave no more answer.'), silence);
  }

  private fail(reason: string): void {
    clearTimeout(this.watch);
    void this.worker?.then((ended) => ended.terminate(), () => undefined);
    this.worker = undefined;
    this.current = undefined;
    this.failure = reason;
    this.events.progressed();
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function keyOf({ activation, expression, parameters, network, seeds }: SimulationCase): string {
  return JSON.stringify([activation, expression, parameters, network, seeds]);
}
