/** The row above the table: temperature, the target, and the function's other parameters. */
import { formatNumber } from '../../src/pictures/numbers';
import { dropdown, textField } from '../controls';
import { element } from '../dom';
import { evaluateExpression } from '../expression';
import { createParameters } from '../parameters';
import { slider } from '../slider';
import type { LabState } from '../state';
import { temperatures, type VectorActions } from './actions';
import { formatLogit } from './heading';
import { entryName, isDistribution, type Shown } from './shown';

interface VectorTools {
  readonly element: HTMLElement;
  update(shown: Shown, state: LabState): void;
  focusTemperature(): void;
}

/** The slider's ends, as powers of ten. */
const farthest = 1;

export function createVectorTools(shown: Shown, actions: VectorActions): VectorTools {
  const temperature = temperatureTool(shown, actions);
  const target = targetTool(shown, actions);
  const position = positionTool(shown, actions);
  const others = otherParameters(shown, actions);
  const tools = [temperature, position, target, others].filter((tool) => tool !== undefined);
  return {
    element: element('div', { class: 'tools vector-tools', role: 'group', 'aria-label': shown.activation.name, hidden: tools.length === 0 }, ...tools.map((tool) => tool.element)),
    update(now, state) {
      for (const tool of tools) tool.update(now, state);
    },
    focusTemperature: () => temperature?.focus(),
  };
}

interface Tool {
  readonly element: HTMLElement;
  update(shown: Shown, state: LabState): void;
}

function temperatureTool({ traits, temperatureParameter, curve, activation }: Shown, { setTemperature, complain }: VectorActions): Tool & { focus(): void } | undefined {
  if (!traits.takesTemperature) return undefined;
  const written = Number(temperatureParameter && curve ? curve.original['temperature'] ?? temperatureParameter.default : 1);
  const symbol = temperatureParameter?.symbol ?? 'T';
  const label = `Temperature ${symbol}`;
  const [low, high] = [Math.min(-farthest, powerOf(written)), Math.max(farthest, powerOf(written))];
  const range = slider({ label, min: low, max: high, step: 0.01, tick: powerOf(written), onInput: (power) => setTemperature(fromPower(power)) });
  const field = textField({
    label, className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || value < temperatures.min || value > temperatures.max) return `${label}: a number from 0.001 to 1000 is needed, not “${text}”.`;
      setTemperature(value);
      return undefined;
    },
    onInvalid: complain,
  });
  const meaning = temperatureParameter?.meaning ?? `${activation.name} has no temperature of its own; its inputs are divided by this one first.`;
  return {
    element: element('span', { class: 'number-tool temperature', title: meaning }, element('span', {}, 'Temperature'), element('i', { class: 'math' }, symbol), range.element, field.element),
    update({ temperature }) {
      const text = temperatureText(temperature);
      range.set(powerOf(temperature), `${text}, ${temperatureText(written)} ${curve?.inCode && temperatureParameter ? 'in the code' : 'default'}`);
      field.setValue(text);
    },
    focus: () => field.focus(),
  };
}

function powerOf(temperature: number): number {
  return temperature > 0 && Number.isFinite(temperature) ? Math.log10(temperature) : 0;
}

/** Three digits, so that the slider gives numbers a person would have typed. */
function fromPower(power: number): number {
  return Number((10 ** power).toPrecision(3));
}

export function temperatureText(temperature: number): string {
  const isPlain = temperature >= 0.01 && temperature < 1000 && Math.abs(Math.round(temperature * 100) / 100 - temperature) < 1e-12;
  return isPlain ? temperature.toFixed(2) : formatNumber(temperature, 4);
}

/** Where the pieces are looked at. */
function positionTool({ form }: Shown, { setX, complain }: VectorActions): Tool | undefined {
  if (form !== 'number') return undefined;
  const range = slider({ label: 'Input x', min: -4, max: 4, step: 0.01, tick: 0, onInput: setX });
  const field = textField({
    label: 'Input x', className: 'number',
    onCommit: (text) => {
      const value = evaluateExpression(text);
      if (value === undefined || Math.abs(value) > 1000) return `Input x: a number from −1000 to 1000 is needed, not “${text}”.`;
      setX(value);
      return undefined;
    },
    onInvalid: complain,
  });
  return {
    element: element('span', { class: 'number-tool temperature' }, element('span', {}, 'Input'), element('i', { class: 'math' }, 'x'), range.element, field.element),
    update(_, { vector: { x } }) {
      range.set(x, formatLogit(x));
      field.setValue(formatLogit(x));
    },
  };
}

function targetTool(shown: Shown, { setTarget }: VectorActions): Tool | undefined {
  const isMoving = shown.form === 'entries' || shown.form === 'pairs' || (isDistribution(shown.form) && !shown.traits.takesTemperature);
  if (!isDistribution(shown.form) && !isMoving) return undefined;
  const text = isDistribution(shown.form) ? 'Target' : 'Moving';
  const list = dropdown({
    label: isDistribution(shown.form) ? 'Target: the class that is true' : 'The entry that moves in the plot',
    options: shown.entries.map((_, index) => ({ value: String(index), text: entryName(shown, index) })),
    onChange: (value) => setTarget(Number(value)),
  });
  return {
    element: element('span', { class: 'tool-group target' }, element('span', {}, text), list.element),
    update: ({ target }) => list.setValue(String(target)),
  };
}

function otherParameters({ curve, activation }: Shown, actions: VectorActions): Tool | undefined {
  const { temperature: _, ...others } = activation.parameters;
  if (!curve || Object.keys(others).length === 0) return undefined;
  const controls = createParameters(curve, activation, { set: actions.setParameter, complain: actions.complain }, others);
  return { element: controls.element, update: (now) => controls.update(now.parameters) };
}
