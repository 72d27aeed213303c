/** The words of the language, as the tokeniser hands them to the parser. */
export enum Token {
  EndOfFile, Newline, Indent, Dedent, Error, Magic,
  Name, Number, String,
  /** The opening quote of an f- or t-string with its prefix, and the closing one. */
  FStringStart, FStringEnd,
  /** `{`, `}`, `!` and `:` of a replacement field. */
  FieldOpen, FieldClose, FieldConversion, FieldFormat,
  ParenOpen, ParenClose, BracketOpen, BracketClose, BraceOpen, BraceClose,
  Comma, Colon, Semicolon, Dot, Ellipsis, Arrow, Equal, Walrus, Tilde,
  Plus, Minus, Star, Slash, DoubleSlash, Percent, At, DoubleStar, LeftShift, RightShift, Ampersand, Bar, Caret,
  Less, LessEqual, Greater, GreaterEqual, EqualEqual, NotEqual,
  PlusEqual, MinusEqual, StarEqual, SlashEqual, DoubleSlashEqual, PercentEqual, AtEqual, DoubleStarEqual, LeftShiftEqual,
  RightShiftEqual, AmpersandEqual, BarEqual, CaretEqual,
  False, None, True, And, As, Assert, Async, Await, Break, Class, Continue, Def, Del, Elif, Else, Except, Finally, For, From,
  Global, If, Import, In, Is, Lambda, Nonlocal, Not, Or, Pass, Raise, Return, Try, While, With, Yield,
}

export const TOKEN_COUNT: number = Token.Yield + 1;

const KEYWORDS: Record<string, Token> = {
  False: Token.False, None: Token.None, True: Token.True, and: Token.And, as: Token.As, assert: Token.Assert,
  async: Token.Async, await: Token.Await, break: Token.Break, class: Token.Class, continue: Token.Continue, def: Token.Def,
  del: Token.Del, elif: Token.Elif, else: Token.Else, except: Token.Except, finally: Token.Finally, for: Token.For,
  from: Token.From, global: Token.Global, if: Token.If, import: Token.Import, in: Token.In, is: Token.Is,
  lambda: Token.Lambda, nonlocal: Token.Nonlocal, not: Token.Not, or: Token.Or, pass: Token.Pass, raise: Token.Raise,
  return: Token.Return, try: Token.Try, while: Token.While, with: Token.With, yield: Token.Yield,
};

const LONGEST_KEYWORD = 8;
const SLOTS = 256;
const WIDTH = LONGEST_KEYWORD + 1;

/** Where a word of these first two and last characters and this length stands in the keyword table. */
function slotOf(first: number, second: number, last: number, length: number): number {
  return (first * 7 + second * 31 + last * 5 + length * 61) & (SLOTS - 1);
}

/** In each slot a keyword's length and characters; length 0 where the slot is empty. */
const KEYWORD_CODES = new Uint16Array(SLOTS * WIDTH);
const KEYWORD_TOKENS = new Uint8Array(SLOTS);
for (const [word, token] of Object.entries(KEYWORDS)) {
  let slot = slotOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(word.length - 1), word.length);
  while (KEYWORD_TOKENS[slot]) slot = (slot + 1) & (SLOTS - 1);
  KEYWORD_TOKENS[slot] = token;
  KEYWORD_CODES.set([word.length, ...Array.from(word, (letter) => letter.charCodeAt(0))], slot * WIDTH);
}

/** The keyword between two offsets, or `Token.Name`. */
export function keywordAt(codes: Uint16Array, start: number, end: number): Token {
  const length = end - start;
  if (length < 2 || length > LONGEST_KEYWORD) return Token.Name;
  let slot = slotOf(codes[start]!, codes[start + 1]!, codes[end - 1]!, length);
  for (; KEYWORD_TOKENS[slot]; slot = (slot + 1) & (SLOTS - 1)) {
    if (isKeyword(codes, start, slot * WIDTH, length)) return KEYWORD_TOKENS[slot]!;
  }
  return Token.Name;
}

function isKeyword(codes: Uint16Array, start: number, at: number, length: number): boolean {
  if (KEYWORD_CODES[at] !== length) return false;
  for (let i = 0; i < length; i++) {
    if (codes[start + i] !== KEYWORD_CODES[at + 1 + i]) return false;
  }
  return true;
}

/** A table over tokens for the parser's questions "is it one of these?". */
export function tokenSet(...tokens: readonly Token[]): Uint8Array {
  const set = new Uint8Array(TOKEN_COUNT);
  for (const token of tokens) set[token] = 1;
  return set;
}
