import { closeTo, continueLine, readClosing, readOpening, resetBrackets } from './brackets';
import { CHARACTER_CLASS, CharacterClass, CODE, IDENTIFIER_PART, isDigit } from './characters';
import { applyIndentation, startLine } from './indentation';
import { Frame, FRAME_KIND, Lexer } from './lexer';
import { afterContinuation, afterNewline, readComment } from './lines';
import { readAssignedMagic } from './magics';
import { numberEnd } from './numbers';
import { OPERATOR_LENGTH, operatorAt } from './operators';
import { openFormat, Prefix, prefixAt, readFStringText, readString } from './quotes';
import { keywordAt, Token } from './tokens';

export interface TokeniseOptions {
  readonly notebook: boolean;
  /** Where notebook cells begin, ascending; the text's own beginning need not be among them. */
  readonly cellStarts: readonly number[];
  /** Where triple quotes stand that are to be passed over (see strayQuotes.ts), or -1. */
  readonly strayQuote: number;
}

/**
 * Reads a whole text into tokens. What the parser may count on: every opening bracket, f-string and field has its closing
 * token, every Indent its Dedent, and between an opening and its closing there is no Newline, Indent or Dedent.
 */
export function tokenise(text: string, options: TokeniseOptions): Lexer {
  const lexer = new Lexer(text, options.notebook, options.strayQuote);
  for (const start of options.cellStarts) {
    if (start > lexer.position && start < text.length) readCell(lexer, start);
  }
  readCell(lexer, text.length);
  lexer.push(Token.EndOfFile, text.length, text.length);
  return lexer;
}

function readCell(lexer: Lexer, end: number): void {
  lexer.length = end;
  lexer.cellStart = lexer.count;
  startLine(lexer);
  while (lexer.position < lexer.length) readToken(lexer);
  closeTo(lexer, 0);
  if (lexer.lastKind() !== Token.Newline) lexer.pushAbsent(Token.Newline);
  lexer.position = end;
  applyIndentation(lexer, 0);
}

function readToken(lexer: Lexer): void {
  const { codes } = lexer;
  let { position } = lexer;
  let code = codes[position]!;
  while (code === CODE.space) code = codes[++position]!;
  lexer.position = position;
  switch (CHARACTER_CLASS[code]) {
    case CharacterClass.Letter:
      return readWord(lexer, position);
    case CharacterClass.Operator:
      return readOperator(lexer, code);
    case CharacterClass.Open:
      return readOpening(lexer, code);
    case CharacterClass.Close:
      readClosing(lexer, code);
      if (lexer.lastKind() === Token.FieldClose) readFStringText(lexer);
      return;
    case CharacterClass.Newline:
      return readNewline(lexer);
    case CharacterClass.Digit:
      return readNumber(lexer);
    case CharacterClass.Quote:
      return readString(lexer, position, Prefix.Plain);
    case CharacterClass.Hash:
      return readComment(lexer);
    case CharacterClass.Space:
      lexer.position++;
      return;
    case CharacterClass.Backslash:
      return readBackslash(lexer);
    default:
      return readInvalid(lexer);
  }
}

function readWord(lexer: Lexer, start: number): void {
  const { codes } = lexer;
  let end = start + 1;
  let code = codes[end]!;
  while (IDENTIFIER_PART[code] === 1) code = codes[++end]!;
  if (end - start <= 2 && (code === CODE.doubleQuote || code === CODE.quote)) {
    const prefix = prefixAt(codes, start, end);
    if (prefix !== Prefix.None) {
      lexer.position = end;
      return readString(lexer, start, prefix);
    }
  }
  const word = keywordAt(codes, start, end);
  if (start === lexer.continuation && lexer.depth > 0) resetBrackets(lexer, word, start, end);
  lexer.push(word, start, end);
  lexer.position = end;
}

function readNumber(lexer: Lexer): void {
  const start = lexer.position;
  lexer.position = numberEnd(lexer.codes, start);
  lexer.push(Token.Number, start, lexer.position);
}

function readNewline(lexer: Lexer): void {
  if (lexer.depth > 0) return continueLine(lexer);
  lexer.push(Token.Newline, lexer.position, lexer.position);
  lexer.position = afterNewline(lexer.codes, lexer.position);
  startLine(lexer);
}

function readBackslash(lexer: Lexer): void {
  const next = afterContinuation(lexer, lexer.position);
  if (next < 0) readInvalid(lexer);
  else lexer.position = next;
}

/** A run of characters that begin no token is one error. Behind trailing spaces it may be the end of the text. */
function readInvalid(lexer: Lexer): void {
  if (lexer.position >= lexer.length) return;
  const start = lexer.position++;
  while (lexer.position < lexer.length && CHARACTER_CLASS[lexer.codes[lexer.position]!] === CharacterClass.Invalid) {
    lexer.position++;
  }
  lexer.push(Token.Error, start, lexer.position);
}

function readOperator(lexer: Lexer, code: number): void {
  const { codes, position } = lexer;
  if (code === CODE.comma) {
    lexer.position++;
    return lexer.push(Token.Comma, position, position + 1);
  }
  if (code === CODE.dot && isDigit(codes[position + 1]!)) return readNumber(lexer);
  if ((lexer.top() & FRAME_KIND) === Frame.Field) {
    if (code === CODE.colon) return openFormat(lexer);
    if (code === CODE.exclamation && codes[position + 1]! !== CODE.equal) {
      lexer.position++;
      return lexer.push(Token.FieldConversion, position, position + 1);
    }
  }
  const token = operatorAt(codes, position);
  lexer.position = position + OPERATOR_LENGTH[token]!;
  lexer.push(token, position, lexer.position);
  if (token === Token.Equal && lexer.notebook && lexer.depth === 0) readAssignedMagic(lexer);
}
