/** Lines of equal height over a grid of values, by marching squares with straight crossings. */
export interface Grid {
  /** Where the columns and the rows stand, in rising order. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row, as many as there are positions. */
  readonly values: Float64Array;
}

export type Position = readonly [number, number];

/** Each line runs from edge to edge of the grid or closes on itself; squares with a value that is not finite are left out. */
export function contour(grid: Grid, level: number): Position[][] {
  const next = new Map<string, Crossing>();
  const starts = new Map<string, Crossing>();
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    for (let column = 0; column + 1 < grid.xs.length; column++) {
      for (const [from, to] of segmentsOf(grid, level, column, row)) {
        next.set(from.edge, to);
        starts.set(from.edge, from);
      }
    }
  }
  return joined(starts, next);
}

/** A segment always runs with the higher side on its left, so that segments of neighbouring squares join head to tail. */
type Segment = readonly [Crossing, Crossing];

interface Crossing {
  readonly edge: string;
  readonly at: Position;
}

/** The sides of a square, from 0 below, against the clock. */
type Side = 0 | 1 | 2 | 3;

/** By which corners are above the level: bit 0 bottom left, 1 bottom right, 2 top right, 3 top left. */
const crossings: readonly (readonly (readonly [Side, Side])[])[] = [
  [], [[0, 3]], [[1, 0]], [[1, 3]], [[2, 1]], [[0, 3], [2, 1]], [[2, 0]], [[2, 3]],
  [[3, 2]], [[0, 2]], [[1, 0], [3, 2]], [[1, 2]], [[3, 1]], [[0, 1]], [[3, 0]], [],
];

function segmentsOf(grid: Grid, level: number, column: number, row: number): Segment[] {
  const { xs, ys, values } = grid;
  const width = xs.length;
  const at = (dx: number, dy: number) => values[(row + dy) * width + column + dx] ?? NaN;
  const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)] as const;
  if (!corners.every(Number.isFinite)) return [];
  const shape = corners.reduce((bits, value, i) => bits | (value > level ? 1 << i : 0), 0);
  const [left = 0, right = 0, low = 0, high = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
  const share = (a: number, b: number) => (level - a) / (b - a);
  const cross = (side: Side): Crossing => {
    const [a, b] = [corners[side], corners[((side + 1) % 4) as Side]];
    const s = side < 2 ? share(a, b) : share(b, a);
    if (side === 0 || side === 2) {
      return { edge: `h${column},${row + (side === 2 ? 1 : 0)}`, at: [left + s * (right - left), side === 2 ? high : low] };
    }
    return { edge: `v${column + (side === 1 ? 1 : 0)},${row}`, at: [side === 1 ? right : left, low + s * (high - low)] };
  };
  return (crossings[shape] ?? []).map(([from, to]) => [cross(from), cross(to)] as const);
}

function joined(starts: Map<string, Crossing>, next: Map<string, Crossing>): Position[][] {
  const ends = new Set([...next.values()].map(({ edge }) => edge));
  const open = [...starts.keys()].filter((edge) => !ends.has(edge));
  const lines: Position[][] = [];
  for (const first of [...open, ...starts.keys()]) {
    const start = starts.get(first);
    if (!start || !next.has(first)) continue;
    const line: Position[] = [start.at];
    for (let edge = first, to = next.get(edge); to; to = next.get(edge)) {
      next.delete(edge);
      line.push(to.at);
      edge = to.edge;
    }
    lines.push(line);
  }
  return lines;
}
