import { describe, expect, test } from 'vitest';
import { differentiable } from '../../src/expressions/differentiate';
import { numbersIn } from '../../src/expressions/expression';
import { nearestActivation, type Nearest } from '../../src/expressions/nearest';
import { parseExpression } from '../../src/expressions/parse';
import { formulas } from './formulas';

function nearest(text: string, min = -5, max = 3): Nearest | undefined {
  const parsed = parseExpression(text);
  if ('problem' in parsed) throw new Error(parsed.problem.words);
  return nearestActivation(differentiable(parsed.expression).value, numbersIn(parsed.expression), { min, max });
}

/** By default one function, whose name is either. */
const twins: Readonly<Record<string, readonly string[]>> = { swish: ['silu'], celu: ['elu'], 'hard-tanh': ['clip'] };

describe('a formula is nearest to its own activation, at no distance', () => {
  test.each(Object.entries(formulas))('%s: %s', (id, text) => {
    const found = nearest(text);
    expect([id, ...twins[id] ?? []]).toContain(found?.activation.id);
    expect(found?.fitted).toEqual([]);
    expect(found?.distance).toBeLessThan(1e-10);
    expect(found?.rootMeanSquare).toBeLessThan(1e-10);
  });
});

describe('parameters are found', () => {
  test.each([
    ['where(x > 0, x, 0.137*x)', 'leaky-relu', { negativeSlope: 0.137 }],
    ['x*sigmoid(2.5*x)', 'swish', { beta: 2.5 }],
    ['where(x > 0, x, 1.7*(exp(x) - 1))', 'elu', { alpha: 1.7 }],
    ['log(1 + exp(3*x))/3', 'softplus', { beta: 3 }],
  ])('%s', (text, id, parameters) => {
    const found = nearest(text);
    expect(found?.activation.id).toBe(id);
    expect(found?.parameters).toMatchObject(parameters);
    expect(found?.fitted).toEqual(Object.keys(parameters));
    expect(found?.distance).toBeLessThan(1e-9);
  });
});

/** The largest differences of GELU's two forms and of its sigmoid form are known to more digits than are shown. */
test.each([
  ['0.5*x*(1 + tanh(0.7978845608*(x + 0.044715*x^3)))', 'gelu-tanh', 0, 1e-9],
  ['x*sigmoid(1.702*x) + 0.0000001*x', 'quick-gelu', 4e-7, 6e-7],
])('%s is close to %s', (text, id, least, most) => {
  const found = nearest(text);
  expect(found?.activation.id).toBe(id);
  expect(found?.distance).toBeGreaterThanOrEqual(least);
  expect(found?.distance).toBeLessThanOrEqual(most);
});

test('what is defined nowhere in the range is near to nothing', () => expect(nearest('log(x - 50)')).toBeUndefined());
