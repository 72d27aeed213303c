/** The plot as numbers, and everything in the view as text for a spreadsheet. */
import { formatValue } from '../../src/pictures/numbers';
import { element } from '../dom';
import type { LabState } from '../state';
import { factsOf } from './facts';
import { outputPlot, positionAt, type OutputPlot } from './outputPlot';
import { entryName, seriesAt, type Shown } from './shown';
import { temperatureText } from './vectorTools';

const evenRows = 17;

/** Evenly spaced along the axis, and where the crosshair is. */
function positions({ axis, crosshair }: OutputPlot): number[] {
  const even = Array.from({ length: evenRows }, (_, i) => Number(positionAt(axis, i / (evenRows - 1)).toPrecision(4)));
  return [...new Set([...even, crosshair])].filter(Number.isFinite).sort((a, b) => a - b);
}

export function numbersTable(shown: Shown, state: LabState): HTMLElement {
  const plot = outputPlot(shown, state);
  const isPieces = plot.kind === 'pieces';
  const heads = plot.names.map((name, index) => element('th', { scope: 'col', class: isPieces && index === 0 ? undefined : `series-${seriesAt(isPieces ? index - 1 : index)}` }, name));
  const rows = positions(plot).map((position) => element('tr', position === plot.crosshair ? { class: 'here' } : {},
    element('th', { scope: 'row' }, plot.axis.logarithmic ? temperatureText(position) : formatValue(position)),
    ...plot.at(position).map((value) => element('td', {}, formatValue(value)))));
  return element('div', { class: 'values-scroll', tabindex: '0', role: 'region', 'aria-label': `Values: ${plot.title}` },
    element('table', { class: 'values' }, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, plot.variable), ...heads)), element('tbody', {}, ...rows)));
}

function plotCells(plot: OutputPlot): string[][] {
  return [[plot.variable, ...plot.names], ...positions(plot).map((position) => [position, ...plot.at(position)].map(String))];
}

/** Full precision with points and plain minus signs, as other programs read it: entries, facts, Jacobian and plot, one below the other. */
export function tsvOf(shown: Shown, state: LabState): string {
  const plot = outputPlot(shown, state);
  const names = shown.entries.map((_, index) => entryName(shown, index));
  const outputs = shown.outputs.length === names.length ? shown.outputs : [];
  const entries = [
    ['entry', 'input', ...(outputs.length > 0 ? ['output'] : []), ...(shown.logarithms.length > 0 ? ['logarithm'] : [])],
    ...names.map((name, i) => [name, shown.entries[i], outputs[i], shown.logarithms[i]].filter((cell) => cell !== undefined)),
  ];
  const facts = factsOf(shown).map(({ name, numbers }) => [name, ...numbers]);
  const jacobian = [['jacobian', ...names], ...shown.jacobian.map((row, i) => [`output ${i + 1}`, ...row])];
  return [entries, facts, jacobian, plotCells(plot)].map((block) => block.map((cells) => cells.join('\t')).join('\n')).join('\n\n') + '\n';
}
