/** The heat map: a Chart.js chart of two axes whose ground is the surface, with lines of equal value and a crosshair over it. */
import { Chart, LinearScale, ScatterController, PointElement, type ChartConfiguration, type Plugin, type Scale } from 'chart.js';
import { formatNumber } from '../../src/pictures/numbers';
import { ticksIn, type Range } from '../../src/pictures/ranges';
import { element, setAttributes } from '../dom';
import type { ScaleOptions } from '../lineChart';
import type { Theme } from '../theme';
import { drawContours, drawCrosshair, placeContourLabels, type ContourLabel } from './heatLayers';
import { createGround } from './ground';
import { listenToPlotKeys, listenToPointer, type HeatMapActions } from './gestures';
import type { HeatMapModel } from './heatMapModel';
import { takePlace } from '../takePlace';

Chart.register(ScatterController, LinearScale, PointElement);

export interface HeatMap {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly chart: Chart;
  update(model: HeatMapModel): void;
  /** Draws again with another crosshair; everything else stays. */
  moveCrosshair(model: HeatMapModel): void;
}

const flagHeight = 24;
const axisWidth = 32;

export function createHeatMap(actions: HeatMapActions): HeatMap {
  const canvas = element('canvas', { role: 'img', tabindex: '0' });
  let current: HeatMapModel | undefined;
  let labels: readonly ContourLabel[] = [];
  const ground = createGround();
  const plugin: Plugin = {
    id: 'heatMap',
    afterUpdate(chart) {
      if (current) labels = placeContourLabels(chart, current);
    },
    beforeDatasetsDraw(chart) {
      if (!current) return;
      const { left, top, width, height } = chart.chartArea;
      chart.ctx.drawImage(ground(current, width, height), left, top, width, height);
      drawContours(chart, current, labels);
    },
    afterDatasetsDraw(chart) {
      if (current) drawCrosshair(chart, current);
    },
  };
  const chart = new Chart(canvas, configuration(plugin));
  listenToPointer(canvas, chart, actions);
  listenToPlotKeys(canvas, actions);
  return {
    element: element('div', { class: 'heat-map' }, canvas), canvas, chart,
    update(model) {
      current = model;
      const { extent } = model.shown;
      Chart.defaults.font.family = model.theme.fontFamily;
      chart.options.scales = { x: axis(extent.a, 'bottom', model.theme), y: axis(extent.b, 'left', model.theme) };
      setAttributes(canvas, { 'aria-label': spokenMap(model) });
      takePlace(chart);
      chart.update('none');
    },
    moveCrosshair(model) {
      current = model;
      chart.draw();
    },
  };
}

function configuration(plugin: Plugin): ChartConfiguration {
  return {
    type: 'scatter',
    data: { datasets: [] },
    plugins: [plugin],
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, events: [],
      layout: { padding: { top: flagHeight, right: 12, bottom: 0, left: 0 } },
    },
  };
}

function axis({ min, max }: Range, position: 'bottom' | 'left', theme: Theme): ScaleOptions {
  return {
    type: 'linear', min, max, position, grid: { display: false }, border: { display: false },
    ticks: {
      color: theme.secondary, font: { family: theme.fontFamily, size: (11 * theme.fontSize) / 13 }, maxRotation: 0, padding: 5, autoSkip: false,
      callback: (value: number | string) => formatNumber(Number(value), 6),
    },
    afterBuildTicks: (scale: Scale) => {
      const pixels = position === 'bottom' ? scale.chart.width - axisWidth : scale.chart.height;
      scale.ticks = ticksIn({ min, max }, pixels, 36).map((value) => ({ value }));
    },
    ...(position === 'left' ? { afterFit: (scale: Scale) => { scale.width = Math.max(scale.width, axisWidth); } } : {}),
  };
}

function spokenMap({ shown: { activation, extent } }: HeatMapModel): string {
  const span = ({ min, max }: Range) => `${formatNumber(min)} to ${formatNumber(max)}`;
  return `Value of ${activation.name} for a from ${span(extent.a)} and b from ${span(extent.b)}. Values are in the table.`;
}
