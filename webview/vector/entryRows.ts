/** The table of the view: for each entry its slider and field, the bar of what becomes of it, and the number. */
import { formatValue } from '../../src/pictures/numbers';
import { textField } from '../controls';
import { element, onClick, setText } from '../dom';
import { evaluateExpression } from '../expression';
import { icon } from '../icons';
import { lineSample } from '../lineSample';
import { slider } from '../slider';
import type { LabState } from '../state';
import type { VectorActions } from './actions';
import { formatLogit } from './heading';
import { entryName, isDistribution, probabilitiesOf, seriesAt, type Shown } from './shown';

interface Rows {
  readonly element: HTMLElement;
  update(shown: Shown, state: LabState): void;
}

const reach = 5;
const largest = 1e6;

export function createRows(shown: Shown, actions: VectorActions): Rows {
  const { form } = shown;
  const heads = headsOf(shown);
  const sum = element('th', { scope: 'col', class: 'value' });
  const rows = shown.entries.map((_, index) => createRow(shown, index, actions));
  const head = element('tr', {},
    element('th', { scope: 'col', class: 'name' }, form === 'number' ? 'Piece' : isDistribution(form) ? 'Class' : 'Entry'),
    element('th', { scope: 'col', class: 'input' }, ...heads.input),
    element('th', { scope: 'col', class: 'outcome' }, ...heads.bar),
    sum,
    element('th', { scope: 'col', class: 'value extra' }, ...heads.extra),
    element('th', { scope: 'col', class: 'action' }, element('span', { class: 'visually-hidden' }, 'Actions')));
  const attributes = { class: 'entries', id: 'entries', 'data-form': form, 'aria-label': `Inputs and outputs of ${shown.activation.name}` };
  return {
    element: element('table', attributes, element('thead', {}, head), element('tbody', {}, ...rows.map((row) => row.element))),
    update(now, state) {
      setText(sum, sumText(now));
      rows.forEach((row, index) => row.update(now, index, state));
    },
  };
}

interface Heads {
  readonly input: readonly (Node | string)[];
  readonly bar: readonly (Node | string)[];
  readonly extra: readonly (Node | string)[];
}

const symbol = (text: string) => element('i', { class: 'math' }, text);

function headsOf({ form, entries }: Shown): Heads {
  const uniform = element('span', { class: 'uniform-head' }, `line: uniform 1/${entries.length}`);
  switch (form) {
    case 'probabilities': return { input: ['Logit ', symbol('z'), ', −5 to 5'], bar: ['Probability ', symbol('p'), ' ', uniform], extra: ['ln ', symbol('p')] };
    case 'log-probabilities': return { input: ['Logit ', symbol('z'), ', −5 to 5'], bar: ['Probability ', symbol('p'), ' ', uniform], extra: ['output ln ', symbol('p')] };
    case 'shares': return { input: ['Score ', symbol('z'), ', −5 to 5'], bar: ['Share'], extra: ['ln'] };
    case 'pairs': return { input: ['Input ', symbol('z'), ', −5 to 5'], bar: ['Second half  |  first half'], extra: ['Second'] };
    case 'number': return { input: ['Weight ', symbol('w'), ' and bias ', symbol('b')], bar: ['Share of the gradient'], extra: [symbol('wx + b')] };
    case 'entries': return { input: ['Input ', symbol('z'), ', −5 to 5'], bar: ['Output'], extra: ['Output / input'] };
  }
}

function sumText(shown: Shown): string {
  const { form, outputs } = shown;
  if (form === 'pairs') return 'First';
  if (form === 'number') return 'Gradient';
  const values = form === 'log-probabilities' ? probabilitiesOf(shown) : outputs;
  return `sum ${formatValue(values.reduce((total, value) => total + value, 0))}`;
}

interface Row {
  readonly element: HTMLElement;
  update(shown: Shown, index: number, state: LabState): void;
}

function createRow(shown: Shown, index: number, actions: VectorActions): Row {
  const series = seriesAt(index);
  const name = entryName(shown, index);
  const input = shown.form === 'number' ? pieceControls(name, index, actions) : [entryControl(name, index, actions)];
  const fill = element('span', { class: 'bar-fill' });
  const second = element('span', { class: 'bar-fill second' });
  const uniform = element('span', { class: 'bar-uniform', hidden: !isDistribution(shown.form) });
  const active = element('span', { class: 'tag', hidden: true }, 'active');
  const value = element('td', { class: 'value' });
  const extra = element('td', { class: 'value extra' });
  const close = onClick(element('button', { type: 'button', class: 'remove', 'aria-label': `Remove ${name}`, hidden: shown.entries.length < 2 }, icon('close')), () => actions.remove(index));
  return {
    element: element('tr', { class: `series-${series}` },
      element('th', { scope: 'row', class: 'name' }, lineSample(series), name, active),
      element('td', { class: 'input' }, ...input.map((control) => control.element)),
      element('td', { class: 'outcome' }, element('span', { class: 'bar-track', 'aria-hidden': 'true', 'data-sides': String(sidesOf(shown)) }, fill, second, uniform)),
      value, extra, element('td', { class: 'action' }, close)),
    update(now, at, state) {
      for (const control of input) control.update(now, at, state);
      const numbers = rowNumbers(now, at);
      setText(value, formatValue(numbers.value));
      active.hidden = now.form !== 'number' || numbers.value < Math.max(...now.jacobian[0] ?? []);
      setText(extra, formatValue(numbers.extra));
      drawBars(fill, second, barsOf(now, at));
      uniform.style.left = `${100 / now.entries.length}%`;
    },
  };
}

interface Control {
  readonly element: HTMLElement;
  update(shown: Shown, index: number, state: LabState): void;
}

function entryControl(name: string, index: number, actions: VectorActions): Control {
  const label = `Input of ${name}`;
  const control = numberControl(label, seriesAt(index), { reach, tick: 0 }, (value) => actions.setEntry(index, value), actions);
  return { element: control.element, update: ({ entries }, at) => control.set(entries[at] ?? NaN) };
}

function pieceControls(name: string, index: number, actions: VectorActions): readonly Control[] {
  const weight = numberControl(`Weight of ${name}`, seriesAt(index), { reach: 3, tick: 0 }, (value) => actions.setPiece(index, { weight: value }), actions);
  const bias = numberControl(`Bias of ${name}`, seriesAt(index), { reach: 3, tick: 0 }, (value) => actions.setPiece(index, { bias: value }), actions);
  return [
    { element: weight.element, update: (_, at, { vector }) => weight.set(vector.pieces[at]?.weight ?? NaN) },
    { element: bias.element, update: (_, at, { vector }) => bias.set(vector.pieces[at]?.bias ?? NaN) },
  ];
}

function numberControl(
  label: string, series: ReturnType<typeof seriesAt>, { reach: far, tick }: { reach: number; tick: number }, set: (value: number) => void, { complain }: VectorActions,
): { element: HTMLElement; set(value: number): void } {
  const range = slider({ label, min: -far, max: far, step: 0.01, tick, series, onInput: set });
  const field = textField({
    label, className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined) return `${label}: “${text}” is no number.`;
      if (Math.abs(value) > largest) return `${label}: ${text} is beyond what can be shown. The limits are −10⁶ and 10⁶.`;
      set(value);
      return undefined;
    },
    onInvalid: complain,
  });
  return {
    element: element('span', { class: 'entry-control' }, range.element, field.element),
    set(value) {
      range.set(value, formatLogit(value));
      field.setValue(formatLogit(value));
    },
  };
}

function rowNumbers(shown: Shown, index: number): { readonly value: number; readonly extra: number } {
  const { form, outputs, entries, logarithms, jacobian } = shown;
  const own = outputs[index] ?? NaN;
  switch (form) {
    case 'probabilities': return { value: own, extra: logarithms[index] ?? NaN };
    case 'log-probabilities': return { value: Math.exp(own), extra: own };
    case 'shares': return { value: own, extra: Math.log(own) };
    case 'pairs': return { value: own, extra: outputs[entries.length + index] ?? NaN };
    case 'number': return { value: jacobian[0]?.[index] ?? NaN, extra: entries[index] ?? NaN };
    case 'entries': return { value: own, extra: own / (entries[index] ?? NaN) };
  }
}

/** How many sides of a zero line the bars have. */
function sidesOf({ form }: Shown): 1 | 2 {
  return form === 'pairs' || form === 'entries' ? 2 : 1;
}

/** Shares of the track, to the right and to the left of where it begins. */
function barsOf(shown: Shown, index: number): { readonly right: number; readonly left: number } {
  const { form, outputs, entries, jacobian } = shown;
  const scale = Math.max(1, ...outputs.filter(Number.isFinite).map(Math.abs));
  const own = outputs[index] ?? NaN;
  switch (form) {
    case 'pairs': return { right: own / scale / 2, left: (outputs[entries.length + index] ?? NaN) / scale / 2 };
    case 'entries': return { right: Math.max(0, own) / scale / 2, left: Math.max(0, -own) / scale / 2 };
    case 'number': return { right: jacobian[0]?.[index] ?? NaN, left: 0 };
    default: return { right: probabilitiesOf(shown)[index] ?? NaN, left: 0 };
  }
}

function drawBars(fill: HTMLElement, second: HTMLElement, { right, left }: { readonly right: number; readonly left: number }): void {
  const percent = (share: number) => `${Number.isFinite(share) ? Math.min(100, Math.max(0, 100 * share)) : 0}%`;
  fill.style.width = percent(right);
  second.style.width = percent(left);
}
