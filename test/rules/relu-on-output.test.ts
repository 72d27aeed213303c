import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('relu-on-output', torch + code, expected);

const net = (returned: string, name = 'Net'): string => `
class ${name}(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(8, 64)
        self.fc2 = nn.Linear(64, 2)
        self.relu = nn.ReLU()
    def forward(self, x):
        x = self.relu(self.fc1(x))
        return ${returned}
`;

describe('fires', () => {
  const written = (scores: string): string => `
import tensorflow as tf
x, y_ = tf.placeholder(tf.float32, (None, 2)), tf.placeholder(tf.float32, (None, 1))
w1, w2 = tf.Variable(tf.random_normal((2, 3))), tf.Variable(tf.random_normal((3, 1)))
a = tf.nn.relu(tf.matmul(x, w1))
${scores}
loss = -tf.reduce_mean(y_ * tf.log(tf.clip_by_value(y, 1e-10, 1.0)) + (1 - y_) * tf.log(tf.clip_by_value(1 - y, 1e-10, 1.0)))
`;
  test('before the sigmoid of a cross-entropy that is written out', () => checkRule('relu-on-output', written('y = tf.nn.[|relu|](tf.matmul(a, w2))\ny = tf.sigmoid(y)'), { confidence: 'likely' }));
  test('before the softmax of one', () => checkRule('relu-on-output', `
import jax
import jax.numpy as jnp
def loss(w1, w2, x, y):
    h = jax.nn.relu(jnp.dot(x, w1))
    p = jax.nn.softmax(jax.nn.[|relu|](jnp.dot(h, w2)))
    return -jnp.mean(jnp.sum(y * jnp.log(p + 1e-8), axis=1))
`));
  test('on the value that an error compares the other way round', () => check(`
class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)
    def forward(self, x):
        return F.[|relu|](self.fc(x))
critic = Critic()
loss = F.mse_loss(reward + 0.9 * critic(following), critic(state))
`, { confidence: 'likely' }));
  test('on targets of which half are negative, whatever scales the features', () => checkRule('relu-on-output', `
from keras import Sequential, layers
from sklearn.datasets import make_regression
from sklearn.preprocessing import MinMaxScaler
X, y = make_regression(500, 4)
X = MinMaxScaler().fit_transform(X)
model = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="[|relu|]")])
model.compile(loss="mse")
`, { confidence: 'likely' }));
  test('before cross-entropy', () => check(`${net('F.[|relu|](self.fc2(x))')}loss = nn.CrossEntropyLoss()(Net()(x), y)\n`, { confidence: 'likely', fixed: `${torch}${net('self.fc2(x)')}loss = nn.CrossEntropyLoss()(Net()(x), y)\n` }));
  test('on a product with weights of its own', () => check(`
class Mixing(nn.Module):
    def __init__(self, adjacency, a, b):
        super().__init__()
        self.adjacency = adjacency
        self.weight = nn.Parameter(torch.randn(a, b))
    def forward(self, x):
        return torch.[|relu|](torch.mm(torch.mm(self.adjacency, x), self.weight))
class Net(nn.Module):
    def __init__(self, adjacency):
        super().__init__()
        self.first, self.second = Mixing(adjacency, 8, 16), Mixing(adjacency, 16, 2)
    def forward(self, x):
        return self.second(self.first(x))
loss = nn.CrossEntropyLoss()(Net(adjacency)(x), y)
`, { confidence: 'likely', fixed: null }));
  test('before BCEWithLogitsLoss', () => check(`${net('self.[|relu|](self.fc2(x))')}loss = nn.BCEWithLogitsLoss()(Net()(x).squeeze(), y)\n`, { confidence: 'likely' }));
  test('and takes nothing out of what makes hidden layers too', () => {
    check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        def block(a, b):
            return nn.Sequential(nn.Linear(a, b), nn.[|ReLU|]())
        self.layers = nn.Sequential(block(8, 64), block(64, 2))
    def forward(self, x):
        return self.layers(x)
loss = F.cross_entropy(Net()(x), y)
`, { fixed: null });
    check(`
class Block(nn.Module):
    def __init__(self, a, b):
        super().__init__()
        self.fc = nn.Linear(a, b)
    def forward(self, x):
        return F.[|relu|](self.fc(x))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = Block(8, 64), Block(64, 2)
    def forward(self, x):
        return self.last(self.first(x))
loss = F.cross_entropy(Net()(x), y)
`, { fixed: null });
  });
  test('on SiLU, and on LeakyReLU as a hint', () => {
    check(`${net('F.[|silu|](self.fc2(x))')}loss = F.cross_entropy(Net()(x), y)\n`, { confidence: 'likely' });
    check(`${net('F.[|leaky_relu|](self.fc2(x))')}loss = F.cross_entropy(Net()(x), y)\n`, { confidence: 'hint' });
  });
  test('on the values of actions', () => check(`${net('F.[|relu|](self.fc2(x))', 'DQN')}loss = F.smooth_l1_loss(DQN()(state), target)\n`, { confidence: 'likely' }));
  test('on the scores that actions were picked from', () => check(`${net('F.[|relu|](self.fc2(x))', 'QNetwork')}loss = F.mse_loss(QNetwork()(states).gather(1, actions), targets)\n`));
  test('on TensorFlow without layers', () => checkRule('relu-on-output', `
import tensorflow as tf
logits = tf.nn.[|relu|](tf.matmul(x, weights) + biases)
loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits)
`));
  test('on the scores of a log_softmax that a loss receives', () => check(`${net('F.log_softmax(F.[|relu|](self.fc2(x)), dim=1)')}loss = F.nll_loss(Net()(x)[mask], y)\n`, { confidence: 'likely' }));
  test('on the scores of a sigmoid', () => check(`${net('torch.sigmoid(self.[|relu|](self.fc2(x)))')}loss = F.binary_cross_entropy(Net()(x), y)\n`, { confidence: 'likely' }));
  test('on the layers of contrib, which have a ReLU unless they are told otherwise', () => checkRule('relu-on-output', `
import tensorflow as tf
hidden = tf.contrib.layers.fully_connected(x, 64)
scores = [|tf.contrib.layers.fully_connected|](hidden, 10)
loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=scores)
`.replace('[|tf.contrib.layers.fully_connected|]', 'tf.contrib.layers.[|fully_connected|]')));
  test('and tells them to have none', () => checkRule('relu-on-output', `
import tensorflow as tf
fc = tf.contrib.layers.fully_connected
loss = tf.nn.softmax_cross_entropy_with_logits(logits=[|fc|](fc(x, 64), 10), labels=y)
`, { fixed: `
import tensorflow as tf
fc = tf.contrib.layers.fully_connected
loss = tf.nn.softmax_cross_entropy_with_logits(logits=fc(fc(x, 64), 10, activation_fn=None), labels=y)
` }));
  test('on Keras', () => checkRule('relu-on-output', `
import keras
from keras import layers
q_network = keras.Sequential([layers.Dense(64, activation="relu"), layers.Dense(10, activation="[|relu|]")])
q_network.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`));
  test('before a log_softmax that ends the model, whose loss is elsewhere', () => check('head = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 2), nn.[|ReLU|](), nn.Dropout(0.5), nn.LogSoftmax(dim=1))\n', { confidence: 'likely' }));
  test('before a softmax too many', () => checkRule('relu-on-output', `
import tensorflow as tf
scores = tf.layers.dense(x, 10, activation=tf.nn.[|relu|])
loss = tf.losses.softmax_cross_entropy(y, tf.nn.softmax(scores))
`));
});

describe('is silent', () => {
  test('where a cross-entropy that is written out gets the scores, or a gate multiplies', () => {
    checkRule('relu-on-output', `
import tensorflow as tf
w1, w2 = tf.Variable(tf.random_normal((2, 3))), tf.Variable(tf.random_normal((3, 1)))
y = tf.sigmoid(tf.matmul(tf.nn.relu(tf.matmul(x, w1)), w2))
loss = -tf.reduce_mean(y_ * tf.log(y) + (1 - y_) * tf.log(1 - y))
gate = tf.sigmoid(tf.nn.relu(tf.matmul(x, w1)))
scaled = gate * x
`);
  });
  test('on what a target ends with, where the output is known', () => check(`
class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
        self.head = nn.Linear(8, 4)
    def forward(self, x):
        return F.mse_loss(self.fc(x), F.relu(self.head(x)))
`));
  test('on made-up targets that were moved', () => checkRule('relu-on-output', `
from keras import Sequential, layers
from sklearn.datasets import make_regression
from sklearn.preprocessing import MinMaxScaler
X, y = make_regression(500, 4)
y = MinMaxScaler().fit_transform(y.reshape(-1, 1))
model = Sequential([layers.Dense(32, activation="relu"), layers.Dense(1, activation="relu")])
model.compile(loss="mse")
`));
  test('on a pooling between ReLU and softmax', () => check('loss = F.nll_loss(F.log_softmax(F.adaptive_avg_pool2d(F.relu(nn.Conv2d(8, 4, 1)(x)), 1).flatten(1), dim=1), y)\n'));
  test('on a softmax that no loss receives', () => check(`${net('F.softmax(F.relu(self.fc2(x)), dim=1)')}loss = F.mse_loss(Net()(x) @ v, y)\n`));
  test.each([
    ['in a function of its own', 'with slim.arg_scope(plain()):', 'def plain():\n    with slim.arg_scope([slim.conv2d], activation_fn=None) as scope:\n        return scope\n'],
    ['of another file', 'with slim.arg_scope(inception_arg_scope()):', 'from nets.inception import inception_arg_scope\n'],
    ['by the caller', 'if True:', '@slim.add_arg_scope\ndef block(x):\n    return x\n'],
  ])('on the layers of slim where a scope may tell them to have none, %s', (_, opening, before) => checkRule('relu-on-output', `
import tensorflow as tf
slim = tf.contrib.slim
${before}
${opening}
    scores = slim.conv2d(slim.conv2d(x, 64, [3, 3]), 2, [1, 1])
loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=scores)
`));

  test('on the layers of contrib that are told to have none', () => checkRule('relu-on-output', `
import tensorflow as tf
scores = tf.contrib.layers.fully_connected(tf.contrib.layers.fully_connected(x, 64), 10, activation_fn=None)
loss = tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=scores)
`));
  const regression = (name: string, loss: string): void => check(`${net('F.relu(self.fc2(x))', name)}${loss}\n`);
  test('on regression of which nothing is known', () => regression('Net', 'loss = F.mse_loss(Net()(x), y)'));
  test('on targets that are not negative', () => regression('Regressor', 'loss = F.mse_loss(Regressor()(x), house_price)'));
  test('on losses of counts', () => regression('DQN', 'loss = F.poisson_nll_loss(DQN()(x), y)'));
  test('on features', () => regression('QFeatureEncoder', 'loss = F.mse_loss(QFeatureEncoder()(x), QFeatureEncoder()(y))'));
  test('on the bottleneck of an autoencoder', () => check(`
encoder = nn.Sequential(nn.Linear(64, 8), nn.ReLU())
decoder = nn.Sequential(nn.Linear(8, 64))
loss = F.mse_loss(decoder(encoder(x)), x)
`));
  test('on hidden layers', () => check(`${net('self.fc2(x)')}loss = F.cross_entropy(Net()(x), y)\n`));
  test('on softplus', () => regression('Net', 'q_value = F.softplus(Net()(x))\nloss = F.mse_loss(q_value, y)'));
  test('where a branch has no ReLU', () => check(`${net('F.relu(self.fc2(x)) if self.training else self.fc2(x)')}loss = F.cross_entropy(Net()(x), y)\n`));
  test('on products of what was rectified', () => check(`loss = F.cross_entropy(F.relu(nn.Linear(8, 8)(a)) @ b, y)\n`));
  test('on heat maps', () => regression('HeatmapRegressor', 'loss = F.mse_loss(HeatmapRegressor()(x), y)'));
  test('on the middle of a segmentation head', () => check(`
class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.middle = nn.Conv2d(8, 8, 3)
        self.last = nn.Conv2d(8, 4, 1)
    def forward(self, x):
        return F.interpolate(self.last(F.relu(self.middle(x))), scale_factor=4)
loss = F.cross_entropy(Head()(x), y)
`));
  test('before a softmax inside a model, and before a log_softmax with a layer between', () => check('gate = nn.Sequential(nn.Linear(8, 2), nn.ReLU(), nn.Softmax(dim=1))\nhead = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 2), nn.LogSoftmax(dim=1))\n'));
  test('on a hidden layer before a softmax too many', () => checkRule('relu-on-output', `
import tensorflow as tf
hidden = tf.layers.dense(x, 10, activation=tf.nn.relu)
loss = tf.losses.softmax_cross_entropy(y, tf.nn.softmax(tf.layers.dense(hidden, 10)))
`));
});
