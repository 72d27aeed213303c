/** The row above the plot: which derivatives are shown, what comes in, and what counts as saturated. */
import { formatRounded } from '../../src/pictures/numbers';
import type { Gaussian } from '../../src/propagation/gaussian';
import { dropdown, textField, type TextFieldControl } from '../controls';
import { element, onClick, setAttributes } from '../dom';
import { panels, type Panel } from './drawn';
import { evaluateExpression } from '../expression';
import { slider, type Slider } from '../slider';
import type { LabState } from '../state';

export interface ToolActions {
  toggle(panel: Panel): void;
  setInputs(inputs: Gaussian | undefined): void;
  setThreshold(threshold: number): void;
  complain(problem: string): void;
}

export interface Tools {
  readonly element: HTMLElement;
  update(state: LabState): void;
}

const panelWords: Readonly<Record<Panel, readonly [string, string]>> = {
  output: ['f', 'Output f'], gradient: ['f′', 'Gradient f′'], curvature: ['f″', 'Curvature f″'],
};

export function createTools(actions: ToolActions): Tools {
  let inputs: Gaussian = { mean: 0, deviation: 1 };
  const toggles = createToggles(actions);
  const kind = dropdown({
    label: 'Distribution of the inputs',
    options: [{ value: 'normal', text: 'Normal' }, { value: 'none', text: 'None' }],
    onChange: (value) => actions.setInputs(value === 'normal' ? inputs : undefined),
  });
  const mean = numberTool('μ', 'Mean of the inputs', { min: -4, max: 4, default: 0, lowest: -1000 }, (value) => actions.setInputs({ ...inputs, mean: value }), actions);
  const deviation = numberTool('σ', 'Standard deviation of the inputs', { min: 0.1, max: 4, default: 1, lowest: 0.01 }, (value) => actions.setInputs({ ...inputs, deviation: value }), actions);
  const threshold = thresholdField(actions);
  const distribution = element('span', { class: 'tool-group distribution' }, mean.element, deviation.element);
  const host = element('div', { class: 'tools', role: 'group', 'aria-label': 'Plot' },
    toggles.element,
    element('span', { class: 'tool-group' }, element('span', {}, 'Inputs'), kind.element),
    distribution,
    element('span', { class: 'tool-group saturation' }, element('span', {}, 'Saturated when ', element('i', { class: 'math' }, '|f′|'), ' <'), threshold.element));
  return {
    element: host,
    update(state) {
      inputs = state.inputs ?? inputs;
      toggles.update(state);
      kind.setValue(state.inputs ? 'normal' : 'none');
      distribution.hidden = !state.inputs;
      mean.set(inputs.mean);
      deviation.set(inputs.deviation);
      threshold.setValue(formatRounded(state.threshold, 9));
    },
  };
}

/** One stop of the Tab key; arrows move between the three. */
function createToggles(actions: ToolActions): Tools {
  const buttons = panels.map((panel) => {
    const [symbol, label] = panelWords[panel];
    const node = element('button', { type: 'button', class: 'toggle math', 'aria-label': label, tabindex: panel === 'output' ? '0' : '-1' }, symbol);
    return onClick(node, () => actions.toggle(panel));
  });
  const host = element('div', { class: 'toggles', role: 'group', 'aria-label': 'Panels' }, ...buttons);
  host.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const at = buttons.findIndex((node) => node === document.activeElement);
    if (step === 0 || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    for (const node of buttons) node.tabIndex = node === next ? 0 : -1;
    next?.focus();
  });
  return {
    element: host,
    update: ({ shown }) => panels.forEach((panel, i) => {
      const node = buttons[i];
      if (node) setAttributes(node, { 'aria-pressed': String(shown[panel]) });
    }),
  };
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

function numberTool(symbol: string, label: string, limits: Limits, change: (value: number) => void, { complain }: ToolActions): NumberTool {
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

function thresholdField({ setThreshold, complain }: ToolActions): TextFieldControl {
  return textField({
    label: 'Saturated when the absolute gradient is less than', className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || value <= 0 || value >= 1) return `The threshold must lie between 0 and 1; “${text}” does not.`;
      setThreshold(value);
      return undefined;
    },
    onInvalid: complain,
  });
}
