/**
 * Activations among layers that are listed with their types, `[{type: conv, filters: 8}, {type: relu}]`, by their classes,
 * `[{Linear: {out_features: 64}}, {ReLU: {}}]`, or as rows, `[[Conv, [3, 16]], [ReLU, []]]`.
 */
import { givenKey, isLayer, typeKeyAmong } from '../layerWords';
import { saysOneActivation } from '../tellingNames';
import { textOf, type Entry, type Fields, type List, type Scalar, type Value } from './values';

interface Listed {
  readonly name: Scalar;
  readonly options: Fields;
  /** Whether it is given something that no name says what it is. */
  readonly isOpen: boolean;
}

/** None where one of what is listed says no type, or none is a layer that everyone calls so. */
export function layersListed(items: readonly Value[]): readonly Listed[] {
  const layers = items.flatMap((item) => (item.kind === 'fields' ? [...typed(item), ...keyed(item)] : item.kind === 'list' ? ofRow(item) : []));
  if (layers.length < items.filter((item) => !isRepeated(item)).length || !layers.some(({ text }) => isLayer(text))) return [];
  return layers.filter(({ text }) => saysOneActivation(text));
}

/** A part that has layers of its own and is no layer: `{n: 2, repeat: [{class: Conv2D}, {class: ReLU}]}`. */
function isRepeated(item: Value): boolean {
  return item.kind === 'fields' && typed(item).length === 0 && keyed(item).length === 0 && item.entries.some(({ value }) => value.kind === 'list' && value.items.some(({ kind }) => kind === 'fields'));
}

function typed({ entries }: Fields): (Listed & { readonly text: string })[] {
  const said = typeKeyAmong(entries.filter(({ key, value }) => value.kind === 'scalar' || givenKey.test(key)).map(({ key }) => key));
  const type = entries.find(({ key, value }) => key === said && value.kind === 'scalar');
  const text = textOf(type?.value);
  if (type?.value.kind !== 'scalar' || text === undefined) return [];
  const given = entries.find(({ key }) => givenKey.test(key))?.value;
  return [{ name: type.value, text, isOpen: false, options: given?.kind === 'fields' ? given : { kind: 'fields', entries: entries.filter((entry) => isOption(entry, type)) } }];
}

/** `{ReLU: {}}`, and `ReLU:` alone: a class with what it is given. */
function keyed({ entries: [entry, other] }: Fields): (Listed & { readonly text: string })[] {
  if (entry?.name === undefined || other !== undefined || !/^[A-Z]\w*$/.test(entry.key)) return [];
  const { key, name, value } = entry;
  const isEmpty = value.kind === 'scalar' && value.value === null;
  return [{ name, text: key, isOpen: value.kind !== 'fields' && !isEmpty, options: value.kind === 'fields' ? value : { kind: 'fields', entries: [] } }];
}

/** `[ReLU, []]`, `[-1, 1, SiLU, []]`: numbers say from where and how often, what stands behind the name is given to it. */
function ofRow({ items }: List): (Listed & { readonly text: string })[] {
  const place = items.findIndex((item) => textOf(item) !== undefined);
  const [name, given, ...more] = place < 0 ? [] : items.slice(place);
  const text = textOf(name);
  if (name?.kind !== 'scalar' || text === undefined || !/^[A-Z]/.test(text) || more.some((each) => textOf(each) !== undefined)) return [];
  const isOpen = given?.kind === 'scalar' || (given?.kind === 'list' && given.items.length > 0);
  return [{ name, text, isOpen, options: given?.kind === 'fields' ? given : { kind: 'fields', entries: [] } }];
}

function isOption(entry: Entry, type: Entry): boolean {
  return entry !== type && !/^(name|id|inputs?|from)$/.test(entry.key);
}
