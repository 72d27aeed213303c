import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identify } from '../../src/usages/formulas/identify';

/** An expression of one input by the four operations alone. */
interface Rational {
  readonly numbers: readonly number[];
  readonly at: (x: number) => number;
}

const number = fc.constantFrom(-3, -1, -0.5, 0, 0.01, 0.2, 0.5, 1, 1.702, 2, 3, 6, 27);
const operations: readonly ((a: number, b: number) => number)[] = [(a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / b];

const { rational } = fc.letrec<{ rational: Rational }>((tie) => ({
  rational: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constant<Rational>({ numbers: [], at: (x) => x }),
    number.map((value): Rational => ({ numbers: [value], at: () => value })),
    fc.tuple(fc.constantFrom(...operations), tie('rational'), tie('rational')).map(([apply, a, b]): Rational => ({
      numbers: [...a.numbers, ...b.numbers], at: (x) => apply(a.at(x), b.at(x)),
    })),
  ),
}));

test('what the four operations make is no activation, so that formulas without more are not compared with any', () => {
  fc.assert(fc.property(rational, ({ numbers, at }) => {
    expect(identify({ kind: 'scalar', numbers, mostParameters: 4, at: ([x = []]) => x.map(at) })).toBe(undefined);
  }), { numRuns: 300 });
}, 60_000);

test('what bends is one', () => {
  const found = identify({ kind: 'scalar', numbers: [0.2], mostParameters: 1, at: ([x = []]) => x.map((each) => Math.max(each, 0.2 * each)) });
  expect([found?.activation.id, found?.parameters]).toEqual(['leaky-relu', { negativeSlope: 0.2 }]);
});

test('what gives every entry the same is none, though softmax at an immense temperature does', () => {
  expect(identify({ kind: 'vector', numbers: [1e-9], mostParameters: 1, at: ([x = []]) => x.map(() => 1 / x.length) })).toBe(undefined);
});
