/** Functions that are made of pieces, and the intervals that describe them. */
import type { Interval } from './activation';

export const real: Interval = { from: -Infinity, to: Infinity, closed: 'neither' };

/** One value up to and at the edge, another beyond it, and NaN for NaN. */
export function stepAt(edge: number, x: number, upTo: number, beyond: number): number {
  if (x > edge) return beyond;
  return x <= edge ? upTo : NaN;
}

/** One value between the edges, another at and outside them, and NaN for NaN. */
export function between(from: number, to: number, x: number, inside: number, outside: number): number {
  if (x > from && x < to) return inside;
  return x <= from || x >= to ? outside : NaN;
}

/** The derivative of a straight line, which has nothing to say but must not lose a NaN. */
export function constant(x: number, value: number): number {
  return Number.isNaN(x) ? NaN : value;
}

/** A line through 0, also at infinity, where 0 · ∞ is NaN. */
export function line(slope: number, x: number): number {
  return slope === 0 ? constant(x, 0) : slope * x;
}

/** The smallest interval that holds both numbers. */
export function hull(a: number, b: number): Interval {
  return { from: Math.min(a, b), to: Math.max(a, b), closed: 'both' };
}

/** Where a continuous function changes its sign between two points. */
export function rootBetween(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rises = f(high) > f(low);
  for (let i = 0; i < 200; i++) {
    const middle = low + (high - low) / 2;
    if (f(middle) > 0 === rises) high = middle;
    else low = middle;
  }
  return high;
}

/** The zeros of a continuous function that has at most one between each two neighbours of the cuts. */
export function rootsBetween(f: (x: number) => number, cuts: readonly number[]): number[] {
  const atCuts = cuts.filter((cut) => f(cut) === 0);
  const crossings = cuts.slice(1).flatMap((to, i) => {
    const from = cuts[i] ?? to;
    return f(from) * f(to) < 0 ? [rootBetween(f, from, to)] : [];
  });
  return [...atCuts, ...crossings].sort((a, b) => a - b);
}
