/** Words by which a text is told to be worth reading, or to be about networks. All that anyone looks for is found in one pass over a text. */
import { WordSearch } from '../documents/wordSearch';

const words = new Set<string>();
let search: WordSearch | undefined;
/** The same text is asked about again and again. */
let last: { readonly text: string; readonly found: ReadonlySet<string> } | undefined;

/** Tells which of the words a text has, whatever their case; they are written in lower case, as `WordSearch` takes them. */
export function lookFor(wanted: readonly string[]): (text: string) => readonly string[] {
  const own = new Set(wanted);
  for (const word of own) words.add(word);
  search = last = undefined;
  return (text) => [...wordsIn(text)].filter((word) => own.has(word));
}

/** Answers yes for no text that has none of its words. */
export interface Search {
  (text: string): boolean;
  readonly words: readonly string[];
}

/** A regular expression that is tried only on texts with one of the words, one of which is in all that it fits; without one a word is enough. */
export function lookForAny(words: readonly string[], pattern?: RegExp): Search {
  const found = lookFor(words);
  return Object.assign((text: string) => found(text).length > 0 && (pattern?.test(text) ?? true), { words });
}

/** What a word has to be part of to count; null where the word itself is enough. */
export type Wanted = Readonly<Record<string, RegExp | null>>;

/** Whether a text has one of some words so that it counts. */
export function lookForWanted(wanted: Wanted): Search {
  const words = Object.keys(wanted);
  const found = lookFor(words);
  return Object.assign((text: string) => found(text).some((word) => wanted[word]?.test(text) ?? true), { words });
}

function wordsIn(text: string): ReadonlySet<string> {
  if (last?.text !== text) last = { text, found: (search ??= new WordSearch([...words])).wordsIn(text) };
  return last.found;
}
