/** What is written beside the gradient: its value where it is constant, its peak where it has one. */
import { toPixels } from './curve';
import type { Run, Viewport } from './curve';
import { visibleJumps } from './frame';
import type { Curve } from './frame';
import type { LabelRequest } from './labelPlacing';
import { formatNumber } from './numbers';
import { textWidth } from './svg';

/** Where the gradient is constant its value is said; elsewhere its name and its peak. */
export function slopeLabels(name: string, slope: Curve, runs: readonly Run[], view: Viewport): LabelRequest[][] {
  const flat = runs.filter(isFlat).map((run): LabelRequest => ({
    text: `${name} = ${formatNumber(valueOn(slope, run, view))}`, fontSize: 11, own: [run], along: true,
  })).filter(({ text, own }) => textWidth(text, 11) < runWidth(own));
  if (flat.length > 0) return flat.map((request) => [request]);
  const peak = peakOf(slope, view);
  const plain = { text: name, fontSize: 11, own: runs };
  if (peak === undefined) return [[plain]];
  const at = toPixels(view, { x: peak, y: slope.value(peak) });
  const near = runs.map((run) => run.filter((point) => Math.abs(point.x - at.x) < 24)).filter((run) => run.length > 0);
  return [[{ text: `${name} max ${formatNumber(slope.value(peak))}`, fontSize: 11, own: [[at], ...near] }, plain]];
}

/** The one interior maximum, where the gradient has one and it is in view. */
function peakOf(slope: Curve, view: Viewport): number | undefined {
  const count = 400;
  const at = (index: number): number => view.x.from + ((view.x.to - view.x.from) * index) / count;
  const values = Array.from({ length: count + 1 }, (_, index) => slope.value(at(index)));
  const highest = Math.max(...values);
  const best = values.findIndex((value) => value >= highest - 1e-12);
  const atEdge = best < 6 || best > count - 6 || [0, count].some((index) => (values[index] ?? 0) > highest - 1e-3);
  if (atEdge) return undefined;
  // Beside a jump the gradient only tends to its largest value.
  if (visibleJumps(slope).some((jump) => Math.abs(jump - at(best)) < 2 * (at(1) - at(0)))) return undefined;
  const peak = refinedPeak(slope.value, at(best - 1), at(best + 1));
  return slope.value(peak) <= view.y.to ? peak : undefined;
}

function refinedPeak(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 40; step += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (f(left) < f(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}

function isFlat(run: Run): boolean {
  const [first, last] = [run[0], run.at(-1)];
  return run.length === 2 && first !== undefined && last !== undefined && Math.abs(first.y - last.y) < 0.05;
}

/** The exact value in the middle of a flat run, not the one read back from its pixels. */
function valueOn(slope: Curve, run: Run, view: Viewport): number {
  const middle = ((run[0]?.x ?? 0) + (run.at(-1)?.x ?? 0)) / 2;
  return slope.value(view.x.from + ((middle - view.left) / view.width) * (view.x.to - view.x.from));
}

function runWidth(runs: readonly Run[]): number {
  return Math.max(...runs.map((run) => (run.at(-1)?.x ?? 0) - (run[0]?.x ?? 0)));
}
