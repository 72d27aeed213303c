import { CODE, isBlank, isNewline } from './characters';
import { applyIndentation, columnOf } from './indentation';
import { Frame, FRAME_KIND, type Lexer, QUOTE_TRIPLE } from './lexer';
import { lineEnd } from './lines';
import { Token, tokenSet } from './tokens';

/** How far a closing bracket looks for its opening one past others that were left open. */
const REACH = 100;
const LONGEST_HEADER = 200;
const LONGEST_LAMBDA = 40;

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
  Token.Assert, Token.Break, Token.Class, Token.Continue, Token.Def, Token.Del, Token.Elif, Token.Except, Token.Finally, Token.Global,
  Token.Import, Token.Nonlocal, Token.Pass, Token.Raise, Token.Return, Token.Try, Token.While, Token.With,
);
const COMPOUND = tokenSet(Token.If, Token.Else, Token.For, Token.Async);
const HEADERS = tokenSet(Token.Async, Token.Class, Token.Def, Token.For, Token.If, Token.Elif, Token.While, Token.With);
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
  lexer.statement = lexer.count;
}

function startsStatement(lexer: Lexer, word: Token, start: number, end: number): boolean {
  if (STATEMENT_ONLY[word]) return true;
  if (word === Token.From) return /^[ \t.\w]+[ \t]import\b/.test(lexer.text.slice(end, end + 200));
  if (COMPOUND[word]) return isHeader(lexer, word, start, end);
  if (lexer.lastKind() === Token.Colon) return endsHeader(lexer);
  return STARTS_OPERAND[word] === 1 && ENDS_OPERAND[lexer.lastKind()] === 1 && leavesBrackets(lexer, start);
}

/** Whether the colon at the end of the line before is that of a header, and no annotation's, lambda's, dict's or slice's. */
function endsHeader(lexer: Lexer): boolean {
  const header = lexer.kinds[lexer.statement]!;
  if (!HEADERS[header] || lexer.top() !== Frame.Paren) return false;
  const colon = lexer.count - 1;
  if (header === Token.Def || header === Token.Async) return lexer.kinds[colon - 1] === Token.ParenClose;
  const sight = lexer.kinds.subarray(Math.max(lexer.statement, colon - LONGEST_LAMBDA), colon);
  return !sight.includes(Token.Lambda);
}

/** `if …:` on one line, without an `else` that would make it part of an expression such as the key of a dict. */
function isHeader(lexer: Lexer, word: Token, start: number, end: number): boolean {
  let last = lineEnd(lexer, start);
  while (isBlank(lexer.codes[last - 1]!)) last--;
  if (lexer.codes[last - 1]! !== CODE.colon) return false;
  if (word === Token.Else) return last - 1 === end;
  if (last - end > LONGEST_HEADER) return false;
  const rest = lexer.text.slice(end, last - 1).replace(/(["'])(?:\\.|(?!\1).)*\1/g, '');
  return !/\b(?:else|lambda)\b/.test(rest) && isBalanced(rest);
}

/** Whether every bracket on the line has its partner there. A line of an expression often closes what an earlier one opened. */
function isBalanced(line: string): boolean {
  let open = 0;
  for (const character of line) {
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character) && --open < 0) return false;
  }
  return open === 0;
}

/**
 * Two operands side by side are an error in any case. The second begins a statement if it stands no further to the right than
 * the statement that opened the bracket, or if that one is a header, whose block begins here, or if an attribute is assigned.
 */
function leavesBrackets(lexer: Lexer, start: number): boolean {
  const header = lexer.kinds[lexer.statement]!;
  const line = lexer.text.slice(start, start + LONGEST_HEADER);
  if (columnOf(lexer, start) <= lexer.indents.at(-1)!) return true;
  if (HEADERS[header]) return !((header === Token.Def || header === Token.Async) && isParameter.test(line));
  return /^\w+(?:\.\w+)+ *=[^=]/.test(line);
}

/** A line as those of parameters are, where the comma before it is missing. */
const isParameter = /^\w+ *(?:[:=][^\n]*)?(?:,[ \t]*(?:#[^\n]*)?\r?\n|\r?\n[ \t]*\))/;

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
