/** What is known of a value where ways of a program meet. */
import { absent, tupleOf, unknown, type Tuple, type Value } from './values';

const mostAlternatives = 8;

/** What is either of two values. Tuples of one length are joined item by item. */
export function join(a: Value, b: Value): Value {
  if (isSame(a, b)) return a;
  if (a.kind !== 'alternatives' && b.kind !== 'alternatives' && a.kind !== 'tuple') return { kind: 'alternatives', values: [a, b] };
  if (a.kind === 'tuple' && b.kind === 'tuple') return joinTuples(a, b);
  const values = [...new Set([...valuesOf(a), ...valuesOf(b)])];
  const different = values.filter((value, place) => values.findIndex((other) => isSame(other, value)) === place);
  if (different.length > mostAlternatives) return unknown;
  return different.length === 1 ? different[0] ?? unknown : { kind: 'alternatives', values: different };
}

/** Of different lengths, the items that only one has may be absent. */
function joinTuples(a: Tuple, b: Tuple): Tuple {
  const length = Math.max(a.items.length, b.items.length);
  const items = Array.from({ length }, (_, place) => join(a.items[place] ?? absent, b.items[place] ?? absent));
  return tupleOf(items, a.isOpen || b.isOpen || a.items.length !== b.items.length);
}

/** The values that one may be. */
export function valuesOf(value: Value): readonly Value[] {
  return value.kind === 'alternatives' ? value.values : [value];
}

export function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === 'constant' && b.kind === 'constant') return a.value === b.value;
  if (a.kind === 'library' && b.kind === 'library') return a.name === b.name;
  return a.kind === 'tuple' && b.kind === 'tuple' && !a.isOpen && !b.isOpen && a.items.length === 0 && b.items.length === 0;
}
