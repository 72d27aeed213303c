/** The controls for the parameters of one curve: a slider with a field for numbers, a list for choices. */
import type { Activation, ChoiceParameter, NumberParameter, Parameters, ParameterValue, ParameterValues } from '../src/activations/activation';
import { formatRounded } from '../src/pictures/numbers';
import { dropdown, textField } from './controls';
import { element, onClick, setAttributes } from './dom';
import { parametersOf } from './curves/drawn';
import { evaluateExpression } from './expression';
import { slider } from './slider';
import type { Curve } from './state';
import { parameterName } from './words';

interface ParameterActions {
  set(name: string, value: ParameterValue): void;
  complain(problem: string): void;
}

export interface ParameterControls {
  readonly element: HTMLElement;
  update(values: ParameterValues): void;
  focus(name: string): void;
}

interface Control {
  readonly element: HTMLElement;
  set(value: ParameterValue): void;
  focus(): void;
}

/** `parameters` are those that are offered, where that is not all. */
export function createParameters(
  curve: Curve, activation: Activation | undefined, actions: ParameterActions, parameters: Parameters = activation ? parametersOf(activation) : {},
): ParameterControls {
  const entries = Object.entries(parameters);
  const controls = new Map<string, Control>(entries.map(([name, parameter]) => {
    const label = `${activation?.name ?? ''} ${parameterName(name)} ${parameter.symbol}`.trim();
    const control = parameter.kind === 'number'
      ? numberControl(name, label, parameter, curve, actions)
      : choiceControl(name, label, parameter, actions);
    return [name, control];
  }));
  const none = element('span', { class: 'none' }, 'none');
  return {
    element: element('div', { class: 'parameter-list' }, ...(controls.size > 0 ? [...controls.values()].map((control) => control.element) : [none])),
    update(values) {
      for (const [name, control] of controls) {
        const value = values[name];
        if (value !== undefined) control.set(value);
      }
    },
    focus: (name) => controls.get(name)?.focus(),
  };
}

/** The slider reaches what is worth trying and what the code says; the field takes any finite number. */
function numberControl(name: string, label: string, parameter: NumberParameter, curve: Curve, actions: ParameterActions): Control {
  const written = Number(curve.original[name] ?? parameter.default);
  const range = slider({
    label, series: curve.series,
    min: Math.min(parameter.min, written), max: Math.max(parameter.max, written), step: parameter.step, tick: written,
    onInput: (value) => actions.set(name, value),
  });
  const field = textField({
    label, className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined) return `${parameterName(name)}: “${text}” is no number.`;
      if (Math.abs(value) > 1e6) return `${parameterName(name)}: ${text} is beyond what can be drawn.`;
      actions.set(name, value);
      return undefined;
    },
    onInvalid: actions.complain,
  });
  const origin = curve.inCode ? 'in the code' : 'default';
  const own = numberText(written, parameter.step);
  const back = onClick(element('button', {
    type: 'button', class: 'symbol', title: `${parameter.meaning}. Click: back to ${own}, ${origin}`, 'aria-label': `${label}: back to ${own}`,
  }, parameter.symbol), () => actions.set(name, written));
  return {
    element: element('div', { class: 'parameter' }, back, range.element, field.element),
    set(value) {
      const text = numberText(Number(value), parameter.step);
      setAttributes(back, { disabled: value === written });
      range.set(Number(value), `${text}, ${own} ${origin}`);
      field.setValue(text);
    },
    focus: () => field.focus(),
  };
}

function choiceControl(name: string, label: string, parameter: ChoiceParameter, actions: ParameterActions): Control {
  const list = dropdown({
    label,
    options: parameter.choices.map((choice) => ({ value: choice, text: choice.replace(/[-_]/g, ' ') })),
    onChange: (value) => actions.set(name, value),
  });
  return {
    element: element('div', { class: 'parameter' }, element('span', { class: 'symbol', title: parameter.meaning }, parameter.symbol), list.element),
    set: (value) => list.setValue(String(value)),
    focus: () => list.element.focus(),
  };
}

/** As many decimals as the slider's step has, two at least, so that the field does not change its width. */
function numberText(value: number, step: number): string {
  const decimals = Math.max(2, step.toString().split('.')[1]?.length ?? 0);
  const fixed = Math.abs(value) < 1e4 ? value.toFixed(decimals) : '';
  return Number(fixed) === value && fixed !== '' ? fixed.replace('-', '−') : formatRounded(value, 6);
}
