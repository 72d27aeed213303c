/** Markers along the curves, and the dots at jumps. */
import type { Chart } from 'chart.js';
import { breaksIn, type Drawn, type Panel } from '../drawn';
import { jumpAt } from '../../../src/pictures/jumps';
import { areaOf, contains, xPixel, yPixel, type Box } from './geometry';
import { drawMarker } from './ink';
import type { PlotModel } from './model';

const markersPerCurve = 3;

export function drawMarks(chart: Chart, model: PlotModel): void {
  const lastFirst = [...model.drawn].reverse();
  if (model.panels.includes('output')) ringFarthest(chart, model);
  for (const panel of model.panels) {
    for (const drawn of lastFirst) {
      drawMarkers(chart, model, panel, drawn);
      drawJumps(chart, model, panel, drawn);
    }
  }
}

/** A ring around each place where the focused function is farthest from the reference. */
function ringFarthest(chart: Chart, { farthest, focused, theme }: PlotModel): void {
  const area = areaOf(chart, 'output');
  if (!area || !focused || !farthest || farthest.value === 0) return;
  for (const x of farthest.places) {
    const [px, py] = [xPixel(chart, x), yPixel(chart, 'output', focused.functions.output(x))];
    if (contains(area, px, py)) ring(chart.ctx, theme.foreground, px, py);
  }
}

function ring(context: CanvasRenderingContext2D, colour: string, x: number, y: number): void {
  context.save();
  context.beginPath();
  context.arc(x, y, 7, 0, 2 * Math.PI);
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.setLineDash([]);
  context.stroke();
  context.restore();
}

export function colourOf(model: PlotModel, drawn: Drawn, panel: Panel): string {
  const colours = model.theme.series[drawn.curve.series];
  return panel === 'output' ? colours.output : colours.derivative;
}

/** Spread evenly over the width and staggered, so that no two curves carry one at the same place. */
function drawMarkers(chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn): void {
  const index = model.drawn.indexOf(drawn);
  const shift = panel === 'output' ? 0.5 : 0.82;
  for (let k = 0; k < markersPerCurve; k++) {
    const share = ((k + (index + shift) / model.drawn.length) / markersPerCurve) % 1;
    const x = model.x.min + share * (model.x.max - model.x.min);
    mark(chart, model, panel, drawn, x, panel === 'output' ? 3.6 : 3.1);
  }
}

export function mark(chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn, x: number, radius: number): void {
  const area = areaOf(chart, panel);
  const [px, py] = [xPixel(chart, x), yPixel(chart, panel, drawn.functions[panel](x))];
  if (!area || !contains(area, px, py)) return;
  drawMarker(chart.ctx, model.theme, drawn.curve.series, colourOf(model, drawn, panel), px, py, radius);
}

/** The room that the dots at jumps take. */
export function jumpBoxes(chart: Chart, model: PlotModel, panel: Panel): Box[] {
  return model.drawn.flatMap((drawn) => breaksIn(drawn, panel).flatMap((x) => {
    const jump = jumpAt(drawn.functions[panel], x);
    return jump ? [jump.left, jump.right, jump.at].map((y) => ({ left: xPixel(chart, x) - 4, top: yPixel(chart, panel, y) - 4, width: 8, height: 8 })) : [];
  }));
}

/** A filled dot for the value that is returned at the jump, open dots for the limits it does not take. */
function drawJumps(chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn): void {
  for (const x of breaksIn(drawn, panel)) {
    const jump = jumpAt(drawn.functions[panel], x);
    if (!jump) continue;
    for (const y of new Set([jump.left, jump.right])) {
      if (Math.abs(y - jump.at) > 1e-6) dot(chart, model, panel, drawn, x, y, false);
    }
    dot(chart, model, panel, drawn, x, jump.at, true);
  }
}

function dot(chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn, x: number, y: number, filled: boolean): void {
  const area = areaOf(chart, panel);
  const [px, py] = [xPixel(chart, x), yPixel(chart, panel, y)];
  if (!area || !contains(area, px, py)) return;
  const { ctx } = chart;
  const colour = colourOf(model, drawn, panel);
  ctx.save();
  ctx.beginPath();
  ctx.arc(px, py, 3, 0, 2 * Math.PI);
  ctx.fillStyle = filled ? colour : model.theme.background;
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = colour;
  ctx.setLineDash([]);
  ctx.stroke();
  ctx.restore();
}
