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
