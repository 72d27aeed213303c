/* What follows an operand: `.name`, `(arguments)`, `[index]`. */
import { readArguments } from './arguments';
import { readAtom, startsAtom } from './atoms';
import { readElement, readExpression, startsExpression } from './expressions';
import type { Parser } from './parser';
import { Kind, type Node, NONE } from './syntax';
import { Token } from './tokens';

export function readPrimary(parser: Parser): Node {
  if (parser.token === Token.Error) return readBehindError(parser);
  const start = parser.start();
  const before = parser.index;
  let primary = readAtom(parser);
  if (parser.index === before) return primary;
  for (;;) {
    switch (parser.token) {
      case Token.Dot:
        primary = readAttribute(parser, start, primary);
        break;
      case Token.ParenOpen:
        parser.link(primary, readArguments(parser));
        primary = parser.node(Kind.Call, start, primary);
        break;
      case Token.BracketOpen:
        primary = readSubscript(parser, start, primary);
        break;
      default:
        return primary;
    }
  }
}


/** An operand behind characters that mean nothing, as in `$x`. */
function readBehindError(parser: Parser): Node {
  const start = parser.start();
  while (parser.token === Token.Error) parser.advance();
  return parser.node(Kind.Error, start, startsAtom(parser.token) ? readPrimary(parser) : NONE);
}

/** `value.name`. Behind a lone dot, as it stands while somebody types, the name is empty; a keyword there counts as a name. */
function readAttribute(parser: Parser, start: number, value: Node): Node {
  parser.advance();
  const nameStart = parser.start();
  if (parser.token === Token.Name || (parser.token >= Token.False && nameStart === parser.lastEnd)) {
    parser.advance();
    return parser.node(Kind.Attribute, start, value, nameStart);
  }
  return parser.node(Kind.Attribute, start, value, parser.lastEnd);
}

function readSubscript(parser: Parser, start: number, value: Node): Node {
  parser.advance();
  const indexStart = parser.start();
  let index = readIndex(parser);
  if (parser.token !== Token.BracketClose || parser.kind(index) === Kind.Starred) index = readIndices(parser, indexStart, index);
  parser.link(value, index);
  parser.accept(Token.BracketClose);
  return parser.node(Kind.Subscript, start, value);
}

/** Several indices are one tuple, which ends before the bracket; so is a single `*index`. */
function readIndices(parser: Parser, start: number, first: Node): Node {
  let last = first;
  while (parser.token !== Token.BracketClose && parser.token !== Token.EndOfFile) {
    if (parser.accept(Token.Comma) && parser.at(Token.BracketClose)) break;
    const before = parser.index;
    const next = readIndex(parser);
    parser.link(last, next);
    last = next;
    if (parser.index === before) parser.advance();
  }
  return parser.node(Kind.Tuple, start, first);
}

function readIndex(parser: Parser): Node {
  const start = parser.start();
  const lower = parser.token === Token.Colon ? parser.missing(start) : readElement(parser);
  if (parser.token !== Token.Colon) return lower;
  parser.advance();
  const upper = readBound(parser);
  parser.link(lower, upper);
  if (parser.accept(Token.Colon)) parser.link(upper, readBound(parser));
  return parser.node(Kind.Slice, start, lower);
}

function readBound(parser: Parser): Node {
  return startsExpression(parser.token) ? readExpression(parser) : parser.missing();
}
