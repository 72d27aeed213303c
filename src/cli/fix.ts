/** Fixes the findings of files, in the files or as a diff. */
import { writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { decodeText } from '../documents/decode';
import { readDocument, type Document } from '../documents/document';
import { encodeText } from '../documents/encode';
import { isFailure, type Failure } from '../documents/failure';
import { withCells } from '../documents/notebookEdit';
import type { FileReport } from '../reports/report';
import { findingsBy, fixAll } from '../rules/fixAll';
import type { RuleSettings } from '../rules/settings';
import type { Linting } from './linting';
import { attempt, readBytes } from './read';
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
    const outcome = await fixFile(path, settings, target === 'files');
    if (isFailure(outcome)) fixing.refused.push({ path, reason: outcome.reason });
    if (isFailure(outcome) || outcome.count === 0) return { report, patch: '' };
    fixing.fixed += outcome.count;
    fixing.files += 1;
    return target === 'files' ? { report: await reportText(outcome.after, path, linting), patch: '' } : { report, patch: patchOf(path, outcome) };
  }
  return fixing;
}

interface FixedFile {
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

async function fixFile(path: string, settings: RuleSettings, isWriting: boolean): Promise<FixedFile | Failure> {
  const bytes = await readBytes(path);
  const before = isFailure(bytes) ? bytes : decodeText(bytes);
  if (isFailure(bytes) || isFailure(before)) return { reason: 'It can no longer be read.' };
  const fixed = attempt(() => fixText(before, path, settings));
  const written = isFailure(fixed) ? fixed : encodeText(fixed.after, bytes);
  if (isFailure(written)) return written;
  const refusal = isWriting ? writing(path, written) : undefined;
  return refusal ?? fixed;
}

function fixText(before: string, path: string, settings: RuleSettings): FixedFile | Failure {
  const document = readDocument(before, path);
  const fixed = isFailure(document) ? document : fixAll(document, findingsBy(settings));
  if (isFailure(fixed)) return fixed;
  const after = sourceWith(fixed.document, before);
  return isFailure(after) ? after : { before, after, count: fixed.count };
}

/** A notebook has its cells written into it. */
function sourceWith({ text, cells }: Document, source: string): string | Failure {
  return cells === undefined ? text : withCells(source, cells.map(({ index, start, end }) => ({ index, text: text.slice(start, end) })));
}

function writing(path: string, bytes: Uint8Array): Failure | undefined {
  try {
    writeFileSync(path, bytes);
    return undefined;
  } catch (error) {
    return { reason: `It cannot be written (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).` };
  }
}

/** As `git apply` and `patch -p1` read it. */
function patchOf(path: string, { before, after }: FixedFile): string {
  const name = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  const [from, to] = isAbsolute(path) ? [name, name] : [`a/${name}`, `b/${name}`];
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
