/** The names of activations that an expression may be: a string, a branch of a condition, the items of a list. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { valueOfAttribute } from '../holding/attributes';
import { settingAt } from '../holding/settingsWritten';
import { isString } from '../locals/knownStrings';
import { memberName } from './members';
import { choicesOf, fieldDefault } from './options';
import { passedAs } from './passed';
import type { Reading } from '../reading';

export const rows: readonly Kind[] = [Kind.Tuple, Kind.List, Kind.Set];

/** Whether an expression may hold the name of an activation: a cheap test before names are resolved. */
export function mayName(reading: Reading, value: Node): boolean {
  switch (reading.tree.kind(value)) {
    case Kind.NoneLiteral:
      return true;
    case Kind.Tuple:
    case Kind.List:
    case Kind.Dict:
      return reading.tree.firstChild(value) !== NONE;
    case Kind.Call:
      return nameOf(reading.tree, calleeOf(reading.tree, value)) === 'dict' || stringsIn(reading, value).length > 0 || memberName(reading.tree, fieldDefault(reading, value)) !== undefined;
    case Kind.String:
    case Kind.Concatenation:
      return isString(reading, value);
    case Kind.ListComprehension:
    case Kind.BinOp:
      return stringsRepeated(reading, value).length > 0;
    case Kind.IfExp:
      return mayBranch(reading, value);
    case Kind.BoolOp:
    case Kind.Set:
      return mayHold(reading, value) && stringsIn(reading, value).length > 0;
    case Kind.Name:
      return stringsIn(reading, value).length > 0;
    case Kind.Attribute:
      return mayBeNamed(reading, value);
    case Kind.Subscript:
      return stringsIn(reading, value).length > 0;
    default:
      return false;
  }
}

function mayBranch(reading: Reading, choice: Node): boolean {
  const { tree } = reading;
  return branchesOf(tree, choice).some((branch) => isString(reading, branch) || memberName(tree, branch) !== undefined) || tablesChosen(reading, choice).length > 0;
}

function mayBeNamed(reading: Reading, attribute: Node): boolean {
  return memberName(reading.tree, attribute) !== undefined || stringGiven(reading, attribute).length > 0;
}

function mayHold(reading: Reading, node: Node): boolean {
  return someIsString(reading, node) || templateIn(reading, node) !== NONE;
}

/** The tables that the branches of a condition are, each with the name of an activation: `None if first else dict(type="ReLU")`. */
export function tablesChosen({ tree }: Reading, choice: Node): readonly Node[] {
  return tree.kind(choice) !== Kind.IfExp ? none : branchesOf(tree, choice).filter((branch) => passedAs(tree, 'dictionary', branch) !== undefined);
}

/** What a condition chooses between, and one within it. */
export function branchesOf(tree: SyntaxTree, choice: Node): readonly Node[] {
  const [body = NONE, , orElse = NONE] = tree.children(choice);
  return [body, orElse].flatMap((branch) => (tree.kind(branch) === Kind.IfExp ? branchesOf(tree, branch) : [branch]));
}

/** Whether a string of an activation is among the parts of an expression: a cheap test before the parts are listed. */
export function someIsString(reading: Reading, node: Node): boolean {
  const { tree } = reading;
  for (let part = tree.firstChild(node); part; part = tree.nextSibling(part)) if (isString(reading, part)) return true;
  return false;
}

const none: readonly Node[] = [];

/** The strings of an activation that an expression may be: itself, a branch of a condition, what a name is bound to. */
export function stringsIn(reading: Reading, node: Node, withNone = false): readonly Node[] {
  const { tree } = reading;
  switch (tree.kind(node)) {
    case Kind.String:
    case Kind.Concatenation:
      return isString(reading, node) ? [node] : none;
    case Kind.IfExp:
      return branchesOf(tree, node).filter((branch) => isString(reading, branch));
    case Kind.BoolOp:
      return tree.children(node).filter((operand) => isString(reading, operand));
    case Kind.NoneLiteral:
      return withNone ? [node] : none;
    case Kind.Tuple:
    case Kind.List:
      return stringsAmong(reading, node);
    case Kind.Set:
      return stringsOfSet(reading, node);
    case Kind.Call: {
      const value = fieldDefault(reading, node);
      return isString(reading, value) ? [value] : stringsAmong(reading, rows.includes(tree.kind(value)) ? value : choicesOf(reading, node));
    }
    case Kind.Subscript:
      return displays.includes(tree.kind(tree.firstChild(node))) ? stringsOfEntries(reading, tree.firstChild(node)) : stringSet(reading, node);
    case Kind.Name:
      return stringBound(reading, node);
    case Kind.Attribute:
      return stringGiven(reading, node);
    default:
      return stringsRepeated(reading, node);
  }
}

/** The call that hyperas puts in the place of a template, `{{choice(["relu", "tanh"])}}`, or `NONE`. */
function templateIn({ tree }: Reading, set: Node): Node {
  const inner = tree.kind(set) === Kind.Set ? tree.firstChild(set) : NONE;
  const call = tree.kind(inner) === Kind.Set ? tree.firstChild(inner) : NONE;
  return tree.kind(call) === Kind.Call ? call : NONE;
}

function stringsOfSet(reading: Reading, set: Node): readonly Node[] {
  const call = templateIn(reading, set);
  return stringsAmong(reading, call === NONE ? set : choicesOf(reading, call));
}

function stringBound(reading: Reading, name: Node): readonly Node[] {
  const { tree, names, locals } = reading;
  const value = locals.strings.has(nameOf(tree, name)) ? names.valueOf(name) : NONE;
  return isString(reading, value) ? [value] : none;
}

/** The only string that an attribute is given: `self.last = "sigmoid"`, which a layer is then given as `activation=self.last`. */
function stringGiven(reading: Reading, attribute: Node): readonly Node[] {
  const value = reading.locals.strings.has(nameOf(reading.tree, attribute)) ? valueOfAttribute(reading, attribute) : NONE;
  return isString(reading, value) ? [value] : stringSet(reading, attribute);
}

/** `"sigmoid"` of `cfg = {"last": "sigmoid"}` for `cfg["last"]`. */
function stringSet(reading: Reading, node: Node): readonly Node[] {
  const value = settingAt(reading, node);
  return isString(reading, value) ? [value] : none;
}

const displays: readonly Kind[] = [Kind.Dict, Kind.List, Kind.Tuple];

/** The strings of a table or row that is looked up where it stands: `{"RNN_TANH": "tanh", "RNN_RELU": "relu"}[kind]`, `["tanh", "relu"][use_relu]`. */
function stringsOfEntries(reading: Reading, table: Node): readonly Node[] {
  const { tree } = reading;
  if (rows.includes(tree.kind(table))) return tree.children(table).every((item) => isString(reading, item)) ? tree.children(table) : none;
  if (tree.kind(table) !== Kind.Dict) return none;
  return tree.children(table).filter((entry) => tree.kind(entry) === Kind.DictEntry).map((entry) => tree.lastChild(entry)).filter((value) => isString(reading, value));
}

/** The strings of a row, those of the rows in it among them: `[["relu"], ["relu", "tanh"]]`. */
function stringsAmong(reading: Reading, row: Node): readonly Node[] {
  const { tree } = reading;
  const items = row === NONE ? none : tree.children(row);
  return items.flatMap((item) => (rows.includes(tree.kind(item)) ? tree.children(item) : [item])).filter((item) => isString(reading, item));
}

/** Nobody puts more lists together in one line. */
const mostTerms = 8;

/** The strings of lists that are repeated and put together: `["relu"] * 3 + ["tanh"]`, `["relu" for _ in sizes]`. */
function stringsRepeated(reading: Reading, node: Node, depth = 0): readonly Node[] {
  const { tree } = reading;
  const kind = tree.kind(node);
  const first = tree.firstChild(node);
  if (kind === Kind.ListComprehension) return isString(reading, first) ? [first] : none;
  if (rows.includes(kind)) return someIsString(reading, node) ? stringsIn(reading, node) : none;
  if (kind !== Kind.BinOp || depth > mostTerms) return none;
  return [first, tree.lastChild(node)].flatMap((part) => stringsRepeated(reading, part, depth + 1));
}
