/** The plot: one Chart.js chart whose panels share the x axis, with our own layers under and over its lines. */
import { Chart, LineController, LineElement, LinearScale, PointElement, type Plugin, type Scale } from 'chart.js';
import { formatNumber, formatValue, minus } from '../../../src/pictures/numbers';
import { primitiveOf } from '../../../src/pictures/panelCurve';
import { sample, type Window } from '../../../src/pictures/sampling';
import { breaksIn, panelMemo, type Drawn, type Panel } from '../drawn';
import { gapShare, panelShares } from '../../../src/pictures/figure/layout';
import { dashes, lineCap, lineWidths, ownLineWidth } from '../../../src/pictures/series';
import { ticksIn, ticksOn } from '../../../src/pictures/scales';
import { drawBackdrop } from './backdrop';
import { BentScale } from './bentScale';
import { drawCrosshairLine, drawCrosshairValues } from './crosshair';
import { drawLabels, noLabels, placeLabels, placeReadouts, type Labels, type Places } from './labels';
import { colourOf, drawMarks } from './marks';
import type { PlotModel } from './model';
import { lineChart, whenResized, type LineData, type ScaleOptions } from '../../lineChart';
import { takePlace } from '../../takePlace';
import type { Theme } from '../../theme';

Chart.register(LineController, LineElement, LinearScale, BentScale, PointElement);

interface Plot {
  readonly chart: Chart;
  /** Samples, lays out and draws; anew where fonts, colours or the size of the place may be others. */
  update(model: PlotModel, isAnew: boolean): void;
  /** Draws again with another crosshair; everything else stays. */
  moveCrosshair(model: PlotModel): void;
}

/** Above the panels, for the value of x on its flag. */
const flagHeight = 28;
const padding = { top: flagHeight, right: 10, bottom: 0, left: 0 };
const xAxisHeight = 24;
const axisWidth = 32;
const narrowAxisWidth = 26;
const narrow = 420;

export function createPlot(canvas: HTMLCanvasElement, resized: () => void): Plot {
  let current: PlotModel | undefined;
  let labels: Labels = noLabels;
  const places: Places = new Map();
  const datasets = new Map<string, LineData>();
  let laidOut: Layout | undefined;
  const plugin: Plugin = {
    ...layers(() => current, () => labels),
    // The scales are laid out and nothing is drawn yet.
    afterUpdate(updated) {
      if (current) labels = placeLabels(updated, current, places);
    },
  };
  const chart = new Chart(canvas, lineChart(plugin, { layout: { padding }, onResize: whenResized(resized) }));
  return {
    chart,
    update(model, isAnew) {
      current = model;
      takePlace(chart);
      const lines = datasetsOf(chart, model);
      const layout = layoutOf(chart, model, lines);
      if (!isAnew && layout.theme === laidOut?.theme && layout.text === laidOut.text) {
        moveLines(chart, lines);
        labels = placeLabels(chart, model, places);
        chart.draw();
        return;
      }
      laidOut = layout;
      Chart.defaults.font.family = model.theme.fontFamily;
      Chart.defaults.color = model.theme.secondary;
      configureScales(chart, model);
      chart.data.datasets = lines.map((dataset) => kept(datasets, dataset));
      chart.update('none');
    },
    moveCrosshair(model) {
      current = model;
      chart.draw();
    },
  };
}

/** All of a model that axes and the look of lines depend on, the points of the lines apart. */
interface Layout {
  readonly theme: Theme;
  readonly text: string;
}

function layoutOf({ width, height }: Chart, { x, heights, panels, theme }: PlotModel, lines: readonly LineData[]): Layout {
  return { theme, text: JSON.stringify([width, height, x, panels.map((panel) => heights[panel]), lines.map(({ data: _, ...look }) => look)]) };
}

/** Gives lines their new points and leaves the axes as they are: to lay those out anew takes longer than all else in a frame. */
function moveLines(chart: Chart, lines: readonly LineData[]): void {
  lines.forEach(({ data }, i) => {
    const dataset = chart.data.datasets[i];
    if (!dataset || dataset.data === data) return;
    dataset.data = data;
    const { controller } = chart.getDatasetMeta(i);
    controller.buildOrUpdateElements(false);
    controller.update('none');
  });
}

function layers(model: () => PlotModel | undefined, labels: () => Labels): Plugin {
  return {
    id: 'activationLens',
    beforeDatasetsDraw(chart) {
      const drawn = model();
      if (!drawn) return;
      drawBackdrop(chart, drawn);
      drawCrosshairLine(chart, drawn);
    },
    afterDatasetsDraw(chart) {
      const drawn = model();
      if (!drawn) return;
      drawMarks(chart, drawn);
      const readouts = placeReadouts(chart, drawn, labels());
      drawLabels(chart, drawn, labels(), readouts);
      drawCrosshairValues(chart, drawn, readouts);
    },
  };
}

/**
 * The scales from the bottom up, with an empty one for each gap. Without weights a panel that is shown later would
 * end on top, since Chart.js keeps the scales it has.
 */
function configureScales(chart: Chart, model: PlotModel): void {
  const scales: NonNullable<typeof chart.options.scales> = { x: xScale(model) };
  const upwards = [...model.panels].reverse();
  upwards.forEach((panel, index) => {
    if (index > 0) scales[`gap${index}`] = gapScale(2 * index - 1);
    scales[panel] = yScale(model, panel, 2 * index);
  });
  chart.options.scales = scales;
}

function xScale({ x, theme }: PlotModel): ScaleOptions {
  return {
    type: 'linear', min: x.min, max: x.max, position: 'bottom',
    grid: { display: false }, border: { display: false },
    ticks: { color: theme.secondary, font: { size: (11 * theme.fontSize) / 13 }, maxRotation: 0, padding: 4, autoSkip: false, callback: tickLabel },
    afterBuildTicks: (scale: Scale) => { scale.ticks = ticksIn(x, scale.chart.width - axisWidth, 27).map((value) => ({ value })); },
  };
}

function yScale(model: PlotModel, panel: Panel, weight: number): ScaleOptions {
  const { heights, theme } = model;
  const height = heights[panel];
  return {
    type: 'bent', height, min: height.min, max: height.max, position: 'left', weight, stack: 'panels', stackWeight: panelShares[panel],
    grid: { display: false }, border: { display: false },
    ticks: { color: theme.secondary, font: { size: (11 * theme.fontSize) / 13 }, padding: 6, autoSkip: false, callback: height.kind === 'linear' ? tickLabel : powerLabel },
    afterBuildTicks: (scale: Scale) => { scale.ticks = ticksOn(height, panelHeight(scale.chart, model, panel), panel === 'output' ? 30 : 23).map((value) => ({ value })); },
    afterFit: (scale: Scale) => { scale.width = Math.max(scale.width, scale.chart.width < narrow ? narrowAxisWidth : axisWidth); },
  };
}

function gapScale(weight: number): ScaleOptions {
  return {
    type: 'linear', position: 'left', stack: 'panels', stackWeight: gapShare, weight, grid: { display: false }, border: { display: false }, ticks: { display: false },
    afterBuildTicks: (scale: Scale) => { scale.ticks = []; },
  };
}

function tickLabel(value: number | string): string {
  const number = Number(value);
  const size = Math.abs(number);
  if (size !== 0 && (size >= 1e5 || size < 1e-4)) return formatNumber(number);
  return (number < 0 ? minus : '') + String(Number(size.toPrecision(9)));
}

/** Powers of ten, as digits where these are few. */
function powerLabel(value: number | string): string {
  const size = Math.abs(Number(value));
  return size !== 0 && (size < 0.01 || size > 1000) ? formatValue(Number(value)).replace('1.0 × ', '') : tickLabel(value);
}

/** The function in the code comes first, since Chart.js draws the first dataset last, on top. */
function datasetsOf(chart: Chart, model: PlotModel): LineData[] {
  return model.panels.flatMap((panel) => model.drawn.map((drawn) => datasetOf(chart, model, panel, drawn)));
}

function datasetOf(chart: Chart, model: PlotModel, panel: Panel, drawn: Drawn): LineData {
  const isOwn = drawn.curve.inCode && panel === 'output';
  const points = sampled(drawn, panel, windowOf(chart, model, panel));
  return {
    label: `${panel} ${drawn.curve.key}`,
    data: points,
    xAxisID: 'x', yAxisID: panel,
    borderColor: colourOf(model, drawn, panel),
    borderWidth: isOwn ? ownLineWidth : lineWidths[panel],
    borderDash: [...dashes[drawn.curve.series]],
    borderCapStyle: lineCap(drawn.curve.series),
  };
}

/** The same object for the same curve: for a new one Chart.js would make a new controller in every frame. */
function kept(datasets: Map<string, LineData>, dataset: LineData): LineData {
  const id = dataset.label ?? '';
  const known = Object.assign(datasets.get(id) ?? {}, dataset);
  datasets.set(id, known);
  return known;
}

const sampled = panelMemo((drawn, panel, window: Window) => sample(
  { value: drawn.functions[panel], kinks: breaksIn(drawn, panel), primitive: primitiveOf(drawn, panel) }, window));

function windowOf(chart: Chart, model: PlotModel, panel: Panel): Window {
  const { x, heights } = model;
  return { x, y: heights[panel], width: Math.max(120, chart.width - axisWidth), height: panelHeight(chart, model, panel) };
}

/** The height a panel will get, before Chart.js has laid it out. */
function panelHeight(chart: Chart, { panels: shown }: PlotModel, panel: Panel): number {
  const whole = shown.reduce((sum, name) => sum + panelShares[name], gapShare * (shown.length - 1));
  return Math.max(40, ((chart.height - flagHeight - xAxisHeight) * panelShares[panel]) / whole);
}
