/** Calls of methods: of tensors, layers, models, lists, dictionaries. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import { join, valuesOf } from '../join';
import { constantOf, inheritedSlot, itemsOf, stringOf, tupleOf, unknown, type Frame, type Instance, type Layer, type Method, type PassedArgument, type Value } from '../values';
import { findTensorMethod } from '../vocabulary/lookup';
import type { Operation } from '../vocabulary/vocabulary';
import { applyLayer, applyOperation } from './application';
import { assign, assignAttribute, setItems } from './assignments';
import { importedBasesOf } from './attributes';
import { bindByPlace, mayHaveMore, valueAt } from './binding';
import { call } from './calls';
import { constructLibrary, isConstructible } from './construction';
import { isTrainState, isUpdate, newTrainState } from './trainState';
import { appliedBy, isTransformed, resultOf } from './transformed';
import { callInstance, isFlax } from './definitions';
import { isKept, write, type Evaluation } from './evaluation';
import { newList } from './collections';
import { isTensor } from './expressions';
import { isInPlaceName } from './inPlace';
import { compile, useLoss } from './losses';

export function callMethod(evaluation: Evaluation, frame: Frame, method: Method, passed: readonly PassedArgument[], node: Node): Value {
  const { receiver, name } = method;
  keepCall(evaluation, frame, method, passed, node);
  if (receiver.kind === 'super') return callSuper(evaluation, frame, receiver, name, passed, node);
  if (isTensor(receiver)) return callTensorMethod(evaluation, frame, method, passed, node);
  switch (receiver.kind) {
    case 'list':
    case 'dictionary':
      return callCollection(evaluation, receiver, name, passed);
    case 'layer':
      return callLayerMethod(evaluation, frame, receiver, name, passed, node);
    case 'instance':
      return callModelMethod(evaluation, frame, receiver, name, passed, node);
    case 'loss':
      return name === 'forward' || name === '__call__' || name === 'call' ? useLoss(evaluation, frame, receiver, passed, node) : returnsSelf.has(name) ? receiver : unknown;
    case 'class':
      return name === 'create' && importedBasesOf(receiver).some(isTrainState) ? newTrainState(passed, node) : unknown;
    case 'alternatives':
      return valuesOf(receiver).map((value) => (returnsSelf.has(name) ? value : unknown)).reduce(join);
    default:
      return callUnknown(evaluation, frame, method, passed, node);
  }
}

function keepCall(evaluation: Evaluation, frame: Frame, { name, receiver }: Method, passed: readonly PassedArgument[], node: Node): void {
  if (!isKept(evaluation, node)) return;
  evaluation.facts.methodCalls.push({
    name, receiver, node, arguments: bindByPlace(passed), mayHaveMore: mayHaveMore(passed), run: frame.run,
  });
}

const returnsSelf = new Set(['to', 'cuda', 'cpu', 'eval', 'train', 'half', 'float', 'double', 'bfloat16', 'requires_grad_', 'share_memory', 'type', 'module']);
const parameterMethods = new Set(['parameters', 'named_parameters', 'get_parameters']);

/** `x.add_(y)` also changes what the name of `x` stands for. */
function callTensorMethod(evaluation: Evaluation, frame: Frame, { receiver, name, node: callee }: Method, passed: readonly PassedArgument[], node: Node): Value {
  const operation = findTensorMethod(name);
  if (operation === undefined) return unknown;
  const output = applyOperation(evaluation, frame, name, ofTensor(operation), [{ stars: 0, keyword: undefined, value: receiver, node }, ...passed], node);
  const { tree } = evaluation;
  const object = tree.kind(callee) === Kind.Attribute ? changedBy(tree, tree.firstChild(callee)) : calleeOf(tree, node);
  if (isInPlaceName(name) && (tree.kind(object) === Kind.Name || tree.kind(object) === Kind.Attribute)) assign(evaluation, frame, object, output);
  return output;
}

/** `x` of `x.div_(c).tanh_()`: methods that work in place hand on what they changed. */
export function changedBy(tree: SyntaxTree, node: Node): Node {
  let object = node;
  while (tree.kind(object) === Kind.Call && tree.kind(calleeOf(tree, object)) === Kind.Attribute && isInPlaceName(nameOf(tree, calleeOf(tree, object)))) {
    object = tree.firstChild(calleeOf(tree, object));
  }
  return object;
}

/** Its tensor stands in the place of a first argument. */
function ofTensor(operation: Operation): Operation {
  return { ...operation, parameters: ['input', ...(operation.parameters ?? [])] };
}

/** Of something of which nothing is known, only what tells by itself: a logarithm, a number of axes. */
function callUnknown(evaluation: Evaluation, frame: Frame, { receiver, name }: Method, passed: readonly PassedArgument[], node: Node): Value {
  if (receiver.kind !== 'unknown' && receiver.kind !== 'method') return unknown;
  if (preparing.test(name) && prepares.test(evaluation.tree.text)) return prepared(passed);
  if (receiver.kind === 'method' && receiver.name === 'layers' && receiver.receiver.kind === 'layer') loseItems(evaluation, receiver.receiver, name);
  const isReshape = (name === 'view' || name === 'reshape') && passed.length > 1;
  const addsAxis = name === 'unsqueeze' && passed.length === 1;
  const operation = passed.length === 0 || isReshape || addsAxis ? findTensorMethod(name) : undefined;
  if (operation === undefined || !(isReshape || addsAxis || operation.kind === 'logarithm' || operation.kind === 'exponential')) return unknown;
  return applyOperation(evaluation, frame, name, ofTensor(operation), [{ stars: 0, keyword: undefined, value: unknown, node }, ...passed], node);
}

const preparing = /^(prepare|setup)$/;
const prepares = /\b(accelerate|fabric)\b/;

/** `model, optimizer = accelerator.prepare(model, optimizer)`, and the `setup` of Fabric: what is passed comes back. */
function prepared(passed: readonly PassedArgument[]): Value {
  const [only, ...others] = passed.map(({ stars, keyword, value }) => (stars > 0 || keyword !== undefined ? undefined : value));
  if (only === undefined || others.includes(undefined)) return unknown;
  return others.length === 0 ? only : tupleOf(passed.map(({ value }) => value));
}

/** `model.layers.pop()`: whether that takes a layer out of the model depends on the version of Keras. */
function loseItems(evaluation: Evaluation, model: Layer, name: string): void {
  const { items } = itemsOf(model) ?? tupleOf([]);
  if (name === 'pop' || disordering.has(name)) setItems(evaluation, model, tupleOf(items.map(() => unknown), true));
}

function callLayerMethod(evaluation: Evaluation, frame: Frame, layer: Layer, name: string, passed: readonly PassedArgument[], node: Node): Value {
  if (returnsSelf.has(name) || isUpdate(layer, name)) return layer;
  if (parameterMethods.has(name)) return { kind: 'parameters', of: layer, name: undefined };
  switch (name) {
    case 'forward':
    case 'call':
    case '__call__':
      return applyLayer(evaluation, frame, layer, passed, node);
    case 'compile':
    case 'prepare':
      compile(evaluation, frame, layer, passed, node);
      return unknown;
    case 'apply':
      if (layer.name.startsWith('flax.linen.')) {
        const givesMore = passed.some(({ keyword }) => keyword === 'method' || keyword === 'mutable');
        return givesMore ? unknown : applyLayer(evaluation, frame, layer, passed.slice(1), node);
      }
      return isTransformed(layer) ? applyTransformed(evaluation, frame, layer, passed, node) : applyTo(evaluation, frame, passed, node);
    case 'children':
      return itemsOf(layer) ?? unknown;
    default:
      return changeItems(evaluation, layer, name, passed) ?? unknown;
  }
}

function applyTransformed(evaluation: Evaluation, frame: Frame, layer: Layer, passed: readonly PassedArgument[], node: Node): Value {
  const applied = appliedBy(layer, passed);
  return resultOf(layer, call(evaluation, frame, applied.callee, applied.passed, node));
}

/** `model.apply(init_weights)`: the function is called with every layer. */
function applyTo(evaluation: Evaluation, frame: Frame, passed: readonly PassedArgument[], node: Node): Value {
  const callee = valueAt(passed, 0, 'fn');
  if (callee.kind === 'function') call(evaluation, frame, callee, [{ stars: 0, keyword: undefined, value: unknown, node }], node);
  return unknown;
}

type Growing = Extract<Value, { kind: 'list' | 'layer' }>;

const appending = new Set(['append', 'add', 'add_module', 'register_module', 'add_sublayer', 'register_child']);
const disordering = new Set(['insert', 'remove', 'clear', 'reverse', 'sort']);

/** The methods by which lists and containers change; undefined for any other name. */
function changeItems(evaluation: Evaluation, object: Growing, name: string, passed: readonly PassedArgument[]): Value | undefined {
  const { items, isOpen } = itemsOf(object) ?? tupleOf([], true);
  if (appending.has(name)) return append(evaluation, object, name, passed);
  if (name === 'extend') {
    const more = itemsOf(valueAt(passed, 0)) ?? tupleOf([unknown], true);
    setItems(evaluation, object, tupleOf([...items, ...more.items], isOpen || more.isOpen));
    return object;
  }
  if (name === 'pop' && passed.length === 0 && !isOpen) {
    setItems(evaluation, object, tupleOf(items.slice(0, -1)));
    return items.at(-1) ?? unknown;
  }
  if (name !== 'pop' && !disordering.has(name)) return undefined;
  setItems(evaluation, object, tupleOf(items.map(() => unknown), true));
  return unknown;
}

const naming = new Set(['add_module', 'register_module', 'add_sublayer']);

/** `add_module` also gives the item a name; the `add` of Gluon takes many. */
function append(evaluation: Evaluation, object: Growing, name: string, passed: readonly PassedArgument[]): Value {
  const isNamed = naming.has(name);
  const value = valueAt(passed, isNamed ? 1 : 0, 'module', 'layer', 'sublayer');
  const key = isNamed ? stringOf(valueAt(passed, 0, 'name')) : undefined;
  if (key !== undefined && object.kind === 'layer') write(evaluation, object.slots, key, value);
  const { items, isOpen } = itemsOf(object) ?? tupleOf([], true);
  const more = name === 'add' && passed.length > 1 ? passed.filter(({ keyword }) => keyword === undefined).slice(1) : [];
  setItems(evaluation, object, tupleOf([...items, value, ...more.map((argument) => argument.value)], isOpen || more.some(({ stars }) => stars > 0)));
  return object;
}

function callCollection(evaluation: Evaluation, object: Extract<Value, { kind: 'list' | 'dictionary' }>, name: string, passed: readonly PassedArgument[]): Value {
  if (object.kind === 'list') return changeItems(evaluation, object, name, passed) ?? unknown;
  const entries = [...object.slots.values];
  switch (name) {
    case 'values':
      return newList(tupleOf(entries.map(([, value]) => value), object.isOpen));
    case 'items':
      return newList(tupleOf(entries.map(([key, value]) => tupleOf([{ kind: 'constant', value: key, node: 0 }, value])), object.isOpen));
    case 'get': {
      const key = stringOf(valueAt(passed, 0));
      return (key === undefined || object.isOpen ? undefined : object.slots.values.get(key)) ?? unknown;
    }
    case 'update':
    case 'pop':
    case 'setdefault':
    case 'clear':
      object.isOpen = true;
      return unknown;
    default:
      return unknown;
  }
}

function callModelMethod(
  evaluation: Evaluation, frame: Frame, model: Extract<Value, { kind: 'instance' }>, name: string, passed: readonly PassedArgument[], node: Node,
): Value {
  if (returnsSelf.has(name)) return model;
  if (parameterMethods.has(name)) return { kind: 'parameters', of: model, name: undefined };
  switch (name) {
    case 'forward':
    case 'call':
    case '__call__':
      return callInstance(evaluation, frame, model, passed, node);
    case 'apply':
      return isFlax(model.class) ? applyFlax(evaluation, frame, model, passed.slice(1), node) : applyTo(evaluation, frame, passed, node);
    case 'compile':
    case 'prepare':
      compile(evaluation, frame, model, passed, node);
      return unknown;
    case 'add_module':
    case 'register_module':
    case 'add_sublayer':
      assignAttribute(evaluation, model, stringOf(valueAt(passed, 0, 'name')) ?? '', valueAt(passed, 1, 'module', 'sublayer'));
      return unknown;
    default:
      return delegated(evaluation, frame, model, name, passed, node);
  }
}

/** `model.apply(variables, x, mutable=["batch_stats"])` also returns what has changed; `method` names what is called instead. */
function applyFlax(
  evaluation: Evaluation, frame: Frame, model: Extract<Value, { kind: 'instance' }>, passed: readonly PassedArgument[], node: Node,
): Value {
  if (passed.some(({ keyword }) => keyword === 'method')) return unknown;
  const output = callInstance(evaluation, frame, model, passed, node);
  const mutable = passed.find(({ keyword }) => keyword === 'mutable')?.value;
  if (mutable === undefined || constantOf(mutable) === false) return output;
  return mutable.kind === 'unknown' ? unknown : tupleOf([output, unknown]);
}

/** What the class inherits from an imported one: a `Sequential` that the file derives from has `add`. */
function delegated(
  evaluation: Evaluation, frame: Frame, model: Extract<Value, { kind: 'instance' }>, name: string, passed: readonly PassedArgument[], node: Node,
): Value {
  const base = model.slots.values.get(inheritedSlot);
  return base?.kind === 'layer' ? callLayerMethod(evaluation, frame, base, name, passed, node) : unknown;
}

/** `super().__init__(l1=L.Linear(784, 100))`: a chain of Chainer has the links that it is told under their names. */
function nameLinks(evaluation: Evaluation, { slots }: Instance, passed: readonly PassedArgument[]): void {
  for (const { keyword, value } of passed) if (keyword !== undefined) write(evaluation, slots, keyword, value);
}

/** `super().__init__(…)` of an imported class, `super().forward(x)` */
function callSuper(
  evaluation: Evaluation, frame: Frame, { self, owner }: Extract<Value, { kind: 'super' }>, name: string, passed: readonly PassedArgument[], node: Node,
): Value {
  if (self.kind !== 'instance') return unknown;
  if (name === '__init__') {
    const base = importedBasesOf(owner).find(isConstructible);
    // Each object of the class is a layer of its own, made where the object is made.
    const made = evaluation.tree.kind(self.node) === Kind.Call ? self.node : node;
    if (base !== undefined) write(evaluation, self.slots, inheritedSlot, constructLibrary(evaluation, base, passed, made));
    else if (importedBasesOf(owner).some((name) => name.startsWith('chainer.'))) nameLinks(evaluation, self, passed);
    return unknown;
  }
  const base = self.slots.values.get(inheritedSlot);
  if (base === undefined) return unknown;
  if (name === 'forward' || name === 'call' || name === '__call__') return call(evaluation, frame, base, passed, node);
  return base.kind === 'layer' ? callLayerMethod(evaluation, frame, base, name, passed, node) : unknown;
}
