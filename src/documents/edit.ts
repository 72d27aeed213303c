/** Changes of a text, as data. */
import { joinCells, type Document } from './document';

/** Replaces what stands from `start` to `end`, half-open, in UTF-16 code units. */
export interface Edit {
  readonly span: { readonly start: number; readonly end: number };
  readonly newText: string;
}

export function replaced(start: number, end: number, newText: string): Edit {
  return { span: { start, end }, newText };
}

export function inserted(at: number, newText: string): Edit {
  return replaced(at, at, newText);
}

/** The text after edits that do not overlap; those at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return editedSlice(text, { start: 0, end: text.length }, edits);
}

/** What `span` reads after edits that all lie inside it. */
export function editedSlice(text: string, span: Edit['span'], edits: readonly Edit[]): string {
  let result = '';
  let read = span.start;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(read, edit.span.start) + edit.newText;
    read = edit.span.end;
  }
  return result + text.slice(read, span.end);
}

/** Where a span of the edited text was before: all of what an edit replaced where it touches what that put there. */
export function before({ start, end }: Edit['span'], edits: readonly Edit[]): Edit['span'] {
  let [from, to, shift] = [start, end, 0];
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const [newStart, newEnd] = [span.start + shift, span.start + shift + newText.length];
    shift += newText.length - (span.end - span.start);
    // Of a start what was cut out before it lies to the left, and of an end to the right.
    if (start >= newEnd) from = start - shift;
    else if (start > newStart) from = span.start;
    if (end >= newEnd && newText !== '' || end > newEnd) to = end - shift;
    else if (end > newStart) to = span.end;
  }
  return { start: from, end: to };
}

/** A document after edits that do not overlap; nothing where one of them reaches out of a cell. */
export function editedDocument({ text, cells }: Document, edits: readonly Edit[]): Document | undefined {
  if (cells === undefined) return { text: applyEdits(text, edits) };
  const within = cells.map(({ start, end }) => edits.filter(({ span }) => start <= span.start && span.end <= end));
  if (within.reduce((sum, { length }) => sum + length, 0) !== edits.length) return undefined;
  return joinCells(cells.map((cell, place) => ({ index: cell.index, text: editedSlice(text, cell, within[place] ?? []) })));
}
