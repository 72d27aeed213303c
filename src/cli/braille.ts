/** A curve in a terminal: each character is a braille cell of two by four dots. */

interface Panel {
  readonly title: string;
  readonly f: (x: number) => number;
}

const [from, to] = [-4, 4];
const blank = 0x2800;
/** The bits of a braille cell, by row and column. */
const dots = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]] as const;

/** So fine that extremes show in three digits; it meets the whole numbers, at which most kinks are. */
const fine = Array.from({ length: 1601 }, (_, i) => from + i / 200);

/** Rows of text, from the top: the curve within the span of its own values between -4 and 4, which the title says. */
export function plot({ title, f }: Panel, width: number, height: number, format: (value: number) => string): string[] {
  const columns = Array.from({ length: 2 * width }, (_, i) => from + (i * (to - from)) / (2 * width - 1));
  const values = columns.map(f);
  const [least, most] = extremesOf([...values, ...fine.map(f)].filter(Number.isFinite));
  const [low, high] = most > least ? [least, most] : [least - 1, most + 1];
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => blank));
  const rowAt = (value: number) => Math.round(((high - value) / (high - low)) * (4 * height - 1));
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) return;
    // A steep curve is drawn down to its neighbour, so that it stays one line.
    const before = values[i - 1] ?? value;
    const [top, bottom] = [rowAt(value), rowAt(Number.isFinite(before) ? before : value)].sort((a, b) => a - b);
    for (let row = top ?? 0; row <= (bottom ?? 0); row++) mark(rows, row, i);
  });
  const range = most > least ? `${format(least)} … ${format(most)}` : format(least);
  return [`${title}${range.padStart(width - title.length)}`, ...rows.map((row) => String.fromCharCode(...row))];
}

function mark(rows: number[][], row: number, column: number): void {
  const cells = rows[row >> 2];
  const bit = dots[row & 3]?.[column & 1];
  const cell = cells?.[column >> 1];
  if (cells !== undefined && bit !== undefined && cell !== undefined) cells[column >> 1] = cell | bit;
}

function extremesOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
