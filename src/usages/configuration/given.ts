/** What a key that takes an activation is given: a name, several, one for each part of a model, or fields that say it. */
import { saysOneActivation } from '../tellingNames';
import { activationKey, isEverydayWord } from './keys';
import { namedByPath, namedInShort } from './meanings';
import { textAt, textOf, type Entry, type Fields, type List, type Scalar, type Value } from './values';

/** The key of the name of a class, and the one of the arguments where they do not stand beside it. */
export const constructors: readonly { readonly key: string; readonly inside?: string }[] =
  [{ key: '_target_' }, { key: 'class_path', inside: 'init_args' }, { key: 'class_name', inside: 'config' }, { key: 'op', inside: 'attrs' }];

/** The keys under which an activation's own fields name it: of a sweep's parameter, of a registry, of Keras 3. */
const holders = [
  'value', 'values', '_value', 'vals', 'choice', 'choices', 'categories', 'candidates', 'set', 'list_of_values', 'value_list', 'search_space', 'grid_search',
  'type', 'config', 'name', 'kind', 'class', 'function', 'func', 'fn', 'method', 'id',
];

/** What a search goes through. */
export const searched = /^_?(?:values?|vals|choices?|candidates|categories)$/;

export function isHolder(key: string): boolean {
  return holders.includes(key.toLowerCase());
}

/** Whether a key is no argument of the activation that stands beside it. */
export function describes(key: string): boolean {
  return isHolder(key) || /^(default|options|desc|description|help)$/i.test(key);
}

export function scalarsIn(value: Value): Scalar[] {
  if (value.kind === 'scalar') return [value];
  if (value.kind === 'list') {
    const items = isDescription(value) ? value.items.filter(({ kind }) => kind === 'scalar') : value.items;
    return items.flatMap((item) => (item.kind === 'fields' ? weighed(item) : scalarsIn(item)));
  }
  const parts = ofParts(value);
  if (parts.length > 0) return parts;
  // Beside what a search goes through, its type says how: `{type: categorical, vals: [relu, tanh]}`.
  const isSearch = value.entries.some(({ key }) => searched.test(key));
  const names = (key: string): boolean => (isHolder(key) || isDefault(key, value)) && !(isSearch && key === 'type');
  return value.entries.flatMap(({ key, value: inner }) => (names(key) && inner.kind !== 'fields' ? scalarsIn(inner) : []));
}

/** A row that tells people of a setting, whose default stands beside the list of what there is: `["Activation", "string", "relu", ["relu", "tanh"], "of the encoder"]`. */
function isDescription({ items }: List): boolean {
  return items.some((item) => /^(str(ing)?|enum|choice|categorical)$/.test(textOf(item) ?? ''));
}

/** What a setting is by default; a schema of settings only describes them. */
function isDefault(key: string, fields: Fields): boolean {
  return key.toLowerCase() === 'default' && !/^(string|object|array)$/.test(textAt(fields, 'type') ?? '');
}

/** One of several that a search draws from: `activation_funcs: [{func: tanh, prob: 0.5}]`. */
function weighed(item: Fields): Scalar[] {
  const name = item.entries.find(({ key }) => /^(func|function|fn)$/.test(key))?.value;
  return name?.kind === 'scalar' && saysOneActivation(textOf(name) ?? '') ? [name] : [];
}

/** A name whose options stand below it: `activation: {LeakyReLU: {negative_slope: 0.1}}`. */
export function settledByKey(value: Value): { readonly name: Scalar; readonly options: Fields | undefined } | undefined {
  if (value.kind !== 'fields' || ofParts(value).length > 0) return undefined;
  const [entry, other] = value.entries;
  if (entry?.name === undefined || other !== undefined || isHolder(entry.key)) return undefined;
  if (entry.value.kind === 'fields') return { name: entry.name, options: entry.value };
  return entry.value.kind === 'scalar' && entry.value.value === null ? { name: entry.name, options: undefined } : undefined;
}

/** One for each part of a model: `act_gate: {even: silu, odd: tanh}`, `output_activation: {actor: nn.ReLU}`; what names and letters stand for is none: `{relu: ReLU, t: tanh}`. */
function ofParts({ entries }: Fields): Scalar[] {
  if (entries.some((entry) => constructors.some(({ key }) => key === entry.key))) return [];
  const values = entries.map(({ key, value }) => (value.kind === 'fields' ? ofParts(value) : [alone(value)].flatMap((name) => (name && isOfPart(key, textOf(name) ?? '') ? [name] : []))));
  const isOfAll = values.length > 0 && values.every((some) => some.length > 0);
  const all = values.flat();
  const isCertain = all.length > 1 ? all.some((value) => saysOne(textOf(value) ?? '')) : all.some((value) => !/^\w+$/.test(textOf(value) ?? ''));
  return isOfAll && isCertain ? all : [];
}

/** A name, also where it is the only one of a list. */
function alone(value: Value): Scalar | undefined {
  const given = value.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
  return given?.kind === 'scalar' ? given : undefined;
}

function isOfPart(key: string, name: string): boolean {
  return (saysOne(name) || isEverydayWord(name)) && !saysOneActivation(key) && !isHolder(key) && !name.slice(name.lastIndexOf('.') + 1).toLowerCase().startsWith(key.toLowerCase());
}

/** By its name, or where it is: `nn.ReLU`. */
function saysOne(text: string): boolean {
  return /^\w+$/.test(text) ? saysOneActivation(text) : (namedByPath(text) ?? namedInShort(text)) !== undefined;
}

/** The name in `{name: dropout, values: [0.1, 0.2]}`. */
export function nameOfParameter({ entries }: Fields): string | undefined {
  const name = entries.find(({ key }) => names.includes(key))?.value;
  return name !== undefined && entries.some(({ key }) => given.includes(key)) ? textOf(name) : undefined;
}

const names = ['name', 'Name', 'parameter', 'parameterName', 'parameter_name'];
const given = ['value', 'values', 'choices', 'categories', 'default', 'feasibleSpace', 'bounds', 'min', 'max'];

/** The keys of what a parameter may be, in a description that says its name beside them. */
export const ofParameter = /^(values?|choices|categories|candidates|domain|distribution|default|value_range|default_value)$/;

/** A parameter that its own fields name, as searches describe it: `{name: activation, type: choice, values: [relu, tanh]}`. */
export function parameterOf(fields: Fields): Entry[] {
  const key = nameOfParameter(fields);
  if (key === undefined || activationKey(key) === undefined) return [];
  return fields.entries.flatMap(({ key: holder, value }) =>
    (ofParameter.test(holder) ? [{ key, value }] : holder === 'feasibleSpace' && value.kind === 'fields' ? value.entries.map((each) => ({ key, value: each.value })) : []));
}
