/** Variables that hold a part of a formula, so that formulas are looked for where they stand. */
import type { Node } from '../../python/syntax';
import type { Word } from '../../python/words';

const FIRST_WORDS = 512;

export class Carriers {
  /** By the name the last node up to which it is one. */
  private last = new Int32Array(FIRST_WORDS);

  carry(word: Word, node: Node): boolean {
    return node <= this.last[word]!;
  }

  /** A name of a class or function is one as far as that goes, and one of the module to the end. */
  add(word: Word, last: Node): void {
    if (word >= this.last.length) this.grow(word);
    this.last[word] = Math.max(last, this.last[word]!);
  }

  private grow(word: Word): void {
    const larger = new Int32Array(Math.max(2 * this.last.length, word + 1));
    larger.set(this.last);
    this.last = larger;
  }
}
