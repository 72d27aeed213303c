import { CODE, isBlank, isNewline } from './characters';
import { Frame, FRAME_KIND, type Lexer, QUOTE_TRIPLE } from './lexer';
import { applyIndentation, columnOf, lineEnd } from './lines';
import { Token, tokenSet } from './tokens';

/** How far a closing bracket looks for its opening one past others that were left open. */
const REACH = 100;

const CLOSING: readonly Token[] = [
  Token.Error, Token.ParenClose, Token.BracketClose, Token.BraceClose, Token.FieldClose, Token.FieldClose, Token.FStringEnd,
];

export function readOpening(lexer: Lexer, code: number): void {
  const start = lexer.position++;
  if (code === CODE.openParen) {
    lexer.push(Token.ParenOpen, start, lexer.position);
    lexer.open(Frame.Paren);
  } else if (code === CODE.openBracket) {
    lexer.push(Token.BracketOpen, start, lexer.position);
    lexer.open(Frame.Bracket);
  } else {
    lexer.push(Token.BraceOpen, start, lexer.position);
    lexer.open(Frame.Brace);
  }
}

/**
 * Reads a closing bracket so that the parser always sees pairs: brackets left open inside are closed first, and a bracket
 * that closes nothing becomes an error.
 */
export function readClosing(lexer: Lexer, code: number): void {
  const start = lexer.position;
  const depth = openingDepth(lexer, code);
  lexer.position = start + 1;
  if (depth < 0) {
    lexer.push(Token.Error, start, start + 1);
    return;
  }
  closeTo(lexer, depth + 1);
  const frame = lexer.frames[--lexer.depth]!;
  lexer.push(CLOSING[frame & FRAME_KIND]!, start, start + 1);
}

function openingDepth(lexer: Lexer, code: number): number {
  const wanted = code === CODE.closeParen ? Frame.Paren : code === CODE.closeBracket ? Frame.Bracket : Frame.Brace;
  const last = Math.max(0, lexer.depth - REACH);
  for (let depth = lexer.depth - 1; depth >= last; depth--) {
    const kind = lexer.frames[depth]! & FRAME_KIND;
    if (kind === wanted || (kind === Frame.Field && code === CODE.closeBrace)) return depth;
    if (kind === Frame.Field) return -1;
  }
  return -1;
}

/** Closes everything that was opened beyond a depth, without any text. A field and its format close together. */
export function closeTo(lexer: Lexer, depth: number): void {
  while (lexer.depth > depth) {
    const kind = lexer.frames[--lexer.depth]! & FRAME_KIND;
    if (kind !== Frame.Format) lexer.pushAbsent(CLOSING[kind]!);
  }
}

const ENDS_OPERAND = tokenSet(
  Token.Name, Token.Number, Token.String, Token.FStringEnd, Token.ParenClose, Token.BracketClose, Token.BraceClose,
  Token.True, Token.False, Token.None, Token.Ellipsis,
);
const STATEMENT_ONLY = tokenSet(
  Token.Assert, Token.Break, Token.Class, Token.Continue, Token.Def, Token.Del, Token.Except, Token.Finally, Token.Global,
  Token.Import, Token.Nonlocal, Token.Pass, Token.Raise, Token.Return, Token.Try, Token.While, Token.With,
);
const COMPOUND = tokenSet(Token.If, Token.Elif, Token.Else, Token.For, Token.Async);
const STARTS_OPERAND = tokenSet(Token.Name, Token.Await, Token.Yield);

/**
 * Called for the first word of a line inside brackets: if no Python could go on like this, the brackets were left open and
 * the line is a statement. So an unclosed bracket costs nothing beyond the lines that really look like its content.
 */
export function resetBrackets(lexer: Lexer, word: Token, start: number, end: number): void {
  if (!startsStatement(lexer, word, start, end) || insideTripleQuotes(lexer)) return;
  closeTo(lexer, 0);
  lexer.pushAbsent(Token.Newline);
  applyIndentation(lexer, columnOf(lexer, start));
}

function startsStatement(lexer: Lexer, word: Token, start: number, end: number): boolean {
  if (STATEMENT_ONLY[word]) return true;
  if (word === Token.From) return /^[ \t.\w]+[ \t]import\b/.test(lexer.text.slice(end, end + 200));
  const candidate = STARTS_OPERAND[word] ? ENDS_OPERAND[lexer.lastKind()] : COMPOUND[word];
  if (!candidate || columnOf(lexer, start) > lexer.indents.at(-1)!) return false;
  return STARTS_OPERAND[word] === 1 || endsInColon(lexer, start);
}

function endsInColon(lexer: Lexer, start: number): boolean {
  let end = lineEnd(lexer, start);
  while (isBlank(lexer.codes[end - 1]!)) end--;
  return lexer.codes[end - 1]! === CODE.colon;
}

function insideTripleQuotes(lexer: Lexer): boolean {
  const last = Math.max(0, lexer.depth - REACH);
  for (let depth = lexer.depth - 1; depth >= last; depth--) {
    if (lexer.frames[depth]! & QUOTE_TRIPLE) return true;
  }
  return false;
}

/** A line break inside brackets is a space, but what follows it is looked at by `resetBrackets`. */
export function continueLine(lexer: Lexer): void {
  const { codes } = lexer;
  let position = lexer.position;
  let code = codes[position]!;
  while (position < lexer.length && (isNewline(code) || isBlank(code))) code = codes[++position]!;
  lexer.position = position;
  lexer.continuation = position;
}
