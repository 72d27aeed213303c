/** An expression of one variable, as a tree of calls: what a person typed, without how it was written. */

/** In UTF-16 code units: a longer text is no formula of an activation. */
export const longestExpression = 400;

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable' }
  | { readonly kind: 'call'; readonly operation: Operation; readonly of: readonly Expression[] };

/** A function of one number with its first two derivatives. */
export interface Smooth {
  readonly kind: 'smooth';
  readonly name: string;
  value(u: number): number;
  slope(u: number): number;
  curvature(u: number): number;
  /** Where the function or one of its derivatives jumps, or is not defined. */
  readonly kinks?: readonly number[];
}

/** What has rules of its own for derivatives, or picks one of its arguments. */
interface Rule {
  readonly kind: 'rule';
  readonly name: RuleName;
}

export type RuleName =
  | 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'negate' | 'exp' | 'expm1' | 'log' | 'cosh' | 'sinh'
  | 'abs' | 'maximum' | 'minimum' | 'clip' | 'where' | 'not'
  | 'less' | 'lessEqual' | 'greater' | 'greaterEqual' | 'equal' | 'notEqual';

type Operation = Smooth | Rule;

export const variable: Expression = { kind: 'variable' };

export function number(value: number): Expression {
  return { kind: 'number', value };
}

export function call(name: RuleName, ...of: readonly Expression[]): Expression {
  return { kind: 'call', operation: { kind: 'rule', name }, of };
}

export function smooth(operation: Smooth, of: Expression): Expression {
  return { kind: 'call', operation, of: [of] };
}

export function isConstant(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'call' && expression.of.every(isConstant));
}

/** The numbers that stand in it, each once. */
export function numbersIn(expression: Expression): number[] {
  if (expression.kind === 'number') return [expression.value];
  return expression.kind === 'variable' ? [] : [...new Set(expression.of.flatMap(numbersIn))];
}

/** Whether two expressions are written with the same steps. */
export function isSame(a: Expression, b: Expression): boolean {
  if (a.kind === 'number') return b.kind === 'number' && a.value === b.value;
  if (a.kind === 'variable') return b.kind === 'variable';
  return b.kind === 'call' && nameOf(a.operation) === nameOf(b.operation)
    && a.of.length === b.of.length && a.of.every((part, place) => isSame(part, b.of[place] ?? variable));
}

function nameOf({ kind, name }: Operation): string {
  return `${kind} ${name}`;
}
