/** What rules and outlines ask of values: what was last done to a tensor, what becomes of it, what an argument is. */
import { defaultsOf, type Interval } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { outsideDomain } from '../activations/domain';
import type { Application, Initialisation, LossUse } from './facts';
import { constantOf, itemsOf, numberOf, unknown, type ActivationUse, type Arguments, type Layer, type Value } from './values';
import type { Literal } from '../python/literals';
import type { Node } from '../python/syntax';
import { findSymbolOfString } from './following/strings';
import { valuesOf } from './join';
import { isMadeAtOnce, isWrittenOut } from './linearMaps';
import type { OperationKind } from './vocabulary/vocabulary';

/** What leaves the values of a tensor as they are, or scales them at most, as dropout does. */
const transparent: ReadonlySet<OperationKind> = new Set<OperationKind>(['reshape', 'identity', 'dropout']);
/** What also picks some of the values: enough where each value has the property by itself, as after a sigmoid. */
const picking: ReadonlySet<OperationKind> = new Set<OperationKind>([...transparent, 'selection']);

const mostEndings = 16;

interface Through {
  /** Whether `x[:, 0]` and its like are looked through too. */
  readonly selections?: boolean;
  /** Whether what is put together has the endings of its parts: enough where each value has the property by itself. */
  readonly combinations?: boolean;
  /** Whether the mean over what was stacked has the endings of its parts, as the mean of several networks' probabilities has. */
  readonly means?: boolean;
}

/**
 * What was last done on each way to a value, looked at through reshapes, casts, dropout and identities. Undefined stands
 * for what is not known: an input, a parameter, anything that is not followed.
 */
export function endingsOf(value: Value, { selections = false, combinations = false, means = false }: Through = {}): readonly (Application | undefined)[] {
  const passed = selections ? picking : transparent;
  const found = new Set<Application | undefined>();
  const seen = new Set<Value>();
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined && found.size < mostEndings; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'alternatives') open.push(...(combinations ? partsAmong(next.values) : next.values));
    else if (next.kind !== 'tensor' || next.source === undefined) found.add(undefined);
    else if (isPassed(next.source, passed)) open.push(...next.source.inputs.slice(0, 1));
    else if (combinations && isMadeOfParts(next.source)) open.push(...partsPut(next.source));
    else {
      const stacks = means ? meanOf(next.source) : undefined;
      if (stacks) open.push(...stacks.flatMap(partsPut));
      else found.add(next.source);
    }
  }
  return [...found];
}

/** What a mean goes over where that is the axis along which parts were put together: `torch.stack(outputs, dim=1).mean(dim=1)`. */
function meanOf(application: Application): readonly Application[] | undefined {
  const { kind, name, inputs: [input = unknown] } = application;
  const axis = axisWritten(application);
  if (kind !== 'reduction' || axis === undefined || !/(^|\.)(reduce_)?mean$/.test(name)) return undefined;
  const made = valuesOf(input).filter((value) => !isNone(value)).map((value) => (value.kind === 'tensor' ? value.source : undefined));
  const stacks = made.flatMap((source) => (source && isMadeOfParts(source) && isStackAlong(source, axis) ? [source] : []));
  return stacks.length > 0 && stacks.length === made.length ? stacks : undefined;
}

function isStackAlong(application: Application, axis: Literal): boolean {
  const isStack = application.kind === 'fill' || shortName(application.name) === 'stack';
  return isStack && (axisWritten(application) ?? 0) === axis;
}

function axisWritten(application: Application): Literal {
  return constantArgument(application, 'dim') ?? constantArgument(application, 'axis');
}

/** `torch.stack(outputs)`, or `outputs[t] = output`, which writes into another tensor. */
function isMadeOfParts({ kind, inputs }: Application): boolean {
  return kind === 'combination' || (kind === 'fill' && inputs.length > 0);
}

/** The empty list or tensor, or the zeros, that a loop begins with are none. */
function partsPut({ inputs }: Application): readonly Value[] {
  return partsAmong(inputs.flatMap(valuesOf));
}

function partsAmong(values: readonly Value[]): readonly Value[] {
  const parts = values.filter((value) => !isNone(value));
  return parts.length === 0 ? [unknown] : parts;
}

function isNone(value: Value): boolean {
  if (value.kind !== 'tensor') return value.kind === 'absent';
  const { source } = value;
  return (source?.kind === 'fill' && source.inputs.length === 0) || (source?.kind === 'reduction' && source.inputs[0] !== undefined && isNone(source.inputs[0]));
}

function isPassed({ kind, activation, inputs }: Application, passed: ReadonlySet<OperationKind>): boolean {
  return inputs.length > 0 && (passed.has(kind) || activation?.id === 'identity');
}

/** The values that a model returns together: the items of a tuple, list or dictionary, or the one. */
export function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'dictionary') return [...value.slots.values.values()];
  return itemsOf(value)?.items ?? [value];
}

/** What was last done to a value, if it is the same on every way to it. */
export function lastOperation(value: Value, through?: Through): Application | undefined {
  const endings = endingsOf(value, through);
  return endings.length === 1 ? endings[0] : undefined;
}

/** The applications at the end of every way to a value, if all are activations among `ids`; else none. */
export function lastActivations(value: Value, ids: readonly string[], through?: Through): readonly Application[] {
  const endings = endingsOf(value, through);
  const fitting = endings.filter((ending) => ending?.activation !== undefined && ids.includes(ending.activation.id));
  return fitting.length === endings.length ? fitting.filter((ending) => ending !== undefined) : [];
}

/** The last part of a dotted name. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** How a loss is called, with the argument that made it take what it takes: `CrossEntropyLoss(use_softmax=False)`. */
export function lossName({ loss: { name, loss: { otherwise } }, expects }: LossUse): string {
  return otherwise !== undefined && otherwise.expects === expects ? `${shortName(name)}(${otherwise.argument}=${otherwise.is ? 'True' : 'False'})` : shortName(name);
}

/** How many classes a loss chooses from. One over sequences adds up all ways to a text, so that no bound of one class is its own. */
export function classesOf({ loss: { name } }: LossUse, scores: Value): number | undefined {
  return scores.kind === 'tensor' && !/ctc/i.test(name) ? scores.features?.size : undefined;
}

/** Whether it is the result of a linear or convolutional layer that has no activation of its own: any real number. */
export function givesRawScores(application: Application): boolean {
  const { kind, layer } = application;
  if (layer === undefined) return isMadeAtOnce(application) || isWrittenOut(application);
  return (kind === 'linear' || kind === 'convolution') && layer.activation === undefined;
}

/** What a small number is added to, or what is clamped. */
export function guardedBy({ kind, name, inputs: [left = unknown, right] }: Application): Value {
  if (kind === 'clamp') return left;
  const added = kind === 'arithmetic' && name === '+' ? numberOf(right) : undefined;
  return added !== undefined && added > 0 && added < 1e-2 ? left : unknown;
}

/** Where the layer behind an application is made: what is applied twice is one layer. */
export function originOf({ layer, node }: Application): Node {
  return layer?.node ?? node;
}

/** The activation that an argument names: `"relu"`, `tf.nn.relu`; None is the identity. Undefined where it is something else. */
export function activationNamed(value: Value | undefined): string | undefined {
  if (value?.kind === 'library') return value.usage?.activation;
  if (value?.kind === 'layer') return typeof value.activation === 'object' ? value.activation.id : undefined;
  if (value?.kind !== 'constant') return undefined;
  if (value.value === null) return 'identity';
  return typeof value.value === 'string' ? findSymbolOfString(value.value) : undefined;
}

/** Of each entry. */
const vectorRanges: Readonly<Partial<Record<string, Interval>>> = {
  softmax: { from: 0, to: 1, closed: 'neither' }, 'log-softmax': { from: -Infinity, to: 0, closed: 'neither' },
};

/** Between which numbers the values of an activation lie, where it is a function of one number whose parameters are known. */
export function rangeOf({ id, usage }: ActivationUse): Interval | undefined {
  const ofVector = vectorRanges[id];
  if (ofVector) return ofVector;
  const activation = findActivation(id);
  const parameters = usage?.parameters ?? [];
  if (activation?.kind !== 'scalar' || parameters.some(({ source }) => source === 'unknown')) return undefined;
  const values = { ...defaultsOf(activation), ...Object.fromEntries(parameters.map(({ name, value }) => [name, value])) };
  return outsideDomain(activation, values) ? undefined : activation.properties(values).range;
}

/** What a tensor is given to, looked at through reshapes, casts, dropout and identities. */
export function consumersOf({ output }: Application): readonly Application[] {
  const found: Application[] = [];
  const seen = new Set<Application>();
  const open = output.kind === 'tensor' ? [...output.uses] : [];
  for (let next = open.shift(); next !== undefined && seen.size < 256; next = open.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (!isPassed(next, transparent)) found.push(next);
    else if (next.output.kind === 'tensor') open.push(...next.output.uses);
  }
  return found;
}

const mostInChain = 200;

/**
 * The hidden activations of one kind in front of a layer, the last first, as far as each layer with weights follows the other
 * and nothing else reads what is between: no normalisation, no way around.
 */
export function activationsInRow(layer: Application, fits: (id: string) => boolean): readonly Application[] {
  const found: Application[] = [];
  for (let at: Application | undefined = layer; at !== undefined && hasWeights(at) && found.length < mostInChain;) {
    const activation = operationBefore(at);
    if (activation?.activation === undefined || !fits(activation.activation.id) || consumersOf(activation).length !== 1) break;
    found.push(activation);
    at = operationBefore(activation);
  }
  return found;
}

export function hasWeights({ kind }: Application): boolean {
  return kind === 'linear' || kind === 'convolution';
}

/** What was done before, looked at through pooling as well. */
function operationBefore({ inputs: [input] }: Application): Application | undefined {
  const before = input && lastOperation(input);
  return before?.kind === 'pooling' ? operationBefore(before) : before;
}

/** The applications that read a tensor after it was overwritten by `inPlace`. */
export function readAfter(inPlace: Application): readonly Application[] {
  const [input] = inPlace.inputs;
  if (input?.kind !== 'tensor') return [];
  return input.uses.filter((use) => use.order > inPlace.order && !areExclusive(inPlace, use) && !isReadInstead(use, input, inPlace.output));
}

/** Whether a value is read only where it is one of two, of which the other is what it was made into: on the way that has not done it. */
function isReadInstead(use: Application, value: Value, made: Value): boolean {
  const holding = use.inputs.filter((input) => valuesOf(input).includes(value));
  return holding.length > 0 && holding.every((input) => valuesOf(input).includes(made));
}

/** Whether no run of the program does both: they are in different branches, or the first in one that returns before the second. */
export function areExclusive(first: Application, second: Application): boolean {
  const others = new Map<number, number>();
  for (let way = second.way; way; way = way.outer) others.set(way.branching, way.place);
  for (let way = first.way; way; way = way.outer) {
    const other = others.get(way.branching);
    if (other === undefined ? !way.goesOn : other !== way.place) return true;
  }
  return false;
}

/** Whether two values are multiplied number by number: by the operator, a function or a method. */
export function isMultiplication({ kind, name }: Application): boolean {
  return kind === 'arithmetic' && /(^|\.)(\*|mul|multiply)$/.test(name);
}

/** The constant that is passed for an argument; undefined where none is, or where it is no constant. */
export function constantArgument({ arguments: written }: { readonly arguments: Arguments }, name: string): Literal {
  return constantOf(written.get(name)?.value);
}

/** Of some layers those whose weights, or biases, an initialiser fills: one, or all of some kinds. */
export function layersInitialised(layers: readonly Layer[], { target }: Initialisation, parameter: 'weight' | 'bias' = 'weight'): readonly Layer[] {
  if (target.kind !== 'parameters' || target.name !== parameter) return [];
  const { of } = target;
  if (of.kind === 'layer') return layers.filter((layer) => layer === of);
  return of.kind === 'some-layer' ? layers.filter(({ name }) => of.names.includes(name)) : [];
}
