/** A curve in a terminal: each character is a braille cell of two by four dots. */

export interface Panel {
  readonly title: string;
  readonly f: (x: number) => number;
}

const [from, to] = [-4, 4];
const blank = 0x2800;
/** The bits of a braille cell, by row and column. */
const dots = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]] as const;

/** Rows of text, from the top; the curve is cut where it leaves the span of its own values between -4 and 4. */
export function plot({ title, f }: Panel, width: number, height: number, format: (value: number) => string): string[] {
  const columns = Array.from({ length: 2 * width }, (_, i) => from + (i * (to - from)) / (2 * width - 1));
  const values = columns.map(f);
  const finite = values.filter(Number.isFinite);
  const [low, high] = spanOf(finite);
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => blank));
  const rowAt = (value: number) => Math.round(((high - value) / (high - low)) * (4 * height - 1));
  values.forEach((value, i) => {
    if (!Number.isFinite(value)) return;
    // A steep curve is drawn down to its neighbour, so that it stays one line.
    const before = values[i - 1] ?? value;
    const [top, bottom] = [rowAt(value), rowAt(Number.isFinite(before) ? before : value)].sort((a, b) => a - b);
    for (let row = top ?? 0; row <= (bottom ?? 0); row++) mark(rows, row, i);
  });
  const range = `${format(low)} … ${format(high)}`;
  return [`${title}${range.padStart(width - title.length)}`, ...rows.map((row) => String.fromCharCode(...row))];
}

function mark(rows: number[][], row: number, column: number): void {
  const cells = rows[row >> 2];
  const bit = dots[row & 3]?.[column & 1];
  const cell = cells?.[column >> 1];
  if (cells !== undefined && bit !== undefined && cell !== undefined) cells[column >> 1] = cell | bit;
}

function spanOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high > low ? [low, high] : [low - 1, low + 1];
}
