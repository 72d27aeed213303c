/** Rows that give a layer each by the name of its class, with what this is given: `[("Linear", {"in_features": 8}), ("ReLU", {})]`. */
import { stringValue } from '../../python/literals';
import { Kind, NONE, type Node } from '../../python/syntax';
import { saysOneActivation } from '../tellingNames';
import { rows } from './namesIn';
import { entriesOf } from './passed';
import { anyIn, type Place } from './places';
import type { Reading } from '../reading';

/** The name in such a row, among others of layers. */
export function layerByName(reading: Reading, row: Node): readonly Place[] {
  const { tree } = reading;
  const value = tree.firstChild(row);
  const options = tree.nextSibling(value);
  const name = stringValue(tree, value) ?? '';
  if (tree.kind(options) !== Kind.Dict || tree.nextSibling(options) !== NONE || !/^[A-Z]/.test(name) || !saysOneActivation(name)) return [];
  const all = rows.includes(tree.kind(tree.parent(row))) ? tree.children(tree.parent(row)) : [];
  const isOfLayers = all.length > 1 && all.every((each) => rows.includes(tree.kind(each)) && /^[A-Z]/.test(stringValue(tree, tree.firstChild(each)) ?? ''));
  return isOfLayers ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false, options: entriesOf(tree, options) }] : [];
}
