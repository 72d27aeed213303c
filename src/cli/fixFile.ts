/** Fixes the findings of one file. */
import { writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { decodeText } from '../documents/decode';
import { readDocument, type Document } from '../documents/document';
import { encodeText } from '../documents/encode';
import { isFailure, type Failure } from '../documents/failure';
import { withCells } from '../documents/notebookEdit';
import { findingsBy, fixAll } from '../rules/fixAll';
import type { RuleSettings } from '../rules/settings';
import { attempt, readBytes } from './read';

export interface FixedFile {
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

export async function fixFile(path: string, settings: RuleSettings, isWriting: boolean): Promise<FixedFile | Failure> {
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
export function patchOf(path: string, { before, after }: FixedFile): string {
  const name = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  const [from, to] = isAbsolute(path) ? [name, name] : [`a/${name}`, `b/${name}`];
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
