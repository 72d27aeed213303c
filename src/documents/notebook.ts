/** The code of a Jupyter notebook, in its formats 3 and 4 (https://nbformat.readthedocs.io). */
import type { Failure } from './failure';

export interface CodeCell {
  readonly index: number;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The code cells of a notebook in Python; none of a notebook in another language, or of a file that is still empty. */
export function codeCells(source: string): CodeCell[] | Failure {
  if (source.trim() === '') return [];
  const notebook = parsed(source);
  if (!isFields(notebook)) return { reason: 'The notebook is not valid JSON.' };
  const cells = cellsOf(notebook);
  if (cells === undefined) return { reason: 'The notebook has no list of cells.' };
  return isPython(notebook) ? cells.flatMap(codeCell) : [];
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Format 4 has cells, format 3 has worksheets that have cells. */
function cellsOf(notebook: Fields): unknown[] | undefined {
  if (Array.isArray(notebook['cells'])) return notebook['cells'];
  const worksheets = notebook['worksheets'];
  if (!Array.isArray(worksheets)) return undefined;
  return worksheets.flatMap((sheet) => (isFields(sheet) && Array.isArray(sheet['cells']) ? sheet['cells'] : []));
}

/** A notebook without a language is one in Python, as Jupyter began. */
function isPython(notebook: Fields): boolean {
  const metadata = fieldsAt(notebook, 'metadata');
  const language = fieldsAt(metadata, 'language_info')['name'] ?? fieldsAt(metadata, 'kernelspec')['language'];
  return typeof language !== 'string' || language.toLowerCase().includes('python');
}

function codeCell(cell: unknown, index: number): CodeCell[] {
  if (!isFields(cell) || cell['cell_type'] !== 'code') return [];
  const text = textOf(cell['source'] ?? cell['input']);
  return text === undefined ? [] : [{ index, text }];
}

/** A cell's text is one string, or a list of lines that keep their endings. */
function textOf(source: unknown): string | undefined {
  if (typeof source === 'string') return source;
  return Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : undefined;
}

function fieldsAt(fields: Fields, name: string): Fields {
  const value = fields[name];
  return isFields(value) ? value : {};
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
