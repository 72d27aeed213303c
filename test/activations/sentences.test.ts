/** Where sentences say that a number becomes infinite or 0, it does so there and not just before. */
import { expect, test } from 'vitest';
import { findActivation } from '../../src/activations/catalogue';

/** Halfway from the largest float16 to what would follow it. */
const overflow16 = 65520;
const exp32 = (x: number): number => Math.fround(Math.exp(x));
const sigmoid32 = (x: number): number => Math.fround(1 / Math.fround(1 + exp32(-x)));

test.each<[id: string, said: RegExp, step: number, happens: (x: number) => boolean]>([
  ['relu-squared', /for inputs from (\d+) on/, 0.125, (x) => x ** 2 >= overflow16],
  ['star-relu', /for inputs from (\d+) on/, 0.125, (x) => x ** 2 >= overflow16],
  ['xielu', /for inputs from (\d+) on/, 0.25, (x) => 0.8 * x * x + 0.5 * x >= overflow16],
  ['sreglu', /a = b = (\d+) overflows/, 1, (x) => x ** 3 >= overflow16],
  ['exponential', /and above ([\d.]+) in float16/, 0.02, (x) => Math.exp(x) >= overflow16],
  ['exponential', /overflows above ([\d.]+) in float32/, 0.01, (x) => exp32(x) === Infinity],
  ['logcosh', /\|x\| = ([\d.]+) in float32/, 0.01, (x) => Math.fround(Math.cosh(x)) === Infinity],
  ['softplus', /infinite above ([\d.]+) in float32/, 0.01, (x) => exp32(x) === Infinity],
  ['softplus', /and 0 below −([\d.]+),/, 0.5, (x) => Math.fround(1 + exp32(-x)) === 1],
  ['sigmoid', /−∞ in float32 for x below −([\d.]+),/, 0.01, (x) => sigmoid32(-x) === 0],
  ['log-sigmoid', /it is −∞ below −([\d.]+),/, 0.01, (x) => sigmoid32(-x) === 0],
])('%s says so: %s', (id, said, step, happens) => {
  const found = findActivation(id)?.pitfalls.map(({ text }) => said.exec(text)?.[1]).find((number) => number !== undefined);
  const from = Number(found);
  expect(found).toBeDefined();
  expect([happens(from - step), happens(from + 1e-9)]).toEqual([false, true]);
});
