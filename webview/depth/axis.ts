/** The logarithmic axis and its numbers, and the layers along the other one. */
import type { Range } from '../../src/pictures/ranges';
import { gradientLimits, signalLimits } from '../../src/propagation/depth';

export type DepthPanel = 'gradient' | 'signal';
export const depthPanels: readonly DepthPanel[] = ['gradient', 'signal'];

export const limitsOf = { gradient: gradientLimits, signal: signalLimits } as const;

/** A frame that holds both limits, so that nothing moves while nothing goes wrong; in exponents of ten. */
const frame: Readonly<Record<DepthPanel, Range>> = { gradient: { min: -9, max: 6 }, signal: { min: -9, max: 7 } };
/** A line beyond these leaves the plot; its numbers are in the table. */
const farthest = 60;

/** Exponents of ten that hold all the sizes. */
export function exponentsFor(panel: DepthPanel, sizes: readonly (readonly number[])[]): Range {
  const found = sizes.flat().filter((size) => size > 0 && Number.isFinite(size)).map(Math.log10);
  const { min, max } = frame[panel];
  return {
    min: Math.max(-farthest, Math.min(min, Math.floor(smallest(found)) - 1)),
    max: Math.min(farthest, Math.max(max, Math.ceil(largest(found)) + 1)),
  };
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, each) => Math.min(least, each), 0);
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), 0);
}

const strides = [1, 2, 3, 4, 5, 10, 20, 25, 40];

/** Exponents with a number beside them: multiples of a stride that leaves each enough room. */
export function exponentTicks({ min, max }: Range, height: number, room: number): number[] {
  const most = Math.max(2, height / room);
  const stride = strides.find((candidate) => (max - min) / candidate <= most) ?? 50;
  const first = Math.ceil(min / stride);
  return Array.from({ length: Math.floor(max / stride) - first + 1 }, (_, i) => (first + i) * stride);
}

/** The first layer, the last one, and round numbers between that keep clear of both. */
export function layerTicks(layers: number, width: number, room: number): number[] {
  const most = Math.max(1, Math.floor(width / room));
  const stride = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].find((candidate) => layers / candidate <= most) ?? layers;
  const perLayer = width / Math.max(1, layers - 1);
  const clear = (layer: number) => (layer - 1) * perLayer >= room * 0.8 && (layers - layer) * perLayer >= room * 0.8;
  const round = Array.from({ length: Math.floor(layers / stride) }, (_, i) => (i + 1) * stride);
  return [1, ...round.filter(clear), layers];
}
