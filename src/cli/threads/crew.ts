/** The threads beside the main one: started when they are wanted, told of the files, and heard. */
import { Worker } from 'node:worker_threads';
import type { RuleSettings } from '../../rules/settings';
import type { Outcome } from '../outcome';
import { lastClaim, MAIN, type Claims } from './claims';
import type { GrowingList } from './growingList';
import type { Listed } from './reading';

/** What a thread is given at its start. */
export interface WorkerTask {
  readonly number: number;
  readonly claims: Claims;
  readonly rules: RuleSettings | undefined;
}

/** How the list of files goes on. */
export interface Orders {
  readonly files: readonly Listed[];
  readonly isEnd: boolean;
}

interface Told {
  readonly place: number;
  readonly outcome: Outcome;
}

interface CrewTask {
  readonly claims: Claims;
  readonly rules: RuleSettings | undefined;
  readonly list: GrowingList<Listed>;
  readonly hear: (told: Told) => void;
  /** A thread has ended; the file that it took last may be unread. */
  readonly lose: (place: number, reason: string) => void;
}

export interface Crew {
  readonly growTo: (size: number) => void;
  /** The list has grown, and may grow further in the same moment. */
  readonly announce: () => void;
  readonly finish: () => void;
  readonly dismiss: () => void;
}

/** In megabytes. What a file leaves behind is soon garbage, and each thread has a share of its own for it. */
const youngGeneration = 8;

export function crewFor(task: CrewTask): Crew {
  const { items } = task.list;
  const workers: { readonly worker: Worker; told: number }[] = [];
  let isEnd = false;
  let isTelling = false;
  const tell = (): void => {
    isTelling = false;
    for (const each of workers) {
      if (each.told < items.length || isEnd) each.worker.postMessage({ files: items.slice(each.told), isEnd } satisfies Orders);
      each.told = items.length;
    }
  };
  return {
    growTo: (size) => {
      if (size <= workers.length) return;
      while (workers.length < size) {
        const worker = started(MAIN + 1 + workers.length, task);
        if (worker === undefined) break;
        workers.push({ worker, told: 0 });
      }
      tell();
    },
    announce: () => {
      if (!isTelling && workers.length > 0) setImmediate(tell);
      isTelling = workers.length > 0;
    },
    finish: () => {
      isEnd = true;
      tell();
    },
    dismiss: () => {
      for (const { worker } of workers) void worker.terminate();
    },
  };
}

/** Nothing where Node was started without the permission. */
function started(number: number, task: CrewTask): Worker | undefined {
  const { claims, rules } = task;
  const workerData: WorkerTask = { number, claims, rules };
  try {
    return heard(new Worker(programBeside(import.meta.url), { workerData, resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } }), number, task);
  } catch {
    return undefined;
  }
}

function heard(worker: Worker, number: number, { claims, hear, lose }: CrewTask): Worker {
  let reason = 'without a word';
  worker.on('message', hear);
  worker.on('error', (error) => {
    reason = String(error);
  });
  worker.on('exit', () => {
    const place = lastClaim(claims, number);
    if (place !== undefined) lose(place, reason);
  });
  return worker;
}

/** The bundle of `worker.ts`, which has the ending of this one. */
function programBeside(bundle: string): URL {
  return new URL(`worker${/\.\w+$/.exec(bundle)?.[0] ?? ''}`, bundle);
}
