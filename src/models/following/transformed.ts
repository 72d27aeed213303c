/** Functions that Haiku makes pure: `hk.transform(f).apply(params, rng, x)` calls `f(x)`. */
import type { Node } from '../../python/syntax';
import { numberOf, newSlots, tupleOf, unknown, type Layer, type PassedArgument, type Value } from '../values';
import { layer as layerKind } from '../vocabulary/vocabulary';

/** How many arguments `apply` takes before those of the function: the weights, a state, a key of random numbers. */
const leading: ReadonlyMap<string, number> = new Map([['haiku.transform', 2], ['haiku.transform_with_state', 3]]);
const withoutKey = 'haiku.without_apply_rng';
const own = new Set(['params', 'state', 'rng']);
const kind = layerKind('custom');

export function isTransform(name: string): boolean {
  return leading.has(name) || name === withoutKey;
}

/** What gets no key of random numbers is what was transformed, with one argument fewer. */
export function newTransformed(name: string, of: Value, node: Node): Value {
  if (name === withoutKey) return of.kind === 'layer' && isTransformed(of) ? made(of.name, of.slots.values.get('of') ?? unknown, leadingOf(of) - 1, node) : of;
  return made(name, of, leading.get(name) ?? 0, node);
}

function made(name: string, of: Value, count: number, node: Node): Value {
  const slots = newSlots();
  slots.values.set('of', of);
  slots.values.set('leading', { kind: 'constant', value: count, node });
  return { kind: 'layer', layer: kind, name, node, arguments: new Map(), mayHaveMore: false, activation: undefined, units: undefined, inputs: undefined, slots };
}

export function isTransformed(value: Layer): boolean {
  return value.layer === kind;
}

/** The function, and what `apply` passes it. */
export function appliedBy(value: Layer, passed: readonly PassedArgument[]): { readonly callee: Value; readonly passed: readonly PassedArgument[] } {
  const others = passed.filter(({ keyword }) => keyword === undefined || !own.has(keyword));
  const byPlace = leadingOf(value) - (passed.length - others.length);
  // Before version 0.0.3 nothing but a word of its own asked for a key.
  const isFormer = others.length === byPlace && byPlace > 1;
  return { callee: value.slots.values.get('of') ?? unknown, passed: others.slice(isFormer ? byPlace - 1 : byPlace) };
}

/** What is kept between calls is given back beside the result. */
export function resultOf({ name }: Layer, result: Value): Value {
  return name === 'haiku.transform_with_state' ? tupleOf([result, unknown]) : result;
}

function leadingOf(value: Layer): number {
  return numberOf(value.slots.values.get('leading')) ?? 0;
}
