/** Reads what was asked for, file by file, and writes each report before the next file is read. */
import { createReadStream } from 'node:fs';
import { decodeText } from '../documents/decode';
import { isFailure, type Failure } from '../documents/failure';
import { languageOf } from '../reports/language';
import { skippedReport, type FileReport } from '../reports/report';
import type { ScanCommand } from './scanCommand';
import type { Cache } from './cache';
import { threadsByDefault, tuneForScans } from './engine';
import { exitCodes } from './exitCodes';
import { fileFinder } from './files';
import { reportLines } from './filter';
import { fixingTo, type Fixing } from './fix';
import type { Format } from './formats/format';
import { formatOf } from './formats/formats';
import { lintingBy, type Linting } from './linting';
import { outcomeOf, type Outcome } from './outcome';
import { writerTo } from './output';
import { pathsIn } from './pieces';
import { noProgress, progressOn, type Progress } from './progress';
import { failureOf, readStream } from './read';
import { reportText } from './reportFile';
import { breather, stopOnSignals, type Stop } from './stop';
import { count, counted, emptyTally, isFailing, type Tally } from './tally';
import { terminalOf, type Terminal } from './terminal';
import type { FoundFile } from './walk';

export async function scan(command: ScanCommand): Promise<number> {
  const linting = lintingBy(command.rules);
  const cache = await cacheOf(command, linting);
  if (cache === undefined || !isFailure(cache)) return scanWith({ linting, cache }, command);
  process.stderr.write(`--cache ${typeof command.cache === 'string' ? '' : command.cache.folder}: ${cache.reason}\n`);
  return exitCodes.misusedOrSkipped;
}

/** What files are read with. */
interface Means {
  readonly linting: Linting;
  readonly cache: Cache | undefined;
}

async function cacheOf({ cache }: ScanCommand, linting: Linting): Promise<Cache | Failure | undefined> {
  return cache === 'none' ? undefined : (await import('./cache')).cacheIn(cache, linting);
}

async function scanWith(means: Means, command: ScanCommand): Promise<number> {
  tuneForScans();
  const { linting, cache } = means;
  const { stdout, stderr, env } = process;
  const stop = stopOnSignals();
  const progress = command.isQuiet ? noProgress : progressOn(stderr, env);
  const write = writerTo(stdout, stop.signal);
  const format = command.fix === 'diff' ? silent : await formatOf(command.format, terminalOf(stdout, env), command.isQuiet);
  const fixing = fixingTo(command.fix, linting);
  const tally = emptyTally(command.isListingUses);
  await write(format.begin ?? '');
  for await (const found of untilStopped(reportsOf(command, means, progress, stop), stop)) {
    const { report, patch } = await fixing.fix(found);
    // What the person does not want listed is left out here, so that no format has to know.
    const listed = command.isListingUses ? report : { ...report, usages: [] };
    count(tally, listed);
    const text = patch + format.file(listed);
    if (text !== '') progress.clear();
    await write(text);
  }
  cache?.close();
  tally.interrupted = stop.signal.aborted;
  progress.clear();
  await write(format.end?.(tally) ?? '');
  if (!command.isQuiet) await writerTo(stderr, stop.signal)(fixSummary(command, fixing) + complaints(tally, linting, fixing, terminalOf(stderr, env)));
  return stop.exitCode() ?? exitCodeOf(tally, linting, fixing);
}

/** A diff stands alone. */
const silent: Format = { file: () => '' };

function exitCodeOf(tally: Tally, { misread }: Linting, { refused }: Fixing): number {
  if (tally.skipped.length + misread.size + refused.length > 0) return exitCodes.misusedOrSkipped;
  return isFailing(tally) ? exitCodes.findings : exitCodes.clean;
}

function fixSummary({ fix }: ScanCommand, { fixed, files }: Fixing): string {
  return fixed === 0 ? '' : `${fix === 'diff' ? 'Would fix' : 'Fixed'} ${counted(fixed, 'finding')} in ${counted(files, 'file')}\n`;
}

/** What was skipped, each path with its reason, which settings were not understood, and whether the scan came to its end. */
function complaints({ skipped, interrupted }: Tally, { misread, broken }: Linting, { refused }: Fixing, { paint }: Terminal): string {
  const listed = (title: string, lines: readonly string[]): string => (
    lines.length === 0 ? '' : `${paint('yellow', title)}\n${lines.map((line) => `  ${line}\n`).join('')}`
  );
  return listed(`Skipped ${counted(skipped.length, 'path')}`, skipped.map(({ path, reason }) => `${path}: ${reason}`))
    + listed(`Not fixed: ${counted(refused.length, 'file')}`, refused.map(({ path, reason }) => `${path}: ${reason}`))
    + listed('Settings that were not understood', [...misread])
    + [...broken].map(([rule, where]) => listed(`The rule ${rule} broke, and what it would have found is missing`, [where])).join('')
    + (interrupted ? `${paint('yellow', 'Interrupted')}: not everything was looked at.\n` : '');
}

/** A source that waits for input is left waiting. */
async function* untilStopped(reports: AsyncGenerator<FileReport>, { signal }: Stop): AsyncGenerator<FileReport> {
  const stopped = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
  while (!signal.aborted) {
    const next = await Promise.race([reports.next(), stopped]);
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}

async function* reportsOf(command: ScanCommand, means: Means, progress: Progress, stop: Stop): AsyncGenerator<FileReport> {
  const { linting, cache } = means;
  if (command.input === 'jsonl') {
    yield* reportLines(process.stdin, linting);
    return;
  }
  const files = filesOf(command);
  const { list, total } = progress.isShown && command.filesFrom !== '-' ? await counting(files, progress, stop) : { list: files, total: undefined };
  let done = 0;
  for await (const [file, outcome] of outcomesOf(list, command, means, stop)) {
    progress.done(++done, total);
    linting.hear(outcome.news);
    cache?.keep(file, outcome);
    if (outcome.report !== undefined) yield outcome.report;
  }
}

/** One after the other where files are written: one of them may have two names. */
async function* outcomesOf(files: AsyncIterable<FoundFile> | Iterable<FoundFile>, command: ScanCommand, { linting, cache }: Means, { signal }: Stop): AsyncGenerator<readonly [FoundFile, Outcome]> {
  const isInput = ({ path, isNamed }: FoundFile): boolean => path === '-' && isNamed === true;
  const readInput = async (): Promise<Outcome> => ({ report: await reportInput(command.inputName, linting), news: linting.news() });
  const readOurs = async (file: FoundFile): Promise<Outcome | undefined> => (isInput(file) ? readInput() : cache?.recall(file));
  const threads = command.fix === 'files' ? 1 : command.threads ?? threadsByDefault();
  if (threads > 1) {
    const { outcomesInParallel } = await import('./threads/inParallel');
    yield* outcomesInParallel({ files, threads, signal, rules: command.rules, isAtOnce: command.threads !== undefined, readOurs });
    return;
  }
  const breathe = breather();
  for await (const file of files) {
    yield [file, await readOurs(file) ?? await outcomeOf(file, linting)];
    await breathe();
  }
}

/** All files, so that it is known how many there are. */
async function counting(files: AsyncIterable<FoundFile>, progress: Progress, { signal }: Stop): Promise<{ list: FoundFile[]; total: number }> {
  const breathe = breather();
  const list: FoundFile[] = [];
  for await (const file of files) {
    if (signal.aborted) break;
    list.push(file);
    progress.found(list.length);
    await breathe();
  }
  return { list, total: list.length };
}

async function* filesOf({ paths, filesFrom, exclude, isIgnoring }: ScanCommand): AsyncGenerator<FoundFile> {
  const find = fileFinder({ exclude, isIgnoring });
  for (const path of paths) yield* path === '-' ? [{ path, isNamed: true }] : find(path);
  if (filesFrom === undefined) return;
  try {
    for await (const path of pathsIn(filesFrom === '-' ? process.stdin : createReadStream(filesFrom))) yield* find(path);
  } catch (error) {
    yield { path: filesFrom, failure: failureOf(error) };
  }
}

/** The text of standard input, under the name that the person has for it. */
async function reportInput(name: string, linting: Linting): Promise<FileReport> {
  const bytes = await readStream(process.stdin);
  if (isFailure(bytes)) return skippedReport(name, languageOf(name), bytes.reason);
  return reportText(decodeText(bytes), name, linting);
}
