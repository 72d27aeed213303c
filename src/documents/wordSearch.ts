/**
 * Which of many words a text has, in one pass over it and whatever their case: the automaton of Aho and Corasick (Communications of the
 * ACM 18, 1975). A regular expression of as many words looks for each of them at each place.
 *
 *     const search = new WordSearch(['relu', '^nd.']);
 *     search.wordsIn('x = nn.ReLU()');   // relu; `^` stands where no letter, digit or underscore may be before
 */
/** Of all letters that are in no word. */
const OTHER = 0;
const ASCII = 0x80;

export class WordSearch {
  /** For each byte; the words have no letters but those of ASCII. */
  private readonly classes = new Uint8Array(256);
  private readonly words: readonly Word[];
  /**
   * By a state and the class of the next letter: where the row of the next state begins. Where a word ends there all bits are turned, so
   * that most letters are gone past with one look into the table.
   */
  private next = new Int32Array(0);
  private shift = 0;
  /** Numbers of the words that end in a state. */
  private ends: (readonly number[] | undefined)[] = [];

  /** In lower case. */
  constructor(words: readonly string[]) {
    this.words = [...new Set(words)].map((word) => ({ word, letters: word.replace(/^\^/, ''), isAtStart: word.startsWith('^') }));
  }

  wordsIn(text: string): ReadonlySet<string> {
    if (this.ends.length === 0) this.prepare();
    const { classes, next, shift } = this;
    const found = new Set<string>();
    let row = 0;
    for (let place = 0; place < text.length; place++) {
      const code = text.charCodeAt(place);
      row = next[row + (code < ASCII ? classes[code]! : OTHER)]!;
      if (row >= 0) continue;
      row = ~row;
      this.note(found, row >> shift, text, place + 1);
    }
    return found;
  }

  /** Whether a text has any of the words, by its bytes: UTF-8, or any other encoding in which ASCII is written as itself. */
  isAnyIn(bytes: Uint8Array): boolean {
    if (this.ends.length === 0) this.prepare();
    const { classes, next, shift } = this;
    let row = 0;
    for (let place = 0; place < bytes.length; place++) {
      row = next[row + classes[bytes[place]!]!]!;
      if (row >= 0) continue;
      row = ~row;
      if (this.isNoted(row >> shift, bytes, place + 1)) return true;
    }
    return false;
  }

  private isNoted(state: number, bytes: Uint8Array, end: number): boolean {
    return (this.ends[state] ?? []).map((number) => this.words[number]!).some((word) => stands(word, String.fromCharCode(bytes[end - word.letters.length - 1] ?? 0)));
  }

  private note(found: Set<string>, state: number, text: string, end: number): void {
    for (const number of this.ends[state] ?? []) {
      const word = this.words[number]!;
      if (!found.has(word.word) && stands(word, text.charAt(end - word.letters.length - 1))) found.add(word.word);
    }
  }

  /** The table is made when the first text is looked at. */
  private prepare(): void {
    const letters = new Set(this.words.flatMap((word) => [...word.letters]));
    for (const [place, letter] of [...letters].entries()) {
      this.classes[letter.charCodeAt(0)] = this.classes[letter.toUpperCase().charCodeAt(0)] = place + 1;
    }
    this.shift = Math.ceil(Math.log2(letters.size + 1));
    const longest = this.words.reduce((sum, word) => sum + word.letters.length, 1);
    this.next = new Int32Array(longest << this.shift);
    const ends = this.grow();
    this.fallBack(ends);
    this.ends = ends;
    this.next = this.next.map((state) => (ends[state] === undefined ? state << this.shift : ~(state << this.shift)));
  }

  /** A tree of the words' beginnings; each is a state. */
  private grow(): (number[] | undefined)[] {
    const ends: (number[] | undefined)[] = [undefined];
    for (const [number, { letters }] of this.words.entries()) {
      let state = 0;
      for (const letter of letters) {
        const edge = (state << this.shift) + this.classes[letter.charCodeAt(0)]!;
        this.next[edge] ||= ends.push(undefined) - 1;
        state = this.next[edge]!;
      }
      ends[state] = [...(ends[state] ?? []), number];
    }
    return ends;
  }

  /** Where a beginning goes on with no word, its longest end that is a beginning too goes on; the shorter ones come first. */
  private fallBack(ends: (number[] | undefined)[]): void {
    const { next, shift } = this;
    const fallback = new Uint16Array(ends.length);
    const reached = [0];
    for (const state of reached) {
      for (let letter = 0; letter < 1 << shift; letter++) {
        const edge = (state << shift) + letter;
        const shorter = state === 0 ? 0 : next[(fallback[state]! << shift) + letter]!;
        const longer = next[edge]!;
        if (longer === 0) {
          next[edge] = shorter;
        } else {
          fallback[longer] = shorter;
          const also = ends[shorter];
          if (also) ends[longer] = [...(ends[longer] ?? []), ...also];
          reached.push(longer);
        }
      }
    }
  }
}

interface Word {
  readonly word: string;
  readonly letters: string;
  readonly isAtStart: boolean;
}

/** Whether a word counts behind a letter. */
function stands({ isAtStart }: Word, before: string): boolean {
  return !isAtStart || !/\w/.test(before);
}
