import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('bounded-logits', torch + code, expected);

describe('fires', () => {
  test('on tanh before cross-entropy', () => check('loss = F.cross_entropy(torch.[|tanh|](nn.Linear(8, 10)(x)), y)\n', {
    confidence: 'likely', fixed: `${torch}loss = F.cross_entropy(nn.Linear(8, 10)(x), y)\n`,
  }));
  test('on a layer, before a loss of two classes', () => check('net = nn.Sequential(nn.Linear(8, 1), nn.[|Tanh|]())\nloss = nn.BCEWithLogitsLoss()(net(x).squeeze(1), y)\n'));
  test('on other bounded functions', () => check('loss = F.cross_entropy(F.[|softsign|](fc(x)), y) + F.cross_entropy(F.[|hardtanh|](fc(x)), y)\n'));
  test('on the output of a method in TensorFlow 1', () => checkRule('bounded-logits', `
import tensorflow as tf
class Net:
    def build(self):
        self.out = self.decode(self.z)
        self.loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=self.out, labels=self.x))
    def decode(self, z):
        return tf.nn.[|tanh|](tf.matmul(z, self.w), name='out')
`));
  test('on Keras', () => checkRule('bounded-logits', `
from keras import Sequential, layers, losses
model = Sequential([layers.Dense(64, activation='relu'), layers.Dense(10, activation='[|tanh|]')])
model.compile(loss=losses.SparseCategoricalCrossentropy(from_logits=True))
`));
});

describe('is silent', () => {
  test('where the model trains by a step of its own', () => checkRule('bounded-logits', `
import keras
from keras import layers, losses
class Depth(keras.Model):
    def __init__(self):
        super().__init__()
        self.last = layers.Conv2D(1, 1, activation='tanh')
    def train_step(self, batch):
        loss = difference(batch[1], self(batch[0]))
        return {'loss': loss}
    def call(self, x):
        return self.last(x)
model = Depth()
model.compile('adam', loss=losses.SparseCategoricalCrossentropy(from_logits=True))
`));
  test('where the scores are scaled behind it', () => check('loss = F.cross_entropy(10 * torch.tanh(fc(x)), y) + F.cross_entropy(torch.tanh(fc(x)) / t, y)\n'));
  test('on a wide clip', () => check('loss = F.cross_entropy(F.hardtanh(fc(x), -30, 30), y)\n'));
  test('on bounds that are not known', () => check('loss = F.cross_entropy(F.hardtanh(fc(x), -b, b), y)\n'));
  test('where one of two ways is not bounded', () => check('out = torch.tanh(fc(x)) if flag else fc(x)\nloss = F.cross_entropy(out, y)\n'));
  test('on a layer behind it', () => check('loss = F.cross_entropy(nn.Linear(8, 4)(torch.tanh(fc(x))), y)\n'));
  test('on values and probabilities', () => check('loss = F.mse_loss(torch.tanh(fc(x)), y) + F.binary_cross_entropy(torch.tanh(fc(x)), y)\n'));
  test('on sigmoid and softmax, which have rules of their own', () => check('loss = F.cross_entropy(torch.sigmoid(fc(x)), y) + F.cross_entropy(F.softmax(fc(x), dim=1), y)\n'));
});
