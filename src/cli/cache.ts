/**
 * What earlier scans found. An answer is kept with all that it follows from (the program, the settings, the path and the file), so that none is out of
 * date, and scans beside each other may share a folder.
 */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { isFailure, type Failure } from '../documents/failure';
import { claim, tidy, usualFolder } from './cacheFolder';
import type { Linting } from './linting';
import type { Outcome } from './outcome';
import { attempt, readBytes } from './read';
import { shelvesIn, type Kept } from './shelves';
import type { FoundFile } from './walk';

export interface Cache {
  /** Nothing where the file, or what it is read with, is not as it was. */
  readonly recall: (file: FoundFile) => Promise<Outcome | undefined>;
  /** Keeps what came of a file that was not recalled. */
  readonly keep: (file: FoundFile, outcome: Outcome) => void;
  readonly close: () => void;
}

/** A folder of the person's own, which may be carried to another machine, or that of this user on this machine. */
export type CachePlace = { readonly folder: string } | 'usual' | 'none';

export function cacheIn(place: CachePlace, linting: Linting): Cache | Failure | undefined {
  if (place === 'none') return undefined;
  if (place !== 'usual') return claim(place.folder) ?? cacheOf(place.folder, '', ofContents, linting);
  const folder = usualFolder(process.env);
  return folder === undefined || claim(folder) !== undefined ? undefined : cacheOf(folder, process.cwd(), ofState, linting);
}

function cacheOf(folder: string, base: string, signOf: Sign, linting: Linting): Cache {
  const shelves = shelvesIn(folder, base);
  const missed = new Map<string, Missed>();
  return {
    recall: async (file) => {
      const state = file.failure === undefined && file.path !== '-' ? stateOf(file.path) : undefined;
      const sign = state && await signOf(file.path, state);
      if (state === undefined || sign === undefined) return undefined;
      const stamp = `${await questionOf(file, linting)} ${sign}`;
      const kept = shelves.find(file.path);
      if (kept?.stamp === stamp) return { report: kept.report ?? undefined, news: linting.news() };
      missed.set(file.path, { stamp, state });
      return undefined;
    },
    keep: ({ path }, outcome) => {
      const miss = missed.get(path);
      missed.delete(path);
      // A file that was written to meanwhile may have been read before or after that.
      if (miss === undefined || !isWhole(outcome, linting) || miss.state.sign !== stateOf(path)?.sign) return;
      shelves.put(path, { stamp: miss.stamp, report: outcome.report ?? null });
    },
    close: () => {
      if (shelves.close()) attempt(() => tidy(folder));
    },
  };
}

interface Missed {
  readonly stamp: Kept['stamp'];
  readonly state: State;
}

/** What is known of a file without reading it, as Git knows files of its index; changing a file changes it. */
interface State {
  readonly sign: string;
  /** When something of the file changed last, in milliseconds. */
  readonly changed: number;
}

function stateOf(path: string): State | undefined {
  const about = attempt(() => statSync(path));
  if (isFailure(about) || !about.isFile()) return undefined;
  return { sign: `${about.size} ${about.mtimeMs} ${about.ctimeMs} ${about.ino}`, changed: Math.max(about.mtimeMs, about.ctimeMs) };
}

/** What tells that a file is as it was; nothing where nothing tells it. */
type Sign = (path: string, state: State) => Promise<string | undefined>;

const ofContents: Sign = async (path) => {
  const bytes = await readBytes(path);
  return isFailure(bytes) ? undefined : digestOf(bytes);
};

/** In milliseconds. The clocks of some file systems move in such steps, so that two changes within one have the same time. */
const coarsest = 2000;

const ofState: Sign = async (_, { sign, changed }) => (Date.now() - changed > coarsest ? sign : undefined);

/** What its parts are called changes with what is in them. */
const program = digestOf([version, ...readdirSync(dirname(fileURLToPath(import.meta.url))).sort()].join('\0'));

/** All that an answer follows from, apart from the file. */
async function questionOf({ path, isNamed }: FoundFile, linting: Linting): Promise<string> {
  return JSON.stringify([program, isNamed === true, await linting.isExcluded(path), await linting.settingsFor(path)]);
}

function digestOf(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('base64url');
}

/** Not what had to be skipped, for a reason that may be gone the next time; nor anything after a rule broke, which is told for the first file alone. */
function isWhole({ report }: Outcome, { broken }: Linting): boolean {
  return (report === undefined || report.error === null) && broken.size === 0;
}
