/**
 * Rows that give a layer each: how many units it has, and what activates them, as in `[(64, "relu"), (1, "sigmoid")]`; or a node, and which one
 * it follows: `[("tanh", 0), ("relu", 1), ("relu", 1)]`.
 */
import { stringValue } from '../../python/literals';
import { isRow } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { telling } from '../tellingNames';
import { isString } from '../locals/knownStrings';
import { isSize } from './amongNumbers';
import { anyIn, type Place } from './places';
import type { Reading } from '../reading';

/** The names in such rows, of which the first is given. */
export function unitPlaces(reading: Reading, first: Node): readonly Place[] {
  return namesOfUnits(reading, first).map((value) => ({ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: true }));
}

/** The names of the layers that say more than their size, among those that say it alone: `(784, 256, ("softmax", 10))`, `[39, (51, "relu")]`. */
export function amongSizes(reading: Reading, row: Node): readonly Place[] {
  const { tree } = reading;
  const layers = tree.children(row);
  if (!layers.some((layer) => tree.kind(layer) === Kind.Number)) return [];
  const names = layers.flatMap((layer) => (isRow(tree, layer) ? [ofPair(reading, layer)] : []));
  return names.includes(NONE) ? [] : names.map((value) => ({ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false }));
}

/** The name in `("softmax", 10)` and `(51, "relu")`. */
function ofPair(reading: Reading, layer: Node): Node {
  const { tree } = reading;
  const [first = NONE, second = NONE, more] = tree.children(layer);
  const [name, size] = isString(reading, first) ? [first, second] : [second, first];
  return more === undefined && tree.kind(size) === Kind.Number && telling.test(stringValue(tree, name) ?? '') ? name : NONE;
}

/** None where one of the rows is anything else, or the numbers only count them. */
function namesOfUnits(reading: Reading, first: Node): readonly Node[] {
  const { tree } = reading;
  const names: Node[] = [];
  // What is reckoned is no number here.
  const numbers: number[] = [];
  for (let row = first; row; row = tree.nextSibling(row)) {
    const unit = isRow(tree, row) ? unitIn(reading, row) : undefined;
    if (unit === undefined) return [];
    names.push(unit.name);
    numbers.push(Number(tree.textOf(unit.size)));
  }
  if (names.length < 2 || areCounted(numbers) || numbers.every(Number.isNaN)) return [];
  return names.some((name) => telling.test(stringValue(tree, name) ?? '')) ? names : [];
}

/** The parts of `(64, "relu")`, `(x.shape[0], "relu")` and `("relu", 64)`; what has a fraction behind it was measured: `("relu", 0.93)`. */
function unitIn(reading: Reading, row: Node): { readonly name: Node; readonly size: Node } | undefined {
  const { tree } = reading;
  const [first, last] = [tree.firstChild(row), tree.lastChild(row)];
  if (first === NONE || tree.nextSibling(first) !== last) return undefined;
  if (tree.kind(first) === Kind.Number || isSize(tree, first)) return isString(reading, last) ? { name: last, size: first } : undefined;
  return isString(reading, first) && tree.kind(last) === Kind.Number && /^\d+$/.test(tree.textOf(last)) ? { name: first, size: last } : undefined;
}

/** `0, 1, 2` and `1, 2, 3` are the places of what is listed. */
function areCounted(numbers: readonly number[]): boolean {
  return numbers.every((number, place) => number === place) || numbers.every((number, place) => number === place + 1);
}
