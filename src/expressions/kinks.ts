/** Where an expression turns from one branch to another, found from the expression itself, so that no bend is missed or blurred. */
import { call, number, smooth, type Expression, type Smooth } from './expression';
import { plainNumbers } from './field';
import { jetOf } from './jets';

type NumberFunction = (x: number) => number;

/** What is looked at: from −24 to 24, in steps that fall on the round numbers. */
const reach = 24;
const perUnit = 64;
const mostSwitches = 40;

/** Of the places where a branch is changed, those at which the function or one of its derivatives jumps. */
export function kinksOf(expression: Expression, orders: readonly NumberFunction[]): number[] {
  const places = switchesIn(expression).slice(0, mostSwitches).flatMap(rootsOf);
  const distinct = [...new Set(places)].sort((a, b) => a - b).filter((x, i, all) => i === 0 || x - (all[i - 1] ?? 0) > 1e-9);
  return distinct.filter((x) => orders.some((order, place) => jumps(order, x, place === 0)));
}

/** Expressions whose zeros are the places: the argument of abs, the difference that a maximum turns at, a denominator. */
function switchesIn(expression: Expression): Expression[] {
  if (expression.kind !== 'call') return [];
  return [...switchesOf(expression), ...expression.of.flatMap(switchesIn)];
}

function switchesOf({ operation, of: [first = number(NaN), second = number(NaN), third = number(NaN)] }: Extract<Expression, { kind: 'call' }>): Expression[] {
  if (operation.kind === 'smooth') return (operation.kinks ?? []).map((kink) => call('subtract', first, number(kink))).concat(periodicSwitches(operation, first));
  switch (operation.name) {
    case 'abs':
    case 'log':
    case 'power':
      return [first];
    case 'divide':
      return [second];
    case 'maximum':
    case 'minimum':
    case 'less':
    case 'lessEqual':
    case 'greater':
    case 'greaterEqual':
    case 'equal':
    case 'notEqual':
      return [call('subtract', first, second)];
    case 'clip':
      return [call('subtract', first, second), call('subtract', first, third)];
    default:
      return [];
  }
}

const sine: Smooth = { kind: 'smooth', name: 'sin', value: Math.sin, slope: Math.cos, curvature: (u) => -Math.sin(u) };

/** Functions that jump again and again, by the period and the first of their jumps. */
const periods: Readonly<Record<string, readonly [period: number, first: number]>> = {
  floor: [1, 0], ceil: [1, 0], round: [1, 0.5], tan: [Math.PI, Math.PI / 2],
};

function periodicSwitches({ name }: Smooth, u: Expression): Expression[] {
  const [period, first] = periods[name] ?? [];
  if (period === undefined || first === undefined) return [];
  return [smooth(sine, call('multiply', number(Math.PI / period), call('subtract', u, number(first))))];
}

function rootsOf(expression: Expression): number[] {
  const g = (x: number): number => jetOf(plainNumbers, expression, x)[0];
  const roots: number[] = [];
  let [from, before] = [-reach, g(-reach)];
  for (let step = 1; step <= 2 * reach * perUnit; step++) {
    const x = -reach + step / perUnit;
    const value = g(x);
    if (value === 0 && before !== 0) roots.push(x);
    else if (value * before < 0) roots.push(rootBetween(g, from, x));
    else if (value !== 0 && before === 0) roots.push(from);
    [from, before] = [x, value];
  }
  return roots;
}

function rootBetween(g: NumberFunction, from: number, to: number): number {
  const below = Math.sign(g(from));
  let [low, high] = [from, to];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (Math.sign(g(middle)) === below) low = middle;
    else high = middle;
  }
  const round = Number(high.toFixed(9));
  return Math.abs(g(round)) <= Math.abs(g(high)) ? round : high;
}

/**
 * Whether the limits from both sides differ, each carried to the place along the slope beside it. The value in between counts
 * for the function alone: that of a derivative is a convention.
 */
function jumps(g: NumberFunction, x: number, hasValue: boolean): boolean {
  const step = 1e-6 * Math.max(1, Math.abs(x));
  const limit = (side: number): number => 2 * g(x + side * step) - g(x + 2 * side * step);
  const [left, right] = [limit(-1), limit(1)];
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  const differ = (a: number, b: number): boolean => !(Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(a), Math.abs(b)));
  return differ(left, right) || (hasValue && differ(g(x), left));
}
