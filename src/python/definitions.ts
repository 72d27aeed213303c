import { readArguments } from './arguments';
import { readBlock } from './blocks';
import { readCompound } from './compounds';
import { readNamedExpression } from './expressions';
import { readAnnotation, readParameters } from './parameters';
import { type Parser, Row } from './parser';
import { Kind, type Node, NONE } from './syntax';
import { Token } from './tokens';
import { readTypeParameters } from './typeAliases';

/** `async` before `def`, `for` and `with`; in any other place it is a name, as it was before Python 3.7. */
export function readAsync(parser: Parser): Node {
  switch (parser.peek(1)) {
    case Token.Def:
      return readDef(parser);
    case Token.For:
    case Token.With:
      return readCompound(parser);
    default:
      return parser.errorToken();
  }
}

export function readDef(parser: Parser): Node {
  const start = parser.start();
  const kind = parser.accept(Token.Async) ? Kind.AsyncFunctionDef : Kind.FunctionDef;
  parser.advance();
  const row = new Row(parser);
  row.add(readDefinedName(parser));
  row.add(readTypeParameters(parser));
  if (parser.accept(Token.ParenOpen)) row.add(readParameters(parser, Token.ParenClose));
  else row.add(parser.nodeTo(Kind.Parameters, parser.lastEnd, parser.lastEnd, NONE));
  parser.accept(Token.ParenClose);
  if (parser.token === Token.Arrow) row.add(readAnnotation(parser));
  row.add(readBlock(parser));
  return parser.node(kind, start, row.first);
}

export function readClass(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const row = new Row(parser);
  row.add(readDefinedName(parser));
  row.add(readTypeParameters(parser));
  if (parser.token === Token.ParenOpen) row.add(readBases(parser));
  row.add(readBlock(parser));
  return parser.node(Kind.ClassDef, start, row.first);
}

/** The name that is defined, of width 0 where it is missing. */
function readDefinedName(parser: Parser): Node {
  return parser.token === Token.Name ? parser.leaf(Kind.Identifier) : parser.nodeTo(Kind.Identifier, parser.lastEnd, parser.lastEnd, NONE);
}

function readBases(parser: Parser): Node {
  const start = parser.start();
  return parser.node(Kind.Bases, start, readArguments(parser));
}

/** `@decorator` lines with the definition below them. */
export function readDecorated(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  while (parser.token === Token.At) {
    row.add(readDecorator(parser));
    while (parser.at(Token.Newline)) parser.skipLayout();
  }
  if (parser.token === Token.Class) row.add(readClass(parser));
  else if (parser.token === Token.Def || (parser.token === Token.Async && parser.peek(1) === Token.Def)) row.add(readDef(parser));
  return parser.node(Kind.Decorated, start, row.first);
}

function readDecorator(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(Kind.Decorator, start, readNamedExpression(parser));
}
