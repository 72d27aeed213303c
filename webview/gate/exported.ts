/** The map of a gate as a drawing, with its bar of colours under it. */
import { formatNumber } from '../../src/pictures/numbers';
import { fill } from '../../src/pictures/figure/paint';
import { element, escapeXml } from '../../src/pictures/svg';
import { shadeOf } from '../../src/pictures/surface';
import { drawCharts } from '../chartDrawing';
import { mix, toCss } from '../colour';
import type { HeatMap } from './heatMap';
import type { HeatMapModel } from './heatMapModel';
import { fullest } from './ground';
import { clearOfEachOther } from './legend';

const narrowest = 320;
const tickSize = 11;
const bar = { height: 8, ticks: 18 };

export function svgOfMap(map: HeatMap, model: HeatMapModel): string {
  const { canvas, chart } = map;
  const size = { width: Math.max(narrowest, canvas.clientWidth), height: Math.max(narrowest, canvas.clientHeight) };
  return drawCharts({
    title: (canvas.getAttribute('aria-label') ?? '').replace(' Values are in the table.', ''), theme: model.theme,
    charts: [{ chart, left: 0, top: 0, ...size }], legend: [],
    // In high contrast nothing is told by colour.
    ...(model.theme.highContrast ? {} : { below: { height: bar.height + bar.ticks, draw: (left, top, width) => colourBar(model, left, top, width) } }),
  });
}

const gradientId = 'heat';

function colourBar({ surface, theme: { heat, secondary } }: HeatMapModel, left: number, top: number, width: number): string {
  const { negative, positive, background } = heat;
  const colours = [mix(negative, background, fullest), background, mix(positive, background, fullest)];
  const stops = colours.map((colour, i) => element('stop', { offset: `${50 * i}%`, 'stop-color': toCss(colour) })).join('');
  const ticks = clearOfEachOther(surface.contours.map(({ level }) => ({ text: formatNumber(level), x: left + width * (0.5 + 0.5 * shadeOf(level, surface.most)) })));
  return element('defs', {}, element('linearGradient', { id: gradientId }, stops))
    + element('rect', { x: left, y: top, width, height: bar.height, fill: `url(#${gradientId})` })
    + ticks.map(({ text, x }) => element('text', { x, y: top + bar.height + 13, 'font-size': tickSize, 'text-anchor': 'middle', ...fill(secondary) }, escapeXml(text))).join('');
}
