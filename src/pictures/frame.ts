/** Which part of a function is worth showing: its kinks, its bends and its bounds, and a little around them. */
import { length, limitAt } from './curve';
import type { Range } from './curve';

export interface Curve {
  readonly value: (x: number) => number;
  /** Where the curve or its gradient may jump. */
  readonly kinks: readonly number[];
  /** The bounds, where the curve has them; infinite where it grows without limit. */
  readonly bounds: Range;
}

const halfWidths = [3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60, 100, 200, 500, 1000];
/** A gradient that has not settled by here never will in a picture of this size. */
const widestForTails = 6;
const widestBends = 12;
/** A kink beyond this would leave nothing else to be seen. */
const farthestKink = 800;

/** The x axis for a function and its gradient, from at most −3 to at least 3 unless it oscillates faster. */
export function horizontalRange(f: Curve, slope: Curve): Range {
  const kinks = visibleJumps(slope).concat(visibleJumps(f));
  const range = {
    from: -smallestHalfWidth(slope, -1, kinks),
    to: smallestHalfWidth(slope, 1, kinks),
  };
  const balanced = { from: Math.min(range.from, -range.to / 3), to: Math.max(range.to, -range.from / 3) };
  return kinks.some((kink) => kink !== 0) ? wholeEnds(balanced) : withFewBends(slope.value, wholeEnds(balanced));
}

/** The y axis: bounded parts whole, unbounded growth cut where it says nothing new; zero always in view. */
export function verticalRange(curves: readonly Curve[], x: Range): Range {
  const cap = 0.8 * Math.max(-x.from, x.to, 1);
  const extremes = curves.map((curve) => extremesIn(curve, x, cap));
  const from = Math.min(0, ...extremes.map((extreme) => extreme.from));
  const to = Math.max(0, ...extremes.map((extreme) => extreme.to));
  const margin = 0.07 * Math.max(to - from, 1e-6);
  return { from: from - margin, to: to + margin };
}

/** Kinks at which the curve really jumps, by more than the eye forgives. */
export function visibleJumps({ value, kinks }: Curve): number[] {
  return kinks.filter((kink) => {
    if (Math.abs(kink) > farthestKink) return false;
    const [before, after] = [limitAt(value, kink, 'left'), limitAt(value, kink, 'right')];
    return Math.abs(after - before) > 2e-3 * Math.max(1e-3, Math.abs(before), Math.abs(after));
  });
}

/** Round numbers for an axis: at most `most`, without the ends' crowding. */
export function ticks(range: Range, most: number): number[] {
  const rough = length(range) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(range.from / step);
  const count = Math.floor(range.to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The nearest end on one side with the kinks well inside and the gradient settled. */
function smallestHalfWidth(slope: Curve, side: 1 | -1, kinks: readonly number[]): number {
  const farthest = Math.max(0, ...kinks.map((kink) => side * kink));
  const span = length(extremesIn(slope, { from: -widestForTails, to: widestForTails }, Infinity));
  const settled = (width: number): boolean => {
    const change = Math.abs(slope.value(side * width) - slope.value(2 * side * width));
    return !(change > 0.1 * span) || width >= widestForTails;
  };
  const growsFreely = !(Math.abs(slope.value(side * 30)) <= 4 * Math.max(span, 1));
  return halfWidths.find((width) => width >= 1.25 * farthest && (growsFreely || settled(width))) ?? 1.25 * farthest;
}

/** A faster ripple is shown by a few of its periods; the range grows from tiny, since a wide mesh would miss them. */
function withFewBends(slope: (x: number) => number, range: Range): Range {
  if (bends(slope, range, 640) <= widestBends / 2) return range;
  let shown = scaled(range, 2 ** -24);
  while (length(shown) < length(range) && bends(slope, scaled(shown, 2), 100) <= widestBends) shown = scaled(shown, 2);
  return length(shown) < length(range) ? { from: oneDigit(shown.from), to: oneDigit(shown.to) } : range;
}

function scaled({ from, to }: Range, factor: number): Range {
  return { from: factor * from, to: factor * to };
}

/** How often the gradient turns, on a mesh of `count` steps. */
function bends(slope: (x: number) => number, { from, to }: Range, count: number): number {
  let [turns, direction, last] = [0, 0, slope(from)];
  for (let index = 1; index <= count; index += 1) {
    const next = slope(from + ((to - from) * index) / count);
    const towards = Math.abs(next - last) < 1e-12 ? direction : Math.sign(next - last);
    if (direction !== 0 && towards !== direction) turns += 1;
    [direction, last] = [towards, next];
  }
  return turns;
}

function extremesIn(curve: Curve, x: Range, cap: number): Range {
  const count = 240;
  const values = Array.from({ length: count + 1 }, (_, index) => curve.value(x.from + (length(x) * index) / count))
    .concat(curve.kinks.filter((kink) => kink >= x.from && kink <= x.to).map(curve.value))
    .filter(Number.isFinite);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  return {
    from: Number.isFinite(curve.bounds.from) ? lowest : Math.max(lowest, -cap),
    to: Number.isFinite(curve.bounds.to) ? highest : Math.min(highest, cap),
  };
}

function wholeEnds({ from, to }: Range): Range {
  return { from: Math.floor(from), to: Math.ceil(to) };
}

function oneDigit(x: number): number {
  return Number(x.toPrecision(1));
}
