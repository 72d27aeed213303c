/** What a configuration file says, whichever language it is written in, with the place of each value. */
import type { Span } from '../usage';

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** With its quotes. */
  readonly span: Span;
  /** Without them. */
  readonly content: Span;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface Fields {
  readonly kind: 'fields';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  /** The key as it is written, where a program may read it as a value: `{ReLU: {}}`. */
  readonly name?: Scalar;
  readonly value: Value;
}

export type Value = Scalar | List | Fields;

export function scalar(value: Scalar['value'], start: number, end: number, quotes: number): Scalar {
  return { kind: 'scalar', value, span: { start, end }, content: { start: start + quotes, end: Math.max(start + quotes, end - quotes) } };
}

export function valueAt({ entries }: Fields, key: string): Value | undefined {
  return entries.find((entry) => entry.key === key)?.value;
}

export function textAt(fields: Fields, key: string): string | undefined {
  return textOf(valueAt(fields, key));
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** Nobody nests deeper; a file that does is data. */
export const deepest = 64;
