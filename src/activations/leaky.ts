/** Rectifiers that let negative inputs through with a slope: given, learned or drawn at random. */
import type { ScalarProperties } from './activation';
import { hull, real, stepAt } from './pieces';

export function leaky(x: number, slope: number): number {
  if (x > 0) return x;
  return slope === 0 && x <= 0 ? 0 : slope * x;
}

export function leakySlope(x: number, slope: number): number {
  return stepAt(0, x, slope, 1);
}

export function leakyProperties(slope: number): ScalarProperties {
  const straight = slope === 1;
  return {
    range: slope > 0 ? real : { from: 0, to: Infinity, closed: 'left' },
    gradientRange: hull(slope, 1),
    monotonic: slope > 0 ? 'increasing' : slope === 0 ? 'non-decreasing' : 'no',
    smoothness: straight ? Infinity : 0,
    zeroCentred: straight,
    saturates: slope === 0 ? 'left' : 'neither',
    kinks: straight ? [] : [0],
    fixedPoints: straight ? 'all' : 'non-negative',
  };
}
