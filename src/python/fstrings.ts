import { readUnexpected } from './atoms';
import { lowerCase } from './characters';
import { readExpressionList } from './expressions';
import { NESTED, type Parser, Row } from './parser';
import { Kind, type Node } from './syntax';
import { Token } from './tokens';

const LETTER_T = 116;

/** An f- or t-string with its replacement fields; the text between them makes no nodes. */
export function readFString(parser: Parser): Node {
  const start = parser.start();
  const first = lowerCase(parser.source.charCodeAt(start));
  const template = first === LETTER_T || lowerCase(parser.source.charCodeAt(start + 1)) === LETTER_T;
  parser.advance();
  const fields = parser.enter(NESTED) ? readFields(parser, Token.FStringEnd) : parser.skipNested();
  parser.leave(NESTED);
  parser.accept(Token.FStringEnd);
  return parser.node(template ? Kind.TString : Kind.FString, start, fields);
}

/** The fields up to a closing token, which is left; gives the first. */
function readFields(parser: Parser, close: Token): Node {
  const row = new Row(parser);
  while (parser.token !== close && parser.token !== Token.EndOfFile) {
    row.add(parser.token === Token.FieldOpen ? readField(parser) : parser.errorToken());
  }
  return row.first;
}

function readField(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const row = new Row(parser);
  row.add(readExpressionList(parser));
  parser.accept(Token.Equal);
  if (parser.accept(Token.FieldConversion)) parser.accept(Token.Name);
  if (parser.token === Token.FieldFormat) row.add(readFormat(parser));
  while (parser.token !== Token.FieldClose && parser.token !== Token.EndOfFile) {
    row.add(readUnexpected(parser));
  }
  parser.accept(Token.FieldClose);
  return parser.node(Kind.Replacement, start, row.first);
}

/** What follows the colon, up to the brace that closes the field. */
function readFormat(parser: Parser): Node {
  parser.advance();
  const start = parser.lastEnd;
  const fields = readFields(parser, Token.FieldClose);
  return parser.nodeTo(Kind.FormatSpec, start, parser.start(), fields);
}
