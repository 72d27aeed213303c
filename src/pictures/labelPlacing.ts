/** Finds free places for the words on a plot: beside their own curve, away from every other mark. */
import { textWidth } from './svg';
import type { Box, Point } from './svg';
import type { Run } from './curve';

export interface LabelRequest {
  readonly text: string;
  readonly fontSize: number;
  /** The part of the label's own curve beside which it may stand. */
  readonly own: readonly Run[];
  /** A label that says a value stands above or below the run that has it, never beside its end. */
  readonly along?: boolean;
}

export interface Surroundings {
  /** No label leaves this area. */
  readonly area: Box;
  /** Every curve, the label's own among them. */
  readonly curves: readonly Run[];
  /** Boxes that are taken: axis numbers and labels placed before. */
  readonly taken: readonly Box[];
  /** The zero lines, which a label may cross where nothing better is free. */
  readonly lines: readonly Run[];
}

/** Distances in px beyond which farther is no better, from words and from curves, and the least from a curve. */
const enough = 14;
const clear = 8;
const tooNear = 2.5;
/** Dense ripples are looked at coarsely. */
const mostMarks = 500;

/** The best box for the label, or nothing where no place keeps it off the curves and the other words. */
export function placeLabel(request: LabelRequest, surroundings: Surroundings): Box | undefined {
  const points = surroundings.curves.flatMap((run) => densified(run, Math.max(3, lengthOf(surroundings.curves) / mostMarks)));
  const lines = surroundings.lines.flatMap((run) => densified(run, 4));
  const own = request.own.flatMap((run) => densified(run, Math.max(7, (7 * lengthOf(request.own)) / mostMarks)));
  let best: { box: Box; score: number } | undefined;
  for (const box of candidates(request, own)) {
    const score = scoreOf(box, { points, lines, own }, surroundings, best?.score ?? -Infinity);
    if (score !== undefined) best = { box, score };
  }
  return best?.box;
}

function candidates({ text, fontSize, along, own: runs }: LabelRequest, own: readonly Point[]): Box[] {
  const [width, height] = [textWidth(text, fontSize), 1.1 * fontSize];
  const extent = { from: Math.min(...runs.flat().map(({ x }) => x)), to: Math.max(...runs.flat().map(({ x }) => x)) };
  const lefts = [width / 2, 4, width - 4];
  return own.flatMap(({ x, y }) => [3, 8, 13].flatMap((gap) => [
    ...lefts.map((left) => ({ x: x - left, y: y - gap - height, width, height })),
    ...lefts.map((left) => ({ x: x - left, y: y + gap, width, height })),
    ...(along ? [] : [
      { x: x + gap, y: y - height / 2, width, height },
      { x: x - gap - width, y: y - height / 2, width, height },
    ]),
  ])).filter((box) => !along || (box.x >= extent.from && box.x + width <= extent.to));
}

interface Marks {
  readonly points: readonly Point[];
  readonly lines: readonly Point[];
  readonly own: readonly Point[];
}

/** Undefined where the box may not stand, or cannot be better than `best`: told with as few distances as possible. */
function scoreOf(box: Box, { points, lines, own }: Marks, { area, taken }: Surroundings, best: number): number | undefined {
  const toEdge = Math.min(box.x - area.x, box.y - area.y, area.x + area.width - box.x - box.width, area.y + area.height - box.y - box.height);
  if (toEdge < 0) return undefined;
  const toTaken = Math.min(enough, ...taken.map((other) => gapBetween(box, other)));
  const room = 0.5 * toTaken + 0.2 * Math.min(toEdge, 10);
  if (toTaken < 2 || room + clear <= best) return undefined;
  const toCurves = nearest(points, box, tooNear);
  if (toCurves < tooNear) return undefined;
  const beside = nearest(own, box);
  const crossing = nearest(lines, box) === 0 ? 6 : 0;
  const score = Math.min(toCurves, clear) + room - 1.5 * Math.abs(beside - 4) - crossing;
  return score > best ? score : undefined;
}

/**
 * The distance from the box to the nearest point, or to any nearer than `stopBelow`; squared until the end, since
 * this is the inner loop.
 */
export function nearest(points: readonly Point[], box: Box, stopBelow = 0): number {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const stop = stopBelow === 0 ? 0 : 0.99 * stopBelow * stopBelow;
  let least = Infinity;
  for (const { x, y } of points) {
    const dx = x < box.x ? box.x - x : x > right ? x - right : 0;
    const dy = y < box.y ? box.y - y : y > bottom ? y - bottom : 0;
    const squared = dx * dx + dy * dy;
    if (squared < least) least = squared;
    if (least <= stop) break;
  }
  return Math.sqrt(least);
}

export function gapBetween(a: Box, b: Box): number {
  const dx = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0);
  const dy = Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0);
  return Math.hypot(dx, dy);
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.reduce((own, point, index) => {
    const next = run[index + 1];
    return next ? own + Math.hypot(next.x - point.x, next.y - point.y) : own;
  }, 0), 0);
}

export function densified(run: Run, spacing: number): Point[] {
  return run.flatMap((point, index) => {
    const next = run[index + 1];
    if (!next) return [point];
    const count = Math.max(1, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / spacing));
    return Array.from({ length: count }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / count,
      y: point.y + ((next.y - point.y) * step) / count,
    }));
  });
}
