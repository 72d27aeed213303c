/** What a program is started with: `["train.py", "--activation", "relu"]`, `["--activation=relu"]`, `["model.act=gelu"]`, `python train.py --act relu`. */
import { saysOneActivation } from '../tellingNames';
import { scalar, textOf, type Entry, type Scalar, type Value } from './values';

/** The flags in a list of words, each with what it is given: the word behind it, or what it is written together with. */
export function flagsIn(items: readonly Value[], text: string): Entry[] {
  return items.flatMap((item, place) => {
    const [, key] = /^--?([A-Za-z]\w*(?:-\w+)*)$/.exec(textOf(item) ?? '') ?? [];
    const value = items[place + 1];
    if (key === undefined) return item.kind === 'scalar' ? together(item, text) : [];
    return value?.kind !== 'scalar' ? [] : [{ key: isShort(key, textOf(value) ?? '') ? 'activation' : key, value }];
  });
}

/** The first letter alone, where what is behind it is no word of anything else. */
function isShort(key: string, value: string): boolean {
  return key === 'a' && saysOneActivation(value);
}

/** `--activation=relu`, `model.activation=relu` as Hydra overrides a setting, and `act=nn.LeakyReLU(0.1)` of a row of layers. */
function together({ value, content }: Scalar, text: string): Entry[] {
  const [, key, name] = typeof value === 'string' ? /^(?:--?|\+{0,2})([A-Za-z][\w./-]*)=([A-Za-z][\w.]*(?:\([^()=]*\))?)$/.exec(value) ?? [] : [];
  if (key === undefined || name === undefined || text.slice(content.start, content.end) !== value) return [];
  return [{ key, value: scalar(name, content.end - name.length, content.end, 0) }];
}

/** The flags of a command that is one text, over several lines too. */
export function flagsOfCommand({ value, content }: Scalar, text: string): Entry[] {
  if (typeof value !== 'string' || !value.includes(' --') || !starts.test(value)) return [];
  return [...text.slice(content.start, content.end).matchAll(flag)].flatMap(({ 0: { length }, 1: key = '', 2: name = '', index }) => {
    const end = content.start + index + length;
    return [{ key, value: scalar(name, end - name.length, end, 0) }];
  });
}

/** What runs a program of Python. */
const starts = /\bpython3?\b|\.py\b|\btorchrun\b|\baccelerate\b/;
const flag = /(?<=\s)--([A-Za-z]\w*(?:[-.]\w+)*)(?:[ \t]+|=)["']?(\w[^\s"'\\]*)/g;
