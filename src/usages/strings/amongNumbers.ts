import { findSymbol } from '../../frameworks/lookup';
import { stringValue } from '../../python/literals';
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { anyOf, eitherOf } from '../eitherOf';
import { saysOneActivation, telling } from '../tellingNames';
import { alternates } from '../holding/layerRows';
import { isString } from '../locals/knownStrings';
import { entriesOf } from './passed';
import { anyIn, type Place } from './places';
import type { Reading } from '../reading';

/** The one name of an activation among the numbers that make a layer, `[3, 88, False, "ReLU", 1]`, `ConvBlock(64, 3, "relu")`, `MLP([784, 10], "relu")`; or `NONE`. */
function nameAmongNumbers(reading: Reading, cells: readonly Node[]): Node {
  const { tree } = reading;
  const isLayer = layer.test(stringValue(tree, cells[0] ?? NONE) ?? '');
  const [string = NONE, other] = cells.filter((cell, place) => (place > 0 || !isLayer) && isString(reading, cell));
  return other === undefined && string !== NONE && numbersIn(reading, cells) >= (isLayer ? 1 : 2) && telling.test(stringValue(tree, string) ?? '') ? string : NONE;
}

/** What a row of a layer may begin with: `("dense", 64, "relu")`. */
const layer = /^(dense|fc|fully_connected|linear|conv([123]d)?|deconv([123]d)?|lstm|gru|rnn)$/i;

/** The one activation that is told by its class there, as all that is built on mmcv writes it: `[3, 16, 16, True, {"type": "ReLU"}, 2]`. */
export function classAmongNumbers(reading: Reading, cells: readonly Node[]): Node {
  const [told = NONE, other] = cells.filter((cell) => namesClass(reading.tree, cell));
  return other === undefined && told !== NONE && numbersIn(reading, cells) >= 2 ? told : NONE;
}

/** `dict(type="ReLU", inplace=True)` is a layer to be built wherever it is passed, as all that is built on mmcv writes it. */
export function namesClass(tree: SyntaxTree, value: Node): boolean {
  const type = entriesOf(tree, value).find(({ keyword }) => keyword === 'type');
  const name = type === undefined ? undefined : stringValue(tree, type.value);
  return name !== undefined && /^[A-Z]/.test(name) && saysOneActivation(name);
}

/** Whether an argument is a row of names of activations, one a layer, among the sizes of these: `MLP([784, 10, 10], ["relu", "linear"])`. */
function isRowAmongNumbers(reading: Reading, value: Node, cells: readonly Node[]): boolean {
  const { tree } = reading;
  if (tree.kind(value) !== Kind.List || numbersIn(reading, cells) < 2) return false;
  const names = tree.children(value);
  return names.every((name) => isString(reading, name)) && names.some((name) => telling.test(stringValue(tree, name) ?? ''));
}

/** Whether a list gives the sizes of layers with the activation behind each: `[512, "tanh", 512, "tanh"]`, also where all are texts. */
export function isRowBySizes({ tree }: Reading, row: Node): boolean {
  const isName = (item: Node): boolean => telling.test(stringValue(tree, item) ?? '');
  return alternates(tree, row, isName, (item) => tree.kind(item) === Kind.Number || /^\d+(\.\d+)?$/.test(stringValue(tree, item) ?? ''));
}

/** Whether any argument is the size of a layer. */
export function hasSize(reading: Reading, cells: readonly Node[]): boolean {
  return numbersIn(reading, cells) > 0;
}

/** How many numbers there are, those in lists of sizes among them: `[2] + [20] * 3 + [1]`. */
function numbersIn(reading: Reading, cells: readonly Node[], depth = 0): number {
  const { tree } = reading;
  let count = 0;
  for (const cell of cells) {
    if (tree.kind(cell) === Kind.Number || (named.includes(tree.kind(cell)) && isSize(tree, cell))) count++;
    else if (sizes.includes(tree.kind(cell)) && depth < deepest) count += isComputed(tree, cell) ? 0 : numbersIn(reading, tree.children(cell), depth + 1);
  }
  return count;
}

/** What functions are applied to is computed, and no size. */
function isComputed(tree: SyntaxTree, node: Node): boolean {
  const first = Math.max(tree.firstInside(node), node - longest);
  for (let inside = tree.kind(node) === Kind.BinOp ? first : node; inside < node; inside++) if (tree.kind(inside) === Kind.Call) return true;
  return false;
}

/** Nobody reckons a size with more. */
const longest = 40;

/** `hidden_size`, `x.shape[0]` */
export function isSize(tree: SyntaxTree, node: Node): boolean {
  const named = tree.kind(node) === Kind.Subscript ? tree.firstChild(node) : node;
  return size.test(nameOf(tree, named));
}

/** What people call the sizes of a layer. */
const size = eitherOf(
  new RegExp(`(^|_)${anyOf('dims? sizes? shape channels? filters n[gd]?f feat(?:ure)?s? hidden width units planes neurons embd embed inp oup')}\\d*$`, 'i'),
  /^(in|out)_(ch|dim|channels|features|planes)\w*$/,
  /^(d_model|n(um)?_\w+)$/,
);
const named: readonly Kind[] = [Kind.Name, Kind.Attribute];
const sizes: readonly Kind[] = [Kind.List, Kind.Tuple, Kind.BinOp];
const deepest = 4;

export function isClass(name: string): boolean {
  return /^_*[A-Z]/.test(name);
}

/** What people call functions that make a network of its sizes. */
const builder = /^_*(build|make|create)_(\w+_)?(mlp|fc|fully_connected|ffn?|nets?|network|model|layers?|blocks?|conv\w*|dense|encoder|decoder)$/i;

/** A class or builder of which nothing is known; what an activation itself is given says which form it has: `GELU(8, 8, "tanh")`. */
export function isUnknownClass({ tree }: Reading, names: readonly string[], call: Node): boolean {
  const called = nameOf(tree, calleeOf(tree, call));
  return (isClass(called) || builder.test(called)) && names.every((name) => findSymbol(name) === undefined);
}

/** A cell of a row of settings that is the name of its activation. */
export function amongNumbers(reading: Reading, value: Node, cells: readonly Node[]): readonly Place[] {
  const isRow = isRowAmongNumbers(reading, value, cells);
  if (!isRow && nameAmongNumbers(reading, cells) !== value) return [];
  return [{ value, carriers: anyIn(reading), certainty: 'inferred', isPlain: isRow }];
}
