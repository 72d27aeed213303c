/** One line through all panels, with the value of x on a flag and the focused function's values beside its dots. */
import type { Chart } from 'chart.js';
import { formatValue } from '../../../src/pictures/numbers';
import type { Panel } from '../drawn';
import { featureWords, type FeatureKind } from '../features';
import { formatPosition, readout } from '../readout';
import { areaOf, bottom, contains, gap, right, xPixel, yPixel, type Box } from './geometry';
import { drawLine, drawText, fontOf, textBox, type TextStyle } from './ink';
import { mark } from './marks';
import type { PlotModel } from './model';
import { clearanceOf, type Profile } from './placing';

const notes: Readonly<Record<FeatureKind, Panel>> = {
  zero: 'output', jump: 'output', minimum: 'gradient', maximum: 'gradient', kink: 'gradient', edge: 'gradient', steepest: 'gradient', flattest: 'gradient',
};

/** Drawn under the curves. */
export function drawCrosshairLine(chart: Chart, model: PlotModel): void {
  const x = xPixel(chart, model.crosshair);
  if (!isInView(chart, x)) return;
  drawLine(chart.ctx, model.theme.crosshair, [x, chart.chartArea.top - 4], [x, chart.chartArea.bottom]);
}

/** The focused function's value in one panel, with what is special about it. */
export interface Readout {
  readonly value: string;
  readonly note: string;
  /** How far the note stands from the left edge. */
  readonly noteShift: number;
  readonly box: Box;
}

/** Drawn over everything. */
export function drawCrosshairValues(chart: Chart, model: PlotModel, readouts: readonly Readout[]): void {
  const x = xPixel(chart, model.crosshair);
  if (!isInView(chart, x)) return;
  drawFlag(chart, model, x);
  const lastFirst = [...model.drawn].reverse();
  for (const panel of model.panels) {
    for (const drawn of lastFirst) mark(chart, model, panel, drawn, model.crosshair, drawn === model.focused ? 4.8 : 4.4);
  }
  for (const { value, note, noteShift, box } of readouts) {
    const middle = box.top + box.height / 2;
    drawText(chart.ctx, model.theme, value, box.left, middle, valueStyle(model));
    if (note) drawText(chart.ctx, model.theme, note, box.left + noteShift, middle, noteStyle(model));
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

function valueStyle({ theme }: PlotModel): TextStyle {
  return { colour: theme.foreground, size: 11.5, weight: 600 };
}

function noteStyle({ theme }: PlotModel): TextStyle {
  return { colour: theme.secondary, size: 11 };
}

const noteGap = 10;

/** Where the value in a panel is written, if the crosshair meets the focused function there. */
export function readoutOf(chart: Chart, model: PlotModel, panel: Panel, profiles: readonly Profile[], taken: readonly Box[]): Readout | undefined {
  const { focused, theme } = model;
  const area = areaOf(chart, panel);
  const x = xPixel(chart, model.crosshair);
  if (!focused || !area || !isInView(chart, x)) return undefined;
  const height = readout(focused, model.crosshair, model.feature)[panel];
  const y = yPixel(chart, panel, height);
  if (!contains(area, x, y)) return undefined;
  const value = formatValue(height);
  const size = textBox(chart.ctx, theme, value, valueStyle(model));
  const full = noteOf(model, panel, area);
  const around: Around = { x, y, area, taken, clearance: (box) => clearanceOf(box, profiles, [], 4) };
  for (const note of full ? [full, ''] : ['']) {
    const width = size.width + (note ? noteGap + textBox(chart.ctx, theme, note, noteStyle(model)).width : 0);
    const found = freePlace({ width, height: size.height }, around, note === '');
    // Words that explain are left out where they would hide a curve.
    const isHiding = note !== '' && found !== undefined && around.clearance(found) < 1;
    if (found && !isHiding) return { value, note, noteShift: size.width + noteGap, box: found };
  }
  return undefined;
}

/** What is special about the value in a panel, where there is room to say it. */
export function noteOf({ feature, zones }: PlotModel, panel: Panel, area: Pick<Box, 'width'>): string {
  if (!feature || notes[feature.kind] !== panel || area.width < 420) return '';
  const isLive = zones.every(({ from, to }) => feature.x < from || feature.x > to);
  const words = featureWords[feature.kind];
  return (feature.kind === 'minimum' || feature.kind === 'maximum') && isLive ? `${words}, not saturation` : words;
}

interface Around {
  readonly x: number;
  readonly y: number;
  readonly area: Box;
  readonly taken: readonly Box[];
  /** Distance to the nearest curve, up to where farther is no better. */
  readonly clearance: (box: Box) => number;
}

/** From the dot to the upper edge of the words, nearest first, and how much clearance the way there costs. */
const offsets = [{ down: 7, cost: 0 }, { up: 7, cost: 0 }, { down: 20, cost: 4 }, { up: 20, cost: 4 }] as const;

/** Beside the dot, on the side that is clearest of curves and words; where none is, the value itself still finds one. */
function freePlace(size: { width: number; height: number }, { x, y, area, taken, clearance }: Around, isNeeded: boolean): Box | undefined {
  const places = offsets.flatMap((offset) => {
    const top = 'down' in offset ? y + offset.down : y - offset.up - size.height;
    return [{ left: x + 9, cost: 0 }, { left: x - 9 - size.width, cost: 2 }].map(({ left, cost }) => ({ box: { left, top, ...size }, cost: cost + offset.cost }));
  });
  const inside = places.filter(({ box }) => box.left >= area.left && right(box) <= right(area) && box.top >= area.top && bottom(box) <= bottom(area) + 5);
  const free = inside.filter(({ box }) => taken.every((other) => gap(box, other) > 2));
  const score = ({ box, cost }: (typeof places)[number]) => clearance(box) - cost;
  const [best] = (free.length > 0 || !isNeeded ? free : inside).sort((a, b) => score(b) - score(a));
  return best?.box ?? (isNeeded ? { left: x + 9, top: y + 7, ...size } : undefined);
}
