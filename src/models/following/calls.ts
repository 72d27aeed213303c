/** What calls do, by what is called. */
import { findActivation } from '../../activations/catalogue';
import { callArguments, calleeOf, nameOf, type Argument } from '../../python/parts';
import { Kind, type Node } from '../../python/syntax';
import type { Usage } from '../../usages/usage';
import { join } from '../join';
import { itemsOf, unknown, type ActivationUse, type Frame, type PassedArgument, type Value } from '../values';
import { findOperation } from '../vocabulary/lookup';
import { applyLayer, axisOf, recordActivation } from './application';
import { bind } from './binding';
import { callBuiltin } from './builtins';
import { recordChosen } from './chosen';
import { callLibrary } from './construction';
import { callInstance, instantiate, invoke } from './definitions';
import { fork, usageAt, type Evaluation } from './evaluation';
import { evaluate, isTensor } from './expressions';
import { isFunctionInPlace } from './inPlace';
import { expected, useLoss } from './losses';
import { callMethod } from './methods';

export function evaluateCall(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const calleeNode = calleeOf(tree, node);
  const method = tree.kind(calleeNode) === Kind.Attribute ? usageAt(evaluation, calleeNode) : undefined;
  if (method?.form === 'method') return callActivationMethod(evaluation, frame, node, method);
  const callee = evaluate(evaluation, frame, calleeNode);
  const passed = evaluateArguments(evaluation, frame, argumentsOf(evaluation, node));
  if (callee.kind === 'unknown') recordChosen(evaluation, frame, node);
  return call(evaluation, frame, callee, passed, node);
}

/** `x.sigmoid()` of a tensor, or of something of which nothing is known. */
function callActivationMethod(evaluation: Evaluation, frame: Frame, node: Node, usage: Usage): Value {
  const { tree } = evaluation;
  const calleeNode = calleeOf(tree, node);
  const input = evaluate(evaluation, frame, tree.firstChild(calleeNode));
  const passed = evaluateArguments(evaluation, frame, callArguments(tree, node));
  if (input.kind !== 'unknown' && !isTensor(input) && input.kind !== 'method') {
    return callMethod(evaluation, frame, { kind: 'method', receiver: input, name: nameOf(tree, calleeNode), node: calleeNode }, passed, node);
  }
  const isInPlace = nameOf(tree, calleeNode).endsWith('_');
  return recordActivation(evaluation, { id: usage.activation, node, usage }, { frame, node, name: usage.symbol, input, axis: axisOf(passed, 0), isInPlace });
}

export function evaluateArguments(evaluation: Evaluation, frame: Frame, written: readonly Argument[]): PassedArgument[] {
  const passed: PassedArgument[] = [];
  for (const { stars, keyword, value: node } of written) {
    const value = evaluate(evaluation, frame, node);
    if (stars === 0) passed.push({ stars, keyword, value, node });
    else passed.push(...(stars === 1 ? spread(value, node) : spreadKeywords(value, node)));
  }
  return passed;
}

function argumentsOf({ tree, argumentsOf: known }: Evaluation, node: Node): readonly Argument[] {
  const before = known.get(node);
  if (before) return before;
  const written = callArguments(tree, node);
  known.set(node, written);
  return written;
}

/** `*items`, where they are known. */
function spread(value: Value, node: Node): PassedArgument[] {
  const items = itemsOf(value);
  if (items === undefined) return [{ stars: 1, keyword: undefined, value, node }];
  const passed = items.items.map((item): PassedArgument => ({ stars: 0, keyword: undefined, value: item, node }));
  // The items that are known stay in their order; that there may be more makes every place uncertain.
  return items.isOpen ? [{ stars: 1, keyword: undefined, value, node }] : passed;
}

function spreadKeywords(value: Value, node: Node): PassedArgument[] {
  if (value.kind !== 'dictionary' || value.isOpen) return [{ stars: 2, keyword: undefined, value, node }];
  return [...value.slots.values].map(([keyword, entry]) => ({ stars: 0, keyword, value: entry, node }));
}

export function call(evaluation: Evaluation, frame: Frame, callee: Value, passed: readonly PassedArgument[], node: Node): Value {
  switch (callee.kind) {
    case 'library':
      return callNamed(evaluation, frame, callee, passed, node);
    case 'class':
      return callHandWritten(evaluation, frame, passed, node) ?? instantiate(evaluation, callee, passed, node, frame);
    case 'function':
      return callHandWritten(evaluation, frame, passed, node) ?? invoke(evaluation, callee, passed, frame);
    case 'instance':
      return callInstance(evaluation, frame, callee, passed, node);
    case 'layer':
      if (callee.layer.type === 'container') evaluation.applied.add(callee);
      return applyLayer(evaluation, frame, callee, passed, node);
    case 'loss':
      return useLoss(evaluation, frame, callee, passed, node);
    case 'method':
      return callMethod(evaluation, frame, callee, passed, node);
    case 'partial': {
      const given = callee.isMapped === true ? passed.map((each) => ({ ...each, value: unknown })) : passed;
      const value = call(evaluation, frame, callee.callee, [...callee.passed, ...given], node);
      return callee.isDerivative === true ? unknown : value;
    }
    case 'alternatives':
      return callEach(evaluation, frame, callee.values, passed, node);
    default:
      return unknown;
  }
}

/** Which of them is called is not known, so that a loss among them says nothing; two that take the same do. */
function callEach(evaluation: Evaluation, frame: Frame, callees: readonly Value[], passed: readonly PassedArgument[], node: Node): Value {
  const outer = evaluation.isOneOfSeveral;
  const [first] = callees;
  const agree = callees.every((callee) => callee.kind === 'loss' && first?.kind === 'loss' && expected(callee) === expected(first) && callee.loss.task === first.loss.task);
  evaluation.isOneOfSeveral = outer || !agree;
  const results: Value[] = [];
  fork(evaluation, callees.map((callee) => () => {
    results.push(call(evaluation, frame, callee, passed, node));
    return true;
  }));
  evaluation.isOneOfSeveral = outer;
  return results.reduce(join, results[0] ?? unknown);
}

/** What multiplies by weights before its activation, as `tf.nn.relu_layer` does, is an operation. */
function callNamed(evaluation: Evaluation, frame: Frame, callee: Extract<Value, { kind: 'library' }>, passed: readonly PassedArgument[], node: Node): Value {
  if (callee.name.startsWith('builtins.')) return callBuiltin(evaluation, frame, callee.name.slice('builtins.'.length), passed, node);
  const usage = usageOfCall(evaluation, node) ?? callee.usage;
  const activation = usage && { id: usage.activation, node, usage };
  const isOperation = findOperation(callee.name)?.activationDefault !== undefined;
  if (activation && isFunction(usage) && !isOperation) return callActivation(evaluation, frame, activation, passed, node);
  return callLibrary(evaluation, frame, callee.name, passed, node, isOperation ? undefined : activation);
}

function isFunction(usage: Usage): boolean {
  return usage.form === 'function' || usage.form === 'method';
}

/** The activation that the callee of a call is by its name. */
function usageOfCall(evaluation: Evaluation, node: Node): Usage | undefined {
  const { tree } = evaluation;
  return tree.kind(node) === Kind.Call ? usageAt(evaluation, calleeOf(tree, node)) : undefined;
}

const inputAndAxis = ['input', 'axis'];

/** `F.softmax(x, dim=1)`; gated functions take the input first too. */
function callActivation(evaluation: Evaluation, frame: Frame, activation: ActivationUse, passed: readonly PassedArgument[], node: Node): Value {
  const { usage } = activation;
  const bound = bind(inputAndAxis, passed);
  const name = usage?.symbol ?? activation.id;
  const input = bound.get('input') ?? bound.get('x') ?? bound.get('features') ?? bound.get('logits') ?? bound.get('a');
  return recordActivation(evaluation, activation, {
    frame, node, name, input: input?.value ?? unknown, axis: axisOf(passed, 1), arguments: bound,
    isInPlace: isFunctionInPlace(name, bound, inputAndAxis),
  });
}

/** A class or function of the file that is known to implement an activation. */
function callHandWritten(evaluation: Evaluation, frame: Frame, passed: readonly PassedArgument[], node: Node): Value | undefined {
  const usage = usageOfCall(evaluation, node);
  if (usage?.certainty !== 'hand-written' || findActivation(usage.activation) === undefined) return undefined;
  const activation = { id: usage.activation, node, usage };
  if (usage.form === 'function') return callActivation(evaluation, frame, activation, passed, node);
  return usage.form === 'module' ? callLibrary(evaluation, frame, usage.symbol, passed, node, activation) : undefined;
}
