/**
 * Reads an expression of one variable as a person types it or as Python writes it: `x*sigmoid(x)`, `2x²`, `np.maximum(0, x)`,
 * `x if x > 0 else 0.1*x`. Never evaluates code.
 */
import { call, isConstant, longestExpression, number, variable, type Expression, type RuleName } from './expression';
import { callOf, isFunctionName, type Argument, type Place } from './functions';
import { refuse, Unreadable, type Problem } from './problem';
import { stable } from './stable';
import { tokensOf, type Token } from './tokens';

const deepest = 80;

type Parsed = { readonly expression: Expression } | { readonly problem: Problem };

/** A function of x. */
export function parseExpression(text: string): Parsed {
  return attempt(text, () => {
    const { body, name, offset } = withoutHead(text);
    const expression = new Reader(tokensOf(body).map((token) => ({ ...token, start: token.start + offset, end: token.end + offset })), name).whole();
    if (isConstant(expression)) refuse(`There is no ${name} in it, so it is no function.`, { start: 0, end: text.length });
    return expression;
  });
}

/** A number that may be written as an expression: `sqrt(2)`, `2pi/3`. */
export function parseConstant(text: string): Parsed {
  return attempt(text, () => new Reader(tokensOf(text), undefined).whole());
}

function attempt(text: string, read: () => Expression): Parsed {
  const whole = { start: 0, end: text.length };
  try {
    if (text.trim() === '') refuse('Type a function of x, such as x*sigmoid(x).', whole);
    if (text.length > longestExpression) refuse(`An expression may have ${longestExpression} characters, and this has ${text.length}.`, whole);
    return { expression: stable(read()) };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem };
    throw error;
  }
}

/** `f(t) =`, `y =` and `lambda t:` say what the variable is called, and `return` says nothing. */
function withoutHead(text: string): { readonly body: string; readonly name: string; readonly offset: number } {
  const [head = '', ofFunction, ofLambda] = /^\s*(?:return\b|[\p{L}_]\w*\s*\(\s*([\p{L}_]\w*)\s*\)\s*=(?!=)|[\p{L}_]\w*\s*=(?!=)|lambda\s+([\p{L}_]\w*)\s*:)/u.exec(text) ?? [];
  return { body: text.slice(head.length), name: ofFunction ?? ofLambda ?? 'x', offset: head.length };
}

const constants: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E, tau: 2 * Math.PI, τ: 2 * Math.PI, inf: Infinity, True: 1, False: 0 };
const comparisons: Readonly<Record<string, RuleName>> = { '<': 'less', '<=': 'lessEqual', '>': 'greater', '>=': 'greaterEqual', '==': 'equal', '!=': 'notEqual' };
/** Methods of arrays that keep the value. */
const passing: ReadonlySet<string> = new Set(['float', 'double', 'half', 'astype', 'to', 'type', 'clone', 'copy', 'detach', 'contiguous']);

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The exponent that stands raised: −5 for `⁻⁵`. */
function raisedTo(text: string): number | undefined {
  if (!/^⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/.test(text)) return undefined;
  return Number(text.replace('⁻', '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit))));
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[], private readonly variable: string | undefined) {}

  whole(): Expression {
    const expression = this.choice();
    if (this.next.kind !== 'end') refuse(this.next.text === ')' ? 'This bracket closes nothing.' : `“${this.next.text}” stands where the expression should be at its end.`, this.next);
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', start: 0, end: 0 };
  }

  private isNext(text: string): boolean {
    return this.next.text === text && (this.next.kind === 'sign' || this.next.kind === 'name');
  }

  private take(text: string): boolean {
    const isNext = this.isNext(text);
    if (isNext) this.at++;
    return isNext;
  }

  private choice(): Expression {
    if (++this.depth > deepest) refuse('This is nested too deeply.', this.next);
    const yes = this.alternative();
    let found = yes;
    if (this.take('if')) {
      const test = this.alternative();
      if (!this.take('else')) refuse('Expected else, with the value where the condition does not hold.', this.next);
      found = call('where', test, yes, this.choice());
    }
    this.depth--;
    return found;
  }

  private alternative(): Expression {
    let found = this.conjunction();
    while (this.take('or') || this.take('|')) found = call('maximum', found, this.conjunction());
    return found;
  }

  private conjunction(): Expression {
    let found = this.negation();
    while (this.take('and') || this.take('&')) found = call('multiply', found, this.negation());
    return found;
  }

  private negation(): Expression {
    return this.take('not') || this.take('~') ? call('not', this.negation()) : this.comparison();
  }

  /** `0 < x < 1` holds where each part does. */
  private comparison(): Expression {
    let left = this.sum();
    let found: Expression | undefined;
    for (let name = comparisons[this.next.text]; name && this.next.kind === 'sign'; name = comparisons[this.next.text]) {
      this.at++;
      const right = this.sum();
      const part = call(name, left, right);
      found = found ? call('multiply', found, part) : part;
      left = right;
    }
    return found ?? left;
  }

  private sum(): Expression {
    let found = this.product();
    for (;;) {
      if (this.take('+')) found = call('add', found, this.product());
      else if (this.take('-')) found = call('subtract', found, this.product());
      else return found;
    }
  }

  private product(): Expression {
    let found = this.signed();
    for (;;) {
      if (this.take('*')) found = call('multiply', found, this.signed());
      else if (this.take('/')) found = call('divide', found, this.signed());
      else if (this.continues()) found = call('multiply', found, this.power());
      else return found;
    }
  }

  /** `2x` and `2(1 + x)` multiply without a sign; a number behind a blank, as in `1 2`, is a slip. */
  private continues(): boolean {
    const { kind, text } = this.next;
    return text === '(' || (kind === 'name' && !['if', 'else', 'and', 'or', 'not', 'is', 'in', 'for'].includes(text));
  }

  private signed(): Expression {
    if (++this.depth > deepest) refuse('This is nested too deeply.', this.next);
    const found = this.take('-') ? negated(this.signed()) : this.take('+') ? this.signed() : this.power();
    this.depth--;
    return found;
  }

  private power(): Expression {
    const base = this.atom();
    const raised = raisedTo(this.next.text);
    if (raised !== undefined) this.at++;
    const found = raised === undefined ? base : call('power', base, number(raised));
    return this.take('**') ? call('power', found, this.signed()) : found;
  }

  private atom(): Expression {
    const token = this.next;
    this.at++;
    if (token.kind === 'number') return this.methods(number(Number(token.text.replace(/_/g, ''))));
    if (token.kind === 'name') return this.methods(this.named(token));
    if (token.text === '(') {
      const inner = this.choice();
      this.close(token);
      return this.methods(inner);
    }
    return refuse(this.missing(token), token);
  }

  private missing(token: Token): string {
    const before = this.tokens[this.at - 2];
    const after = before === undefined ? '' : ` after ${before.kind === 'sign' && before.text === '**' ? '^' : before.text}`;
    return token.kind === 'end' ? `Expected a number, x or a function${after}.` : `“${token.text}” stands where a number, x or a function should be.`;
  }

  private close(opening: Place): void {
    if (this.take(')')) return;
    if (this.next.kind === 'end') refuse('This bracket is not closed.', opening);
    refuse(`Expected a closing bracket before ${this.next.text}.`, this.next);
  }

  /** A name, with the packages before it: `torch.nn.functional.gelu`. */
  private named(token: Token): Expression {
    if (token.text === this.variable) return variable;
    let last = token;
    while (this.next.text === '.' && this.tokens[this.at + 1]?.kind === 'name') {
      last = this.tokens[this.at + 1] ?? last;
      this.at += 2;
    }
    const place = { start: token.start, end: last.end };
    const constant = Object.hasOwn(constants, last.text) ? constants[last.text] : undefined;
    if (constant !== undefined) return number(constant);
    if (this.next.text === '(') return this.called(last.text, place, []);
    if (isFunctionName(last.text)) return refuse(`Expected a bracket after ${last.text}.`, place);
    return refuse(this.variable === undefined ? `${last.text} is no number.` : `${last.text} is neither ${this.variable} nor a known constant.`, place);
  }

  private methods(receiver: Expression): Expression {
    let found = receiver;
    while (this.next.text === '.' && this.tokens[this.at + 1]?.kind === 'name') {
      const name = this.tokens[this.at + 1] ?? this.next;
      this.at += 2;
      if (!this.isNext('(')) refuse(`Expected a bracket after ${name.text}.`, name);
      found = this.called(name.text, name, [{ keyword: undefined, value: found, start: name.start, end: name.end }]);
    }
    return found;
  }

  private called(name: string, place: Place, first: readonly Argument[]): Expression {
    const opening = this.next;
    this.at++;
    const given = [...first];
    while (this.next.text !== ')' && this.next.kind !== 'end') {
      given.push(this.argument());
      if (!this.take(',')) break;
    }
    this.close(opening);
    const [receiver] = first;
    if (receiver && typeof receiver.value !== 'string' && passing.has(name)) return receiver.value;
    return callOf(name.replace(/(?<=[^_])_$/, ''), given, place);
  }

  private argument(): Argument {
    const token = this.next;
    const isKeyword = token.kind === 'name' && this.tokens[this.at + 1]?.text === '=';
    if (isKeyword) this.at += 2;
    const start = this.next.start;
    const text = this.next.kind === 'text' ? this.next.text.slice(1, -1) : undefined;
    if (text !== undefined) this.at++;
    const value = text ?? this.choice();
    return { keyword: isKeyword ? token.text : undefined, value, start, end: this.tokens[this.at - 1]?.end ?? start };
  }
}

function negated(expression: Expression): Expression {
  return expression.kind === 'number' ? number(-expression.value) : call('negate', expression);
}
