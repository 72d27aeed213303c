/** Values that a function cannot have are said to be so, and nothing else is said of it with them. */
import { describe, expect, test } from 'vitest';
import { defaultsOf, type ParameterValues } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { answerAt, outsideDomain } from '../../src/activations/domain';
import { factsOf } from '../../src/explanations/facts';
import { gainOf, propertiesOf, seenOf } from '../../src/explanations/properties';
import { panelCurve } from '../../src/pictures/panelCurve';

const outside: readonly (readonly [id: string, values: ParameterValues, answer: string])[] = [
  ['celu', { alpha: 0 }, 'needs α ≠ 0.'],
  ['clip', { min: 3 }, 'needs b > a.'],
  ['clipped-gelu', { min: 1, max: 1 }, 'needs b > a.'],
  ['clipped-relu', { ceiling: -1 }, 'needs c > 0.'],
  ['hard-tanh', { min: 2, max: 1 }, 'needs b > a.'],
  ['hardshrink', { lambda: -0.5 }, 'needs λ ≥ 0.'],
  ['softshrink', { lambda: -0.5 }, 'needs λ ≥ 0.'],
  ['shrink', { lambda: -1 }, 'needs λ ≥ 0.'],
  ['isru', { alpha: 0 }, 'needs α > 0.'],
  ['isrlu', { alpha: -2 }, 'needs α > 0.'],
  ['laplace', { sigma: -1 }, 'needs σ > 0.'],
  ['smelu', { beta: 0 }, 'needs β > 0.'],
  ['softabs', { epsilon: -1 }, 'needs ε ≥ 0.'],
  ['squareplus', { b: -1 }, 'needs b ≥ 0.'],
  ['softplus', { beta: 0 }, 'needs β ≠ 0.'],
  ['rrelu', { lower: 0.5, upper: 0.1 }, 'needs u ≥ l.'],
  ['xielu', { alphaN: -1 }, 'needs αₙ ≥ 0.'],
  ['softmax', { temperature: 0 }, 'needs T > 0.'],
  ['gumbel-softmax', { temperature: -1 }, 'needs τ > 0.'],
  ['clamped-swiglu', { limit: -7 }, 'needs L > 0.'],
  ['situglu', { beta2: 0 }, 'needs β₂ > 0.'],
];

function known(id: string) {
  const activation = findActivation(id);
  if (activation === undefined) throw new Error(`No activation ${id}`);
  return activation;
}

describe('outside its domain', () => test.each(outside)('%s with %o %s', (id, some, answer) => {
  const activation = known(id);
  const values = { ...defaultsOf(activation), ...some };
  expect(answerAt(activation, values)).toBe(answer);
  expect([factsOf(activation, values), propertiesOf(activation, values), seenOf(activation, values), gainOf(activation, values)]).toEqual([[], [], [], undefined]);
  if (activation.kind === 'scalar') expect(panelCurve(activation, values)?.functions.output(1)).toBeNaN();
}));

/** What is unusual but means a function. */
describe('inside it', () => test.each<[string, ParameterValues]>([
  ['celu', { alpha: -2 }], ['softplus', { beta: -1 }], ['elu', { alpha: -0.5 }], ['leaky-relu', { negativeSlope: -0.5 }], ['hardshrink', { lambda: 0 }],
  ['rrelu', { lower: 0.2, upper: 0.2 }], ['threshold', { threshold: -3, value: 20 }], ['clip', { min: -Infinity, max: 0.5 }], ['shrink', { lambda: 1, bias: -0.5 }],
])('%s with %o', (id, some) => {
  const activation = known(id);
  const values = { ...defaultsOf(activation), ...some };
  expect(outsideDomain(activation, values)).toBeUndefined();
  expect(answerAt(activation, values)).toBe(activation.answer(values));
}));

test('every default is inside, and every condition is told', () => {
  for (const activation of activations) {
    expect(outsideDomain(activation, defaultsOf(activation)), activation.id).toBeUndefined();
    const told = Object.values(activation.parameters).filter((parameter) => parameter.kind === 'number' && parameter.domain !== undefined);
    for (const { meaning } of told) expect(meaning).toMatch(/must|no less/);
  }
});
