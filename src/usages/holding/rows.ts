/** What the items of a row hold: `nn.ModuleList([nn.ReLU(), nn.Tanh()])`, `[nn.ReLU() for _ in range(3)]`, `[nn.ReLU()] * 3`. */
import { literalValue } from '../../python/literals';
import { callArguments, calleeOf, isRow, nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { returnedBy } from '../called/returned';
import { valueOfAttribute } from './attributes';
import { agreed, uncertain, type Hold, type Holding } from './holding';
import { entryAsked } from './lookups';
import type { Reading } from '../reading';
import { entriesIn, tableOf } from './tables';

/** Nobody wraps or renames a row more often. */
const deepest = 8;

const wrappers = /^(ModuleList|LayerList|CellList|Sequential|list|tuple|reversed)$/;

/** What stands in one place of a row, or in all places where none is told. */
export function itemHolding(reading: Reading, row: Node, place: number | undefined, hold: Hold, depth = 0): Holding {
  const kept = rowInTable(reading, row);
  if (place !== undefined && !kept && isRowAmongRows(reading.tree, row)) return inEachRow(reading, reading.tree.firstChild(row), place, hold, depth + 1);
  const returned = place === undefined || kept ? undefined : returnedInPlace(reading, row, place, hold);
  if (returned) return returned;
  const items = itemsOf(reading, kept?.entry ?? row, 0);
  const held = items && itemAmong(reading, items, place, hold);
  return kept?.isSure === false ? uncertain(held) : held;
}

/** `self.blocks[i]`, which is a row itself where a place in it is asked for. */
function isRowAmongRows(tree: SyntaxTree, row: Node): boolean {
  return tree.kind(row) === Kind.Subscript && places.includes(tree.kind(tree.lastChild(row)));
}

const places: readonly Kind[] = [Kind.Name, Kind.Number];

/** What stands in one place of all rows of a row: `act` in `for conv, act in self.blocks`. */
function inEachRow(reading: Reading, rows: Node, place: number, hold: Hold, depth: number): Holding {
  const items = depth > deepest ? undefined : itemsOf(reading, rows, 0);
  return items === undefined || items.length === 0 ? undefined : agreed(reading, items.map((item) => itemHolding(reading, item, place, hold, depth)));
}

/** `act, init = get_act()`, where the file's own function returns a row. */
function returnedInPlace(reading: Reading, call: Node, place: number, hold: Hold): Holding {
  if (reading.tree.kind(call) !== Kind.Call) return undefined;
  const of = (within: Reading, node: Node): Holding => itemHolding(within, node, place, (inner, further = within) => hold(inner, further));
  return returnedBy(reading, call, hold, { place, of })?.holding;
}

/** A row that a table has under a key: an activation with its derivative, `"tanh": (tanh, tanh_prime)`. */
function rowInTable(reading: Reading, row: Node): ReturnType<typeof entryAsked> {
  const { tree, names } = reading;
  const asked = entryAsked(reading, tree.kind(row) === Kind.Name ? names.valueOf(row) : row);
  return asked && isRow(tree, asked.entry) ? asked : undefined;
}

function itemAmong(reading: Reading, items: readonly Node[], place: number | undefined, hold: Hold): Holding {
  if (items.length === 0) return undefined;
  return place === undefined ? agreed(reading, items.map((item) => hold(item))) : itemAt(items, place, hold);
}

function itemAt(items: readonly Node[], place: number, hold: Hold): Holding {
  const item = items.at(place);
  return item === undefined ? undefined : hold(item);
}

/** The expressions that a row is made of; undefined where others may be among them. */
function itemsOf(reading: Reading, row: Node, depth: number): readonly Node[] | undefined {
  const { tree, names, locals } = reading;
  if (depth > deepest) return undefined;
  switch (tree.kind(row)) {
    case Kind.List:
    case Kind.Tuple:
      return withoutStars(tree, tree.children(row));
    case Kind.ListComprehension:
    case Kind.Generator:
      return [tree.firstChild(row)];
    case Kind.BinOp:
      return operatorOf(tree, row) === Operator.Multiply ? itemsRepeated(reading, row, depth) : undefined;
    case Kind.Call:
      return itemsOfCall(reading, row, depth);
    case Kind.Subscript:
      return itemsOfSlice(reading, row, depth);
    case Kind.Name:
    case Kind.Attribute: {
      const name = nameOf(tree, row);
      const value = !locals.holders.has(name) ? NONE : tree.kind(row) === Kind.Name ? names.valueOf(row) : valueOfAttribute(reading, row);
      const items = value === NONE ? undefined : itemsOf(reading, value, depth + 1);
      const more = locals.appended.get(name) ?? [];
      if (items === undefined || more.includes(NONE)) return undefined;
      tree.dependencies?.lead(row, more.map((node) => ({ node })));
      return [...items, ...more];
    }
    default:
      return undefined;
  }
}

/** Longer rows stand for as many of their items as anyone asks for by its place. */
const mostRepeated = 16;

/** `[nn.ReLU()] * 3`; where it is not told how often, each item once. */
function itemsRepeated(reading: Reading, product: Node, depth: number): readonly Node[] | undefined {
  const { tree } = reading;
  const items = itemsOf(reading, tree.firstChild(product), depth + 1);
  const times = literalValue(tree, tree.lastChild(product));
  if (items === undefined || typeof times !== 'number' || times < 1) return items;
  return Array.from({ length: Math.min(times, mostRepeated) }, () => items).flat();
}

function itemsOfCall(reading: Reading, call: Node, depth: number): readonly Node[] | undefined {
  const { tree } = reading;
  const called = nameOf(tree, calleeOf(tree, call));
  if (!wrappers.test(called)) return undefined;
  const written = callArguments(tree, call);
  const [first, other] = written;
  if (first === undefined) return [];
  if (called !== 'Sequential') return other === undefined && first.keyword === undefined && first.stars === 0 ? itemsOf(reading, first.value, depth + 1) : undefined;
  return written.some(({ keyword, stars }) => keyword !== undefined || stars > 0) ? undefined : written.map(({ value }) => value);
}

/** What is left of a row: `acts[:-1]`, and `acts[1:]`; a single item may stand for many. */
function itemsOfSlice(reading: Reading, subscript: Node, depth: number): readonly Node[] | undefined {
  const { tree } = reading;
  const slice = tree.lastChild(subscript);
  const [first = NONE, , step = NONE] = tree.kind(slice) === Kind.Slice ? tree.children(slice) : [];
  const start = tree.kind(first) === Kind.Missing ? 0 : literalValue(tree, first);
  if (first === NONE || step !== NONE || typeof start !== 'number' || start < 0) return undefined;
  const items = itemsOf(reading, tree.firstChild(subscript), depth + 1);
  return items?.length === 1 ? items : items?.slice(start);
}

/** The one layer that a sequence is made of, to which nothing is added later: `nn.Sequential(nn.Sigmoid())`. */
export function onlyLayer(reading: Reading, call: Node): Node {
  const { tree, locals } = reading;
  if (nameOf(tree, calleeOf(tree, call)) !== 'Sequential') return NONE;
  const [layer = NONE, other] = itemsOfCall(reading, call, 0) ?? [];
  const target = tree.firstChild(tree.parent(call));
  return other !== undefined || locals.appended.has(nameOf(tree, target)) ? NONE : layer;
}

function withoutStars(tree: SyntaxTree, items: readonly Node[]): readonly Node[] | undefined {
  return items.some((item) => tree.kind(item) === Kind.Starred) ? undefined : items;
}

/** What a variable or attribute holds that is taken out of a row: `act` in `for layer, act in zip(self.layers, self.acts)`, and in `act, derivative = ACTS["tanh"]`. */
export function takenHolding(reading: Reading, target: Node, hold: Hold): Holding {
  const { tree } = reading;
  const way: number[] = [];
  let child = target;
  let parent = tree.parent(child);
  for (; isRow(tree, parent) && way.length < deepest; child = parent, parent = tree.parent(parent)) {
    if (withoutStars(tree, tree.children(parent)) === undefined) return undefined;
    way.push(tree.children(parent).indexOf(child));
  }
  const kind = tree.kind(parent);
  if (kind === Kind.Assign) return way.length !== 1 || tree.lastChild(parent) === child ? undefined : itemHolding(reading, tree.lastChild(parent), way[0], hold);
  if ((kind !== Kind.For && kind !== Kind.ComprehensionFor) || tree.firstChild(parent) !== child) return undefined;
  return takenFrom(reading, tree.nextSibling(child), way.reverse(), hold);
}

/** What `zip`, `enumerate` and `items` give in the place of a pair that the way leads to. */
function takenFrom(reading: Reading, iterable: Node, [place, ...way]: readonly number[], hold: Hold): Holding {
  const { tree } = reading;
  const callee = tree.kind(iterable) === Kind.Call ? calleeOf(tree, iterable) : NONE;
  const called = callee ? nameOf(tree, callee) : '';
  if (tree.kind(callee) === Kind.Attribute && (called === 'values' ? place === undefined : called === 'items' && place === 1)) return valuesHolding(reading, tree.firstChild(callee), hold);
  if (place === undefined) return itemHolding(reading, iterable, undefined, hold);
  if (!pairing.test(called)) return way.length === 0 ? inEachRow(reading, iterable, place, hold, 1) : undefined;
  const inner = called === 'zip' ? callArguments(tree, iterable)[place] : called === 'enumerate' && place === 1 ? callArguments(tree, iterable)[0] : undefined;
  return inner === undefined || inner.keyword !== undefined || inner.stars > 0 ? undefined : takenFrom(reading, inner.value, way, hold);
}

/** What gives its items in pairs. */
const pairing = /^(zip|enumerate|items)$/;

function valuesHolding(reading: Reading, node: Node, hold: Hold): Holding {
  const table = tableOf(reading, node);
  const values = table === NONE ? [] : [...entriesIn(reading, table).values()];
  return values.length === 0 ? undefined : agreed(reading, values.map((value) => hold(value)));
}
