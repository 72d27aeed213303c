/** Functions that every Python has, as far as they matter here. */
import { constantOf, itemsOf, newSlots, numberOf, tupleOf, unknown, type Frame, type PassedArgument, type Value } from '../values';
import type { Node } from '../../python/syntax';
import { record } from './application';
import type { Evaluation } from './evaluation';
import { newList } from './collections';
import { isTensor } from './expressions';
import { callReflection } from './reflection';
import { isFilled } from './rounds';

const longestRange = 64;

export function callBuiltin(evaluation: Evaluation, frame: Frame, name: string, passed: readonly PassedArgument[], node: Node): Value {
  const values = plainValues(passed);
  const [first = unknown] = values;
  switch (name) {
    case 'super':
      return superOf(frame);
    case 'getattr':
    case 'setattr':
    case 'hasattr':
    case 'isinstance':
      return callReflection(evaluation, name, values, node);
    case 'int':
    case 'float':
      return convert(name, first, node);
    case 'dict':
      return dictionaryOf(passed);
    case 'round':
    case 'abs':
      return isTensor(first) ? record(evaluation, { kind: name === 'round' ? 'decision' : 'custom', name, node, frame, inputs: [first] }) : unknown;
    default:
      return callOnItems(evaluation, frame, name, passed, node);
  }
}

/** None where a star hides their places. */
function plainValues(passed: readonly PassedArgument[]): readonly Value[] {
  return passed.some(({ stars }) => stars > 0) ? [] : passed.map(({ value }) => value);
}

function constant(value: string | number | boolean | undefined, node: Node): Value {
  return value === undefined ? unknown : { kind: 'constant', value, node };
}

function superOf(frame: Frame): Value {
  let inside: Frame | undefined = frame;
  while (inside && inside.owner === undefined) inside = inside.parent;
  return inside?.owner && inside.self ? { kind: 'super', self: inside.self, owner: inside.owner } : unknown;
}

function convert(name: string, value: Value, node: Node): Value {
  const number = numberOf(value);
  return constant(number === undefined ? undefined : name === 'int' ? Math.trunc(number) : number, node);
}

function dictionaryOf(passed: readonly PassedArgument[]): Value {
  const isOpen = passed.some(({ keyword }) => keyword === undefined);
  const slots = newSlots();
  for (const { keyword, value } of passed) if (keyword !== undefined) slots.values.set(keyword, value);
  return { kind: 'dictionary', slots, isOpen };
}

function callOnItems(evaluation: Evaluation, frame: Frame, name: string, passed: readonly PassedArgument[], node: Node): Value {
  const values = plainValues(passed);
  const [first = unknown] = values;
  const items = itemsOf(first);
  switch (name) {
    case 'range':
      return rangeOf(values, node);
    case 'len':
      return items === undefined || items.isOpen || isFilled(evaluation, frame, passed[0], items.items) ? unknown : constant(items.items.length, node);
    case 'list':
      return newList(items ?? tupleOf([], values.length > 0));
    case 'tuple':
      return items ?? tupleOf([], values.length > 0);
    case 'reversed':
      return items === undefined ? unknown : tupleOf([...items.items].reverse(), items.isOpen);
    case 'enumerate':
      return items === undefined ? unknown : tupleOf(items.items.map((item, place) => tupleOf([items.isOpen ? unknown : constant(place, node), item])), items.isOpen);
    case 'zip':
      return zipped(values);
    default:
      return unknown;
  }
}

function rangeOf(values: readonly Value[], node: Node): Value {
  const bounds = values.map(constantOf);
  const [start, end] = bounds.length === 1 ? [0, bounds[0]] : bounds;
  if (bounds.length > 2 || typeof start !== 'number' || typeof end !== 'number') return unknown;
  const count = Math.max(0, Math.ceil(end - start));
  if (count > longestRange) return tupleOf([unknown], true);
  return tupleOf(Array.from({ length: count }, (_, place) => constant(start + place, node)));
}

function zipped(values: readonly Value[]): Value {
  const lists = values.map(itemsOf);
  if (lists.length === 0 || lists.some((list) => list === undefined || list.isOpen)) return unknown;
  const length = Math.min(...lists.map((list) => list?.items.length ?? 0));
  return tupleOf(Array.from({ length }, (_, place) => tupleOf(lists.map((list) => list?.items[place] ?? unknown))));
}
