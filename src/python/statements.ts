import { readAsync, readClass, readDecorated, readDef } from './definitions';
import { readCompound } from './compounds';
import { readExpression, readExpressionList, startsExpression } from './expressions';
import { readFrom, readImport, readScopeNames } from './imports';
import { BINARY_OPERATOR } from './operators';
import { type Parser, Row } from './parser';
import { atMatch, readMatch } from './patterns';
import { Kind, type Node, NONE } from './syntax';
import { Token, tokenSet } from './tokens';
import { atTypeAlias, readTypeAlias } from './typeAliases';

const STARTS_STATEMENT = tokenSet(
  Token.Assert, Token.Async, Token.Break, Token.Class, Token.Continue, Token.Def, Token.Del, Token.Elif, Token.Else, Token.Except,
  Token.Finally, Token.For, Token.From, Token.Global, Token.If, Token.Import, Token.Nonlocal, Token.Pass, Token.Raise,
  Token.Return, Token.Try, Token.While, Token.With, Token.At,
);

/** Whether a keyword (or `@`) begins a statement. Expressions do not count. */
export function startsStatement(token: Token): boolean {
  return STARTS_STATEMENT[token] === 1;
}

/** Reads one statement, without the line's end behind it. Always passes something. */
export function readStatement(parser: Parser): Node {
  switch (parser.token) {
    case Token.Name:
      return readNameStatement(parser);
    case Token.Import:
      return readImport(parser);
    case Token.From:
      return readFrom(parser);
    case Token.Def:
      return readDef(parser);
    case Token.Class:
      return readClass(parser);
    case Token.At:
      return readDecorated(parser);
    case Token.Async:
      return readAsync(parser);
    case Token.If:
    case Token.Elif:
    case Token.Else:
    case Token.For:
    case Token.While:
    case Token.Try:
    case Token.Except:
    case Token.Finally:
    case Token.With:
      return readCompound(parser);
    case Token.Magic:
      return parser.leaf(Kind.Magic);
    default:
      return startsStatement(parser.token) ? readKeywordStatement(parser) : readExpressionStatement(parser);
  }
}

/** `match` and `type` are keywords only where what follows makes them so. */
function readNameStatement(parser: Parser): Node {
  if (atMatch(parser)) return readMatch(parser);
  if (atTypeAlias(parser)) return readTypeAlias(parser);
  return readExpressionStatement(parser);
}

function readKeywordStatement(parser: Parser): Node {
  switch (parser.token) {
    case Token.Return:
      return readReturn(parser);
    case Token.Raise:
      return readRaise(parser);
    case Token.Assert:
      return readAssert(parser);
    case Token.Del:
      return readDelete(parser);
    case Token.Global:
      return readScopeNames(parser, Kind.Global);
    case Token.Nonlocal:
      return readScopeNames(parser, Kind.Nonlocal);
    case Token.Pass:
      return parser.leaf(Kind.Pass);
    case Token.Break:
      return parser.leaf(Kind.Break);
    default:
      return parser.leaf(Kind.Continue);
  }
}

function startsValue(token: Token): boolean {
  return startsExpression(token) || token === Token.Star || token === Token.Yield;
}

function readReturn(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const value = startsValue(parser.token) ? readExpressionList(parser) : NONE;
  return parser.node(Kind.Return, start, value);
}

/** `raise exception from cause`; in Python 2 `raise exception, message`. */
function readRaise(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const exception = startsValue(parser.token) ? readExpressionList(parser) : NONE;
  if (exception && parser.accept(Token.From)) parser.link(exception, readExpression(parser));
  return parser.node(Kind.Raise, start, exception);
}

function readAssert(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const test = readExpression(parser);
  if (parser.accept(Token.Comma)) parser.link(test, readExpression(parser));
  return parser.node(Kind.Assert, start, test);
}

/** `del a, b` has two targets, no tuple. */
function readDelete(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const row = new Row(parser);
  while (startsExpression(parser.token)) {
    row.add(readExpression(parser));
    if (!parser.accept(Token.Comma)) break;
  }
  return parser.node(Kind.Delete, start, row.first);
}

function readExpressionStatement(parser: Parser): Node {
  const start = parser.start();
  if (!startsValue(parser.token)) return readGarbage(parser);
  const expression = readExpressionList(parser);
  switch (parser.token) {
    case Token.Equal:
      return readAssign(parser, start, expression);
    case Token.Colon:
      return readAnnotated(parser, start, expression);
    default:
      return isAugmented(parser.token) ? readAugmented(parser, start, expression) : parser.node(Kind.ExprStatement, start, expression);
  }
}

/** A run of tokens that begin nothing. */
function readGarbage(parser: Parser): Node {
  const start = parser.start();
  do parser.advance();
  while (isGarbage(parser.token));
  return parser.node(Kind.Error, start, NONE);
}

function isGarbage(token: Token): boolean {
  return (token > Token.Magic || token === Token.Error) && token !== Token.Semicolon && !startsValue(token) && !startsStatement(token);
}

function isAugmented(token: Token): boolean {
  return token >= Token.PlusEqual && token <= Token.CaretEqual;
}

/** `a = b = value`: all but the last are targets. */
function readAssign(parser: Parser, start: number, first: Node): Node {
  let last = first;
  while (parser.accept(Token.Equal)) {
    const next = readExpressionList(parser);
    parser.link(last, next);
    last = next;
  }
  return parser.node(Kind.Assign, start, first);
}

function readAugmented(parser: Parser, start: number, target: Node): Node {
  const operator = BINARY_OPERATOR[parser.token]!;
  parser.advance();
  parser.link(target, readExpressionList(parser));
  return parser.node(Kind.AugAssign, start, target, operator);
}

/** `target: annotation = value`. A colon at the end of its line belongs to a statement whose keyword is missing. */
function readAnnotated(parser: Parser, start: number, target: Node): Node {
  if (!startsExpression(parser.peek(1))) return parser.node(Kind.ExprStatement, start, target);
  parser.advance();
  const annotation = readExpression(parser);
  parser.link(target, annotation);
  if (parser.accept(Token.Equal)) parser.link(annotation, readExpressionList(parser));
  return parser.node(Kind.AnnAssign, start, target);
}
