import { readExpression } from './expressions';
import { readParameters } from './parameters';
import { type Parser, Row } from './parser';
import { Kind, type Node, NONE } from './syntax';
import { Token } from './tokens';

/** `type X = …` and `type X[T] = …`, but not the name `type` in any other place. */
export function atTypeAlias(parser: Parser): boolean {
  if (parser.peek(1) !== Token.Name || (parser.peek(2) !== Token.Equal && parser.peek(2) !== Token.BracketOpen)) return false;
  return parser.end() - parser.start() === 4 && parser.source.startsWith('type', parser.start());
}

export function readTypeAlias(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const row = new Row(parser);
  row.add(parser.leaf(Kind.Identifier));
  row.add(readTypeParameters(parser));
  row.add(parser.accept(Token.Equal) ? readExpression(parser) : parser.missing());
  return parser.node(Kind.TypeAlias, start, row.first);
}

/** `[T: bound = default, *Ts, **P]`, if it stands here. As with all parameters, the brackets are not part of the node. */
export function readTypeParameters(parser: Parser): Node {
  if (parser.token !== Token.BracketOpen) return NONE;
  parser.advance();
  const parameters = readParameters(parser, Token.BracketClose, Kind.TypeParameters);
  parser.accept(Token.BracketClose);
  return parameters;
}
