/**
 * Forms that lose digits or overflow as they are written, put as the function that they are: 1/(1 + exp(−u)) is the sigmoid
 * of u. The function stays the same; only its arithmetic changes.
 */
import { call, isSame, number, type Expression, type RuleName } from './expression';
import { activationCall } from './functions';

type Call = Extract<Expression, { kind: 'call' }>;

export function stable(expression: Expression): Expression {
  if (expression.kind !== 'call') return expression;
  const inner: Call = { ...expression, of: expression.of.map(stable) };
  return rewritten(inner) ?? inner;
}

function rewritten(expression: Call): Expression | undefined {
  const { operation, of: [first, second] } = expression;
  if (operation.kind !== 'rule' || first === undefined) return undefined;
  switch (operation.name) {
    case 'divide':
      return second && quotient(first, second);
    case 'log':
      return logarithm(first);
    case 'subtract':
      return second && isNumber(second, 1) ? ruled(first, 'exp', ([u]) => u && call('expm1', u)) : undefined;
    case 'negate':
      return ruled(first, 'negate', ([u]) => u);
    default:
      return undefined;
  }
}

function quotient(above: Expression, below: Expression): Expression | undefined {
  const exponent = onePlusExp(below);
  if (exponent && isNumber(above, 1)) return activationCall('sigmoid', negated(exponent));
  const numerator = ruled(above, 'exp', ([u]) => u);
  if (exponent && numerator && isSame(exponent, numerator)) return activationCall('sigmoid', exponent);
  return tangent(above, below);
}

/** (eᵘ − e⁻ᵘ)/(eᵘ + e⁻ᵘ) */
function tangent(above: Expression, below: Expression): Expression | undefined {
  const ends = (expression: Expression, name: RuleName): readonly Expression[] | undefined => ruled(expression, name, (parts) => {
    const exponents = parts.flatMap((part) => ruled(part, 'exp', ([u]) => u) ?? []);
    return exponents.length === 2 ? exponents : undefined;
  });
  const [up, down] = ends(above, 'subtract') ?? [];
  const [one, two] = ends(below, 'add') ?? [];
  if (!up || !down || !one || !two || !isSame(negated(up), down)) return undefined;
  const isSum = (isSame(up, one) && isSame(down, two)) || (isSame(up, two) && isSame(down, one));
  return isSum ? activationCall('tanh', up) : undefined;
}

function logarithm(of: Expression): Expression | undefined {
  const exponent = onePlusExp(of);
  return exponent && activationCall('softplus', exponent);
}

/** u, where the expression is 1 + eᵘ. */
function onePlusExp(expression: Expression): Expression | undefined {
  return ruled(expression, 'add', ([a, b]) => {
    if (a === undefined || b === undefined) return undefined;
    const power = isNumber(a, 1) ? b : isNumber(b, 1) ? a : undefined;
    return power && ruled(power, 'exp', ([u]) => u);
  });
}

function ruled<T>(expression: Expression, name: RuleName, then: (of: readonly Expression[]) => T | undefined): T | undefined {
  return expression.kind === 'call' && expression.operation.kind === 'rule' && expression.operation.name === name ? then(expression.of) : undefined;
}

function isNumber(expression: Expression, value: number): boolean {
  return expression.kind === 'number' && expression.value === value;
}

function negated(expression: Expression): Expression {
  if (expression.kind === 'number') return number(-expression.value);
  return ruled(expression, 'negate', ([u]) => u) ?? call('negate', expression);
}
