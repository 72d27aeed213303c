import { closeTo } from './brackets';
import { CODE, isNewline } from './characters';
import { Frame, FRAME_KIND, type Lexer, QUOTE_DOUBLE, QUOTE_RAW, QUOTE_TRIPLE } from './lexer';
import { afterNewline } from './lines';
import { Token } from './tokens';

const LETTER = { b: 98, f: 102, r: 114, t: 116, u: 117 } as const;

/** What the letters before a quote make of a string. */
export enum Prefix {
  None,
  Plain,
  Formatted,
  RawFormatted,
}

/** The letters between two offsets as a prefix; `Prefix.None` where they are none. */
export function prefixAt(codes: Uint16Array, start: number, end: number): Prefix {
  const first = codes[start]! | 0x20;
  const second = end - start === 2 ? codes[start + 1]! | 0x20 : 0;
  const formatted = first === LETTER.f || first === LETTER.t;
  if (end - start === 1) {
    if (formatted) return Prefix.Formatted;
    return first === LETTER.r || first === LETTER.b || first === LETTER.u ? Prefix.Plain : Prefix.None;
  }
  const raw = first === LETTER.r ? second : second === LETTER.r ? first : 0;
  if (raw === LETTER.f || raw === LETTER.t) return Prefix.RawFormatted;
  return raw === LETTER.b || raw === LETTER.u ? Prefix.Plain : Prefix.None;
}

/** Reads the string whose prefix begins at `start` and whose quote stands at the lexer's position. */
export function readString(lexer: Lexer, start: number, prefix: Prefix): void {
  const { codes, position: quoteAt } = lexer;
  const quote = codes[quoteAt]!;
  const triple = codes[quoteAt + 1]! === quote && codes[quoteAt + 2]! === quote;
  if (triple && quoteAt === lexer.strayQuote) {
    lexer.position += 3;
    lexer.push(Token.Error, start, lexer.position);
  } else if (prefix === Prefix.Plain) readPlain(lexer, start, quote, triple);
  else openFString(lexer, start, quote, triple, prefix === Prefix.RawFormatted);
}

function readPlain(lexer: Lexer, start: number, quote: number, triple: boolean): void {
  const { position } = lexer;
  const broken = triple ? position >= lexer.brokenTriple : position < lexer.brokenLineEnd;
  if (broken && closesField(lexer, quote, triple)) return;
  const end = triple ? tripleEnd(lexer, position + 3, quote) : lineStringEnd(lexer, position + 1, quote);
  if (end < 0) {
    if (triple) lexer.brokenTriple = position;
    else lexer.brokenLineEnd = ~end;
    if (closesField(lexer, quote, triple)) return;
    lexer.openStrings += triple ? 2 : 1;
  }
  lexer.position = end < 0 ? ~end : end;
  lexer.push(Token.String, start, lexer.position);
}

/** Behind the closing quote of a string of one line; where it has none, the complement of where the line ends. */
function lineStringEnd(lexer: Lexer, from: number, quote: number): number {
  const { codes, length } = lexer;
  let position = from;
  for (;;) {
    const code = codes[position]!;
    if (code === quote) return position < length ? position + 1 : ~length;
    if (code === CODE.backslash) {
      position = afterEscape(codes, position);
    } else if (isNewline(code) || position >= length) return ~Math.min(position, length);
    else position++;
  }
}

function afterEscape(codes: Uint16Array, backslash: number): number {
  return isNewline(codes[backslash + 1]!) ? afterNewline(codes, backslash + 1) : backslash + 2;
}

/** As `lineStringEnd`, for triple quotes. */
function tripleEnd(lexer: Lexer, from: number, quote: number): number {
  const { codes, text, length } = lexer;
  const quotes = quote === CODE.doubleQuote ? '"""' : "'''";
  let found = text.indexOf(quotes, from);
  while (found >= 0 && (isEscaped(codes, found, from) || found === lexer.strayQuote)) found = text.indexOf(quotes, found + 1);
  return found < 0 || found + 3 > length ? ~length : found + 3;
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(codes: Uint16Array, position: number, from: number): boolean {
  let first = position;
  while (first > from && codes[first - 1]! === CODE.backslash) first--;
  return (position - first) % 2 === 1;
}

/**
 * A quote that opens no string which ends closes the f-string around it, if that has the same quotes: somebody is still
 * writing `f"{loss"`. After the first such quote on a line all others there do so too, which keeps reading linear.
 */
function closesField(lexer: Lexer, quote: number, triple: boolean): boolean {
  const wanted = Frame.FString | quoteBits(quote, triple);
  for (let depth = lexer.depth - 1; depth >= Math.max(0, lexer.depth - 100); depth--) {
    const frame = lexer.frames[depth]!;
    if ((frame & FRAME_KIND) !== Frame.FString) continue;
    if ((frame & ~QUOTE_RAW) !== wanted) return false;
    closeTo(lexer, depth + 1);
    readFStringText(lexer);
    return true;
  }
  return false;
}

function quoteBits(quote: number, triple: boolean): number {
  return (quote === CODE.doubleQuote ? QUOTE_DOUBLE : 0) | (triple ? QUOTE_TRIPLE : 0);
}

function openFString(lexer: Lexer, start: number, quote: number, triple: boolean, raw: boolean): void {
  lexer.position += triple ? 3 : 1;
  lexer.push(Token.FStringStart, start, lexer.position);
  lexer.open(Frame.FString | quoteBits(quote, triple) | (raw ? QUOTE_RAW : 0));
  readFStringText(lexer);
}

/** Opens the format of a field, which again is text. */
export function openFormat(lexer: Lexer): void {
  const start = lexer.position++;
  lexer.push(Token.FieldFormat, start, lexer.position);
  lexer.open(Frame.Format | (lexer.top() & ~FRAME_KIND));
  readFStringText(lexer);
}

/**
 * Reads the text of an f-string, or of a format in it, until Python begins: inside a field, or behind the closing quotes.
 * The lexer's loop calls it again when the field is closed.
 */
export function readFStringText(lexer: Lexer): void {
  const { codes, length } = lexer;
  for (;;) {
    const { position } = lexer;
    const frame = lexer.top();
    const code = codes[position]!;
    if (position >= length || (isNewline(code) && !(frame & QUOTE_TRIPLE))) return breakOff(lexer);
    if (closesFString(lexer, frame, code)) return closeFString(lexer, frame);
    if (code === CODE.openBrace) {
      if ((frame & FRAME_KIND) === Frame.Format || codes[position + 1]! !== code) return openField(lexer, frame);
      lexer.position += 2;
    } else if (code === CODE.closeBrace) closeFormat(lexer, frame);
    else if (code === CODE.backslash) lexer.position = afterFStringEscape(lexer, position, frame);
    else lexer.position++;
  }
}

function closesFString(lexer: Lexer, frame: number, code: number): boolean {
  const { codes, position } = lexer;
  if (code !== (frame & QUOTE_DOUBLE ? CODE.doubleQuote : CODE.quote) || position === lexer.strayQuote) return false;
  return !(frame & QUOTE_TRIPLE) || (codes[position + 1]! === code && codes[position + 2]! === code);
}

function closeFString(lexer: Lexer, frame: number): void {
  while ((lexer.top() & FRAME_KIND) !== Frame.FString) closeTo(lexer, lexer.depth - 1);
  const start = lexer.position;
  lexer.position += frame & QUOTE_TRIPLE ? 3 : 1;
  lexer.depth--;
  lexer.push(Token.FStringEnd, start, lexer.position);
}

/** The line or the text ends inside the f-string. */
function breakOff(lexer: Lexer): void {
  lexer.openStrings += lexer.top() & QUOTE_TRIPLE ? 2 : 1;
  lexer.position = Math.min(lexer.position, lexer.length);
  while ((lexer.top() & FRAME_KIND) !== Frame.FString) closeTo(lexer, lexer.depth - 1);
  lexer.depth--;
  lexer.push(Token.FStringEnd, lexer.position, lexer.position);
}

function openField(lexer: Lexer, frame: number): void {
  const start = lexer.position++;
  lexer.push(Token.FieldOpen, start, lexer.position);
  lexer.open(Frame.Field | (frame & ~FRAME_KIND));
}

/** A `}` in a format closes the field it belongs to; in the text it is a doubled or a stray one. */
function closeFormat(lexer: Lexer, frame: number): void {
  const start = lexer.position++;
  if ((frame & FRAME_KIND) !== Frame.Format) return;
  lexer.depth -= 2;
  lexer.push(Token.FieldClose, start, lexer.position);
}

/** `\N{…}` names a character; before any other brace a backslash means nothing. */
function afterFStringEscape({ codes, text }: Lexer, backslash: number, frame: number): number {
  const next = codes[backslash + 1]!;
  if (next === CODE.openBrace || next === CODE.closeBrace) return backslash + 1;
  if (next === CODE.upperN && !(frame & QUOTE_RAW) && codes[backslash + 2]! === CODE.openBrace) {
    const name = /^[-\w ]{1,100}\}/.exec(text.slice(backslash + 3, backslash + 104));
    return backslash + 3 + (name ? name[0].length : 0);
  }
  return afterEscape(codes, backslash);
}
