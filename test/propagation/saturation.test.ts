/** Where functions pass nearly no gradient: edges by the equation |f′| = ε, and nothing that only passes through zero. */
import { describe, expect, test } from 'vitest';
import { defaultsOf, type ParameterValues } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { flatZones, isSmallSomewhere, shareOf, type FlatZone } from '../../src/propagation/saturation';

const standard = { mean: 0, deviation: 1 };

function gradientOf(id: string, parameters: ParameterValues) {
  const activation = findActivation(id);
  if (activation?.kind !== 'scalar') throw new Error(`${id} is no function of one number`);
  const complete = { ...defaultsOf(activation), ...parameters };
  return { gradient: (x: number) => activation.derivative(x, complete), kinks: activation.properties(complete).kinks };
}

function zonesOf(id: string, threshold = 0.05, parameters: ParameterValues = {}): FlatZone[] {
  const { gradient, kinks } = gradientOf(id, parameters);
  return flatZones(gradient, threshold, kinks);
}

function check(id: string, parameters: ParameterValues, expected: readonly (readonly [from: number, to: number, dead: boolean])[]): void {
  const found = zonesOf(id, 0.05, parameters);
  expect(found.map(({ dead }) => dead)).toEqual(expected.map(([, , dead]) => dead));
  found.forEach(({ from, to }, i) => {
    const [left = NaN, right = NaN] = expected[i] ?? [];
    for (const [edge, truth] of [[from, left], [to, right]] as const) {
      if (Number.isFinite(truth)) expect(edge).toBeCloseTo(truth, 9);
      else expect(edge).toBe(truth);
    }
  });
}

describe('zones at ε = 0.05', () => {
  test.each([
    ['relu', {}, [[-Infinity, 0, true]]],
    ['relu6', {}, [[-Infinity, 0, true], [6, Infinity, true]]],
    // s(1 − s) = 0.05 at s = (1 − √0.8) / 2.
    ['sigmoid', {}, [[-Infinity, -Math.log((1 + Math.sqrt(0.8)) / (1 - Math.sqrt(0.8))), false], [Math.log((1 + Math.sqrt(0.8)) / (1 - Math.sqrt(0.8))), Infinity, false]]],
    ['tanh', {}, [[-Infinity, -Math.atanh(Math.sqrt(0.95)), false], [Math.atanh(Math.sqrt(0.95)), Infinity, false]]],
    ['elu', {}, [[-Infinity, Math.log(0.05), false]]],
    ['softsign', {}, [[-Infinity, 1 - Math.sqrt(20), false], [Math.sqrt(20) - 1, Infinity, false]]],
    ['leaky-relu', { negativeSlope: 0.01 }, [[-Infinity, 0, false]]],
    ['leaky-relu', { negativeSlope: 0.2 }, []],
    ['identity', {}, []],
    ['binary-step', {}, [[-Infinity, Infinity, true]]],
    ['hardshrink', {}, [[-0.5, 0.5, true]]],
    ['softshrink', {}, [[-0.5, 0.5, true]]],
    ['hard-tanh', {}, [[-Infinity, -1, true], [1, Infinity, true]]],
    ['tanhshrink', {}, []],
    ['snake', {}, []],
  ] as const)('%s %o', (id, parameters, expected) => check(id, parameters, expected));

  test('the minimum of GELU is none', () => {
    const zones = zonesOf('gelu');
    expect(zones).toHaveLength(1);
    expect(zones[0]?.to).toBeLessThan(-2);
    expect(shareOf(zones, standard)).toBeCloseTo(0.0094, 4);
  });
});

describe('of functions without a zone the gradient is small', () => {
  test.each([
    ['sine', {}, true], ['sine', { omega: 30 }, true], ['gcu', {}, true], ['tanhshrink', {}, true], ['logcosh', {}, true],
    ['identity', {}, false], ['leaky-relu', { negativeSlope: 0.2 }, false], ['leaky-relu', { negativeSlope: -1 }, false], ['abs', {}, false], ['bent-identity', {}, false],
  ] as const)('%s %o: %s', (id, parameters, expected) => {
    const { gradient, kinks } = gradientOf(id, parameters);
    expect(isSmallSomewhere(gradient, 0.05, kinks)).toBe(expected);
  });
});

describe('shares', () => {
  test.each([['relu', 0.5], ['binary-step', 1], ['identity', 0], ['hardshrink', 0.38292492254802621]] as const)('of %s', (id, share) => {
    expect(shareOf(zonesOf(id), standard)).toBeCloseTo(share, 14);
  });
});

test('every zone of every function is flat inside and ends where it is not', () => {
  for (const activation of activations) {
    if (activation.kind !== 'scalar') continue;
    const p = defaultsOf(activation);
    for (const { from, to } of zonesOf(activation.id)) {
      const inside = Number.isFinite(from) ? (Number.isFinite(to) ? (from + to) / 2 : from + 1) : Number.isFinite(to) ? to - 1 : 0;
      expect(Math.abs(activation.derivative(inside, p)), `${activation.id} inside`).toBeLessThan(0.05);
      for (const [edge, outwards] of [[from, -1], [to, 1]] as const) {
        if (Number.isFinite(edge)) expect(Math.abs(activation.derivative(edge + outwards * 1e-3, p)), `${activation.id} beside ${edge}`).toBeGreaterThan(0.0499);
      }
    }
  }
});
