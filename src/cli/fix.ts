/** Fixes the findings of files, in the files or as a diff. */
import { isFailure } from '../documents/failure';
import type { FileReport } from '../reports/report';
import type { Linting } from './linting';
import { reportText } from './reportFile';
import type { ScanCommand } from './scanCommand';

export interface Fixing {
  /** What is to be said of the file: its report, and what a diff says of it. */
  readonly fix: (report: FileReport) => Promise<{ readonly report: FileReport; readonly patch: string }>;
  fixed: number;
  files: number;
  readonly refused: { readonly path: string; readonly reason: string }[];
}

export function fixingTo(target: ScanCommand['fix'], linting: Linting): Fixing {
  const fixing: Fixing = { fix, fixed: 0, files: 0, refused: [] };
  async function fix(report: FileReport): Promise<{ report: FileReport; patch: string }> {
    const { path } = report;
    const settings = target !== 'no' && report.findings.some((finding) => finding.fix !== null) ? await linting.settingsFor(path) : undefined;
    if (settings === undefined) return { report, patch: '' };
    const { fixFile, patchOf } = await import('./fixFile');
    const outcome = await fixFile(path, settings, target === 'files');
    if (isFailure(outcome)) fixing.refused.push({ path, reason: outcome.reason });
    if (isFailure(outcome) || outcome.count === 0) return { report, patch: '' };
    fixing.fixed += outcome.count;
    fixing.files += 1;
    return target === 'files' ? { report: await reportText(outcome.after, path, linting), patch: '' } : { report, patch: patchOf(path, outcome) };
  }
  return fixing;
}
