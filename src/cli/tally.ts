/** What a scan has met so far, in numbers and without the reports themselves. */
import { findActivation } from '../activations/catalogue';
import type { FileReport } from '../reports/report';

export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Tally {
  files: number;
  filesWithUsages: number;
  findings: number;
  /** Whether the scan was ended before everything was looked at. */
  interrupted: boolean;
  readonly skipped: Skipped[];
  /** By the id of the activation. */
  readonly uses: Map<string, number>;
}

export function emptyTally(): Tally {
  return { files: 0, filesWithUsages: 0, findings: 0, interrupted: false, skipped: [], uses: new Map() };
}

export function count(tally: Tally, { path, usages, findings, error }: FileReport): void {
  tally.files += 1;
  tally.findings += findings.length;
  if (error !== null) tally.skipped.push({ path, reason: error });
  if (usages.length > 0) tally.filesWithUsages += 1;
  for (const { activation } of usages) tally.uses.set(activation, (tally.uses.get(activation) ?? 0) + 1);
}

/** The names of the activations and how often each is used, the most used first. */
export function totals({ uses }: Tally): [name: string, count: number][] {
  return [...uses]
    .sort(([, one], [, other]) => other - one)
    .map(([id, each]) => [findActivation(id)?.name ?? id, each]);
}

/** `7 activations in 3 of 5 files`; files that were skipped are not among them. */
export function headline({ files, filesWithUsages, skipped, uses, interrupted }: Tally): string {
  const ending = interrupted ? ' Interrupted: there may be more.' : '';
  if (files === 0) return interrupted ? ending.trim() : 'There is no Python file or notebook there.';
  const read = files - skipped.length;
  const total = [...uses.values()].reduce((sum, each) => sum + each, 0);
  if (total === 0) return `No activation in ${counted(read, 'file')}.${ending}`;
  return `${counted(total, 'activation')} in ${filesWithUsages} of ${counted(read, 'file')}${ending && `.${ending}`}`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
