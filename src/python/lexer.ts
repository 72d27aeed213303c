import { codesOf } from './codes';
import { Token } from './tokens';

/** What is open around the place that is being read: brackets, and f-strings with their replacement fields. */
export enum Frame {
  None, Paren, Bracket, Brace,
  /** `{…}` of an f-string: Python is read. */
  Field,
  /** What follows the `:` in a field: text is read. */
  Format,
  /** The f-string itself: text is read. */
  FString,
}

/** The bits of an f-string's quotes, above the frame's kind. */
export const FRAME_KIND = 7;
export const QUOTE_DOUBLE = 8;
export const QUOTE_TRIPLE = 16;
export const QUOTE_RAW = 32;

const FIRST_CAPACITY = 1 << 14;
const KEPT_CAPACITY = 1 << 20;

/** Token arrays are kept from file to file: what is allocated once is warm. */
let spare = {
  kinds: new Uint8Array(FIRST_CAPACITY), starts: new Int32Array(FIRST_CAPACITY), ends: new Int32Array(FIRST_CAPACITY),
  frames: new Int32Array(FIRST_CAPACITY),
};

function grown<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The state of one reading of one text, and the tokens found so far. */
export class Lexer {
  /** The text's UTF-16 units and a few NULs behind them, so that looking ahead needs no bound. */
  readonly codes: Uint16Array;
  /** Where reading stops: the end of the text, or of the notebook cell. */
  length: number;
  position = 0;
  /** The number of tokens before this notebook cell. */
  cellStart = 0;

  kinds = spare.kinds;
  starts = spare.starts;
  ends = spare.ends;
  count = 0;
  readonly comments: number[] = [];

  frames = spare.frames;
  depth = 0;
  readonly indents: number[] = [0];
  /** The first token of this logical line. */
  statement = 0;
  /** The first place on a line that continues an open bracket. */
  continuation = -1;
  /** Where the last string of one line began that never ended, and where that line ends. */
  brokenLineEnd = -1;
  /** From where on no triple quote closes any more. */
  brokenTriple = Infinity;
  /** Whether some lines end otherwise than in a line feed. */
  readonly carriageReturns: boolean;
  /** How many strings have no closing quote; those in triple quotes count twice, since they swallow what follows. */
  openStrings = 0;

  constructor(readonly text: string, readonly notebook: boolean, readonly strayQuote: number) {
    this.codes = codesOf(text);
    this.length = text.length;
    this.carriageReturns = text.includes('\r');
  }

  push(kind: Token, start: number, end: number): void {
    const count = this.count;
    if (count === this.kinds.length) this.grow();
    this.kinds[count] = kind;
    this.starts[count] = start;
    this.ends[count] = end;
    this.count = count + 1;
  }

  /** A token that the text lacks, right behind the last one. */
  pushAbsent(kind: Token): void {
    const place = this.count > 0 ? this.ends[this.count - 1]! : 0;
    this.push(kind, place, place);
  }

  lastKind(): Token {
    return this.count > 0 ? this.kinds[this.count - 1]! : Token.Newline;
  }

  open(frame: number): void {
    if (this.depth === this.frames.length) this.frames = grown(this.frames, new Int32Array(this.depth * 2));
    this.frames[this.depth++] = frame;
  }

  /** The innermost open frame; 0 if there is none. */
  top(): number {
    return this.depth > 0 ? this.frames[this.depth - 1]! : Frame.None;
  }

  /** Gives the arrays back for the next text. What was read from them must have been copied. */
  release(): void {
    if (this.kinds.length > KEPT_CAPACITY) return;
    spare = { ...spare, kinds: this.kinds, starts: this.starts, ends: this.ends };
  }

  private grow(): void {
    const capacity = this.kinds.length * 2;
    this.kinds = grown(this.kinds, new Uint8Array(capacity));
    this.starts = grown(this.starts, new Int32Array(capacity));
    this.ends = grown(this.ends, new Int32Array(capacity));
  }
}
