import { readGenerator, readUnexpected } from './atoms';
import { atComprehension } from './comprehensions';
import { readExpression, readStarred } from './expressions';
import { type Parser, Row } from './parser';
import { Kind, type Node } from './syntax';
import { Token } from './tokens';

/** Reads the arguments with both parentheses; gives the first. */
export function readArguments(parser: Parser): Node {
  const open = parser.start();
  const row = new Row(parser);
  parser.advance();
  while (parser.token !== Token.ParenClose && parser.token !== Token.EndOfFile) {
    if (parser.accept(Token.Comma)) continue;
    const argument = readArgument(parser);
    if (atComprehension(parser)) {
      // The parentheses of the call are those of the generator, if it is the only argument.
      row.add(readGenerator(parser, row.first ? parser.startOf(argument) : open, argument));
      return row.first;
    }
    row.add(argument);
  }
  parser.accept(Token.ParenClose);
  return row.first;
}

function readArgument(parser: Parser): Node {
  if (parser.token === Token.Star) return readStarred(parser, Kind.Starred);
  if (parser.token === Token.DoubleStar) return readStarred(parser, Kind.DoubleStarred);
  if (parser.token === Token.Name && parser.peek(1) === Token.Equal) return readKeyword(parser);
  const argument = readUnexpected(parser);
  return parser.token === Token.Equal ? readAssigned(parser, argument) : argument;
}

function readKeyword(parser: Parser): Node {
  const start = parser.start();
  const nameEnd = parser.end();
  parser.advance();
  parser.advance();
  return parser.node(Kind.KeywordArgument, start, readExpression(parser), nameEnd);
}

/** `self.x = value` among arguments: most likely a statement behind an unclosed parenthesis. */
function readAssigned(parser: Parser, target: Node): Node {
  const start = parser.startOf(target);
  parser.advance();
  parser.link(target, readExpression(parser));
  return parser.node(Kind.Error, start, target);
}
