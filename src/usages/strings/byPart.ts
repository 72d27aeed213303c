/** Tables that give the parts of a model an activation each: `activations = {"hidden": "relu", "output": "softmax"}`. */
import { stringValue } from '../../python/literals';
import type { Argument } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { telling } from '../tellingNames';
import { isString } from '../locals/knownStrings';
import { mayName } from './namesIn';
import { entriesOf } from './passed';
import type { Reading } from '../reading';

const tables = /(^|_)(acts?|activations?|nonlinearit(y|ies)|nonlinear)(_(fns?|funcs?|functions?|layers?|scalars?|gates?))?$/;

/** The names in such a table, also of parts of parts; none where it says what names, letters or numbers mean, or gives anything else. */
export function namesByPart(reading: Reading, name: string, table: Node): readonly Node[] {
  const { tree } = reading;
  if ((tree.kind(table) !== Kind.Dict && tree.kind(table) !== Kind.Call) || !tables.test(name)) return none;
  const named = entriesOf(tree, table);
  const names = tree.kind(table) === Kind.Call ? namesOf(reading, named) : namesInside(reading, table);
  return named.length > 0 && names !== undefined && tree.children(table).length >= 2 && names.some((each) => telling.test(stringValue(tree, each) ?? '')) ? names : none;
}

/** Undefined where anything in it is no name of a part's activation. */
function namesInside(reading: Reading, table: Node): readonly Node[] | undefined {
  const { tree } = reading;
  const entries = tree.children(table).map((entry): Part => {
    const [key = NONE, value = NONE] = tree.kind(entry) === Kind.DictEntry ? tree.children(entry) : [];
    return { keyword: isCount(tree, key) ? '' : stringValue(tree, key), value };
  });
  return namesOf(reading, entries);
}

type Part = Pick<Argument, 'keyword' | 'value'>;

function namesOf(reading: Reading, parts: readonly Part[]): readonly Node[] | undefined {
  const { tree } = reading;
  const names: Node[] = [];
  for (const { keyword, value } of parts) {
    const inner = namesGiven(reading, value);
    if (keyword === undefined || inner === undefined || inner.some((each) => saysItself(keyword, stringValue(tree, each) ?? ''))) return undefined;
    names.push(...inner);
  }
  return names;
}

/** A part may have parts itself, several activations, or none. */
function namesGiven(reading: Reading, value: Node): readonly Node[] | undefined {
  const { tree } = reading;
  if (tree.kind(value) === Kind.Dict) return namesInside(reading, value);
  const each = tree.kind(value) === Kind.List ? tree.children(value) : [value];
  const names = each.filter((one) => tree.kind(one) !== Kind.NoneLiteral);
  return names.every((one) => isString(reading, one)) ? names : undefined;
}

/** The number of a layer, from either end. */
function isCount(tree: SyntaxTree, key: Node): boolean {
  return tree.kind(key) === Kind.Number || (tree.kind(key) === Kind.UnaryOp && tree.kind(tree.firstChild(key)) === Kind.Number);
}

/** What a description of a setting gives it: `"activation": {"values": ["relu", "tanh"]}` of a sweep, `{"type": "string", "default": "relu"}`. */
export function valuesDescribed(reading: Reading, table: Node): readonly Node[] {
  const { tree } = reading;
  const entries = tree.kind(table) === Kind.Dict || tree.kind(table) === Kind.Call ? entriesOf(tree, table) : [];
  if (entries.some(({ keyword, value }) => (keyword === 'type' || keyword === 'name') && isString(reading, value))) return none;
  const given = entries.find(({ keyword = '' }) => ofValues.test(keyword)) ?? entries.find(({ keyword }) => keyword === 'default');
  return given && mayName(reading, given.value) ? [given.value] : none;
}

/** The keys under which a sweep or a space of searches keeps what a parameter may be, and fields of an activation which it is. */
const ofValues = /^(_?values?|vals|list_of_values|value_list|search_space|choices?|categories|candidates|grid_search|function|func|fn|kind|method)$/;

/** `{"relu": "ReLU", "t": "tanh"}`, and what a name is kept under: `{"type": "relu"}`. */
function saysItself(key: string, name: string): boolean {
  return telling.test(key) || (key !== '' && name.toLowerCase().startsWith(key.toLowerCase())) || /^(type|name|class|value|kind|key)$/.test(key);
}

const none: readonly Node[] = [];
