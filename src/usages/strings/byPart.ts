/** Tables that give the parts of a model an activation each: `activations = {"hidden": "relu", "output": "softmax"}`. */
import { stringValue } from '../../python/literals';
import { Kind, type Node } from '../../python/syntax';
import { telling } from '../tellingNames';
import { isString } from '../locals/knownStrings';
import { mayName } from './namesIn';
import { entriesOf } from './passed';
import type { Reading } from '../reading';

const tables = /(^|_)(acts?|activations?|nonlinearit(y|ies))(_(fns?|funcs?|functions?))?$/;

/** The names in such a table; none where it says what names or letters mean, or gives anything else. */
export function namesByPart(reading: Reading, name: string, table: Node): readonly Node[] {
  const { tree } = reading;
  if ((tree.kind(table) !== Kind.Dict && tree.kind(table) !== Kind.Call) || !tables.test(name)) return none;
  const entries = entriesOf(tree, table);
  const isOfParts = entries.length >= 2 && entries.every(({ keyword, value }) => keyword !== undefined && isString(reading, value) && !saysItself(keyword, stringValue(tree, value) ?? ''));
  return isOfParts && entries.some(({ value }) => telling.test(stringValue(tree, value) ?? '')) ? entries.map(({ value }) => value) : none;
}

/** What a description of a setting gives it: `"activation": {"values": ["relu", "tanh"]}` of a sweep, `{"type": "string", "default": "relu"}`. */
export function valuesDescribed(reading: Reading, table: Node): readonly Node[] {
  const { tree } = reading;
  const entries = tree.kind(table) === Kind.Dict || tree.kind(table) === Kind.Call ? entriesOf(tree, table) : [];
  if (entries.some(({ keyword, value }) => (keyword === 'type' || keyword === 'name') && isString(reading, value))) return none;
  const given = entries.find(({ keyword = '' }) => ofValues.test(keyword)) ?? entries.find(({ keyword }) => keyword === 'default');
  return given && mayName(reading, given.value) ? [given.value] : none;
}

/** The keys under which a sweep or a space of searches keeps what a parameter may be. */
const ofValues = /^(_?values?|choices|categories)$/;

/** `{"relu": "ReLU", "t": "tanh"}`, and what a name is kept under: `{"type": "relu"}`. */
function saysItself(key: string, name: string): boolean {
  return telling.test(key) || name.toLowerCase().startsWith(key.toLowerCase()) || /^(type|name|class|value|kind|key)$/.test(key);
}

const none: readonly Node[] = [];
