/** Charts as a drawing: drawn anew on a canvas that writes SVG, so that a file has what the screen has, word for word. */
import { BasicPlatform, Chart, type ChartConfiguration } from 'chart.js';
import { drawLegend, type LegendEntry } from '../src/pictures/legend';
import { fill } from '../src/pictures/figure/paint';
import { drawing, element, escapeXml } from '../src/pictures/svg';
import { SvgCanvas } from '../src/pictures/svgCanvas';
import type { Theme } from './theme';

export interface PlacedChart {
  readonly chart: Chart;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface ChartDrawing {
  /** For those who do not see it. */
  readonly title: string;
  readonly charts: readonly PlacedChart[];
  readonly legend: readonly LegendEntry[];
  /** What stands below the charts and has no chart of its own. */
  readonly below?: { readonly height: number; draw(left: number, top: number, width: number): string };
  readonly theme: Theme;
}

const margin = 14;
const gap = 10;

export function drawCharts({ title, charts, legend, below, theme }: ChartDrawing): string {
  const width = Math.max(...charts.map((each) => each.left + each.width));
  const bottom = margin + Math.max(...charts.map((each) => each.top + each.height));
  const drawn = charts.map((each, i) => drawChart(each, `plot-${i}`));
  const belowTop = bottom + gap;
  const legendTop = below ? belowTop + below.height : bottom;
  const named = drawLegend(legend, { left: margin, top: legendTop + gap, width }, theme);
  const height = Math.ceil(named.height === 0 ? legendTop + margin : legendTop + gap + named.height + margin);
  const [wide, high] = [Math.ceil(width + 2 * margin), height];
  const content = element('title', {}, escapeXml(title)) + element('rect', { x: 0, y: 0, width: wide, height: high, ...fill(theme.background) })
    + drawn.join('') + (below ? below.draw(margin, belowTop, width) : '') + named.content;
  return `${drawing(wide, high, content, theme.fontFamily)}\n`;
}

function drawChart({ chart, left, top, width, height }: PlacedChart, name: string): string {
  const canvas = new SvgCanvas({ name, measure: (text, font) => measured(chart.ctx, text, font) });
  const copy = new Chart(paperOf(canvas, width, height), configurationOf(chart));
  const content = canvas.content();
  copy.destroy();
  return element('g', { transform: `translate(${margin + left} ${margin + top})` }, content);
}

/** Words are as wide as on the screen, so that each stands where it stands there. */
function measured(context: CanvasRenderingContext2D, text: string, font: string): number {
  context.save();
  context.font = font;
  const { width } = context.measureText(text);
  context.restore();
  return width;
}

/** What Chart.js takes for the element that it draws in. */
function paperOf(canvas: SvgCanvas, width: number, height: number): HTMLCanvasElement {
  const paper = { width, height, getContext: () => Object.assign(canvas, { canvas: paper }) };
  return paper as unknown as HTMLCanvasElement;
}

/** A line with segments is traced point by point: what is kept as a path of the browser cannot be read. */
function configurationOf({ config, data }: Chart): ChartConfiguration {
  return {
    type: 'type' in config ? config.type : 'line', plugins: config.plugins ?? [],
    data: { datasets: data.datasets.map((dataset) => ({ ...dataset, segment: {} })) },
    options: { ...config.options, responsive: false, devicePixelRatio: 1 },
    platform: BasicPlatform,
  };
}
