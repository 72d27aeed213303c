/** A function of two numbers as a map: its values over a grid, and the lines on which it has round values. */
import { contour, type Grid, type Position } from './contours';
import type { Range } from './ranges';

export interface Surface extends Grid {
  /** The greatest absolute value that is finite; 1 where there is none but 0. */
  readonly most: number;
  /** From low to high. */
  readonly contours: readonly Contour[];
}

export interface Contour {
  readonly level: number;
  readonly lines: readonly (readonly Position[])[];
}

/** An even number, so that 0 is a line of the grid where the range is symmetric. */
const cells = 80;
const levelsOfEachSign = 4;

export function surfaceOf(f: (x: number, y: number) => number, x: Range, y: Range): Surface {
  const xs = steps(x);
  const ys = steps(y);
  const values = new Float64Array(xs.length * ys.length);
  ys.forEach((b, row) => xs.forEach((a, column) => { values[row * xs.length + column] = f(a, b); }));
  const grid = { xs, ys, values };
  const most = values.reduce((greatest, value) => (Number.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest), 0) || 1;
  const positive = roundLevels(most);
  const level = (at: number): Contour => ({ level: at, lines: contour(grid, at) });
  return { ...grid, most, contours: [...positive.map((at) => level(-at)).reverse(), zeroLine(grid, most), ...positive.map(level)] };
}

function steps({ min, max }: Range): number[] {
  // Counted from the middle, so that a symmetric range has an exact 0.
  return Array.from({ length: cells + 1 }, (_, i) => (min * (cells - i) + max * i) / cells);
}

/** The borders of where the function is positive and where it is negative: one line, or two around a plateau of zeros. */
function zeroLine(grid: Grid, most: number): Contour {
  const nearly = most * 1e-9;
  return { level: 0, lines: [...contour(grid, nearly), ...contour(grid, -nearly)] };
}

/** The greatest of 1, 2 and 5 times powers of ten that the map reaches, from low to high. */
function roundLevels(most: number): number[] {
  const found: number[] = [];
  for (let power = Math.floor(Math.log10(most)); found.length < levelsOfEachSign; power--) {
    for (const factor of [5, 2, 1]) {
      const level = Number(`${factor}e${power}`);
      if (level < 0.96 * most && found.length < levelsOfEachSign) found.push(level);
    }
  }
  return found.reverse();
}

/** How strongly a value is coloured, from −1 to 1: near 0 as its share, far out as its logarithm, so that small values show. */
export function shadeOf(value: number, most: number): number {
  const scale = most / 20;
  return Math.asinh(value / scale) / Math.asinh(most / scale);
}

/** The value between the points of the grid; asked for every pixel, so it makes nothing but its result. */
export function interpolated({ xs, ys, values }: Grid, column: number, row: number): number {
  const left = Math.min(Math.floor(column), xs.length - 2);
  const below = Math.min(Math.floor(row), ys.length - 2);
  const across = column - left;
  const up = row - below;
  const at = below * xs.length + left;
  const low = (1 - across) * (values[at] ?? NaN) + across * (values[at + 1] ?? NaN);
  const high = (1 - across) * (values[at + xs.length] ?? NaN) + across * (values[at + xs.length + 1] ?? NaN);
  return (1 - up) * low + up * high;
}
