/** Settings that are listed as pairs: `OrderedDict([("activation", "relu"), ("width", 64)])`. */
import { stringValue } from '../../python/literals';
import { Kind, NONE, type Node } from '../../python/syntax';
import type { Setting } from './passed';
import { named, type Place } from './places';
import type { Reading } from '../reading';

/** None where anything else stands among them. */
export function pairedPlaces(reading: Reading, list: Node): readonly Place[] {
  const { tree } = reading;
  if (pairOf(reading, tree.firstChild(list)) === undefined) return none;
  const pairs = tree.children(list).map((item) => pairOf(reading, item));
  const settings = pairs.flatMap((pair) => pair ?? []);
  return settings.length < pairs.length ? none : settings.flatMap(({ name, value }) => named(reading, name, value, () => settings));
}

const none: readonly Place[] = [];

/** `("activation", "relu")`; what stands for another name in a list of pairs is a word of its own: `("relu", "tanh")`. */
function pairOf({ tree }: Reading, pair: Node): Setting | undefined {
  if (tree.kind(pair) !== Kind.Tuple) return undefined;
  const key = tree.firstChild(pair);
  const value = key === NONE ? NONE : tree.nextSibling(key);
  if (value === NONE || tree.nextSibling(value) !== NONE || tree.kind(key) !== Kind.String) return undefined;
  const name = stringValue(tree, key) ?? '';
  return /^\w+$/.test(name) ? { name, value } : undefined;
}
