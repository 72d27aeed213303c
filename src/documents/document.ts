/**
 * A text of Python and where its parts come from: one file, or the code cells of a notebook one after the other.
 *
 *     const document = readDocument(source, 'train.ipynb');
 *     if (isFailure(document)) return say(document.reason);
 *     place(document, usage.span.start)    // { cell: 3, line: 0, character: 7 }
 */
import { isFailure, type Failure } from './failure';
import { lineStartsOf, positionAt, rankOf, type Position } from './lines';
import { codeCells } from './notebook';

interface Cell {
  /** Its number among all cells of the notebook, those with prose included. */
  readonly index: number;
  /** Where its text begins and ends in the document's text. */
  readonly start: number;
  readonly end: number;
}

export interface Document {
  readonly text: string;
  /** The code cells in their order; nothing for a plain file. */
  readonly cells?: readonly Cell[];
}

export interface Place extends Position {
  /** The cell's number; nothing for a plain file. */
  readonly cell?: number;
}

/** In UTF-16 code units. Larger texts hold data, not code that a person wrote. */
export const maximumLength = 32 * 1024 * 1024;

/** Reads a file's text by the ending of its path; what is not a notebook is taken for Python. */
export function readDocument(source: string, path = ''): Document | Failure {
  if (source.length > maximumLength) return { reason: `The file is larger than ${maximumLength / 1024 / 1024} MB.` };
  if (source.includes('\0')) return { reason: 'The file is binary, not text.' };
  if (!path.toLowerCase().endsWith('.ipynb')) return { text: source };
  const cells = codeCells(source);
  return isFailure(cells) ? cells : joinCells(cells);
}

/** Cells as one text, so that what an earlier cell imports is in scope in a later one. */
export function joinCells(cells: readonly { readonly index: number; readonly text: string }[]): Document {
  let start = 0;
  const placed = cells.map(({ index, text }): Cell => {
    const cell = { index, start, end: start + text.length };
    start = cell.end + 1;
    return cell;
  });
  return { text: cells.map(({ text }) => text).join('\n'), cells: placed };
}

/** Finds the lines of a document once and then places any number of offsets. */
export function placesIn(document: Document): (offset: number) => Place {
  const lines = lineStartsOf(document.text);
  const cells = document.cells ?? [];
  const cellStarts = cells.map(({ start }) => start);
  return (offset) => {
    const position = positionAt(lines, offset);
    const cell = cells[rankOf(cellStarts, offset)];
    if (cell === undefined) return position;
    return { cell: cell.index, line: position.line - rankOf(lines, cell.start), character: position.character };
  };
}
