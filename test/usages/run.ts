import { test } from 'vitest';
import { check, type Imports } from './check';

export type Case = readonly [imports: Imports, marked: string, ...expected: string[]];

export function run(cases: readonly Case[]): void {
  test.each(cases.map((row) => [row[0], row[1], row] as const))('%s: %s', (before, marked, [, , ...expected]) => {
    check(before, marked, expected);
  });
}
