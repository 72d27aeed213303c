/**
 * The reference: activations at many points with their exact values, computed with hundreds of digits and rounded
 * once. `public.json` covers the whole range of doubles and lists, at kinks, what frameworks choose;
 * `extremes.json` has other parameters and the points beside zeros and in tails, `scalars.json` the same for more
 * functions of one number, `arrays.json` for gates and functions of vectors.
 */
import { readFileSync } from 'node:fs';
import type { ParameterValues } from '../../src/activations/activation';

/** x, f, f′ and f″ as decimals, each of the last three followed by its hexadecimal form; null where not judged. */
export type ScalarPoint = readonly [
  x: number | string, value: string, hex: string | null, gradient: string | null, hex: string | null,
  second: string | null, hex: string | null, ...more: readonly (Kink | readonly (string | null)[])[],
];

export interface Kink {
  readonly accept: readonly string[];
}

export type GatePoint = readonly [
  x: readonly [number, number], value: string, hex: string | null, slopeA: string, hex: string | null, slopeB: string, hex: string | null,
];

export type VectorPoint = readonly [
  x: readonly (number | string)[], value: readonly string[], hex: readonly string[] | null,
  v: readonly number[], pullback: readonly string[], hex: readonly string[] | null, note?: string,
];

export type ReferenceFunction = { readonly id: string; readonly params: ParameterValues } & (
  | { readonly kind: 'scalar'; readonly points: readonly ScalarPoint[] }
  | { readonly kind: 'gate'; readonly points: readonly GatePoint[] }
  | { readonly kind: 'vector'; readonly points: readonly VectorPoint[] }
);

function functionsOf(file: string): readonly ReferenceFunction[] {
  const text = readFileSync(new URL(`../fixtures/numerics/${file}.json`, import.meta.url), 'utf8');
  const document: { readonly functions: readonly ReferenceFunction[] } = JSON.parse(text);
  return document.functions;
}

/** What the reference calls a parameter, where the catalogue has another name for it. */
const ownNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sine: { w0: 'omega' },
  star_relu: { s: 'scale', b: 'bias' },
};

/** The functions of the reference, with ids and parameters spelt as in the catalogue. */
export const referenceFunctions: readonly ReferenceFunction[] = ['public', 'extremes', 'arrays', 'scalars'].flatMap(functionsOf).map((each) => ({
  ...each,
  id: each.id.replaceAll('_', '-'),
  params: Object.fromEntries(Object.entries(each.params).map(([name, value]) => [ownNames[each.id]?.[name] ?? camelCase(name), value])),
}));

/** `inf` is how the reference writes an infinity. */
export function numberOf(decimal: string | number): number {
  return Number(String(decimal).replace(/^(-?)inf$/, '$1Infinity'));
}

/** The distance of a double to the next, at |x|. */
export function unitInLastPlace(x: number): number {
  const size = Math.min(Math.abs(x), Number.MAX_VALUE);
  if (size < 2 ** -1022) return Number.MIN_VALUE;
  const exponent = Math.floor(Math.log2(size));
  const power = 2 ** exponent > size ? exponent - 1 : 2 ** (exponent + 1) <= size ? exponent + 1 : exponent;
  return 2 ** Math.max(power - 52, -1074);
}

function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}
