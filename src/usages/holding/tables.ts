/** Tables that a file itself writes: `ACTS = {"relu": nn.ReLU}`, `dict(relu=F.relu)`, `nn.ModuleDict({…})`, `SimpleNamespace(act=nn.GELU)`. */
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { valueOfAttribute } from './attributes';
import type { Reading } from '../reading';

/** Nobody wraps or renames a table more often. */
const deepest = 8;

const wrappers = /^(dict|OrderedDict|MappingProxyType|frozendict)$/;
/** Those whose entries are attributes too. */
const namespaces = /^(ModuleDict|SimpleNamespace|Namespace|AttrDict|EasyDict|edict|DotDict|Munch|Bunch)$/;

/** The display or call that writes the entries of a table, or `NONE`. */
export function tableOf(reading: Reading, node: Node, depth = 0): Node {
  const { tree, names, locals } = reading;
  if (depth > deepest) return NONE;
  switch (tree.kind(node)) {
    case Kind.Dict:
      return node;
    case Kind.Name:
      return locals.holders.has(nameOf(tree, node)) ? tableOf(reading, names.valueOf(node), depth + 1) : NONE;
    case Kind.Attribute:
      return tableOf(reading, valueOfAttribute(reading, node), depth + 1);
    case Kind.Subscript:
      return partOf(reading, tableOf(reading, tree.firstChild(node), depth + 1), tree.lastChild(node), depth);
    case Kind.Call:
      return wrappers.test(nameOf(tree, calleeOf(tree, node))) || isNamespace(tree, node) ? node : NONE;
    default:
      return NONE;
  }
}

/** A table in a table: `TABLES["hidden"]`. */
function partOf(reading: Reading, table: Node, key: Node, depth: number): Node {
  const text = table === NONE ? undefined : stringValue(reading.tree, key);
  return text === undefined ? NONE : tableOf(reading, entryOf(reading, table, text), depth + 1);
}

/** What a namespace that the file writes has as an attribute: `self.mlp.act`; else `NONE`. */
export function partNamed(reading: Reading, attribute: Node): Node {
  const { tree } = reading;
  const table = tableOf(reading, tree.firstChild(attribute));
  return isNamespace(tree, table) ? entryOf(reading, table, nameOf(tree, attribute)) : NONE;
}

/** `nn.ModuleDict(…)`, `SimpleNamespace(…)` */
export function isNamespace(tree: SyntaxTree, table: Node): boolean {
  return tree.kind(table) === Kind.Call && namespaces.test(nameOf(tree, calleeOf(tree, table)));
}

/** The value of a key in a table that `tableOf` gave, or `NONE`. */
export function entryOf(reading: Reading, table: Node, key: string): Node {
  return entriesIn(reading, table).get(key) ?? NONE;
}

/** The entries of a table that `tableOf` gave. */
export function entriesIn(reading: Reading, table: Node): ReadonlyMap<string, Node> {
  let entries = reading.entries.get(table);
  if (entries === undefined) {
    entries = entriesOf(reading, table, 0);
    reading.entries.set(table, entries);
  }
  return entries;
}

function entriesOf(reading: Reading, table: Node, depth: number): ReadonlyMap<string, Node> {
  const { tree } = reading;
  const entries = new Map<string, Node>();
  if (table === NONE || depth > deepest) return entries;
  const isDisplay = tree.kind(table) === Kind.Dict;
  const include = (other: Node): void => entriesOf(reading, tableOf(reading, other), depth + 1).forEach((value, key) => entries.set(key, value));
  for (const node of isDisplay ? tree.children(table) : []) {
    if (tree.kind(node) === Kind.DoubleStarred) include(tree.firstChild(node));
    else addPair(tree, entries, node);
  }
  for (const { keyword, stars, value } of isDisplay ? [] : callArguments(tree, table)) {
    if (keyword !== undefined) entries.set(keyword, value);
    else if (stars !== 1 && tree.kind(value) !== Kind.List) include(value);
    else for (const pair of tree.children(value)) addPair(tree, entries, pair);
  }
  return entries;
}

/** `"relu": nn.ReLU`, or `["relu", nn.ReLU]` in a list of pairs. */
function addPair(tree: SyntaxTree, entries: Map<string, Node>, node: Node): void {
  const [key = NONE, value = NONE] = tree.children(node);
  const text = stringValue(tree, key);
  if (text !== undefined && value !== NONE) entries.set(text, value);
}
