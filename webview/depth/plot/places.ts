/** Where layers and sizes stand on the canvas. */
import type { Chart } from 'chart.js';
import type { Box } from '../../curves/plot/geometry';
import { drawable } from './model';

export function areaOf(chart: Chart): Box {
  const { left, top, width, height } = chart.chartArea;
  return { left, top, width, height };
}

export function layerPixel(chart: Chart, layer: number): number {
  return chart.scales['x']?.getPixelForValue(layer) ?? NaN;
}

export function sizePixel(chart: Chart, size: number): number {
  return chart.scales['y']?.getPixelForValue(drawable(size)) ?? NaN;
}

/** The layer under a pixel, within the network. */
export function layerAt(chart: Chart, pixel: number): number {
  const scale = chart.scales['x'];
  return scale ? Math.min(scale.max, Math.max(scale.min, Math.round(scale.getValueForPixel(pixel) ?? NaN))) : NaN;
}
