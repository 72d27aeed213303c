/** Tuples, lists and dictionaries, and what their indices and slices are. */
import { literalValue } from '../../python/literals';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { join, valuesOf } from '../join';
import { constantOf, itemsOf, newSlots, none, numberOf, stringOf, tupleOf, unknown, type Dictionary, type Frame, type List, type Tuple, type Value } from '../values';
import { record } from './application';
import type { Evaluation } from './evaluation';
import { evaluate, isTensor } from './expressions';

export function newList(items: Tuple): List {
  const slots = newSlots();
  slots.values.set('items', items);
  return { kind: 'list', slots };
}

export function itemsIn(evaluation: Evaluation, frame: Frame, node: Node): Tuple {
  const { tree } = evaluation;
  const items: Value[] = [];
  let isOpen = false;
  for (let element = tree.firstChild(node); element; element = tree.nextSibling(element)) {
    if (tree.kind(element) !== Kind.Starred) items.push(evaluate(evaluation, frame, element));
    else {
      const more = itemsOf(evaluate(evaluation, frame, tree.firstChild(element))) ?? tupleOf([unknown], true);
      items.push(...more.items);
      isOpen ||= more.isOpen;
    }
  }
  return tupleOf(items, isOpen);
}

export function evaluateDictionary(evaluation: Evaluation, frame: Frame, node: Node): Dictionary {
  const { tree } = evaluation;
  const dictionary: Dictionary = { kind: 'dictionary', slots: newSlots(), isOpen: false };
  for (const entry of tree.children(node)) {
    const key = tree.kind(entry) === Kind.DictEntry ? evaluate(evaluation, frame, tree.firstChild(entry)) : unknown;
    const value = evaluate(evaluation, frame, tree.kind(entry) === Kind.DictEntry ? tree.lastChild(entry) : tree.firstChild(entry));
    addEntry(dictionary, key, value);
  }
  return dictionary;
}

export function addEntry(dictionary: Dictionary, key: Value, value: Value): void {
  const name = stringOf(key);
  if (name !== undefined) dictionary.slots.values.set(name, value);
  else if (key.kind === 'unknown' && value.kind === 'dictionary' && !value.isOpen) {
    for (const [inner, entry] of value.slots.values) dictionary.slots.values.set(inner, entry);
  } else dictionary.isOpen = true;
}

/** `[a] + [b]`, `[act] * 3`: the same items, not copies of them. */
export function combineItems(operator: Operator, left: Value, right: Value): Value {
  const [a, b] = [itemsOf(left), itemsOf(right)];
  const asBefore = (items: Tuple): Value => (left.kind === 'list' || right.kind === 'list' ? newList(items) : items);
  if (operator === Operator.Add && (a || b)) {
    const [first, second] = [a ?? tupleOf([unknown], true), b ?? tupleOf([unknown], true)];
    return asBefore(tupleOf([...first.items, ...second.items], first.isOpen || second.isOpen));
  }
  const [items, count] = a ? [a, numberOf(right)] : [b, numberOf(left)];
  if (operator !== Operator.Multiply || items === undefined) return unknown;
  if (count === undefined || count > 64 || count < 0) return asBefore(tupleOf(items.items, true));
  return asBefore(tupleOf(Array.from({ length: Math.floor(count) }, () => items.items).flat(), items.isOpen));
}

export function evaluateSubscript(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const [objectNode = NONE, indexNode = NONE] = tree.children(node);
  const object = evaluate(evaluation, frame, objectNode);
  if (tree.kind(indexNode) === Kind.Slice) return sliceOf(evaluation, frame, node, object, indexNode);
  const index = evaluate(evaluation, frame, indexNode);
  if (isTensor(object)) return record(evaluation, { kind: 'selection', name: '[]', node, frame, inputs: [object], rank: selectedRank(tree, indexNode) });
  return joined(object, (value) => itemAt(value, index));
}

/** Who writes a slice for the last axis has written all of them: `x[:, -1, :]` has two, `x[:, 0]` may have any number. */
function selectedRank(tree: SyntaxTree, index: Node): number | undefined {
  if (tree.kind(index) !== Kind.Tuple || tree.kind(tree.lastChild(index)) !== Kind.Slice) return undefined;
  const parts = tree.children(index);
  const isPlain = parts.every((part) => tree.kind(part) === Kind.Slice || typeof literalValue(tree, part) === 'number');
  return isPlain ? parts.filter((part) => tree.kind(part) === Kind.Slice).length : undefined;
}

function joined(value: Value, ask: (value: Value) => Value): Value {
  return valuesOf(value).map(ask).reduce(join);
}

function itemAt(object: Value, index: Value): Value {
  if (object.kind === 'dictionary') {
    const key = stringOf(index);
    return (key === undefined || object.isOpen ? undefined : object.slots.values.get(key)) ?? unknown;
  }
  if (object.kind === 'layer' && typeof constantOf(index) === 'string') return object.slots.values.get(String(constantOf(index))) ?? unknown;
  const items = itemsOf(object);
  const place = numberOf(index);
  if (items === undefined || items.isOpen || place === undefined) return unknown;
  return items.items[place < 0 ? items.items.length + place : place] ?? unknown;
}

/** A slice of a list, or of a Sequential, which is one again. */
function sliceOf(evaluation: Evaluation, frame: Frame, node: Node, object: Value, slice: Node): Value {
  const { tree } = evaluation;
  const bounds = tree.children(slice).map((bound) => (tree.kind(bound) === Kind.Missing ? none : evaluate(evaluation, frame, bound)));
  if (isTensor(object)) return record(evaluation, { kind: 'selection', name: '[]', node, frame, inputs: [object] });
  const items = itemsOf(object);
  const [lower = null, upper = null, step = null] = [bounds[0], bounds[1], bounds[2]].map((bound) => (bound === undefined || bound === none ? null : boundOf(bound)));
  if (items === undefined || items.isOpen || step !== null || !isBound(lower) || !isBound(upper)) return unknown;
  const kept = tupleOf(items.items.slice(lower ?? 0, upper ?? undefined));
  if (object.kind !== 'layer') return object.kind === 'list' ? newList(kept) : kept;
  const slots = newSlots();
  slots.values.set('items', kept);
  return { ...object, node, slots };
}

/** A bound that is not known is no number. */
function boundOf(bound: Value): number | null {
  const value = constantOf(bound);
  return value === null ? null : typeof value === 'number' ? value : NaN;
}

function isBound(bound: number | null): boolean {
  return bound === null || Number.isInteger(bound);
}
