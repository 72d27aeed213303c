/** Both plots as a drawing, where they stand on the page, with each function, its initialisation and its verdict as the legend. */
import { lineWidths, ownLineWidth } from '../../src/pictures/series';
import { drawCharts, type PlacedChart } from '../chartDrawing';
import type { Theme } from '../theme';
import type { DepthPlot } from './plot/chart';
import type { DepthRow } from './rows';
import { titleOf } from './values';
import { verdictWords } from './verdict';

/** What a plot is as high as where nothing is on the page, and as wide. */
const usual = { width: 480, height: 300 };
const gap = 20;

export function svgOfDepth(plots: readonly DepthPlot[], rows: readonly DepthRow[], layers: number, theme: Theme): string {
  return drawCharts({
    title: `Gradient and signal through ${layers} layers for ${rows.map(titleOf).join('; ')}.`, theme, charts: placed(plots),
    legend: rows.map((row) => ({
      text: `${titleOf(row)}: ${verdictWords(row.verdict, row.signal).verdict}`, colour: theme.series[row.curve.series].output, series: row.curve.series,
      width: row.curve.inCode ? ownLineWidth : lineWidths.output,
    })),
  });
}

/** As on the page; side by side while the table is shown instead. */
function placed(plots: readonly DepthPlot[]): PlacedChart[] {
  const boxes = plots.map(({ chart }) => chart.canvas.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  return plots.map(({ chart }, i) => {
    const box = boxes[i];
    return box && box.width > 0
      ? { chart, left: Math.round(box.left - left), top: Math.round(box.top - top), width: chart.width, height: chart.height }
      : { chart, left: i * (usual.width + gap), top: 0, ...usual };
  });
}
