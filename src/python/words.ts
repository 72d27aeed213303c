/**
 * Names, each kept once: what is asked of a name again costs neither a copy of it nor another look at its letters, and an answer
 * that depends on the name alone is kept by its number, from text to text.
 */
import { carried, type Common } from './common';
import { Kind, NONE, type Node, type SyntaxTree } from './syntax';

/** The number of a name; equal names of one text have the same. */
export type Word = number;

/** Of what has no name, or one that is still missing, as in `x.`. */
const NO_WORD: Word = 1;

const FIRST_SLOTS = 1 << 12;
const FIRST_BEYOND_ASCII = 0x80;
/** So many names are kept; who reads more texts begins anew. */
const MOST_KEPT = 1 << 16;

/** Names of all texts that were read of late. */
class Vocabulary {
  /** By the number; no word has the number 0. */
  readonly spelled: string[] = ['', ''];
  private readonly hashes: number[] = [0, 0];
  private slots = new Int32Array(FIRST_SLOTS);
  private readonly answers = new Map<(name: string) => boolean, (word: Word) => boolean>();

  find(text: string, start: number, end: number, hash: number): Word {
    const mask = this.slots.length - 1;
    let slot = scattered(hash) & mask;
    for (let word = this.slots[slot]!; word !== 0; word = this.slots[slot]!) {
      const name = this.spelled[word]!;
      if (this.hashes[word] === hash && name.length === end - start && text.startsWith(name, start)) return word;
      slot = (slot + 1) & mask;
    }
    this.hashes.push(hash);
    const word = this.spelled.push(copied(text, start, end)) - 1;
    this.slots[slot] = word;
    if (2 * word > this.slots.length) this.grow();
    return word;
  }

  answersTo(ask: (name: string) => boolean): (word: Word) => boolean {
    const known = this.answers.get(ask) ?? askedOnce(this, ask);
    this.answers.set(ask, known);
    return known;
  }

  private grow(): void {
    const larger = new Int32Array(this.slots.length * 2);
    for (const word of this.slots) {
      if (word === 0) continue;
      let slot = scattered(this.hashes[word]!) & (larger.length - 1);
      while (larger[slot] !== 0) slot = (slot + 1) & (larger.length - 1);
      larger[slot] = word;
    }
    this.slots = larger;
  }
}

const LONGEST_ALWAYS_COPIED = 12;

/** A stretch of a text that does not keep the whole text in memory, as a slice of some length does. */
function copied(text: string, start: number, end: number): string {
  if (end - start <= LONGEST_ALWAYS_COPIED) return text.slice(start, end);
  let copy = '';
  for (let place = start; place < end; place++) copy += String.fromCharCode(text.charCodeAt(place));
  return copy;
}

let vocabulary = new Vocabulary();

export function wordsOf(tree: SyntaxTree): Words {
  if (tree.words === undefined) {
    if (vocabulary.spelled.length > MOST_KEPT) vocabulary = new Vocabulary();
    tree.words = new Words(tree, vocabulary);
  }
  return tree.words;
}

/** The names of one text. */
export class Words {
  /** By the number. */
  readonly spelled: readonly string[];

  constructor(private readonly tree: SyntaxTree, private readonly kept: Vocabulary, private readonly ofNode = new Int32Array(tree.root + 1)) {
    this.spelled = kept.spelled;
  }

  /** Those of a tree that was made of this one; undefined where a new vocabulary is due. */
  carriedTo(tree: SyntaxTree, common: Common): Words | undefined {
    return this.kept.spelled.length > MOST_KEPT ? undefined : new Words(tree, this.kept, carried(this.ofNode, common, tree.root));
  }

  /** The name that a node has, as `nameOf` describes it. */
  at(node: Node): Word {
    const known = this.ofNode[node]!;
    return known === 0 ? (this.ofNode[node] = this.read(node)) : known;
  }

  /** A question that depends on a name alone, asked once for each word of all texts. */
  answersTo(ask: (name: string) => boolean): (word: Word) => boolean {
    return this.kept.answersTo(ask);
  }

  private read(node: Node): Word {
    const { tree } = this;
    switch (tree.kind(node)) {
      case Kind.Name:
      case Kind.Identifier:
        return this.between(tree.start(node), tree.end(node));
      case Kind.Attribute:
        return this.between(tree.data(node), tree.end(node));
      case Kind.KeywordArgument:
      case Kind.MatchKeyword:
        return this.between(tree.start(node), tree.data(node));
      default: {
        const child = tree.firstChild(node);
        return child !== NONE && tree.kind(child) === Kind.Identifier ? this.at(child) : NO_WORD;
      }
    }
  }

  private between(start: number, end: number): Word {
    const { text } = this.tree;
    if (start >= end) return NO_WORD;
    let hash = 0;
    let all = 0;
    for (let place = start; place < end; place++) {
      const code = text.charCodeAt(place);
      hash = mixed(hash, code);
      all |= code;
    }
    return all < FIRST_BEYOND_ASCII ? this.kept.find(text, start, end, hash) : this.findSpelled(this.tree.nameBetween(start, end));
  }

  /** Two spellings beyond ASCII may be one name to Python. */
  private findSpelled(name: string): Word {
    let hash = 0;
    for (let place = 0; place < name.length; place++) hash = mixed(hash, name.charCodeAt(place));
    return this.kept.find(name, 0, name.length, hash);
  }
}

function mixed(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** Spreads what differs in the first letters alone over the last bits. */
function scattered(hash: number): number {
  return hash ^ (hash >>> 15);
}

const FIRST_WORDS = 512;

/** Some of the words of a text. */
export class WordSet {
  constructor(private flags = new Uint8Array(FIRST_WORDS)) {}

  copy(): WordSet {
    return new WordSet(this.flags.slice());
  }

  has(word: Word): boolean {
    return this.flags[word] === 1;
  }

  add(word: Word): void {
    if (word >= this.flags.length) this.flags = grown(this.flags, word);
    this.flags[word] = 1;
  }
}

/** A question that depends on the text too, asked once for each of its words. */
export function askedOnce(words: { readonly spelled: readonly string[] }, ask: (name: string) => boolean): (word: Word) => boolean {
  let answers = new Uint8Array(FIRST_WORDS);
  return (word) => {
    const known = answers[word];
    if (known === 1 || known === 2) return known === 2;
    if (word >= answers.length) answers = grown(answers, word);
    const answer = ask(words.spelled[word]!);
    answers[word] = answer ? 2 : 1;
    return answer;
  };
}

function grown(flags: Uint8Array, word: Word): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * flags.length, word + 1));
  larger.set(flags);
  return larger;
}
