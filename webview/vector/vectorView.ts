/** A function of a whole vector: what each entry becomes, and how each input moves each output. */
import type { VectorActivation } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { formatNumber, formatRounded, formatValue, minus } from '../../src/pictures/numbers';
import { contrast, mix, toCss } from '../colour';
import { textField } from '../controls';
import { element, linkButton, onClick, setText } from '../dom';
import { evaluateExpression } from '../expression';
import { icon } from '../icons';
import { lineSample } from '../lineSample';
import { allSeries, type Series } from '../../src/pictures/series';
import { createParameters } from '../parameters';
import { slider } from '../slider';
import { kindOf, setParameter, type Curve, type LabState } from '../state';
import type { Theme } from '../theme';
import type { LabView, ViewContext, ViewKind } from '../view';
import type { ParameterValue } from '../../src/activations/activation';

interface VectorActions {
  setLogits(logits: readonly number[]): void;
  setParameter(key: number, name: string, value: ParameterValue): void;
  complain(problem: string): void;
}

export const vectorView: ViewKind = {
  id: 'vector',
  title: ({ curves: [first] }) => (first && findActivation(first.activation)?.name) ?? 'Vector',
  fits: ({ curves: [first] }) => first !== undefined && kindOf(first) === 'vector',
  canTabulate: false,
  create: createVectorView,
};

const mostEntries = allSeries.length;
const reach = 5;
const example: readonly number[] = [1.8, 0.9, 0.68];

function createVectorView({ change, complain }: ViewContext): LabView {
  const actions: VectorActions = {
    setLogits: (logits) => change((state) => ({ ...state, logits })),
    setParameter: (key, name, value) => change((state) => setParameter(state, key, name, value)),
    complain,
  };
  const host = element('section', { class: 'vector', 'aria-label': 'Vector function' });
  let built = '';
  let parts: Parts | undefined;
  return {
    element: host,
    update(state, _previous, theme) {
      const [curve] = state.curves;
      if (!curve) return;
      const activation = findActivation(curve.activation);
      if (activation?.kind !== 'vector') return;
      const shape = `${curve.key} ${curve.activation} ${state.logits.length} ${JSON.stringify(curve.original)}`;
      if (shape !== built || !parts) {
        built = shape;
        parts = buildParts(activation, curve, state.logits.length, actions);
        host.replaceChildren(...parts.nodes);
      }
      parts.update(state, curve, theme);
    },
  };
}

interface Parts {
  readonly nodes: readonly Node[];
  update(state: LabState, curve: Curve, theme: Theme): void;
}

function buildParts(activation: VectorActivation, curve: Curve, count: number, actions: VectorActions): Parts {
  let logits: readonly number[] = [];
  const parameters = createParameters(curve, activation, { set: (name, value) => actions.setParameter(curve.key, name, value), complain: actions.complain });
  const set = (index: number, value: number) => actions.setLogits(logits.map((old, i) => (i === index ? value : old)));
  const remove = (index: number) => actions.setLogits(logits.filter((_, i) => i !== index));
  const rows = Array.from({ length: count }, (_, i) => createEntry(i, count > 2, { set: (value) => set(i, value), remove: () => remove(i), complain: actions.complain }));
  const head = element('tr', {}, ...['Entry', 'Input z'].map((text) => element('th', { scope: 'col' }, text)), spokenHead('Bar'), element('th', { scope: 'col' }, 'Output'), spokenHead('Actions'));
  const facts = element('p', { class: 'vector-facts' });
  const jacobian = element('div', { class: 'jacobian-host' });
  const add = linkButton('Add entry', () => actions.setLogits([...logits, 0]), { class: 'link add' });
  add.prepend(icon('add'));
  add.hidden = count >= mostEntries;
  const reset = linkButton('Example 1.8, 0.9, 0.68', () => actions.setLogits(example));
  const hasParameters = Object.keys(activation.parameters).length > 0;
  return {
    nodes: [
      ...(hasParameters ? [element('div', { class: 'tools' }, parameters.element)] : []),
      element('table', { class: 'entries', 'aria-label': `Inputs and outputs of ${activation.name}` }, element('thead', {}, head), element('tbody', {}, ...rows.map((row) => row.element))),
      element('div', { class: 'vector-links' }, add, reset),
      facts, jacobian,
    ],
    update(state, current, theme) {
      logits = state.logits;
      const values = activation.value(logits, current.parameters);
      parameters.update(current.parameters);
      rows.forEach((row, i) => row.update(logits[i] ?? 0, ownOutputs(values, count, i), barScale(values)));
      setText(facts, factsOf(activation, logits, values));
      jacobian.replaceChildren(jacobianTable(activation, logits, values, current, theme));
    },
  };
}

/** A column that explains itself to the eye still has a name. */
function spokenHead(text: string): HTMLElement {
  return element('th', { scope: 'col' }, element('span', { class: 'visually-hidden' }, text));
}

interface Entry {
  readonly element: HTMLElement;
  update(logit: number, outputs: readonly number[], scale: number): void;
}

interface EntryActions {
  set(value: number): void;
  remove(): void;
  complain(problem: string): void;
}

function createEntry(index: number, removable: boolean, { set, remove, complain }: EntryActions): Entry {
  const series: Series = allSeries[index] ?? 5;
  const label = `Input z${subscript(index + 1)}`;
  const range = slider({ label, min: -reach, max: reach, step: 0.01, tick: 0, series, onInput: set });
  const field = textField({
    label, className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || Math.abs(value) > 1e6) return `${label}: “${text}” is no number that can be used.`;
      set(value);
      return undefined;
    },
    onInvalid: complain,
  });
  const bar = element('span', { class: 'bar-fill' });
  const number = element('td', { class: 'value' });
  const close = onClick(element('button', { type: 'button', class: 'remove', 'aria-label': `Remove entry ${index + 1}`, hidden: !removable }, icon('close')), remove);
  return {
    element: element('tr', { class: `series-${series}` },
      element('th', { scope: 'row', class: 'name' }, lineSample(series), `z${subscript(index + 1)}`),
      element('td', { class: 'entry-input' }, range.element, field.element),
      element('td', { class: 'entry-bar' }, element('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar)),
      number, element('td', { class: 'action' }, close)),
    update(logit, outputs, scale) {
      const text = Math.abs(logit) < 1e4 ? logit.toFixed(2).replace('-', minus) : formatRounded(logit, 2);
      range.set(logit, text);
      field.setValue(text);
      setText(number, outputs.map((output) => formatValue(output)).join(', '));
      const largest = Math.max(0, ...outputs.filter(Number.isFinite).map(Math.abs));
      bar.style.width = `${Math.min(100, (100 * largest) / scale)}%`;
    },
  };
}

/** The outputs that belong to one input: one, or two where both signs are kept, or none where all inputs make one number. */
function ownOutputs(values: readonly number[], inputs: number, index: number): readonly number[] {
  return values.length % inputs === 0 ? values.filter((_, k) => k % inputs === index) : [];
}

/** Probabilities fill their track at 1; other outputs are drawn against the largest. */
function barScale(values: readonly number[]): number {
  return isDistribution(values) ? 1 : Math.max(1, ...values.filter(Number.isFinite).map(Math.abs));
}

function isDistribution(values: readonly number[]): boolean {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.length > 1 && values.every((value) => value >= 0) && Math.abs(sum - 1) < 1e-9;
}

function factsOf(activation: VectorActivation, logits: readonly number[], values: readonly number[]): string {
  if (values.length === 1) return `${activation.name} gives one number: ${formatValue(values[0] ?? NaN)}.`;
  if (!isDistribution(values)) return '';
  const entropy = -values.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);
  const [first = 0, second = 0] = [...values].sort((a, b) => b - a);
  const lead = second > 0 ? ` The largest, ${formatValue(first)}, is ${formatNumber(first / second)} times the next.` : '';
  const facts = [`The outputs sum to 1.${lead} Entropy ${formatValue(entropy + 0)} of at most ${formatValue(Math.log(values.length))} nats.`];
  if (activation.id === 'softmax') facts.push(doubleSoftmax(logits, values));
  return facts.join(' ');
}

/** What a loss that applies softmax itself would make of these probabilities. */
function doubleSoftmax(logits: readonly number[], values: readonly number[]): string {
  const largest = Math.max(...values);
  const twice = Math.exp(largest) / values.reduce((sum, p) => sum + Math.exp(p), 0);
  const most = Math.E / (Math.E + logits.length - 1);
  return `If the loss applies softmax again, ${formatValue(largest)} becomes ${formatValue(twice)}; with ${logits.length} classes nothing can pass ${formatValue(most)}.`;
}

/** Row i holds the derivatives of output i: the pullback of the i-th unit vector. */
function jacobianTable(activation: VectorActivation, logits: readonly number[], values: readonly number[], curve: Curve, theme: Theme): HTMLElement {
  const rows = values.map((_, i) => activation.pullback(logits, values.map((__, k) => (k === i ? 1 : 0)), curve.parameters));
  const largest = Math.max(...rows.flat().map(Math.abs).filter(Number.isFinite), 1e-12);
  const heads = logits.map((_, j) => element('th', { scope: 'col' }, `∂z${subscript(j + 1)}`));
  const body = rows.map((row, i) => element('tr', {},
    element('th', { scope: 'row' }, values.length === 1 ? '∂f' : `∂f${subscript(i + 1)}`),
    ...row.map((entry) => heatCell(entry, largest, theme))));
  return element('table', { class: 'jacobian' },
    element('caption', {}, 'Gradient: how each input moves each output'),
    element('thead', {}, element('tr', {}, element('td', {}), ...heads)), element('tbody', {}, ...body));
}

function heatCell(entry: number, largest: number, { heat, highContrast, foreground }: Theme): HTMLElement {
  const cell = element('td', {}, `${entry > 0 ? '+' : ''}${formatValue(entry)}`);
  if (highContrast) {
    cell.style.color = foreground;
    return cell;
  }
  const share = Number.isFinite(entry) ? 0.78 * Math.abs(entry / largest) : 0;
  const ground = mix(entry < 0 ? heat.negative : heat.positive, heat.background, share);
  const [black, white] = [{ r: 0, g: 0, b: 0, alpha: 1 }, { r: 255, g: 255, b: 255, alpha: 1 }];
  cell.style.backgroundColor = toCss(ground);
  cell.style.color = toCss(contrast(black, ground) > contrast(white, ground) ? black : white);
  return cell;
}

function subscript(index: number): string {
  return [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit).join('').replace('-', minus);
}
