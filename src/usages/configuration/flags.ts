/** What a program is started with: `["train.py", "--activation", "relu"]`, `["-lr", "0.1", "-a", "tanh"]`. */
import { saysOneActivation } from '../tellingNames';
import { textOf, type Entry, type Value } from './values';

/** The flags in a list of words, each with the word behind it. */
export function flagsIn(items: readonly Value[]): Entry[] {
  return items.flatMap((item, place) => {
    const [, key] = /^--?([A-Za-z]\w*(?:-\w+)*)$/.exec(textOf(item) ?? '') ?? [];
    const value = items[place + 1];
    return key === undefined || value?.kind !== 'scalar' ? [] : [{ key: isShort(key, textOf(value) ?? '') ? 'activation' : key, value }];
  });
}

/** The first letter alone, where what is behind it is no word of anything else. */
function isShort(key: string, value: string): boolean {
  return key === 'a' && saysOneActivation(value);
}
