/** Points along a curve, as dense as its bends ask for, so that the drawn line is true to a fraction of a pixel. */
import { jumpAt, limit, type Jump } from '../../src/pictures/jumps';
import type { NumberFunction } from './drawn';
import type { Range } from '../state';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Sampling {
  readonly points: readonly Point[];
  readonly jumps: readonly Jump[];
}

/** The part of the plane that is seen, and how many pixels it takes. */
export interface Window {
  readonly x: Range;
  readonly y: Range;
  readonly width: number;
  readonly height: number;
}

/** Greatest distance in pixels between the curve and the line drawn for it. */
const tolerance = 0.15;
/** First spacing in pixels: close enough that no bend hides between two points. */
const coarse = 10;
const deepest = 7;

interface Canvas {
  readonly g: NumberFunction;
  readonly perX: number;
  readonly perY: number;
  readonly low: number;
  readonly high: number;
}

/** Samples between kinks; at a jump the line is broken by a point without a value. */
export function sample(g: NumberFunction, window: Window, kinks: readonly number[]): Sampling {
  const { min, max } = window.x;
  const inside = kinks.filter((kink) => kink >= min && kink <= max);
  const jumps = inside.flatMap((kink) => jumpAt(g, kink) ?? []);
  const edges = [...new Set([min, ...inside, max])].sort((a, b) => a - b);
  const canvas = canvasOf(g, window);
  const points = edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? to;
    const breaks = i > 0 && jumps.some(({ x }) => x === from);
    return [...(breaks ? [{ x: from, y: NaN }] : []), ...section(canvas, from, to, inside)];
  });
  return { points, jumps };
}

function canvasOf(g: NumberFunction, { x, y, width, height }: Window): Canvas {
  const span = y.max - y.min;
  return { g, perX: width / (x.max - x.min), perY: height / span, low: y.min - 8 * span, high: y.max + 8 * span };
}

function section(canvas: Canvas, from: number, to: number, kinks: readonly number[]): Point[] {
  const steps = Math.max(1, Math.ceil(((to - from) * canvas.perX) / coarse));
  const start = endPoint(canvas, from, 1, kinks);
  const points: Point[] = [start];
  let before = start;
  for (let i = 1; i <= steps; i++) {
    const next = i === steps ? endPoint(canvas, to, -1, kinks) : pointAt(canvas, from + ((to - from) * i) / steps);
    refine(canvas, before, next, deepest, points);
    points.push(next);
    before = next;
  }
  return points;
}

/** At a kink the line runs to the limit from its own side, not to the value at the kink. */
function endPoint(canvas: Canvas, x: number, side: 1 | -1, kinks: readonly number[]): Point {
  return kinks.includes(x) ? { x, y: clamped(canvas, limit(canvas.g, x, side)) } : pointAt(canvas, x);
}

function refine(canvas: Canvas, from: Point, to: Point, depth: number, points: Point[]): void {
  if (depth === 0 || isStraight(canvas, from, to)) return;
  const middle = pointAt(canvas, (from.x + to.x) / 2);
  refine(canvas, from, middle, depth - 1, points);
  points.push(middle);
  refine(canvas, middle, to, depth - 1, points);
}

/** Two probes at uneven places, so that a wave cannot fool both. */
function isStraight(canvas: Canvas, from: Point, to: Point): boolean {
  return [0.5, 0.29].every((share) => {
    const probe = pointAt(canvas, from.x + share * (to.x - from.x));
    const chord = from.y + share * (to.y - from.y);
    return !(Math.abs(probe.y - chord) * canvas.perY > tolerance);
  });
}

function pointAt(canvas: Canvas, x: number): Point {
  return { x, y: clamped(canvas, canvas.g(x)) };
}

/** Far outside the panel the exact height does not show, and a canvas cannot draw 1e300. */
function clamped({ low, high }: Canvas, y: number): number {
  return Math.min(high, Math.max(low, y));
}
