/** What was looked for and found in no source, or is known to be said wrongly: the product says none of it. */
import { expect, test } from 'vitest';
import { activations, findActivation } from '../../src/activations/catalogue';
import { objections } from '../../src/advice/evidence/objections';
import { supports } from '../../src/advice/evidence/supports';
import { corrections } from '../../src/explanations/corrections';
import { usedBy } from '../../src/explanations/usedBy';
import { frameworks } from '../../src/frameworks/catalogue';
import { onnxOperators } from '../../src/frameworks/operators';
import { rules } from '../../src/rules/catalogue';

const said = JSON.stringify([
  activations.map(({ summary, pitfalls }) => [summary, pitfalls]), [...supports, ...objections], corrections, usedBy,
  rules.map(({ documentation }) => documentation), frameworks.map(({ symbols }) => symbols.map(({ note }) => note)), onnxOperators,
]);

test.each<[what: string, pattern: RegExp]>([
  ['which GELU the first Gemma has', /(?<!Recurrent)Gemma(?! [2-9]\b)/],
  ['which activation Phi-4 has', /Phi-4/],
  ['that the slope of 0.01 is that of Maas', /Maas[^"]*0\.01|0\.01[^"]*Maas|original slope/],
  ['that swish is for networks of more than 40 layers', /\b40 layers|depth (?:>|above|over|of more than) 40/],
  ['what swish alone costs EfficientNet-Lite in 8 bits', /\b46 ?%/],
  ['how sparse squared ReLU may be made', /\b90 ?% sparsity/],
  ['that Turian made softsign', /Turian/],
  ['the title of a report on Kimi', /Kimi/],
  ['an opset of ONNX that is not out', /opset (?:2[5-9]|[3-9]\d)/],
])('%s', (_, pattern) => {
  expect(pattern.exec(said)?.[0]).toBeUndefined();
});

test.each(['arctan', 'bent-identity', 'hardshrink', 'softshrink', 'tanhshrink', 'shrink', 'gaussian', 'softabs', 'logcosh', 'abs'])('no paper is named for %s, whose origin is unknown', (id) => {
  expect(findActivation(id)?.citations).toEqual([]);
});

/** It is about networks that are born dead, and no evidence on learning rates. */
test('where the paper on dying ReLU is named, so is what it is about', () => {
  const titles = rules.flatMap(({ documentation }) => documentation.references.filter(({ url }) => url.includes('1903.06733')).map(({ title }) => title));
  expect(titles).toEqual(['Dying ReLU and Initialization: Theory and Numerical Examples (on networks that are born dead)']);
  expect(/lu2019/.exec(said)).toBeNull();
});
