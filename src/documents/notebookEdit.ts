/** Writes cells back into their notebook, and leaves every other character of it as it is. */
import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { applyEdits, replaced, type Edit } from './edit';
import { isFailure, type Failure } from './failure';
import { codeCells, type CodeCell } from './notebook';

const unwritable: Failure = { reason: 'The cells cannot be written back into this notebook.' };

/** `cells` are all code cells, as they shall be. */
export function withCells(source: string, cells: readonly CodeCell[]): string | Failure {
  const before = codeCells(source);
  const root = parseTree(source);
  if (isFailure(before) || root === undefined) return unwritable;
  const nodes = cellNodes(root);
  const changed = cells.filter(({ index, text }) => before.find((cell) => cell.index === index)?.text !== text);
  const edits = changed.map(({ index, text }) => cellEdit(source, nodes[index], text));
  const written = applyEdits(source, edits.filter((edit) => edit !== undefined));
  return isWritten(written, cells) ? written : unwritable;
}

/** Read again it must say what it shall say; a notebook with a key twice, say, does not. */
function isWritten(source: string, cells: readonly CodeCell[]): boolean {
  const read = codeCells(source);
  return !isFailure(read) && read.length === cells.length && read.every(({ text }, place) => text === cells[place]?.text);
}

/** As `codeCells` counts them, prose included. */
function cellNodes(root: Node): readonly Node[] {
  const cells = findNodeAtLocation(root, ['cells'])?.children;
  const sheets = findNodeAtLocation(root, ['worksheets'])?.children ?? [];
  return cells ?? sheets.flatMap((sheet) => findNodeAtLocation(sheet, ['cells'])?.children ?? []);
}

function cellEdit(source: string, cell: Node | undefined, text: string): Edit | undefined {
  const node = cell && (findNodeAtLocation(cell, ['source']) ?? findNodeAtLocation(cell, ['input']));
  if (node === undefined) return undefined;
  // A notebook that spells its letters in ASCII goes on doing so.
  const quote = /[^\0-\x7f]/.test(source) ? quoted : inAscii;
  return replaced(node.offset, endOf(node), node.type === 'array' ? lines(source, node, text, quote) : quote(text));
}

/** Lines that stay are spelled as they were, and between lines stands what has stood there. */
function lines(source: string, list: Node, text: string, quote: (text: string) => string): string {
  const items = list.children ?? [];
  const [first, second] = items;
  if (first === undefined) return `[${quote(text)}]`;
  const spelled = new Map(items.map((item) => [item.value, source.slice(item.offset, endOf(item))]));
  const begin = source.slice(list.offset, first.offset);
  const between = second === undefined ? `,${begin.slice(1)}` : source.slice(endOf(first), second.offset);
  const written = text.split(/(?<=\n)/).map((line) => spelled.get(line) ?? quote(line));
  return begin + written.join(between) + source.slice(endOf(items.at(-1) ?? first), endOf(list));
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function inAscii(text: string): string {
  return quoted(text).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
