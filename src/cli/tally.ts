/** What a scan has met so far, in numbers and without the reports themselves. */
import type { FileReport } from '../reports/report';
import { severities, type Severity } from '../rules/rule';

interface Skipped {
  readonly path: string;
  readonly reason: string;
}

export interface Tally {
  /** Whether uses are listed, or findings alone. */
  readonly isListingUses: boolean;
  files: number;
  filesWithUsages: number;
  filesWithFindings: number;
  fixable: number;
  /** Whether the scan was ended before everything was looked at. */
  interrupted: boolean;
  readonly skipped: Skipped[];
  /** By the id of the activation. */
  readonly uses: Map<string, number>;
  readonly findings: Map<Severity, number>;
}

export function emptyTally(isListingUses = true): Tally {
  return {
    isListingUses, files: 0, filesWithUsages: 0, filesWithFindings: 0, fixable: 0, interrupted: false, skipped: [], uses: new Map(), findings: new Map(),
  };
}

export function count(tally: Tally, { path, usages, findings, error }: FileReport): void {
  tally.files += 1;
  if (error !== null) tally.skipped.push({ path, reason: error });
  if (usages.length > 0) tally.filesWithUsages += 1;
  if (findings.length > 0) tally.filesWithFindings += 1;
  tally.fixable += findings.filter(({ fix }) => fix !== null).length;
  for (const { activation } of usages) tally.uses.set(activation, (tally.uses.get(activation) ?? 0) + 1);
  for (const { severity } of findings) tally.findings.set(severity, (tally.findings.get(severity) ?? 0) + 1);
}

/** Whether there is a finding that a build should not pass with. */
export function isFailing({ findings }: Tally): boolean {
  return findings.has('error') || findings.has('warning');
}

/** `7 activations in 3 of 5 files`; files that were skipped are not among them. */
export function headline(tally: Tally): string {
  const { files, skipped, interrupted } = tally;
  const ending = interrupted ? ' Interrupted: there may be more.' : '';
  if (files === 0) return interrupted ? ending.trim() : 'There is no Python file or notebook there.';
  const read = files - skipped.length;
  const [noun, total, filesWith] = tally.isListingUses ? ['activation', sum(tally.uses), tally.filesWithUsages] as const : ['finding', sum(tally.findings), tally.filesWithFindings] as const;
  if (total === 0) return `No ${noun} in ${counted(read, 'file')}.${ending}`;
  return `${counted(total, noun)} in ${filesWith} of ${counted(read, 'file')}${ending && `.${ending}`}`;
}

/** `3 findings: 1 error, 2 hints; 2 can be fixed with --fix`; nothing where all is well. */
export function findingsLine({ isListingUses, findings, fixable }: Tally): string {
  if (findings.size === 0) return '';
  const each = severities.flatMap((severity) => {
    const number = findings.get(severity);
    return number === undefined ? [] : [severity === 'information' ? `${number} information` : counted(number, severity)];
  });
  return `${isListingUses ? `${counted(sum(findings), 'finding')}: ` : ''}${each.join(', ')}${fixable === 0 ? '' : `; ${fixable} can be fixed with --fix`}`;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, each) => total + each, 0);
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
