/** What is drawn over the ground of the heat map: lines of equal value with their numbers, and the crosshair. */
import type { Chart } from 'chart.js';
import type { Position } from '../../src/pictures/contours';
import { formatNumber, formatValue } from '../../src/pictures/numbers';
import type { Contour } from '../../src/pictures/surface';
import { bottom, gap, right, type Box } from '../curves/plot/geometry';
import { drawLine, drawMarker, drawText, textBox, type TextStyle } from '../curves/plot/ink';
import { formatPosition } from '../curves/readout';
import type { Theme } from '../theme';
import type { HeatMapModel } from './heatMapModel';

export interface ContourLabel {
  readonly text: string;
  readonly box: Box;
}

const labelStyle = ({ foreground }: Theme): TextStyle => ({ colour: foreground, size: 11, weight: 500 });
const strong = ({ foreground }: Theme): TextStyle => ({ colour: foreground, size: 11.5, weight: 650 });

/** Zero is a full line, what is above it thin, what is below dashed: the sign is legible without colour. */
export function drawContours(chart: Chart, model: HeatMapModel, labels: readonly ContourLabel[]): void {
  const { surface, theme } = model;
  const { ctx } = chart;
  ctx.save();
  clip(chart);
  for (const { level, lines } of surface.contours) {
    ctx.strokeStyle = level === 0 ? theme.foreground : theme.secondary;
    ctx.lineWidth = level === 0 ? 1.6 : 1;
    ctx.setLineDash(level < 0 ? [4, 3] : []);
    for (const line of lines) stroke(chart, line);
  }
  ctx.restore();
  const readouts = readoutsOf(chart, model).map(({ box }) => box);
  const free = labels.filter((label) => readouts.every((box) => gap(box, label.box) > 2));
  for (const { text, box } of free) drawText(ctx, theme, text, box.left, box.top + box.height / 2, labelStyle(theme));
}

function clip({ ctx, chartArea: { left, top, width, height } }: Chart): void {
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
}

function stroke(chart: Chart, line: readonly Position[]): void {
  chart.ctx.beginPath();
  for (const position of line) chart.ctx.lineTo(...pixelsOf(chart, position));
  chart.ctx.stroke();
}

function pixelsOf(chart: Chart, [a, b]: Position): [number, number] {
  return [chart.scales['x']?.getPixelForValue(a) ?? NaN, chart.scales['y']?.getPixelForValue(b) ?? NaN];
}

/** A number on each line that is long enough, clear of the other numbers. */
export function placeContourLabels(chart: Chart, { surface, theme }: HeatMapModel): ContourLabel[] {
  const labels: ContourLabel[] = [];
  const fromZero = [...surface.contours].sort((one, other) => Math.abs(other.level) - Math.abs(one.level));
  for (const contour of fromZero) {
    for (const line of contour.lines) {
      const label = placeOn(chart, theme, contour, line, labels);
      if (label) labels.push(label);
    }
  }
  return labels;
}

const shortest = 46;
/** The same number is not said twice within this distance. */
const sameApart = 110;
/** Along the line: the middle first, then towards its ends. */
const places: readonly number[] = [0.5, 0.35, 0.65, 0.22, 0.78, 0.12, 0.88];

function placeOn(chart: Chart, theme: Theme, { level }: Contour, line: readonly Position[], taken: readonly ContourLabel[]): ContourLabel | undefined {
  const pixels = line.map((position) => pixelsOf(chart, position));
  if (lengthOf(pixels) < shortest) return undefined;
  const text = formatNumber(level);
  const size = textBox(chart.ctx, theme, text, labelStyle(theme));
  for (const share of places) {
    const [x, y] = pixels[Math.round(share * (pixels.length - 1))] ?? [NaN, NaN];
    const box = { left: x - size.width / 2, top: y - size.height / 2, ...size };
    const isClear = taken.every((other) => gap(other.box, box) > (other.text === text ? sameApart : 10));
    if (isInside(chart, box) && isClear) return { text, box };
  }
  return undefined;
}

function lengthOf(pixels: readonly (readonly [number, number])[]): number {
  return pixels.slice(1).reduce((sum, [x, y], i) => {
    const [px, py] = pixels[i] ?? [x, y];
    return sum + Math.hypot(x - px, y - py);
  }, 0);
}

function isInside({ chartArea }: Chart, box: Box): boolean {
  return box.left > chartArea.left + 3 && right(box) < chartArea.right - 3 && box.top > chartArea.top + 3 && bottom(box) < chartArea.bottom - 3;
}

export function drawCrosshair(chart: Chart, model: HeatMapModel): void {
  const { shown: { a, b }, theme } = model;
  const { ctx, chartArea } = chart;
  const [x, y] = pixelsOf(chart, [a, b]);
  const [seesA, seesB] = isSeen(chart, x, y);
  if (seesA) drawLine(ctx, theme.crosshair, [x, chartArea.top - 4], [x, chartArea.bottom]);
  if (seesB) drawLine(ctx, theme.crosshair, [chartArea.left, y], [chartArea.right, y]);
  if (seesA && seesB) drawMarker(ctx, theme, 1, theme.foreground, x, y, 4.6);
  for (const { text, box } of readoutsOf(chart, model)) drawText(ctx, theme, text, box.left, box.top + box.height / 2, strong(theme));
}

function isSeen({ chartArea: { left, right: end, top, bottom: floor } }: Chart, x: number, y: number): readonly [boolean, boolean] {
  return [x >= left - 0.5 && x <= end + 0.5, y >= top - 0.5 && y <= floor + 0.5];
}

/** What is written at the crosshair: its position at the end of each line, and the value beside the dot. */
function readoutsOf(chart: Chart, { shown: { a, b, value }, theme, pinned }: HeatMapModel): ContourLabel[] {
  const [x, y] = pixelsOf(chart, [a, b]);
  const [seesA, seesB] = isSeen(chart, x, y);
  const labelled = (text: string, place: (size: { width: number; height: number }) => readonly [number, number]): ContourLabel => {
    const size = textBox(chart.ctx, theme, text, strong(theme));
    const [left, middle] = place(size);
    return { text, box: { left, top: middle - size.height / 2, ...size } };
  };
  return [
    ...(seesA ? [labelled(`a = ${formatPosition(a)}${pinned ? ', pinned' : ''}`, (size) => onTop(chart, x, size.width))] : []),
    ...(seesB ? [labelled(`b = ${formatPosition(b)}`, (size) => besideLine(chart, x, y, size.width))] : []),
    ...(seesA && seesB ? [labelled(formatValue(value), (size) => besideDot(chart, x, y, size.width))] : []),
  ];
}

function onTop({ width: whole, chartArea }: Chart, x: number, width: number): [number, number] {
  return [Math.min(Math.max(x - width / 2, 1), whole - width - 1), chartArea.top - 13];
}

/** At the end of the line that is farther from the crosshair. */
function besideLine({ chartArea: { left, right: end, top } }: Chart, x: number, y: number, width: number): [number, number] {
  const above = y - 10 < top + 8 ? y + 10 : y - 10;
  return [x - left > end - x ? left + 6 : end - width - 6, above];
}

function besideDot({ chartArea: { right: end, bottom: floor } }: Chart, x: number, y: number, width: number): [number, number] {
  return [x + 10 + width > end - 4 ? x - 10 - width : x + 10, y + 22 > floor ? y - 14 : y + 14];
}
