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

interface AwayPlacement {
  readonly box: Box;
  /** From the curve to the words. */
  readonly leader: readonly [Point, Point];
}

const awayDistances = [22, 34, 48, 64, 90];

/** Free space farther off, tied to the curve by a line that crosses no other; for curves that leave no room beside them. */
export function placeAway(request: LabelRequest, { area, curves, taken }: Surroundings): AwayPlacement | undefined {
  const points = curves.flatMap((run) => densified(run, 4));
  const foreign = curves.filter((run) => !request.own.includes(run)).flatMap((run) => densified(run, 3));
  const own = request.own.flatMap((run) => densified(run, 12));
  const size = { width: textWidth(request.text, request.fontSize), height: 1.1 * request.fontSize };
  const isFree = (box: Box): boolean => isWithin(box, area) && nearest(points, box) >= 5 && taken.every((other) => gapBetween(box, other) >= 4);
  for (const distance of awayDistances) {
    for (const from of own) {
      const boxes = [-distance - size.height, distance].flatMap((dy) => [0.2, 0.8].map((share) => ({ x: from.x - share * size.width, y: from.y + dy, ...size })));
      const box = boxes.find((each) => isFree(each) && hasClearWay(from, each, foreign));
      if (box) return { box, leader: [from, nearestPoint(box, from)] };
    }
  }
  return leastCovering(size, { area, points, taken, own });
}

/** Where every place lies over a curve: the one that is farthest from all of them, clear of words at least. */
function leastCovering(size: { width: number; height: number }, { area, points, taken, own }: Crowd): AwayPlacement | undefined {
  const columns = Array.from({ length: 12 }, (_, i) => area.x + 2 + (i * (area.width - size.width - 4)) / 11);
  const rows = Array.from({ length: 12 }, (_, i) => area.y + 2 + (i * (area.height - size.height - 4)) / 11);
  const boxes = columns.flatMap((x) => rows.map((y) => ({ x, y, ...size }))).filter((box) => isWithin(box, area) && taken.every((other) => gapBetween(box, other) >= 2));
  const ranked = boxes.map((box) => ({ box, room: nearest(points, box) })).sort((a, b) => b.room - a.room);
  const box = ranked[0]?.box;
  const from = box && closest(own, box);
  return box && from && { box, leader: [from, nearestPoint(box, from)] };
}

interface Crowd extends Pick<Surroundings, 'area' | 'taken'> {
  readonly points: readonly Point[];
  readonly own: readonly Point[];
}

function closest(points: readonly Point[], box: Box): Point | undefined {
  const distances = points.map((point) => nearest([point], box));
  return points[distances.indexOf(Math.min(...distances))];
}

function isWithin(box: Box, area: Box): boolean {
  return box.x >= area.x && box.y >= area.y && box.x + box.width <= area.x + area.width && box.y + box.height <= area.y + area.height;
}

/** A leader that crosses another curve would tie the label to the wrong one. */
function hasClearWay(from: Point, box: Box, foreign: readonly Point[]): boolean {
  const to = nearestPoint(box, from);
  return [0, 0.25, 0.5, 0.75].every((share) => {
    const at = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y), width: 0, height: 0 };
    return nearest(foreign, at) >= 3;
  });
}

function nearestPoint(box: Box, { x, y }: Point): Point {
  return { x: Math.min(Math.max(x, box.x), box.x + box.width), y: Math.min(Math.max(y, box.y), box.y + box.height) };
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
