/** Networks that are written as the sizes of their layers, with the activation behind each: `[256, "relu", 256, "relu"]`, `"(128, tanh, 128, tanh)"`. */
import { saysOneActivation } from '../tellingNames';
import { scalar, textOf, type Scalar, type Value } from './values';

/** The names in such a row; none where anything else stands in it. */
export function betweenSizes(items: readonly Value[]): readonly Scalar[] {
  const names: Scalar[] = [];
  for (const [place, item] of items.entries()) {
    if (item.kind !== 'scalar') return none;
    if (isSize(item)) continue;
    const before = items[place - 1];
    if (!saysOneActivation(textOf(item) ?? '') || before?.kind !== 'scalar' || !isSize(before)) return none;
    names.push(item);
  }
  return names.length > 1 ? names : none;
}

/** The names in rows that give a layer each, with its size: `[[64, relu], [10, softmax]]`. */
export function besideSizes(rows: readonly Value[]): readonly Scalar[] {
  const names = rows.flatMap((row) => (row.kind === 'list' ? ofRow(row.items) : []));
  if (rows.length < 2 || names.length < rows.length || names.every(({ size }, place) => size === place || size === place + 1)) return none;
  return names.map(({ name }) => name);
}

function ofRow(cells: readonly Value[]): { readonly name: Scalar; readonly size: number }[] {
  const [first, second, more] = cells;
  if (more !== undefined || first?.kind !== 'scalar' || second?.kind !== 'scalar') return [];
  const [name, size] = typeof first.value === 'string' ? [first, second] : [second, first];
  return typeof size.value === 'number' && saysOneActivation(textOf(name) ?? '') ? [{ name, size: size.value }] : [];
}

const none: readonly Scalar[] = [];

function isSize({ value }: Scalar): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}

/** Nobody writes a network of more layers into one text. */
const longest = 400;

/** The cells of a row that a program reads from a text, each where it stands in the file. */
export function cellsOf({ value, content }: Scalar, text: string): readonly Scalar[] {
  const [, opening = '', inside] = typeof value === 'string' && value.length < longest ? /^([([]\s*)(\d+\s*,[\w\s,'"]*)[)\]]$/.exec(value) ?? [] : [];
  if (inside === undefined || text.slice(content.start, content.end) !== value) return none;
  let start = content.start + opening.length;
  return inside.split(',').map((cell) => {
    const [, before = '', name = ''] = /^([\s'"]*)(\w*)/.exec(cell) ?? [];
    const place = start + before.length;
    start += cell.length + 1;
    return scalar(name, place, place + name.length, 0);
  });
}
