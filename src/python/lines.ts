/** Where a line ends: at its break, which a backslash may hide, or behind its comment. */
import { CODE, isNewline } from './characters';
import type { Lexer } from './lexer';

/** Behind the line break at a place: CRLF is one. */
export function afterNewline(codes: Uint16Array, position: number): number {
  const pair = codes[position]! === CODE.carriageReturn && codes[position + 1]! === CODE.lineFeed;
  return position + (pair ? 2 : 1);
}

/** Behind the line break that a backslash hides, or -1 if the backslash does not stand at the end of its line. */
export function afterContinuation(lexer: Lexer, backslash: number): number {
  if (!isNewline(lexer.codes[backslash + 1]!)) return -1;
  return Math.min(afterNewline(lexer.codes, backslash + 1), lexer.length);
}

/** Where the line ends that a place is on: at its line break or at the end of the text. */
export function lineEnd(lexer: Lexer, position: number): number {
  const { codes, length } = lexer;
  if (!lexer.carriageReturns) {
    const newline = lexer.text.indexOf('\n', position);
    return newline < 0 || newline > length ? length : newline;
  }
  let end = position;
  while (end < length && !isNewline(codes[end]!)) end++;
  return end;
}

export function readComment(lexer: Lexer): void {
  const start = lexer.position;
  lexer.position = lineEnd(lexer, start);
  lexer.comments.push(start, lexer.position);
}
