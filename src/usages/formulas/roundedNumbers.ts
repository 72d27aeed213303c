/** Numbers that tutorials round: JAX's first pages write `def selu(x, alpha=1.67, lmbda=1.05)`. */

const exact: ReadonlyMap<number, number> = new Map([[1.67, 1.6732632423543772], [1.05, 1.0507009873554805]]);

/** The numbers that are meant where all of them together are rounded ones. */
export function unrounded(values: readonly number[]): readonly number[] {
  const meant = values.map((value) => exact.get(value));
  return new Set(meant).size === exact.size && !meant.includes(undefined) ? meant.map((value, place) => value ?? values[place] ?? NaN) : values;
}
