/** The row of a function of one's own: its expression to edit, and which known activation it is nearest to. */
import type { ParameterValues } from '../../src/activations/activation';
import { numbersIn } from '../../src/expressions/expression';
import { nearestActivation, type Nearest } from '../../src/expressions/nearest';
import { parseExpression } from '../../src/expressions/parse';
import { formatNumber, formatRounded, formatScientific } from '../../src/pictures/numbers';
import type { Range } from '../../src/pictures/ranges';
import { textField } from '../controls';
import { element, linkButton } from '../dom';
import type { ParameterControls } from '../parameters';
import type { Curve } from '../state';
import { functionOf } from './ownFunction';

export interface OwnFunctionActions {
  setExpression(key: number, text: string): void;
  compareWith(activation: string, parameters: ParameterValues): void;
  /** Puts a known activation into the code, in the place of the function that was written by hand. */
  replaceBy(activation: string, parameters: ParameterValues): void;
  complain(problem: string): void;
}

interface OwnFunctionControls extends ParameterControls {
  /** Looks for the nearest activation in a range, once it rests. */
  compare(range: Range): void;
}

/** Fitting parameters takes longer than a frame, so it waits until a zoom is over. */
const pause = 250;

export function createOwnFunction(curve: Curve, text: string, actions: OwnFunctionActions): OwnFunctionControls {
  const problem = element('p', { class: 'problem', role: 'alert' });
  const near = element('p', { class: 'nearest' });
  const field = textField({
    label: 'Expression of x', className: 'own-expression',
    onCommit: (typed) => {
      const words = problemOf(typed);
      problem.textContent = words ?? '';
      if (words === undefined) actions.setExpression(curve.key, typed.trim());
      return words;
    },
    onInvalid: () => undefined,
  });
  field.setValue(text);
  let compared = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element: element('div', { class: 'own-function' }, field.element, problem, near),
    update: () => undefined,
    focus: () => field.focus(),
    compare({ min, max }) {
      const key = `${min} ${max}`;
      if (key === compared) return;
      compared = key;
      clearTimeout(timer);
      timer = setTimeout(() => near.replaceChildren(...nearestWords(text, { min, max }, curve.inCode, actions)), pause);
    },
  };
}

/** What is wrong with an expression, and at which of its characters. */
export function problemOf(text: string): string | undefined {
  const parsed = parseExpression(text);
  if ('expression' in parsed) return hasValues(text) ? undefined : 'It has no real value for any x from −24 to 24.';
  const { words, start } = parsed.problem;
  return start === 0 ? words : `${words} See character ${start + 1}.`;
}

function hasValues(text: string): boolean {
  const own = functionOf(text);
  return own !== undefined && Array.from({ length: 193 }, (_, i) => own.value(-24 + i / 4)).some(Number.isFinite);
}

function nearestWords(text: string, range: Range, inCode: boolean, actions: OwnFunctionActions): Node[] {
  const parsed = parseExpression(text);
  const own = functionOf(text);
  const found = 'expression' in parsed && own ? nearestActivation(own.value, numbersIn(parsed.expression), range) : undefined;
  if (!found || !own) return [];
  const size = sizeOf(own.value, range);
  if (found.distance > size / 2) return [document.createTextNode('No known activation is near to it.')];
  const { activation, parameters } = found;
  const name = nameOf(found);
  const title = `Root mean square difference for N(0, 1) inputs: ${small(found.rootMeanSquare)}. At a kink the derivative is the one that PyTorch returns.`;
  return [
    element('span', { title }, `${distanceWords(found, range, size)} `),
    linkButton('Compare', () => actions.compareWith(activation.id, parameters), { 'aria-label': `Compare ${name} on the plot` }),
    ...(inCode ? [' ', linkButton(`Use ${name}`, () => actions.replaceBy(activation.id, parameters), { title: 'Puts it into the code, as one edit that Undo takes back' })] : []),
  ].map((part) => (typeof part === 'string' ? document.createTextNode(part) : part));
}

function nameOf({ activation, parameters, fitted }: Nearest): string {
  const values = fitted.map((name) => `${activation.parameters[name]?.symbol ?? name} = ${formatRounded(Number(parameters[name]), 4)}`);
  return values.length === 0 ? activation.name : `${activation.name} with ${values.join(' and ')}`;
}

/** Half the height of the function in the range. */
function sizeOf(f: (x: number) => number, { min, max }: Range): number {
  const values = Array.from({ length: 101 }, (_, i) => f(min + ((max - min) * i) / 100)).filter(Number.isFinite);
  return (Math.max(...values) - Math.min(...values)) / 2;
}

function distanceWords(found: Nearest, { min, max }: Range, size: number): string {
  const { distance } = found;
  const where = `from x = ${formatRounded(min, 2)} to ${formatRounded(max, 2)}`;
  if (distance <= 1e-9 * Math.max(1, size)) return `The same as ${nameOf(found)}.`;
  if (distance <= 0.1 * size) return `Within ${small(distance)} of ${nameOf(found)} ${where}.`;
  return `Nearest is ${nameOf(found)}, up to ${small(distance)} away ${where}.`;
}

function small(distance: number): string {
  return distance < 0.01 ? formatScientific(distance, 2) : formatNumber(distance, 2);
}
