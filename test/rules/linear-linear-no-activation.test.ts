import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('linear-linear-no-activation', torch + code, expected);

const net = (made: string, forward: string, name = 'Net'): string => `
class ${name}(nn.Module):
    def __init__(self, width=8):
        super().__init__()
${made.replace(/^/gm, '        ')}
    def forward(self, x):
${forward.replace(/^/gm, '        ')}
`;
const fc = 'self.fc1 = nn.Linear(8, 64)\nself.fc2 = nn.Linear(64, 2)';

describe('fires', () => {
  test('on PaddlePaddle and MindSpore', () => {
    checkRule('linear-linear-no-activation', 'import paddle\nnet = paddle.nn.Sequential(paddle.nn.Linear(400, 120), paddle.nn.Dropout(0.2), [|paddle.nn.Linear|](120, 84))\n', { confidence: 'likely' });
    checkRule('linear-linear-no-activation', `
from mindspore import nn
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Dense(400, 120), [|nn.Dense|](120, 84)
    def construct(self, x):
        return self.b(self.a(x))
`);
  });
  test('as a hint where the activation between them is commented out', () => {
    check('net = nn.Sequential(\n    nn.Linear(8, 64),\n    # nn.ReLU(),  # for a linear one\n    [|nn.Linear|](64, 2),\n)\n', { confidence: 'hint' });
    check(net('self.fc1 = nn.Linear(8, 64)\nself.fc2 = [|nn.Linear|](64, 2)', 'x = self.fc1(x)\n# x = F.relu(x)\nreturn self.fc2(x)'), { confidence: 'hint' });
  });
  test('as ever where a comment only speaks of one', () =>
    check('net = nn.Sequential(\n    nn.Linear(8, 64),\n    # then relu (as in the paper)\n    [|nn.Linear|](64, 2),\n)\n', { confidence: 'likely' }));
  test('on neighbours in a Sequential', () => check('net = nn.Sequential(nn.Linear(8, 64), [|nn.Linear|](64, 2))\n', { confidence: 'likely', related: ['nn.Linear(8, 64)'], fixed: `${torch}net = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 2))\n` }));
  test.each([
    ["net = nn.Sequential()\nnet.add_module('a', nn.Linear(8, 64))\nnet.add_module('b', [|nn.Linear|](64, 2))\n"],
    ['net = nn.Sequential(nn.utils.weight_norm(nn.Linear(8, 64)), [|nn.Linear|](64, 2))\n'],
    ['layers = []\nlayers.append(nn.Linear(8, 64))\nlayers.append([|nn.Linear|](64, 2))\nnet = nn.Sequential(*layers)\n'],
  ])('without a fix where another call takes the layer: %j', (code) => check(code, { fixed: null }));
  test('in forward, through dropout', () => check(net(fc.replace('nn.Linear(64', '[|nn.Linear|](64'), 'x = F.dropout(self.fc1(x), 0.5)\nreturn self.fc2(x)'), { confidence: 'likely', fixed: null }));
  test('on layers of a class of the file, each where it is made', () => check(`
class Dense(nn.Linear):
    def __init__(self, before, after):
        super().__init__(before, after)
net = nn.Sequential(Dense(8, 64), [|Dense|](64, 2))
`, { related: ['Dense(8, 64)'], fixed: null }));
  test('in a network of values', () => check(net(fc.replace('nn.Linear(64', '[|nn.Linear|](64'), 'return self.fc2(self.fc1(x))', 'ValueNetwork'), { confidence: 'likely' }));
  test('on Keras', () => checkRule('linear-linear-no-activation', `
from keras import Sequential, layers
model = Sequential([layers.Dense(64), [|layers.Dense|](10, activation="softmax")])
`.replace('10, activation="softmax"', '10'), { fixed: `
from keras import Sequential, layers
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(10)])
` }));
  test('on Flax', () => checkRule('linear-linear-no-activation', `
import flax.linen as nn
class MLP(nn.Module):
    @nn.compact
    def __call__(self, x):
        x = nn.Dense(64)(x)
        return [|nn.Dense|](10)(x)
`));
  test('on products of TensorFlow without layers', () => checkRule('linear-linear-no-activation', `
import tensorflow as tf
weights = {'h1': tf.Variable(tf.random_normal([8, 64])), 'out': tf.Variable(tf.random_normal([64, 2]))}
biases = {'b1': tf.Variable(tf.zeros([64])), 'out': tf.Variable(tf.zeros([2]))}
layer_1 = tf.add(tf.matmul(x, weights['h1']), biases['b1'])
scores = tf.[|matmul|](layer_1, weights['out']) + biases['out']
`, { confidence: 'likely', fixed: null }));
  test('on layers of TensorFlow 1 that a call makes and applies', () => checkRule('linear-linear-no-activation', `
import tensorflow as tf
size = 64
h = tf.layers.dense(x, size)
y = tf.layers.[|dense|](h, 2)
`, { confidence: 'likely', fixed: `
import tensorflow as tf
size = 64
h = tf.layers.dense(x, size, activation=tf.nn.relu)
y = tf.layers.dense(h, 2)
` }));
  test('as a hint where sizes are not known', () => check('net = nn.Sequential(nn.Linear(n, m), [|nn.Linear|](m, k))\n', { confidence: 'hint' }));
  test('as a hint on what a loop appends, and on the layer behind it', () => check(`
layers = []
for _ in range(n):
    layers.append([|nn.Linear|](h, h))
layers.append([|nn.Linear|](h, k))
net = nn.Sequential(*layers)
`, { confidence: 'hint' }));
  test('as a hint on layers of which some are dropped out', () => check(`
layers = []
for i in range(n):
    if i != 0:
        layers.append(nn.Dropout(0.5))
    layers.append([|nn.Linear|](sizes[i], sizes[i + 1]))
net = nn.Sequential(*layers)
`, { confidence: 'hint' }));
  test('as a hint on a comprehension', () => check('net = nn.Sequential(*[[|nn.Linear|](a, b) for a, b in zip(sizes, sizes[1:])])\n', { confidence: 'hint' }));
  test('as a hint on equal layers in a row, which are deep on purpose more often', () => check('net = nn.Sequential(*[[|nn.Linear|](64, 64) for _ in range(4)])\n', { confidence: 'hint' }));
  test('as a hint on layers that a loop applies', () => check(net('self.layers = nn.ModuleList([[|nn.Linear|](a, b) for a, b in sizes])', 'for layer in self.layers:\n    x = layer(x)\nreturn x'), { confidence: 'hint' }));
  test('on what actor and critic read', () => check(net('self.fc = nn.Linear(8, 64)\nself.actor = nn.Sequential([|nn.Linear|](64, 4), nn.Softmax(1))\nself.critic = [|nn.Linear|](64, 1)', 'x = self.fc(x)\nreturn self.actor(x), self.critic(x)')));
  test('on a Dense whose follower has an activation', () => checkRule('linear-linear-no-activation', `
from keras import Sequential, layers
model = Sequential([layers.Dense(64), [|layers.Dense|](10, activation="softmax")])
`, { confidence: 'likely' }));
  test('as a hint where the activation of the second is chosen', () => checkRule('linear-linear-no-activation', `
from keras import Model, layers
class Head(layers.Layer):
    def __init__(self, size, positive):
        super().__init__()
        self.fc1 = layers.Dense(size)
        self.fc2 = [|layers.Dense|](1, activation='relu' if positive else None)
    def call(self, x):
        return self.fc2(self.fc1(x))
`, { confidence: 'hint' }));
  test('as a hint on what is called linear', () => checkRule('linear-linear-no-activation', `
from keras import Sequential, layers
model = Sequential([layers.Dense(64, activation='linear'), [|layers.Dense|](10, activation='softmax')])
`, { confidence: 'hint', fixed: null }));
});

describe('is silent', () => {
  test('on a layer over other features than those that the first gives', () => check(net(
    'self.fc1 = nn.Linear(8, 64)\nself.fc2 = nn.Linear(16, 32)', 'h = self.fc1(x).reshape(-1, 4, 16)\nreturn self.fc2(h)',
  )));
  test('on heads beside each other behind a part that is called base', () => check(net(
    'self.base = nn.Sequential(nn.Linear(8, 64), nn.Tanh())\nself.mean = nn.Linear(64, 2)\nself.scale = nn.Linear(64, 2)',
    'h = self.base(x)\nreturn self.mean(h), self.scale(h)',
  )));
  test('on a row that is used as a list', () => check(`
class Heads(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.heads = nn.Sequential(*[nn.Linear(64, 1) for _ in range(classes)])
        self.classes = classes
    def forward(self, x):
        return torch.cat([self.heads[i](x[:, i]) for i in range(self.classes)], dim=1)
`));
  test('on the layers of MindSpore and Gluon that have an activation', () => {
    checkRule('linear-linear-no-activation', 'from mindspore import nn\nnet = nn.SequentialCell(nn.Dense(400, 120, activation="relu"), nn.Dense(120, 84))\n');
    checkRule('linear-linear-no-activation', 'from mxnet.gluon import nn\nnet = nn.Sequential()\nnet.add(nn.Dense(120, activation="relu"), nn.Dense(84))\n');
  });
  test.each(['nn.Identity()', 'Identity()'])('where %s was chosen for an activation', (identity) => check(`
class Identity(nn.Module):
    def forward(self, x):
        return x
class Net(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(8, 64), act, nn.Linear(64, 2)])
    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x
net = Net(${identity})
`));
  test('where the line above calls it linear', () => check(`
# our linear model
# each layer has a weight and a bias
net = nn.Sequential(
    nn.Linear(8, 64),
    nn.Linear(64, 2)
)
`));
  test('on weights that the program sets', () => check(`
net = nn.Sequential()
net.add_module('turn', nn.Linear(2, 2))
net.add_module('shift', nn.Linear(2, 2))
with torch.no_grad():
    net.turn.weight = nn.Parameter(torch.eye(2))
    net.shift.weight = nn.Parameter(torch.eye(2))
`));
  test('where the last layer may have been taken out', () => checkRule('linear-linear-no-activation', `
from keras import Sequential, layers
model = Sequential([layers.Dense(64, activation='relu'), layers.Dense(30)])
model.layers.pop()
model.add(layers.Dense(8))
`));
  test('on a second layer over another axis', () => check(`${net('self.a = nn.Linear(128, 1)\nself.b = nn.Linear(30, 1)', 'return self.b(self.a(x).squeeze())')}${net('self.a = nn.Linear(128, 64)\nself.b = nn.Linear(30, 1)', 'return self.b(self.a(x).transpose(1, 2))')}`));
  test('on products by way of two features, which are looked at', () => checkRule('linear-linear-no-activation', `
import tensorflow as tf
w1, b1 = tf.Variable(tf.truncated_normal([512, 2], stddev=0.1)), tf.Variable(tf.constant(0.1, shape=[2]))
labels = 10
w2 = tf.Variable(  # a layer
    tf.truncated_normal([2, labels], stddev=0.1))
hidden = tf.matmul(x, w1) + b1
v1, c1 = tf.get_variable('v1', [512, 2]), tf.get_variable('c1', (2,))
v2 = tf.get_variable('v2', shape=(2, 10))
scores = tf.matmul(hidden, w2) + tf.matmul(tf.matmul(x, v1) + c1, v2)
`));
  test('on layers of TensorFlow 1 with an activation', () => checkRule('linear-linear-no-activation', 'import tensorflow as tf\nh = tf.layers.dense(x, 64, tf.nn.relu)\ny = tf.layers.dense(h, 2)\nlow = tf.layers.dense(x, 8)\nz = tf.layers.dense(low, 64)\n'));
  const variables = 'import tensorflow as tf\n# A model without layers.\nw1, b1, w2 = tf.Variable(a), tf.Variable(b), tf.Variable(c)\n';
  const products = (code: string): void => checkRule('linear-linear-no-activation', variables + code);
  test('on products with an activation between', () => products('h = tf.nn.relu(tf.matmul(x, w1) + b1)\ny = tf.matmul(h, w2)\n'));
  test('on products without a bias, which are a factorisation', () => products('y = tf.matmul(tf.matmul(x, w1), w2)\n'));
  test('on products of which both results are used', () => products('h = tf.matmul(x, w1) + b1\ny = tf.matmul(h, w2)\nz = tf.nn.relu(h)\n'));
  test('on products of what are no variables', () => products('h = tf.matmul(x, w1) + b1\ny = tf.matmul(h, keys)\n'));
  test('on a factorisation of low rank', () => check('net = nn.Sequential(nn.Linear(512, 8), nn.Linear(8, 512))\n'));
  test('on a size that is called a bottleneck or a rank', () => check('net = nn.Sequential(nn.Linear(size, bottleneck_size), nn.Linear(bottleneck_size, width))\nnet = nn.Sequential(nn.Linear(512, rank), nn.Linear(rank, 512))\n'));
  test('on LoRA, adapters and projections by name', () => check(`${net(fc, 'return self.fc2(self.fc1(x))', 'LoRALinear')}${net(fc.replaceAll('fc1', 'in_proj'), 'return self.fc2(self.in_proj(x))')}`));
  test('on queries, keys and values', () => check(net(`${fc}\nself.fc3 = nn.Linear(64, 64)`, 'h = self.fc1(x)\nreturn self.fc2(h) @ self.fc3(h)')));
  test('on features that are returned as well', () => check(net(fc, 'h = self.fc1(x)\nreturn h, self.fc2(h)')));
  test('on the branches of a gate', () => check(net(`${fc}\nself.fc3 = nn.Linear(8, 64)`, 'return self.fc2(self.fc1(x) * self.fc3(x))')));
  test('with a normalisation between', () => check('net = nn.Sequential(nn.Linear(8, 64), nn.LayerNorm(64), nn.Linear(64, 2))\n'));
  test('with an activation between', () => check(net(fc, 'return self.fc2(torch.tanh(self.fc1(x)))')));
  test('on a layer whose output a hook may change', () => checkRule('linear-linear-no-activation', `
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Linear(8, 16), nn.Linear(16, 4)
        self.first.register_forward_hook(lambda module, given, output: torch.relu(output))
    def forward(self, x):
        return self.last(self.first(x))
`));
  test('on a Dense whose activation is misspelt', () => checkRule('linear-linear-no-activation', 'from keras import Sequential, layers\nmodel = Sequential([layers.Dense(64, activaton="relu"), layers.Dense(10)])\n'));
  test('on a Dense with an activation of its own', () => checkRule('linear-linear-no-activation', 'from keras import Sequential, layers\nmodel = Sequential([layers.Dense(64, activation="relu"), layers.Dense(10)])\n'));
  test('on a layer of the file that has an activation inside', () => check(`${net(fc, 'return torch.relu(self.fc1(x))', 'Block')}net = nn.Sequential(Block(), nn.Linear(64, 2))\n`));
  test('on deep linear networks', () => check(net(fc, 'return self.fc2(self.fc1(x))', 'DeepLinear')));
  test('on tied weights', () => check(net('self.tied = nn.Linear(8, 64)\nself.fc2 = nn.Linear(64, 64)', 'return self.fc2(self.tied(x))')));
  test('where the layers are of two modules', () => check(`
backbone = nn.Sequential(nn.Linear(8, 64))
head = nn.Sequential(nn.Linear(64, 2))
y = head(backbone(x))
`));
  test('on a projection into an embedding', () => check(net('self.embed = nn.Linear(8, 64)\nself.fc2 = nn.Linear(64, 2)', 'return self.fc2(self.embed(x))')));
  test('on loops that also append activations', () => check(`
first, second, third = [], [], []
for i in range(n):
    first += [nn.Linear(h, h), nn.ReLU()]
    second.append(nn.Linear(h, h))
    if i < n - 1:
        second.append(nn.ReLU())
    third.append(block(h))
    third.append(nn.Linear(h, h))
act = nn.ReLU() if flag else nn.Tanh()
fourth = [nn.Linear(8, h), act]
for i in range(n):
    fourth += [nn.Linear(h, h), act]
nets = nn.Sequential(*first), nn.Sequential(*second), nn.Sequential(*third), nn.Sequential(*fourth)
`));
  test('on a loop that goes round once', () => check(`
layers = []
for a, b in [(8, 2)]:
    layers.append(nn.Linear(a, b))
net = nn.Sequential(*layers)
`));
  test('on containers of which a loop makes several', () => check('heads = nn.ModuleList([nn.Sequential(nn.Dropout(0.1), nn.Linear(8, n)) for n in sizes])\nfor n in sizes:\n    head = nn.Sequential(nn.Linear(8, n), nn.ReLU())\n'));
  test('on a loop that applies an activation as well', () => check(net('self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in sizes])', 'for layer in self.layers:\n    x = torch.relu(layer(x))\nfor layer in self.layers:\n    x = layer(x)\n    x = torch.relu(x)\nreturn x')));
  test('on layers of which a loop sums the results', () => check(net('self.layers = nn.ModuleList([nn.Linear(8, 8) for _ in sizes])', 'y = 0\nfor layer in self.layers:\n    y = y + layer(x)\nreturn y')));
  test('on a Dense of low rank whose follower has an activation', () => checkRule('linear-linear-no-activation', 'from keras import Sequential, layers\nmodel = Sequential([layers.Dense(256, activation="relu"), layers.Dense(8, name="low_rank"), layers.Activation("relu"), layers.Dense(256, activation="relu")])\n'));
});
