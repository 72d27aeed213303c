/** What is true of an activation for the parameters at hand: figures to look up, and sentences on what a plot shows. */
import type { Activation, ParameterValues, ScalarActivation, ScalarProperties } from '../activations/activation';
import { outsideDomain } from '../activations/domain';
import { formatInterval, formatNumber, formatRounded, formatShare } from '../pictures/numbers';
import { meanSquaredGradient } from '../propagation/gaussian';
import { flatZones } from '../propagation/saturation';
import { statisticsOf } from './facts';

type Fact = readonly [label: string, value: string];

/** A gradient smaller than this counts as saturated, as the Lab has it at first. */
const threshold = 0.05;

export function propertiesOf(activation: Activation, values: ParameterValues): Fact[] {
  if (activation.kind !== 'scalar' || outsideDomain(activation, values)) return [];
  const properties = activation.properties(values);
  return [
    ['Range', formatInterval(properties.range)],
    ...minimum(activation, values),
    ['Gradient range', formatInterval(properties.gradientRange)],
    ...steepest(activation, values),
    ['Monotonic', properties.monotonic],
    ['Continuous derivatives', smoothnessWords(properties)],
    ['Saturates, |f′| < 0.05', saturation(activation, values)],
    ['Fixed points', fixedPoints(properties)],
    ...statistics(activation, values),
  ];
}

/** Sentences on the curve and its gradient. */
export function seenOf(activation: Activation, values: ParameterValues): string[] {
  if (activation.kind !== 'scalar' || outsideDomain(activation, values)) return [];
  const { gradientRange, range, monotonic } = activation.properties(values);
  const derivative = (x: number): number => activation.derivative(x, values);
  const peak = gradientRange.to > 1 + 1e-9 ? placeOfSteepest(activation, values) : undefined;
  const lowest = monotonic === 'no' ? placeOf((x) => activation.value(x, values), range.from) : undefined;
  const turns = lowest !== undefined && derivative(lowest - 0.5) < 0 && Math.abs(derivative(lowest)) < 1e-6 && derivative(lowest + 0.5) > 0;
  return [
    ...(peak === undefined ? [] : [`The gradient exceeds 1 around x = ${formatRounded(peak, 3)}, where it is ${formatRounded(gradientRange.to, 3)}.`]),
    ...(turns ? [`Left of the minimum the gradient is negative, and at it zero. That is a turn, not saturation.`] : []),
  ];
}

/** How the gain of an initialisation follows from what the function does to its inputs. */
export function gainOf(activation: Activation, values: ParameterValues): string | undefined {
  if (activation.kind !== 'scalar' || outsideDomain(activation, values)) return undefined;
  const rms = rootMeanSquare(activation, values);
  return rms > 0 && Number.isFinite(rms) ? `Gain = 1 / RMS output = 1 / ${formatRounded(rms, 3)}. Weights drawn with it keep the second moment of N(0, 1) inputs.` : undefined;
}

function minimum(activation: ScalarActivation, values: ParameterValues): Fact[] {
  const { monotonic, range } = activation.properties(values);
  // At a jump the least value may be one that is only neared.
  const isTaken = range.closed === 'left' || range.closed === 'both';
  const at = monotonic === 'no' && isTaken ? placeOf((x) => activation.value(x, values), range.from) : undefined;
  return at === undefined ? [] : [['Minimum', `${formatRounded(range.from, 3)} at x = ${formatRounded(at, 3)}`]];
}

function steepest(activation: ScalarActivation, values: ParameterValues): Fact[] {
  const { gradientRange } = activation.properties(values);
  const at = placeOfSteepest(activation, values);
  return at === undefined ? [] : [['Largest gradient', `${formatRounded(gradientRange.to, 3)} at x = ${formatRounded(at, 3)}`]];
}

/** Far out a gradient that only nears its bound rounds to it. */
function placeOfSteepest(activation: ScalarActivation, values: ParameterValues): number | undefined {
  const { to, closed } = activation.properties(values).gradientRange;
  return closed === 'right' || closed === 'both' ? placeOf((x) => activation.derivative(x, values), to) : undefined;
}

/** The one place at which a function takes an extreme value; undefined where it takes it along a stretch, twice, or never. */
function placeOf(f: (x: number) => number, extreme: number): number | undefined {
  if (!Number.isFinite(extreme)) return undefined;
  const away = (x: number): number => Math.abs(f(x) - extreme);
  let nearest = -20;
  for (let x = -20; x <= 20; x += 1 / 32) if (away(x) < away(nearest)) nearest = x;
  const found = lowestBetween(away, nearest - 1 / 32, nearest + 1 / 32);
  const isThere = (x: number): boolean => away(x) < 1e-7 * Math.max(1, Math.abs(extreme));
  return isThere(found) && !isTakenElsewhere(away, found, isThere) ? found : undefined;
}

/** Whether there is another place, on the way or where a periodic function comes nearest again. */
function isTakenElsewhere(away: (x: number) => number, found: number, isThere: (x: number) => boolean): boolean {
  const step = 1 / 32;
  const isFar = (x: number): boolean => Math.abs(x - found) > 0.1;
  for (let x = -20; x <= 20; x += step) {
    const here = away(x);
    if (here > away(x - step) || here > away(x + step)) continue;
    const nearest = lowestBetween(away, x - step, x + step);
    if (isFar(nearest) && isThere(nearest)) return true;
  }
  return false;
}

function lowestBetween(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const [one, two] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(one) < f(two)) high = two;
    else low = one;
  }
  const middle = (low + high) / 2;
  const round = Math.round(middle * 1e3) / 1e3;
  return f(round) <= f(middle) ? round : middle;
}

function smoothnessWords({ smoothness, kinks }: ScalarProperties): string {
  const places = kinks.length === 0 ? '' : ` (at ${kinks.slice(0, 4).map((kink) => formatNumber(kink)).join(', ')})`;
  switch (smoothness) {
    case -1: return `none: the function jumps${places}`;
    case 0: return `none: the gradient jumps${places}`;
    case 1: return 'the first';
    case 2: return 'the first and second';
    default: return 'all';
  }
}

function saturation(activation: ScalarActivation, values: ParameterValues): string {
  const { kinks } = activation.properties(values);
  const zones = flatZones((x) => activation.derivative(x, values), threshold, kinks);
  if (zones.some(({ from, to }) => from === -Infinity && to === Infinity)) return 'everywhere';
  return zones.map(({ from, to }) => {
    if (from === -Infinity) return `below ${formatNumber(to)}`;
    return to === Infinity ? `above ${formatNumber(from)}` : `from ${formatNumber(from)} to ${formatNumber(to)}`;
  }).join(', ') || 'nowhere';
}

const mostPoints = 9;

function nearestToZero(points: readonly number[]): string[] {
  const nearest = [...points].sort((a, b) => Math.abs(a) - Math.abs(b)).slice(0, 5).sort((a, b) => a - b);
  return [...nearest.map((x) => formatNumber(x, 4)), `… (${points.length > 1000 ? 'more than 1000' : points.length} in all)`];
}

function fixedPoints({ fixedPoints: points, fixedIntervals = [], fixedPeriod }: ScalarProperties): string {
  if (typeof points === 'string') return points === 'all' ? 'every x' : `every ${points} x`;
  const isolated = points.length > mostPoints ? nearestToZero(points) : points.map((x) => formatNumber(x, 4));
  const repeated = fixedPeriod === undefined ? [] : [`repeating every ${formatNumber(fixedPeriod, 4)}`];
  return [...isolated, ...fixedIntervals.map((interval) => `all of ${formatInterval(interval)}`), ...repeated].join(', ') || 'none';
}

function rootMeanSquare(activation: ScalarActivation, values: ParameterValues): number {
  const { mean, deviation } = statisticsOf(activation, values);
  return Math.hypot(mean, deviation);
}

function statistics(activation: ScalarActivation, values: ParameterValues): Fact[] {
  const { mean, deviation, deadShare } = statisticsOf(activation, values);
  const { kinks } = activation.properties(values);
  const rms = rootMeanSquare(activation, values);
  if (!Number.isFinite(rms)) return [];
  const slope = meanSquaredGradient((x) => activation.derivative(x, values), { mean: 0, deviation: 1 }, kinks);
  return [
    ['Mean output for N(0, 1)', formatRounded(mean, 3)],
    ['Standard deviation for N(0, 1)', formatRounded(deviation, 3)],
    ['RMS output for N(0, 1)', formatRounded(rms, 3)],
    ['Mean squared gradient for N(0, 1)', formatRounded(slope, 3)],
    ...(rms > 0 ? [['Gain that keeps the second moment of N(0, 1)', formatRounded(1 / rms, 3)] as const] : []),
    ...(deadShare > 0.001 ? [['Inputs from N(0, 1) with gradient 0', formatShare(deadShare)] as const] : []),
  ];
}
