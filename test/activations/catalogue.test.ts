import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { citations } from '../../src/activations/citations';
import { nearbyActivations, searchActivation, spellingOf } from '../../src/activations/search';

describe.each(activations)('$id', (activation) => {
  test('is found by its id, which is its file\'s name', () => {
    expect(findActivation(activation.id)).toBe(activation);
    expect(existsSync(`src/activations/${activation.id}.ts`)).toBe(true);
  });

  test('is found by its name', () => {
    expect(searchActivation(activation.name)).toBe(activation);
    expect(searchActivation(activation.id.replaceAll('-', ' ').toUpperCase())).toBe(activation);
  });

  test('answers in one line of a hover', () => {
    const answer = activation.answer(defaultsOf(activation));
    expect(`${activation.name} ${answer}`.length).toBeLessThanOrEqual(62);
    expect(answer).toMatch(/^[^A-Z].*\.$/);
  });

  test('names sources that exist', () => {
    const keys = [...activation.citations, ...activation.pitfalls.flatMap((pitfall) => pitfall.citations ?? [])];
    for (const key of keys) expect(citations[key].short).toMatch(/ \d{4}$/);
  });

  test('has whole sentences and parameters inside their limits', () => {
    for (const sentence of [activation.summary, ...activation.pitfalls.map(({ text }) => text)]) expect(sentence).toMatch(/\.$/);
    for (const parameter of Object.values(activation.parameters)) {
      expect(parameter.meaning).toMatch(/\.$/);
      if (parameter.kind === 'choice') expect(parameter.choices).toContain(parameter.default);
      else expect(parameter.min <= parameter.default && parameter.default <= parameter.max).toBe(true);
    }
  });
});

test('no two activations share a name, and none an alias', () => {
  // An alias may be another's name: people call SiLU Swish. The name then wins.
  for (const spellings of [activations.map(({ name }) => name), activations.flatMap(({ aliases }) => aliases)]) {
    const all = spellings.map(spellingOf);
    expect(all.filter((each, i) => all.indexOf(each) !== i)).toEqual([]);
  }
});

test.each([
  ['sofmax', 'softmax'],
  ['gleu', 'gelu'],
  ['log_sofmtax', 'log-softmax'],
  ['sparsmax', 'sparsemax'],
])('%s is close to %s', (misspelt, id) => {
  expect(searchActivation(misspelt)).toBeUndefined();
  expect(nearbyActivations(misspelt)[0]).toBe(id);
});

test('what resembles nothing suggests nothing', () => {
  expect(nearbyActivations('batch normalisation')).toEqual([]);
  expect(nearbyActivations('')).toEqual([]);
});
