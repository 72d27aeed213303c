/**
 * Layers that are listed by name: `[("Linear", {"in_features": 8}), ("ReLU", {})]`, `[{"type": "conv", "filters": 8}, {"type": "relu"}]`,
 * `[Spec(layer="linear", size=8), Spec(layer="relu")]`, `[("linear", [8, 3]), ("relu", [True])]`.
 */
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { givenKey, isLayer, typeKeyAmong } from '../layerWords';
import { saysOneActivation } from '../tellingNames';
import { isUnknownClass } from './amongNumbers';
import { rows } from './namesIn';
import { entriesOf } from './passed';
import { anyIn, type Place } from './places';
import { qualifiedNames, type Reading } from '../reading';

/** The name in such a row, among others of layers. */
export function layerByName(reading: Reading, row: Node): readonly Place[] {
  const { tree } = reading;
  const value = tree.firstChild(row);
  const options = tree.nextSibling(value);
  const name = stringValue(tree, value) ?? '';
  if (tree.kind(options) === Kind.List) return layerBySizes(reading, row, name);
  if (tree.kind(options) !== Kind.Dict || tree.nextSibling(options) !== NONE || !/^[A-Z]/.test(name) || !saysOneActivation(name)) return [];
  const all = rows.includes(tree.kind(tree.parent(row))) ? tree.children(tree.parent(row)) : [];
  const isOfLayers = all.length > 1 && all.every((each) => rows.includes(tree.kind(each)) && /^[A-Z]/.test(stringValue(tree, tree.firstChild(each)) ?? ''));
  return isOfLayers ? [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: false, options: entriesOf(tree, options) }] : [];
}

/** Nobody lists more layers one by one. */
const most = 256;

/** The name in a row with a list of what the layer is given, among others of layers: `[("conv2d", [32, 1, 3, 3]), ("relu", [True])]`. */
function layerBySizes(reading: Reading, row: Node, name: string): readonly Place[] {
  const { tree } = reading;
  const isRow = (each: Node): boolean => rows.includes(tree.kind(each)) && tree.nextSibling(tree.firstChild(each)) === tree.lastChild(each) && tree.kind(tree.lastChild(each)) === Kind.List;
  if (!saysOneActivation(name) || !isRow(row)) return [];
  const all = tree.kind(tree.parent(row)) === Kind.List ? tree.children(tree.parent(row)) : [];
  const isOfLayers = all.length <= most && all.every(isRow) && all.some((each) => isLayer(stringValue(tree, tree.firstChild(each)) ?? ''));
  return isOfLayers ? [{ value: tree.firstChild(row), carriers: anyIn(reading), certainty: 'inferred', isPlain: false, options: [] }] : [];
}

/** The activations among layers that are listed as tables, or objects, which say their types. */
export function layersListed(reading: Reading, list: Node): readonly Place[] {
  const { tree } = reading;
  const first = tree.firstChild(list);
  if (tree.kind(first) !== Kind.Dict && tree.kind(first) !== Kind.Call) return [];
  const layers = tree.children(list).map((item) => said(reading, item)).map((entries) => ({ entries, type: typeIn(entries) }));
  const types = layers.map(({ type }) => stringValue(tree, type) ?? '');
  if (types.includes('') || !types.some(isLayer)) return [];
  return layers.filter((_, place) => saysOneActivation(types[place] ?? '')).map(({ entries, type }): Place =>
    ({ value: type, carriers: anyIn(reading), certainty: 'inferred', isPlain: false, options: optionsAmong(reading, entries, type) }));
}

function said(reading: Reading, item: Node): readonly Argument[] {
  const { tree } = reading;
  const written = tree.kind(item) === Kind.Call ? callArguments(tree, item) : [];
  const isObject = typeIn(written) !== NONE && isUnknownClass(reading, qualifiedNames(reading, calleeOf(tree, item)), item);
  return isObject ? written : entriesOf(tree, item);
}

function typeIn(entries: readonly Argument[]): Node {
  const said = typeKeyAmong(entries.flatMap(({ keyword }) => keyword ?? []));
  return said === undefined ? NONE : entries.find(({ keyword }) => keyword === said)?.value ?? NONE;
}

/** What a layer is given stands in a table of its own, or beside its type. */
function optionsAmong({ tree }: Reading, entries: readonly Argument[], type: Node): readonly Argument[] {
  const given = entries.find(({ keyword }) => keyword !== undefined && givenKey.test(keyword))?.value;
  return given === undefined ? entries.filter(({ keyword, value }) => value !== type && keyword !== 'name') : entriesOf(tree, given);
}
