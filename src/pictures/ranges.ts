/** Which part of the plane a plot shows when nobody has zoomed, and where its numbers stand. */
import type { Family } from '../activations/activation';
import { limit } from './jumps';
import type { Panel, PanelCurve } from './panelCurve';

export interface Range {
  readonly min: number;
  readonly max: number;
}

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

/** The heights that curves which reach this far need, with room for labels and for the bell of the inputs. */
export function heightsFor(panel: Panel, reaches: readonly Range[]): Range {
  const reached = reaches.filter(({ min, max }) => min <= max);
  const min = Math.min(0, ...reached.map((reach) => reach.min));
  const max = Math.max(...reached.map((reach) => reach.max), min);
  const grain = niceStep((max - min || 1) / 10);
  const rounded = { min: Math.floor(min / grain + 1e-6) * grain, max: Math.ceil(max / grain - 1e-6) * grain };
  const span = rounded.max - rounded.min || 2;
  const room = panel === 'output' ? { below: 0.105, above: 0.012 } : { below: 0.13, above: 0.2 };
  return { min: rounded.min - room.below * span, max: rounded.max + room.above * span };
}

/** How low and how high a curve goes; from ∞ to −∞ where it has no value at all. */
export function reachOf({ functions, kinks }: PanelCurve, panel: Panel, x: Range): Range {
  const g = functions[panel];
  const even = Array.from({ length: 241 }, (_, i) => g(x.min + ((x.max - x.min) * i) / 240));
  const beside = kinks.filter((kink) => kink > x.min && kink < x.max).flatMap((kink) => [limit(g, kink, -1), limit(g, kink, 1), g(kink)]);
  const finite = [...even, ...beside].filter(Number.isFinite);
  const reach = { min: Math.min(...finite), max: Math.max(...finite) };
  return beside.some((y) => Math.abs(y) > poleHeight) ? withoutPoles(even, reach) : reach;
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

/** The smallest of 1, 2 and 5 times a power of ten that is not below the size. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= size * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Round numbers within the range, at least `spacing` pixels apart and at most eleven. */
export function ticksIn({ min, max }: Range, pixels: number, spacing: number): number[] {
  const count = Math.min(10, Math.max(1, pixels / spacing));
  const step = niceStep((max - min) / count);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
