/** The plots as numbers, layer by layer: the theory, and what the simulated networks did. */
import type { Spread } from '../../src/propagation/simulation';
import { element } from '../dom';
import { depthPanels, type DepthPanel } from './axis';
import { nameOfChoice } from './initialisations';
import { sizeText } from './numbers';
import type { Bands } from './plot/model';
import type { DepthRow } from './rows';

export type BandsByPanel = Readonly<Record<DepthPanel, Bands>>;

/** Longer tables are read in steps. */
const mostRows = 64;

const panelWords: Readonly<Record<DepthPanel, string>> = { gradient: 'Gradient', signal: 'Signal' };
const simulated = 'Two thirds of networks';

export function depthValues(rows: readonly DepthRow[], layers: number, bands: BandsByPanel): HTMLElement {
  const hasBands = depthPanels.some((panel) => bands[panel].size > 0);
  const columns = hasBands ? 4 : 2;
  const names = element('tr', {},
    element('th', { scope: 'col', rowspan: '2' }, 'Layer'),
    ...rows.map((row) => element('th', { scope: 'colgroup', colspan: String(columns), class: `series-${row.curve.series}` }, titleOf(row))));
  const heads = element('tr', {}, ...rows.flatMap(() => depthPanels.flatMap((panel) => [
    element('th', { scope: 'col' }, panelWords[panel]), ...(hasBands ? [element('th', { scope: 'col' }, simulated)] : []),
  ])));
  const body = layersShown(layers).map((layer) => element('tr', {},
    element('th', { scope: 'row' }, String(layer)),
    ...rows.flatMap((row) => depthPanels.flatMap((panel) => [
      element('td', {}, shownSize(row, panel, layer)), ...(hasBands ? [element('td', {}, shownSpread(bands[panel].get(row), layer))] : []),
    ]))));
  return element('div', { class: 'values-scroll', tabindex: '0', role: 'region', 'aria-label': 'Signal and gradient at each layer' },
    element('table', { class: 'values' }, element('thead', {}, names, heads), element('tbody', {}, ...body)));
}

/** Full precision with points, every layer, as other programs read it. */
export function depthTsv(rows: readonly DepthRow[], layers: number, bands: BandsByPanel): string {
  const head = ['layer', ...rows.flatMap((row) => depthPanels.flatMap((panel) => {
    const title = `${titleOf(row)} ${panel}`;
    return [title, ...(bands[panel].has(row) ? [`${title} low`, `${title} median`, `${title} high`] : [])];
  }))];
  const body = Array.from({ length: layers }, (_, i) => [String(i + 1), ...rows.flatMap((row) => depthPanels.flatMap((panel) => {
    const spread = bands[panel].get(row);
    return [sizes(row, panel)[i], ...(spread ? [spread.low[i], spread.median[i], spread.high[i]] : [])].map(String);
  }))]);
  return [head, ...body].map((cells) => cells.join('\t')).join('\n') + '\n';
}

function sizes(row: DepthRow, panel: DepthPanel): readonly number[] {
  return panel === 'gradient' ? row.gradient : row.signal;
}

function layersShown(layers: number): number[] {
  const step = Math.ceil(layers / mostRows);
  const even = Array.from({ length: Math.ceil(layers / step) }, (_, i) => 1 + i * step);
  return [...new Set([...even, layers])];
}

function shownSize(row: DepthRow, panel: DepthPanel, layer: number): string {
  return sizeText(sizes(row, panel)[layer - 1] ?? NaN, panel === 'gradient' ? row.gradientPerLayer : row.signal[0] ?? 0);
}

function shownSpread(spread: Spread | undefined, layer: number): string {
  return spread ? `${sizeText(spread.low[layer - 1] ?? NaN)} to ${sizeText(spread.high[layer - 1] ?? NaN)}` : '';
}

export function titleOf({ name, choice }: DepthRow): string {
  return `${name}, ${nameOfChoice(choice)}`;
}
