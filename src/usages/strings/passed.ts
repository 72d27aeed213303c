/**
 * Names of activations that something more is passed with: `dict(type="LeakyReLU", negative_slope=0.1)`,
 * `("prelu", {"init": 0.2})`, `("gelu", "linear")`.
 */
import type { Passing } from '../../frameworks/framework';
import { stringValue } from '../../python/literals';
import { callArguments, calleeOf, isRow, nameOf, parametersOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { firstOf } from '../parameters';

/** A string that stands for an activation, and the arguments that are passed beside it. */
export interface Passed {
  readonly string: Node;
  /** What a framework calls it, where that is not the text of the string alone. */
  readonly text?: string;
  /** All that is passed, where that is more than the string. */
  readonly expression?: Node;
  readonly written: readonly Argument[];
}

/** What an argument, a parameter or a key is given. */
export interface Setting {
  readonly name: string;
  readonly value: Node;
}

/** Whether a name is of the options of another: `act_kwargs` of those of `act_layer`. */
export function isOptionsOf(options: string, name: string): boolean {
  const stem = name.replace(/_(fn|func|function|layer|name|type|class|cls|op)$/, '');
  return [name, stem].some((of) => options.startsWith(of) && /^_(params|parameters|kwargs|args|options)$/.test(options.slice(of.length)));
}

/** What is passed on to an activation by an argument of its own: `act="elu", act_kwargs={"alpha": 0.5}`. */
export function optionsFor(tree: SyntaxTree, name: string, settings: readonly Setting[]): readonly Argument[] | undefined {
  const value = settings.find((setting) => isOptionsOf(setting.name, name))?.value ?? NONE;
  if (value === NONE || tree.kind(value) === Kind.NoneLiteral) return undefined;
  const isRead = tree.kind(value) === Kind.Dict || (tree.kind(value) === Kind.Call && nameOf(tree, calleeOf(tree, value)) === 'dict');
  const entries: readonly Argument[] = isRead ? entriesOf(tree, value) : [{ stars: 2, keyword: undefined, value, node: value }];
  return entries.length === 0 ? undefined : entries;
}

/** What is passed on to an activation by the name of what it is given to: `act_layer=nn.LeakyReLU, act_kwargs={"negative_slope": 0.2}`. */
export function optionsBeside(tree: SyntaxTree, value: Node): readonly Argument[] {
  const parent = tree.parent(value);
  switch (tree.kind(parent)) {
    case Kind.Tuple:
    case Kind.List:
      return behind(tree, value);
    case Kind.KeywordArgument:
      return optionsFor(tree, nameOf(tree, parent), callArguments(tree, tree.parent(parent)).map((other) => ({ name: other.keyword ?? '', value: other.value }))) ?? [];
    case Kind.Parameter:
      return optionsFor(tree, nameOf(tree, parent), parametersOf(tree, tree.parent(tree.parent(parent))).map((other) => ({ name: other.name, value: other.default }))) ?? [];
    case Kind.DictEntry:
      return optionsFor(tree, stringValue(tree, tree.firstChild(parent)) ?? '', entriesAround(tree, parent)) ?? [];
    default:
      return [];
  }
}

/** The options in `(nn.LeakyReLU, {"negative_slope": 0.2})`. */
function behind(tree: SyntaxTree, value: Node): readonly Argument[] {
  const options = tree.nextSibling(value);
  const isPair = options !== NONE && tree.nextSibling(options) === NONE && tree.firstChild(tree.parent(value)) === value;
  return isPair ? entriesOf(tree, options) : [];
}

export function entriesAround(tree: SyntaxTree, entry: Node): readonly Setting[] {
  return tree.children(tree.parent(entry)).filter((each) => tree.kind(each) === Kind.DictEntry)
    .map((each) => ({ name: stringValue(tree, tree.firstChild(each)) ?? '', value: tree.lastChild(each) }));
}

/** What is passed as a carrier wants it; nothing where the expression has another shape. */
export function passedAs(tree: SyntaxTree, passing: Passing | undefined, node: Node): Passed | undefined {
  switch (passing) {
    case 'dictionary':
      return entryOf(tree, node);
    case 'pair':
      return pairOf(tree, node);
    case 'sequence':
      return sequenceOf(tree, node);
    default:
      return undefined;
  }
}

/** What says which one is meant, before what may only be called so. */
const namesOfKind = ['type', 'TYPE', 'type_name', 'name', 'NAME'];

function entryOf(tree: SyntaxTree, node: Node): Passed | undefined {
  const entries = entriesOf(tree, node);
  const name = firstOf(namesOfKind, (named) => entries.find(({ keyword }) => keyword === named));
  if (name === undefined) return keyOf(tree, node);
  if (!isPlainString(tree, name.value)) return undefined;
  return { string: name.value, expression: node, written: entries.filter((entry) => entry !== name) };
}

/** `{"LeakyReLU": {"negative_slope": 0.1}}` is a name with its arguments, as registries write it. */
function keyOf(tree: SyntaxTree, node: Node): Passed | undefined {
  if (tree.kind(node) !== Kind.Dict) return undefined;
  const [entry = NONE, other] = tree.children(node);
  const [key = NONE, value = NONE] = tree.children(entry);
  if (other !== undefined || !isPlainString(tree, key) || tree.kind(value) !== Kind.Dict) return undefined;
  return { string: key, expression: node, written: entriesOf(tree, value) };
}

function pairOf(tree: SyntaxTree, node: Node): Passed | undefined {
  if (!isRow(tree, node)) return undefined;
  const [string = NONE, options = NONE, ...more] = tree.children(node);
  if (!isPlainString(tree, string) || more.length > 0 || !isOptions(tree, options)) return undefined;
  return { string, expression: node, written: entriesOf(tree, options) };
}

function sequenceOf(tree: SyntaxTree, node: Node): Passed | undefined {
  if (!isRow(tree, node)) return undefined;
  const strings = tree.children(node);
  const [string] = strings;
  if (string === undefined || !strings.every((item) => isPlainString(tree, item))) return undefined;
  return { string, text: strings.map((item) => stringValue(tree, item)).join(','), expression: node, written: [] };
}

function isPlainString(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.String;
}

/** A second name beside the first is none: `["relu", "tanh"]`. */
function isOptions(tree: SyntaxTree, node: Node): boolean {
  return node === NONE || !isPlainString(tree, node);
}

/** The entries of `dict(…)` or `{…}`, as arguments with keywords. */
export function entriesOf(tree: SyntaxTree, node: Node): readonly Argument[] {
  if (tree.kind(node) === Kind.Call && nameOf(tree, calleeOf(tree, node)) === 'dict') return callArguments(tree, node);
  if (tree.kind(node) !== Kind.Dict) return [];
  return tree.children(node).flatMap((entry): Argument[] => {
    const [key = NONE, value = NONE] = tree.children(entry);
    if (tree.kind(entry) === Kind.DoubleStarred) return [{ stars: 2, keyword: undefined, value: key, node: entry }];
    const keyword = stringValue(tree, key);
    return keyword === undefined ? [] : [{ stars: 0, keyword, value, node: entry }];
  });
}
