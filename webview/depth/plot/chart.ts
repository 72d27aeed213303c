/** One plot over the layers: Chart.js draws axis and lines, our own layers what lies under and over them. */
import { Chart, LinearScale, LineController, LineElement, LogarithmicScale, PointElement, type Scale } from 'chart.js';
import { formatScientific } from '../../../src/pictures/numbers';
import { dashes, lineCap, lineWidths, ownLineWidth } from '../../../src/pictures/series';
import { exponentTicks, layerTicks } from '../axis';
import { drawBackdrop } from './backdrop';
import { drawLabels, placeLabels, type DepthLabels } from './labels';
import { drawMarks } from './marks';
import { drawable, sizesOf, type DepthPlotModel } from './model';
import { lineChart, whenResized, type LineData, type ScaleOptions } from '../../lineChart';
import { takePlace } from '../../takePlace';

Chart.register(LineController, LineElement, LinearScale, LogarithmicScale, PointElement);

export interface DepthPlot {
  readonly chart: Chart;
  update(model: DepthPlotModel): void;
  /** Draws again with another layer pointed at; everything else stays. */
  point(model: DepthPlotModel): void;
}

/** Above the plot, for its title and the number of the layer that is pointed at. */
const titleHeight = 42;
const xAxisHeight = 24;
const axisWidth = 44;
const gutter = 88;

export function createDepthPlot(canvas: HTMLCanvasElement, resized: () => void): DepthPlot {
  let current: DepthPlotModel | undefined;
  let labels: DepthLabels = [];
  const chart = new Chart(canvas, lineChart({
    id: 'depth',
    afterUpdate(updated) {
      if (current) labels = placeLabels(updated, current);
    },
    beforeDatasetsDraw(drawn) {
      if (current) drawBackdrop(drawn, current);
    },
    afterDatasetsDraw(drawn) {
      if (!current) return;
      drawMarks(drawn, current);
      drawLabels(drawn, current, labels);
    },
  }, { onResize: whenResized(resized) }));
  return {
    chart,
    update(model) {
      current = model;
      chart.options.layout = { padding: { top: titleHeight, right: besidePlot(model), bottom: 0, left: 0 } };
      chart.options.scales = { x: layerScale(model), y: sizeScale(model) };
      chart.data.datasets = model.rows.map((row) => datasetOf(model, row));
      takePlace(chart);
      chart.update('none');
    },
    point(model) {
      current = model;
      chart.draw();
    },
  };
}

/** For the names where lines end; and as much where layers shall stand under each other. */
function besidePlot({ panel, stacked }: DepthPlotModel): number {
  return panel === 'signal' || stacked ? gutter : 8;
}

function layerScale(model: DepthPlotModel): ScaleOptions {
  const { layers, theme } = model;
  return {
    type: 'linear', min: 1, max: layers, position: 'bottom',
    grid: { display: false }, border: { display: false },
    ticks: { color: theme.secondary, font: tickFont(theme), maxRotation: 0, padding: 4, autoSkip: false, callback: (value) => String(value) },
    afterBuildTicks: (scale: Scale) => {
      const width = scale.chart.width - axisWidth - besidePlot(model);
      scale.ticks = layerTicks(layers, width, 36).map((value) => ({ value }));
    },
  };
}

function sizeScale({ exponents, theme }: DepthPlotModel): ScaleOptions {
  return {
    type: 'logarithmic', min: 10 ** exponents.min, max: 10 ** exponents.max, position: 'left',
    grid: { display: false }, border: { display: false },
    ticks: { color: theme.secondary, font: tickFont(theme), padding: 6, autoSkip: false, callback: (value) => formatScientific(Number(value), 1) },
    afterBuildTicks: (scale: Scale) => {
      const height = scale.chart.height - titleHeight - xAxisHeight;
      scale.ticks = exponentTicks(exponents, height, 40).map((exponent) => ({ value: Number(`1e${exponent}`) }));
    },
    afterFit: (scale: Scale) => { scale.width = Math.max(scale.width, axisWidth); },
  };
}

function tickFont({ fontSize, fontFamily }: DepthPlotModel['theme']): { size: number; family: string } {
  return { size: (11 * fontSize) / 13, family: fontFamily };
}

/** The function in the code comes first, since Chart.js draws the first dataset last, on top. */
function datasetOf(model: DepthPlotModel, row: DepthPlotModel['rows'][number]): LineData {
  const { series, inCode } = row.curve;
  return {
    label: row.name,
    data: sizesOf(row, model.panel).map((size, i) => ({ x: i + 1, y: drawable(size) })),
    xAxisID: 'x', yAxisID: 'y',
    borderColor: model.theme.series[series].output,
    borderWidth: inCode ? ownLineWidth : lineWidths.output,
    borderDash: [...dashes[series]],
    borderCapStyle: lineCap(series),
  };
}
