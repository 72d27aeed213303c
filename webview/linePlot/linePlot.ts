/** A small Chart.js plot of lines over one axis, linear or logarithmic, with our own layers under and over them. */
import { Chart, LineController, LineElement, LinearScale, LogarithmicScale, PointElement, type Scale } from 'chart.js';
import { formatNumber } from '../../src/pictures/numbers';
import { lineCap } from '../../src/pictures/series';
import { element, setAttributes } from '../dom';
import { lineChart, type LineData, type ScaleOptions } from '../lineChart';
import type { Theme } from '../theme';
import { drawGround, drawTop } from './layers';
import { listenTo, type LinePlotActions } from './gestures';
import { placeNames, type Places } from './names';
import type { Axis, LinePlotModel, Names, PlotLine } from './linePlotModel';
import { takePlace } from '../takePlace';

Chart.register(LineController, LineElement, LinearScale, LogarithmicScale, PointElement);

export interface LinePlot {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly chart: Chart;
  update(model: LinePlotModel): void;
}

/** Above the plot, for the flag of the crosshair. */
const padding = { top: 22, right: 10, bottom: 0, left: 0 };
const axisWidth = 32;

export function createLinePlot(className: string, actions: LinePlotActions): LinePlot {
  const canvas = element('canvas', { role: 'img', tabindex: '0' });
  const host = element('div', { class: `line-plot ${className}` }, canvas);
  let current: LinePlotModel | undefined;
  let names: Names = [];
  const places: Places = new Map();
  const chart = new Chart(canvas, lineChart({
    id: 'linePlot',
    afterUpdate(updated) {
      if (current) names = placeNames(updated, current, places);
    },
    beforeDatasetsDraw(drawn) {
      if (current) drawGround(drawn, current);
    },
    afterDatasetsDraw(drawn) {
      if (current) drawTop(drawn, current, names);
    },
  }, { layout: { padding } }));
  listenTo(canvas, chart, actions);
  return {
    element: host, canvas, chart,
    update(model) {
      current = model;
      Chart.defaults.font.family = model.theme.fontFamily;
      chart.options.scales = { x: xScale(model.x, model.theme), y: yScale(model.y, model.theme) };
      chart.data.datasets = model.lines.map(datasetOf);
      setAttributes(canvas, { 'aria-label': model.spoken });
      takePlace(chart);
      chart.update('none');
    },
  };
}

function datasetOf({ label, points, colour, width, dash, series }: PlotLine): LineData {
  return {
    label, data: points as { x: number; y: number }[], xAxisID: 'x', yAxisID: 'y',
    borderColor: colour, borderWidth: width, borderDash: [...dash], borderCapStyle: lineCap(series),
  };
}

function xScale(axis: Axis, theme: Theme): ScaleOptions {
  return { ...commonScale(axis, theme), type: axis.logarithmic ? 'logarithmic' : 'linear', position: 'bottom' };
}

function yScale(axis: Axis, theme: Theme): ScaleOptions {
  return {
    ...commonScale(axis, theme), type: 'linear', position: 'left',
    afterFit: (scale: Scale) => { scale.width = Math.max(scale.width, axisWidth); },
  };
}

function commonScale({ min, max, ticks }: Axis, theme: Theme) {
  return {
    min, max, grid: { display: false }, border: { display: false },
    ticks: {
      color: theme.secondary, font: { family: theme.fontFamily, size: (11 * theme.fontSize) / 13 }, maxRotation: 0, padding: 5, autoSkip: false,
      callback: (value: number | string) => formatNumber(Number(value), 6),
    },
    afterBuildTicks: (scale: Scale) => { scale.ticks = ticks.map((value) => ({ value })); },
  };
}
