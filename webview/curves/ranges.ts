/** Which part of the plane the plot shows when nobody has zoomed, and where its numbers stand. */
import type { Family } from '../../src/activations/activation';
import type { Drawn, Panel } from './drawn';
import { limit } from './jumps';
import { memoWith } from '../memo';
import type { Range } from '../state';

const wide: Range = { min: -5, max: 5 };
const rectified: Range = { min: -5, max: 3 };

const familyRanges: Readonly<Record<Family, Range>> = {
  linear: { min: -3, max: 3 }, threshold: { min: -3, max: 3 }, rectifier: rectified, exponential: rectified, gaussian: rectified,
  'self-gated': rectified, smooth: rectified, sigmoidal: wide, shrinkage: { min: -3, max: 3 }, periodic: wide,
  integral: rectified, normalised: wide, gated: { min: -5, max: 5 }, radial: { min: -4, max: 4 },
};

/** Wide enough for every function and for its kinks, so that what makes it itself is in view. */
export function fittingRange(drawn: readonly Drawn[]): Range {
  const ranges = drawn.map(rangeOf);
  if (ranges.length === 0) return rectified;
  return { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) };
}

function rangeOf({ family, kinks }: Drawn): Range {
  const { min, max } = familyRanges[family];
  const near = kinks.filter((kink) => Math.abs(kink) <= 50);
  const [low, high] = [Math.min(...near, Infinity), Math.max(...near, -Infinity)];
  return {
    min: low < min + 1 ? Math.floor(low - 2) : min,
    max: high > max - 1 ? Math.ceil(high + 2) : max,
  };
}

/** Zooms by a factor around a point that stays where it is. */
export function zoomed({ min, max }: Range, factor: number, around: number): Range {
  const next = { min: around - (around - min) * factor, max: around + (max - around) * factor };
  const width = next.max - next.min;
  return width < 1e-6 || width > 1e6 ? { min, max } : next;
}

export function shifted({ min, max }: Range, by: number): Range {
  return { min: min + by, max: max + by };
}

/** The heights the curves reach, with room for labels and for the bell of the inputs. */
export function heightsOf(drawn: readonly Drawn[], panel: Panel, x: Range): Range {
  const reached = drawn.map((curve) => reachOf(curve, { panel, x })).filter(({ min, max }) => min <= max);
  const min = Math.min(0, ...reached.map((reach) => reach.min));
  const max = Math.max(...reached.map((reach) => reach.max), min);
  const grain = niceStep((max - min || 1) / 10);
  const rounded = { min: Math.floor(min / grain + 1e-6) * grain, max: Math.ceil(max / grain - 1e-6) * grain };
  const span = rounded.max - rounded.min || 2;
  const room = panel === 'output' ? { below: 0.105, above: 0.012 } : { below: 0.13, above: 0.2 };
  return { min: rounded.min - room.below * span, max: rounded.max + room.above * span };
}

const reachOf = memoWith(({ functions, kinks }: Drawn, { panel, x }: { panel: Panel; x: Range }): Range => {
  const g = functions[panel];
  const even = Array.from({ length: 241 }, (_, i) => g(x.min + ((x.max - x.min) * i) / 240));
  const beside = kinks.filter((kink) => kink > x.min && kink < x.max).flatMap((kink) => [limit(g, kink, -1), limit(g, kink, 1), g(kink)]);
  const finite = [...even, ...beside].filter(Number.isFinite);
  return { min: Math.min(...finite), max: Math.max(...finite) };
});

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
