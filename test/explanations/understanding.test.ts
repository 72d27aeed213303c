import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { citations } from '../../src/activations/citations';
import type { Block, Understanding } from '../../src/explanations/blocks';
import { corrections } from '../../src/explanations/corrections';
import { supportOf } from '../../src/explanations/support';
import { understandingOf } from '../../src/explanations/understanding';
import { usedBy } from '../../src/explanations/usedBy';
import { coreMlOperators, inPlace, liteOperators, onnxOperators, savedForBackward } from '../../src/frameworks/operators';
import { isUnderstanding } from '../../src/protocol/understandingGuard';

function blocksIn({ sections }: Understanding): Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

function itemsIn(understanding: Understanding): string[] {
  return blocksIn(understanding).flatMap((block) => (block.kind === 'list' ? block.items.map(({ text }) => text) : []));
}

function tablesIn(understanding: Understanding): Extract<Block, { kind: 'table' }>[] {
  return blocksIn(understanding).flatMap((block) => (block.kind === 'table' ? [block] : []));
}

/** Its names, a line each, as the table has them. */
function namesIn(id: string): string {
  const activation = findActivation(id);
  if (!activation) throw new Error(`No activation ${id}`);
  return tablesIn(understandingOf(activation, defaultsOf(activation))).flatMap(({ rows }) => rows.map(({ cells }) => cells.join(' | '))).join('\n');
}

test('the names of the frameworks stand with what they default to', () => {
  const names = namesIn('leaky-relu');
  expect(names).toMatch(/^PyTorch \| .*`torch\.nn\.LeakyReLU`.* \| α = 0\.01/m);
  expect(names).toMatch(/^Keras \| .*`keras\.layers\.LeakyReLU`.* \| α = 0\.3/m);
  expect(names).toMatch(/^Keras \| .*`keras\.activations\.leaky_relu`.* \| α = 0\.2/m);
});

test('a name that has to be given a value has no default', () => {
  expect(namesIn('leaky-relu')).toMatch(/^MXNet \| .*`mxnet\.gluon\.nn\.LeakyReLU`.* \| $/m);
  expect(namesIn('prelu')).toMatch(/^PyTorch \| .*`torch\.prelu`.* \| $/m);
});

test('a name that has no one default says what decides', () => {
  expect(namesIn('hard-sigmoid')).toMatch(/^Keras \| .*`"hard_sigmoid"`.* by version$/m);
  expect(namesIn('elu')).toMatch(/^MXNet \| `"elu"` \| α by place$/m);
});

test('an argument that picks the form is part of the name', () => {
  expect(namesIn('gelu-tanh')).toContain('`torch.nn.GELU` with `approximate="tanh"`');
});

describe('what is said of every activation', () => {
  test.each(activations.map((activation) => [activation.id, activation] as const))('%s crosses to the Lab whole', (_, activation) => {
    const whole = understandingOf(activation, defaultsOf(activation));
    const crossed: unknown = JSON.parse(JSON.stringify(whole));
    expect(isUnderstanding(crossed)).toBe(true);
    expect(crossed).toEqual(whole);
    expect(whole.sections.length).toBeGreaterThan(2);
    expect(JSON.stringify(whole)).not.toMatch(/undefined|Infinity|\[object/);
    for (const { text } of activation.pitfalls) expect(itemsIn(whole)).toContain(text);
    for (const { head, rows } of tablesIn(whole)) expect(new Set(rows.map(({ cells }) => cells.length))).toEqual(new Set([head.length]));
  });
});

test('tables name activations of the catalogue alone', () => {
  const ids = [onnxOperators, liteOperators, coreMlOperators, savedForBackward, usedBy].flatMap((table) => Object.keys(table)).concat([...inPlace]).concat(corrections.flatMap((each) => each.activations));
  expect(ids.filter((id) => findActivation(id) === undefined)).toEqual([]);
});

test('quotations are short, and sources known', () => {
  for (const { said, basis } of corrections) {
    expect(said.split(/\s+/).length, said).toBeLessThanOrEqual(13);
    if (typeof basis !== 'string') for (const key of basis) expect(citations).toHaveProperty(key);
  }
});

/** The figures of corrections, reckoned here from the definitions. */
test.each([
  ['sigmoid', '0.0452', Math.exp(-3) / (1 + Math.exp(-3)) ** 2],
  ['sigmoid', '0.00665', Math.exp(-5) / (1 + Math.exp(-5)) ** 2],
  ['selu', '1.758', 1.0507009873554805 * 1.6732632423543772],
])('%s: %s', (id, figure, value) => {
  expect(Number(value.toPrecision(figure.replace(/^0\.0*/, '').replace('.', '').length))).toBe(Number(figure));
  expect(corrections.some(({ activations: ids, instead }) => ids.includes(id) && instead.includes(figure))).toBe(true);
});

test('nothing is imported that would make a page heavy in the Lab', () => {
  const text = readFileSync(new URL('../../src/explanations/blocks.ts', import.meta.url), 'utf8');
  expect(text.match(/^import (?!type )/m)).toBeNull();
});

/** What each takes to evaluate, by hand from the formulas. */
test.each([
  ['relu', 'none: piecewise linear'], ['hard-swish', 'none: additions, multiplications, divisions and comparisons'], ['softsign', 'none: additions, multiplications, divisions and comparisons'],
  ['gelu', 'erf'], ['gelu-tanh', 'tanh'], ['erf', 'erf'], ['laplace', 'erf'], ['phish', 'tanh and erf'], ['silu', 'exp'], ['swish', 'exp'], ['sigmoid', 'exp'], ['tanh', 'tanh'],
  ['log-sigmoid', 'exp and ln'], ['logcosh', 'exp and ln'], ['mish', 'exp, ln and tanh'], ['serf', 'exp, ln and erf'], ['isru', 'a square root'], ['sqrt-softplus', 'exp, ln and a square root'],
  ['elu', 'exp'], ['selu', 'exp'], ['snake', 'sin'], ['gcu', 'cos'], ['arctan', 'arctan'], ['squareplus', 'a square root'], ['smelu', 'none: additions, multiplications, divisions and comparisons'],
])('to evaluate %s takes %s', (id, functions) => {
  const activation = findActivation(id);
  if (!activation) throw new Error(`No activation ${id}`);
  expect(supportOf(activation, defaultsOf(activation))).toContainEqual(['Functions to evaluate', functions]);
});
