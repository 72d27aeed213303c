import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('redundant-activation', torch + code, expected);

describe('fires', () => {
  test('on a sigmoid of what a row of layers ends with one for', () => checkRule('redundant-activation', `
import torch
from torch import nn
class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 4), nn.Sigmoid())
    def forward(self, z):
        return torch.[|sigmoid|](self.body(z))
`, { confidence: 'likely' }));
  test('on log_softmax before cross-entropy', () => check('loss = nn.CrossEntropyLoss()(F.[|log_softmax|](fc(x), dim=1), y)\n', { confidence: 'hint', fixed: `${torch}loss = nn.CrossEntropyLoss()(fc(x), y)\n` }));
  test('on a LogSoftmax that ends a model', () => check(`
net = nn.Sequential(nn.Linear(8, 4), nn.[|LogSoftmax|](dim=1))
loss = F.cross_entropy(net(x), y)
`));
  test('on ReLU after ReLU', () => check('net = nn.Sequential(nn.Linear(8, 4), nn.ReLU(), nn.Dropout(0.5), nn.[|ReLU|](), nn.Linear(4, 2))\n', { confidence: 'hint', tag: 'unnecessary' }));
  test('on ReLU after a sigmoid', () => check('y = F.[|relu|](torch.sigmoid(x))\n', { fixed: `${torch}y = torch.sigmoid(x)\n` }));
  test('on softmax before argmax', () => check('y = torch.argmax(F.[|softmax|](x, dim=1), dim=1)\nz = F.[|softmax|](x, dim=-1).argmax(-1)\n', { fixed: `${torch}y = torch.argmax(x, dim=1)\nz = x.argmax(-1)\n` }));
  test('on an activation of Keras that stands twice', () => checkRule('redundant-activation', `
import keras
from keras import layers
x = layers.Dense(8, activation="relu")(inputs)
x = layers.Activation("[|relu|]")(x)
`, { confidence: 'hint' }));
});

describe('warns', () => {
  test('as a hint among tests', () => check('import pytest\ny = F.[|leaky_relu|](F.leaky_relu(nn.Linear(8, 8)(x)))\n', { confidence: 'hint' }));
  test('where twice is not once', () => check('y = F.[|leaky_relu|](F.leaky_relu(nn.Linear(8, 8)(x)))\n', { confidence: 'likely', tag: undefined }));
  test('in a model, whatever it is given', () => check(`
class Gate(nn.Module):
    def forward(self, x):
        return torch.[|tanh|](torch.tanh(x))
`, { confidence: 'likely' }));
  test('in a file whose only test is a step of Lightning', () => check('class Net(nn.Module):\n    def test_step(self, x):\n        return F.[|gelu|](F.gelu(x))\n', { confidence: 'likely' }));
  test('on Keras', () => checkRule('redundant-activation', `
import keras
from keras import layers
x = layers.Dense(8, activation="sigmoid")(inputs)
x = layers.Activation("[|sigmoid|]")(x)
`, { confidence: 'likely' }));
  test('on a softmax of a softmax', () => checkRule('redundant-activation', `
import keras
from keras.layers import Activation, Dense
net = keras.Sequential()
net.add(Dense(16, activation="relu"))
net.add(Dense(5, activation="softmax"))
net.add(Activation("[|softmax|]"))
`, { confidence: 'likely' }));
});

describe('is silent', () => {
  test('on a formula without layers', () => checkRule('redundant-activation', `
import numpy as np
from sklearn.preprocessing import StandardScaler
y = 0.05 * np.tanh(np.tanh(data["longitude"] - np.tanh(np.tanh(data["latitude"]))))
`));
  test('on log_softmax before NLLLoss', () => check('loss = F.nll_loss(F.log_softmax(x, dim=1), y)\n'));
  test('on layers that a function multiplies by first', () => checkRule('redundant-activation', `
import tensorflow as tf
h = tf.nn.relu_layer(x, w1, b1)
h = tf.nn.relu_layer(tf.nn.dropout(h, 0.5), w2, b2)
`));
  test('on probabilities that are used for more', () => check('p = F.softmax(x, dim=1)\nconfidence, label = p.max(1), p.argmax(1)\n'));
  test('where argmax runs over another axis', () => check('y = torch.argmax(F.softmax(x, dim=2), dim=1)\n'));
  test('on ReLU after what may be negative', () => check('y = F.relu(torch.tanh(x)) + F.relu(nn.Linear(8, 8)(x)) + F.relu(F.leaky_relu(x))\n'));
  test('where a branch gives something else', () => check(`
h = F.relu(x) if flag else fc(x)
y = F.relu(h)
`));
  test('on ReLU after a class that is derived from Sequential and holds layers as attributes', () => check(`
class ConvNorm(nn.Sequential):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3)
        self.bn = nn.BatchNorm2d(width)
y = F.relu(ConvNorm(8)(F.relu(nn.Linear(8, 8)(x))))
`));
  test('on two of a kind with a layer between', () => check('y = torch.sigmoid(nn.Linear(8, 8)(torch.sigmoid(x)))\n'));
  test('on softmax along one axis and then along another', () => check('y = F.softmax(F.softmax(x, dim=1), dim=2)\n'));
  test('on one layer that is applied in a loop', () => check('act = nn.Tanh()\nfor t in range(4):\n    h = act(nn.Linear(8, 8)(h))\n'));
});

describe('is silent on what is applied in several places', () => {
  const block = `
class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.relu = nn.ReLU()
        self.conv = nn.Conv2d(n, n, 3)
    def forward(self, x):
        return self.conv(self.relu(x))
`;
  test('where only the caller tells that nothing is negative', () => check(`${block}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 3)
        self.blocks = nn.Sequential(*[Block(8) for _ in range(4)])
    def forward(self, x):
        return self.blocks(F.relu(self.stem(x)))
`));
  test('where a loop applies every layer', () => check(`
net = nn.Sequential(nn.Linear(8, 4), nn.ReLU(), nn.Dropout(0.5), nn.[|ReLU|](), nn.Linear(4, 2))
for layer in net:
    x = layer(x)
    print(x.shape)
`));
  test('but not where the block itself tells', () => check(`
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(8, 8), nn.ReLU())
    def forward(self, x):
        return F.[|relu|](self.inner(x))
`));
  test('and an activation of the settings of a class is a formula', () => check(`
import numpy as np
class LogTanh(nn.Module):
    def __init__(self, cut):
        super().__init__()
        self.alpha = (1 - np.tanh(np.tanh(cut))) / cut
`));
});

describe('is silent in PaddlePaddle', () => {
  test('where a block between is a Sequential that is given its layers by name', () => checkRule('redundant-activation', `
from paddle import nn
class Block(nn.Sequential):
    def __init__(self, n):
        super().__init__()
        self.add_sublayer('conv', nn.Conv2D(n, n, 1))
        self.norm = nn.BatchNorm2D(n)
class Net(nn.Layer):
    def __init__(self):
        super().__init__()
        self.first, self.second = Block(8), Block(8)
        self.act = nn.GELU()
    def forward(self, x):
        return self.act(self.second(self.act(self.first(x))))
`));
});
