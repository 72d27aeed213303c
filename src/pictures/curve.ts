/** Curves as runs of points: never a line across a jump, never more points than the eye can tell apart. */
import type { Point } from './svg';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The part of the plane that is shown and the pixels that show it; y grows upwards outside, downwards inside. */
export interface Viewport {
  readonly x: Range;
  readonly y: Range;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Run = readonly Point[];

export function toPixels(view: Viewport, { x, y }: Point): Point {
  return {
    x: view.left + ((x - view.x.from) / length(view.x)) * view.width,
    y: view.top + ((view.y.to - y) / length(view.y)) * view.height,
  };
}

/** The curve of `f` in pixels, cut where it leaves the viewport and broken at each of `jumps`. */
export function curveIn(view: Viewport, f: (x: number) => number, jumps: readonly number[]): Run[] {
  return between(view.x, jumps).flatMap((part) => runsThrough(view, sample(f, part, Math.ceil((2 * view.width * length(part)) / length(view.x)))));
}

/** The line through points that are dense enough, in pixels; broken where one has no value. */
export function runsThrough(view: Viewport, points: readonly Point[]): Run[] {
  return finiteRuns(points)
    .flatMap((run) => insideRuns(run, view.y))
    .map((run) => simplified(run.map((point) => toPixels(view, point)), 0.12))
    .filter((run) => run.length > 1);
}

/** The value just beside `x`: what a curve tends to on that side of a jump. */
export function limitAt(f: (x: number) => number, x: number, side: 'left' | 'right'): number {
  const step = 1e-9 * Math.max(1, Math.abs(x));
  return f(side === 'left' ? x - step : x + step);
}

function between(range: Range, jumps: readonly number[]): Range[] {
  const inside = jumps.filter((jump) => jump > range.from && jump < range.to).sort((a, b) => a - b);
  const ends = [range.from, ...inside, range.to];
  return ends.slice(1).map((to, index) => ({ from: ends[index] ?? range.from, to }));
}

/** Evenly spaced points; the first and last stand at the ends but take the limits from inside the part. */
function sample(f: (x: number) => number, part: Range, count: number): Point[] {
  const steps = Math.max(2, count);
  return Array.from({ length: steps + 1 }, (_, index) => {
    const x = part.from + (length(part) * index) / steps;
    if (index === 0) return { x, y: limitAt(f, x, 'right') };
    if (index === steps) return { x, y: limitAt(f, x, 'left') };
    return { x, y: f(x) };
  });
}

function finiteRuns(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (Number.isFinite(point.y)) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Cuts a run at the lower and upper edge, with the crossing points as new ends. */
function insideRuns(points: readonly Point[], y: Range): Point[][] {
  const runs: Point[][] = [];
  points.slice(1).forEach((end, index) => {
    const start = points[index] ?? end;
    const piece = clipped(start, end, y);
    if (!piece) return;
    const last = runs.at(-1)?.at(-1);
    if (last && last.x === piece[0].x && last.y === piece[0].y) runs.at(-1)?.push(piece[1]);
    else runs.push([...piece]);
  });
  return runs;
}

function clipped(a: Point, b: Point, y: Range): readonly [Point, Point] | undefined {
  if (Math.max(a.y, b.y) < y.from || Math.min(a.y, b.y) > y.to) return undefined;
  return [nearerEdge(a, b, y), nearerEdge(b, a, y)];
}

/** `point`, or where the line from it to `other` enters the range. */
function nearerEdge(point: Point, other: Point, y: Range): Point {
  const edge = Math.min(Math.max(point.y, y.from), y.to);
  if (edge === point.y) return point;
  return { x: point.x + ((edge - point.y) / (other.y - point.y)) * (other.x - point.x), y: edge };
}

/** Ramer, Douglas and Peucker: drops every point that lies within `tolerance` of the line without it. */
function simplified(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  let [farthest, distance] = [0, 0];
  points.forEach((point, index) => {
    const away = distanceToLine(point, first, last);
    if (away > distance) [farthest, distance] = [index, away];
  });
  if (distance <= tolerance) return [first, last];
  const head = simplified(points.slice(0, farthest + 1), tolerance);
  return [...head.slice(0, -1), ...simplified(points.slice(farthest), tolerance)];
}

function distanceToLine(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const norm = Math.hypot(dx, dy);
  if (norm === 0) return Math.hypot(point.x - a.x, point.y - a.y);
  return Math.abs(dx * (point.y - a.y) - dy * (point.x - a.x)) / norm;
}

export function length(range: Range): number {
  return range.to - range.from;
}
