/** What lies under the lines: zones past the limits, the grid, the spread of simulated networks, the layer that is pointed at. */
import type { Chart } from 'chart.js';
import { bottom, right } from '../../curves/plot/geometry';
import { drawLine, hatch } from '../../curves/plot/ink';
import { limitsOf } from '../axis';
import { areaOf, layerPixel, sizePixel } from './places';
import type { DepthPlotModel } from './model';

export function drawBackdrop(chart: Chart, model: DepthPlotModel): void {
  drawZones(chart, model);
  drawGrid(chart, model);
  for (const [row, { low, median, high }] of model.bands) drawBand(chart, model, model.theme.series[row.curve.series].derivative, { low, median, high });
  drawPointer(chart, model);
}

function drawZones(chart: Chart, { panel, theme }: DepthPlotModel): void {
  const area = areaOf(chart);
  const { vanishing, exploding } = limitsOf[panel];
  const [floor, ceiling] = [sizePixel(chart, vanishing), sizePixel(chart, exploding)];
  const zones = [{ top: area.top, height: ceiling - area.top }, { top: floor, height: bottom(area) - floor }];
  for (const { top, height } of zones) {
    const box = { ...area, top, height };
    if (theme.zoneFill) {
      chart.ctx.fillStyle = theme.zoneFill;
      chart.ctx.fillRect(box.left, box.top, box.width, box.height);
    }
    hatch(chart.ctx, theme.hatch, box);
  }
  for (const y of [floor, ceiling]) drawLine(chart.ctx, theme.guide, [area.left, y], [right(area), y], [4, 3]);
}

function drawGrid(chart: Chart, { theme }: DepthPlotModel): void {
  const area = areaOf(chart);
  for (const { value } of chart.scales['x']?.ticks ?? []) {
    const x = layerPixel(chart, value);
    drawLine(chart.ctx, theme.grid, [x, area.top], [x, bottom(area)]);
  }
  for (const { value } of chart.scales['y']?.ticks ?? []) {
    const y = sizePixel(chart, value);
    drawLine(chart.ctx, value === 1 ? theme.zeroLine : theme.grid, [area.left, y], [right(area), y]);
  }
}

interface Ends {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

/** Tinted between its ends, in high contrast drawn as the two ends; the median is a thin line. */
function drawBand(chart: Chart, { theme }: DepthPlotModel, colour: string, { low, median, high }: Ends): void {
  const { ctx } = chart;
  const { left, top, width, height } = areaOf(chart);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 1;
  if (theme.highContrast) {
    for (const end of [low, high]) {
      ctx.beginPath();
      trace(chart, end, 'forth');
      ctx.stroke();
    }
  } else {
    ctx.beginPath();
    trace(chart, low, 'forth');
    trace(chart, high, 'back');
    ctx.closePath();
    ctx.globalAlpha = 0.24;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  ctx.beginPath();
  trace(chart, median, 'forth');
  ctx.stroke();
  ctx.restore();
}

function trace(chart: Chart, sizes: readonly number[], direction: 'forth' | 'back'): void {
  const points = sizes.map((size, i) => [layerPixel(chart, i + 1), sizePixel(chart, size)] as const);
  for (const [x, y] of direction === 'forth' ? points : points.reverse()) chart.ctx.lineTo(x, y);
}

function drawPointer(chart: Chart, { layer, theme }: DepthPlotModel): void {
  if (layer === undefined) return;
  const area = areaOf(chart);
  const x = layerPixel(chart, layer);
  drawLine(chart.ctx, theme.crosshair, [x, area.top - 4], [x, bottom(area)]);
}
