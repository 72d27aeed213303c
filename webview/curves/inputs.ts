/** The row below the plot: the distribution of what comes in, and what the function makes of it. */
import { formatRounded, formatShare, formatValue } from '../../src/pictures/numbers';
import type { Gaussian } from '../../src/propagation/gaussian';
import { dropdown, textField } from '../controls';
import { element, setAttributes, setText } from '../dom';
import { evaluateExpression } from '../expression';
import { slider, type Slider } from '../slider';
import { typicalDifference } from './compared';
import type { Drawn } from './drawn';
import { responseOf } from './measures';

interface InputActions {
  setInputs(inputs: Gaussian | undefined): void;
  complain(problem: string): void;
}

interface InputsModel {
  readonly inputs: Gaussian | undefined;
  /** The function that the figures are of. */
  readonly drawn: Drawn | undefined;
  readonly isDifference: boolean;
  readonly variable: string;
}

interface InputsRow {
  readonly element: HTMLElement;
  update(model: InputsModel): void;
  /** Fills in the figures, which take longer to know. */
  measure(model: InputsModel): void;
}

export function createInputs(actions: InputActions): InputsRow {
  let inputs: Gaussian = { mean: 0, deviation: 1 };
  const kind = dropdown({
    label: 'Distribution of the inputs',
    options: [{ value: 'normal', text: 'Normal' }, { value: 'none', text: 'None' }],
    onChange: (value) => actions.setInputs(value === 'normal' ? inputs : undefined),
  });
  const mean = numberTool('μ', 'Mean of the inputs', { min: -4, max: 4, default: 0, lowest: -1000 }, (value) => actions.setInputs({ ...inputs, mean: value }), actions);
  const deviation = numberTool('σ', 'Standard deviation of the inputs', { min: 0.1, max: 4, default: 1, lowest: 0.01 }, (value) => actions.setInputs({ ...inputs, deviation: value }), actions);
  const distribution = element('span', { class: 'tool-group distribution' }, mean.element, deviation.element);
  const figures = createFigures();
  return {
    element: element('div', { class: 'tools inputs', role: 'group', 'aria-label': 'Inputs' },
      element('span', { class: 'tool-group' }, element('span', {}, 'Inputs'), kind.element), distribution, figures.element),
    update(model) {
      inputs = model.inputs ?? inputs;
      kind.setValue(model.inputs ? 'normal' : 'none');
      setAttributes(distribution, { hidden: !model.inputs });
      mean.set(inputs.mean);
      deviation.set(inputs.deviation);
      figures.update(model);
    },
    measure: figures.measure,
  };
}

interface Figure {
  readonly name: string;
  readonly meaning: string;
  readonly value: () => string;
}

/** Names and values in one line; a description list, so that they are read in pairs. */
function createFigures(): InputsRow {
  const of = element('span', { class: 'of' });
  const list = element('dl', { class: 'pairs' });
  const host = element('div', { class: 'figures' }, of, list);
  return {
    element: host,
    update(model) {
      const figures = figuresOf(model);
      setAttributes(host, { hidden: figures.length === 0 });
      setText(of, model.drawn?.name ?? '');
      if (list.children.length !== figures.length) list.replaceChildren(...figures.map(() => element('div', {}, element('dt'), element('dd'))));
      figures.forEach(({ name, meaning }, i) => {
        const term = list.children[i]?.children[0];
        if (!term) return;
        setAttributes(term, { title: meaning });
        setText(term, name);
      });
    },
    measure: (model) => figuresOf(model).forEach(({ value }, i) => {
      const figure = list.children[i]?.children[1];
      if (figure) setText(figure, value());
    }),
  };
}

function figuresOf({ inputs, drawn, isDifference, variable }: InputsModel): Figure[] {
  if (!inputs || !drawn) return [];
  const response = () => responseOf(drawn, inputs);
  const meanOut = { name: 'mean', meaning: 'The mean of what comes out', value: () => formatValue(response().mean) };
  if (isDifference) return [meanOut, { name: 'root mean square', meaning: 'How far the two are apart for these inputs', value: () => formatValue(typicalDifference(drawn, inputs)) }];
  const slope = variable === 'a' ? '(∂f/∂a)²' : 'f′²';
  return [
    meanOut,
    { name: 'variance', meaning: 'The variance of what comes out', value: () => formatValue(response().variance) },
    { name: 'dead', meaning: 'The share of inputs that get no gradient at all', value: () => formatShare(response().dead) },
    { name: `E ${slope}`, meaning: 'The expected squared gradient: by what one layer multiplies the squared gradient that comes back', value: () => formatValue(response().squaredGradient) },
  ];
}

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** What the field takes beyond the slider's end. */
  readonly lowest: number;
}

interface NumberTool {
  readonly element: HTMLElement;
  set(value: number): void;
}

function numberTool(symbol: string, label: string, limits: Limits, change: (value: number) => void, { complain }: InputActions): NumberTool {
  const range: Slider = slider({ label, ...limits, step: 0.1, tick: limits.default, onInput: change });
  const field = textField({
    label, className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || value < limits.lowest || value > 1000) return `${label}: a number from ${limits.lowest} to 1000 is needed, not “${text}”.`;
      change(value);
      return undefined;
    },
    onInvalid: complain,
  });
  return {
    element: element('span', { class: 'number-tool' }, element('i', { class: 'math' }, symbol), range.element, field.element),
    set(value) {
      const text = Number.isInteger(value * 10) ? value.toFixed(1).replace('-', '−') : formatRounded(value, 4);
      range.set(value, `${text}, default ${limits.default}`);
      field.setValue(text);
    },
  };
}
