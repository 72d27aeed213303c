/** Markers along the lines, at layers, and the dots at the layer that is pointed at. */
import type { Chart } from 'chart.js';
import { contains } from '../../curves/plot/geometry';
import { drawMarker } from '../../curves/plot/ink';
import type { DepthRow } from '../rows';
import { sizesOf, type DepthPlotModel } from './model';
import { areaOf, layerPixel, sizePixel } from './places';

const mostMarkers = 5;

export function drawMarks(chart: Chart, model: DepthPlotModel): void {
  for (const row of [...model.rows].reverse()) {
    for (const layer of markedLayers(model, row)) mark(chart, model, row, layer, 3.6);
    if (model.layer !== undefined) mark(chart, model, row, model.layer, 4.4);
  }
}

/** Spread over the layers and staggered, so that lines on top of each other show both their marks. */
function markedLayers({ rows, layers }: DepthPlotModel, row: DepthRow): number[] {
  const count = Math.min(mostMarkers, Math.max(1, Math.floor(layers / 3)));
  const shift = (rows.indexOf(row) + 0.5) / rows.length;
  const places = Array.from({ length: count }, (_, k) => 1 + Math.round(((k + shift) / count) * (layers - 1)));
  return [...new Set(places)].filter((layer) => layer <= layers);
}

function mark(chart: Chart, model: DepthPlotModel, row: DepthRow, layer: number, radius: number): void {
  const [x, y] = [layerPixel(chart, layer), sizePixel(chart, sizesOf(row, model.panel)[layer - 1] ?? NaN)];
  if (!contains(areaOf(chart), x, y)) return;
  drawMarker(chart.ctx, model.theme, row.curve.series, model.theme.series[row.curve.series].output, x, y, radius);
}
