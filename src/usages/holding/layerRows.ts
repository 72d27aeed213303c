/** Rows in which the layers of a network follow one another, and what puts a layer at their end. */
import { basesOf, calleeOf, nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';

const sequences = /^(Hybrid)?Sequential(Cell)?$/;
/** What makes a row, and what adds a layer to one under a name. */
const adders = /^((Hybrid)?Sequential(Cell)?|add_module|register_module|add_sublayer)$/;
/** What people call the row of layers that they are making. */
const growing = /^_*(\w+_)?(layers?|modules?|blocks?|m|rep|ops|body|tail|stem|features|net|network|model|mlp|seq|sequence|encoder|decoder)(_list)?$/i;

/** `nn.Sequential(self.conv1, self.relu1)`, `net.add_module("act", act)`, `layers.append(act)` */
export function putsInRow(tree: SyntaxTree, call: Node): boolean {
  const callee = calleeOf(tree, call);
  return adders.test(nameOf(tree, callee)) || isBaseOfSequence(tree, callee) || (putsInSome(tree, call) && growing.test(nameOf(tree, tree.firstChild(callee))));
}

/** Whether what is put at the end of a list goes among layers that it already has: `d.append(act)` after `d = [nn.Linear(3, 3)]`. */
export function growsLayers({ tree, names }: Reading, call: Node): boolean {
  const row = putsInSome(tree, call) ? names.valueOf(tree.firstChild(calleeOf(tree, call))) : NONE;
  return tree.kind(row) === Kind.List && isRowOfLayers(tree, row);
}

/** `super().__init__(conv, act)` in a class that is derived from `nn.Sequential`. */
function isBaseOfSequence(tree: SyntaxTree, callee: Node): boolean {
  if (tree.kind(callee) !== Kind.Attribute || nameOf(tree, callee) !== '__init__' || tree.kind(tree.firstChild(callee)) !== Kind.Call) return false;
  let around = tree.parent(callee);
  while (around !== NONE && tree.kind(around) !== Kind.ClassDef) around = tree.parent(around);
  return around !== NONE && basesOf(tree, around).some(({ value }) => sequences.test(nameOf(tree, value)));
}

/** The same of a row that may be of anything: `parts.insert(0, self.relu)`. */
export function putsInSome(tree: SyntaxTree, call: Node): boolean {
  const callee = calleeOf(tree, call);
  return tree.kind(callee) === Kind.Attribute && (nameOf(tree, callee) === 'append' || nameOf(tree, callee) === 'insert');
}

/** A list that is handed to what makes a row of it or added to one, or in which another layer is made: `[nn.Linear(3, 3), act]`. */
export function isRowOfLayers(tree: SyntaxTree, row: Node): boolean {
  const parent = tree.parent(row);
  const spread = tree.kind(parent) === Kind.Starred ? tree.parent(parent) : NONE;
  if (tree.kind(spread) === Kind.Call && sequences.test(nameOf(tree, calleeOf(tree, spread)))) return true;
  if (tree.kind(parent) === Kind.Call && rowsOfAll.test(nameOf(tree, calleeOf(tree, parent)))) return true;
  if (additions.includes(tree.kind(parent)) && growing.test(nameOf(tree, tree.firstChild(parent)))) return true;
  for (let item = tree.firstChild(row); item; item = tree.nextSibling(item)) {
    if (makesLayer(tree, item)) return true;
  }
  return false;
}

/** A list in which a layer stands by its name: `[act, conv]` after `conv = nn.Conv2d(3, 3, 3)`. */
export function hasNamedLayer(reading: Reading, row: Node): boolean {
  const items = reading.tree.children(row);
  return items.length > 1 && items.some((item) => isNamedLayer(reading, item));
}

function isNamedLayer({ tree, names }: Reading, item: Node): boolean {
  return tree.kind(item) === Kind.Name && names.bindingsOf(item).some(({ role, value }) => role === 'value' && makesLayer(tree, value));
}

/** The parts of an object in a row of their own, put at the end of one, or repeated: `for part in [self.conv, self.relu]`, `layers += [self.relu]`, `[self.relu] * 3`. */
export function isRowOfParts(tree: SyntaxTree, row: Node): boolean {
  const items = tree.children(row);
  return (items.length > 1 || isAdded(tree, row)) && items.every((item) => tree.kind(item) === Kind.Attribute && nameOf(tree, tree.firstChild(item)) === 'self');
}

/** `row += […]`, `row.extend([…])`, `[…] * depth` */
function isAdded(tree: SyntaxTree, row: Node): boolean {
  const parent = tree.parent(row);
  if (tree.kind(parent) === Kind.BinOp) return operatorOf(tree, parent) === Operator.Multiply;
  return tree.kind(parent) === Kind.AugAssign || (tree.kind(parent) === Kind.Call && nameOf(tree, calleeOf(tree, parent)) === 'extend');
}

/** `nn.Conv2d(3, 3, 3)`, and `spectral_norm(nn.Conv2d(3, 3, 3))`. */
function makesLayer(tree: SyntaxTree, value: Node): boolean {
  if (tree.kind(value) !== Kind.Call) return false;
  const callee = calleeOf(tree, value);
  return layers.test(nameOf(tree, callee)) || (wrappers.test(nameOf(tree, callee)) && makesLayer(tree, tree.nextSibling(callee)));
}

const wrappers = /^(spectral|weight)_?norm$/i;

/** What a row is made by, and the names of its layers: `nn.Sequential(OrderedDict([("conv", conv), ("act", act)]))`. */
const rowsOfAll = /^((Hybrid)?Sequential(Cell)?|OrderedDict|(Module|Layer|Cell)List)$/;
const additions: readonly Kind[] = [Kind.AugAssign, Kind.BinOp];

/** The layer in `("act", act)` and `copy.deepcopy(act)`, and any other as it stands. */
export function withoutName(tree: SyntaxTree, item: Node): Node {
  const first = tree.firstChild(item);
  if (tree.kind(item) === Kind.Call && copies.test(nameOf(tree, first))) return tree.lastChild(item);
  const isNamed = tree.kind(item) === Kind.Tuple && tree.kind(first) === Kind.String && tree.nextSibling(first) === tree.lastChild(item);
  return isNamed ? tree.lastChild(item) : item;
}

const copies = /^(deep)?copy$/;

const layers = /^(Conv(Transpose)?[123]d|(Lazy)?Linear|(Batch|Layer|Group|Instance)Norm([123]d)?|Dropout([123]d)?|Dense|Conv[123]D|BatchNormalization)$/;

/** Whether a list is of sizes and of the names that stand between them: `[512, "tanh", 512, "tanh"]`. */
export function alternates(tree: SyntaxTree, row: Node, isName: (item: Node) => boolean, isSize: (item: Node) => boolean): boolean {
  let names = 0;
  let before = NONE;
  for (let item = tree.firstChild(row); item; before = item, item = tree.nextSibling(item)) {
    if (isSize(item)) continue;
    if (!isName(item) || before === NONE || !isSize(before)) return false;
    names++;
  }
  return names >= 2;
}
