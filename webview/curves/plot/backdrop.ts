/** What lies under the curves: saturation zones, the bell of the inputs, grid and zero lines. */
import type { Chart } from 'chart.js';
import type { Panel } from '../drawn';
import { areaOf, bottom, contains, right, xPixel, xValue, yPixel, type Box } from './geometry';
import { drawLine, hatch } from './ink';
import type { PlotModel } from './model';

/** The bell takes this share of the height of the output panel. */
const bellHeight = 0.2;

export function drawBackdrop(chart: Chart, model: PlotModel): void {
  for (const panel of model.panels) drawZones(chart, model, panel);
  drawInputs(chart, model);
  for (const panel of model.panels) drawGrid(chart, model, panel);
}

/** The parts of the zones that are in view, in pixels of the panel. */
export function zoneBoxes(chart: Chart, model: PlotModel, panel: Panel): Box[] {
  const area = areaOf(chart, panel);
  if (!area) return [];
  return model.zones.flatMap(({ from, to }) => {
    const left = from === -Infinity ? area.left : Math.max(area.left, xPixel(chart, from));
    const end = to === Infinity ? right(area) : Math.min(right(area), xPixel(chart, to));
    return end - left > 1 ? [{ ...area, left, width: end - left }] : [];
  });
}

function drawZones(chart: Chart, model: PlotModel, panel: Panel): void {
  const { ctx } = chart;
  const area = areaOf(chart, panel);
  if (!area) return;
  for (const box of zoneBoxes(chart, model, panel)) {
    if (model.theme.zoneFill) {
      ctx.fillStyle = model.theme.zoneFill;
      ctx.fillRect(box.left, box.top, box.width, box.height);
    }
    hatch(ctx, model.theme.hatch, box);
    for (const edge of [box.left, right(box)]) {
      if (edge > area.left + 1 && edge < right(area) - 1) drawLine(ctx, model.theme.guide, [edge, box.top], [edge, bottom(box)], [3, 3]);
    }
  }
}

function drawInputs(chart: Chart, { inputs, panels, theme }: PlotModel): void {
  const area = areaOf(chart, 'output');
  if (!inputs || inputs.deviation === 0 || !area || !panels.includes('output')) return;
  const { ctx } = chart;
  const floor = bottom(area);
  ctx.save();
  ctx.beginPath();
  ctx.moveTo(area.left, floor);
  for (let pixel = area.left; pixel <= right(area); pixel += 2) ctx.lineTo(pixel, bellAt(chart, area, inputs, pixel));
  ctx.lineTo(right(area), floor);
  ctx.fillStyle = theme.inputsFill;
  ctx.fill();
  ctx.strokeStyle = theme.guide;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

/** The height of the bell at a pixel column. */
export function bellAt(chart: Chart, area: Box, { mean, deviation }: NonNullable<PlotModel['inputs']>, pixel: number): number {
  const z = (xValue(chart, pixel) - mean) / deviation;
  return bottom(area) - bellHeight * area.height * Math.exp(-0.5 * z * z);
}

function drawGrid(chart: Chart, { theme }: PlotModel, panel: Panel): void {
  const area = areaOf(chart, panel);
  const [across, upwards] = [chart.scales['x'], chart.scales[panel]];
  if (!area || !across || !upwards) return;
  const vertical = (x: number, colour: string) => drawLine(chart.ctx, colour, [xPixel(chart, x), area.top], [xPixel(chart, x), bottom(area)]);
  const horizontal = (y: number, colour: string) => drawLine(chart.ctx, colour, [area.left, yPixel(chart, panel, y)], [right(area), yPixel(chart, panel, y)]);
  for (const { value } of across.ticks) if (value !== 0) vertical(value, theme.grid);
  for (const { value } of upwards.ticks) if (value !== 0) horizontal(value, theme.grid);
  if (across.min <= 0 && across.max >= 0) vertical(0, theme.zeroLine);
  if (contains(area, area.left, yPixel(chart, panel, 0))) horizontal(0, theme.zeroLine);
}
