/* What operators make of operands. `atoms.ts` reads the operands, `trailers.ts` what follows one: attribute, call, subscript. */
import { startsAtom } from './atoms';
import { BINARY_OPERATOR, BINARY_POWER, Power } from './operators';
import { readParameters } from './parameters';
import { NESTED, OPERAND, type Parser } from './parser';
import { Kind, type Node, NONE, Operator } from './syntax';
import { Token, TOKEN_COUNT, tokenSet } from './tokens';
import { readPrimary } from './trailers';

const STARTS_EXPRESSION = tokenSet(Token.Lambda, Token.Not, Token.Minus, Token.Plus, Token.Tilde, Token.Await);

/** Whether an expression may begin with a token; starred and yielded ones not counted. */
export function startsExpression(token: Token): boolean {
  return startsAtom(token) || STARTS_EXPRESSION[token] === 1;
}

/** What an operand of one token becomes; strings are not here, since they may stand side by side. */
const LEAF = new Uint8Array(TOKEN_COUNT);
LEAF[Token.Name] = Kind.Name;
LEAF[Token.Number] = Kind.Number;
LEAF[Token.True] = Kind.True;
LEAF[Token.False] = Kind.False;
LEAF[Token.None] = Kind.NoneLiteral;

/** What may stand behind a whole expression. */
const ENDS_EXPRESSION = tokenSet(
  Token.Newline, Token.Comma, Token.Equal, Token.Colon, Token.ParenClose, Token.BracketClose, Token.BraceClose, Token.FieldClose,
);

/** `body if test else orElse`, a lambda, or anything that binds tighter. */
export function readExpression(parser: Parser): Node {
  // Most expressions are one word, and need no climb through the operators.
  const leaf = LEAF[parser.token]!;
  if (leaf && ENDS_EXPRESSION[parser.peek(1)]) return parser.leaf(leaf);
  const expression = parser.enter(NESTED) ? readAnyExpression(parser) : parser.skipNested();
  parser.leave(NESTED);
  return expression;
}

function readAnyExpression(parser: Parser): Node {
  return parser.token === Token.Lambda ? readLambda(parser) : readConditional(parser);
}

function readConditional(parser: Parser): Node {
  const start = parser.start();
  const body = readBinary(parser, Power.Or);
  if (parser.token !== Token.If) return body;
  parser.advance();
  const test = readBinary(parser, Power.Or);
  parser.link(body, test);
  parser.link(test, parser.accept(Token.Else) ? readExpression(parser) : parser.missing());
  return parser.node(Kind.IfExp, start, body);
}

function readLambda(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  const parameters = readParameters(parser, Token.Colon);
  parser.link(parameters, parser.accept(Token.Colon) ? readExpression(parser) : parser.missing());
  return parser.node(Kind.Lambda, start, parameters);
}

/** An expression, or `target := value`. */
export function readNamedExpression(parser: Parser): Node {
  const start = parser.start();
  const target = readExpression(parser);
  if (parser.token !== Token.Walrus) return target;
  parser.advance();
  parser.link(target, readExpression(parser));
  return parser.node(Kind.NamedExpr, start, target);
}

/** `*value` or a named expression: what may stand in a tuple, list or set. */
export function readElement(parser: Parser): Node {
  return parser.token === Token.Star ? readStarred(parser, Kind.Starred) : readNamedExpression(parser);
}

/** Reads `*value` or `**value`. */
export function readStarred(parser: Parser, kind: Kind.Starred | Kind.DoubleStarred): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(kind, start, readExpression(parser));
}

/** `a`, or `a, *b, c` as a tuple without parentheses; or what follows `yield`. */
export function readExpressionList(parser: Parser): Node {
  if (parser.token === Token.Yield) return readYield(parser);
  const start = parser.start();
  const first = readElement(parser);
  return parser.token === Token.Comma ? readTupleRest(parser, start, first, readElement) : first;
}

/** The elements behind the first comma of a tuple without parentheses, as long as elements begin. */
export function readTupleRest(parser: Parser, start: number, first: Node, read: (parser: Parser) => Node): Node {
  let last = first;
  while (parser.token === Token.Comma) {
    parser.advance();
    if (!startsExpression(parser.token) && !parser.at(Token.Star)) break;
    const next = read(parser);
    parser.link(last, next);
    last = next;
  }
  return parser.node(Kind.Tuple, start, first);
}

export function readYield(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  if (parser.accept(Token.From)) return parser.node(Kind.YieldFrom, start, readExpression(parser));
  const value = startsExpression(parser.token) || parser.token === Token.Star ? readExpressionList(parser) : NONE;
  return parser.node(Kind.Yield, start, value);
}

/** The target of `for`, up to its `in`: one, or several as a tuple. */
export function readLoopTarget(parser: Parser): Node {
  const start = parser.start();
  const first = readTargetElement(parser);
  return parser.token === Token.Comma ? readTupleRest(parser, start, first, readTargetElement) : first;
}

/** A target that ends before `in`: `*rest`, a name, an attribute, a subscript, or targets in brackets. */
export function readTargetElement(parser: Parser): Node {
  if (parser.token !== Token.Star) return readBinary(parser, Power.BitOr);
  const start = parser.start();
  parser.advance();
  return parser.node(Kind.Starred, start, readBinary(parser, Power.BitOr));
}

/** An operand with all binary operators behind it that bind at least as tightly as `power`. */
export function readBinary(parser: Parser, power: Power): Node {
  const start = parser.start();
  let left = startsAtom(parser.token) ? readPower(parser) : readUnary(parser, power);
  for (;;) {
    const { token } = parser;
    const found = BINARY_POWER[token]!;
    if (found === Power.None || found < power) return left;
    if (token === Token.Not && parser.peek(1) !== Token.In) return left;
    if (found >= Power.BitOr) left = readArithmetic(parser, start, left, found);
    else left = found === Power.Compare ? readComparisons(parser, start, left) : readLogical(parser, start, left, found);
  }
}

/** What stands to the right of an operator. */
function readOperand(parser: Parser, power: Power): Node {
  const operand = parser.enter(OPERAND) ? readBinary(parser, power) : parser.skipNested();
  parser.leave(OPERAND);
  return operand;
}

function readArithmetic(parser: Parser, start: number, left: Node, power: Power): Node {
  const operator = BINARY_OPERATOR[parser.token]!;
  parser.advance();
  parser.link(left, readOperand(parser, power + 1));
  return parser.node(Kind.BinOp, start, left, operator);
}

function readLogical(parser: Parser, start: number, first: Node, power: Power): Node {
  const { token } = parser;
  let last = first;
  while (parser.token === token) {
    parser.advance();
    const operand = readOperand(parser, power + 1);
    parser.link(last, operand);
    last = operand;
  }
  return parser.node(Kind.BoolOp, start, first, BINARY_OPERATOR[token]);
}

function readComparisons(parser: Parser, start: number, left: Node): Node {
  let last = left;
  while (BINARY_POWER[parser.token] === Power.Compare && !(parser.token === Token.Not && parser.peek(1) !== Token.In)) {
    const operatorStart = parser.start();
    const operator = readComparisonOperator(parser);
    const comparison = parser.node(Kind.Comparison, operatorStart, readOperand(parser, Power.BitOr), operator);
    parser.link(last, comparison);
    last = comparison;
  }
  return parser.node(Kind.Compare, start, left);
}

function readComparisonOperator(parser: Parser): Operator {
  const { token } = parser;
  const operator = BINARY_OPERATOR[token]!;
  parser.advance();
  if (token === Token.Not) parser.advance();
  if (token === Token.Is && parser.accept(Token.Not)) return Operator.IsNot;
  return operator;
}

/** `not` binds looser than comparisons, the signs tighter than all but a power. Runs of them are read without recursion. */
function readUnary(parser: Parser, power: Power): Node {
  if (parser.token === Token.Not && power <= Power.Not) return readPrefixes(parser, Operator.Not, readComparand);
  if (signOf(parser.token) !== Operator.None) return readPrefixes(parser, Operator.None, readPower);
  return readPower(parser);
}

function readComparand(parser: Parser): Node {
  return readBinary(parser, Power.Compare);
}

function signOf(token: Token): Operator {
  switch (token) {
    case Token.Minus:
      return Operator.Minus;
    case Token.Plus:
      return Operator.Plus;
    case Token.Tilde:
      return Operator.Invert;
    default:
      return Operator.None;
  }
}

function readPrefixes(parser: Parser, not: Operator, readOperand: (parser: Parser) => Node): Node {
  const prefixes: number[] = [];
  for (;;) {
    const operator = not === Operator.None ? signOf(parser.token) : parser.token === Token.Not ? not : Operator.None;
    if (operator === Operator.None) break;
    prefixes.push(parser.start(), operator);
    parser.advance();
  }
  let operand = readOperand(parser);
  for (let i = prefixes.length - 2; i >= 0; i -= 2) {
    operand = parser.node(Kind.UnaryOp, prefixes[i]!, operand, prefixes[i + 1]);
  }
  return operand;
}

function readPower(parser: Parser): Node {
  const start = parser.start();
  const base = parser.token === Token.Await ? readAwait(parser) : readPrimary(parser);
  if (parser.token !== Token.DoubleStar) return base;
  parser.advance();
  parser.link(base, parser.enter(NESTED) ? readUnary(parser, Power.Product) : parser.skipNested());
  parser.leave(NESTED);
  return parser.node(Kind.BinOp, start, base, Operator.Power);
}

function readAwait(parser: Parser): Node {
  const start = parser.start();
  parser.advance();
  return parser.node(Kind.Await, start, readPrimary(parser));
}
