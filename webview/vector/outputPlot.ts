/**
 * The plot of the view. Where a temperature means something it is the axis; else one entry moves while the others
 * stay; and a function that makes one number of many is drawn over its affine pieces.
 */
import { formatNumber, formatRounded, formatValue, minus } from '../../src/pictures/numbers';
import { niceStep, ticksIn, type Range } from '../../src/pictures/ranges';
import { dashes, lineWidths, ownLineWidth } from '../../src/pictures/series';
import { sampleTogether, type VectorPoint } from '../../src/pictures/vectorSampling';
import type { Axis, Guide, LinePlotModel, PlotLine } from '../linePlot/linePlotModel';
import type { LabState } from '../state';
import type { Theme } from '../theme';
import { formatLogit } from './heading';
import { entryName, isDistribution, outputsAt, probabilitiesOf, seriesAt, temperatureSymbol, type Shown } from './shown';
import { temperatureText } from './vectorTools';

export type PlotKind = 'temperature' | 'entry' | 'pieces';

export function plotKind({ traits, form }: Shown): PlotKind {
  if (form === 'number') return 'pieces';
  return traits.takesTemperature ? 'temperature' : 'entry';
}

/** What is computed at one place of the axis, before there is a size to draw it in. */
export interface OutputPlot {
  readonly kind: PlotKind;
  readonly title: string;
  readonly axis: Axis;
  readonly crosshair: number;
  readonly flag: string;
  readonly names: readonly string[];
  /** The heights of all lines at a position of the axis. */
  at(position: number): readonly number[];
  readonly kinks: readonly number[];
  readonly guides: readonly Guide[];
  readonly ends: LinePlotModel['ends'];
  /** The name of the axis, for the table of numbers. */
  readonly variable: string;
}

export function outputPlot(shown: Shown, state: LabState): OutputPlot {
  switch (plotKind(shown)) {
    case 'temperature': return temperaturePlot(shown);
    case 'entry': return entryPlot(shown);
    case 'pieces': return piecesPlot(shown, state);
  }
}

function temperaturePlot(shown: Shown): OutputPlot {
  const symbol = temperatureSymbol(shown);
  const count = shown.outputs.length;
  const usable = shown.temperature > 0 && Number.isFinite(shown.temperature);
  const axis = { min: Math.min(0.1, usable ? shown.temperature : 1), max: Math.max(10, usable ? shown.temperature : 1), logarithmic: true };
  return {
    kind: 'temperature', title: 'Temperature sharpens or flattens', variable: symbol,
    axis: { ...axis, ticks: logarithmicTicks(axis) },
    crosshair: shown.temperature, flag: `${symbol} = ${temperatureText(shown.temperature)}`,
    names: shown.entries.map((_, index) => entryName(shown, index)),
    at: (temperature) => probabilitiesOf({ ...shown, outputs: outputsAt(shown, temperature) }),
    kinks: [],
    guides: isDistribution(shown.form) && count > 1 && shown.traits.ignoresShift ? [{ y: 1 / count, label: `uniform ${formatValue(1 / count)}` }] : [],
    ends: isDistribution(shown.form) && count > 1 ? { left: shown.traits.productSign < 0 ? '← argmin' : '← argmax' } : {},
  };
}

function logarithmicTicks({ min, max }: Range): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const factor of [1, 2, 5]) all.push(Number((factor * 10 ** power).toPrecision(3)));
  }
  const inside = all.filter((tick) => tick >= min * 0.999 && tick <= max * 1.001);
  return inside.length > 10 ? inside.filter((tick) => /^1|^0\.0*1$/.test(String(tick))) : inside;
}

function entryPlot(shown: Shown): OutputPlot {
  const { target, entries, outputs, form } = shown;
  const own = entries[target] ?? NaN;
  const far = Math.max(5, Math.ceil(Math.abs(own)));
  const name = entryName(shown, target);
  const pairs = form === 'pairs' ? [target, entries.length + target] : outputs.map((_, index) => index);
  return {
    kind: 'entry', title: form === 'pairs' ? `What ${name} becomes` : `As ${name} moves and the others stay`, variable: name,
    axis: { min: -far, max: far, ticks: ticksIn({ min: -far, max: far }, 10, 1) },
    crosshair: own, flag: `${name} = ${formatLogit(own)}`,
    names: form === 'pairs' ? ['first half', 'second half'] : entries.map((_, index) => entryName(shown, index)),
    at: (value) => {
      const all = outputsAt(shown, shown.temperature, entries.map((entry, i) => (i === target ? value : entry)));
      return pairs.map((index) => all[index] ?? NaN);
    },
    kinks: [0, ...entries],
    guides: [], ends: {},
  };
}

function piecesPlot(shown: Shown, { vector: { pieces, x } }: LabState): OutputPlot {
  const far = Math.max(4, Math.ceil(Math.abs(x)));
  const crossings = pieces.flatMap((one, i) => pieces.slice(i + 1).map((other) => (other.bias - one.bias) / (one.weight - other.weight)));
  return {
    kind: 'pieces', title: `${shown.activation.name} over its pieces`, variable: 'x',
    axis: { min: -far, max: far, ticks: ticksIn({ min: -far, max: far }, 10, 1) },
    crosshair: x, flag: `x = ${formatLogit(x)}`,
    names: [shown.activation.name, ...pieces.map((_, index) => entryName(shown, index))],
    at: (position) => {
      const heights = pieces.map(({ weight, bias }) => weight * position + bias);
      return [outputsAt(shown, 1, heights)[0] ?? NaN, ...heights];
    },
    kinks: crossings.filter(Number.isFinite), guides: [], ends: {},
  };
}

/** Where on the axis a share of its width is. */
export function positionAt({ min, max, logarithmic }: Axis, share: number): number {
  return logarithmic ? min * (max / min) ** share : min + (max - min) * share;
}

function shareAt({ min, max, logarithmic }: Axis, position: number): number {
  return logarithmic ? Math.log(position / min) / Math.log(max / min) : (position - min) / (max - min);
}

export function linePlotModel(shown: Shown, state: LabState, theme: Theme, size: { readonly width: number; readonly height: number }): LinePlotModel {
  const plot = outputPlot(shown, state);
  const y = heightAxis(plot, size.height);
  const points = sampleTogether((share) => plot.at(positionAt(plot.axis, share)), {
    width: size.width, perUnit: size.height / (y.max - y.min), kinks: plot.kinks.map((kink) => shareAt(plot.axis, kink)),
  });
  const now = plot.at(plot.crosshair);
  return {
    x: plot.axis, y, theme,
    lines: plot.names.map((name, index) => lineOf({ plot, shown, theme, points, name, index, at: now[index] ?? NaN })),
    guides: plot.guides, ends: plot.ends, crosshair: plot.crosshair, flag: plot.flag,
    spoken: spokenPlot(plot),
  };
}

interface Drawing {
  readonly plot: OutputPlot;
  readonly shown: Shown;
  readonly theme: Theme;
  readonly points: readonly VectorPoint[];
  readonly name: string;
  readonly index: number;
  readonly at: number;
}

function lineOf({ plot, shown, theme, points, name, index, at }: Drawing): PlotLine {
  const look = lookOf(plot.kind, shown, theme, index);
  return {
    ...look, label: name, ...(Number.isFinite(at) ? { at } : {}),
    points: points.map(({ share, values }) => ({ x: positionAt(plot.axis, share), y: values[index] ?? NaN })),
  };
}

/** The function over its pieces is no piece: it is drawn in the colour of text, and broader. */
function lookOf(kind: PlotKind, { target, form }: Shown, theme: Theme, index: number): Omit<PlotLine, 'label' | 'points'> {
  if (kind === 'pieces' && index === 0) return { colour: theme.foreground, dash: [], width: 3.4 };
  const series = seriesAt(kind === 'pieces' ? index - 1 : form === 'pairs' ? (index === 0 ? target : (target + 1) % 5) : index);
  return { colour: theme.series[series].output, series, dash: dashes[series], width: index === target && kind !== 'pieces' ? ownLineWidth : lineWidths.output };
}

function heightAxis(plot: OutputPlot, pixels: number): Axis {
  if (plot.kind === 'temperature') return { min: 0, max: 1, ticks: [0, 0.5, 1] };
  const heights = Array.from({ length: 41 }, (_, i) => plot.at(positionAt(plot.axis, i / 40))).flat().filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...heights), Math.max(1, ...heights)];
  const grain = niceStep((high - low) / 20);
  const [min, max] = [Math.floor(low / grain + 1e-6) * grain, Math.ceil(high / grain - 1e-6) * grain];
  return { min, max, ticks: ticksIn({ min, max }, pixels, 34) };
}

function spokenPlot({ title, names, axis, variable, flag }: OutputPlot): string {
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return `${title}: ${list} from ${variable} = ${formatRounded(axis.min, 3)} to ${formatRounded(axis.max, 3)}, now ${flag.replace(minus, 'minus ')}. Values are in the table.`;
}

/** A step of the keyboard, in the manner of the axis. */
export function stepped(shown: Shown, state: LabState, strides: number): number {
  const { axis, crosshair } = outputPlot(shown, state);
  const moved = axis.logarithmic ? crosshair * 10 ** (0.02 * strides) : crosshair + 0.1 * strides;
  const within = Math.min(axis.max, Math.max(axis.min, moved));
  return axis.logarithmic ? Number(within.toPrecision(4)) : Number(within.toFixed(3)) + 0;
}

/** As fine as a hand can point. */
export function rounded({ logarithmic }: Axis, position: number): number {
  return logarithmic ? Number(position.toPrecision(3)) : Number(position.toFixed(2)) + 0;
}

/** `T 1.00. cat 0.577, dog 0.235, bird 0.188.` */
export function spokenValues(shown: Shown, state: LabState): string {
  const plot = outputPlot(shown, state);
  const values = plot.at(plot.crosshair).map((value, index) => `${plot.names[index] ?? ''} ${formatNumber(value)}`);
  return `${plot.flag.replace(' =', '')}. ${values.join(', ')}.`.replaceAll(minus, 'minus ');
}
