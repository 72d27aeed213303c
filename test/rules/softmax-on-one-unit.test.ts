import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-on-one-unit', torch + code, expected);

describe('fires', () => {
  test('on the last of the axes that `repeat` and `cat` leave', () => checkRule('softmax-on-one-unit', `
import torch
from torch import nn
class Scores(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.mix, self.score = nn.Linear(2 * size, size), nn.Linear(size, 1)
    def forward(self, query, keys):
        query = query.unsqueeze(1).repeat(1, keys.shape[1], 1)
        h = torch.tanh(self.mix(torch.cat((query, keys), dim=2)))
        return torch.[|softmax|](self.score(h), dim=2)
`));
  test('on axis 1 of the last step of a sequence', () => check(`
steps, _ = nn.LSTM(8, 8, batch_first=True)(x)
p = torch.[|softmax|](nn.Linear(8, 1)(steps[:, -1, :]), dim=1)
`, { confidence: 'certain' }));
  test('without a fix where the number of units is that of a parameter', () => checkRule('softmax-on-one-unit', `
from tensorflow import keras
from tensorflow.keras import layers
class Policy(keras.Model):
    def __init__(self, actions=1):
        super().__init__()
        self.out = layers.Dense(actions, activation='[|softmax|]')
    def call(self, x):
        return self.out(x)
net = Policy()
y = net(x)
`, { confidence: 'certain', fixed: null }));
  test('on Keras', () => checkRule('softmax-on-one-unit', `
from keras import layers
x = layers.Dense(1, activation="[|softmax|]")(x)
y = layers.Activation("softmax")(layers.Dense(3)(x))
`, { confidence: 'certain' }));
  test('and takes it away where a value is predicted', () => checkRule('softmax-on-one-unit', `
from keras import Sequential, layers
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="[|softmax|]")])
model.compile(loss="mse", optimizer="adam")
`, { message: 'needs none', fixed: `
from keras import Sequential, layers
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam")
` }));
  test('and says no more than that it predicts the same where Keras may look behind it', () => checkRule('softmax-on-one-unit', `
from keras import Sequential, layers
model = Sequential([layers.Dense(8, activation="relu"), layers.Dense(1, activation="[|softmax|]")])
model.compile(loss="binary_crossentropy", optimizer="adam")
`, { message: 'predicts the same for everything' }));
  test('on the last axis of PyTorch', () => check('p = F.[|softmax|](nn.Linear(8, 1)(x), dim=-1)\n'));
  test('on a constant of the file', () => check('OUT = 1\np = nn.Sequential(nn.Linear(8, OUT), nn.[|Softmax|](dim=-1))\n'));
  test('on the channels of an image', () => check('p = nn.[|Softmax|](dim=1)(nn.Conv2d(8, 1, 3)(x))\n'));
  test('on axis 1 of two', () => check('p = F.[|softmax|](nn.Linear(8, 1)(x.view(n, 8)), dim=1)\n'));
  test('on axis 1 where a loss receives it', () => check('p = F.[|softmax|](nn.Linear(8, 1)(x), dim=1)\nloss = F.mse_loss(p, y)\n', { confidence: 'likely' }));
  test('on the layers of Keras 0, which are told first what they get', () => checkRule('softmax-on-one-unit', `
from keras.models import Sequential
from keras.layers.core import Dense, Activation
model = Sequential()
model.add(Dense(784, 128, init='uniform', activation='relu'))
model.add(Dense(128, 1))
model.add(Activation('[|softmax|]'))
`));
  test('on the names of Keras 1', () => checkRule('softmax-on-one-unit', `
from keras.models import Sequential
from keras.layers import Dense
model = Sequential([Dense(input_dim=8, output_dim=1, activation='[|softmax|]')])
`));
});

describe('fires on a cross-entropy over one class', () => {
  const net = (last: string, loss: string): string => `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(8, 4), ${last}
    def forward(self, x):
        return self.b(torch.relu(self.a(x)))
model = Net()
loss = ${loss}
`;
  test('of PyTorch', () => {
    check(net('nn.Linear(4, 1)', '[|nn.CrossEntropyLoss()(model(x), y)|]'), { confidence: 'likely', related: ['nn.Linear(4, 1)'], message: 'the loss is 0' });
    check(net('nn.Conv2d(4, 1, 1)', '[|F.cross_entropy(model(x), y)|]'), { confidence: 'certain' });
  });
  test('of Keras and TensorFlow', () => {
    checkRule('softmax-on-one-unit', "import keras\nfrom keras import layers\nmodel = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(1)])\nmodel.compile(loss=[|keras.losses.SparseCategoricalCrossentropy(from_logits=True)|])\n", { confidence: 'certain' });
    checkRule('softmax-on-one-unit', 'import tensorflow as tf\nlogits = tf.layers.dense(x, 1)\nloss = [|tf.losses.softmax_cross_entropy(y, logits)|]\n', { confidence: 'certain' });
  });
  test('but not over several, over another axis, by another loss, or behind a reshape', () => {
    check(net('nn.Linear(4, 2)', 'nn.CrossEntropyLoss()(model(x), y)'));
    check(net('nn.Linear(4, classes)', 'nn.CrossEntropyLoss()(model(x), y)'));
    check(net('nn.Linear(4, 1)', 'nn.BCEWithLogitsLoss()(model(x), y) + nn.CrossEntropyLoss()(model(x).squeeze(-1), y) + nn.CrossEntropyLoss()(model(x).view(-1, 5), y)'));
    check(net('nn.Linear(4, 1)', 'nn.CrossEntropyLoss()(torch.cat([model(x), model(z)], dim=1), y)'));
    checkRule('softmax-on-one-unit', 'import tensorflow as tf\nlogits = tf.layers.conv2d(x, 1, 3, data_format="channels_first")\nloss = tf.losses.softmax_cross_entropy(y, tf.reshape(logits, [-1, 10]))\n');
  });
});

describe('is silent', () => {
  test('on the axis before the last of them', () => checkRule('softmax-on-one-unit', `
import torch
from torch import nn
class Scores(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.mix, self.score = nn.Linear(2 * size, size), nn.Linear(size, 1)
    def forward(self, query, keys, sizes):
        repeated = query.unsqueeze(1).repeat(1, keys.shape[1], 1)
        h = torch.tanh(self.mix(torch.cat((repeated, keys), dim=2)))
        other = torch.tanh(self.mix(torch.cat((query.repeat(sizes), keys), dim=2)))
        return torch.softmax(self.score(h), dim=1), torch.softmax(self.score(other), dim=2)
`));
  test('on axis 1 of what may have any number of axes', () => check(`
steps, _ = nn.LSTM(8, 8, batch_first=True)(x)
p = torch.softmax(nn.Linear(8, 1)(steps[:, 0]), dim=1) + torch.softmax(nn.Linear(8, 1)(steps[..., :]), dim=1) + torch.softmax(nn.Linear(8, 1)(steps[:, None, 1:]), dim=1)
`));
  test('on attention pooling over the steps', () => check(`
class Pool(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Linear(8, 1)
    def forward(self, x):
        w = F.softmax(self.score(x), dim=1)
        return (w * x).sum(1)
`));
  test('after a reshape', () => check('w = F.softmax(nn.Linear(8, 1)(x).squeeze(-1), dim=-1)\n'));
  test('where the size is a variable', () => check('p = F.softmax(nn.Linear(8, n)(x), dim=-1)\n'));
  test('on several units', () => check('p = F.softmax(nn.Linear(8, 2)(x), dim=-1)\n'));
  test('on layers of Keras 0 that get one value', () => checkRule('softmax-on-one-unit', "from keras.layers.core import Dense\nfrom keras.models import Sequential\nmodel = Sequential([Dense(1, 10, activation='softmax'), Dense(10, 1, activation='sigmoid')])\n"));
});

describe('is silent in MLX', () => {
  test('on the softmax of its core, which takes the whole array where no axis is given', () => checkRule('softmax-on-one-unit', 'import mlx.core as mx\nimport mlx.nn as nn\np = mx.softmax(nn.Linear(8, 1)(x))\n'));
});
