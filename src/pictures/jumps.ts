/** Jumps of a function, and what it does on either side of one. */

export type NumberFunction = (x: number) => number;

interface Jump {
  readonly x: number;
  /** The value that is returned at x itself. */
  readonly at: number;
  readonly left: number;
  readonly right: number;
}

const scanned = 24;
const step = 1 / 16;

/** The jump at a kink, or nothing where the function passes it without one. */
export function jumpAt(g: NumberFunction, x: number): Jump | undefined {
  const [left, right, at] = [limit(g, x, -1), limit(g, x, 1), g(x)];
  const size = 1e-5 * Math.max(1, Math.abs(left), Math.abs(right));
  const isJump = Math.abs(left - right) > size || Math.abs(at - left) > size && Math.abs(at - right) > size;
  return isJump ? { x, at, left, right } : undefined;
}

/** The limit from one side, read off close by and carried to the point along the slope there. */
export function limit(g: NumberFunction, x: number, side: 1 | -1): number {
  const distance = 1e-7 * Math.max(1, Math.abs(x));
  const [near, far] = [g(x + side * distance), g(x + 2 * side * distance)];
  const carried = 2 * near - far;
  return Number.isFinite(carried) ? carried : near;
}

/** Where a function jumps between −24 and 24, for functions that do not declare it. */
export function findJumps(g: NumberFunction): number[] {
  const jumps: number[] = [];
  for (let from = -scanned; from < scanned; from += step) {
    const x = closeIn(g, from, from + step);
    if (x !== undefined) jumps.push(x);
  }
  return [...new Set(jumps)];
}

/** Halves the interval on the side of the greater difference; a jump keeps its height, a slope loses it. */
function closeIn(g: NumberFunction, from: number, to: number): number | undefined {
  const height = Math.abs(g(to) - g(from));
  if (!(height > 1e-6)) return undefined;
  let [low, high] = [from, to];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const value = g(middle);
    if (Math.abs(value - g(low)) >= Math.abs(g(high) - value)) high = middle;
    else low = middle;
    if (Math.abs(g(high) - g(low)) < height / 4) return undefined;
  }
  return Math.round(((low + high) / 2) * 1e9) / 1e9 + 0;
}
