import { readElement, readExpression } from './expressions';
import { type Parser, Row } from './parser';
import { Kind, type Node, NONE } from './syntax';
import { Token, tokenSet } from './tokens';

/** Reads parameters up to the token that closes them, which is left. Those of a lambda, before its colon, have no annotations. */
export function readParameters(parser: Parser, close: Token, kind = Kind.Parameters): Node {
  const start = parser.start();
  const row = new Row(parser);
  while (parser.token !== close && !endsParameters(parser.token)) {
    if (parser.accept(Token.Comma)) continue;
    row.add(readParameter(parser, close !== Token.Colon));
  }
  return row.first ? parser.node(kind, start, row.first) : parser.nodeTo(kind, parser.lastEnd, parser.lastEnd, NONE);
}

function endsParameters(token: Token): boolean {
  return token === Token.Newline || token === Token.EndOfFile || token === Token.ParenClose || token === Token.BracketClose
    || token === Token.BraceClose || token === Token.FieldClose || token === Token.FieldFormat || token === Token.FStringEnd;
}

/** What makes an expression of a name. */
const GOES_ON = tokenSet(Token.Dot, Token.ParenOpen, Token.BracketOpen);

function readParameter(parser: Parser, annotated: boolean): Node {
  const start = parser.start();
  switch (parser.token) {
    case Token.Name:
      return GOES_ON[parser.peek(1)] ? readNoParameter(parser) : readNamed(parser, start, Kind.Parameter, annotated);
    case Token.Slash:
      return parser.leaf(Kind.PositionalOnlyMark);
    case Token.Star:
      parser.advance();
      return isName(parser) ? readNamed(parser, start, Kind.StarParameter, annotated) : parser.node(Kind.KeywordOnlyMark, start, NONE);
    case Token.DoubleStar:
      parser.advance();
      return isName(parser) ? readNamed(parser, start, Kind.DoubleStarParameter, annotated) : parser.node(Kind.Error, start, NONE);
    default:
      return readNoParameter(parser);
  }
}

function isName(parser: Parser): boolean {
  return parser.token === Token.Name;
}

/** Such as the tuples of Python 2. Always passes something. */
function readNoParameter(parser: Parser): Node {
  const start = parser.start();
  const before = parser.index;
  const element = readElement(parser);
  if (parser.index === before) parser.advance();
  return parser.node(Kind.Error, start, element);
}

function readNamed(parser: Parser, start: number, kind: Kind, annotated: boolean): Node {
  const name = parser.leaf(Kind.Identifier);
  let last = name;
  if (annotated && parser.token === Token.Colon) {
    const annotation = readAnnotation(parser);
    parser.link(last, annotation);
    last = annotation;
  }
  if (parser.accept(Token.Equal)) parser.link(last, readStarDefault(parser));
  return parser.node(kind, start, name);
}

/** The default of a type parameter may be starred: `[*Ts = *tuple[int]]`. */
function readStarDefault(parser: Parser): Node {
  return parser.token === Token.Star ? readElement(parser) : readExpression(parser);
}

/** What follows a colon or an arrow; `*args: *Ts` has a starred one. */
export function readAnnotation(parser: Parser): Node {
  parser.advance();
  const start = parser.start();
  const expression = parser.token === Token.Star ? readElement(parser) : readExpression(parser);
  return parser.node(Kind.Annotation, start, expression);
}
