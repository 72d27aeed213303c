/** Which argument of a call is which parameter. */
import { unknown, type Arguments, type PassedArgument, type Value } from '../values';
import type { Node } from '../../python/syntax';

/** By the names of the parameters; keywords that are not among them keep theirs, further places their number. */
export function bind(parameters: readonly string[], passed: readonly PassedArgument[]): Arguments {
  const bound = new Map<string, { value: Value; node: Node }>();
  let place = 0;
  for (const { stars, keyword, value, node } of passed) {
    if (stars === 2) continue;
    if (stars === 1) place = Infinity;
    else if (keyword !== undefined) bound.set(keyword, { value, node });
    else if (place < Infinity) {
      bound.set(parameters[place] ?? String(place), { value, node });
      place++;
    }
  }
  return bound;
}

export function bindByPlace(passed: readonly PassedArgument[]): Arguments {
  return bind([], passed);
}

/** Whether a `*` or `**` may have passed what is not seen. */
export function mayHaveMore(passed: readonly PassedArgument[]): boolean {
  return passed.some(({ stars }) => stars > 0);
}

/** The argument at a place, or under one of the names it may be passed by. */
export function argumentAt(passed: readonly PassedArgument[], place: number, ...names: readonly string[]): PassedArgument | undefined {
  const named = passed.find(({ keyword }) => keyword !== undefined && names.includes(keyword));
  if (named) return named;
  const first = passed.findIndex(({ stars }) => stars > 0);
  const positional = passed.filter(({ keyword, stars }) => keyword === undefined && stars === 0);
  return first >= 0 && first <= place ? undefined : positional[place];
}

export function valueAt(passed: readonly PassedArgument[], place: number, ...names: readonly string[]): Value {
  return argumentAt(passed, place, ...names)?.value ?? unknown;
}
