/**
 * What earlier scans found, kept in a folder. An answer is kept by all that it follows from (this version, the settings, the path and what is in the file), so
 * that none can be out of date, and scans beside each other may share a folder.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { isFailure, type Failure } from '../documents/failure';
import type { FileReport } from '../reports/report';
import type { Linting } from './linting';
import type { Outcome } from './outcome';
import { attempt, readBytes } from './read';
import type { FoundFile } from './walk';

export interface Cache {
  /** Nothing where the file, or what it is read with, is not as it was. */
  readonly recall: (file: FoundFile) => Promise<Outcome | undefined>;
  /** Keeps what came of a file that was not recalled. */
  readonly keep: (file: FoundFile, outcome: Outcome) => void;
  /** Where it has grown, removes what was not asked for in a long while. */
  readonly tidy: () => void;
}

/** Only a folder that is there for it: in any other one it would be among files of somebody else. */
export function cacheIn(folder: string, linting: Linting): Cache | Failure {
  const problem = attempt(() => claim(folder));
  if (isFailure(problem)) return problem === foreign ? problem : { reason: 'It is no folder that can be written to.' };
  const missed = new Map<string, Missed>();
  let isGrown = false;
  return {
    recall: async (file) => {
      const bytes = file.failure === undefined && file.path !== '-' ? await readBytes(file.path) : undefined;
      if (bytes === undefined || isFailure(bytes)) return undefined;
      const entry = entryOf(folder, await questionOf(file, linting), bytes);
      const kept = recalled(entry);
      if (kept === undefined) missed.set(file.path, { entry, state: stateOf(file.path) });
      return kept && { report: kept.report ?? undefined, news: linting.news() };
    },
    keep: ({ path }, outcome) => {
      const miss = missed.get(path);
      missed.delete(path);
      // A file that was written to meanwhile may have been read before or after that.
      if (miss === undefined || !isWhole(outcome, linting) || miss.state !== stateOf(path)) return;
      isGrown = true;
      attempt(() => write(miss.entry, { report: outcome.report ?? null }));
    },
    tidy: () => void (isGrown && attempt(() => removeForgotten(folder))),
  };
}

interface Missed {
  readonly entry: Entry;
  readonly state: string;
}

interface Entry {
  readonly folder: string;
  readonly path: string;
}

/** Null where a file was read and nothing is to be said of it. */
interface Kept {
  readonly report: FileReport | null;
}

/** How backup programs and others know such a folder: https://bford.info/cachedir/. */
const tag = { name: 'CACHEDIR.TAG', text: 'Signature: 8a477f597d28d172789f06886806bc55\n# What activation-lens scan --cache keeps. It may be removed at any time.\n' };

const foreign: Failure = { reason: 'It holds files that no scan has put there.' };

function claim(folder: string): Failure | undefined {
  if (existsSync(join(folder, tag.name))) return undefined;
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  if (names.length > 0 && !names.includes(tag.name)) return foreign;
  writeFileSync(join(folder, tag.name), tag.text);
  writeFileSync(join(folder, '.gitignore'), '*\n');
  return undefined;
}

/** All that an answer follows from, apart from what is in the file. */
async function questionOf(file: FoundFile, linting: Linting): Promise<string> {
  return JSON.stringify([version, file.path, file.isNamed === true, await linting.isExcluded(file.path), await linting.settingsFor(file.path)]);
}

function entryOf(folder: string, question: string, bytes: Uint8Array): Entry {
  const digest = createHash('sha256').update(`${question}\0`).update(bytes).digest('hex');
  const inside = join(folder, digest.slice(0, 2));
  return { folder: inside, path: join(inside, digest.slice(2)) };
}

/** As it was written, or nothing: a file that is no longer whole says nothing. */
function recalled({ path }: Entry): Kept | undefined {
  const kept = attempt((): Kept => JSON.parse(readFileSync(path, 'utf8')));
  if (isFailure(kept)) return undefined;
  attempt(() => {
    if (Date.now() - statSync(path).mtimeMs > day) utimesSync(path, new Date(), new Date());
  });
  return kept;
}

/** Whoever reads it meanwhile finds all of it, or nothing. */
function write({ folder, path }: Entry, kept: Kept): void {
  const unfinished = `${path}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(unfinished, JSON.stringify(kept));
  renameSync(unfinished, path);
}

/** Not what had to be skipped, for a reason that may be gone the next time; nor anything after a rule broke, which is told for the first file alone. */
function isWhole({ report }: Outcome, { broken }: Linting): boolean {
  return (report === undefined || report.error === null) && broken.size === 0;
}

function stateOf(path: string): string {
  const state = attempt(() => statSync(path));
  return isFailure(state) ? '' : `${state.size} ${state.mtimeMs} ${state.ino}`;
}

/** In milliseconds. */
const day = 24 * 60 * 60 * 1000;
const longestForgotten = 30 * day;

function removeForgotten(folder: string): void {
  for (const part of readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of readdirSync(join(folder, part))) {
      const path = join(folder, part, name);
      if (/^[0-9a-f]{62}/.test(name) && Date.now() - statSync(path).mtimeMs > longestForgotten) rmSync(path);
    }
  }
}
