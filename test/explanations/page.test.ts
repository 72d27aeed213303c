import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import type { ParameterValues } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { statisticsOf } from '../../src/explanations/facts';
import { pageOf } from '../../src/explanations/page';
import { palettes } from '../../src/pictures/palette';

function pageFor(id: string, values: ParameterValues = {}): string {
  const activation = findActivation(id);
  if (!activation) throw new Error(`No activation ${id}`);
  return pageOf(activation, { ...defaultsOf(activation), ...values });
}

describe('the page of every activation', () => {
  test.each(activations.map((activation) => [activation.id, activation] as const))('%s', (_, activation) => {
    const page = pageOf(activation, defaultsOf(activation), { palette: palettes.dark });
    expect(page.startsWith(`# ${activation.name}\n\n${activation.summary}\n\n<img `)).toBe(true);
    expect(page.replace(/<img [^>]*>/g, '')).not.toMatch(/undefined|Infinity|\[object/);
    for (const { text } of activation.pitfalls) expect(page).toContain(text);
    for (const rows of page.split('\n\n').filter((part) => part.startsWith('| '))) {
      const widths = rows.split('\n').map((row) => row.split(/(?<!\\)\|/).length);
      expect(new Set(widths).size, rows).toBe(1);
    }
  });
});

test('a page without pictures has its formulas as text', () => {
  expect(pageFor('gelu')).not.toContain('<img');
  expect(pageFor('gelu')).toContain('f(x) = x Φ(x)');
});

test('the names of the frameworks stand with what they default to', () => {
  const page = pageFor('leaky-relu');
  expect(page).toMatch(/\| PyTorch \| .*`torch\.nn\.LeakyReLU`.* \| α = 0\.01 \|/);
  expect(page).toMatch(/\| Keras \| .*`keras\.layers\.LeakyReLU`.* \| α = 0\.3 \|/);
  expect(page).toMatch(/\| Keras \| .*`keras\.activations\.leaky_relu`.* \| α = 0\.2 \|/);
});

test('an argument that picks the form is part of the name', () => {
  expect(pageFor('gelu-tanh')).toContain('`torch.nn.GELU` with `approximate="tanh"`');
});

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
