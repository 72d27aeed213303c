/** The words on a depth plot: its title, the limits, and the name of each line, on it or in the gutter where lines end apart. */
import type { Chart } from 'chart.js';
import { formatScientific } from '../../../src/pictures/numbers';
import { bottom, right, type Box } from '../../curves/plot/geometry';
import { drawLine, drawText, textBox, type TextStyle } from '../../curves/plot/ink';
import { clearanceOf, type Profile } from '../../curves/plot/placing';
import { limitsOf } from '../axis';
import { nameOfChoice } from '../initialisations';
import { factorText, sizeText } from '../numbers';
import type { DepthRow } from '../rows';
import { sizesOf, type DepthPlotModel } from './model';
import { placeAway, placeBeside } from './placing';
import { areaOf, layerPixel, sizePixel } from './places';

interface Words {
  readonly text: string;
  readonly style: TextStyle;
  readonly box: Box;
  /** From the end of the line to a label that had to move. */
  readonly leader?: readonly [number, number];
}

export type DepthLabels = readonly Words[];

const columnWidth = 4;
const narrow = 340;
/** Between the middles of two labels in the gutter. */
const lineHeight = 13.5;

export function placeLabels(chart: Chart, model: DepthPlotModel): DepthLabels {
  const profiles = model.rows.map((row) => profileOf(chart, model, row));
  const words = titleOf(chart, model);
  words.push(...cornerNote(chart, model, profiles, words));
  words.push(...limitNotes(chart, model, profiles, words));
  if (model.panel === 'signal') words.push(...gutterLabels(chart, model));
  else for (const row of model.rows) words.push(...lineLabel(chart, model, row, profiles, words));
  return words;
}

export function drawLabels(chart: Chart, model: DepthPlotModel, labels: DepthLabels): void {
  for (const { text, style, box, leader } of labels) {
    if (leader) drawLine(chart.ctx, style.colour, leader, [box.left - 2, box.top + box.height / 2]);
    drawText(chart.ctx, model.theme, text, box.left, box.top + box.height / 2, style);
  }
  if (model.layer !== undefined) drawFlag(chart, model, model.layer);
}

function drawFlag(chart: Chart, { theme }: DepthPlotModel, layer: number): void {
  const area = areaOf(chart);
  const style: TextStyle = { colour: theme.foreground, size: 11 };
  const text = `layer ${layer}`;
  const { width } = textBox(chart.ctx, theme, text, style);
  const left = Math.min(right(area) - width, Math.max(area.left, layerPixel(chart, layer) - width / 2));
  drawText(chart.ctx, theme, text, left, area.top - 11, style);
}

const titles = {
  gradient: ['Gradient', 'RMS, relative to the output. Read right to left.', 'relative to the output'],
  signal: ['Signal', 'RMS of activations. Read left to right.', 'RMS of activations'],
  stream: ['Signal', 'RMS of the residual stream. Read left to right.', 'RMS of the stream'],
} as const;

function titleOf(chart: Chart, { panel, residual, theme }: DepthPlotModel): Words[] {
  const [title, ...subtitles] = titles[panel === 'signal' && residual ? 'stream' : panel];
  const bold: TextStyle = { colour: theme.foreground, size: 13, weight: 600 };
  const quiet: TextStyle = { colour: theme.secondary, size: 12 };
  const size = textBox(chart.ctx, theme, title, bold);
  const words: Words[] = [{ text: title, style: bold, box: { left: 0, top: 0, ...size } }];
  const left = size.width + 10;
  const subtitle = subtitles.find((text) => left + textBox(chart.ctx, theme, text, quiet).width <= chart.width);
  if (subtitle) words.push({ text: subtitle, style: quiet, box: { left, top: 1, ...textBox(chart.ctx, theme, subtitle, quiet) } });
  return words;
}

function quietStyle({ theme }: DepthPlotModel): TextStyle {
  return { colour: theme.secondary, size: 11 };
}

/** Which end of the axis is which. */
function cornerNote(chart: Chart, model: DepthPlotModel, profiles: readonly Profile[], taken: readonly Words[]): Words[] {
  const text = model.panel === 'gradient' ? `layer, ${model.layers} is next to the loss` : 'layer, 1 is next to the input';
  return freeNote(chart, model, text, profiles, taken, (size, area) => [
    { left: right(area) - size.width - 6, top: bottom(area) - size.height - 3, ...size },
    { left: area.left + 6, top: bottom(area) - size.height - 3, ...size },
  ]);
}

function limitNotes(chart: Chart, model: DepthPlotModel, profiles: readonly Profile[], taken: readonly Words[]): Words[] {
  const { vanishing, exploding } = limitsOf[model.panel];
  const isSignal = model.panel === 'signal';
  const upper = [`exploding: above ${isSignal ? '65 504, the largest float16' : formatScientific(exploding, 1)}`, 'exploding'];
  const lower = [`vanishing: below ${formatScientific(vanishing, 1)}, the smallest float16`, 'vanishing'];
  const above = firstThatFits(chart, model, upper, profiles, taken, (size, area) => besides(area, size, sizePixel(chart, exploding), 'above'));
  const below = firstThatFits(chart, model, lower, profiles, [...taken, ...above], (size, area) => besides(area, size, sizePixel(chart, vanishing), 'below'));
  return [...above, ...below];
}

function firstThatFits(
  chart: Chart, model: DepthPlotModel, texts: readonly string[], profiles: readonly Profile[], taken: readonly Words[],
  places: (size: Size, area: Box) => Box[],
): Words[] {
  for (const text of texts) {
    const words = freeNote(chart, model, text, profiles, taken, places);
    if (words.length > 0) return words;
  }
  return [];
}

type Size = Pick<Box, 'width' | 'height'>;

/** On the far side of a limit, or where a line or the edge leaves no room there, on the near one. */
function besides(area: Box, size: Size, line: number, side: 'above' | 'below'): Box[] {
  const tops = [line - size.height - 2, line + 2];
  const lefts = [area.left + 6, right(area) - size.width - 6, area.left + (area.width - size.width) / 2];
  return (side === 'above' ? tops : tops.reverse()).flatMap((top) => lefts.map((left) => ({ left, top, ...size })));
}

/** At the first of the places that neither a line nor a word touches. */
function freeNote(
  chart: Chart, model: DepthPlotModel, text: string, profiles: readonly Profile[], taken: readonly Words[], places: (size: Size, area: Box) => Box[],
): Words[] {
  const style = quietStyle(model);
  const size = textBox(chart.ctx, model.theme, text, style);
  const area = areaOf(chart);
  const isInside = (box: Box) => box.left >= area.left && right(box) <= right(area) && box.top >= area.top && bottom(box) <= bottom(area);
  const box = places(size, area).find((place) => isInside(place) && clearanceOf(place, profiles, taken.map((words) => words.box)) >= 4);
  return box ? [{ text, style, box }] : [];
}

/** The height of a line at evenly spaced columns. */
function profileOf(chart: Chart, model: DepthPlotModel, row: DepthRow): Profile {
  const area = areaOf(chart);
  const sizes = sizesOf(row, model.panel);
  const heights = Array.from({ length: Math.floor(area.width / columnWidth) + 1 }, (_, column) => {
    const at = ((column * columnWidth) / area.width) * (model.layers - 1);
    const [before, share] = [Math.floor(at), at % 1];
    const [from, to] = [sizePixel(chart, sizes[before] ?? NaN), sizePixel(chart, sizes[Math.min(before + 1, model.layers - 1)] ?? NaN)];
    return from + share * (to - from);
  });
  return { key: row.curve.key, left: area.left, heights };
}

function labelStyle({ theme }: DepthPlotModel, { curve }: DepthRow): TextStyle {
  return { colour: theme.series[curve.series].output, size: 11.5, weight: curve.inCode ? 650 : 500 };
}

/** Beside its own line, else in free space with a leader; where there is none, the table names the line. */
function lineLabel(chart: Chart, model: DepthPlotModel, row: DepthRow, profiles: readonly Profile[], taken: readonly Words[]): Words[] {
  const style = labelStyle(model, row);
  const area = areaOf(chart);
  for (const text of area.width < narrow ? [row.name] : labelTexts(model, row)) {
    const size = textBox(chart.ctx, model.theme, text, style);
    const box = placeBeside(row.curve.key, size, area, profiles, taken.map((words) => words.box));
    if (box) return [{ text, style, box }];
  }
  const size = textBox(chart.ctx, model.theme, row.name, style);
  const away = placeAway(row.curve.key, size, area, profiles, taken.map((words) => words.box));
  return away ? [{ text: row.name, style, box: away.box, leader: away.from }] : [];
}

/** From what tells most to what fits best. */
function labelTexts({ rows }: DepthPlotModel, row: DepthRow): string[] {
  const named = `${row.name}, ${nameOfChoice(row.choice)}`;
  const unit = row.curve.inCode || rows.length === 1 ? ' per layer' : '';
  return [...(Number.isNaN(row.gradientPerLayer) ? [] : [`${named}  ${factorText(row.gradientPerLayer)}${unit}`]), named, row.name];
}

/** Where the lines end, pushed apart until no label touches another. */
function gutterLabels(chart: Chart, model: DepthPlotModel): Words[] {
  const area = areaOf(chart);
  const ends = model.rows.map((row) => ({ row, end: Math.min(bottom(area), Math.max(area.top, sizePixel(chart, row.signal.at(-1) ?? NaN))) }));
  const placed = spreadOut(ends.map(({ end }) => end), lineHeight * (model.theme.fontSize / 13), area);
  const left = right(area) + 7;
  return ends.map(({ row, end }, i) => {
    const style = labelStyle(model, row);
    const text = gutterText(chart, model, row, style, chart.width - left);
    const size = textBox(chart.ctx, model.theme, text, style);
    const middle = placed[i] ?? end;
    const moved = Math.abs(middle - end) > 3;
    return { text, style, box: { left, top: middle - size.height / 2, ...size }, ...(moved ? { leader: [right(area) + 1, end] as const } : {}) };
  });
}

/** As much as the gutter holds: name, initialisation where another row has the name too, and the size. */
function gutterText(chart: Chart, { rows, theme }: DepthPlotModel, row: DepthRow, style: TextStyle, room: number): string {
  const isAlone = rows.every((other) => other === row || other.name !== row.name);
  const size = sizeText(row.signal.at(-1) ?? NaN, row.signal[0] ?? 0);
  const named = isAlone ? row.name : `${row.name} ${nameOfChoice(row.choice)}`;
  const fits = (text: string) => textBox(chart.ctx, theme, text, style).width <= room;
  const found = [`${named}  ${size}`, named, row.name].find(fits);
  if (found) return found;
  const shortened = Array.from({ length: row.name.length }, (_, i) => `${row.name.slice(0, row.name.length - i - 1)}…`);
  return shortened.find(fits) ?? '…';
}

/** The order stays; each is moved as little as keeps the distance. */
function spreadOut(wished: readonly number[], distance: number, area: Box): number[] {
  const order = wished.map((_, i) => i).sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  const places = [...wished];
  const at = (i: number) => places[order[i] ?? 0] ?? 0;
  const set = (i: number, value: number) => { places[order[i] ?? 0] = value; };
  for (let round = 0; round < 60; round++) {
    for (let i = 1; i < order.length; i++) {
      const overlap = distance - (at(i) - at(i - 1));
      if (overlap <= 0) continue;
      set(i - 1, at(i - 1) - overlap / 2);
      set(i, at(i) + overlap / 2);
    }
    if (order.length > 0) {
      const above = area.top - at(0);
      const below = at(order.length - 1) - bottom(area);
      if (above > 0) set(0, area.top);
      if (below > 0) set(order.length - 1, bottom(area));
    }
  }
  return places;
}
