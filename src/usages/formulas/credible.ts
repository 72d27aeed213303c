/** Whether what fits an activation is one: not a number kept off zero, not a call that is only passed on, not a parameter beyond use. */
import { distinctness, isMoved } from './peculiarities';
import { isOneCall, type Formula, type Recognised } from './recognise';
import { neededFor, type Step, type StepIndex } from './steps';

/** Whether an expression computes something itself, when no variable in it is looked into. */
export function computes({ steps, root }: Formula, activation: string): boolean {
  const last = steps[root];
  if (isMoved(activation)) return !isOneCall({ steps, root }) && !isCallOf(last, activation);
  const inner = last?.kind === 'element' && sums.test(last.name) ? withoutScale(steps, root) : root;
  const isCallWithSum = inner !== root && steps[inner]?.kind !== 'leaf' && (isOneCall({ steps, root: inner }) || isCallOf(steps[inner], activation));
  return !isCallWithSum && !isPassedOn(steps, root, distinctness(activation) === 'unmistakable' ? idle : sums, activation);
}

/** A call of the activation itself, whatever it is applied to: `sigmoid(x + 2)`. */
function isCallOf(step: Step | undefined, activation: string): boolean {
  return step?.kind === 'element' && step.name.split(' ', 1)[0] === activation;
}

const sums = /^(add|sub|subtract|neg|negative)$/;
/** What is bounded afterwards is no other activation for that: `clamp(sigmoid(x), 0, 1)`. */
const idle = /^(add|sub|subtract|neg|negative|max|min|maximum|minimum|fmax|fmin)$/;

/** `f`, `1 - f`, `f + eps`, `exp(f)`: nothing but a variable or one call. Half a variable is the last product of a formula. */
function isPassedOn(steps: readonly Step[], root: StepIndex, passing: RegExp, activation: string): boolean {
  if (isOneCall({ steps, root }) || isCallOf(steps[root], activation)) return true;
  const step = steps[root];
  const [inner, ...others] = variablesOf(steps, root);
  return inner !== undefined && others.length === 0 && step?.kind === 'element' && (passing.test(step.name) || isTimesOne(steps, step)) && isPassedOn(steps, inner, passing, activation);
}

/** `f * 1.0` */
function isTimesOne(steps: readonly Step[], { name, of }: Extract<Step, { kind: 'element' }>): boolean {
  const [, divisor = -1] = of;
  const ones = of.filter((index) => isOne(steps[index]));
  return /^(mul|multiply)$/.test(name) ? ones.length > 0 : /^(div|divide|true_divide)$/.test(name) && isOne(steps[divisor]);
}

function isOne(step: Step | undefined): boolean {
  return step?.kind === 'number' && step.value === 1;
}

/** What a chain of sums and products with numbers is made of: `f` of `1 - 2 * f`. */
function withoutScale(steps: readonly Step[], root: StepIndex): StepIndex {
  const [inner, ...others] = variablesOf(steps, root);
  return isLinear(steps, root) && inner !== undefined && others.length === 0 ? withoutScale(steps, inner) : root;
}

function variablesOf(steps: readonly Step[], index: StepIndex): readonly StepIndex[] {
  const step = steps[index];
  return step?.kind === 'element' ? step.of.filter((of) => steps[of]?.kind !== 'number') : [];
}

function isLinear(steps: readonly Step[], index: StepIndex): boolean {
  const step = steps[index];
  if (step?.kind !== 'element') return false;
  if (/^(div|divide|true_divide)$/.test(step.name)) return steps[step.of[1] ?? 0]?.kind === 'number';
  return sums.test(step.name) || /^(mul|multiply)$/.test(step.name);
}

/** Whether a formula is of arrays; one of Python's own numbers may be of anything. */
export function isOfArrays({ steps, root }: Formula, packages: ReadonlySet<string>): boolean {
  const needed = neededFor(steps, root, new Set());
  const calls = steps.some((step, index) => needed[index] === 1 && (step.kind === 'vector' || (step.kind === 'element' && !plainPython.test(step.name))));
  return packages.size === 0 ? calls : [...packages].some((name) => name !== 'math' && name !== 'cmath') && (calls || !isArithmetic({ steps, root }, needed));
}

/** Whether nothing is done but to reckon. */
function isArithmetic({ steps }: Formula, needed: Uint8Array): boolean {
  return steps.every((step, index) => needed[index] !== 1 || step.kind !== 'element' || /^(add|sub|mul|div|pow|neg)$/.test(step.name));
}

const plainPython = /^(add|sub|mul|div|pow|neg|not|either|where|max|min|abs|compare .*)$/;

/** Whether the numbers of a formula are such as its activation has. */
export function isCredible(formula: Formula, recognised: Recognised): boolean {
  if (recognised.activation.kind === 'vector') return true;
  if (!areParametersUsual(recognised)) return false;
  const isUnmistakable = distinctness(recognised.activation.id) === 'unmistakable' && recognised.activation.kind !== 'gate';
  return isUnmistakable || !(keepsOff(formula) || isOfMargin(formula, recognised));
}

/** An activation whose parameter nobody would set so is another formula; and where it is no input either, nothing is known of it. */
function areParametersUsual({ activation, parameters, given }: Recognised): boolean {
  return Object.entries(activation.parameters).every(([name, parameter]) => {
    const value = parameters[name];
    if (value === null || value === undefined) return given[name] !== undefined || distinctness(activation.id) === 'unmistakable';
    return typeof value !== 'number' || parameter.kind !== 'number' || (value >= parameter.min && value <= parameter.max);
  });
}

/** Whether a value is kept off an edge by a very small number, as before a logarithm, or off infinity: `clamp(p, 1e-7, 1 - 1e-7)`. */
function keepsOff({ steps, root }: Formula): boolean {
  const needed = neededFor(steps, root, new Set());
  return steps.some((step, index) => needed[index] === 1 && step.kind === 'element'
    && /^(max|min|maximum|minimum|fmax|fmin|where)$/.test(step.name) && step.of.some((of) => isGuard(steps[of])));
}

/** Whether the input is what a margin leaves over, as in the hinge `max(0, 1 - t)`. */
function isOfMargin({ steps, root }: Formula, { isComposite }: Recognised): boolean {
  const needed = neededFor(steps, root, new Set());
  return isComposite && steps.some((step, index) => needed[index] === 1 && step.kind === 'element' && /^sub(tract)?$/.test(step.name)
    && steps[step.of[0] ?? root]?.kind === 'number');
}

const little = 1e-3;
const large = 1e4;

function isGuard(step: Step | undefined): boolean {
  if (step?.kind !== 'number') return false;
  const distance = Math.abs(step.value - Math.round(step.value));
  return (distance > 0 && distance <= little * 1.01) || (Math.abs(step.value) >= large && Number.isFinite(step.value));
}
