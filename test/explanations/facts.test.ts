import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import type { ParameterValues } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { statisticsOf } from '../../src/explanations/facts';
import { propertiesOf, seenOf } from '../../src/explanations/properties';

/** Mean and standard deviation for N(0, 1), from closed forms and from 40-digit quadrature. */
test.each([
  ['relu', {}, 1 / Math.sqrt(2 * Math.PI), Math.sqrt(0.5 - 1 / (2 * Math.PI)), 0.5],
  ['leaky-relu', { negativeSlope: 0.2 }, 0.8 / Math.sqrt(2 * Math.PI), Math.sqrt(0.52 - 0.64 / (2 * Math.PI)), 0],
  ['gelu', {}, 1 / Math.sqrt(4 * Math.PI), Math.sqrt(0.3456440110243510), 0],
  ['sigmoid', {}, 0.5, Math.sqrt(1 / 1.846228545338605413 ** 2 - 0.25), 0],
  ['tanh', {}, 0, 1 / 1.5925374197228314278, 0],
  ['selu', {}, 0, 1, 0],
  ['binary-step', {}, 0.5, 0.5, 1],
])('what %s %o makes of N(0, 1)', (id, values, mean, deviation, deadShare) => {
  const activation = findActivation(id);
  if (activation?.kind !== 'scalar') throw new Error(`${id} takes no single number.`);
  const found = statisticsOf(activation, { ...defaultsOf(activation), ...values });
  expect(found.mean).toBeCloseTo(mean, 9);
  expect(found.deviation).toBeCloseTo(deviation, 9);
  expect(found.deadShare).toBeCloseTo(deadShare, 9);
});

/** What is said of where a function is lowest and steepest; nothing where that is at several places, or only neared. */
describe('places', () => test.each<[string, ParameterValues, string]>([
  ['gelu', {}, 'Minimum −0.17 at x = −0.752, Largest gradient 1.129 at x = 1.414, The gradient exceeds 1 around x = 1.414'],
  ['elu', { alpha: 2 }, 'Largest gradient 2 at x = 0, The gradient exceeds 1 around x = 0'],
  ['leaky-relu', { negativeSlope: -0.5 }, 'Minimum 0 at x = 0'],
  ['log-sigmoid', {}, ''],
  ['softplus', {}, ''],
  ['softplus-parametric', {}, ''],
  ['hard-swish', {}, 'Minimum −0.375 at x = −1.5'],
  ['selu', {}, 'Largest gradient 1.758 at x = 0, The gradient exceeds 1 around x = 0'],
  ['sine', {}, ''],
  ['sine', { omega: 30 }, ''],
  ['snake', {}, ''],
  ['snake', { a: 30 }, ''],
  ['threshold', { threshold: 0.1, value: 20 }, ''],
  ['thresholded-relu', { theta: -1 }, ''],
])('of %s %o', (id, values, expected) => {
  const activation = findActivation(id);
  if (activation === undefined) throw new Error(`No activation ${id}`);
  const all = { ...defaultsOf(activation), ...values };
  const places = propertiesOf(activation, all).filter(([label]) => label === 'Minimum' || label === 'Largest gradient').map(([label, value]) => `${label} ${value}`);
  const peaks = seenOf(activation, all).filter((sentence) => sentence.startsWith('The gradient exceeds')).map((sentence) => sentence.split(',')[0]);
  expect([...places, ...peaks].join(', ')).toBe(expected);
}));

/** At a kink there is no gradient of 0 to take for saturation. */
test.each<[string, ParameterValues, boolean]>([
  ['gelu', {}, true], ['abs', {}, true], ['hard-mish', {}, true], ['leaky-relu', { negativeSlope: -0.5 }, false], ['elu', { alpha: -0.5 }, false],
])('the minimum of %s %o is a turn: %s', (id, values, isTurn) => {
  const activation = findActivation(id);
  if (activation === undefined) throw new Error(`No activation ${id}`);
  const sentences = seenOf(activation, { ...defaultsOf(activation), ...values });
  expect(sentences.some((sentence) => sentence.includes('That is a turn'))).toBe(isTurn);
});
