/** The lowest point of an error, by the simplex of Nelder and Mead: few parameters, and no derivative needed. */
type Point = readonly number[];

interface Corner {
  readonly point: Point;
  readonly error: number;
}

const mostSteps = 160;

export function leastSquares(errorAt: (point: Point) => number, start: Point, steps: readonly number[]): Point {
  const corner = (point: Point): Corner => ({ point, error: errorAt(point) });
  let simplex = [start, ...start.map((_, i) => start.map((value, place) => (place === i ? value + inside(errorAt, start, i, steps[i] ?? 0) : value)))].map(corner);
  for (let step = 0; step < mostSteps; step++) {
    simplex = [...simplex].sort((a, b) => a.error - b.error);
    const [best, worst] = [simplex[0], simplex.at(-1)];
    if (!best || !worst || worst.error - best.error <= 1e-15 * best.error) break;
    simplex = stepped(simplex, worst, best, corner);
  }
  return [...simplex].sort((a, b) => a.error - b.error)[0]?.point ?? start;
}

/** A step that stays where the error is known, else the one back. */
function inside(errorAt: (point: Point) => number, start: Point, i: number, step: number): number {
  const moved = start.map((value, place) => (place === i ? value + step : value));
  return Number.isFinite(errorAt(moved)) ? step : -step;
}

function stepped(simplex: readonly Corner[], worst: Corner, best: Corner, corner: (point: Point) => Corner): Corner[] {
  const rest = simplex.slice(0, -1);
  const centre = worst.point.map((_, i) => rest.reduce((sum, { point }) => sum + (point[i] ?? 0), 0) / rest.length);
  const along = (by: number): Corner => corner(centre.map((middle, i) => middle + by * ((worst.point[i] ?? 0) - middle)));
  const reflected = along(-1);
  if (reflected.error < best.error) {
    const expanded = along(-2);
    return [...rest, expanded.error < reflected.error ? expanded : reflected];
  }
  if (reflected.error < (rest.at(-1)?.error ?? Infinity)) return [...rest, reflected];
  const contracted = along(reflected.error < worst.error ? -0.5 : 0.5);
  if (contracted.error < Math.min(reflected.error, worst.error)) return [...rest, contracted];
  return simplex.map(({ point }) => corner(point.map((value, i) => ((best.point[i] ?? 0) + value) / 2)));
}
