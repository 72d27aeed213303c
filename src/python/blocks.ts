/* Statements in a row: the file, and what stands below a colon. */
import { readUnexpected } from './atoms';
import { startsExpression } from './expressions';
import { type Parser, Row } from './parser';
import { readStatement, startsStatement } from './statements';
import { Kind, type Node, NONE } from './syntax';
import { Token } from './tokens';

export function readModule(parser: Parser): Node {
  const first = readStatements(parser, Token.EndOfFile);
  return parser.nodeTo(Kind.Module, 0, parser.end(), first);
}

/**
 * Statements up to a token, which is left. Indentation that no statement asked for changes nothing: its statements belong to
 * the row, and so do those of blocks that are nested too deep.
 */
function readStatements(parser: Parser, close: Token.EndOfFile | Token.Dedent): Node {
  const row = new Row(parser);
  let unasked = 0;
  for (;;) {
    const { token } = parser;
    if (token === Token.EndOfFile || (token === close && unasked === 0)) return row.first;
    if (token === Token.Newline || token === Token.Indent || token === Token.Dedent) {
      unasked += token === Token.Indent ? 1 : token === Token.Dedent ? -1 : 0;
      parser.skipLayout();
    } else {
      const isFirm = close === Token.EndOfFile && unasked === 0 && parser.startsLine();
      const statement = parser.accept(Token.Semicolon) ? NONE : readStatement(parser);
      row.add(statement);
      if (isFirm && statement !== NONE) parser.firm.push(statement);
    }
  }
}

/** The colon and the statements below it or behind it. Both the colon and the statements may be missing. */
export function readBlock(parser: Parser): Node {
  const garbage = parser.accept(Token.Colon) ? NONE : readUpToColon(parser);
  if (parser.token === Token.Newline) return readIndentedBlock(parser, garbage);
  return readInlineBlock(parser, garbage);
}

/** Passes what stands between a header and its colon, where none should. */
function readUpToColon(parser: Parser): Node {
  const row = new Row(parser);
  while (!parser.accept(Token.Colon) && !endsHeader(parser.token)) {
    row.add(readUnexpected(parser));
  }
  return row.first && parser.node(Kind.Error, parser.startOf(row.first), row.first);
}

function endsHeader(token: Token): boolean {
  return token === Token.Newline || token === Token.Indent || token === Token.Dedent || token === Token.EndOfFile
    || token === Token.Semicolon || (startsStatement(token) && !startsExpression(token));
}

function readIndentedBlock(parser: Parser, garbage: Node): Node {
  const start = parser.lastEnd;
  if (parser.peek(1) !== Token.Indent || !parser.mayNestBlock()) return parser.nodeTo(Kind.Block, start, start, garbage);
  parser.skipLayout();
  parser.skipLayout();
  parser.blockDepth++;
  const first = readStatements(parser, Token.Dedent);
  parser.blockDepth--;
  if (parser.token === Token.Dedent) parser.skipLayout();
  return blockOf(parser, garbage, first);
}

function blockOf(parser: Parser, garbage: Node, first: Node): Node {
  if (garbage) parser.link(garbage, first);
  const head = garbage || first;
  return parser.nodeTo(Kind.Block, head ? parser.startOf(head) : parser.lastEnd, parser.lastEnd, head);
}

/** `if x: a; b` */
function readInlineBlock(parser: Parser, garbage: Node): Node {
  const row = new Row(parser);
  parser.blockDepth++;
  while (parser.mayNestBlock() && !endsLine(parser.token)) {
    if (parser.accept(Token.Semicolon)) continue;
    row.add(readStatement(parser));
  }
  parser.blockDepth--;
  return blockOf(parser, garbage, row.first);
}

function endsLine(token: Token): boolean {
  return token === Token.Newline || token === Token.Indent || token === Token.Dedent || token === Token.EndOfFile;
}
