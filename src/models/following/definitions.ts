/** Calls of functions and classes that the file defines. */
import { childOf, nameOf, parametersOf, type Parameter } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { isSame, join } from '../join';
import {
  inheritedSlot, newSlots, none, tupleOf, unknown, type ClassValue, type Dictionary, type Frame, type FunctionValue, type Instance, type PassedArgument,
  type Run, type Value,
} from '../values';
import { record } from './application';
import { importedBasesOf, memberOf } from './attributes';
import { call } from './calls';
import { constructLibrary, isConstructible } from './construction';
import { forget, isExhausted, write, type Evaluation } from './evaluation';
import { evaluate } from './expressions';
import { annotatedFields } from './fields';
import { runBlock } from './statements';

/** How deep calls are followed into each other. */
const deepestCall = 16;

/** Where every parameter is unknown: nothing in the file calls it. */
export const assumed = 'assumed';

/** A function that was followed for the same arguments, and left nothing behind, is not followed again. */
export function invoke(
  evaluation: Evaluation, callee: FunctionValue, passed: readonly PassedArgument[] | typeof assumed, from?: Frame,
): Value {
  if (passed === assumed || !isOutermost(evaluation, callee)) return follow(evaluation, callee, passed, from);
  const { facts, contexts, isOneOfSeveral, instances } = evaluation;
  const calls = evaluation.rememberedFunctions.get(callee.node) ?? [];
  const before = calls.find((known) => known.self === callee.self && known.lastingWrites === evaluation.lastingWrites
    && known.contexts === contexts && known.isOneOfSeveral === isOneOfSeveral && isSameCall(known.passed, passed));
  if (before) return before.result;
  const [writes, made] = [evaluation.lastingWrites, facts.layers.length + instances.length];
  const result = follow(evaluation, callee, passed, from);
  const leftNothing = writes === evaluation.lastingWrites && made === facts.layers.length + instances.length && !isMutable(result);
  if (leftNothing && calls.length < mostRemembered) calls.push({ self: callee.self, passed, lastingWrites: writes, contexts, isOneOfSeveral, result });
  evaluation.rememberedFunctions.set(callee.node, calls);
  return result;
}

/** A function of the module or of a class of it: nothing else that it may see changes unnoticed. */
function isOutermost({ module }: Evaluation, { closure }: FunctionValue): boolean {
  return closure === module || (closure.kind === 'class' && closure.parent === module);
}

function isMutable(value: Value): boolean {
  if (value.kind === 'tuple') return value.items.some(isMutable);
  if (value.kind === 'alternatives') return value.values.some(isMutable);
  return value.kind === 'list' || value.kind === 'dictionary' || value.kind === 'function' || value.kind === 'partial';
}

function follow(
  evaluation: Evaluation, callee: FunctionValue, passed: readonly PassedArgument[] | typeof assumed, caller?: Frame,
): Value {
  const depth = (caller?.run.depth ?? 0) + 1;
  if (depth > deepestCall || isExhausted(evaluation) || evaluation.running.includes(callee.node)) return unknown;
  const { self, owner, closure } = callee;
  const run: Run = { node: callee.node, parent: caller?.run, self: self ?? caller?.run.self, depth };
  const frame: Frame = {
    kind: 'function', slots: newSlots(true), parent: closure, node: callee.node, run, self, owner, returns: [], outer: undefined, isGenerator: false,
  };
  evaluation.ran.add(callee.node);
  evaluation.running.push(callee.node);
  const contexts = evaluation.contexts;
  const own = evaluation.decorated.get(callee.node) ?? [];
  if (own.length > 0) evaluation.contexts = [...contexts, ...own];
  const from = evaluation.trail.length;
  bindParameters(evaluation, frame, callee, passed);
  const value = runBody(evaluation, frame, callee.node);
  forget(evaluation, from, frame.slots);
  evaluation.contexts = contexts;
  evaluation.running.pop();
  return value;
}

function runBody(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  if (tree.kind(node) === Kind.Lambda) return evaluate(evaluation, frame, tree.lastChild(node));
  runBlock(evaluation, frame, childOf(tree, node, Kind.Block));
  if (frame.isGenerator || isExhausted(evaluation)) return unknown;
  return frame.returns.length === 0 ? none : frame.returns.reduce(join);
}

function bindParameters(evaluation: Evaluation, frame: Frame, { node, self, closure }: FunctionValue, passed: readonly PassedArgument[] | typeof assumed): void {
  const parameters = parametersIn(evaluation, node);
  const ofSelf: PassedArgument[] = self === undefined ? [] : [{ stars: 0, keyword: undefined, value: self, node: NONE }];
  const given = [...ofSelf, ...operatorsOf(evaluation, node, passed), ...(passed === assumed ? [] : passed)];
  const hasMore = given.some(({ stars }) => stars > 0);
  const positional = given.filter(({ stars, keyword }) => stars === 0 && keyword === undefined);
  const sureOfPlace = given.findIndex(({ stars }) => stars === 1);
  let place = 0;
  for (const parameter of parameters) {
    const { name, stars, passedBy } = parameter;
    const take = (): Value | undefined => {
      const named = given.find(({ keyword }) => keyword === name);
      if (named) return named.value;
      if (passedBy === 'keyword' || (sureOfPlace >= 0 && place >= sureOfPlace)) return undefined;
      return positional[place++]?.value;
    };
    const value = stars === 1 ? tupleOf(positional.slice(place).map((argument) => argument.value), hasMore || passed === assumed)
      : stars === 2 ? keywordsOf(given, parameters.map((other) => other.name), hasMore || passed === assumed)
        : take() ?? (passed === assumed ? defaultLoss(evaluation, closure, parameter) : parameter.default && !hasMore ? evaluate(evaluation, closure, parameter.default) : unknown);
    frame.slots.values.set(name, value);
  }
}

/** `hybrid_forward(self, F, x)`: the block of Gluon passes its operators itself. */
function operatorsOf({ tree }: Evaluation, node: Node, passed: readonly PassedArgument[] | typeof assumed): PassedArgument[] {
  const isOfGluon = tree.kind(node) === Kind.FunctionDef && nameOf(tree, node) === 'hybrid_forward';
  const isPassed = passed !== assumed && passed[0]?.value.kind === 'library';
  return isOfGluon && !isPassed ? [{ stars: 0, keyword: undefined, value: { kind: 'library', name: 'mxnet.ndarray', node, usage: undefined }, node }] : [];
}

/** Whoever calls it may pass something else, but what it does has to fit the loss that it proposes. */
function defaultLoss(evaluation: Evaluation, closure: Frame, { default: written }: Parameter): Value {
  if (!written || !/loss|entropy/i.test(evaluation.tree.textOf(written))) return unknown;
  const value = evaluate(evaluation, closure, written);
  return value.kind === 'loss' ? value : unknown;
}

function parametersIn({ tree, parametersOf: known }: Evaluation, node: Node): readonly Parameter[] {
  const before = known.get(node);
  if (before) return before;
  const parameters = parametersOf(tree, node);
  known.set(node, parameters);
  return parameters;
}

function keywordsOf(given: readonly PassedArgument[], taken: readonly string[], isOpen: boolean): Dictionary {
  const dictionary: Dictionary = { kind: 'dictionary', slots: newSlots(), isOpen };
  for (const { keyword, value } of given) {
    if (keyword !== undefined && !taken.includes(keyword)) dictionary.slots.values.set(keyword, value);
  }
  return dictionary;
}

/** Makes an object: `__init__` runs, and for Flax `setup`. */
export function instantiate(
  evaluation: Evaluation, callee: ClassValue, passed: readonly PassedArgument[] | typeof assumed, node: Node, from?: Frame,
): Value {
  if (isExhausted(evaluation) || (from?.run.depth ?? 0) > deepestCall) return unknown;
  const instance: Instance = { kind: 'instance', class: callee, node, slots: newSlots() };
  evaluation.instances.push(instance);
  const initialiser = memberOf(callee, '__init__');
  if (initialiser?.value.kind === 'function') invoke(evaluation, { ...initialiser.value, self: instance, owner: initialiser.owner }, passed, from);
  else initialiseFields(evaluation, instance, passed, node);
  const setup = memberOf(callee, 'setup');
  if (setup?.value.kind === 'function' && isFlax(callee)) invoke(evaluation, { ...setup.value, self: instance, owner: setup.owner }, [], from);
  return instance;
}

export function isFlax(callee: ClassValue): boolean {
  return importedBasesOf(callee).some((name) => name.startsWith('flax.linen') || name.startsWith('haiku'));
}

/** Without `__init__`: the fields of a dataclass, or what the imported class takes. */
function initialiseFields(evaluation: Evaluation, instance: Instance, passed: readonly PassedArgument[] | typeof assumed, node: Node): void {
  const base = importedBasesOf(instance.class).find(isConstructible);
  if (base !== undefined && passed !== assumed) {
    write(evaluation, instance.slots, inheritedSlot, constructLibrary(evaluation, base, passed, node));
    return;
  }
  const fields = annotatedFields(evaluation.tree, instance.class.node);
  if (passed === assumed) {
    for (const field of fields) write(evaluation, instance.slots, field, unknown);
    return;
  }
  let place = 0;
  for (const { keyword, stars, value } of passed) {
    const field = stars > 0 ? undefined : keyword ?? fields[place++];
    if (field !== undefined) write(evaluation, instance.slots, field, value);
  }
}

const callMethods = ['__call__', 'forward', 'call', 'construct', 'hybrid_forward'];

/** `model(x)`: what was followed once for the same arguments is not followed again. */
export function callInstance(
  evaluation: Evaluation, frame: Frame, instance: Instance, passed: readonly PassedArgument[] | typeof assumed, node: Node,
): Value {
  const given = passed === assumed ? [] : passed;
  const assigned = callMethods.map((name) => instance.slots.values.get(name)).find((value) => value !== undefined);
  if (assigned) return call(evaluation, frame, assigned, given, node);
  const method = methodCalled(instance);
  buildOnce(evaluation, frame, instance);
  if (method) return passedOn(evaluation, frame, instance, given, remembered(evaluation, instance, given, () => invoke(evaluation, method, passed, frame)), node);
  const base = instance.slots.values.get(inheritedSlot);
  return base === undefined || passed === assumed ? unknown : call(evaluation, frame, base, given, node);
}

const builtSlot = 'build()';

/** Keras calls `build` of a layer or model with the shape of what it is first applied to. */
function buildOnce(evaluation: Evaluation, frame: Frame, instance: Instance): void {
  const build = memberOf(instance.class, 'build');
  if (build?.value.kind !== 'function' || instance.slots.values.has(builtSlot) || !importedBasesOf(instance.class).some((name) => name.startsWith('keras.'))) return;
  instance.slots.values.set(builtSlot, none);
  invoke(evaluation, { ...build.value, self: instance, owner: build.owner }, [], frame);
}

/** What gives its input back is a step all the same: an identity that stands where an activation might. */
function passedOn(evaluation: Evaluation, frame: Frame, { class: { name } }: Instance, [first]: readonly PassedArgument[], result: Value, node: Node): Value {
  if (result.kind !== 'tensor' || result !== first?.value) return result;
  return record(evaluation, { kind: 'identity', name, node, frame, inputs: [result], features: result.features, rank: result.rank });
}

/** The method of the file that runs when an object is called. */
export function methodCalled(instance: Instance): FunctionValue | undefined {
  for (const name of callMethods) {
    const member = memberOf(instance.class, name);
    if (member?.value.kind === 'function') return { ...member.value, self: instance, owner: member.owner };
  }
  return undefined;
}

const mostRemembered = 8;

function remembered(evaluation: Evaluation, instance: Instance, passed: readonly PassedArgument[], follow: () => Value): Value {
  const { contexts } = evaluation;
  const calls = evaluation.remembered.get(instance) ?? [];
  const writes = evaluation.writesTo.get(instance.slots) ?? 0;
  const before = calls.find((known) => known.writes === writes && known.contexts === contexts && isSameCall(known.passed, passed));
  if (before) return before.result;
  const from = evaluation.facts.applications.length;
  const result = follow();
  const applications = evaluation.facts.applications.slice(from);
  if (calls.length < mostRemembered) calls.push({ passed, writes: evaluation.writesTo.get(instance.slots) ?? 0, contexts, result, applications });
  evaluation.remembered.set(instance, calls);
  return result;
}

function isSameCall(a: readonly PassedArgument[], b: readonly PassedArgument[]): boolean {
  return a.length === b.length && a.every(({ value, keyword, stars }, place) => {
    const other = b[place];
    return other !== undefined && keyword === other.keyword && stars === other.stars && isSame(value, other.value);
  });
}
