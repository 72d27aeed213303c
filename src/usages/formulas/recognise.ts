/** From the steps of a formula to the activation that it is, and what it is applied to. */
import type { Activation, ParameterValues } from '../../activations/activation';
import { identify, type Identity } from './identify';
import { heldAmong, inputsAmong, type IndexedLeaf, type Surroundings } from './leaves';
import { turnedNumber } from './keptNumbers';
import { asLearned } from './learned';
import { unrounded } from './roundedNumbers';
import { masked, neededFor, valuesOf, type Leaf, type Step, type StepIndex } from './steps';

export interface Recognised {
  readonly activation: Activation;
  /** Null for what the formula takes from outside. */
  readonly parameters: Readonly<Record<string, number | string | null>>;
  /** Parameters that are an input of the formula as it stands: `beta` of `x * sigmoid(beta * x)`. */
  readonly given: Readonly<Record<string, Leaf>>;
  /** What it is applied to: one input, or two of a gate in the order of its formula; `NONE` for a composite one. */
  readonly inputs: readonly Leaf[];
  /** Whether the input is itself an expression of the formula, such as `w * x + b`. */
  readonly isComposite: boolean;
  /** What has the value that it has by default: of other values it is another function. */
  readonly assumed?: readonly Leaf[];
}

export interface Formula {
  readonly steps: readonly Step[];
  readonly root: StepIndex;
}

export function recognise(around: Surroundings, formula: Formula): Recognised | undefined {
  if (isOneCall(formula)) return undefined;
  const leaves = leavesOf(formula);
  const found = ofLeaves(around, formula, leaves) ?? ofComposite(formula, leaves);
  return found === undefined || isAlreadySo(formula, found) ? undefined : maskedWhole(formula, found);
}

/** A mask makes no other function of a softmax where it stands within the sum and within what the sum divides; else it is a product. */
function maskedWhole({ steps, root }: Formula, found: Recognised | undefined): Recognised | undefined {
  const needed = neededFor(steps, root, new Set());
  if (!steps.some((step, index) => needed[index] === 1 && step.kind === 'element' && step.name === masked)) return found;
  const summed = new Set(steps.flatMap((step, index) => (needed[index] === 1 && isSum(step) && step.kind === 'vector' ? step.of : [])));
  const beside = neededFor(steps, root, summed);
  const isBeside = (step: Step, index: StepIndex): boolean => beside[index] === 1 && !summed.has(index) && (step.kind === 'leaf' || (step.kind === 'element' && step.name === masked));
  return found?.activation.kind === 'vector' && !steps.some(isBeside) ? found : undefined;
}

/** What divides a softmax by its sum is none anew: it sums along another axis, or mends what was masked. */
function isAlreadySo({ steps, root }: Formula, { activation: { kind, id } }: Recognised): boolean {
  const needed = neededFor(steps, root, new Set());
  return kind === 'vector' && steps.some((step, index) => needed[index] === 1 && step.kind === 'vector' && (step.name === id || step.name.startsWith(`${id} `)));
}

/** The same for what a definition returns, where one call is enough. */
export function recogniseReturned(around: Surroundings, formula: Formula): Recognised | undefined {
  return maskedWhole(formula, ofLeaves(around, formula, leavesOf(formula)));
}

/** And where that is of an expression of its inputs: `gelu(bias + x)`. */
export function recogniseComposite(formula: Formula): Recognised | undefined {
  return maskedWhole(formula, ofComposite(formula, leavesOf(formula)));
}

/** At most this many parameters, so that a formula of many variables is given up at once. */
const mostParameters = 2;

function ofLeaves(around: Surroundings, formula: Formula, leaves: readonly IndexedLeaf[]): Recognised | undefined {
  const held = heldAmong(around, leaves);
  return ofInputs(around, formula, leaves, inputsAmong(around, leaves)) ?? (held && ofInputs(around, formula, leaves, [held]));
}

function ofInputs(around: Surroundings, formula: Formula, leaves: readonly IndexedLeaf[], inputs: readonly IndexedLeaf[]): Recognised | undefined {
  const parameters = leaves.filter((leaf) => !inputs.includes(leaf));
  if (parameters.length > mostParameters) return undefined;
  const [first, second] = inputs;
  if (first === undefined) return undefined;
  if (inputs.length === 1) return asFunctionOf(around, formula, [first], parameters) ?? byDefault(around, formula, first, parameters);
  if (inputs.length > 2 || second === undefined || !around.areBranches(first.leaf, second.leaf)) return undefined;
  return asFunctionOf(around, formula, [first, second], parameters) ?? asFunctionOf(around, formula, [second, first], parameters);
}

/** What unknown parameters are tried with: an activation whose parameter follows them is one of that family. */
const trials = [[0.37, 0.59], [0.83, 1.31], [0.61, 0.23]];

function asFunctionOf(around: Surroundings, formula: Formula, inputs: readonly IndexedLeaf[], leaves: readonly IndexedLeaf[]): Recognised | undefined {
  const found: Identity[] = [];
  const needed = neededFor(formula.steps, formula.root, new Set());
  const parameters = leaves.map(({ index }) => ({ index: turnedNumber(formula.steps, needed, index) }));
  for (const trial of parameters.length === 0 ? trials.slice(0, 1) : trials) {
    const identity = identifyWith(formula, inputs.map(({ index }) => index), new Map(parameters.map(({ index }, place) => [index, trial[place] ?? NaN])));
    if (identity === undefined || (found[0] && identity.activation !== found[0].activation)) return undefined;
    found.push(identity);
  }
  const [first] = found;
  return first && asLearned({
    activation: first.activation,
    parameters: agreedParameters(found),
    given: givenParameters(found, leaves.map((leaf, place) => (leaf.index === parameters[place]?.index ? leaf : undefined))),
    inputs: inputs.map(({ leaf }) => leaf),
    isComposite: false,
  }, (leaf) => around.isLearned(leaf));
}

/** With the numbers that its arguments have by default: `def selu(x, alpha=1.67326, scale=1.0507)`. */
function byDefault(around: Surroundings, formula: Formula, input: IndexedLeaf, parameters: readonly IndexedLeaf[]): Recognised | undefined {
  const defaults = parameters.map(({ leaf }) => around.defaultOf(leaf));
  if (defaults.includes(undefined)) return undefined;
  const numbers = unrounded(defaults.flatMap((value) => value ?? []));
  const known = new Map(parameters.map(({ index }, place) => [index, numbers[place] ?? NaN]));
  const identity = known.size === 0 ? undefined : identifyWith(formula, [input.index], known);
  return identity && {
    activation: identity.activation, parameters: identity.parameters, given: {}, inputs: [input.leaf], isComposite: false, assumed: parameters.map(({ leaf }) => leaf),
  };
}

function identifyWith(formula: Formula, inputs: readonly StepIndex[], known: ReadonlyMap<StepIndex, number>, mostParameters = 4): Identity | undefined {
  const { steps, root } = formula;
  const needed = neededFor(steps, root, new Set(inputs));
  if (!bends(steps, needed, inputs)) return undefined;
  const isVector = steps.some((step, index) => needed[index] === 1 && step.kind === 'vector' && !inputs.includes(index));
  if (isVector && inputs.length > 1) return undefined;
  const kind = isVector ? 'vector' : inputs.length === 1 ? 'scalar' : 'gate';
  return remembered(`${mostParameters} ${spellingOf(formula, needed, inputs, known)}`, () => identify({
    kind,
    mostParameters,
    numbers: [...known.values(), ...numbersIn(steps, needed)],
    at: (points) => {
      const length = points[0]?.length ?? 0;
      const given = new Map(inputs.map((index, place) => [index, points[place] ?? []]));
      for (const [index, value] of known) given.set(index, Array<number>(length).fill(value));
      return valuesOf(steps, root, given);
    },
  }));
}

/** What the four operations alone make of an input: a quotient of polynomials, as no activation is but a straight line. */
const fourOperations: ReadonlySet<string> = new Set([
  'add', 'plus', 'sub', 'subtract', 'minus', 'neg', 'negative', 'mul', 'multiply', 'square', 'div', 'divide', 'true_divide', 'truediv', 'realdiv', 'reciprocal', 'either',
]);

function bends(steps: readonly Step[], needed: Uint8Array, inputs: readonly StepIndex[]): boolean {
  return steps.some((step, index) => needed[index] === 1 && !inputs.includes(index) && (step.kind === 'vector' || (step.kind === 'element' && !fourOperations.has(step.name))));
}

/** The same for all formulas that compute the same in the same way, whatever their inputs are called. */
function spellingOf({ steps, root }: Formula, needed: Uint8Array, inputs: readonly StepIndex[], known: ReadonlyMap<StepIndex, number>): string {
  let spelling = `${root}`;
  for (const [index, step] of steps.entries()) {
    if (inputs.includes(index)) spelling += ` ${index}:x${inputs.indexOf(index)}`;
    else if (known.has(index)) spelling += ` ${index}:=${known.get(index)}`;
    else if (step.kind === 'number') spelling += ` ${index}:${needed[index]}#${step.value}`;
    else if (needed[index] === 1 && step.kind !== 'leaf') spelling += ` ${index}:${step.name}(${step.of.join()})`;
  }
  return spelling;
}

/** Formulas repeat from file to file, and an editor asks of all of them again at every key. */
const identities = new Map<string, Identity | undefined>();
const mostRemembered = 1 << 14;

function remembered(spelling: string, find: () => Identity | undefined): Identity | undefined {
  const known = identities.get(spelling);
  if (known !== undefined || identities.has(spelling)) return known;
  if (identities.size === mostRemembered) identities.clear();
  const found = find();
  identities.set(spelling, found);
  return found;
}

/** First those that the formula still has, then those that were reckoned with others: 0.2 of `0.5 * (1 + 0.2)`. */
function numbersIn(steps: readonly Step[], needed: Uint8Array): number[] {
  const values = (isNeeded: 0 | 1): number[] => steps.flatMap((step, index) => (needed[index] === isNeeded && step.kind === 'number' ? [step.value] : []));
  return [...values(1), ...values(0)];
}

function agreedParameters(found: readonly Identity[]): Recognised['parameters'] {
  const [first, ...others] = found;
  return Object.fromEntries(Object.entries(first?.parameters ?? {})
    .map(([name, value]) => [name, others.every(({ parameters }: { parameters: ParameterValues }) => parameters[name] === value) ? value : null]));
}

function givenParameters(found: readonly Identity[], leaves: readonly (IndexedLeaf | undefined)[]): Recognised['given'] {
  const given: Record<string, Leaf> = {};
  for (const name of Object.keys(found[0]?.parameters ?? {})) {
    const place = leaves.findIndex((_, at) => found.every(({ parameters }, trial) => parameters[name] === trials[trial]?.[at]));
    const leaf = leaves[place]?.leaf;
    if (leaf) given[name] = leaf;
  }
  return given;
}

/** So many expressions are tried as the input. */
const mostComposites = 8;

/** A function of an expression, which all inputs go through: `1 / (1 + exp(-(w * x + b)))`. */
function ofComposite(formula: Formula, leaves: readonly IndexedLeaf[]): Recognised | undefined {
  const { steps, root } = formula;
  const needed = neededFor(steps, root, new Set());
  // Bell curves and distances are functions of squares, and no activation is applied to one.
  if (steps.some((step, index) => needed[index] === 1 && step.kind === 'element' && /^(pow|power|square)$/.test(step.name))) return undefined;
  const leaf = leaves[0]?.leaf;
  let tried = 0;
  for (let index = 0; index < root && leaf && tried < mostComposites; index++) {
    const step = steps[index];
    if (needed[index] !== 1 || step === undefined || !(isArithmetic(step) || isSum(step) || isBent(step)) || !goesThrough(formula, index)) continue;
    tried++;
    if (isOneCall(formula, index)) return undefined;
    const identity = identifyWith(formula, [index], new Map(), 1) ?? identifyWith(negated(formula, index), [index], new Map(), 0);
    if (identity) return { activation: identity.activation, parameters: identity.parameters, given: {}, inputs: [leaf], isComposite: true };
  }
  return undefined;
}

function isArithmetic(step: Step): boolean {
  return step.kind === 'element' && /^(add|sub|mul|div|neg|subtract|multiply|divide)$/.test(step.name);
}

/** What attention scores are often bent by before they are brought to a sum of one: `exp(tanh(a))`. */
function isBent(step: Step): boolean {
  return step.kind === 'element' && /^(tanh|relu|leaky-relu)( |$)/.test(step.name);
}

/** What a unit weighs its inputs by is often summed by hand: `np.sum(w * x)`. */
function isSum(step: Step): boolean {
  return step.kind === 'vector' && /^total (sum|reduce_sum)$/.test(step.name);
}

/** Whether all that varies in a formula comes through one step. */
function goesThrough({ steps, root }: Formula, index: StepIndex): boolean {
  const needed = neededFor(steps, root, new Set([index]));
  return steps.every((step, other) => step.kind !== 'leaf' || needed[other] !== 1);
}

/** The same where the step stands for the negative of the input: `exp(-a - b)` is `exp(-(a + b))`. */
function negated({ steps, root }: Formula, index: StepIndex): Formula {
  const copy = steps.slice(0, root + 1);
  const input = copy.length;
  const minus: Step = { kind: 'element', name: 'neg', of: [index], apply: (x) => -x };
  const shifted = copy.map((step, at): Step => (at > index && (step.kind === 'element' || step.kind === 'vector')
    ? { ...step, of: step.of.map((of) => (of === index ? input : of)) } : step));
  return inOrder([...shifted.slice(0, index + 1), minus, ...shifted.slice(index + 1)], index, input, root);
}

/** Renumbers after the step that negates was put in behind its input. */
function inOrder(steps: readonly Step[], index: StepIndex, placeholder: StepIndex, root: StepIndex): Formula {
  const moved = (of: StepIndex): StepIndex => (of === placeholder ? index + 1 : of > index ? of + 1 : of);
  return {
    steps: steps.map((step, at): Step => (at > index + 1 && (step.kind === 'element' || step.kind === 'vector') ? { ...step, of: step.of.map(moved) } : step)),
    root: root + 1,
  };
}

function leavesOf({ steps, root }: Formula): IndexedLeaf[] {
  const needed = neededFor(steps, root, new Set());
  const leaves: IndexedLeaf[] = [];
  steps.forEach((step, index) => {
    if (step.kind === 'leaf' && needed[index] === 1) leaves.push({ index, leaf: step.leaf });
  });
  return leaves;
}

const functionsOfTwo = /^(max|min|maximum|minimum|fmax|fmin|where|add|sub|mul|div|pow|neg|either|not|masked|compare.*)$/;

/** One call of one function, which is a reference and no formula: `tanh(x)`, `exp(a + b)`. */
export function isOneCall({ steps, root }: Formula, input?: StepIndex): boolean {
  const step = steps[root];
  if (step?.kind === 'leaf' || step?.kind === 'number' || step === undefined) return true;
  const isNamed = step.kind === 'element' && step.name.includes('{');
  if ((step.of.length > 1 && !isNamed) || functionsOfTwo.test(step.name)) return false;
  const [of = -1] = step.of;
  return of === input || (input === undefined && steps[of]?.kind === 'leaf');
}
