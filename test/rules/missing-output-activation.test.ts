import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('missing-output-activation', code, expected);

describe('fires', () => {
  test('on sums of products of what layers give', () => check(`${torch}
user, item = nn.Embedding(9, 4), nn.Embedding(9, 4)
loss = F.binary_cross_entropy([|(user(u) * item(i)).sum(dim=1)|], y)
`, { confidence: 'likely', fixed: `${torch}
user, item = nn.Embedding(9, 4), nn.Embedding(9, 4)
loss = F.binary_cross_entropy_with_logits((user(u) * item(i)).sum(dim=1), y)
` }));
  test('on a cross-entropy of the file that Keras is told', () => check(`${keras}
import tensorflow as tf
def cost(labels, predictions):
    return -tf.reduce_mean(labels * [|tf.math.log(predictions)|])
model = keras.Sequential([layers.Dense(64, activation="relu"), layers.Dense(10)])
model.compile(loss=cost)
`, { confidence: 'likely', related: ['layers.Dense(10)'] }));
  test('on a written cross-entropy of what relu gives', () => check(`${torch}
p = F.relu(nn.Linear(8, 4)(x))
loss = -(y * [|torch.log(p)|]).sum()
`, { confidence: 'likely', related: ['relu'] }));
  test('on raw scores in BCELoss', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)
    def forward(self, x):
        return self.fc(x).squeeze(-1)
criterion = nn.BCELoss()
loss = criterion([|Net()(x)|], y)
`, { confidence: 'certain', related: ['nn.Linear(8, 1)'], fixed: `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)
    def forward(self, x):
        return self.fc(x).squeeze(-1)
criterion = nn.BCEWithLogitsLoss()
loss = criterion(Net()(x), y)
` }));
  test('on the function', () => check(`${torch}out = nn.Linear(8, 1)(x)\nloss = F.binary_cross_entropy([|out|], y)\n`, {
    fixed: `${torch}out = nn.Linear(8, 1)(x)\nloss = F.binary_cross_entropy_with_logits(out, y)\n`,
  }));
  test('on tanh', () => check(`${torch}out = torch.[|tanh|](nn.Linear(8, 1)(x))\nloss = F.binary_cross_entropy(out, y)\n`, { fixed: null }));
  test('on relu in Keras', () => check(`${keras}
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(1, activation='[|relu|]')])
model.compile(loss='binary_crossentropy')
`));
  test('on tanh among classes', () => check(`${keras}
model = keras.Sequential([layers.Dense(10, activation='[|tanh|]')])
model.compile(loss='categorical_crossentropy')
`));
  test('on negative rates', () => check(`${keras}
model = keras.Sequential([layers.Dense(8, activation='relu'), layers.Dense(1)])
model.compile(loss=[|'poisson'|])
`));
  test('on rates of PyTorch that are no logarithms', () => check(`${torch}loss = nn.PoissonNLLLoss(log_input=False)([|nn.Linear(8, 1)(x)|], y)\n`));
  test('on log_softmax in BCELoss', () => check(`${torch}loss = nn.BCELoss()(F.[|log_softmax|](nn.Linear(8, 2)(x), dim=1), y)\n`, { confidence: 'certain' }));
  test('on a cross-entropy that is written out', () => check(`
import tensorflow as tf
w = tf.Variable(tf.zeros([8, 2]))
scores = tf.matmul(x, w)
loss = tf.reduce_mean(tf.reduce_sum(-y * [|tf.log(scores)|] - (1 - y) * tf.log(1 - scores), 1))
`, { confidence: 'likely', fixed: null }));
  test('on a cross-entropy in a method, with the scores clipped', () => check(`
import tensorflow as tf
class Model:
    def __init__(self, x, y):
        scores = tf.layers.dense(x, 10)
        self.loss = self.entropy(y, scores)
    def entropy(self, y, p):
        p = tf.clip_by_value(p, 1e-9, 1 - 1e-9)
        return -tf.reduce_mean(tf.reduce_sum(y * [|tf.log(p)|], axis=1))
model = Model(x, y)
`));
  test('on a written cross-entropy of PyTorch', () => check(`${torch}net = nn.Linear(8, 2)\nloss = -(y * [|torch.log(net(x))|]).sum(1).mean()\n`));
});

describe('fires on a distribution', () => {
  const policy = (end: string, made: string): string => `
import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions import Bernoulli, Categorical
class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        return ${end}
policy = Policy()
def act(state):
    return ${made}.sample()
`;
  test('of raw scores', () => check(policy('self.fc(F.relu(x))', 'Categorical([|policy(state)|])'), { confidence: 'certain', fixed: policy('self.fc(F.relu(x))', 'Categorical(logits=policy(state))') }));
  test('by name', () => check(policy('self.fc(x)', 'Bernoulli(probs=[|policy(state)|])'), { fixed: policy('self.fc(x)', 'Bernoulli(logits=policy(state))') }));
  test('of logarithms', () => check(policy('F.log_softmax(self.fc(x), dim=-1)', 'Categorical([|policy(state)|])'), { message: 'never positive' }));
  test('of what is bounded', () => check(policy('torch.tanh(self.fc(x))', 'Categorical([|policy(state)|])'), { fixed: null }));
  test.each([
    ['F.softmax(self.fc(x), dim=-1)', 'Categorical(policy(state))'], ['self.fc(x)', 'Categorical(logits=policy(state))'], ['self.fc(x)', 'Categorical(None, policy(state))'],
    ['F.relu(self.fc(x)) + 1e-6', 'Categorical(policy(state))'], ['self.fc(x).exp()', 'Categorical(policy(state))'], ['self.fc(x) if x else F.softmax(x, dim=-1)', 'Categorical(policy(state))'],
  ])('but not of %s, given to %s', (end, made) => check(policy(end, made)));
  test('but not where logits come first', () => check(`
import tensorflow_probability as tfp
from keras import layers
d = tfp.distributions.Categorical(layers.Dense(4)(x))
`));
});

describe('fires on a model that is compiled', () => {
  const compiled = `
from keras import Input, Model, Sequential, layers
generator = Sequential([layers.Dense(64, activation='relu'), layers.Dense(784, activation='[|tanh|]')])
generator.compile(optimizer='adam', loss='binary_crossentropy')
`;
  test('where it is asked for its loss alone', () => checkRule('missing-output-activation', `${compiled}
both = Model(z, layers.Dense(1, activation='sigmoid')(generator(Input((100,)))))
both.compile(optimizer='adam', loss='binary_crossentropy')
both.fit(x, y)
generator.evaluate(x, y)
`));
  test('where another is trained that has nothing of it', () => checkRule('missing-output-activation', `${compiled}
other = Sequential([layers.Dense(1, activation='sigmoid')])
other.compile(optimizer='adam', loss='binary_crossentropy')
other.fit(x, y)
generator.predict(x)
`));
});

describe('is silent', () => {
  test.each(['nn.Sigmoid(), nn.ReLU()', 'nn.Softmax(dim=1), nn.Tanh()'])('on `%s`, which stays between 0 and 1', (ends) => check(`${torch}
net = nn.Sequential(nn.Linear(8, 3), ${ends})
loss = nn.BCELoss()(net(x), y)
`));
  test('on sums of what is weighed, and of what is positive', () => check(`${torch}
a, b = torch.sigmoid(nn.Linear(8, 4)(x)), F.softmax(nn.Linear(8, 4)(x), dim=1)
loss = F.binary_cross_entropy((a * b).sum(dim=1), y)
`));
  test('on a written cross-entropy of what is cut off at 1', () => check(`${torch}
p = F.hardsigmoid(nn.Linear(8, 4)(x))
loss = -(y * torch.log(p)).sum()
`));
  test('on a generator whose images a functional model judges', () => checkRule('missing-output-activation', `
from keras import Input, Model, Sequential, layers
def build_generator():
    inner = Sequential([layers.Dense(64, activation='relu'), layers.Dense(784, activation='tanh')])
    latent, label = Input((100,)), Input((1,))
    return Model([latent, label], inner(layers.Multiply()([latent, layers.Embedding(10, 100)(label)])))
def build_discriminator():
    image = Input((784,))
    features = layers.Dense(64, activation='relu')(image)
    return Model(image, [layers.Dense(1, activation='sigmoid')(features), layers.Dense(10, activation='softmax')(features)])
discriminator, generator = build_discriminator(), build_generator()
discriminator.compile(optimizer='adam', loss=['binary_crossentropy', 'sparse_categorical_crossentropy'])
generator.compile(optimizer='adam', loss='binary_crossentropy')
latent, label = Input((100,)), Input((1,))
fake, aux = discriminator(generator([latent, label]))
both = Model([latent, label], [fake, aux])
both.compile(optimizer='adam', loss=['binary_crossentropy', 'sparse_categorical_crossentropy'])
discriminator.train_on_batch(x, y)
both.train_on_batch(z, y)
`));
  test('on a generator that is compiled, but learns through another model', () => checkRule('missing-output-activation', `
from keras import Input, Model, Sequential, layers
generator = Sequential([layers.Dense(64, activation='relu'), layers.Dense(784, activation='tanh')])
generator.compile(optimizer='adam', loss='binary_crossentropy')
discriminator = Sequential([layers.Dense(64, activation='relu'), layers.Dense(1, activation='sigmoid')])
discriminator.compile(optimizer='adam', loss='binary_crossentropy')
z = Input((100,))
both = Model(z, discriminator(generator(z)))
both.compile(optimizer='adam', loss='binary_crossentropy')
images = generator.predict(noise)
discriminator.train_on_batch(images, labels)
both.train_on_batch(noise, labels)
`));
  test.each(['torch.sigmoid(out)', 'F.softmax(out, dim=1)', 'out.clamp(0, 1)', 'F.hardsigmoid(out)', '(torch.tanh(out) + 1) / 2', 'unknown(out)'])('on %s', (value) =>
    check(`${torch}out = nn.Linear(8, 1)(x)\nloss = F.binary_cross_entropy(${value}, y)\n`));
  test('where one of two ways is unknown', () => check(`${torch}
def step(x, flag):
    out = nn.Linear(8, 1)(x)
    if flag:
        out = finish(out)
    return F.binary_cross_entropy(out, y)
`));
  test('on a loss that takes raw scores', () => check(`${torch}loss = F.binary_cross_entropy_with_logits(nn.Linear(8, 1)(x), y)\n`));
  test('on logarithms of rates', () => check(`${torch}loss = nn.PoissonNLLLoss()(nn.Linear(8, 1)(x), y)\n`));
  test('on softplus and exp as rates', () => check(`${keras}
model = keras.Sequential([layers.Dense(1, activation='softplus')])
model.compile(loss='poisson')
other = keras.Sequential([layers.Dense(1, activation='exponential')])
other.compile(loss='poisson')
`));
  test('on a model of another file', () => check(`${torch}from mine import Net\nloss = F.binary_cross_entropy(Net()(x), y)\n`));
  test('on raw scores of Keras in a crossentropy, which has a rule of its own', () => check(`${keras}
model = keras.Sequential([layers.Dense(1)])
model.compile(loss='binary_crossentropy')
`));
  test('on an error of regression', () => check(`${torch}loss = F.mse_loss(nn.Linear(8, 1)(x), y)\n`));
  test('on logarithms of what is positive, or is no cross-entropy', () => check(`${torch}
net = nn.Linear(8, 2)
a = -(y * torch.log(torch.softmax(net(x), dim=1))).sum()
b = torch.log(torch.matmul(bank, power))
c = (weights * torch.log(torch.matmul(bank, power))).sum()
d = torch.log(net(x))
`));
});

const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';

describe('fires in PaddlePaddle', () => {
  test('on raw scores in BCELoss', () => check(`${paddle}
loss = nn.BCELoss()([|nn.Linear(3, 1)(x)|], y)
`, { fixed: `${paddle}
loss = nn.BCEWithLogitsLoss()(nn.Linear(3, 1)(x), y)
` }));
  test('without a fix where the other loss calls its argument otherwise', () => check(`${paddle}
loss = F.binary_cross_entropy(input=[|nn.Linear(3, 1)(x)|], label=y)
`, { fixed: null }));
  test('on a cross-entropy that is told to take no softmax', () => check(`${paddle}
loss = nn.CrossEntropyLoss(use_softmax=False)([|nn.Linear(3, 5)(x)|], y)
`, { message: 'CrossEntropyLoss(use_softmax=False) takes values between 0 and 1', fixed: null }));
  test('on a Bernoulli, which takes no logits', () => check(`${paddle}
d = paddle.distribution.Bernoulli(probs=[|nn.Linear(3, 1)(x)|])
`, { fixed: null, message: 'may be negative.' }));
});

const gluon = 'from mxnet import autograd, gluon, nd\nfrom mxnet.gluon import nn\n';
const mlx = 'import mlx.core as mx\nimport mlx.nn as nn\n';
const mindspore = 'import mindspore\nfrom mindspore import nn, ops\n';

describe('fires in Gluon, MLX and MindSpore', () => {
  test('on raw scores that are said to be probabilities', () => check(`${gluon}loss = gluon.loss.SigmoidBCELoss(from_sigmoid=True)([|nn.Dense(1)(x)|], y)\n`, { fixed: null, message: 'SigmoidBCELoss(from_sigmoid=True) takes' }));
  test('on raw scores in MLX', () => check(`${mlx}loss = nn.losses.binary_cross_entropy([|nn.Linear(8, 1)(x)|], y, with_logits=False)\n`, { fixed: null, message: 'binary_cross_entropy(with_logits=False) takes' }));
  test('on raw scores in MindSpore, whose losses order their arguments otherwise', () => check(`${mindspore}loss = nn.BCELoss()([|nn.Dense(8, 1)(x)|], y)\n`, { fixed: null }));
});

describe('of what a distribution takes above 0', () => {
  const actor = (scale: string, made = 'Normal(self.mean(h), scale)'): string => `import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions import Beta, Normal
class Actor(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.mean, self.spread = nn.Sequential(nn.Linear(4, 64), nn.Tanh()), nn.Linear(64, 2), nn.Linear(64, 2)
        self.both, self.free = nn.Linear(64, 4), nn.Parameter(torch.zeros(2))
    def forward(self, x):
        h = self.body(x)
        scale = ${scale}
        return ${made}
`;
  test.each([
    ['raw scores', 'self.spread(h)', 'Normal(self.mean(h), [|scale|])'],
    ['raw scores that are split', 'self.both(h)', 'Normal(scale[:, :2], scale=[|scale[:, 2:]|])'],
    ['what is bounded below 0', 'torch.tanh(self.spread(h))', 'Normal(self.mean(h), [|scale|])'],
    ['raw scores in another distribution', 'F.softplus(self.spread(h))', 'Beta(scale, [|self.mean(h)|])'],
  ])('fires on %s', (_, scale, made) => checkRule('missing-output-activation', actor(scale, made), { confidence: 'likely' }));
  test.each([
    ['softplus', 'F.softplus(self.spread(h))'], ['exp', 'self.spread(h).exp()'], ['a parameter', 'self.free'], ['a number that is added', 'self.spread(h).abs() + 0.01'],
    ['a clamp', 'self.spread(h).clamp(min=1e-3)'], ['one of two ways', 'self.spread(h) if x.ndim > 1 else F.softplus(self.spread(h))'], ['a sigmoid', 'torch.sigmoid(self.spread(h)) * 2'],
  ])('is silent on %s', (_, scale) => checkRule('missing-output-activation', actor(scale)));
  test('is silent on an initialiser of that name', () => checkRule('missing-output-activation', 'import paddle\nfrom paddle import nn\nh = nn.Linear(4, 4)(x)\ninit = nn.initializer.Normal(0.0, h)\n'));
});
