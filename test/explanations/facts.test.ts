import { expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { statisticsOf } from '../../src/explanations/facts';

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
