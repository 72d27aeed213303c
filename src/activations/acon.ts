/** ACON-C, x (p₁ σ(z) + p₂ σ(-z)) with z = β (p₁ - p₂) x: a smooth maximum of the lines p₁x and p₂x. */
import type { Interval, NumberParameter, ScalarProperties } from './activation';
import { blendSlope, timesBlend } from './blend';
import { exactly, multiply, twoProduct, twoSum, type DoubleDouble } from './doubleDouble';
import { negated, timesSigmoid } from './logistic';
import { constant, hull, line, real, rootBetween } from './pieces';

interface AconShape {
  readonly p1: number;
  readonly p2: number;
  readonly beta: number;
}

/** The least and the greatest slope of z σ(z), where z is ∓2.3994. */
const slopes = { least: -0.09983932012886692, greatest: 1.099839320128867, at: 2.3993572805154676 };

export const lines = {
  p1: {
    kind: 'number', symbol: 'p₁', default: 1, min: -2, max: 2, step: 0.25, learned: true,
    meaning: 'The slope of one of the two lines, learned for each channel.',
  },
  p2: {
    kind: 'number', symbol: 'p₂', default: 0, min: -2, max: 2, step: 0.25, learned: true,
    meaning: 'The slope of the other line, learned for each channel.',
  },
} as const satisfies Record<string, NumberParameter>;

export function acon(x: number, shape: AconShape): number {
  if (isStraight(shape)) return line(middle(shape), x);
  return timesBlend(x, shape.p1, shape.p2, exponent(x, shape));
}

export function aconSlope(x: number, shape: AconShape): number {
  if (isStraight(shape)) return constant(x, middle(shape));
  return blendSlope(shape.p1, shape.p2, exponent(x, shape));
}

/** β (p₁ - p₂)² σ′(z) (2 - z tanh(z/2)) */
export function aconCurvature(x: number, shape: AconShape): number {
  if (isStraight(shape)) return constant(x, 0);
  const z = exponent(x, shape);
  const factor = shape.beta * (shape.p1 - shape.p2) ** 2;
  return timesSigmoid(timesSigmoid(factor * (2 - z.high * Math.tanh(z.high / 2)), negated(z)), z);
}

export function aconProperties(shape: AconShape): ScalarProperties {
  const straight = isStraight(shape);
  const [left, right] = slopesFarOut(shape);
  return {
    range: straight && left === 0 ? hull(0, 0) : range(shape),
    gradientRange: gradientRange(shape),
    monotonic: direction(gradientRange(shape)),
    smoothness: Infinity,
    zeroCentred: straight,
    saturates: left === 0 ? (right === 0 ? 'both' : 'left') : right === 0 ? 'right' : 'neither',
    kinks: [],
    fixedPoints: fixedPoints(shape),
  };
}

function isStraight({ p1, p2, beta }: AconShape): boolean {
  return p1 === p2 || beta === 0;
}

function middle({ p1, p2 }: AconShape): number {
  return (p1 + p2) / 2;
}

/** z in 32 digits, as e^z has as many units of error in the last place as z is large. */
function exponent(x: number, { p1, p2, beta }: AconShape): DoubleDouble {
  const rough = beta * (p1 - p2) * x;
  return Math.abs(rough) < 2000 ? multiply(twoSum(p1, -p2), twoProduct(beta, x)) : exactly(rough);
}

/** For β > 0 the function follows the higher of its two lines, for β < 0 the lower one. */
function slopesFarOut(shape: AconShape): readonly [left: number, right: number] {
  if (isStraight(shape)) return [middle(shape), middle(shape)];
  const [low, high] = [Math.min(shape.p1, shape.p2), Math.max(shape.p1, shape.p2)];
  return shape.beta > 0 ? [low, high] : [high, low];
}

function gradientRange(shape: AconShape): Interval {
  const { p1, p2 } = shape;
  if (isStraight(shape)) return hull(middle(shape), middle(shape));
  return hull(p2 + slopes.least * (p1 - p2), p2 + slopes.greatest * (p1 - p2));
}

function direction({ from, to }: Interval): ScalarProperties['monotonic'] {
  if (from > 0) return 'increasing';
  if (to < 0) return 'decreasing';
  return from === 0 && to === 0 ? 'non-decreasing' : 'no';
}

/** Lines that rise on both sides, or fall to one, leave a single extremum, between the steepest points. */
function range(shape: AconShape): Interval {
  const [left, right] = slopesFarOut(shape);
  if (isStraight(shape) || left * right > 0) return real;
  const far = Math.abs(slopes.at / shape.beta / (shape.p1 - shape.p2));
  const extremum = acon(rootBetween((x) => aconSlope(x, shape), -far, far), shape);
  return shape.beta > 0
    ? { from: extremum, to: Infinity, closed: 'left' }
    : { from: -Infinity, to: extremum, closed: 'right' };
}

/** f(x) = x at 0 and where p₁ σ(z) + p₂ σ(-z) is 1. */
function fixedPoints(shape: AconShape): ScalarProperties['fixedPoints'] {
  const { p1, p2, beta } = shape;
  if (isStraight(shape)) return middle(shape) === 1 ? 'all' : [0];
  const ratio = (1 - p2) / (p1 - 1);
  const other = Math.log(ratio) / beta / (p1 - p2);
  return ratio > 0 && Number.isFinite(other) && other !== 0 ? [0, other].sort((a, b) => a - b) : [0];
}
