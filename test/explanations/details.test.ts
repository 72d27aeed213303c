import { expect, test } from 'vitest';
import { detailsOf } from '../../src/explanations/details';
import { subjectOf } from '../../src/explanations/subject';
import { warningAt } from '../../src/explanations/pitfallHere';
import { parse } from '../../src/python/parse';
import { analyzeConfiguration } from '../../src/usages/configuration/analyzeConfiguration';
import { findUsages } from '../../src/usages/findUsages';

/** What stands below the fold of the hover at the bar says each of these, and none of those. */
function check(marked: string, says: readonly string[], saysNot: readonly string[] = []): void {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const usage = findUsages(parse(text)).filter(({ expression }) => expression.start <= offset && offset <= expression.end).at(-1);
  const subject = usage && subjectOf(usage, text);
  if (subject === undefined) throw new Error(`No usage in ${marked}`);
  const details = detailsOf(subject, undefined).replace(/<[^>]*>|\*\*/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  for (const part of says) expect(details).toContain(part);
  for (const part of saysNot) expect(details).not.toContain(part);
}

test('a function of a library is of it', () => check('import torch\ny = torch.sig|moid(x)\n', ['torch.sigmoid of PyTorch.']));
test('a string of a library is of it', () => check('from keras import layers\nlayer = layers.Dense(8, activation="re|lu")\n', ['"relu" of Keras.']));
test('a formula is of no library', () => check('import torch\ndef silu(x):\n    return |x * torch.sigmoid(x)\n', ['x * torch.sigmoid(x), written by hand with PyTorch.'], [' of PyTorch']));
test('what another module has is of no library', () => check('import paddle\nimport own_relu_op\ny = own_relu_op.relu|2(x)\n', ['own_relu_op.relu2. Inferred from the name and what else this file says.'], ['of PaddlePaddle.', 'imports of this file']));
test('a string that no library of the file reads is of none', () => check('import tflearn\nnet = tflearn.fully_connected(net, 2, activation="leaky|_relu")\n', ['"leaky_relu". Inferred'], [' of PyTorch']));
test('a name in a configuration is of no library that it does not name', () => {
  const yaml = (text: string): string => {
    const [usage] = analyzeConfiguration(text, 'yaml').usages;
    const subject = usage && subjectOf(usage, text);
    return subject === undefined ? '' : detailsOf(subject, undefined);
  };
  const open = yaml('model:\n  hidden_size: 8\n  activation: LeakyReLU\n');
  expect(open).toContain('Inferred from the name');
  expect(open).not.toMatch(/ of PyTorch|PyTorch documentation/);
  expect(yaml('activation:\n  _target_: torch.nn.LeakyReLU\n')).toMatch(/ of PyTorch[^]*PyTorch documentation/);
});
test('None is no string', () => check('import tensorflow as tf\nlayer = tf.keras.layers.Dense(8, activation=No|ne)\n', ['None of tf.keras.'], ['"None"']));
test('a parameter that a library has no argument for is fixed', () => {
  check('import mlx.core as mx\nimport mlx.nn as nn\ny = nn.soft|plus(x)\n', ['β = 1, fixed in MLX.'], ['the default.']);
  check('import torch.nn as nn\nact = nn.Soft|plus()\n', ['β (beta) = 1, the default.']);
});
test('a formula has its numbers as they are written', () => check('import torch\nfrom torch import nn\nnet = nn.Linear(8, 8)\ndef hardtanh(x):\n    return torch.cla|mp(x, -1, 1)\n', ['a = −1, as written here.', 'b = 1, as written here.']));

test('a tanh inside a recurrent layer is no output', () => {
  const text = 'from keras import layers\nlayer = layers.LSTM(8, activation="tanh")\n';
  const usage = findUsages(parse(text))[0]!;
  const subject = subjectOf(usage, text)!;
  expect(warningAt(subject, false)?.text ?? '').not.toContain('As an output');
  expect(detailsOf(subject, undefined)).not.toContain('As an output');
});
test('a later call of a layer has the names and the documentation of the layer', () => {
  const model = (layer: string, call: string) => `from torch import nn\nclass A(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.act = ${layer}\n    def forward(self, x):\n        return ${call}\n`;
  check(model('nn.Softmax(dim=1)', 'self.a|ct(x)'), ['T = 1, fixed in PyTorch.', 'PyTorch documentation'], ['the default']);
  check(model('nn.LeakyReLU(0.2)', 'self.a|ct(x)'), ['α (negative_slope) = 0.2, written here.', 'PyTorch documentation']);
});
test.each([['softmax', 'string'], ['torch.nn.Softmax', 'module'], ['LeakyReLU', 'string']])('a configuration that says %s means no method of a tensor', (symbol, form) => {
  const usage = { activation: 'softmax', framework: 'pytorch', symbol, form: 'configuration', certainty: 'inferred', parameters: [], span: { start: 0, end: 7 }, expression: { start: 0, end: 7 }, scope: '' } as const;
  expect(subjectOf(usage, 'softmax')?.symbol?.form).toBe(form);
});
