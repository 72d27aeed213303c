/** Calls of what is imported: layers, operations, losses, optimisers are made of them; all else is unknown. */
import { findSymbolOfString } from './strings';
import type { Node } from '../../python/syntax';
import {
  itemsOf, newSlots, numberOf, stringOf, tupleOf, unknown, type ActivationUse, type Arguments, type Frame, type Layer, type PassedArgument,
  type Tuple, type Value,
} from '../values';
import { findLayer, findLoss, findOperation, findTrainer, isInitialiser, isOptimiser, isWrapper } from '../vocabulary/lookup';
import { layer as layerKind, type LayerKind } from '../vocabulary/vocabulary';
import { applyOperation } from './application';
import { bind, bindByPlace, mayHaveMore, valueAt } from './binding';
import { isExhausted, isKept, type Evaluation } from './evaluation';
import { addEntry } from './collections';
import { newLoss, train, useLoss } from './losses';
import { isCreation, newTrainState } from './trainState';
import { isTransform, newTransformed } from './transformed';

export function callLibrary(
  evaluation: Evaluation, frame: Frame, name: string, passed: readonly PassedArgument[], node: Node, activation?: ActivationUse,
): Value {
  keepCall(evaluation, frame, name, passed, node);
  if (activation) return newLayer(evaluation, name, activationKind, passed, node, activation);
  const operation = findOperation(name);
  if (operation) return applyOperation(evaluation, frame, name, operation, passed, node);
  const loss = findLoss(name);
  if (loss) {
    const made = newLoss(name, loss, loss.constructorParameters ? passed : [], node);
    return loss.constructorParameters ? made : useLoss(evaluation, frame, made, passed, node);
  }
  const trainer = findTrainer(name);
  if (trainer) train(evaluation, frame, trainer, passed, node);
  return constructLibrary(evaluation, name, passed, node);
}

function keepCall(evaluation: Evaluation, frame: Frame, name: string, passed: readonly PassedArgument[], node: Node): void {
  const { facts } = evaluation;
  if (!isKept(evaluation, node)) return;
  const bound = bindByPlace(passed);
  facts.libraryCalls.push({ name, node, arguments: bound, mayHaveMore: mayHaveMore(passed), run: frame.run });
  if (isInitialiser(name)) facts.initialisations.push({ name, node, arguments: bound, target: valueAt(passed, 0, 'tensor') });
}

const activationKind = layerKind('activation');
const modelNames = new Set(['keras.Model', 'keras.models.Model']);

/** Whether a class derived from it is one of its kind: layers, containers, losses. */
export function isConstructible(name: string): boolean {
  return findLayer(name) !== undefined || findLoss(name)?.constructorParameters !== undefined || modelNames.has(name);
}

/** An object of an imported class. */
export function constructLibrary(evaluation: Evaluation, name: string, passed: readonly PassedArgument[], node: Node): Value {
  const kind = findLayer(name);
  if (kind?.type === 'input' && name.endsWith('Input')) return { kind: 'tensor', source: undefined, features: undefined, rank: undefined, uses: [] };
  if (kind) return newLayer(evaluation, name, kind, passed, node);
  const loss = findLoss(name);
  if (loss?.constructorParameters) return newLoss(name, loss, passed, node);
  if (modelNames.has(name)) return functionalModel(evaluation, name, passed, node);
  if (isWrapper(name)) return valueAt(passed, 0, 'module', 'model', 'layer', 'network', 'func', 'fun');
  if (isCreation(name)) return newTrainState(passed, node);
  if (isTransform(name)) return newTransformed(name, valueAt(passed, 0, 'f'), node);
  if (isOptimiser(name)) return newOptimiser(evaluation, name, passed, node);
  return constructOther(name, passed);
}

function newOptimiser(evaluation: Evaluation, name: string, passed: readonly PassedArgument[], node: Node): Value {
  const optimiser = { kind: 'optimiser' as const, name, node, arguments: bind(name.startsWith('torch.') ? ['params', 'lr'] : ['learning_rate'], passed) };
  if (!isExhausted(evaluation)) evaluation.facts.optimisers.push(optimiser);
  return optimiser;
}

function constructOther(name: string, passed: readonly PassedArgument[]): Value {
  switch (name) {
    case 'functools.partial': {
      const [callee, ...others] = passed;
      return callee === undefined || callee.stars > 0 ? unknown : { kind: 'partial', callee: callee.value, passed: others };
    }
    case 'jax.vmap':
    case 'equinox.filter_vmap':
      return { kind: 'partial', callee: valueAt(passed, 0, 'fun'), passed: [], isMapped: true };
    case 'mlx.nn.value_and_grad':
      return { kind: 'partial', callee: valueAt(passed, 1, 'fn'), passed: [], isDerivative: true };
    case 'mlx.core.value_and_grad':
    case 'mlx.core.grad':
    case 'jax.grad':
    case 'jax.value_and_grad':
    case 'flax.nnx.grad':
    case 'flax.nnx.value_and_grad':
    case 'equinox.filter_grad':
    case 'equinox.filter_value_and_grad':
    case 'haiku.grad':
    case 'haiku.value_and_grad':
      return { kind: 'partial', callee: valueAt(passed, 0, 'fun'), passed: [], isDerivative: true };
    case 'collections.OrderedDict':
      return orderedDictionary(passed);
    case 'copy.deepcopy':
    case 'copy.copy':
      return copied(valueAt(passed, 0, 'x'));
    default:
      return unknown;
  }
}

function orderedDictionary(passed: readonly PassedArgument[]): Value {
  const value = valueAt(passed, 0);
  if (passed.length === 0) return { kind: 'dictionary', slots: newSlots(), isOpen: false };
  if (value.kind === 'dictionary') return value;
  const pairs = itemsOf(value);
  const dictionary = { kind: 'dictionary' as const, slots: newSlots(), isOpen: pairs === undefined || pairs.isOpen };
  for (const pair of pairs?.items ?? []) {
    const [key = unknown, entry = unknown] = itemsOf(pair)?.items ?? [];
    addEntry(dictionary, key, entry);
  }
  return dictionary;
}

/** Another object of the same kind; what it holds is shared, since only its identity is asked for. */
function copied(value: Value): Value {
  return value.kind === 'layer' || value.kind === 'instance' ? { ...value, slots: { values: new Map(value.slots.values), isLocal: false } } : value;
}

function newLayer(
  evaluation: Evaluation, name: string, kind: LayerKind, passed: readonly PassedArgument[], node: Node, activation?: ActivationUse,
): Layer {
  const bound = bind(parametersOf(name, kind, passed), passed);
  const isOpen = mayHaveMore(passed);
  const made: Layer = {
    kind: 'layer', layer: kind, name, node, arguments: bound, mayHaveMore: isOpen,
    activation: activation ?? ownActivation(kind, bound, isOpen),
    units: kind.units === undefined ? undefined : numberOf((bound.get(kind.units) ?? bound.get(formerNames[kind.units] ?? ''))?.value),
    inputs: kind.inputs === undefined ? undefined : numberOf(bound.get(kind.inputs)?.value),
    slots: newSlots(),
  };
  if (kind.type === 'container' || kind.type === 'list') fill(made, passed);
  if (!isExhausted(evaluation)) evaluation.facts.layers.push(made);
  return made;
}

/** What Keras 1 called the sizes of its layers. */
const formerNames: Readonly<Record<string, string>> = { units: 'output_dim', filters: 'nb_filter' };
const sizedTwice = /^keras\.layers\.(?:Dense|TimeDistributedDense|LSTM|GRU|SimpleRNN)$/;

/** Until Keras 0.2 a layer was told first what it gets: `Dense(784, 10)`. A number is no activation. */
function parametersOf(name: string, { parameters }: LayerKind, passed: readonly PassedArgument[]): readonly string[] {
  const isOld = sizedTwice.test(name) && passed.slice(0, 2).every(({ keyword, stars }) => keyword === undefined && stars === 0) && numberOf(passed[1]?.value) !== undefined;
  return isOld ? ['input_dim', 'units', 'init', 'activation'] : parameters;
}

/** What a container holds: its arguments, a list of them, or the values of a dictionary. */
function fill({ slots }: Layer, passed: readonly PassedArgument[]): void {
  const [first] = passed;
  const isOne = passed.filter(({ keyword }) => keyword !== 'name').length === 1 && first !== undefined && (first.keyword === undefined || first.keyword === 'layers' || first.keyword === 'modules');
  if (isOne && first.value.kind === 'dictionary') {
    const { slots: entries, isOpen } = first.value;
    for (const [key, value] of entries.values) slots.values.set(key, value);
    slots.values.set('items', tupleOf([...entries.values.values()], isOpen));
    return;
  }
  const list = isOne && first.value.kind !== 'layer' ? itemsOf(first.value) : undefined;
  slots.values.set('items', list ?? passedItems(passed));
}

function passedItems(passed: readonly PassedArgument[]): Tuple {
  const items: Value[] = [];
  let isOpen = false;
  for (const { stars, keyword, value } of passed) {
    if (keyword !== undefined || stars === 2) continue;
    if (stars === 0) items.push(withoutName(value));
    else {
      items.push(...(itemsOf(value)?.items ?? [unknown]));
      isOpen = true;
    }
  }
  return tupleOf(items, isOpen);
}

/** PaddlePaddle takes `("softmax", nn.Softmax())` for an item. */
function withoutName(value: Value): Value {
  const [name, item, ...others] = value.kind === 'tuple' ? value.items : [];
  return stringOf(name) !== undefined && item !== undefined && others.length === 0 ? item : value;
}

/** The function that a layer applies to its own result. */
function ownActivation(kind: LayerKind, bound: Arguments, isOpen: boolean): Layer['activation'] {
  const written = kind.activation === undefined ? undefined : bound.get(kind.activation);
  if (kind.activation === undefined) return undefined;
  if (written === undefined) return isOpen ? 'unknown' : undefined;
  const activation = activationOf(written.value, written.node);
  return typeof activation === 'object' && activation.id === 'identity' && kind.type !== 'activation' ? undefined : activation;
}

/** An activation that is passed on: a string, a function, a layer. */
export function activationOf(value: Value, node: Node): Layer['activation'] {
  if (value.kind === 'library' && value.usage) return { id: value.usage.activation, node, usage: value.usage };
  if (value.kind === 'layer' && value.layer.type === 'activation') return value.activation;
  if (value.kind !== 'constant') return 'unknown';
  if (value.value === null) return undefined;
  const id = typeof value.value === 'string' ? findSymbolOfString(value.value) : undefined;
  return id === undefined ? 'unknown' : { id, node, usage: undefined };
}

/** `keras.Model(inputs, outputs)` */
function functionalModel(evaluation: Evaluation, name: string, passed: readonly PassedArgument[], node: Node): Value {
  const bound = bind(['inputs', 'outputs'], passed);
  const outputs = bound.get('outputs') ?? bound.get('output');
  if (outputs === undefined) return unknown;
  const made: Layer = {
    kind: 'layer', layer: layerKind('container'), name, node, arguments: bound, mayHaveMore: mayHaveMore(passed), activation: undefined,
    units: undefined, inputs: undefined, slots: newSlots(),
  };
  made.slots.values.set('outputs', outputs.value);
  made.slots.values.set('inputs', (bound.get('inputs') ?? bound.get('input'))?.value ?? unknown);
  if (!isExhausted(evaluation)) evaluation.facts.layers.push(made);
  return made;
}

