/** The points of a curve worth stopping at, found numerically, so that they are true for any parameters. */
import { flatZones, type FlatZone } from '../../src/propagation/saturation';
import type { Drawn } from './drawn';
import { jumpAt, type NumberFunction } from '../../src/pictures/jumps';
import type { Range } from '../../src/pictures/ranges';
import { memoWith } from '../memo';

export type FeatureKind = 'zero' | 'minimum' | 'maximum' | 'kink' | 'jump' | 'edge' | 'steepest' | 'flattest';

export interface Feature {
  readonly x: number;
  readonly kind: FeatureKind;
}

/** What the kinds are called beside the crosshair and by the screen reader. */
export const featureWords: Readonly<Record<FeatureKind, string>> = {
  zero: 'zero', minimum: 'minimum', maximum: 'maximum', kink: 'kink', jump: 'jump', edge: 'saturation edge',
  steepest: 'greatest gradient', flattest: 'least gradient',
};

const samples = 480;
/** Values below this are rounding in the tails, not a crossing. */
const noise = 1e-12;

/** All features within the range, from left to right. */
export const featuresOf: (drawn: Drawn, detail: { range: Range; threshold: number }) => readonly Feature[] = memoWith(
  (drawn: Drawn, { range, threshold }: { range: Range; threshold: number }) => {
    const { output, gradient, curvature } = drawn.functions;
    const sections = smoothSections(range, drawn.kinks);
    const found: Feature[] = [
      ...sections.flatMap((section) => crossings(output, section).map(({ x }) => feature(x, 'zero'))),
      ...sections.flatMap((section) => crossings(gradient, section).map(({ x, rising }) => feature(x, rising ? 'minimum' : 'maximum'))),
      ...sections.flatMap((section) => crossings(curvature, section).map(({ x, rising }) => feature(x, rising ? 'flattest' : 'steepest'))),
      ...drawn.kinks.filter((x) => x >= range.min && x <= range.max).map((x) => kinkFeature(drawn, x)),
      ...zonesOf(drawn, threshold).flatMap(({ from, to }) => [from, to]).filter((x) => x > range.min && x < range.max).map((x) => feature(x, 'edge')),
    ];
    return withoutTwins(found);
  },
);

/** Where the curve passes nearly no gradient. */
export const zonesOf: (drawn: Drawn, threshold: number) => readonly FlatZone[] = memoWith(
  (drawn: Drawn, threshold: number) => flatZones(drawn.functions.gradient, threshold, drawn.kinks),
);

function feature(x: number, kind: FeatureKind): Feature {
  return { x, kind };
}

function kinkFeature({ functions: { output, gradient } }: Drawn, x: number): Feature {
  if (jumpAt(output, x)) return feature(x, 'jump');
  const slopes = jumpAt(gradient, x);
  if (slopes && slopes.left < 0 && slopes.right > 0) return feature(x, 'minimum');
  if (slopes && slopes.left > 0 && slopes.right < 0) return feature(x, 'maximum');
  return feature(x, 'kink');
}

/** Parts of the range with no kink inside, kept clear of their ends. */
function smoothSections(range: Range, kinks: readonly number[]): Range[] {
  const inside = kinks.filter((x) => x > range.min && x < range.max);
  const edges = [range.min, ...inside, range.max];
  const clear = 1e-9 * (range.max - range.min);
  return edges.slice(1).map((max, i) => ({ min: (edges[i] ?? max) + clear, max: max - clear }));
}

interface Crossing {
  readonly x: number;
  readonly rising: boolean;
}

function crossings(g: NumberFunction, { min, max }: Range): Crossing[] {
  const found: Crossing[] = [];
  let before: { x: number; y: number } | undefined;
  for (let i = 0; i <= samples; i++) {
    const x = min + ((max - min) * i) / samples;
    const y = g(x);
    if (Number.isNaN(y) || y === 0) continue;
    if (before && Math.sign(y) !== Math.sign(before.y) && Math.max(Math.abs(y), Math.abs(before.y)) > noise) {
      found.push({ x: rootBetween(g, before.x, x), rising: y > 0 });
    }
    before = { x, y };
  }
  return found;
}

function rootBetween(g: NumberFunction, from: number, to: number): number {
  const below = Math.sign(g(from));
  let [low, high] = [from, to];
  for (let i = 0; i < 64; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(g(middle)) === below) low = middle;
    else high = middle;
  }
  return snapped(g, (low + high) / 2);
}

/** A root beside a round number that is a root itself is that number. */
function snapped(g: NumberFunction, x: number): number {
  const round = Math.round(x * 1e9) / 1e9 + 0;
  return Math.abs(g(round)) <= Math.abs(g(x)) || Math.abs(x - round) < 1e-12 ? round : x;
}

/** One feature per place; what is listed first says more about it. */
function withoutTwins(features: readonly Feature[]): Feature[] {
  const order: readonly FeatureKind[] = ['minimum', 'maximum', 'jump', 'kink', 'zero', 'edge', 'steepest', 'flattest'];
  const ranked = [...features].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const kept: Feature[] = [];
  for (const candidate of ranked) {
    if (kept.every(({ x }) => Math.abs(x - candidate.x) > 1e-7 * Math.max(1, Math.abs(x)))) kept.push(candidate);
  }
  return kept.sort((a, b) => a.x - b.x);
}
