/** What lies under the lines of a small plot, and over them. */
import type { Chart } from 'chart.js';
import { right, bottom, type Box } from '../curves/plot/geometry';
import { drawLine, drawMarker, drawText, textBox, type TextStyle } from '../curves/plot/ink';
import type { Theme } from '../theme';
import type { LinePlotModel, Names, PlotLine } from './linePlotModel';

export const nameSize = 11.5;
const markersPerLine = 3;

export function drawGround(chart: Chart, model: LinePlotModel): void {
  const { ctx } = chart;
  const area = areaOf(chart);
  const { theme } = model;
  for (const x of model.x.ticks) drawLine(ctx, x === 0 ? theme.zeroLine : theme.grid, [pixelOf(chart, 'x', x), area.top], [pixelOf(chart, 'x', x), bottom(area)]);
  for (const y of model.y.ticks) drawLine(ctx, y === 0 ? theme.zeroLine : theme.grid, [area.left, pixelOf(chart, 'y', y)], [right(area), pixelOf(chart, 'y', y)]);
  for (const { y } of model.guides) drawLine(ctx, theme.guide, [area.left, pixelOf(chart, 'y', y)], [right(area), pixelOf(chart, 'y', y)], [3, 3]);
  const x = crosshairPixel(chart, model);
  if (x !== undefined) drawLine(ctx, theme.crosshair, [x, area.top - 4], [x, bottom(area)]);
}

export function drawTop(chart: Chart, model: LinePlotModel, names: Names): void {
  const lastFirst = [...model.lines].reverse();
  for (const line of lastFirst) drawMarkers(chart, model, line);
  for (const { text, colour, box } of names) drawText(chart.ctx, model.theme, text, box.left, box.top + box.height / 2, { colour, size: nameSize, weight: 500 });
  const x = crosshairPixel(chart, model);
  if (x === undefined) return;
  for (const line of lastFirst) drawDot(chart, model.theme, line, x);
  drawFlag(chart, model, x);
}

export function areaOf({ chartArea: { left, top, width, height } }: Chart): Box {
  return { left, top, width, height };
}

export function pixelOf(chart: Chart, axis: 'x' | 'y', value: number): number {
  return chart.scales[axis]?.getPixelForValue(value) ?? NaN;
}

/** The height of a line in pixels at any column between its points; beyond its ends that of its end. */
export function heightAt(chart: Chart, { points }: PlotLine, column: number): number {
  const x = chart.scales['x']?.getValueForPixel(column) ?? NaN;
  const after = points.findIndex((point) => point.x >= x);
  const [next, last] = after < 0 ? [points.at(-1), undefined] : [points[after], points[after - 1]];
  if (!next) return NaN;
  if (!last || next.x === x) return pixelOf(chart, 'y', next.y);
  const [from, to] = [pixelOf(chart, 'x', last.x), pixelOf(chart, 'x', next.x)];
  const share = to > from ? (column - from) / (to - from) : 0;
  return pixelOf(chart, 'y', last.y + share * (next.y - last.y));
}

function crosshairPixel(chart: Chart, { crosshair }: LinePlotModel): number | undefined {
  const x = pixelOf(chart, 'x', crosshair);
  return x >= chart.chartArea.left - 0.5 && x <= chart.chartArea.right + 0.5 ? x : undefined;
}

/** Where the markers of a line stand: staggered, so that no two lines carry one at the same place. */
export function markerColumns(chart: Chart, model: LinePlotModel, line: PlotLine): number[] {
  if (line.series === undefined) return [];
  const { left, width } = chart.chartArea;
  const index = model.lines.indexOf(line);
  return Array.from({ length: markersPerLine }, (_, k) => left + width * ((k + (index + 0.5) / model.lines.length) / markersPerLine));
}

function drawMarkers(chart: Chart, model: LinePlotModel, line: PlotLine): void {
  for (const column of markerColumns(chart, model, line)) mark(chart, model.theme, line, column, heightAt(chart, line, column), 3.6);
}

function drawDot(chart: Chart, theme: Theme, line: PlotLine, x: number): void {
  if (line.at !== undefined) mark(chart, theme, line, x, pixelOf(chart, 'y', line.at), 4.8);
}

function mark(chart: Chart, theme: Theme, { series, colour }: PlotLine, x: number, y: number, radius: number): void {
  const { top, bottom: end } = chart.chartArea;
  if (y >= top - 1 && y <= end + 1) drawMarker(chart.ctx, theme, series ?? 1, colour, x, y, radius);
}

function flagStyle({ foreground }: Theme): TextStyle {
  return { colour: foreground, size: nameSize, weight: 600 };
}

function drawFlag(chart: Chart, { flag, theme }: LinePlotModel, x: number): void {
  const { width } = textBox(chart.ctx, theme, flag, flagStyle(theme));
  const left = Math.min(Math.max(x - width / 2, 1), chart.width - width - 1);
  drawText(chart.ctx, theme, flag, left, chart.chartArea.top - 13, flagStyle(theme));
}
