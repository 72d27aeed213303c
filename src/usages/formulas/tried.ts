/**
 * What activations give at the first point of a comparison, setting by setting. Formulas have the same few numbers in them, so that
 * the same settings are tried again and again, and this one value tells nearly all of them from the formula.
 */
import type { Activation, ParameterValue } from '../../activations/activation';

/** By the value of a parameter what is known of the next one, and by that of the last one the value of the function. */
export type Tried = Map<ParameterValue, Tried | number>;

const mostTried = 1 << 16;
const known = new Map<Activation, Tried>();
let size = 0;

export function triedOf(activation: Activation): Tried {
  if (size > mostTried) {
    known.clear();
    size = 0;
  }
  const tried = known.get(activation) ?? new Map();
  known.set(activation, tried);
  return tried;
}

export function furtherTried(tried: Tried, value: ParameterValue): Tried {
  const further = tried.get(value);
  if (further instanceof Map) return further;
  const made: Tried = new Map();
  tried.set(value, made);
  return made;
}

export function firstValue(tried: Tried, last: ParameterValue, compute: () => number): number {
  const value = tried.get(last);
  if (typeof value === 'number') return value;
  const computed = compute();
  tried.set(last, computed);
  size++;
  return computed;
}
