/** Which part of the plane a plot shows when nobody has zoomed, and where its numbers stand. */
import type { Family } from '../activations/activation';
import { limit } from './jumps';
import type { Panel, PanelCurve } from './panelCurve';
import { landmarks } from './sampling';
import { scaleFor, type Range, type Room, type Scale, type ScaleKind } from './scales';

export { niceStep, ticksIn, type Range } from './scales';

const wide: Range = { min: -5, max: 5 };
const rectified: Range = { min: -5, max: 3 };

const familyRanges: Readonly<Record<Family, Range>> = {
  linear: { min: -3, max: 3 }, threshold: { min: -3, max: 3 }, rectifier: rectified, exponential: rectified, gaussian: rectified,
  'self-gated': rectified, smooth: rectified, sigmoidal: wide, shrinkage: { min: -3, max: 3 }, periodic: wide,
  integral: rectified, normalised: wide, gated: { min: -5, max: 5 }, radial: { min: -4, max: 4 },
};

/** Kinks that repeat again and again are seen well enough in any range. */
const mostKinks = 8;

/** Wide enough for every function and for its kinks, so that what makes it itself is in view. */
export function fittingRange(curves: readonly PanelCurve[]): Range {
  const ranges = curves.map(rangeOf);
  if (ranges.length === 0) return rectified;
  return { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) };
}

function rangeOf({ family, kinks }: PanelCurve): Range {
  const { min, max } = familyRanges[family];
  const near = kinks.length > mostKinks ? [] : kinks.filter((kink) => Math.abs(kink) <= 50);
  const [low, high] = [Math.min(...near, Infinity), Math.max(...near, -Infinity)];
  return {
    min: low < min + 1 ? Math.floor(low - 2) : min,
    max: high > max - 1 ? Math.ceil(high + 2) : max,
  };
}

interface Reach extends Range {
  /** Where a logarithm may begin: below nearly all positive values, but not at a zero that is only passed. */
  readonly lowestPositive: number;
}

const rooms: Readonly<Record<Panel, Room>> = {
  output: { below: 0.105, above: 0.012 }, gradient: { below: 0.13, above: 0.28 }, curvature: { below: 0.13, above: 0.2 },
};

/**
 * The heights that curves which reach this far need, with room for labels and for the bell of the inputs. A logarithm
 * of which no curve has a positive value becomes an even scale.
 */
export function heightsFor(panel: Panel, reaches: readonly Reach[], kind: ScaleKind = 'linear'): Scale {
  const reached = reaches.filter(({ min, max }) => min <= max);
  const lowest = Math.min(...reached.map(({ lowestPositive }) => lowestPositive));
  const min = Math.min(0, ...reached.map((reach) => reach.min));
  const max = Math.max(...reached.map((reach) => reach.max), min);
  if (kind === 'log' && lowest <= max) return scaleFor('log', { min: lowest, max }, rooms[panel]);
  return scaleFor(kind === 'log' ? 'linear' : kind, { min, max }, rooms[panel]);
}

/** How low and how high a curve goes; from ∞ to −∞ where it has no value at all. */
export function reachOf({ functions, kinks }: PanelCurve, panel: Panel, x: Range): Reach {
  const g = functions[panel];
  const even = Array.from({ length: 241 }, (_, i) => g(x.min + ((x.max - x.min) * i) / 240));
  const narrow = landmarks(x, (x.max - x.min) / 240).map(g);
  const beside = kinks.filter((kink) => kink > x.min && kink < x.max).flatMap((kink) => [limit(g, kink, -1), limit(g, kink, 1), g(kink)]);
  const finite = [...even, ...narrow, ...beside].filter(Number.isFinite);
  const reach = { min: Math.min(...finite), max: Math.max(...finite) };
  const shown = beside.some((y) => Math.abs(y) > poleHeight) ? withoutPoles(even, reach) : reach;
  return { ...shown, lowestPositive: lowestPositive(even) };
}

/** No activation jumps so high: what does beside a kink goes to infinity there. */
const poleHeight = 1e5;

/** What most of the curve needs, and a little more, so that the way to infinity does not press all else flat. */
function withoutPoles(even: readonly number[], { min, max }: Range): Range {
  const sorted = even.filter(Number.isFinite).sort((a, b) => a - b);
  const [low = min, high = max] = [sorted[Math.floor(0.06 * sorted.length)], sorted[Math.floor(0.94 * sorted.length)]];
  const room = 0.25 * (high - low);
  return { min: Math.max(min, low - room), max: Math.min(max, high + room) };
}

function lowestPositive(even: readonly number[]): number {
  const positive = even.filter((value) => value > 0 && value < Infinity).sort((a, b) => a - b);
  const typical = positive[Math.floor(positive.length / 25)] ?? Infinity;
  return Math.min(typical, ...[even[0] ?? 0, even.at(-1) ?? 0].filter((value) => value > 0));
}
