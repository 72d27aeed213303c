/** One table that is legend, control and readout: a row for each function, with its initialisation and its verdict. */
import { dropdown, button, textField, type DropdownControl, type TextFieldControl } from '../controls';
import { element, linkButton, onClick, refill, setAttributes, setText } from '../dom';
import { evaluateExpression } from '../expression';
import { icon } from '../icons';
import { lineSample } from '../lineSample';
import { formatNumber, formatRounded } from '../../src/pictures/numbers';
import type { EdgeOfChaos } from '../../src/propagation/meanField';
import type { Curve, LabState } from '../state';
import { choicesFor, edgeOf, type ChoiceOption } from './initialisations';
import { layersOf } from './model';
import { factorText, sizeText } from './numbers';
import { rowsOf, type DepthRow } from './rows';
import { gainLimits, type InitialisationChoice } from './settings';
import { verdictWords } from './verdict';

interface DepthTableActions {
  focus(key: number): void;
  remove(key: number): void;
  toggleHidden(key: number): void;
  setInitialisation(key: number, choice: InitialisationChoice): void;
  complain(problem: string): void;
}

interface DepthTable {
  readonly element: HTMLElement;
  update(state: LabState): void;
}

interface Row {
  readonly element: HTMLElement;
  readonly identity: string;
  update(state: LabState, row: DepthRow): void;
}

/** Looking for the edge of chaos takes longer than a frame for some functions, so it waits until the hand rests. */
const restAfter = 150;

export function createDepthTable(actions: DepthTableActions): DepthTable {
  const signalHead = element('span', {});
  const gradientHead = element('span', {});
  const head = element('tr', { role: 'row' },
    headCell('name', 'Activation'), headCell('initialisation', 'Initialisation'), headCell('value signal', signalHead), headCell('value gradient', gradientHead),
    headCell('value factor', 'Gradient per layer'), headCell('verdict', 'Verdict'), headCell('edge', 'Edge of chaos'), headCell('action', element('span', { class: 'visually-hidden' }, 'Actions')));
  const body = element('tbody', { role: 'rowgroup' });
  const rows = new Map<number, Row>();
  return {
    element: element('table', { class: 'depth-table', id: 'depth-table', role: 'table', 'aria-label': 'Signal and gradient of each function' }, element('thead', { role: 'rowgroup' }, head), body),
    update(state) {
      const { layer } = state.depth;
      setText(signalHead, `Signal at layer ${layer ?? layersOf(state)}`);
      setText(gradientHead, `Gradient at layer ${layer ?? 1}`);
      const shown = rowsOf(state);
      syncRows(rows, body, state, shown, actions);
      for (const row of shown) rows.get(row.curve.key)?.update(state, row);
    },
  };
}

function headCell(className: string, content: Node | string): HTMLElement {
  return element('th', { role: 'columnheader', scope: 'col', class: className }, content);
}

/** Rows are kept while their curve stays, so that a list that is open is never replaced. */
function syncRows(rows: Map<number, Row>, body: HTMLElement, state: LabState, shown: readonly DepthRow[], actions: DepthTableActions): void {
  const options = choicesFor(state.subject.usage?.framework, state.subject.model);
  const identityOf = ({ activation, expression, series, inCode }: Curve) => JSON.stringify([activation, expression, series, inCode, options]);
  const identities = new Map(shown.map(({ curve }) => [curve.key, identityOf(curve)]));
  for (const [key, row] of rows) {
    if (identities.get(key) === row.identity) continue;
    row.element.remove();
    rows.delete(key);
  }
  shown.forEach((row, index) => {
    const { key } = row.curve;
    const made = rows.get(key) ?? createRow(row, options, identities.get(key) ?? '', actions);
    rows.set(key, made);
    if (body.children[index] !== made.element) body.insertBefore(made.element, body.children[index] ?? null);
  });
}

function createRow({ curve: { key, series, inCode }, name }: DepthRow, options: readonly ChoiceOption[], identity: string, actions: DepthTableActions): Row {
  const initialisation = initialisationControl(key, name, options, actions);
  const nameButton = onClick(element('button', { type: 'button', class: 'name', title: 'Focus' }, name), () => actions.focus(key));
  const setting = element('span', { class: 'setting' });
  const action = inCode
    ? button({ label: `Show ${name}`, icon: 'eye', appearance: 'icon', title: 'Show or hide', onPress: () => actions.toggleHidden(key) })
    : button({ label: `Remove ${name}`, icon: 'close', appearance: 'icon', title: 'Remove', onPress: () => actions.remove(key) });
  const cell = (className: string) => element('td', { role: 'cell', class: className });
  const [signal, gradient, factor] = [cell('value signal'), cell('value gradient'), cell('value factor')];
  const verdict = createVerdict();
  const edge = createEdge(key, name, actions);
  const host = element('tr', { role: 'row', class: `series-${series}${inCode ? ' own' : ''}` },
    element('th', { role: 'rowheader', scope: 'row', class: 'name' },
      element('span', { class: 'identity' }, lineSample(series), element('span', { class: 'words' }, nameButton, setting, inCode && element('span', { class: 'tag' }, 'in your code')))),
    element('td', { role: 'cell', class: 'initialisation' }, initialisation.element),
    signal, gradient, factor, verdict.element, edge.element, element('td', { role: 'cell', class: 'action' }, action.element));
  return {
    element: host, identity,
    update(state, row) {
      const { layer } = state.depth;
      setText(setting, row.setting);
      initialisation.set(row.choice);
      setText(signal, sizeText(row.signal[(layer ?? row.signal.length) - 1] ?? NaN, row.signal[0] ?? 0));
      setText(gradient, sizeText(row.gradient[(layer ?? 1) - 1] ?? NaN, row.gradientPerLayer));
      setText(factor, factorText(row.gradientPerLayer));
      verdict.update(row);
      edge.update(row, state.depth.stacking.residual);
      const isFocused = state.focused === key;
      setAttributes(host, { 'data-focused': isFocused, 'data-hidden': row.curve.hidden });
      setAttributes(nameButton, { 'aria-pressed': String(isFocused) });
      if (inCode) action.setPressed(!row.curve.hidden);
    },
  };
}

interface InitialisationControl {
  readonly element: HTMLElement;
  set(choice: InitialisationChoice): void;
}

function initialisationControl(key: number, name: string, options: readonly ChoiceOption[], actions: DepthTableActions): InitialisationControl {
  let current: InitialisationChoice = { kind: 'he' };
  const choose = (choice: InitialisationChoice) => actions.setInitialisation(key, choice);
  const list: DropdownControl = dropdown({
    label: `Initialisation of ${name}`, options,
    onChange: (value) => {
      choose(value === 'gain' ? { kind: 'gain', gain: 1 } : { kind: value as Exclude<InitialisationChoice['kind'], 'gain'> });
      // What was refused is not what is shown.
      requestAnimationFrame(() => list.setValue(current.kind));
    },
  });
  const gain: TextFieldControl = textField({
    label: `Gain of ${name}`, className: 'number gain',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || value < gainLimits.min || value > gainLimits.max) return `Gain: a number from ${gainLimits.min} to ${gainLimits.max} is needed, not “${text}”.`;
      choose({ kind: 'gain', gain: value });
      return undefined;
    },
    onInvalid: actions.complain,
  });
  return {
    element: element('span', { class: 'choice' }, list.element, gain.element),
    set(choice) {
      current = choice;
      list.setValue(choice.kind);
      gain.element.hidden = choice.kind !== 'gain';
      if (choice.kind === 'gain') gain.setValue(formatRounded(choice.gain, 4));
    },
  };
}

interface RowCell {
  readonly element: HTMLElement;
  update(row: DepthRow): void;
}

function createVerdict(): RowCell {
  const mark = element('span', { class: 'verdict-icon' });
  const words = element('span', { class: 'verdict-words' });
  const place = element('span', { class: 'place' });
  const host = element('td', { role: 'cell', class: 'verdict' }, element('span', { class: 'judgement' }, mark, element('span', { class: 'lines' }, words, place)));
  return {
    element: host,
    update(row) {
      const verdict = verdictWords(row.verdict, row.signal);
      setAttributes(host, { 'data-severity': verdict.severity });
      refill(mark, [icon(verdict.icon)]);
      setText(words, verdict.verdict);
      setText(place, verdict.place);
    },
  };
}

interface EdgeCell {
  readonly element: HTMLElement;
  update(row: DepthRow, residual: boolean): void;
}

function createEdge(key: number, name: string, actions: DepthTableActions): EdgeCell {
  const host = element('td', { role: 'cell', class: 'edge' });
  const start = () => actions.setInitialisation(key, { kind: 'edge' });
  let shown: DepthRow | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  return {
    element: host,
    update(row, residual) {
      if (row === shown) return;
      shown = row;
      clearTimeout(rest);
      // What is added to what passes never leaves the gradient as it is.
      const words = () => (residual ? [element('span', { class: 'lines' }, element('span', {}, 'none: each layer adds'))] : edgeWords(name, row, start));
      rest = setTimeout(() => refill(host, words()), host.hasChildNodes() ? restAfter : 0);
    },
  };
}

function edgeWords(name: string, { curve, choice }: DepthRow, start: () => void): Node[] {
  const edge = edgeOf(curve);
  if (!edge) return [element('span', { class: 'lines' }, element('span', {}, 'none found'))];
  const spoken = `Start there: ${name} with variance ${formatNumber(edge.weights)} of weights and ${formatNumber(edge.biases)} of biases`;
  const action = choice.kind === 'edge' ? element('span', {}, 'starts there') : linkButton('Start there', start, { 'data-control': 'edge', 'aria-label': spoken, title: 'Start at the edge of chaos' });
  return [element('span', { class: 'lines' }, element('span', { class: 'variances' }, ...variances(edge)), action)];
}

/** The variance of weights times the width, and that of biases. */
function variances({ weights, biases, attracting }: EdgeOfChaos): (Node | string)[] {
  const symbol = (of: string) => element('span', { class: 'symbol' }, element('i', { class: 'math' }, 'σ'), element('sub', {}, of), '²');
  return [symbol('w'), ` ${formatNumber(weights)}, `, symbol('b'), ` ${formatNumber(biases)}${attracting ? '' : ', unstable'}`];
}
