/** Where things stand on the canvas, in pixels of the page. */
import type { Chart } from 'chart.js';
import type { Panel } from '../drawn';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function areaOf(chart: Chart, panel: Panel): Box | undefined {
  const scale = chart.scales[panel];
  const { left, width } = chart.chartArea;
  return scale && { left, width, top: scale.top, height: scale.bottom - scale.top };
}

export function xPixel(chart: Chart, x: number): number {
  return chart.scales['x']?.getPixelForValue(x) ?? NaN;
}

export function yPixel(chart: Chart, panel: Panel, y: number): number {
  return chart.scales[panel]?.getPixelForValue(y) ?? NaN;
}

export function xValue(chart: Chart, pixel: number): number {
  return chart.scales['x']?.getValueForPixel(pixel) ?? NaN;
}

export function right(box: Box): number {
  return box.left + box.width;
}

export function bottom(box: Box): number {
  return box.top + box.height;
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= right(box) && y >= box.top && y <= bottom(box);
}

/** How far two boxes stand apart; zero where they touch or overlap. */
export function gap(a: Box, b: Box): number {
  const dx = Math.max(a.left - right(b), b.left - right(a), 0);
  const dy = Math.max(a.top - bottom(b), b.top - bottom(a), 0);
  // `Math.hypot` guards against overflow, at many times the cost.
  return Math.sqrt(dx * dx + dy * dy);
}

/** The least box that holds two points. */
export function boxAround([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): Box {
  return { left: Math.min(x, toX), top: Math.min(y, toY), width: Math.abs(toX - x), height: Math.abs(toY - y) };
}

/** The point of a box that is nearest to another point. */
export function nearestPoint(box: Box, x: number, y: number): readonly [number, number] {
  return [Math.min(Math.max(x, box.left), right(box)), Math.min(Math.max(y, box.top), bottom(box))];
}

export function distanceTo(box: Box, x: number, y: number): number {
  const dx = Math.max(box.left - x, 0, x - right(box));
  const dy = Math.max(box.top - y, 0, y - bottom(box));
  return Math.hypot(dx, dy);
}
