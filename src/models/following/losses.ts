/** Losses and what they receive. */
import type { Compilation, LossUse } from '../facts';
import {
  itemsOf, stringOf, unknown, type Arguments, type Dictionary, type Frame, type Instance, type Layer, type Loss, type PassedArgument, type Tensor, type Tuple, type Value,
} from '../values';
import { findLoss, findLossString } from '../vocabulary/lookup';
import type { LossInput, LossKind, Trainer } from '../vocabulary/vocabulary';
import { calleeOf, nameOf } from '../../python/parts';
import type { Node } from '../../python/syntax';
import { join, valuesOf } from '../join';
import { applyLayer } from './application';
import { memberOf } from './attributes';
import { bind, mayHaveMore } from './binding';
import { call } from './calls';
import { assumed, callInstance, instantiate, methodCalled } from './definitions';
import { isExhausted, type Evaluation } from './evaluation';

/** An object of a loss class, or a loss function called at once with `passed`. */
export function newLoss(name: string, loss: LossKind, passed: readonly PassedArgument[], node: Node): Loss {
  return { kind: 'loss', loss, name, node, arguments: bind(loss.constructorParameters ?? [], passed), mayHaveMore: mayHaveMore(passed) };
}

/** `criterion(output, target)` */
export function useLoss(evaluation: Evaluation, frame: Frame, loss: Loss, passed: readonly PassedArgument[], node: Node): Value {
  const bound = bind(parametersOf(evaluation, loss.loss, passed), passed);
  const isFunction = loss.loss.constructorParameters === undefined;
  const input = bound.get(loss.loss.input);
  if (input === undefined || isExhausted(evaluation)) return unknown;
  // What a function takes beside its values is what a class takes when it is made.
  const used: Loss = isFunction ? { ...loss, arguments: new Map([...loss.arguments, ...bound]), mayHaveMore: mayHaveMore(passed) } : loss;
  keep(evaluation, {
    via: 'call', loss: used, expects: evaluation.isOneOfSeveral ? undefined : expected(used), input: withoutNone(input.value), inputNode: input.node, target: bound.get(loss.loss.target)?.value,
    node, run: frame.run, contexts: evaluation.contexts,
  });
  return unknown;
}

/** A loss is given no None: where a constructor sets it, the value is what has been set since. */
function withoutNone(value: Value): Value {
  const others = valuesOf(value).filter((each) => each.kind !== 'constant' || each.value !== null);
  return others.length === 0 ? value : others.reduce(join);
}

/** What only programs of TensorFlow 0 and 1 name. */
const graphs = /\btf\.(?:placeholder|Session|InteractiveSession|initialize_all_variables|contrib)\b/;

/** Where the arguments have no names, it is an old program that says in which order they are. */
function parametersOf({ tree }: Evaluation, { parameters, formerParameters }: LossKind, passed: readonly PassedArgument[]): readonly string[] {
  const isOld = formerParameters !== undefined && passed.length > 1 && passed.every(({ keyword }) => keyword === undefined || keyword === 'name') && graphs.test(tree.text);
  return isOld ? formerParameters : parameters;
}

function keep({ facts }: Evaluation, use: LossUse): void {
  facts.losses.push(use);
}

/** What a loss takes as it is written. */
export function expected(loss: Loss): LossInput | undefined {
  const { expects, fromLogits, otherwise } = loss.loss;
  if (otherwise !== undefined) return whereItIs(loss, otherwise.argument, otherwise.is, otherwise.expects);
  return fromLogits === undefined ? expects : whereItIs(loss, fromLogits, true, 'logits');
}

/** An argument that cannot be read leaves open what the loss takes. */
function whereItIs({ loss, arguments: written, mayHaveMore: isOpen }: Loss, argument: string, is: boolean, other: LossInput): LossInput | undefined {
  const value = written.get(argument)?.value;
  if (value === undefined) return isOpen ? undefined : loss.expects;
  if (value.kind !== 'constant' || typeof value.value !== 'boolean') return undefined;
  return value.value === is ? other : loss.expects;
}

const compileParameters = ['optimizer', 'loss', 'metrics', 'loss_weights'];

/** `model.compile(optimizer, loss)`, and the `prepare` of PaddlePaddle: the output of the model meets the loss here. */
export function compile(evaluation: Evaluation, frame: Frame, model: Layer | Instance, passed: readonly PassedArgument[], node: Node): void {
  const bound = bind(compileParameters, passed);
  const output = outputOf(evaluation, frame, model, node);
  const compilation: Compilation = { node, model, output, arguments: bound };
  if (isExhausted(evaluation)) return;
  evaluation.facts.compilations.push(compilation);
  const loss = bound.get('loss');
  if (loss && !trainsByItself(model)) pair(evaluation, frame, loss.value, { model, output, isSecond: isOfKeras(evaluation, node) }, loss.node);
}

/** The losses of Keras are told the target first, those of PaddlePaddle what the model gives. */
function isOfKeras({ tree }: Evaluation, node: Node): boolean {
  return nameOf(tree, calleeOf(tree, node)) === 'compile';
}

/** A step of its own, which may never ask for the loss of `compile`. */
function trainsByItself(model: Layer | Instance): boolean {
  return model.kind === 'instance' && ['train_step', 'compute_loss'].some((name) => memberOf(model.class, name) !== undefined);
}

/** What the model of a trainer gives is what its loss receives. A model that is only named is made. */
export function train(evaluation: Evaluation, frame: Frame, { parameters, model, loss, lossDefault, except }: Trainer, passed: readonly PassedArgument[], node: Node): void {
  const bound = bind(parameters, passed);
  const untold = lossDefault === undefined || mayHaveMore(passed) ? undefined : { value: { kind: 'library' as const, name: lossDefault, node, usage: undefined }, node };
  const [named, written] = [bound.get(model)?.value, bound.get(loss) ?? untold];
  const trained = named?.kind === 'class' ? instantiate(evaluation, named, assumed, node, frame) : named;
  if (written === undefined || (trained?.kind !== 'layer' && trained?.kind !== 'instance') || isExhausted(evaluation)) return;
  const name = lossOf(written.value, written.node)?.name;
  if (name === undefined || except.includes(name)) return;
  pair(evaluation, frame, written.value, { output: outputOf(evaluation, frame, trained, node) }, written.node);
}

/** What a model gives for an input of which nothing is known. */
export function outputOf(evaluation: Evaluation, frame: Frame, model: Layer | Instance, node: Node): Value {
  if (model.kind === 'instance') return callInstance(evaluation, frame, model, assumed, node);
  const input: Tensor = { kind: 'tensor', source: undefined, features: undefined, rank: undefined, uses: [] };
  return applyLayer(evaluation, frame, model, [{ stars: 0, keyword: undefined, value: input, node }], node);
}

/** What a model gives, and the model where it is compiled. */
interface Given {
  readonly output: Value;
  readonly model?: Layer | Instance;
  /** Whether a loss of the file is passed the target before the output; undefined where such a loss is not called. */
  readonly isSecond?: boolean;
}

/** Several outputs are paired with several losses by their place or name. */
function pair(evaluation: Evaluation, frame: Frame, value: Value, given: Given, node: Node): void {
  if (value.kind === 'dictionary') pairByName(evaluation, frame, value, given, node);
  else if (value.kind === 'tuple' || value.kind === 'list') pairByPlace(evaluation, frame, itemsOf(value), given, node);
  else pairOne(evaluation, frame, value, given, node);
}

/** `loss={"age": "mae", "kind": "binary_crossentropy"}`: by the names of the layers that outputs come from, or those that the model gives them. */
function pairByName(evaluation: Evaluation, frame: Frame, losses: Dictionary, given: Given, node: Node): void {
  for (const [name, loss] of losses.isOpen ? [] : losses.slots.values) pair(evaluation, frame, loss, { ...given, output: outputNamed(given.output, name) ?? unknown }, node);
}

function outputNamed(output: Value, name: string): Value | undefined {
  if (output.kind === 'dictionary') return output.isOpen ? undefined : output.slots.values.get(name);
  const named = (itemsOf(output)?.items ?? [output]).filter((each) => each.kind === 'tensor' && stringOf(each.source?.layer?.arguments.get('name')?.value) === name);
  return named.length === 1 ? named[0] : undefined;
}

function pairByPlace(evaluation: Evaluation, frame: Frame, losses: Tuple | undefined, given: Given, node: Node): void {
  const outputs = outputsOf(given.output);
  const isAlone = losses?.items.length === 1 && !losses.isOpen && outputs === undefined;
  const outputAt = (place: number): Value => (isAlone ? given.output : losses?.isOpen || outputs?.isOpen !== false ? unknown : outputs.items[place] ?? unknown);
  losses?.items.forEach((item, place) => pair(evaluation, frame, item, { ...given, output: outputAt(place) }, node));
}

function outputsOf(output: Value): Tuple | undefined {
  return output.kind === 'tuple' || output.kind === 'list' ? itemsOf(output) : undefined;
}

function pairOne(evaluation: Evaluation, frame: Frame, value: Value, given: Given, node: Node): void {
  const outputs = outputsOf(given.output);
  const [only = unknown, ...others] = outputs?.items ?? [given.output];
  const isOne = others.length === 0 && outputs?.isOpen !== true;
  const loss = lossOf(value, node);
  if (loss === undefined) {
    if (isOne) callOwn(evaluation, frame, value, { ...given, output: only }, node);
    return;
  }
  // Keras compares each of several outputs with the one loss.
  const inputs = isOne ? [only] : given.isSecond === true && outputs?.isOpen === false ? outputs.items : [unknown];
  for (const input of inputs) {
    keep(evaluation, {
      via: 'compile', ...(given.model && { model: given.model }), loss, expects: expected(loss), input, inputNode: loss.node, target: undefined, node: loss.node,
      run: frame.run, contexts: evaluation.contexts,
    });
  }
}

/** A loss that the file defines: what it applies is a loss of the model that is compiled with it. */
function callOwn(evaluation: Evaluation, frame: Frame, value: Value, { output, model, isSecond }: Given, node: Node): void {
  const isCalled = value.kind === 'function' || (value.kind === 'instance' && methodCalled(value) !== undefined);
  if (!isCalled || isSecond === undefined) return;
  const { losses } = evaluation.facts;
  const from = losses.length;
  const passed = (isSecond ? [unknown, output] : [output, unknown]).map((each): PassedArgument => ({ stars: 0, keyword: undefined, value: each, node }));
  call(evaluation, frame, value, passed, node);
  if (model) losses.splice(from, Infinity, ...losses.slice(from).map((use) => ({ ...use, model })));
}

const noArguments: Arguments = new Map();

/** A loss as `compile` takes it: an object, a function, a string. Its place is where it is written. */
function lossOf(value: Value, node: Node): Loss | undefined {
  if (value.kind === 'loss') return value;
  const name = value.kind === 'library' ? value.name : findLossString(stringOf(value) ?? '');
  const place = value.kind === 'library' || value.kind === 'constant' ? value.node : node;
  const loss = name === undefined ? undefined : findLoss(name);
  return name === undefined || loss === undefined ? undefined : { kind: 'loss', loss, name, node: place, arguments: noArguments, mayHaveMore: false };
}
