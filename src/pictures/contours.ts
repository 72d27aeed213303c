/**
 * Lines of equal height over a grid of values, by marching squares. Within a square the values are taken as bilinear;
 * where a line cuts off a corner it also passes the point that it has on the diagonal there, so that it keeps to the
 * sides where the corner's neighbours are as high as the line.
 */
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
  const next = new Map<string, Segment>();
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    for (let column = 0; column + 1 < grid.xs.length; column++) {
      if (!isCrossed(grid, level, column, row)) continue;
      for (const segment of segmentsOf(grid, level, column, row)) next.set(segment.from.edge, segment);
    }
  }
  return joined(next);
}

/** A segment always runs with the higher side on its left, so that segments of neighbouring squares join head to tail. */
interface Segment {
  readonly from: Crossing;
  readonly to: Crossing;
  readonly via: Position | undefined;
}

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

/** Most squares lie wholly on one side of the level; they are passed by without a thought. */
function isCrossed({ xs, values }: Grid, level: number, column: number, row: number): boolean {
  const at = row * xs.length + column;
  const isAbove = (values[at] ?? NaN) > level;
  return (values[at + 1] ?? NaN) > level !== isAbove || (values[at + xs.length] ?? NaN) > level !== isAbove || (values[at + xs.length + 1] ?? NaN) > level !== isAbove;
}

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
  const place = ([s, t]: Position): Position => [left + s * (right - left), low + t * (high - low)];
  return (crossings[shape] ?? []).map((sides) => {
    const corner = cornerBetween(sides);
    return { from: cross(sides[0]), to: cross(sides[1]), via: corner === undefined ? undefined : place(onDiagonal(corners, corner, level)) };
  });
}

type Corners = readonly [number, number, number, number];

/** The corner that a line between two sides cuts off; none where the sides face each other. */
function cornerBetween([from, to]: readonly [Side, Side]): Side | undefined {
  if ((from + to) % 2 === 0) return undefined;
  return from + to === 3 && from * to === 0 ? 0 : (Math.max(from, to) as Side);
}

const unit: readonly Position[] = [[0, 0], [1, 0], [1, 1], [0, 1]];

/** Where the bilinear values reach the level between a corner and the one across, as shares of the square. */
function onDiagonal(corners: Corners, corner: Side, level: number): Position {
  const [own, opposite] = [unit[corner] ?? [0, 0], unit[(corner + 2) % 4] ?? [0, 0]];
  const at = (u: number): Position => [opposite[0] + u * (own[0] - opposite[0]), opposite[1] + u * (own[1] - opposite[1])];
  const isAbove = corners[corner] > level;
  let [low, high] = [0, 1];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if ((bilinear(corners, at(middle)) > level) === isAbove) high = middle;
    else low = middle;
  }
  return at(high);
}

function bilinear([a, b, c, d]: Corners, [s, t]: Position): number {
  return (1 - t) * ((1 - s) * a + s * b) + t * ((1 - s) * d + s * c);
}

function joined(next: Map<string, Segment>): Position[][] {
  const ends = new Set([...next.values()].map(({ to }) => to.edge));
  const open = [...next.keys()].filter((edge) => !ends.has(edge));
  const lines: Position[][] = [];
  for (const first of [...open, ...next.keys()]) {
    const start = next.get(first);
    if (!start) continue;
    const line: Position[] = [start.from.at];
    for (let segment: Segment | undefined = start; segment; segment = next.get(segment.to.edge)) {
      next.delete(segment.from.edge);
      if (segment.via) line.push(segment.via);
      line.push(segment.to.at);
    }
    lines.push(line);
  }
  return lines;
}
