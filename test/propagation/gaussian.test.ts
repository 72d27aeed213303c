/** Expectations under normal inputs against 20-digit quadrature, for every function of the catalogue that the table has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/activations/activation';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { expectation, meanSquaredGradient, outputMoments, probability } from '../../src/propagation/gaussian';

interface Row {
  readonly id: string;
  readonly params: Readonly<Record<string, number | string>>;
  readonly moments: readonly { readonly q: number; readonly mean: string; readonly variance: string; readonly secondMoment: string; readonly meanSquaredGradient: string }[];
}

const table = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'propagation', 'meanfield.json'), 'utf8')) as Row[];
/** Names of the table that are no plain respelling of ours. */
const parameterNames: Readonly<Record<string, string>> = { negative_slope: 'negativeSlope', alpha_p: 'alphaP', alpha_n: 'alphaN', w0: 'omega' };

const rows = table.flatMap(({ id, params, moments }) => {
  const activation = findActivation(id.replace(/_/g, '-'));
  if (activation?.kind !== 'scalar') return [];
  const written = Object.entries(params).map(([name, value]) => [parameterNames[name] ?? name, value] as const);
  const parameters: ParameterValues = { ...defaultsOf(activation), ...Object.fromEntries(written) };
  return moments.map((truth) => [`${id} ${JSON.stringify(params)} q=${truth.q}`, activation, parameters, truth] as const);
});

/** Relative to the size of what is integrated, since a mean of zero has no relative error. */
function check(actual: number, truth: string, size: number, tolerance = 1e-13): void {
  expect(Math.abs(actual - Number(truth))).toBeLessThanOrEqual(tolerance * Math.max(size, Math.abs(Number(truth))));
}

test('the table has rows of most functions of one number', () => expect(rows.length).toBeGreaterThan(120));

test.each([Math.tanh, Math.sin, Math.asinh, (x: number) => x ** 3])('the mean of an odd function is zero, without a trace of rounding: %s', (f) => {
  for (const deviation of [0.3, 1, 2.7]) expect(expectation(f, { mean: 0, deviation })).toBe(0);
});

// cos² is ½ + ½ cos 2x, whose second part has no mean to speak of.
test.each([50, 1e4, 1e7])('an oscillation too fast to be followed gives its mean: cos² of %d x', (frequency) => {
  expect(expectation((x) => Math.cos(frequency * x) ** 2, { mean: 0, deviation: 1 })).toBeCloseTo(0.5, 9);
});

describe('moments of the output and of the gradient', () => {
  test.each(rows)('%s', (_, activation, parameters, { q, ...truth }) => {
    const inputs = { mean: 0, deviation: Math.sqrt(q) };
    const { kinks } = activation.properties(parameters);
    const f = (x: number) => activation.value(x, parameters);
    const size = Math.sqrt(Number(truth.secondMoment));
    const { mean, variance } = outputMoments(f, inputs, kinks);
    // The ends of its parabola are no kinks, so no panel begins there.
    const tolerance = activation.id === 'smelu' ? 2e-12 : 1e-13;
    check(mean, truth.mean, size, tolerance);
    check(variance, truth.variance, size * size, tolerance);
    check(expectation((x) => f(x) ** 2, inputs, kinks), truth.secondMoment, size * size, tolerance);
    check(meanSquaredGradient((x) => activation.derivative(x, parameters), inputs, kinks), truth.meanSquaredGradient, 0, tolerance);
  });
});

describe('without the help of declared breaks', () => {
  test('a kink and a jump are still integrated to seven digits', () => {
    const inputs = { mean: 0.3, deviation: 1 };
    const relu = expectation((x) => Math.max(0, x - 0.1234), inputs);
    expect(relu).toBeCloseTo(expectation((x) => Math.max(0, x - 0.1234), inputs, [0.1234]), 7);
    expect(expectation((x) => (x > 0.1234 ? 1 : 0), inputs)).toBeCloseTo(probability(0.1234, Infinity, inputs), 4);
  });
});

test.each([0.5, 5, 20, 100, 300])('E e^x of N(0, %d) is e^(q/2), however far out its weight lies', (q) => {
  expect(expectation(Math.exp, { mean: 0, deviation: Math.sqrt(q) }) / Math.exp(q / 2)).toBeCloseTo(1, 11);
});

describe('probability', () => {
  // Φ at 50 digits (mpmath), rounded to a double.
  test.each([
    [-Infinity, 0, 0.5], [-1, 1, 0.6826894921370859], [-Infinity, -2.35, 9.3867055348385751e-3], [-Infinity, -5, 2.8665157187919391e-7],
    [-Infinity, -20, 2.753624118606234e-89], [6, Infinity, 9.865876450376981e-10], [-Infinity, 8, 0.9999999999999994],
    [-Infinity, Infinity, 1], [1, 1, 0], [2, 1, 0],
  ])('of (%d, %d)', (from, to, truth) => {
    expect(Math.abs(probability(from, to, { mean: 0, deviation: 1 }) - truth)).toBeLessThanOrEqual(1e-14 * truth);
  });

  test('parts add up to the whole, wherever they are cut', () => {
    fc.assert(fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0.05, max: 5, noNaN: true }), (cut, mean, deviation) => {
      const inputs = { mean, deviation };
      expect(probability(-Infinity, cut, inputs) + probability(cut, Infinity, inputs)).toBeCloseTo(1, 13);
    }));
  });

  test('inputs that do not vary are inside or outside', () => {
    expect(probability(0, 1, { mean: 0.5, deviation: 0 })).toBe(1);
    expect(probability(0, 1, { mean: 2, deviation: 0 })).toBe(0);
    expect(expectation((x) => x * x, { mean: 3, deviation: 0 })).toBe(9);
  });
});
