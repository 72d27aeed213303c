/** One curve less another, and where they are farthest apart. */
import { limit, type NumberFunction } from './jumps';
import type { PanelCurve } from './panelCurve';
import { landmarks } from './sampling';
import type { Range } from './scales';

/** f − g with its derivatives, as a curve of its own. */
export function differenceOf(f: PanelCurve, g: PanelCurve): PanelCurve {
  const less = (a: NumberFunction, b: NumberFunction): NumberFunction => (x) => a(x) - b(x);
  return {
    ...f,
    functions: {
      output: less(f.functions.output, g.functions.output),
      gradient: less(f.functions.gradient, g.functions.gradient),
      curvature: less(f.functions.curvature, g.functions.curvature),
    },
    otherGradient: undefined,
    kinks: [...new Set([...f.kinks, ...g.kinks])].sort((a, b) => a - b),
  };
}

export interface Farthest {
  /** The difference there, with its sign. */
  readonly value: number;
  /** Where it is that large, from left to right; more than one where the difference is symmetric. */
  readonly places: readonly number[];
  /** At an end of the range, beyond which it may grow. */
  readonly isAtEnd: boolean;
}

interface Candidate {
  readonly x: number;
  readonly value: number;
}

const steps = 960;
/** Values closer than this, in relation to the largest, are the same but for rounding. */
const rounding = 1e-9;

/** The largest |value| within the range, at a turning point, beside a kink or at an end. */
export function farthestIn({ functions: { output, gradient }, kinks }: PanelCurve, range: Range): Farthest | undefined {
  const inside = kinks.filter((kink) => kink > range.min && kink < range.max);
  const beside = inside.flatMap((x) => [limit(output, x, -1), limit(output, x, 1), output(x)].map((value) => ({ x, value })));
  const candidates = [...turningPoints(output, gradient, range, inside), ...beside, ...[range.min, range.max].map((x) => ({ x, value: output(x) }))]
    .filter(({ value }) => Number.isFinite(value));
  const [first] = candidates;
  if (!first) return undefined;
  const best = candidates.reduce((a, b) => (Math.abs(b.value) > Math.abs(a.value) * (1 + rounding) ? b : a), first);
  const equal = candidates.filter(({ value }) => Math.abs(value) >= Math.abs(best.value) * (1 - rounding)).map(({ x }) => x).sort((a, b) => a - b);
  const places = equal.filter((x, i) => i === 0 || x - (equal[i - 1] ?? x) > 1e-6 * Math.max(1, Math.abs(x)));
  return { value: best.value, places, isAtEnd: places.every((x) => x === range.min || x === range.max) };
}

/** Where the slope changes its sign between two stops, and the value has no smaller size than at both. */
function turningPoints(output: NumberFunction, gradient: NumberFunction, { min, max }: Range, kinks: readonly number[]): Candidate[] {
  const even = Array.from({ length: steps + 1 }, (_, i) => min + ((max - min) * i) / steps);
  const stops = [...new Set([...even, ...landmarks({ min, max }, (max - min) / steps), ...kinks])].sort((a, b) => a - b);
  return stops.slice(1).flatMap((to, i) => {
    const from = stops[i] ?? to;
    const x = rootBetween(gradient, from, to);
    return x === undefined ? [] : [{ x, value: output(x) }];
  });
}

function rootBetween(g: NumberFunction, from: number, to: number): number | undefined {
  const [before, after] = [g(from), g(to)];
  if (before === 0) return from;
  if (!(before * after < 0)) return undefined;
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (g(middle) * before > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
