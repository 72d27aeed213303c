/* Operands: names, literals, and whatever stands in brackets. */
import { CODE, lowerCase } from './characters';
import { atComprehension, readComprehensions } from './comprehensions';
import { readElement, readExpression, readNamedExpression, readStarred, readYield } from './expressions';
import { readFString } from './fstrings';
import type { Parser } from './parser';
import { Kind, type Node, NONE } from './syntax';
import { Token, tokenSet } from './tokens';

const STARTS_ATOM = tokenSet(
  Token.Name, Token.Number, Token.String, Token.FStringStart, Token.ParenOpen, Token.BracketOpen, Token.BraceOpen,
  Token.Ellipsis, Token.True, Token.False, Token.None, Token.Magic,
);

export function startsAtom(token: Token): boolean {
  return STARTS_ATOM[token] === 1;
}

/** Reads an operand. Where none begins, nothing is passed: the result is Missing, and the caller goes on with what it finds. */
export function readAtom(parser: Parser): Node {
  switch (parser.token) {
    case Token.Name:
      return parser.leaf(Kind.Name);
    case Token.Number:
      return parser.leaf(Kind.Number);
    case Token.String:
    case Token.FStringStart:
      return readStrings(parser);
    case Token.ParenOpen:
      return readParenthesised(parser);
    case Token.BracketOpen:
      return readList(parser);
    case Token.BraceOpen:
      return readBraces(parser);
    case Token.True:
      return parser.leaf(Kind.True);
    case Token.False:
      return parser.leaf(Kind.False);
    case Token.None:
      return parser.leaf(Kind.NoneLiteral);
    case Token.Ellipsis:
      return parser.leaf(Kind.Ellipsis);
    case Token.Magic:
      return parser.leaf(Kind.Magic);
    default:
      return parser.missing();
  }
}

/** One literal, or several side by side as one Concatenation. */
function readStrings(parser: Parser): Node {
  const start = parser.start();
  const first = readOneString(parser);
  if (parser.token !== Token.String && parser.token !== Token.FStringStart) return first;
  let last = first;
  while (parser.token === Token.String || parser.token === Token.FStringStart) {
    const next = readOneString(parser);
    parser.link(last, next);
    last = next;
  }
  return parser.node(Kind.Concatenation, start, first);
}

const LETTER_B = 98;

function readOneString(parser: Parser): Node {
  if (parser.token === Token.FStringStart) return readFString(parser);
  const { source } = parser;
  const start = parser.start();
  const first = source.charCodeAt(start);
  if (first === CODE.doubleQuote || first === CODE.quote) return parser.leaf(Kind.String);
  const bytes = lowerCase(first) === LETTER_B || lowerCase(source.charCodeAt(start + 1)) === LETTER_B;
  return parser.leaf(bytes ? Kind.Bytes : Kind.String);
}

/** Passes the closing bracket, whatever else stands before it. The elements so far are linked; `last` is NONE if there are none. */
function closeBracket(parser: Parser, first: Node, last: Node, close: Token): Node {
  let head = first;
  let tail = last;
  while (parser.token !== close && parser.token !== Token.EndOfFile) {
    const extra = readUnexpected(parser);
    if (tail) parser.link(tail, extra);
    else head = extra;
    tail = extra;
  }
  parser.accept(close);
  return head;
}

/** An element that no comma leads to, or a token that fits nowhere. Always passes something. */
export function readUnexpected(parser: Parser): Node {
  const before = parser.index;
  const start = parser.start();
  if (parser.token === Token.Yield) return parser.node(Kind.Error, start, readYield(parser));
  const element = readElement(parser);
  if (parser.index > before) return element;
  parser.advance();
  return parser.node(Kind.Error, start, element);
}

function readParenthesised(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  if (parser.accept(Token.ParenClose)) return parser.node(Kind.Tuple, start, NONE);
  const first = parser.token === Token.Yield ? readYield(parser) : readElement(parser);
  if (atComprehension(parser)) return readGenerator(parser, start, first);
  if (parser.token !== Token.ParenClose) return readTupleUpTo(parser, start, first);
  parser.advance();
  return first;
}

function readTupleUpTo(parser: Parser, start: number, first: Node): Node {
  readElements(parser, first, Token.ParenClose);
  return parser.node(Kind.Tuple, start, first);
}

/** The generator whose first element has been read, up to its closing parenthesis, which belongs to it. */
export function readGenerator(parser: Parser, start: number, element: Node): Node {
  const last = readComprehensions(parser, element);
  closeBracket(parser, element, last, Token.ParenClose);
  return parser.node(Kind.Generator, start, element);
}

/** All elements behind the first, and the closing bracket. */
function readElements(parser: Parser, first: Node, close: Token): void {
  let last = first;
  while (parser.token !== close && parser.token !== Token.EndOfFile) {
    if (parser.accept(Token.Comma) && parser.at(close)) break;
    const next = readUnexpected(parser);
    parser.link(last, next);
    last = next;
  }
  parser.accept(close);
}

function readList(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  if (parser.accept(Token.BracketClose)) return parser.node(Kind.List, start, NONE);
  const first = readElement(parser);
  if (atComprehension(parser)) {
    closeBracket(parser, first, readComprehensions(parser, first), Token.BracketClose);
    return parser.node(Kind.ListComprehension, start, first);
  }
  readElements(parser, first, Token.BracketClose);
  return parser.node(Kind.List, start, first);
}

function readBraces(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  if (parser.accept(Token.BraceClose)) return parser.node(Kind.Dict, start, NONE);
  const first = readEntry(parser);
  const kind = parser.kind(first);
  const dict = kind === Kind.DictEntry || kind === Kind.DoubleStarred;
  if (atComprehension(parser)) {
    closeBracket(parser, first, readComprehensions(parser, first), Token.BraceClose);
    return parser.node(dict ? Kind.DictComprehension : Kind.SetComprehension, start, first);
  }
  readEntries(parser, first);
  return parser.node(dict ? Kind.Dict : Kind.Set, start, first);
}

/** `key: value`, `**mapping`, or the element of a set. */
function readEntry(parser: Parser): Node {
  if (parser.token === Token.DoubleStar) return readStarred(parser, Kind.DoubleStarred);
  if (parser.token === Token.Star) return readStarred(parser, Kind.Starred);
  const start = parser.start();
  const key = readNamedExpression(parser);
  if (parser.token !== Token.Colon) return key;
  parser.advance();
  parser.link(key, readExpression(parser));
  return parser.node(Kind.DictEntry, start, key);
}

function readEntries(parser: Parser, first: Node): void {
  let last = first;
  while (parser.token !== Token.BraceClose && parser.token !== Token.EndOfFile) {
    if (parser.accept(Token.Comma) && parser.at(Token.BraceClose)) break;
    const before = parser.index;
    const entry = readEntry(parser);
    const next = parser.index > before ? entry : readUnexpectedBehind(parser, entry);
    parser.link(last, next);
    last = next;
  }
  parser.accept(Token.BraceClose);
}

function readUnexpectedBehind(parser: Parser, nothing: Node): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(Kind.Error, start, nothing);
}
