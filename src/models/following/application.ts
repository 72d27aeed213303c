/** Applies layers, operations and activations to values, and keeps a record of it. */
import { join, valuesOf } from '../join';
import {
  numberOf, tupleOf, unknown, type ActivationUse, type Arguments, type Features, type Frame, type Layer, type PassedArgument, type Tensor,
  type Value,
} from '../values';
import type { Application } from '../facts';
import type { Node } from '../../python/syntax';
import type { Usage } from '../../usages/usage';
import { ofContrib } from '../vocabulary/tensorflow';
import type { Operation, OperationKind } from '../vocabulary/vocabulary';
import { lastActivations } from '../questions';
import { argumentAt, bind, mayHaveMore, valueAt } from './binding';
import { call } from './calls';
import { activationOf } from './construction';
import { isExhausted, usageAt, type Evaluation } from './evaluation';
import { isInPlaceName, isLayerInPlace, isTrue } from './inPlace';

interface Applied {
  readonly kind: OperationKind;
  readonly name: string;
  readonly node: Node;
  readonly frame: Frame;
  readonly inputs: readonly Value[];
  readonly layer?: Layer;
  readonly activation?: ActivationUse;
  readonly chosen?: Usage;
  readonly axis?: number | 'missing' | undefined;
  readonly arguments?: Arguments;
  readonly isInPlace?: boolean;
  readonly features?: Features | undefined;
  readonly rank?: number | undefined;
}

const noArguments: Arguments = new Map();

/** The new tensor; its source is the record. */
export function record(evaluation: Evaluation, applied: Applied): Tensor {
  const { facts, contexts, way } = evaluation;
  const { kind, name, node, frame, inputs, layer, activation, chosen, axis, isInPlace = false, features, rank } = applied;
  const output: { -readonly [K in keyof Tensor]: Tensor[K] } = { kind: 'tensor', source: undefined, features, rank, uses: [] };
  const application: Application = {
    kind, name, node, layer, activation, axis, inputs, arguments: applied.arguments ?? noArguments, output, isInPlace,
    order: facts.applications.length + facts.losses.length, run: frame.run, contexts, way, ...(chosen ? { chosen } : {}),
  };
  output.source = application;
  if (isExhausted(evaluation)) return output;
  facts.applications.push(application);
  for (const input of inputs) addUse(input, application);
  return output;
}

function addUse(value: Value, application: Application): void {
  if (value.kind === 'tensor') value.uses.push(application);
  else if (value.kind === 'alternatives' || value.kind === 'tuple') {
    for (const part of value.kind === 'tuple' ? value.items : value.values) addUse(part, application);
  }
}

interface Place {
  readonly frame: Frame;
  readonly node: Node;
  readonly name: string;
  readonly input: Value;
  readonly layer?: Layer;
  readonly axis?: number | 'missing' | undefined;
  readonly isInPlace?: boolean;
  readonly arguments?: Arguments;
}

/** An activation function, whichever way it is written. */
export function recordActivation(evaluation: Evaluation, activation: ActivationUse, place: Place): Tensor {
  const { input, ...rest } = place;
  return record(evaluation, { kind: 'activation', ...rest, activation, inputs: [input], ...shapeOf(input) });
}

/** What operations that change values but no axes leave as it is. */
function shapeOf(input: Value): { features: Features | undefined; rank: number | undefined } {
  return input.kind === 'tensor' ? { features: input.features, rank: input.rank } : { features: undefined, rank: undefined };
}

/** The axis among the arguments of a softmax; `missing` where none is passed. */
export function axisOf(passed: readonly PassedArgument[], place: number): number | 'missing' | undefined {
  const argument = argumentAt(passed, place, 'dim', 'axis');
  if (argument) return argument.value.kind === 'constant' && argument.value.value === null ? 'missing' : numberOf(argument.value);
  return passed.some(({ stars }) => stars > 0) ? undefined : 'missing';
}

export function applyLayer(evaluation: Evaluation, frame: Frame, layer: Layer, passed: readonly PassedArgument[], node: Node): Value {
  const input = valueAt(passed, 0, 'input', 'inputs', 'x');
  switch (layer.layer.type) {
    case 'container':
      return applyContainer(evaluation, frame, layer, input, node);
    case 'list':
    case 'input':
      return unknown;
    case 'activation':
      return applyActivationLayer(evaluation, frame, layer, input, node);
    default:
      return applyPlainLayer(evaluation, frame, layer, input, node);
  }
}

function applyActivationLayer(evaluation: Evaluation, frame: Frame, layer: Layer, input: Value, node: Node): Value {
  const { activation } = layer;
  if (activation === 'unknown') return unknown;
  if (activation === undefined) return input;
  return recordActivation(evaluation, activation, {
    frame, node, name: layer.name, layer, input, axis: layerAxis(layer), isInPlace: isLayerInPlace(layer.name, layer.arguments),
  });
}

function layerAxis(layer: Layer): number | 'missing' | undefined {
  const axis = layer.arguments.get('dim') ?? layer.arguments.get('axis') ?? (/(oftmax|oftmin|\.GLU)$/.test(layer.name) ? layer.arguments.get('0') : undefined);
  if (axis) return axis.value.kind === 'constant' && axis.value.value === null ? 'missing' : numberOf(axis.value);
  return layer.mayHaveMore ? undefined : 'missing';
}

/** Items one after the other. A functional model gives what it was built of. */
function applyContainer(evaluation: Evaluation, frame: Frame, layer: Layer, input: Value, node: Node): Value {
  const outputs = layer.slots.values.get('outputs');
  if (outputs) return outputs;
  const items = layer.slots.values.get('items');
  if (items?.kind !== 'tuple' || evaluation.running.includes(layer.node)) return unknown;
  evaluation.running.push(layer.node);
  // One call of a container is a run of its own, as a call of `forward` is.
  const inside: Frame = { ...frame, run: { node: layer.node, parent: frame.run, self: layer, depth: frame.run.depth } };
  let value = input;
  for (const item of items.items) value = applyItem(evaluation, inside, item, value, node);
  evaluation.running.pop();
  return items.items.length === 0 && items.isOpen ? unknown : value;
}

/** An item that may be absent leaves its input as it is. */
function applyItem(evaluation: Evaluation, frame: Frame, item: Value, input: Value, node: Node): Value {
  const argument: PassedArgument = { stars: 0, keyword: undefined, value: input, node };
  return valuesOf(item)
    .map((value) => (value.kind === 'absent' ? input : call(evaluation, frame, value, [argument], node)))
    .reduce(join);
}

/** What keeps the axes as they are. */
const keepsShape: readonly string[] = ['normalisation', 'dropout', 'noise', 'identity'];

function applyPlainLayer(evaluation: Evaluation, frame: Frame, layer: Layer, input: Value, node: Node): Value {
  const { type, axis, rank, returnsState } = layer.layer;
  const before = shapeOf(input);
  const features = axis === undefined ? (keepsShape.includes(type) || type === 'pooling' ? before.features : undefined) : { axis, size: layer.units };
  const keepsRank = keepsShape.includes(type) || type === 'linear';
  const output = record(evaluation, {
    kind: type as OperationKind, name: layer.name, node, frame, layer, inputs: [input], arguments: layer.arguments,
    features, rank: rank ?? flattenedRank(layer) ?? (keepsRank ? before.rank : undefined),
    isInPlace: isTrue(layer.arguments.get('inplace')?.value),
  });
  const head = layer.layer.heads?.map((name) => layer.slots.values.get(name)).find((value) => value !== undefined);
  if (head) return call(evaluation, frame, head, [{ stars: 0, keyword: undefined, value: output, node }], node);
  const activated = applyOwnActivation(evaluation, frame, layer, output);
  return returnsState === true ? tupleOf([activated, unknown]) : activated;
}

function flattenedRank(layer: Layer): number | undefined {
  if (layer.name !== 'torch.nn.Flatten' || layer.mayHaveMore) return undefined;
  const start = layer.arguments.get('start_dim');
  const end = layer.arguments.get('end_dim');
  return end === undefined && (start === undefined || numberOf(start.value) === 1) ? 2 : undefined;
}

/** `Dense(10, activation="softmax")` is a linear layer and then a softmax. */
function applyOwnActivation(evaluation: Evaluation, frame: Frame, layer: Layer, input: Tensor): Value {
  const { activation } = layer;
  if (activation === undefined || layer.layer.type === 'recurrent') return input;
  if (activation === 'unknown') return unknown;
  if (activation.id === 'identity') return input;
  return recordActivation(evaluation, activation, { frame, node: activation.node, name: layer.name, layer, input, axis: 'missing' });
}

/** The number of axes where an operation makes it another, or keeps it. */
function changedRank(name: string, kind: OperationKind, passed: readonly PassedArgument[], inputs: readonly Value[]): { readonly rank?: number | undefined } {
  if (kind === 'reshape') return { rank: reshapedRank(name, passed, inputs[0] ?? unknown) };
  if (kind === 'combination' && joins.test(name)) return { rank: inputs.flatMap((each) => (each.kind === 'tensor' ? each.rank ?? [] : []))[0] };
  return name === 'repeat' ? { rank: countOfSizes(passed) } : {};
}

/** Numbers of axes by what `view` and `reshape` are given. */
function reshapedRank(name: string, passed: readonly PassedArgument[], input: Value): number | undefined {
  if (/\b(view|reshape)$/.test(name)) return countOfSizes(passed);
  if (/\bflatten$/.test(name)) return flattensBehindFirst(passed) ? 2 : undefined;
  const rank = input.kind === 'tensor' ? input.rank : undefined;
  return /\b(float|double|half|bfloat16|to|type|cuda|cpu|clone|detach|contiguous|cast|astype)$/.test(name) ? rank : undefined;
}

/** `x.view(-1, 8)`, `x.repeat(1, n, 1)`: a size for each axis. */
function countOfSizes(passed: readonly PassedArgument[]): number | undefined {
  const sizes = passed.filter(({ keyword, stars }) => keyword === undefined && stars === 0);
  if (sizes.length !== passed.length || sizes.length < 2) return undefined;
  return sizes.every(({ value }) => value.kind !== 'tuple' && value.kind !== 'list') ? sizes.length : undefined;
}

/** What puts tensors together along an axis that they have. */
const joins = /(^|\.)(cat|concat|concatenate)$/;

/** `flatten(1)` leaves the axis of the samples and one other. */
function flattensBehindFirst([start, ...others]: readonly PassedArgument[]): boolean {
  return start !== undefined && others.length === 0 && (start.keyword ?? 'start_dim') === 'start_dim' && numberOf(start.value) === 1;
}

/** An operation of a framework; `passed` begins with its tensors. */
export function applyOperation(
  evaluation: Evaluation, frame: Frame, name: string, operation: Operation, passed: readonly PassedArgument[], node: Node,
): Value {
  const { kind, tensors = 1, parameters = [] } = operation;
  const inputs = kind === 'combination'
    ? passed.slice(0, 1).flatMap(({ value }) => itemsIn(value))
    : [...passed.filter(({ keyword, stars }) => keyword === undefined && stars === 0).slice(0, Math.max(1, tensors)).map(({ value }) => value),
      ...passed.filter(({ keyword }) => keyword !== undefined && tensorKeywords.has(keyword)).map(({ value }) => value)].flatMap((value) => (kind === 'product' ? itemsIn(value) : [value]));
  const [input = unknown] = inputs;
  const logarithm = kind === 'exponential' ? lastActivations(input, ['log-softmax'])[0] : undefined;
  if (logarithm) return recordActivation(evaluation, { id: 'softmax', node, usage: undefined }, { frame, node, name, input, axis: logarithm.axis });
  const isCast = kind === 'reshape' && casts.test(name);
  const bound = bind(parameters, passed);
  const output = record(evaluation, {
    kind, name, node, frame, inputs: kind === 'fill' ? [] : inputs, arguments: bound,
    ...(keepsShape.includes(kind) || kind === 'clamp' || isCast ? shapeOf(input) : {}),
    ...changedRank(name, kind, passed.slice(1), inputs),
    ...(operation.units === undefined ? {} : { features: { axis: -1, size: numberOf(bound.get(operation.units)?.value) } }),
    isInPlace: isInPlaceName(name) || passed.some(({ keyword, value }) => keyword === 'inplace' && isTrue(value)),
  });
  if (kind === 'reduction' && picksAlongAxis(name, bound)) return tupleOf([output, record(evaluation, { kind: 'decision', name, node, frame, inputs, arguments: bound })]);
  return operation.activation === undefined ? output : applyWrittenActivation(evaluation, frame, operation, { name, node, bound, passed }, output);
}

/** `torch.max(x, 1)` and `x.max(dim=1)` give the largest and where they are. NumPy and others call that argument `axis`. */
function picksAlongAxis(name: string, bound: Arguments): boolean {
  return /^(torch\.)?(max|min)$/.test(name) && numberOf(bound.get('dim')?.value) !== undefined;
}

interface Written {
  readonly name: string;
  readonly node: Node;
  readonly bound: Arguments;
  readonly passed: readonly PassedArgument[];
}

/** `tf.layers.dense(x, 10, activation=tf.nn.softmax)` makes a layer and applies it at once, its activation too. */
function applyWrittenActivation(
  evaluation: Evaluation, frame: Frame, { activation: argument, activationDefault }: Operation, { name, node, bound, passed }: Written, output: Tensor,
): Value {
  const written = bound.get(argument ?? '');
  if (written === undefined && (mayHaveMore(passed) || (evaluation.hasArgumentScopes && ofContrib.test(name)))) return unknown;
  const activation = written ? activationOf(written.value, written.node) : activationDefault && { id: activationDefault, node, usage: usageAt(evaluation, evaluation.tree.firstChild(node)) };
  if (activation === 'unknown') return unknown;
  if (!activation || activation.id === 'identity') return output;
  return recordActivation(evaluation, activation, { frame, node: activation.node, name, input: output, axis: 'missing' });
}

const casts = /\b(float|double|half|bfloat16|to|type|type_as|cuda|cpu|clone|detach|contiguous|cast|astype|numpy|requires_grad_)$/;
const tensorKeywords = new Set(['input', 'inputs', 'x', 'other', 'query', 'key', 'value', 'a', 'b', 'mat2', 'logits', 'labels', 'features']);

/** `torch.cat([a, b])`, `torch.einsum("ij,jk->ik", [a, b])` */
function itemsIn(value: Value): readonly Value[] {
  if (value.kind === 'tuple') return value.items;
  const items = value.kind === 'list' ? value.slots.values.get('items') : undefined;
  return items?.kind === 'tuple' ? items.items : [value];
}
