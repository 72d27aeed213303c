import { readBinary, readExpression, readLoopTarget } from './expressions';
import { Power } from './operators';
import type { Parser } from './parser';
import { Kind, type Node } from './syntax';
import { Token } from './tokens';

export function atComprehension(parser: Parser): boolean {
  return parser.token === Token.For || (parser.token === Token.Async && parser.peek(1) === Token.For);
}

/** Links every `for … in … if …` behind the element; gives the last. */
export function readComprehensions(parser: Parser, element: Node): Node {
  let last = element;
  while (atComprehension(parser)) {
    const next = readComprehensionFor(parser);
    parser.link(last, next);
    last = next;
  }
  return last;
}

function readComprehensionFor(parser: Parser): Node {
  const start = parser.start();
  const asynchronous = parser.accept(Token.Async);
  parser.advance();
  const target = readLoopTarget(parser);
  parser.accept(Token.In);
  let last = readBinary(parser, Power.Or);
  parser.link(target, last);
  while (parser.accept(Token.If)) {
    const condition = readCondition(parser);
    parser.link(last, condition);
    last = condition;
  }
  return parser.node(Kind.ComprehensionFor, start, target, Number(asynchronous));
}

/** No conditional expression, since its `if` would be the next condition; but `:=` as CPython allows since 3.9. */
function readCondition(parser: Parser): Node {
  if (parser.token === Token.Lambda) return readExpression(parser);
  const start = parser.start();
  const target = readBinary(parser, Power.Or);
  if (!parser.accept(Token.Walrus)) return target;
  parser.link(target, readBinary(parser, Power.Or));
  return parser.node(Kind.NamedExpr, start, target);
}
