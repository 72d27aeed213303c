import { expect, test } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { comparableIn } from '../../src/inventory/comparable';
import { countsOf } from '../../src/inventory/counts';
import { analyze } from '../../src/usages/analyze';

function usagesIn(code: string) {
  const analysis = analyze(`import torch\nfrom torch import nn\n${code}`, { path: 'a.py' });
  if (isFailure(analysis)) throw new Error(analysis.reason);
  return analysis.usages;
}

/** What one plot compares, the most used first: `leaky-relu 0.2 ×2`. */
test.each([
  { what: 'each function once', code: 'nn.ReLU(); nn.GELU(); nn.GELU()', compared: ['gelu ×2', 'relu ×1'] },
  { what: 'other values as other functions', code: 'nn.LeakyReLU(0.2); nn.LeakyReLU(); nn.LeakyReLU(0.2)', compared: ['leaky-relu 0.2 ×2', 'leaky-relu 0.01 ×1'] },
  { what: 'equal values as one, written or not', code: 'nn.ELU(1.0); nn.ELU()', compared: ['elu 1 ×2'] },
  { what: 'no function of a vector beside a curve', code: 'nn.Softmax(-1); nn.Softmax(0); nn.Tanh()', compared: ['tanh ×1'] },
  { what: 'one function of a vector alone', code: 'nn.Softmax(-1); nn.LogSoftmax(-1)', compared: ['softmax 1 ×1'] },
  { what: 'nothing where there is nothing', code: 'x = 1', compared: [] },
])('$what', ({ code, compared }) => {
  expect(comparableIn(usagesIn(code)).map(({ usage, parameters, count }) => (
    [usage.activation, ...Object.values(parameters), `×${count}`].join(' ')
  ))).toEqual(compared);
});

test('the most used comes first, then the first in the text', () => {
  expect(countsOf(usagesIn('nn.ReLU(); nn.Tanh(); nn.GELU(); nn.Tanh()'))).toEqual([
    { activation: 'tanh', count: 2 }, { activation: 'relu', count: 1 }, { activation: 'gelu', count: 1 },
  ]);
});
