/**
 * Exact derivatives by forward differentiation: each step carries its value, f′ and f″.
 *
 * At a kink the derivative is what PyTorch returns there: 0 for abs, relu and sign, half of each side for the maximum and
 * minimum of two equal numbers, the input's own slope at the ends of clip, and for where that of the branch that is taken.
 */
import type { Expression, RuleName, Smooth } from './expression';
import type { Field } from './field';

type Jet<N> = readonly [value: N, first: N, second: N];

/** Beyond this size the smaller exponential of cosh and sinh is below the last digit of the larger. */
const oneSided = 20;

export function jetOf<N>(field: Field<N>, expression: Expression, x: number): Jet<N> {
  return new Jets(field, x).of(expression);
}

class Jets<N> {
  private readonly zero: N;
  private readonly one: N;

  constructor(private readonly field: Field<N>, private readonly x: number) {
    this.zero = field.from(0);
    this.one = field.from(1);
  }

  of(expression: Expression): Jet<N> {
    switch (expression.kind) {
      case 'number':
        return this.constant(expression.value);
      case 'variable':
        return [this.field.from(this.x), this.one, this.zero];
      case 'call':
        return expression.operation.kind === 'smooth'
          ? this.smooth(expression.operation, this.of(expression.of[0] ?? expression))
          : this.rule(expression.operation.name, expression.of);
    }
  }

  private constant(value: number): Jet<N> {
    return [this.field.from(value), this.zero, this.zero];
  }

  private at([value]: Jet<N>): number {
    return this.field.toNumber(value);
  }

  private rule(name: RuleName, parts: readonly Expression[]): Jet<N> {
    const part = (place: number): Jet<N> => this.of(parts[place] ?? { kind: 'number', value: NaN });
    switch (name) {
      case 'add': return this.sum(part(0), part(1));
      case 'subtract': return this.sum(part(0), this.times(part(1), -1));
      case 'negate': return this.times(part(0), -1);
      case 'multiply': return this.product(part(0), part(1));
      case 'divide': return this.product(part(0), this.powerOf(part(1), -1));
      case 'power': return this.power(part(0), part(1));
      case 'exp': return this.exp(part(0));
      case 'expm1': return this.expm1(part(0));
      case 'log': return this.log(part(0));
      case 'cosh': return this.hyperbolic(part(0), 1);
      case 'sinh': return this.hyperbolic(part(0), -1);
      case 'abs': return this.absolute(part(0));
      case 'maximum': return this.larger(part(0), part(1), 1);
      case 'minimum': return this.larger(part(0), part(1), -1);
      case 'clip': return this.clip(part(0), part(1), part(2));
      case 'where': return this.at(part(0)) === 0 ? part(2) : part(1);
      default: return this.constant(compare(name, this.at(part(0)), parts[1] ? this.at(part(1)) : 0));
    }
  }

  private sum(a: Jet<N>, b: Jet<N>): Jet<N> {
    const { add } = this.field;
    return [add(a[0], b[0]), add(a[1], b[1]), add(a[2], b[2])];
  }

  private times(a: Jet<N>, factor: number): Jet<N> {
    const { multiply, from } = this.field;
    const by = from(factor);
    return [multiply(a[0], by), multiply(a[1], by), multiply(a[2], by)];
  }

  private product(a: Jet<N>, b: Jet<N>): Jet<N> {
    const { add, multiply, from } = this.field;
    const mixed = multiply(from(2), multiply(a[1], b[1]));
    return [
      multiply(a[0], b[0]),
      add(multiply(a[1], b[0]), multiply(a[0], b[1])),
      add(add(multiply(a[2], b[0]), mixed), multiply(a[0], b[2])),
    ];
  }

  /** f(u), where f, f′ and f″ are known at u. */
  private chain(u: Jet<N>, value: N, slope: N, curvature: N): Jet<N> {
    const { add, multiply } = this.field;
    return [value, multiply(slope, u[1]), add(multiply(curvature, multiply(u[1], u[1])), multiply(slope, u[2]))];
  }

  private smooth({ value, slope, curvature }: Smooth, u: Jet<N>): Jet<N> {
    const { from } = this.field;
    const at = this.at(u);
    return this.chain(u, from(value(at)), from(slope(at)), from(curvature(at)));
  }

  private power(u: Jet<N>, v: Jet<N>): Jet<N> {
    const isFixed = this.field.toNumber(v[1]) === 0 && this.field.toNumber(v[2]) === 0;
    if (isFixed) return this.powerOf(u, this.at(v));
    const { power, add, multiply } = this.field;
    const [, slope, curvature] = this.product(v, this.log(u));
    const value = power(u[0], this.at(v));
    return [value, multiply(value, slope), multiply(value, add(multiply(slope, slope), curvature))];
  }

  private powerOf(u: Jet<N>, exponent: number): Jet<N> {
    const { power, multiply, from } = this.field;
    const term = (factor: number, lower: number): N => (factor === 0 ? this.zero : multiply(from(factor), power(u[0], exponent - lower)));
    return this.chain(u, power(u[0], exponent), term(exponent, 1), term(exponent * (exponent - 1), 2));
  }

  private exp(u: Jet<N>): Jet<N> {
    const value = this.field.exp(u[0]);
    return this.chain(u, value, value, value);
  }

  private expm1(u: Jet<N>): Jet<N> {
    const power = this.field.exp(u[0]);
    const at = this.at(u);
    return this.chain(u, at < oneSided ? this.field.from(Math.expm1(at)) : this.field.add(power, this.field.from(-1)), power, power);
  }

  private log(u: Jet<N>): Jet<N> {
    const { divide, multiply, from, log } = this.field;
    const slope = divide(this.one, u[0]);
    return this.chain(u, log(u[0]), slope, multiply(from(-1), multiply(slope, slope)));
  }

  /** cosh where the sign is 1, sinh where it is −1. */
  private hyperbolic(u: Jet<N>, sign: 1 | -1): Jet<N> {
    const at = this.at(u);
    if (Math.abs(at) > oneSided) return this.times(this.exp(this.times(u, Math.sign(at))), (at < 0 ? sign : 1) / 2);
    const [cosh, sinh] = [this.field.from(Math.cosh(at)), this.field.from(Math.sinh(at))];
    return sign === 1 ? this.chain(u, cosh, sinh, cosh) : this.chain(u, sinh, cosh, sinh);
  }

  private absolute(u: Jet<N>): Jet<N> {
    return this.times(u, Math.sign(this.at(u)));
  }

  private larger(a: Jet<N>, b: Jet<N>, sign: 1 | -1): Jet<N> {
    const difference = sign * (this.at(a) - this.at(b));
    if (difference > 0) return a;
    if (difference < 0) return b;
    return this.at(a) === this.at(b) ? [a[0], ...slopesOf(this.times(this.sum(a, b), 0.5))] : this.sum(a, b);
  }

  private clip(u: Jet<N>, low: Jet<N>, high: Jet<N>): Jet<N> {
    const at = this.at(u);
    const raised = at < this.at(low) ? low : u;
    return this.at(raised) > this.at(high) ? high : raised;
  }
}

function slopesOf<N>([, first, second]: Jet<N>): readonly [N, N] {
  return [first, second];
}

/** 1 where it holds, 0 where it does not. */
function compare(name: RuleName, a: number, b: number): number {
  switch (name) {
    case 'less': return Number(a < b);
    case 'lessEqual': return Number(a <= b);
    case 'greater': return Number(a > b);
    case 'greaterEqual': return Number(a >= b);
    case 'equal': return Number(a === b);
    case 'notEqual': return Number(a !== b);
    case 'not': return Number(a === 0);
    default: return NaN;
  }
}
