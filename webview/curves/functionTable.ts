/** One table that is legend, control and readout: a row for each function, its values at the crosshair in it. */
import { findActivation } from '../../src/activations/catalogue';
import { button, textField, type TextFieldControl } from '../controls';
import { element, onClick, setAttributes, setText } from '../dom';
import type { Drawn } from './drawn';
import { evaluateExpression } from '../expression';
import type { Feature } from './features';
import { lineSample } from '../lineSample';
import { createOwnFunction, type OwnFunctionActions } from './ownFunctionCell';
import { meanOutput, saturatedShare } from './measures';
import { createParameters, type ParameterControls } from '../parameters';
import { ownName } from './ownFunction';
import { formatPosition, readout } from './readout';
import { formatShare, formatValue } from '../../src/pictures/numbers';
import type { ParameterValue } from '../../src/activations/activation';
import type { Range } from '../../src/pictures/ranges';
import type { Curve, LabState } from '../state';

interface TableActions extends OwnFunctionActions {
  focus(key: number): void;
  restore(key: number): void;
  remove(key: number): void;
  toggleHidden(key: number): void;
  setParameter(key: number, name: string, value: ParameterValue): void;
  moveTo(x: number): void;
  complain(problem: string): void;
}

/** What a row shows beside the state of its curve. */
export interface TableModel {
  readonly state: LabState;
  readonly drawn: readonly Drawn[];
  readonly crosshair: number;
  readonly variable: string;
  /** In difference mode the function that the others are shown less. */
  readonly reference: Drawn | undefined;
  /** What is drawn of a curve: itself, or what it is less the reference. */
  readonly shownAs: (drawn: Drawn) => Drawn;
  /** For each curve the feature that lies exactly under the crosshair. */
  readonly featureAt: (drawn: Drawn) => Feature | undefined;
  readonly range: Range;
}

interface FunctionTable {
  readonly element: HTMLElement;
  update(model: TableModel): void;
  /** Fills in what takes longer to know: what the functions do to the inputs. */
  measure(model: TableModel): void;
  editParameter(key: number, name: string): void;
}

interface Row {
  readonly element: HTMLElement;
  readonly identity: string;
  readonly parameters: ParameterControls;
  update(model: TableModel, curve: Curve, drawn: Drawn): void;
  measure(model: TableModel, drawn: Drawn): void;
}

export function createFunctionTable(actions: TableActions): FunctionTable {
  const position = positionField(actions);
  const variable = element('span', {}, 'x');
  const outputHead = element('i', { class: 'math' }, 'f');
  const curvatureHead = element('i', { class: 'math' }, 'f″');
  const gradientHead = element('i', { class: 'math' }, 'f′');
  const head = element('tr', { role: 'row' },
    headCell('Function', 'name'), headCell('Parameter', 'parameters'),
    element('th', { role: 'columnheader', scope: 'col', class: 'value output' },
      element('span', { class: 'at' }, element('span', {}, outputHead, ' at ', variable, ' ='), position.element)),
    element('th', { role: 'columnheader', scope: 'col', class: 'value gradient' }, gradientHead),
    element('th', { role: 'columnheader', scope: 'col', class: 'value other' }, element('i', { class: 'math' }, '∂f/∂b')),
    element('th', { role: 'columnheader', scope: 'col', class: 'value curvature' }, curvatureHead),
    element('th', { role: 'columnheader', scope: 'col', class: 'value share' }, 'Saturated', element('span', { class: 'long' }, ' inputs')), headCell('Mean output', 'value mean'),
    element('th', { role: 'columnheader', scope: 'col', class: 'action' }, element('span', { class: 'visually-hidden' }, 'Actions')));
  const body = element('tbody', { role: 'rowgroup' });
  const host = element('table', { class: 'functions', id: 'functions', role: 'table', 'aria-label': 'Functions and their values at the crosshair' },
    element('thead', { role: 'rowgroup' }, head), body);
  const rows = new Map<number, Row>();
  return {
    element: host,
    update(model) {
      const { state } = model;
      syncRows(rows, body, state, actions);
      setText(variable, model.variable);
      const delta = model.reference ? 'Δ' : '';
      setText(outputHead, `${delta}f`);
      setText(gradientHead, delta + (model.variable === 'a' ? '∂f/∂a' : 'f′'));
      setText(curvatureHead, `${delta}f″`);
      position.setValue(formatPosition(model.crosshair));
      setAttributes(host, {
        'data-curvature': state.shown.curvature, 'data-gate': model.variable === 'a', 'data-no-inputs': !state.inputs,
      });
      for (const curve of state.curves) {
        const drawn = model.drawn.find((candidate) => candidate.curve === curve);
        if (drawn) rows.get(curve.key)?.update(model, curve, drawn);
      }
    },
    measure(model) {
      for (const drawn of model.drawn) rows.get(drawn.curve.key)?.measure(model, drawn);
    },
    editParameter: (key, name) => rows.get(key)?.parameters.focus(name),
  };
}

function headCell(text: string, className: string): HTMLElement {
  return element('th', { role: 'columnheader', scope: 'col', class: className }, text);
}

function positionField(actions: TableActions): TextFieldControl {
  return textField({
    label: 'Position of the crosshair', className: 'number position',
    onCommit: (text) => {
      const x = evaluateExpression(text);
      if (x === undefined) return `“${text}” is no number. Type for example −0.752, sqrt(2) or pi/2.`;
      actions.moveTo(x);
      return undefined;
    },
    onInvalid: actions.complain,
  });
}

/** Rows are kept while their curve stays, so that a slider in the hand is never replaced. */
function syncRows(rows: Map<number, Row>, body: HTMLElement, state: LabState, actions: TableActions): void {
  const identities = new Map(state.curves.map((curve) => [curve.key, `${curve.activation} ${curve.expression ?? ''} ${curve.series} ${curve.inCode} ${JSON.stringify(curve.original)}`]));
  for (const [key, row] of rows) {
    if (identities.get(key) === row.identity) continue;
    row.element.remove();
    rows.delete(key);
  }
  state.curves.forEach((curve, index) => {
    const row = rows.get(curve.key) ?? createRow(curve, identities.get(curve.key) ?? '', actions);
    rows.set(curve.key, row);
    if (body.children[index] !== row.element) body.insertBefore(row.element, body.children[index] ?? null);
  });
}

function createRow(curve: Curve, identity: string, actions: TableActions): Row {
  const { key, series, inCode } = curve;
  const activation = findActivation(curve.activation);
  const name = activation?.name ?? ownName(curve.expression ?? curve.activation);
  const own = curve.expression === undefined ? undefined : createOwnFunction(curve, curve.expression, actions);
  const parameters = own ?? createParameters(curve, activation, {
    set: (parameter, value) => actions.setParameter(key, parameter, value),
    complain: actions.complain,
  });
  const nameButton = onClick(element('button', { type: 'button', class: 'name', title: 'Focus; double-click returns to its own parameters' }, name), () => actions.focus(key));
  nameButton.addEventListener('dblclick', () => actions.restore(key));
  const action = inCode
    ? button({ label: `Show ${name}`, icon: 'eye', appearance: 'icon', title: 'Show or hide', onPress: () => actions.toggleHidden(key) })
    : button({ label: `Remove ${name}`, icon: 'close', appearance: 'icon', title: 'Remove', onPress: () => actions.remove(key) });
  const cells = valueCells();
  const reference = element('span', { class: 'tag reference', hidden: true }, 'reference');
  const row = element('tr', { role: 'row', class: `series-${series}${inCode ? ' own' : ''}` },
    element('th', { role: 'rowheader', scope: 'row', class: 'name' },
      element('span', { class: 'identity' }, lineSample(series), element('span', { class: 'words' }, nameButton, inCode && element('span', { class: 'tag' }, 'in your code'), reference))),
    element('td', { role: 'cell', class: 'parameters' }, parameters.element),
    cells.output, cells.gradient, cells.other, cells.curvature, cells.share, cells.mean,
    element('td', { role: 'cell', class: 'action' }, action.element));
  return {
    element: row, identity, parameters,
    update(model, current, drawn) {
      parameters.update(current.parameters);
      own?.compare(model.range);
      setAttributes(row, { 'data-focused': model.state.focused === key, 'data-hidden': current.hidden });
      setAttributes(nameButton, { 'aria-pressed': String(model.state.focused === key) });
      setAttributes(reference, { hidden: model.reference !== drawn });
      if (inCode) action.setPressed(!current.hidden);
      fill(cells, model, drawn);
    },
    measure: (model, drawn) => fillMeasures(cells, model, drawn),
  };
}

type Cells = Readonly<Record<'output' | 'gradient' | 'other' | 'curvature' | 'share' | 'mean', HTMLElement>>;

function valueCells(): Cells {
  const cell = (name: string) => element('td', { role: 'cell', class: `value ${name}` });
  return {
    output: cell('output'), gradient: cell('gradient'), other: cell('other'), curvature: cell('curvature'), share: cell('share'), mean: cell('mean'),
  };
}

function fill(cells: Cells, { state, crosshair, featureAt, shownAs }: TableModel, drawn: Drawn): void {
  const shown = shownAs(drawn);
  const values = readout(shown, crosshair, featureAt(shown));
  setText(cells.output, formatValue(values.output));
  setText(cells.gradient, formatValue(values.gradient));
  setText(cells.curvature, state.shown.curvature ? formatValue(values.curvature) : '');
  setText(cells.other, drawn.otherGradient ? formatValue(drawn.otherGradient(crosshair)) : '');
}

function fillMeasures(cells: Cells, { state: { inputs, threshold } }: TableModel, drawn: Drawn): void {
  const mean = inputs ? meanOutput(drawn, inputs) : 0;
  // What has no value for some inputs has no share of them either.
  setText(cells.share, inputs ? (Number.isNaN(mean) ? formatValue(mean) : formatShare(saturatedShare(drawn, { inputs, threshold }))) : '');
  setText(cells.mean, inputs ? formatValue(mean) : '');
}
