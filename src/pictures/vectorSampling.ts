/** Points along the outputs of a function of a vector, computed together, as dense as the one that bends most asks for. */

export interface VectorPoint {
  /** Where along the axis, from 0 to 1. */
  readonly share: number;
  /** Not numbers where the lines have to break. */
  readonly values: readonly number[];
}

interface VectorWindow {
  /** The width of the axis, and the height of one unit, in pixels. */
  readonly width: number;
  readonly perUnit: number;
  /** Where an output may bend or jump. */
  readonly kinks: readonly number[];
}

/** Greatest distance in pixels between a curve and the line drawn for it. */
const tolerance = 0.2;
const coarse = 14;
const deepest = 6;
/** How far on either side of a kink the outputs are looked at. */
const beside = 1e-7;

export function sampleTogether(f: (share: number) => readonly number[], window: VectorWindow): VectorPoint[] {
  const kinks = window.kinks.filter((share) => share > beside && share < 1 - beside);
  const edges = [...new Set([0, ...kinks, 1])].sort((a, b) => a - b);
  const pointAt = (share: number): VectorPoint => ({ share, values: f(share) });
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? 0;
    const start = pointAt(from === 0 ? 0 : from + beside);
    const end = pointAt(to === 1 ? 1 : to - beside);
    const points = section(pointAt, start, end, window);
    return i > 0 ? [...breakAt(pointAt(from - beside), start), ...points] : points;
  });
}

/** A point without values where an output jumps; its line must not run across. */
function breakAt(before: VectorPoint, after: VectorPoint): VectorPoint[] {
  const jumps = before.values.map((value, i) => Math.abs(value - (after.values[i] ?? NaN)) > 1e-4);
  return jumps.some(Boolean) ? [{ share: after.share, values: before.values.map((value, i) => (jumps[i] ? NaN : value)) }] : [];
}

function section(pointAt: (share: number) => VectorPoint, start: VectorPoint, end: VectorPoint, window: VectorWindow): VectorPoint[] {
  const steps = Math.max(1, Math.ceil(((end.share - start.share) * window.width) / coarse));
  const points = [start];
  let before = start;
  for (let i = 1; i <= steps; i++) {
    const next = i === steps ? end : pointAt(start.share + ((end.share - start.share) * i) / steps);
    refine(pointAt, before, next, window.perUnit, deepest, points);
    points.push(next);
    before = next;
  }
  return points;
}

function refine(pointAt: (share: number) => VectorPoint, from: VectorPoint, to: VectorPoint, perUnit: number, depth: number, points: VectorPoint[]): void {
  if (depth === 0) return;
  const middle = pointAt((from.share + to.share) / 2);
  const isStraight = middle.values.every((value, i) => !(Math.abs(value - ((from.values[i] ?? NaN) + (to.values[i] ?? NaN)) / 2) * perUnit > tolerance));
  if (isStraight) return;
  refine(pointAt, from, middle, perUnit, depth - 1, points);
  points.push(middle);
  refine(pointAt, middle, to, perUnit, depth - 1, points);
}
