/** Reads files on several threads, this one among them, and hands on what came of them in the order of the list. */
import { isFailure, type Failure } from '../../documents/failure';
import type { RuleSettings } from '../../rules/settings';
import { lintingBy } from '../linting';
import { unread, type Outcome } from '../outcome';
import { breather } from '../stop';
import type { FoundFile } from '../walk';
import { arrivals, type Arrivals } from './arrivals';
import { claimsOf, MAIN, unclaimed, type Claims } from './claims';
import { crewFor, type Crew } from './crew';
import { growingList, type GrowingList } from './growingList';
import { newPace } from './pace';
import { readOn, type Listed } from './reading';
import { roomFor } from './room';

export interface ParallelScan {
  readonly files: AsyncIterable<FoundFile> | Iterable<FoundFile>;
  readonly rules: RuleSettings | undefined;
  /** How many threads there may be, this one included. */
  readonly threads: number;
  /** Whether they start at once, or when the work turns out to be worth it. */
  readonly isAtOnce: boolean;
  /** Reads what this thread alone can read, or need not read. */
  readonly readOurs: (file: FoundFile) => Promise<Outcome | undefined>;
  readonly signal: AbortSignal;
}

interface Work {
  readonly claims: Claims;
  readonly list: GrowingList<Listed>;
  readonly outcomes: Arrivals<Outcome | Failure>;
  readonly crew: Crew;
}

/** So many files are listed, and may be read, before the first of them is written. */
const lookahead = 1000;

export async function* outcomesInParallel(scan: ParallelScan): AsyncGenerator<readonly [FoundFile, Outcome]> {
  const work = workOf(scan);
  scan.signal.addEventListener('abort', work.crew.dismiss);
  const room = roomFor(lookahead);
  const listing = listFiles(scan, work, room.enter);
  const reading = readHere(scan, work);
  for (let place = 0; ; place++) {
    const listed = await work.list.at(place);
    if (listed === undefined) break;
    const outcome = await work.outcomes.takeNext();
    yield [listed.file, isFailure(outcome) ? unread(listed.file, outcome.reason) : outcome];
    room.leave();
  }
  await Promise.all([listing, reading]);
  work.crew.dismiss();
}

function workOf({ threads, rules }: ParallelScan): Work {
  const claims = claimsOf(threads);
  const outcomes = arrivals<Outcome | Failure>();
  const list = growingList<Listed>();
  const crew = crewFor({
    claims, rules, list,
    hear: ({ place, outcome }) => outcomes.put(place, outcome),
    lose: (place, reason) => {
      if (!outcomes.isKnown(place)) outcomes.put(place, { reason: `The thread that read it ended (${reason}).` });
    },
  });
  return { claims, list, outcomes, crew };
}

async function listFiles({ files, readOurs }: ParallelScan, { list, outcomes, crew }: Work, enter: () => Promise<void> | undefined): Promise<void> {
  for await (const file of files) {
    await enter();
    const ours = await readOurs(file);
    if (ours !== undefined) outcomes.put(list.items.length, ours);
    list.add([{ file, isOurs: ours !== undefined }]);
    crew.announce();
  }
  list.end();
  crew.finish();
}

async function readHere({ rules, threads, isAtOnce, signal }: ParallelScan, { claims, list, outcomes, crew }: Work): Promise<void> {
  const pace = newPace();
  const breathe = breather();
  const hire = (): void => {
    const waiting = unclaimed(claims, list.items.length);
    crew.growTo(Math.min(threads - 1, isAtOnce ? waiting : pace.threadsFor(waiting)));
  };
  // What can be listed at once is listed before the first file is read.
  await new Promise((resolve) => setImmediate(resolve));
  hire();
  await readOn({
    number: MAIN, claims, linting: lintingBy(rules), tell: outcomes.put,
    listedAt: async (place) => {
      const listed = signal.aborted ? undefined : await list.at(place);
      pace.begin();
      return listed;
    },
    between: () => {
      pace.end();
      hire();
      return breathe();
    },
  });
}
