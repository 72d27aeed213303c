/** One line through all panels, with the value of x on a flag and the focused function's values beside its dots. */
import type { Chart } from 'chart.js';
import { formatValue } from '../../src/pictures/numbers';
import type { Panel } from '../drawn';
import { featureWords, type FeatureKind } from '../features';
import { formatPosition, readout } from '../readout';
import { areaOf, bottom, contains, gap, right, xPixel, yPixel, type Box } from './geometry';
import { drawLine, drawText, fontOf, textBox, type TextStyle } from './ink';
import type { Labels } from './labels';
import { mark } from './marks';
import type { PlotModel } from './model';

const notes: Readonly<Record<FeatureKind, Panel>> = {
  zero: 'output', jump: 'output', minimum: 'gradient', maximum: 'gradient', kink: 'gradient', edge: 'gradient', steepest: 'gradient', flattest: 'gradient',
};

/** Drawn under the curves. */
export function drawCrosshairLine(chart: Chart, model: PlotModel): void {
  const x = xPixel(chart, model.crosshair);
  if (!isInView(chart, x)) return;
  drawLine(chart.ctx, model.theme.crosshair, [x, chart.chartArea.top - 4], [x, chart.chartArea.bottom]);
}

/** Drawn over everything. */
export function drawCrosshairValues(chart: Chart, model: PlotModel, labels: Labels): void {
  const x = xPixel(chart, model.crosshair);
  if (!isInView(chart, x)) return;
  drawFlag(chart, model, x);
  const lastFirst = [...model.drawn].reverse();
  for (const panel of model.panels) {
    for (const drawn of lastFirst) mark(chart, model, panel, drawn, model.crosshair, drawn === model.focused ? 4.8 : 4.4);
    drawReadout(chart, model, panel, x, labels);
  }
}

function isInView({ chartArea }: Chart, x: number): boolean {
  return x >= chartArea.left - 0.5 && x <= chartArea.right + 0.5;
}

function drawFlag(chart: Chart, model: PlotModel, x: number): void {
  const { ctx, chartArea } = chart;
  const { theme } = model;
  const text = `${model.variable} = ${formatPosition(model.crosshair)}`;
  ctx.save();
  ctx.font = fontOf(theme, 11.5, 600);
  const width = ctx.measureText(text).width + 14;
  const left = Math.min(Math.max(x - width / 2, 1), chart.width - width - 1);
  ctx.beginPath();
  ctx.roundRect(Math.round(left) + 0.5, chartArea.top - 23.5, Math.round(width), 19, 3);
  ctx.fillStyle = theme.flag;
  ctx.fill();
  ctx.strokeStyle = model.pinned || theme.highContrast ? theme.crosshair : theme.border;
  ctx.setLineDash([]);
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = theme.foreground;
  ctx.textBaseline = 'middle';
  ctx.fillText(text, left + 7.5, chartArea.top - 13.5);
  ctx.restore();
}

function drawReadout(chart: Chart, model: PlotModel, panel: Panel, x: number, labels: Labels): void {
  const { focused, theme } = model;
  const area = areaOf(chart, panel);
  if (!focused || !area) return;
  const value = readout(focused, model.crosshair, model.feature)[panel];
  const y = yPixel(chart, panel, value);
  if (!contains(area, x, y)) return;
  const text = formatValue(value);
  const style: TextStyle = { colour: theme.foreground, size: 11.5, weight: 600 };
  const quiet: TextStyle = { colour: theme.secondary, size: 11 };
  const note = noteOf(model, panel, area);
  const size = textBox(chart.ctx, theme, text, style);
  const width = size.width + (note ? 10 + textBox(chart.ctx, theme, note, quiet).width : 0);
  const box = freePlace({ width, height: size.height }, x, y, area, labels.boxes);
  const middle = box.top + box.height / 2;
  drawText(chart.ctx, theme, text, box.left, middle, style);
  if (note) drawText(chart.ctx, theme, note, box.left + size.width + 10, middle, quiet);
}

function noteOf({ feature, zones }: PlotModel, panel: Panel, area: Box): string {
  if (!feature || notes[feature.kind] !== panel || area.width < 420) return '';
  const isLive = zones.every(({ from, to }) => feature.x < from || feature.x > to);
  const words = featureWords[feature.kind];
  return (feature.kind === 'minimum' || feature.kind === 'maximum') && isLive ? `${words}, not saturation` : words;
}

/** Beside the dot, on whichever side is clear of labels; else where it covers the least. */
function freePlace(size: { width: number; height: number }, x: number, y: number, area: Box, taken: readonly Box[]): Box {
  const places = [8, -8 - size.height, 20, -20 - size.height, -size.height / 2].flatMap((down) => (
    [10, -10 - size.width].map((across) => ({ left: x + across, top: y + down, ...size }))));
  const isInside = (box: Box) => box.left >= area.left && right(box) <= right(area) && box.top >= area.top && bottom(box) <= bottom(area) + 2;
  const inside = places.filter(isInside);
  const room = (box: Box) => Math.min(3, ...taken.map((other) => gap(box, other)));
  const clearest = inside.reduce<Box | undefined>((best, box) => (best === undefined || room(box) > room(best) ? box : best), undefined);
  return clearest ?? { left: x + 10, top: y + 8, ...size };
}
