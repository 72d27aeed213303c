/** The plot as numbers: evenly spaced positions and every feature, for all functions. */
import { formatValue } from '../../src/pictures/numbers';
import type { Range } from '../../src/pictures/ranges';
import { element } from '../dom';
import { panels, type Drawn, type Panel } from './drawn';
import { featureWords, featuresOf, type Feature } from './features';
import { formatPosition, readout } from './readout';
import type { LabState } from '../state';

const evenRows = 17;

interface ValueRow {
  readonly x: number;
  /** What is found here, by curve. */
  readonly features: ReadonlyMap<Drawn, Feature>;
}

const symbols: Readonly<Record<Panel, string>> = { output: 'f', gradient: 'f′', curvature: 'f″' };

export function valueTable(drawn: readonly Drawn[], state: LabState, range: Range, variable: string): HTMLElement {
  const shown = panels.filter((panel) => state.shown[panel]);
  const names = element('tr', {},
    element('th', { scope: 'col', rowspan: '2' }, variable),
    ...drawn.map((curve) => element('th', { scope: 'colgroup', colspan: String(shown.length), class: `series-${curve.curve.series}` }, titleOf(curve, drawn))),
    element('th', { scope: 'col', rowspan: '2', class: 'found' }, 'Found here'));
  const columns = element('tr', {}, ...drawn.flatMap(() => shown.map((panel) => element('th', { scope: 'col' }, element('i', { class: 'math' }, symbols[panel])))));
  const rows = rowsOf(drawn, state, range).map((row) => element('tr', {},
    element('th', { scope: 'row' }, formatPosition(row.x)),
    ...drawn.flatMap((curve) => shown.map((panel) => element('td', {}, formatValue(readout(curve, row.x, row.features.get(curve))[panel])))),
    element('td', { class: 'found' }, foundHere(row))));
  return element('div', { class: 'values-scroll', tabindex: '0', role: 'region', 'aria-label': 'Values of all functions' },
    element('table', { class: 'values' }, element('thead', {}, names, columns), element('tbody', {}, ...rows)));
}

/** Full precision with points and plain minus signs, as other programs read it. */
export function tsvOf(drawn: readonly Drawn[], state: LabState, range: Range, variable: string): string {
  const shown = panels.filter((panel) => state.shown[panel]);
  const head = [variable, ...drawn.flatMap((curve) => shown.map((panel) => `${titleOf(curve, drawn)} ${symbols[panel]}`)), 'found here'];
  const rows = rowsOf(drawn, state, range).map((row) => [
    String(row.x),
    ...drawn.flatMap((curve) => shown.map((panel) => String(readout(curve, row.x, row.features.get(curve))[panel]))),
    foundHere(row),
  ]);
  return [head, ...rows].map((cells) => cells.join('\t')).join('\n') + '\n';
}

function rowsOf(drawn: readonly Drawn[], { threshold }: LabState, range: Range): ValueRow[] {
  const rows = new Map<number, Map<Drawn, Feature>>();
  for (let i = 0; i < evenRows; i++) {
    rows.set(Number((range.min + ((range.max - range.min) * i) / (evenRows - 1)).toPrecision(12)), new Map());
  }
  for (const curve of drawn) {
    for (const feature of featuresOf(curve, { range, threshold })) {
      const row = rows.get(feature.x) ?? new Map<Drawn, Feature>();
      row.set(curve, feature);
      rows.set(feature.x, row);
    }
  }
  return [...rows].map(([x, features]) => ({ x, features })).sort((a, b) => a.x - b.x);
}

function titleOf({ name, setting }: Drawn, all: readonly Drawn[]): string {
  return all.filter((other) => other.name === name).length > 1 ? `${name} ${setting}` : name;
}

function foundHere({ features }: ValueRow): string {
  return [...features].map(([curve, { kind }]) => `${curve.name}: ${featureWords[kind]}`).join(', ');
}
