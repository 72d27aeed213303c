import { readUnexpected } from './atoms';
import { readExpression, readTargetElement, startsExpression } from './expressions';
import type { Parser, Row } from './parser';
import { Kind, type Node } from './syntax';
import { Token, tokenSet } from './tokens';

/** Reads what stands between `with` and its colon. Parentheses around all items belong to the statement since 3.9. */
export function readWithItems(parser: Parser, row: Row): void {
  if (!itemsInParentheses(parser)) return readItems(parser, row, Token.Colon);
  parser.advance();
  readItems(parser, row, Token.ParenClose);
  while (parser.token !== Token.ParenClose && parser.token !== Token.EndOfFile) row.add(readUnexpected(parser));
  parser.accept(Token.ParenClose);
}

function readItems(parser: Parser, row: Row, close: Token): void {
  while (parser.token !== close) {
    row.add(readItem(parser));
    if (!parser.accept(Token.Comma) || !startsExpression(parser.token)) return;
  }
}

function readItem(parser: Parser): Node {
  const start = parser.start();
  const context = readExpression(parser);
  if (parser.accept(Token.As)) parser.link(context, readTargetElement(parser));
  return parser.node(Kind.WithItem, start, context);
}

/** What tells an expression in parentheses from items: none of these may stand in an item. */
const IN_EXPRESSION = tokenSet(Token.Walrus, Token.For, Token.Yield);

/** Whether the parenthesis here closes right before the colon and holds items, not one tuple, generator or `yield`. */
function itemsInParentheses(parser: Parser): boolean {
  if (parser.token !== Token.ParenOpen) return false;
  let open = 0;
  let expression = false;
  let named = false;
  for (let index = parser.index; ; index++) {
    const token = parser.kindAt(index);
    if (token === Token.EndOfFile || token === Token.Newline) return false;
    if (OPENING[token]) open++;
    else if (CLOSING[token] && --open === 0) return parser.kindAt(index + 1) === Token.Colon && (named || !expression) && index > parser.index + 1;
    else if (open === 1) {
      named ||= token === Token.As;
      expression ||= IN_EXPRESSION[token] === 1 || (token === Token.Star && startsItem(parser.kindAt(index - 1)));
    }
  }
}

function startsItem(before: Token): boolean {
  return before === Token.ParenOpen || before === Token.Comma;
}

const OPENING = tokenSet(Token.ParenOpen, Token.BracketOpen, Token.BraceOpen, Token.FieldOpen, Token.FStringStart);
const CLOSING = tokenSet(Token.ParenClose, Token.BracketClose, Token.BraceClose, Token.FieldClose, Token.FStringEnd);
