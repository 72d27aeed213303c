/** The crosshair as fields and exact numbers, and the whole map as a table. */
import { formatValue } from '../../src/pictures/numbers';
import type { Range } from '../../src/pictures/ranges';
import { textField } from '../controls';
import { formatPosition } from '../curves/readout';
import { element, setText } from '../dom';
import { evaluateExpression } from '../expression';
import type { Half } from './sections';
import type { ShownGate } from './shownGate';

interface GateReadout {
  readonly element: HTMLElement;
  update(shown: ShownGate): void;
}

interface ReadoutActions {
  moveTo(half: Half, position: number): void;
  complain(problem: string): void;
}

const farthest = 1e6;

export function createReadout(actions: ReadoutActions): GateReadout {
  const fields = { a: positionField('a', actions), b: positionField('b', actions) };
  const [value, alongA, alongB] = [element('td', { class: 'value' }), element('td', { class: 'value' }), element('td', { class: 'value' })];
  const symbol = (text: string) => element('i', { class: 'math' }, text);
  const heads = [[symbol('a')], [symbol('b')], [symbol('f'), '(', symbol('a'), ', ', symbol('b'), ')'], ['∂', symbol('f'), '/∂', symbol('a')], ['∂', symbol('f'), '/∂', symbol('b')]];
  return {
    element: element('table', { class: 'gate-values', id: 'gate-values', 'aria-label': 'Values at the crosshair' },
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, ...head)))),
      element('tbody', {}, element('tr', {}, element('td', {}, fields.a.element), element('td', {}, fields.b.element), value, alongA, alongB))),
    update({ a, b, value: now, gradient }) {
      fields.a.setValue(formatPosition(a));
      fields.b.setValue(formatPosition(b));
      setText(value, formatValue(now));
      setText(alongA, formatValue(gradient[0]));
      setText(alongB, formatValue(gradient[1]));
    },
  };
}

function positionField(half: Half, { moveTo, complain }: ReadoutActions) {
  return textField({
    label: `Crosshair at ${half}`, className: 'number position',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || Math.abs(value) > farthest) return `${half}: “${text}” is no number that can be used.`;
      moveTo(half, value);
      return undefined;
    },
    onInvalid: complain,
  });
}

const evenCount = 9;

/** Evenly spaced, and the crosshair's own position. */
function positions({ min, max }: Range, own: number): number[] {
  const even = Array.from({ length: evenCount }, (_, i) => Number((min + ((max - min) * i) / (evenCount - 1)).toPrecision(6)));
  return [...new Set([...even, own])].sort((one, other) => one - other);
}

export function mapTable({ a, b, extent, activation, f }: ShownGate): HTMLElement {
  const columns = positions(extent.a, a);
  const rows = positions(extent.b, b).reverse();
  const mark = (isHere: boolean) => (isHere ? { class: 'here' } : {});
  const rowAt = (y: number) => element('tr', mark(y === b),
    element('th', { scope: 'row' }, formatPosition(y)), ...columns.map((x) => element('td', mark(x === a), formatValue(f(x, y)))));
  return element('div', { class: 'values-scroll', tabindex: '0', role: 'region', 'aria-label': `Values of ${activation.name}` },
    element('table', { class: 'values' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'b \\ a'), ...columns.map((x) => element('th', { scope: 'col', ...mark(x === a) }, formatPosition(x))))),
      element('tbody', {}, ...rows.map(rowAt))));
}

/** Full precision with points and plain minus signs, as other programs read it. */
export function tsvOfMap({ a, b, extent, f }: ShownGate): string {
  const columns = positions(extent.a, a);
  const rows = positions(extent.b, b).reverse();
  return [['b \\ a', ...columns], ...rows.map((y) => [y, ...columns.map((x) => f(x, y))])].map((cells) => `${cells.join('\t')}\n`).join('');
}
