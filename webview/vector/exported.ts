/** The plot of the view as a drawing, with what becomes of each entry now as its legend. */
import { formatValue } from '../../src/pictures/numbers';
import { drawCharts } from '../chartDrawing';
import type { LinePlot } from '../linePlot/linePlot';
import type { LinePlotModel } from '../linePlot/linePlotModel';

export function svgOfPlot(plot: LinePlot, model: LinePlotModel, { width, height }: { readonly width: number; readonly height: number }): string {
  return drawCharts({
    title: model.spoken.replace(' Values are in the table.', ''), theme: model.theme,
    charts: [{ chart: plot.chart, left: 0, top: 0, width, height }],
    legend: model.lines.map(({ label, colour, series, width: broad, at }) => (
      { text: at === undefined ? label : `${label} ${formatValue(at)}`, colour, width: broad, ...(series === undefined ? {} : { series }) }
    )),
  });
}
