/** The scan as a filter: each line that comes in names a file, and may bring its text; for each one line goes out. */
import { languages, languageOf, type Language } from '../reports/language';
import { skippedReport, type FileReport } from '../reports/report';
import type { Linting } from './linting';
import { linesOf } from './pieces';
import { readText } from './read';
import { reportText } from './reportFile';

export async function* reportLines(stream: AsyncIterable<Uint8Array>, linting: Linting): AsyncGenerator<FileReport> {
  for await (const line of linesOf(stream)) yield await reportLine(line, linting);
}

async function reportLine(line: string, linting: Linting): Promise<FileReport> {
  const request = requestIn(line);
  if (request === undefined) return skippedReport('', 'python', 'The line is no JSON object with a path or a text.');
  const { path, text, language } = request;
  return reportText(text ?? await readText(path), path, linting, language);
}

interface Request {
  readonly path: string;
  /** Where it is left out, the file is read. */
  readonly text?: string;
  readonly language: Language;
}

function requestIn(line: string): Request | undefined {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null) return undefined;
  const path = 'path' in value && typeof value.path === 'string' ? value.path : '';
  const text = 'text' in value && typeof value.text === 'string' ? value.text : undefined;
  if (path === '' && text === undefined) return undefined;
  const language = 'language' in value ? languages.find((each) => each === value.language) : undefined;
  return { path, language: language ?? languageOf(path), ...(text === undefined ? {} : { text }) };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
