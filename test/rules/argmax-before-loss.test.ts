import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\nmodel = nn.Linear(8, 4)\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('argmax-before-loss', torch + code, expected);

describe('fires', () => {
  test('on a class that is written as one of them', () => checkRule('argmax-before-loss', `
import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="softmax")])
cost = tf.keras.losses.CategoricalCrossentropy()
def step(x, y):
    return cost(y, [|tf.one_hot(tf.argmax(model(x), axis=1), 8)|])
`));
  test('on the place of the largest', () => check('_, label = torch.max(model(x), 1)\nloss = nn.CrossEntropyLoss()([|label.float()|], y)\n', { confidence: 'certain', related: ['torch.max(model(x), 1)'] }));
  test('on a method', () => check('loss = F.cross_entropy([|model(x).argmax(dim=1).float()|], y)\n'));
  test('on what is rounded', () => check('p = torch.sigmoid(model(x))\nloss = F.binary_cross_entropy([|torch.round(p)|], y)\n'));
  test('on a comparison', () => check('p = torch.sigmoid(model(x))\nloss = nn.BCELoss()([|(p > 0.5).float()|], y)\n'));
  test('on TensorFlow', () => checkRule('argmax-before-loss', `
import tensorflow as tf
scores = tf.keras.layers.Dense(4)(x)
loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=[|tf.cast(tf.argmax(scores, 1), tf.float32)|])
`));
  test('on an error of decisions that is trained with', () => check(`
def step(x, y):
    label = model(x).argmax(dim=1).float()
    loss = F.mse_loss([|label|], y)
    loss.requires_grad = True
    loss.backward()
`, { confidence: 'certain' }));
});

describe('is silent', () => {
  test('on the scores', () => check('out = model(x)\nlabel = out.argmax(1)\nloss = F.cross_entropy(out, y)\n'));
  test('on the largest score itself', () => check('best, _ = torch.max(model(x), 1)\nloss = F.binary_cross_entropy_with_logits(best, y)\n'));
  test('where gradients are off', () => check('with torch.no_grad():\n    error = F.binary_cross_entropy((torch.sigmoid(model(x)) > 0.5).float(), y)\n'));
  test('on the error of decisions', () => check('error = F.l1_loss(model(x).argmax(1).float(), y)\n'));
  test('on the error of decisions beside what is trained with', () => check(`
def step(x, y):
    out = model(x)
    loss = F.cross_entropy(out, y)
    loss.backward()
    error = F.l1_loss(out.argmax(1).float(), y)
def other(loss):
    loss.backward()
def measure(x, y):
    loss = F.l1_loss(model(x).argmax(1).float(), y)
    return loss.item()
`));
  test('on a straight-through estimator', () => check('p = torch.sigmoid(model(x))\nloss = F.binary_cross_entropy(torch.round(p) - p.detach() + p, y)\n'));
  test('on decisions of the labels', () => check('loss = F.cross_entropy(model(x), torch.argmax(y, dim=1))\n'));
  test('on the larger of two', () => check('loss = F.binary_cross_entropy_with_logits(torch.max(model(a), model(b)), y)\n'));
});
