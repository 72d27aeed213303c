/** Where a function passes (nearly) no gradient. */
import { probability, type Gaussian } from './gaussian';

/** An interval on which |f′| stays below the threshold. */
export interface FlatZone {
  readonly from: number;
  readonly to: number;
  /** `inner` zones are plateaus between two live parts, as in hard shrinkage. */
  readonly side: 'left' | 'right' | 'inner';
  /** True when the gradient is exactly zero all over the zone. */
  readonly dead: boolean;
}

type Derivative = (x: number) => number;

/** A zone that begins farther out than this is nothing that a network's inputs reach. */
const horizon = 1e6;
const step = 1 / 64;
const scanned = 16;

/**
 * The outermost intervals with |f′| < threshold, and inner plateaus of exactly zero gradient. A point where f′
 * only passes through zero is a minimum or an inflection, not saturation, and is no zone.
 */
export function flatZones(derivative: Derivative, threshold: number, kinks: readonly number[] = []): FlatZone[] {
  const flat = (x: number) => Math.abs(derivative(x)) < threshold;
  const right = outerEdge(flat, 1, kinks);
  if (right === -Infinity) return [zone(derivative, -Infinity, Infinity, 'left')];
  const left = outerEdge(flat, -1, kinks);
  const zones = left === undefined ? [] : [zone(derivative, -Infinity, left, 'left')];
  zones.push(...plateaus(derivative, kinks, left ?? -Infinity, right ?? Infinity));
  if (right !== undefined) zones.push(zone(derivative, right, Infinity, 'right'));
  return zones;
}

/** Whether f′ is that small, or changes its sign, anywhere but at a kink: a gradient without flat zones may still pass through zero. */
export function isSmallSomewhere(derivative: Derivative, threshold: number, kinks: readonly number[] = []): boolean {
  const [smooth, bent] = [stops.filter((x) => !kinks.includes(x)), (from: number, to: number) => kinks.some((kink) => kink > from && kink < to)];
  const slopes = smooth.map(derivative);
  return slopes.some((slope, i) => Math.abs(slope) < threshold
    || slope * (slopes[i - 1] ?? slope) < 0 && !bent(smooth[i] ?? NaN, smooth[i - 1] ?? NaN));
}

/** The share of inputs that fall into the zones. */
export function shareOf(zones: readonly FlatZone[], inputs: Gaussian): number {
  return Math.min(1, zones.reduce((sum, { from, to }) => sum + probability(from, to, inputs), 0));
}

/** Walks inwards from far out until the gradient comes alive; −∞·direction when it never does. */
function outerEdge(flat: (x: number) => boolean, direction: 1 | -1, kinks: readonly number[]): number | undefined {
  let outside: number | undefined;
  for (const x of inwards(direction, kinks)) {
    if (!flat(x)) return outside === undefined ? undefined : nearEdge(bisect(flat, outside, x));
    outside = x;
  }
  return -Infinity * direction;
}

/** Points from the horizon to the opposite horizon, and both sides of each kink. */
function* inwards(direction: 1 | -1, kinks: readonly number[]): Generator<number> {
  const beside = kinks.flatMap((kink) => [direction * kink - nudge(kink), direction * kink + nudge(kink)]).sort((a, b) => b - a);
  let next = 0;
  for (const stop of stops) {
    for (let x = beside[next]; x !== undefined && x > stop; x = beside[++next]) yield direction * x;
    yield direction * stop;
  }
}

/** Geometric far out, even near zero. */
const stops: readonly number[] = (() => {
  const far: number[] = [];
  for (let x = horizon; x > scanned; x /= 1.05) far.push(x);
  const near = Array.from({ length: 2 * scanned / step + 1 }, (_, i) => scanned - i * step);
  return [...far, ...near, ...far.map((x) => -x).reverse()];
})();

/** A periodic gradient may be small at the far end by chance; an edge out there bounds no zone worth a name. */
function nearEdge(edge: number): number | undefined {
  return Math.abs(edge) < horizon / 2 ? edge : undefined;
}

function nudge(x: number): number {
  return 1e-9 * Math.max(1, Math.abs(x));
}

function bisect(flat: (x: number) => boolean, outside: number, inside: number): number {
  for (let i = 0; i < 60; i++) {
    const middle = (outside + inside) / 2;
    if (flat(middle)) outside = middle;
    else inside = middle;
  }
  return snap((outside + inside) / 2);
}

/** An edge found beside a round number, as at ReLU's zero, is that number. */
function snap(x: number): number {
  const rounded = Math.round(x * 1e6) / 1e6;
  return Math.abs(x - rounded) < 1e-8 ? rounded + 0 : x;
}

function plateaus(derivative: Derivative, kinks: readonly number[], left: number, right: number): FlatZone[] {
  const inside = [...kinks].filter((kink) => kink >= left && kink <= right).sort((a, b) => a - b);
  return inside.slice(1).flatMap((to, i) => {
    const from = inside[i] ?? to;
    return isDead(derivative, from, to) ? [{ from, to, side: 'inner' as const, dead: true }] : [];
  });
}

function zone(derivative: Derivative, from: number, to: number, side: 'left' | 'right'): FlatZone {
  return { from, to, side, dead: isDead(derivative, from, to) };
}

/** Sampled close to the edge, where a smooth function has not yet underflowed to zero. */
function isDead(derivative: Derivative, from: number, to: number): boolean {
  const distances = [1e-6, 1e-3, 0.1, 0.5, 1, 4, 16, 256];
  const fromLeft = Number.isFinite(from) ? distances.map((distance) => from + distance) : [];
  const fromRight = Number.isFinite(to) ? distances.map((distance) => to - distance) : [];
  const samples = [...fromLeft, ...fromRight, ...(fromLeft.length + fromRight.length === 0 ? [-1, 0.3, 1] : [])];
  return samples.filter((x) => x > from && x < to).every((x) => derivative(x) === 0);
}
