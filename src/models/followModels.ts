/**
 * Follows values through one file or notebook: layers into models, tensors through layers, outputs into losses.
 *
 *     const facts = followModels({ tree, names, usages });
 *     for (const { loss, input } of facts.losses) …
 *
 * The module runs from top to bottom, and calls are followed into the functions and classes of the file. What nothing
 * calls is run at the end, with parameters of which nothing is known. Where a branch is open, both ways are followed
 * and joined. The work is bounded by the size of the file, whatever it says.
 */
import { hasKnownBases, hierarchyOf, importedBasesOf, memberOf } from './following/attributes';
import { assumed, callInstance, instantiate, invoke, methodCalled } from './following/definitions';
import { isExhausted, newEvaluation, runApart, type Evaluation, type FollowedText } from './following/evaluation';
import { outputOf } from './following/losses';
import { relevanceIn } from './following/relevance';
import { runBlock } from './following/statements';
import { nameOf } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import type { Application, Facts, LossUse, Model } from './facts';
import { atOnce, type Steps } from '../usages/inSteps';
import { valuesOf } from './join';
import { inheritedSlot, unknown, type ClassValue, type FunctionValue, type Instance, type Layer, type Value } from './values';
import { isModelBase } from './vocabulary/lookup';

/** Without any of these words, a text has neither layers nor losses. */
const evidence = /Linear|Dense|Conv|Sequential|Module|Model|Layer|LSTM|GRU|loss|entropy|softmax|sigmoid/i;

export function followModels(text: FollowedText): Facts {
  return atOnce(followingModels(text));
}

/** The same in steps: the module, each class, each function, each model. */
export function* followingModels(text: FollowedText): Steps<Facts> {
  if (!evidence.test(text.tree.text)) return { ...newEvaluation(text).facts, isComplete: true };
  const evaluation = newEvaluation(text);
  runBlock(evaluation, evaluation.module, text.tree.root);
  yield;
  const isRelevant = relevanceIn(text, evaluation);
  yield* runClasses(evaluation, isRelevant);
  yield* runFunctions(evaluation, isRelevant);
  yield* runModels(evaluation);
  return { ...evaluation.facts, losses: lossesAsked(evaluation), isComplete: !evaluation.isCutShort && !isExhausted(evaluation) };
}

const asksForLoss = /^(fit|fit_generator|train_on_batch|test_on_batch|evaluate|evaluate_generator)$/;

/** Without the losses of models that nothing is asked of while one is trained that applies them, or has all their layers, as a generator is that learns through its discriminator. */
function lossesAsked({ facts: { losses, methodCalls, compilations }, applied }: Evaluation): readonly LossUse[] {
  const asked = methodCalls.flatMap(({ name, receiver }) => (asksForLoss.test(name) ? [receiver] : []));
  if (compilations.length < 2 || !asked.every(({ kind }) => kind === 'layer' || kind === 'instance')) return losses;
  const trained = compilations.filter(({ model }) => asked.includes(model)).map(({ output }) => layersBehind(output));
  const isPart = (model: Value, output: Value): boolean => (trained.length > 0 && applied.has(model)) || trained.some((larger) => [...layersBehind(output)].every((layer) => larger.has(layer)));
  return losses.filter(({ model, input }) => model === undefined || asked.includes(model) || !isPart(model, input));
}

function layersBehind(value: Value): ReadonlySet<Layer> {
  return new Set(applicationsBehind(value).flatMap(({ layer }) => layer ?? []));
}

/** For how many classes what they inherit is run, so that the work does not grow with their product. */
const mostHeirs = 8;

/** Makes an object of every class that the file itself makes none of, and runs the methods that nothing has called. */
function* runClasses(evaluation: Evaluation, isRelevant: (node: Node) => boolean): Steps<void> {
  // Running a function may define further classes; the list grows while it is read.
  for (let place = 0; place < evaluation.classes.length; place++) {
    const value = evaluation.classes[place]!;
    const isToBeMade = hierarchyOf(value).some(({ node }) => isRelevant(node)) && !evaluation.instances.some((instance) => instance.class === value);
    if (isToBeMade) runApart(evaluation, () => instantiate(evaluation, value, assumed, value.node));
    yield;
  }
  const seen = new Set<ClassValue>();
  const times = new Map<Node, number>();
  for (let place = 0; place < evaluation.instances.length; place++) {
    const instance = evaluation.instances[place]!;
    callModel(evaluation, instance);
    yield;
    for (const [name, value] of instance.class.slots.values) {
      if (value.kind !== 'function' || evaluation.ran.has(value.node) || !hierarchyOf(instance.class).some(({ node }) => isRelevant(node)) || /^__\w+__$/.test(name)) continue;
      runApart(evaluation, () => invoke(evaluation, { ...value, self: instance, owner: instance.class }, assumed));
      yield;
    }
    const inherited = seen.has(instance.class) ? [] : inheritedSteps(instance);
    seen.add(instance.class);
    for (const method of inherited) {
      const before = times.get(method.node) ?? 0;
      if (before >= mostHeirs || !isRelevant(method.node)) continue;
      times.set(method.node, before + 1);
      runApart(evaluation, () => invoke(evaluation, method, assumed));
      yield;
    }
  }
}

/** The methods of classes that leave it to those derived from them what is called: a step of training that a base class has for all models. */
function inheritedSteps(instance: Instance): readonly FunctionValue[] {
  const called = methodCalled(instance);
  if (called?.owner === undefined) return [];
  const hierarchy = hierarchyOf(instance.class);
  const above = hierarchy.slice(hierarchy.indexOf(called.owner) + 1);
  return above.flatMap((owner) => [...owner.slots.values].flatMap(([name, value]) =>
    (value.kind === 'function' && !/^__\w+__$/.test(name) && memberOf(instance.class, name)?.value === value ? [{ ...value, self: instance, owner }] : [])));
}

/** A model that the file makes is called at least once, with an input of which nothing is known. */
function callModel(evaluation: Evaluation, instance: Instance): void {
  const method = methodCalled(instance);
  if (method && !evaluation.remembered.has(instance)) runApart(evaluation, () => callInstance(evaluation, evaluation.module, instance, assumed, instance.node));
}

/** First those that no other function names: what they call is then called with what they pass. */
function* runFunctions(evaluation: Evaluation, isRelevant: (node: Node) => boolean): Steps<void> {
  yield* runEach(evaluation, outermostFirst(evaluation), isRelevant);
  yield* runEach(evaluation, evaluation.functions, isRelevant);
}

function* runEach(evaluation: Evaluation, functions: readonly FunctionValue[], isRelevant: (node: Node) => boolean): Steps<void> {
  for (let place = 0; place < functions.length; place++) {
    const value = functions[place]!;
    if (!evaluation.ran.has(value.node) && isRelevant(value.node)) runApart(evaluation, () => invoke(evaluation, value, assumed));
    yield;
  }
}

function outermostFirst({ tree, functions, module }: Evaluation): readonly FunctionValue[] {
  const ofModule = new Map(functions.filter(({ node, closure }) => closure === module && tree.kind(node) === Kind.FunctionDef).map((value) => [nameOf(tree, value.node), value]));
  const named = new Set<FunctionValue>();
  const naming = new Set<FunctionValue>();
  for (const value of ofModule.values()) {
    for (let node = tree.firstInside(value.node); node < value.node; node++) {
      const other = tree.kind(node) === Kind.Name ? ofModule.get(tree.textOf(node)) : undefined;
      if (other === undefined || other === value) continue;
      named.add(other);
      naming.add(value);
    }
  }
  return [...naming].filter((value) => !named.has(value));
}

/** Every object that is called as a model, with what it gives. */
function* runModels(evaluation: Evaluation): Steps<void> {
  const { facts, instances } = evaluation;
  const containers = facts.layers.filter(({ layer, slots }) => layer.type === 'container' && slots.values.size > 0);
  for (const value of instances.filter(isModel)) {
    const output = outputOf(evaluation, evaluation.module, value, value.node);
    const applications = evaluation.remembered.get(value)?.find(({ result }) => result === output)?.applications;
    if (isExhausted(evaluation)) return;
    facts.models.push(modelOf(value, output, applications ?? []));
    yield;
  }
  const derived = derivedFromContainers(instances);
  for (const value of containers) {
    const from = facts.applications.length;
    const output = outputOf(evaluation, evaluation.module, value, value.node);
    if (isExhausted(evaluation)) return;
    const model = modelOf(value, output, facts.applications.slice(from));
    facts.models.push({ ...model, ...namedAs(derived.get(value)) });
    yield;
  }
}

function isModel(instance: Instance): boolean {
  return methodCalled(instance) !== undefined && (importedBasesOf(instance.class).some(isModelBase) || !hasKnownBases(instance.class));
}

/** Objects of classes that are derived from a library's, by what they are of it. */
function derivedFromContainers(instances: readonly Instance[]): ReadonlyMap<Value, Instance> {
  const derived = new Map<Value, Instance>();
  for (const instance of instances) {
    const base = instance.slots.values.get(inheritedSlot);
    if (base) derived.set(base, instance);
  }
  return derived;
}

/** What a class that is derived from a container is called, and where it stands. */
function namedAs(instance: Instance | undefined): Partial<Model> {
  return instance === undefined ? {} : { name: instance.class.name, node: instance.class.node };
}

function modelOf(value: Instance | Layer, output: Value, applied: readonly Application[]): Model {
  // A functional model was built before it is called.
  const applications = value.kind === 'layer' && value.slots.values.has('outputs') ? applicationsBehind(output) : applied;
  const layers = new Set([...layersIn(value), ...applications.flatMap(({ layer }) => layer ?? [])]);
  return {
    value, name: value.kind === 'instance' ? value.class.name : value.name, node: value.kind === 'instance' ? value.class.node : value.node,
    output, applications, layers: [...layers].filter((layer) => layer !== value),
  };
}

/** All that a value was made by, in order. */
export function applicationsBehind(value: Value): Application[] {
  const found = new Set<Application>();
  const open: Value[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'tensor' && next.source && !found.has(next.source)) {
      found.add(next.source);
      open.push(...next.source.inputs);
    } else if (next.kind === 'alternatives') open.push(...next.values);
    else if (next.kind === 'tuple') open.push(...next.items);
    else if (next.kind === 'list') open.push(next.slots.values.get('items') ?? unknown);
  }
  return [...found].sort((a, b) => a.order - b.order);
}

const mostLayers = 10_000;

/** The layers that a model holds, in the order in which they were put there; each once. */
export function layersIn(model: Value): Layer[] {
  const found = new Set<Layer>();
  const seen = new Set<Value>();
  const visit = (value: Value): void => {
    if (seen.has(value) || seen.size > mostLayers) return;
    seen.add(value);
    if (value.kind === 'layer') found.add(value);
    if (value.kind === 'layer' || value.kind === 'instance' || value.kind === 'list' || value.kind === 'dictionary') {
      for (const inner of value.slots.values.values()) visit(inner);
    } else if (value.kind === 'tuple') value.items.forEach(visit);
    else if (value.kind === 'alternatives') valuesOf(value).forEach(visit);
  };
  visit(model);
  return [...found];
}

