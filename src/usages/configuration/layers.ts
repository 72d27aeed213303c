/** Activations among layers that are listed with their types: `[{type: conv, filters: 8}, {type: relu}]`. */
import { isLayer, typeKey } from '../layerWords';
import { saysOneActivation } from '../tellingNames';
import { textOf, type Entry, type Fields, type Scalar, type Value } from './values';

interface Listed {
  readonly name: Scalar;
  readonly options: Fields;
}

/** None where one of what is listed says no type, or none is a layer that everyone calls so. */
export function layersListed(items: readonly Value[]): readonly Listed[] {
  const layers = items.flatMap((item) => (item.kind === 'fields' ? typed(item) : []));
  if (layers.length < items.length || !layers.some(({ text }) => isLayer(text))) return [];
  return layers.filter(({ text }) => saysOneActivation(text));
}

function typed({ entries }: Fields): (Listed & { readonly text: string })[] {
  const type = entries.find(({ key, value }) => typeKey.test(key) && value.kind === 'scalar');
  const text = textOf(type?.value);
  if (type?.value.kind !== 'scalar' || text === undefined) return [];
  const given = entries.find(({ key }) => /^(args|params|kwargs|options|config)$/.test(key))?.value;
  return [{ name: type.value, text, options: given?.kind === 'fields' ? given : { kind: 'fields', entries: entries.filter((entry) => isOption(entry, type)) } }];
}

function isOption(entry: Entry, type: Entry): boolean {
  return entry !== type && !/^(name|id|inputs?|from)$/.test(entry.key);
}
