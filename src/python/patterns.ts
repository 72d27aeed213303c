/* `match` and the patterns of its cases. */
import { readBlock } from './blocks';
import { readBinary, readExpressionList, readNamedExpression } from './expressions';
import { Power } from './operators';
import { NESTED, type Parser, Row } from './parser';
import { readStatement } from './statements';
import { Kind, type Node, NONE } from './syntax';
import { Token, tokenSet } from './tokens';

/** `match` is a keyword where its line ends in a colon and cases stand below it, and a name everywhere else. */
export function atMatch(parser: Parser): boolean {
  if (!isWord(parser, parser.index, 'match') || !MAY_FOLLOW_MATCH[parser.peek(1)]) return false;
  const end = parser.lineEndFrom(parser.index);
  return parser.kindAt(end) === Token.Newline && parser.kindAt(end - 1) === Token.Colon && end > parser.index + 2
    && parser.kindAt(end + 1) === Token.Indent && isWord(parser, end + 2, 'case');
}

const MAY_FOLLOW_MATCH = tokenSet(
  Token.Name, Token.Number, Token.String, Token.FStringStart, Token.ParenOpen, Token.BracketOpen, Token.BraceOpen, Token.Minus,
  Token.Plus, Token.Tilde, Token.Star, Token.Not, Token.Lambda, Token.Await, Token.Yield, Token.Ellipsis, Token.True, Token.False,
  Token.None,
);

function isWord(parser: Parser, index: number, word: string): boolean {
  const start = parser.startAt(index);
  return parser.kindAt(index) === Token.Name && parser.endAt(index) - start === word.length && parser.source.startsWith(word, start);
}

export function readMatch(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  parser.advance();
  row.add(readExpressionList(parser));
  parser.accept(Token.Colon);
  if (parser.peek(1) !== Token.Indent || !parser.mayNestBlock()) return parser.node(Kind.Match, start, row.first);
  parser.skipLayout();
  parser.skipLayout();
  parser.blockDepth++;
  readCases(parser, row);
  parser.blockDepth--;
  if (parser.token === Token.Dedent) parser.skipLayout();
  return parser.node(Kind.Match, start, row.first);
}

/** Whatever stands between the cases is kept as a statement. */
function readCases(parser: Parser, row: Row): void {
  let unasked = 0;
  for (;;) {
    const { token } = parser;
    if (token === Token.EndOfFile || (token === Token.Dedent && unasked === 0)) return;
    if (token === Token.Newline || token === Token.Indent || token === Token.Dedent) {
      unasked += token === Token.Indent ? 1 : token === Token.Dedent ? -1 : 0;
      parser.skipLayout();
    } else if (!parser.accept(Token.Semicolon)) {
      row.add(isWord(parser, parser.index, 'case') ? readCase(parser) : readStatement(parser));
    }
  }
}

function readCase(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  parser.advance();
  row.add(readPatterns(parser));
  if (parser.token === Token.If) row.add(readGuard(parser));
  row.add(readBlock(parser));
  return parser.node(Kind.Case, start, row.first);
}

function readGuard(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(Kind.Guard, start, readNamedExpression(parser));
}

/** `case a, *b:` is a sequence without brackets. */
function readPatterns(parser: Parser): Node {
  const start = parser.start();
  const first = readPattern(parser);
  if (parser.token !== Token.Comma) return first;
  const row = new Row(parser);
  row.add(first);
  while (parser.accept(Token.Comma) && STARTS_PATTERN[parser.token]) row.add(readPattern(parser));
  return parser.node(Kind.MatchSequence, start, row.first);
}

const STARTS_PATTERN = tokenSet(
  Token.Name, Token.Number, Token.String, Token.FStringStart, Token.Minus, Token.ParenOpen, Token.BracketOpen, Token.BraceOpen,
  Token.True, Token.False, Token.None, Token.Star,
);

/** `a | b as name` */
function readPattern(parser: Parser): Node {
  const start = parser.start();
  const pattern = parser.enter(NESTED) ? readAlternatives(parser) : parser.skipNested();
  parser.leave(NESTED);
  if (parser.token !== Token.As) return pattern;
  parser.advance();
  parser.link(pattern, parser.at(Token.Name) ? parser.leaf(Kind.Identifier) : NONE);
  return parser.node(Kind.MatchAs, start, pattern);
}

function readAlternatives(parser: Parser): Node {
  const start = parser.start();
  const first = readClosedPattern(parser);
  if (parser.token !== Token.Bar) return first;
  const row = new Row(parser);
  row.add(first);
  while (parser.accept(Token.Bar)) row.add(readClosedPattern(parser));
  return parser.node(Kind.MatchOr, start, row.first);
}

function readClosedPattern(parser: Parser): Node {
  const start = parser.start();
  switch (parser.token) {
    case Token.Name:
      return readNamePattern(parser);
    case Token.Star:
      return readStarPattern(parser);
    case Token.ParenOpen:
      return readGroupPattern(parser);
    case Token.BracketOpen:
      return readSequencePattern(parser);
    case Token.BraceOpen:
      return readMappingPattern(parser);
    default:
      // A literal: `-1`, `1 + 2j`, strings side by side. A `|` would join alternatives.
      return parser.node(Kind.MatchValue, start, readBinary(parser, Power.Sum));
  }
}

/** `*rest` or `*_` */
function readStarPattern(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  if (!isWord(parser, parser.index, '_')) return parser.node(Kind.MatchStar, start, parser.at(Token.Name) ? parser.leaf(Kind.Identifier) : NONE);
  parser.advance();
  return parser.node(Kind.MatchStar, start, NONE);
}

/** A capture, `_`, a dotted name, or a class with its patterns. */
function readNamePattern(parser: Parser): Node {
  const start = parser.start();
  if (parser.peek(1) !== Token.Dot && parser.peek(1) !== Token.ParenOpen) {
    if (isWord(parser, parser.index, '_')) return parser.leaf(Kind.MatchWildcard);
    return parser.node(Kind.MatchCapture, start, parser.leaf(Kind.Identifier));
  }
  const name = readDottedName(parser);
  return parser.token === Token.ParenOpen ? readClassPattern(parser, start, name) : parser.node(Kind.MatchValue, start, name);
}

function readDottedName(parser: Parser): Node {
  const start = parser.start();
  let name = parser.leaf(Kind.Name);
  while (parser.token === Token.Dot) {
    parser.advance();
    const nameStart = parser.at(Token.Name) ? parser.start() : parser.lastEnd;
    parser.accept(Token.Name);
    name = parser.node(Kind.Attribute, start, name, nameStart);
  }
  return name;
}

function readClassPattern(parser: Parser, start: number, name: Node): Node {
  const row = new Row(parser);
  row.add(name);
  readPatternsUpTo(parser, row, Token.ParenClose, readClassArgument);
  return parser.node(Kind.MatchClass, start, row.first);
}

function readClassArgument(parser: Parser): Node {
  if (parser.token !== Token.Name || parser.peek(1) !== Token.Equal) return readPattern(parser);
  const start = parser.start();
  const nameEnd = parser.end();
  parser.advance();
  parser.advance();
  return parser.node(Kind.MatchKeyword, start, readPattern(parser), nameEnd);
}

/** Reads patterns with commas between them and both brackets. Gives whether there was a comma. */
function readPatternsUpTo(parser: Parser, row: Row, close: Token, read: (parser: Parser) => Node): boolean {
  let commas = false;
  parser.advance();
  while (parser.token !== close && parser.token !== Token.EndOfFile) {
    const before = parser.index;
    if (parser.accept(Token.Comma)) commas = true;
    else row.add(read(parser));
    if (parser.index === before) row.add(parser.errorToken());
  }
  parser.accept(close);
  return commas;
}

/** `(pattern)` is the pattern itself; with a comma, or empty, it is a sequence. */
function readGroupPattern(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  const commas = readPatternsUpTo(parser, row, Token.ParenClose, readPattern);
  return row.first && row.first === row.last && !commas ? row.first : parser.node(Kind.MatchSequence, start, row.first);
}

function readSequencePattern(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  readPatternsUpTo(parser, row, Token.BracketClose, readPattern);
  return parser.node(Kind.MatchSequence, start, row.first);
}

function readMappingPattern(parser: Parser): Node {
  const start = parser.start();
  const row = new Row(parser);
  readPatternsUpTo(parser, row, Token.BraceClose, readMappingEntry);
  return parser.node(Kind.MatchMapping, start, row.first);
}

/** `key: pattern` or `**rest` */
function readMappingEntry(parser: Parser): Node {
  const start = parser.start();
  if (parser.accept(Token.DoubleStar)) return parser.node(Kind.MatchRest, start, parser.at(Token.Name) ? parser.leaf(Kind.Identifier) : NONE);
  const key = readBinary(parser, Power.BitOr);
  if (!parser.accept(Token.Colon)) return key;
  parser.link(key, readPattern(parser));
  return parser.node(Kind.MatchEntry, start, key);
}
