/* Statements with blocks: `if`, `for`, `while`, `try`, `with`, and their clauses. */
import { readBlock } from './blocks';
import { readElement, readExpression, readExpressionList, readLoopTarget, readNamedExpression, readTupleRest, startsExpression } from './expressions';
import { type Parser, Row } from './parser';
import { Kind, type Node } from './syntax';
import { Token } from './tokens';
import { readWithItems } from './withItems';

/** Reads the statement whose keyword stands here. A clause without its statement is read as one of its own. */
export function readCompound(parser: Parser): Node {
  const keyword = parser.token === Token.Async ? parser.peek(1) : parser.token;
  switch (keyword) {
    case Token.If:
      return readIf(parser);
    case Token.For:
      return readFor(parser);
    case Token.While:
      return readWhile(parser);
    case Token.Try:
      return readTry(parser);
    case Token.With:
      return readWith(parser);
    case Token.Elif:
      return readTest(parser, Kind.ElifClause);
    case Token.Except:
      return readExcept(parser);
    default:
      return readClause(parser, keyword === Token.Else ? Kind.ElseClause : Kind.FinallyClause);
  }
}

function readIf(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  readTestInto(parser, row);
  while (nextClause(parser) === Token.Elif) row.add(readTest(parser, Kind.ElifClause));
  readElse(parser, row);
  return parser.node(Kind.If, start, row.first);
}

/** Passes the line's end if a clause stands behind it, and says which; else passes nothing. */
function nextClause(parser: Parser): Token {
  const next = parser.token === Token.Newline ? parser.peek(1) : parser.token;
  if (parser.token === Token.Newline && (next === Token.Elif || next === Token.Else || next === Token.Except || next === Token.Finally)) {
    parser.skipLayout();
  }
  return parser.token;
}

/** A keyword, a test and a block. */
function readTestInto(parser: Parser, row: Row): void {
  parser.advance();
  row.add(readNamedExpression(parser));
  row.add(readBlock(parser));
}

function readTest(parser: Parser, kind: Kind): Node {
  const start = parser.start();
  const row = new Row(parser);
  readTestInto(parser, row);
  return parser.node(kind, start, row.first);
}

function readElse(parser: Parser, row: Row): void {
  if (nextClause(parser) === Token.Else) row.add(readClause(parser, Kind.ElseClause));
}

/** A keyword with nothing but a block. */
function readClause(parser: Parser, kind: Kind): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(kind, start, readBlock(parser));
}

function readWhile(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  readTestInto(parser, row);
  readElse(parser, row);
  return parser.node(Kind.While, start, row.first);
}

function readFor(parser: Parser): Node {
  const start = parser.start();
  const kind = parser.accept(Token.Async) ? Kind.AsyncFor : Kind.For;
  const row = new Row(parser);
  parser.advance();
  row.add(readLoopTarget(parser));
  row.add(parser.accept(Token.In) || startsExpression(parser.token) ? readExpressionList(parser) : parser.missing());
  row.add(readBlock(parser));
  readElse(parser, row);
  return parser.node(kind, start, row.first);
}

function readTry(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  parser.advance();
  row.add(readBlock(parser));
  while (nextClause(parser) === Token.Except) row.add(readExcept(parser));
  readElse(parser, row);
  if (nextClause(parser) === Token.Finally) row.add(readClause(parser, Kind.FinallyClause));
  return parser.node(Kind.Try, start, row.first);
}

/** `except type as name:`, `except* type:`; `except A, B:` is a tuple since 3.14. */
function readExcept(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const group = parser.accept(Token.Star);
  const row = new Row(parser);
  const typeStart = parser.start();
  if (startsExpression(parser.token)) {
    const type = readExpression(parser);
    row.add(parser.token === Token.Comma ? readTupleRest(parser, typeStart, type, readElement) : type);
  }
  if (parser.accept(Token.As) && parser.token === Token.Name) row.add(parser.leaf(Kind.Identifier));
  row.add(readBlock(parser));
  return parser.node(Kind.ExceptClause, start, row.first, Number(group));
}

function readWith(parser: Parser): Node {
  const start = parser.start();
  const kind = parser.accept(Token.Async) ? Kind.AsyncWith : Kind.With;
  const row = new Row(parser);
  parser.advance();
  readWithItems(parser, row);
  row.add(readBlock(parser));
  return parser.node(kind, start, row.first);
}
