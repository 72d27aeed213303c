import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { followModels } from '../../src/models/followModels';
import { readSituation } from '../../src/models/readSituation';
import { namesOf } from '../../src/python/names';
import { analyze } from '../../src/usages/analyze';

/** Reads the situation at the mark `[|…|]` and returns its facts as `value` (read) or `value?` (less sure). */
function situationAt(marked: string): Record<string, string> {
  const start = marked.indexOf('[|');
  const text = marked.replace('[|', '').replace('|]', '');
  const analysis = analyze(text, { path: 'model.py' });
  if (isFailure(analysis) || analysis.tree === undefined) throw new Error('not read');
  const usage = analysis.usages.find(({ span }) => span.start >= start && span.start <= start + 2);
  if (usage === undefined) throw new Error(`no usage at the mark: ${JSON.stringify(analysis.usages)}`);
  const { tree, usages } = analysis;
  const { constraints, ...facts } = readSituation(tree, usage, usages, followModels({ tree, names: namesOf(tree), usages }));
  const shown = Object.entries(facts).map(([key, fact]) => [key, `${fact.value}${fact.sureness === 'read' ? '' : '?'}`]);
  const constraint = constraints.length > 0 ? { constraints: constraints.map(({ value }) => value).join(' ') } : {};
  return { ...Object.fromEntries(shown), ...constraint };
}

/** Every fact named must be as given; a fact given as undefined must be unknown. */
function check(marked: string, expected: Record<string, string | undefined>) {
  const found = situationAt(marked);
  for (const [key, value] of Object.entries(expected)) expect([key, found[key]]).toEqual([key, value]);
}

const feedForward = `
import torch
from torch import nn

class FeedForward(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.norm = nn.LayerNorm(dim)
        self.net = nn.Sequential(
            nn.Linear(dim, hidden),
            nn.[|GELU|](),
            nn.Linear(hidden, dim),
        )
`;

describe('role', () => {
  test('before another layer of a Sequential: hidden', () => check(feedForward, { role: 'hidden' }));
  test('last of a Keras model: output', () =>
    check(`
from keras import Sequential, layers
model = Sequential([layers.Dense(64, activation="relu"), layers.Dense(10, activation=[|"softmax"|])])
`, { role: 'output?' }));
  test('a string whose values a loss receives: output, and what it is trained for', () => {
    const train = (end: string, loss: string): string => `
from keras import Sequential, layers
def train(n):
    model = Sequential()
    model.add(layers.Embedding(100, 50))
    model.add(layers.GRU(64))
    model.add(layers.Dense(n, activation=${end}))
    model.compile(loss="${loss}")
`;
    check(train('[|"sigmoid"|]', 'binary_crossentropy'), { role: 'output', task: 'binary?', lossInput: 'probabilities' });
    check(train('[|"softmax"|]', 'categorical_crossentropy'), { role: 'output', task: 'multi-class?', lossInput: 'probabilities' });
  });
  test('a softmax before a binary cross-entropy: of two shares that is the categorical one', () => {
    const train = (units: string): string => `
from keras import Sequential, layers
model = Sequential([layers.Dense(64, "relu"), layers.Dense(${units}, [|"softmax"|])])
model.compile(loss="binary_crossentropy")
`;
    check(train('2'), { role: 'output', task: 'multi-class?', lossInput: 'probabilities' });
    check(train('5'), { role: 'output', task: 'binary?', lossInput: 'probabilities' });
    check(train('classes'), { role: 'output', task: undefined, lossInput: 'probabilities' });
    check(`
import torch.nn as nn
class Net(nn.Module):
    def forward(self, x):
        return self.[|softmax|](self.fc(x))
    softmax = nn.Softmax(dim=1)
criterion = nn.BCELoss()
`, { role: 'output?', task: undefined });
  });
  test('first of a Keras model: hidden', () =>
    check(`
from keras import Sequential, layers
model = Sequential([layers.Dense(64, activation=[|"tanh"|]), layers.Dense(10, activation="softmax")])
`, { role: 'hidden', architecture: 'mlp?' }));
  test('last of a row of layers that goes on: hidden', () => check(`
import keras
from keras import Sequential, layers
joined = Sequential([layers.BatchNormalization(), layers.Dense(16, [|"sigmoid"|])])(layers.concatenate([a, b]))
model = keras.Model([a, b], layers.Dense(3, activation="softmax")(joined))
`, { role: 'hidden', task: undefined }));
  test('a rectifier at the end of a Sequential: hidden', () => check(`
from keras import Sequential, layers
block = Sequential([layers.Conv2D(8, 3), layers.Dense(16, activation=[|"relu"|])])
`, { role: 'hidden?' }));
  test('in the class that is the function itself: not told', () => check(`
import numpy as np
from networks import Activation
class Tanh(Activation):
    def activate(self, data):
        return np.[|tanh|](data)
layer = Dense(8, activation="tanh")
`, { role: undefined }));
  test('of probabilities that their own logarithm is multiplied with: no gate', () => check(`
import torch
import torch.nn.functional as F
class Policy(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(8, 4)
    def forward(self, x):
        p = F.[|softmax|](self.fc(x), dim=-1)
        return p, (-torch.log(p) * p).sum(-1)
`, { role: 'output?', task: 'control?' }));
  test.each([
    ['multiplied for its derivative', 'y = torch.[|sigmoid|](x)\nslope = y * (1 - y)\n', 'import torch'],
    ['multiplied for its derivative with an error', 'y = torch.[|sigmoid|](x)\nslope = error * (1 - y) * y\n', 'import torch'],
    ['of probabilities of which some are left out', 'p = torch.[|softmax|](scores, dim=1)\np = p * torch.tensor(allowed)\n', 'import torch'],
    ['of probabilities that a mask is laid over', 'p = F.[|softmax|](scores, dim=1)\np = p * mask\n', 'import torch.nn.functional as F'],
    ['of a model of whose outputs some are picked', 'class Net(nn.Module):\n    def forward(self, x):\n        y = torch.[|sigmoid|](x)\n        return y\ndef train(net, x, asked):\n    y = Net()(x)\n    return (y * one_hot(asked)).sum(-1)\n', 'import torch\nfrom torch import nn'],
  ])('%s: no gate', (_, code, imports) => check(`${imports}\n${code}`, { role: undefined }));
  test('of a part that weighs what the whole gets: gate', () => check(`
import torch
from torch import nn
class Squeeze(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
    def forward(self, x):
        return torch.[|sigmoid|](self.fc(x))
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.se = Squeeze()
    def forward(self, x):
        return x * self.se(x)
`, { role: 'gate' }));
  test('returned by forward: output', () =>
    check(`
import torch.nn.functional as F
def forward(self, x):
    x = self.fc(x)
    return F.[|log_softmax|](x, dim=1)
`, { role: 'output?' }));
  test('returned by predict: unknown', () =>
    check(`
import torch.nn.functional as F
def predict(self, x):
    return F.[|softmax|](self(x), dim=1)
`, { role: undefined }));
  test('a factor: gate', () =>
    check(`
import torch.nn.functional as F
def forward(self, x):
    return self.w2(F.[|silu|](self.w1(x)) * self.w3(x))
`, { role: 'gate?' }));
  test('scaled by a constant: no gate', () =>
    check(`
import torch
def f(x):
    y = 2.0 * torch.[|tanh|](x)
    return y
`, { role: undefined }));
  test('assigned to attn: attention', () =>
    check(`
import torch.nn.functional as F
def forward(self, q, k, v):
    attn = F.[|softmax|](q @ k.transpose(-2, -1) * self.scale, dim=-1)
    return attn @ v
`, { role: 'attention' }));
  test('assigned to a part of something called attention: attention, likely', () => check(`
import torch.nn.functional as F
def pool(scores, lengths, values):
    attention = scores.clone()
    for i, n in enumerate(lengths):
        attention[i, :n] = F.[|softmax|](scores[i, :n], dim=-1)
    return mix(attention, values)
`, { role: 'attention?' }));
  test('assigned to attn and used nobody knows how: attention, likely', () =>
    check(`
import torch.nn.functional as F
def forward(self, q, k, v):
    attn = F.[|softmax|](q @ k.transpose(-2, -1) * self.scale, dim=-1)
    return mix(attn, v)
`, { role: 'attention?' }));
  test('before a layer, through a reshape: hidden', () =>
    check(`
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(8, 8)
        self.fc2 = nn.Linear(8, 8)
    def forward(self, x):
        x = torch.[|sigmoid|](self.fc1(x)).view(-1, 8)
        return self.fc2(x)
`, { role: 'hidden' }));
  test('sigmoid on its own: unknown', () =>
    check('import torch\ny = torch.[|sigmoid|](x)\n', { role: undefined }));
});

describe('written without layers', () => {
  const graph = (code: string): string => `
import tensorflow as tf
x, t = tf.placeholder(tf.float32, [None, 784]), tf.placeholder(tf.float32, [None, 10])
v, w = tf.Variable(tf.truncated_normal([784, 200])), tf.Variable(tf.truncated_normal([200, 10]))
${code}
`;
  test('a function whose values are multiplied with weights is hidden', () => {
    check(graph('h = tf.nn.[|sigmoid|](tf.matmul(x, v))\ny = tf.matmul(tf.nn.dropout(h, 0.5), w)'), { role: 'hidden' });
    check(graph('h = tf.nn.[|sigmoid|](tf.linalg.matmul(x, v))\ny = tf.linalg.matmul(h, w)'), { role: 'hidden' });
    check(graph('h = normalise(tf.matmul(x, v))\nh = tf.nn.[|relu|](h)\np = tf.nn.softmax(tf.matmul(h, w))'), { role: 'hidden' });
  });
  test('not one that is compared with other values', () =>
    check(graph('h = tf.nn.[|sigmoid|](tf.matmul(x, v))\ny = tf.matmul(h, tf.transpose(h))'), { role: undefined }));
  test('a cross-entropy that is written out takes probabilities', () => {
    check(graph('y = tf.nn.[|softmax|](tf.matmul(x, v))\ncost = -tf.reduce_sum(t * tf.log(y))'), { role: 'output?', task: 'multi-class?', lossInput: 'probabilities?' });
    check(graph('y = tf.nn.[|softmax|](tf.matmul(x, v))\ncost = tf.reduce_mean(-tf.reduce_sum(t * tf.log(tf.clip_by_value(y, 1e-10, 1.0)), axis=1))'), { role: 'output?', lossInput: 'probabilities?' });
    check(graph('y = tf.nn.[|sigmoid|](tf.matmul(x, v))\ncost = -tf.reduce_mean(t * tf.log(y) + (1 - t) * tf.log(1 - y))'), { role: 'output?', task: 'binary?', lossInput: 'probabilities?' });
  });
  test('and in a function that is told of it by another, which nothing calls', () => check(`
import tensorflow as tf
def net(x):
    return tf.nn.[|softmax|](tf.matmul(x, w) + b)
def cost(p, y):
    return -tf.reduce_sum(y * tf.math.log(p))
def step(x, y):
    return cost(net(x), y)
`, { lossInput: 'probabilities?', task: 'multi-class?' }));
  test.each([
    ['a power', 'tf.reduce_mean(tf.pow(x - y, 2))'],
    ['a square', 'tf.reduce_mean(tf.square(y - x))'],
    ['an operator', 'tf.reduce_mean((y - x) ** 2)'],
  ])('an error that is written out takes values: %s', (_, cost) =>
    check(graph(`y = tf.nn.[|sigmoid|](tf.matmul(tf.nn.relu(tf.matmul(x, v)), tf.Variable(tf.zeros([200, 784]))))\ncost = ${cost}`), { role: 'output?', lossInput: 'values?', task: undefined }));
  test.each([
    ['an entropy', 'y = tf.nn.[|softmax|](tf.matmul(x, v))\nentropy = -tf.reduce_sum(y * tf.log(y))'],
    ['an advantage', 'y = tf.nn.[|softmax|](tf.matmul(x, v))\ncost = -tf.reduce_sum(tf.log(y) * advantages)'],
    ['one share of several that are compared', 'y = tf.nn.[|softmax|](tf.matmul(x, v))\nd = tf.reduce_sum(y * (tf.log(y) - tf.log(t)))'],
  ])('but not %s', (_, code) => check(graph(code), { role: undefined, lossInput: undefined }));
});

test('what a class may be told to normalise is not without a normalisation', () => {
  const net = (told: string, given: string): string => `
from torch import nn
from .layers import Layers
class Net(nn.Module):
    def __init__(self, n, activation_fn=nn.[|ReLU|]${told}):
        super().__init__()
        self.net = nn.Sequential(Layers(n, act=activation_fn${given}), nn.Linear(n, 2))
`;
  check(net(', use_batch_norm=True', ', use_batch_norm=use_batch_norm'), { normalisation: undefined });
  check(net('', ', norm_layer="batch"'), { normalisation: undefined });
  check(net(', normalize_input=True', ''), { normalisation: 'none?' });
  check(net('', ''), { normalisation: 'none?' });
});

describe('what gives the shares of classes, or of operations that are searched, is no attention', () => {
  test.each([
    'scores = cls_score.[|softmax|](-1)', 'weights = F.[|softmax|](self.alphas_reduce, dim=-1)', 'scores = F.[|softmax|](class_logits, dim=-1)', 'score = F.[|softmax|](preds, dim=1)',
  ])('%s', (statement) => check(`import torch.nn.functional as F
def boxes(self, cls_score, class_logits, preds):
    ${statement}
    return scores, weights
`, { role: undefined }));
  test.each([
    ['weights = F.[|softmax|](logits, dim=-1)', 'weights @ v', 'attention'], ['weights = F.[|softmax|](attn_logits, dim=-1)', 'f(weights)', 'attention?'],
    ['scores = F.[|softmax|](scores, dim=-1)', 'f(scores)', 'attention?'], ['weights = F.[|softmax|](alpha, dim=-1)', 'f(weights)', 'attention?'],
  ])('but %s for %s', (statement, given, role) => check(`import torch.nn.functional as F
def attend(v, logits, attn_logits, scores, alpha):
    ${statement}
    return ${given}
`, { role }));
});

describe('what an initialiser is told has no place in the model', () => {
  test.each([
    'nn.init.kaiming_normal_(self.fc.weight, mode="fan_in", nonlinearity=[|"relu"|])', 'nn.init.xavier_uniform_(self.fc.weight, gain=nn.init.calculate_gain([|"relu"|]))',
  ])('%s', (told) => check(`import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc, self.out = nn.Linear(8, 8), nn.Linear(8, 2)
        ${told}
    def forward(self, x):
        return self.out(torch.relu(self.fc(x)))
`, { role: undefined }));
});

describe('architecture', () => {
  test('by the name of the class', () => check(feedForward, { architecture: 'transformer?', normalisation: 'layer' }));
  test('by its layers', () =>
    check(`
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.bn = nn.BatchNorm2d(8)
        self.act = nn.[|ReLU|]()
`, { architecture: 'cnn', normalisation: 'batch', role: 'hidden?' }));
  test('a discriminator', () =>
    check(`
from torch import nn
class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(nn.Conv2d(3, 64, 4), nn.[|LeakyReLU|](0.2), nn.Conv2d(64, 1, 4))
`, { architecture: 'gan?' }));
  const perceptron = `
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(8, 8), nn.[|ReLU|](), nn.Linear(8, 1))
`;
  test('no normalisation in the file', () => check(perceptron, { normalisation: 'none?', depth: undefined }));
  test('normalised by another class of the file: unknown', () =>
    check(`${perceptron}
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(8)
        self.net = Net()
`, { normalisation: undefined }));
  const mixed = (stem: string, block: string) => `
from torch import nn
class Stem(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.norm, self.act = nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.${stem}()
    def forward(self, x):
        return self.act(self.norm(self.conv(x)))
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(8)
        self.net = nn.Sequential(nn.Linear(8, 32), nn.${block}(), nn.Dropout(0.1), nn.Linear(32, 8))
    def forward(self, x):
        return x + self.net(self.norm(x))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem, self.block, self.head = Stem(), Block(), nn.Linear(8, 10)
    def forward(self, x):
        return self.head(self.block(self.stem(x).flatten(2).mean(-1)))
`;
  test('of several in a model, the one before it', () => {
    check(mixed('ReLU', '[|GELU|]'), { normalisation: 'layer' });
    check(mixed('[|ReLU|]', 'GELU'), { normalisation: 'batch' });
  });
  const head = (mark: string): string => `
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.norm, self.act = nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.${mark === 'body' ? '[|ReLU|]' : 'ReLU'}()
        self.fc, self.last, self.out = nn.Linear(8, 8), nn.${mark === 'body' ? 'Tanh' : '[|Tanh|]'}(), nn.Linear(8, 2)
    def forward(self, x):
        x = self.act(self.norm(self.conv(x))).flatten(1)
        return self.out(self.last(self.fc(x)))
`;
  test('the one on its way, not one that other layers have', () => {
    check(head('body'), { normalisation: 'batch' });
    check(head('last'), { normalisation: undefined });
  });
  test('one behind it, before the next layer', () => check(`
from torch import nn
net = nn.Sequential(nn.Linear(8, 8), nn.[|ReLU|](), nn.BatchNorm1d(8), nn.Linear(8, 2))
`, { normalisation: 'batch' }));
  const encoder = (code: string): string => `
from torch import nn
class Forecaster(nn.Module):
    def __init__(self, inputs, dim, hidden):
        super().__init__()
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(dim, 4), 2)
        ${code}
    def forward(self, x):
        return self.head(self.encoder(self.embed(x)))
`;
  test('a transformer, of the part between two linear layers that give back the width', () => {
    check(encoder('self.embed, self.head = nn.Linear(inputs, dim), nn.Sequential(nn.Linear(dim, hidden), nn.[|GELU|](), nn.Linear(hidden, dim))'), { architecture: 'transformer' });
  });
  test('not of what brings its input to its width, nor of what answers behind it', () => {
    check(encoder('self.embed, self.head = nn.Sequential(nn.Linear(inputs, dim), nn.[|ReLU|](), nn.Dropout(0.1)), nn.Linear(dim, 2)'), { role: 'hidden', architecture: undefined });
    check(encoder('self.embed, self.head = nn.Linear(inputs, dim), nn.Sequential(nn.Linear(dim, hidden), nn.[|ReLU|](), nn.Linear(hidden, 1))'), { role: 'hidden', architecture: undefined });
  });
  const block = (made: string, before = ''): string => `
from torch import nn
class CausalSelfAttention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
class MLP(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc, self.act, self.proj = nn.Linear(width, 4 * width), nn.[|GELU|](), nn.Linear(4 * width, width)
    def forward(self, x):
        return self.proj(self.act(self.fc(x)))
class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        ${made}
${before}`;
  test('a transformer, of the perceptron that a block has beside its attention', () => {
    check(block('self.n1, self.n2, self.attn, self.mlp = nn.LayerNorm(width), nn.LayerNorm(width), CausalSelfAttention(width), MLP(width)'), { architecture: 'transformer?' });
    check(block('self.n1, self.attn = RMSNorm(width), CausalSelfAttention(width)\n        self.mlp = MLP(width)'), { architecture: 'transformer?' });
  });
  test('not of one that nothing normalises, or that is made elsewhere', () => {
    check(block('self.attn, self.mlp = CausalSelfAttention(width), MLP(width)'), { architecture: undefined });
    check(block('self.n, self.attn = nn.LayerNorm(width), CausalSelfAttention(width)', 'class Head(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.mlp = MLP(8)\n'), { architecture: undefined });
  });
  test('not by what only has the name of one', () => check(`
import preparing
from tensorflow import keras
scaler = preparing.Transformer()
model = keras.Sequential([keras.layers.Dense(8, activation=[|"relu"|]), keras.layers.Dense(3)])
`, { architecture: undefined }));
  test('nothing to see', () => check('import torch\ny = torch.[|relu|](x)\n', { architecture: undefined, normalisation: undefined }));
});

describe('recurrent layers', () => {
  const model = (code: string): string => `from keras import Sequential, layers\nmodel = Sequential([${code}])\n`;
  test('get their own function', () => check(model('layers.LSTM(8, activation=[|"relu"|]), layers.Dense(2)'), { architecture: 'rnn', constraints: 'cudnn-rnn' }));
  test('have a gate of their own', () => check(model('layers.LSTM(8, inner_activation=[|"sigmoid"|]), layers.Dense(2)'), { role: 'gate' }));
  test('are no block with something inside', () => check('import keras\nx = Block(8, inner_activation=[|"relu"|])(x)\n', { role: 'hidden?' }));
  test('say nothing of the layers beside them', () => check(model('layers.LSTM(8), layers.Dense(4, activation=[|"relu"|]), layers.Dense(2)'), { role: 'hidden', architecture: undefined, constraints: undefined }));
});

describe('task and loss of an output', () => {
  const keras = (loss: string) => `
import keras
from keras import Sequential, layers
model = Sequential([layers.Dense(10, activation=[|"softmax"|])])
model.compile(loss=${loss})
`;
  test('a string takes probabilities', () =>
    check(keras('"sparse_categorical_crossentropy"'), { task: 'multi-class', lossInput: 'probabilities' }));
  test('a loss that is given shares may have several labels', () =>
    check(keras('"categorical_crossentropy"'), { task: 'multi-class?', lossInput: 'probabilities' }));
  test('from_logits=True takes logits', () =>
    check(keras('keras.losses.SparseCategoricalCrossentropy(from_logits=True)'), { lossInput: 'logits' }));
  test('from_logits of a variable is unknown', () =>
    check(keras('keras.losses.SparseCategoricalCrossentropy(from_logits=raw)'), { lossInput: undefined, task: 'multi-class' }));
  test('a loss of other values says nothing of these', () =>
    check(`
import torch.nn.functional as F
def forward(x):
    return F.[|log_softmax|](x, dim=1)
a = F.nll_loss(forward(x), y)
b = F.mse_loss(z, t)
`, { role: 'output', task: 'multi-class?', lossInput: 'log-probabilities' }));
  test('two losses of the same values that disagree say nothing', () =>
    check(`
import torch.nn.functional as F
p = F.[|log_softmax|](x, dim=1)
a = F.nll_loss(p, y)
b = F.mse_loss(p, t)
`, { role: 'output', task: undefined, lossInput: undefined }));
  test('losses that are not followed to their values are those of the file, if they agree', () =>
    check(`
import torch.nn.functional as F
def forward(self, x):
    return F.[|log_softmax|](x, dim=1)
a = F.nll_loss(predictions(x), y)
b = F.mse_loss(predictions(z), t)
`, { role: 'output?', task: undefined, lossInput: undefined }));
  test('a hidden layer asks for no loss', () =>
    check(`${feedForward}\nloss = nn.CrossEntropyLoss()\n`, { task: undefined, lossInput: undefined }));
});

describe('depth', () => {
  test('of a comprehension over a range', () =>
    check(`
from torch import nn
layers = [nn.Sequential(nn.Linear(8, 8), nn.[|Sigmoid|]()) for _ in range(12)]
`, { depth: '12?' }));
  test('counted in a Sequential', () =>
    check(`
from torch import nn
net = nn.Sequential(nn.Linear(8, 8), nn.[|Tanh|](), nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1))
`, { depth: '2' }));
  test('of the model that applies a block again and again', () =>
    check(`
from torch import nn
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
        self.act = nn.[|Tanh|]()
    def forward(self, x):
        return self.act(self.fc(x))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(8)
        self.a, self.b, self.c = Block(), Block(), Block()
        self.out = nn.Linear(8, 1)
    def forward(self, x):
        return self.out(self.c(self.b(self.a(self.norm(x)))))
net = Net()
`, { depth: '3', normalisation: 'layer', role: 'hidden' }));
  test('a training loop is no depth', () =>
    check(`
import torch
for epoch in range(100):
    y = torch.[|relu|](x)
`, { depth: undefined }));
  test('a range of a variable is unknown', () =>
    check(`
from torch import nn
layers = [nn.[|ReLU|]() for _ in range(n)]
`, { depth: undefined }));
});

test('a layer that a model holds has the place of each of its calls', () => {
  const net = (first: string, last: string): string => `
import torch
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = torch.nn.Linear(4, 4), torch.nn.Linear(4, 1)
        self.squash = torch.nn.Sigmoid()
    def forward(self, x):
        h = ${first}(self.a(x))
        return ${last}(self.b(h))
net = Net()
loss = torch.nn.BCELoss()(net(x), y)
`;
  check(net('self.[|squash|]', 'self.squash'), { role: 'hidden', lossInput: undefined });
  check(net('self.squash', 'self.[|squash|]'), { role: 'output', lossInput: 'probabilities' });
});

describe('what a generator ends with is its output', () => {
  const adversary = `
class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(784, 64), nn.LeakyReLU(0.2), nn.Linear(64, 1))
    def forward(self, x):
        return self.net(x)
G, D = Generator(), Discriminator()
score = D(G(torch.randn(8, 16)))
`;
  test('in a class', () => check(`
import torch
from torch import nn
class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(16, 64), nn.ReLU(), nn.Linear(64, 784), nn.[|Tanh|]())
    def forward(self, z):
        return self.net(z).view(-1, 28, 28)
${adversary}`, { role: 'output?', task: 'generation?' }));
  test('but not what stands inside', () => check(`
import torch
from torch import nn
class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(16, 64), nn.[|Tanh|](), nn.Linear(64, 784), nn.Tanh())
    def forward(self, z):
        return self.net(z)
${adversary}`, { role: 'hidden', task: undefined }));
  test('in a function', () => check(`
import tensorflow as tf
def generator(z):
    h = tf.layers.dense(z, 64, activation=tf.nn.relu)
    image = tf.nn.[|sigmoid|](tf.layers.dense(h, 784))
    return image
def discriminator(x):
    return tf.layers.dense(x, 1)
score = discriminator(generator(tf.random.normal((8, 16))))
`, { role: 'output?', task: 'generation?' }));
  test('in what makes a model', () => check(`
from tensorflow import keras
from tensorflow.keras import layers
def make_generator_model():
    model = keras.Sequential()
    model.add(layers.Dense(64, activation="relu"))
    model.add(layers.Conv2DTranspose(1, 5, activation=[|"tanh"|]))
    return model
def make_discriminator_model():
    return keras.Sequential([layers.Flatten(), layers.Dense(1)])
`, { role: 'output?', task: 'generation?' }));
  const rows = (name: string, end: string): string => `
from keras.models import Sequential
from keras.layers import Dense
${name} = Sequential()
${name}.add(Dense(64, activation="relu"))
${name}.add(Dense(784, activation=[|"${end}"|]))
discriminator = Sequential([Dense(64, activation="relu"), Dense(1)])
`;
  test('in a row of layers that is called so', () => {
    check(rows('generator', 'tanh'), { role: 'output?', task: 'generation?' });
    check(rows('encoder', 'tanh'), { task: undefined });
  });
  test('and not that of what makes batches', () => check(`
import tensorflow as tf
def batch_generator(files):
    for x in files:
        y = tf.nn.[|sigmoid|](read(x))
        yield y
def discriminator(x):
    return tf.layers.dense(x, 1)
`, { role: undefined, task: undefined }));
});

describe('what a policy ends with is its output', () => {
  const policy = (name: string, end: string, imports = ''): string => `
import torch
import torch.nn.functional as F
from torch import nn
${imports}
class ${name}(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.pi, self.v = nn.Linear(4, 64), nn.Linear(64, 2), nn.Linear(64, 1)
    def forward(self, x):
        h = torch.relu(self.body(x))
        return ${end}
`;
  test('by its name', () => {
    check(policy('ActorCritic', 'F.[|softmax|](self.pi(h), dim=-1), self.v(h)'), { role: 'output?', task: 'control?' });
    check(policy('Actor', 'torch.[|tanh|](self.pi(h))'), { role: 'output?', task: 'control?' });
  });
  test('by what is drawn from it in an environment', () =>
    check(`${policy('Net', 'F.[|softmax|](self.pi(h), dim=-1)', 'import gym')}
net = Net()
action = torch.distributions.Categorical(net(state)).sample()
`, { role: 'output?', task: 'control?' }));
  test('by the name of a row of layers', () => check(`
from torch import nn
class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.actor = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 2), nn.[|Softmax|](dim=-1))
        self.critic = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 1))
`, { role: 'output?', task: 'control?' }));
  test('and not by the environment alone, nor in other networks', () => {
    check(policy('Net', 'F.[|softmax|](self.pi(h), dim=-1)', 'import gym'), { task: undefined });
    check(policy('Net', 'F.[|softmax|](self.pi(h), dim=-1)'), { task: undefined });
  });
  test('nor what stands inside of one', () =>
    check(policy('Policy', 'self.pi(torch.[|tanh|](h))'), { role: 'hidden', task: undefined }));
});

test('a function that gives back a layer makes one', () => check(`
from tensorflow.keras import layers, Sequential
def block(n):
    return Sequential([layers.Conv2D(n, 3), layers.Conv2D(n, 1, activation=[|"relu"|])])
`, { role: 'hidden?' }));

test('a list of one loss is that of the one output', () => check(`
from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(3, activation=[|"softmax"|])])
model.compile(optimizer="adam", loss=[keras.losses.SparseCategoricalCrossentropy(from_logits=True)])
`, { role: 'output', lossInput: 'logits' }));

describe('constraints', () => {
  test('quantisation', () =>
    check('import torch\nfrom torch import nn\nact = nn.[|SiLU|]()\ntorch.ao.quantization.quantize_dynamic(model)\n', { constraints: 'int8' }));
  const physics = (code: string): string => `import torch\nfrom torch.autograd import grad\ny = torch.[|tanh|](x)\n${code}`;
  test.each([
    ['of a derivative by its name', 'g = grad(y, x, create_graph=True)[0]\nh = grad(g, x, create_graph=True)[0]\n'],
    ['of a part of a derivative', 'g = torch.autograd.grad(y.sum(), x, create_graph=True)[0]\ngt = g[:, 0:1]\nh = torch.autograd.grad(gt, x)\n'],
    ['of one that is moved', 'g = grad(y, x, create_graph=True)[0].to(device)\nh = grad(g.sum(), x, create_graph=True)[0]\n'],
    ['one within the other', 'import jax\nh = jax.grad(jax.grad(f))(x)\n'],
    ['of a function of the file that differentiates', 'def slope(x):\n    return torch.autograd.functional.jacobian(net, x, create_graph=True)\nh = torch.autograd.functional.jacobian(slope, x)\n'],
    ['by a function of the file', 'def d(y, x):\n    return grad(y, x, create_graph=True)[0]\nu_x = d(y, x)\nu_xx = d(u_x, x)\n'],
    ['by one that names what it gives', 'def d(y, x):\n    g = grad(y, x, create_graph=True)[0]\n    return g\nu_x = d(y, x)\nu_xx = d(u_x, x)\n'],
    ['by one that differentiates a function', 'import jax\ndef d(f, x):\n    return jax.grad(f)(x)\nu_x = d(f, x)\nu_xx = d(u_x, x)\n'],
  ])('a second derivative: %s', (_, code) => check(physics(code), { constraints: 'second-derivative' }));
  test.each([
    ['a penalty in a class called so', 'class GradientPenalty:\n    def forward(self, x, d):\n        g, *_ = grad(d, x, create_graph=True)\n        return (g.norm(2) ** 2).mean()\n'],
    ['a penalty among the losses of a discriminator', 'def discriminator_loss(d, x):\n    g = grad(d(x), x, create_graph=True)[0]\n    a = 1\n    b = 2\n    return d(x) + g.norm(2)\n'],
    ['a step of training, taken again and again', 'import jax\ndef update(params, batch):\n    grads = jax.grad(loss)(params, batch)\n    return apply_updates(params, grads)\nfor batch in data:\n    params = update(params, batch)\n'],
    ['differences of arrays', 'import numpy as np\ng = torch.gradient(y, dim=0)[0]\nh = torch.gradient(g, dim=0)[0]\na = np.gradient(np.gradient(u, dx), dx)\n'],
    ['the product with a Hessian of the weights', 'g = grad(y, model_parameters, create_graph=True)\nh = grad(g, model_parameters, grad_outputs=v)\n'],
  ])('no second derivative: %s', (_, code) => check(physics(code), { constraints: undefined }));
  test.each([
    ['in an equation of first order', 'u_x = grad(y, x, create_graph=True)[0]\nloss = ((u_x - y) ** 2).mean()\n'],
    ['of a whole function', 'slope = torch.autograd.functional.jacobian(net, x, create_graph=True)\n'],
    ['as a force', 'def forces(energy, positions):\n    return -torch.autograd.grad(energy.sum(), positions, create_graph=True)[0]\n'],
  ])('a derivative with respect to an input: %s', (_, code) => check(physics(code), { constraints: 'input-derivative' }));
  test.each([
    ['a penalty', 'def penalty(d, x):\n    g = grad(d(x).sum(), x, create_graph=True)[0]\n    return ((g.norm(2) - 1) ** 2).mean()\n'],
    ['a norm that is to be 1', 'g = grad(critic(x).sum(), x, create_graph=True)[0]\npenalty = ((g.norm(2) - 1) ** 2).mean()\n'],
    ['a step of meta-learning', 'fast = torch.autograd.grad(loss, model.parameters(), create_graph=True)\n'],
    ['one that nothing is trained by', 'saliency = grad(y.sum(), x)[0]\n'],
  ])('no derivative with respect to an input: %s', (_, code) => check(physics(code), { constraints: undefined }));
  test('none', () => check('import torch\ny = torch.[|tanh|](x)\n', { constraints: undefined }));
});

describe('what the values are trained for', () => {
  const decoder = (end: string, loss: string): string => `
from torch import nn
decoder = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 784), nn.${end})
loss = nn.${loss}()(decoder(z), images)
`;
  test('is left open where an output is kept within bounds that its targets may have', () => {
    check(decoder('[|Sigmoid|]()', 'MSELoss'), { role: 'output', task: undefined, lossInput: 'values' });
    check(decoder('[|ReLU|]()', 'L1Loss'), { role: 'output', task: undefined });
  });
  test('is regression where it has none', () => check(decoder('[|LeakyReLU|]()', 'MSELoss'), { role: 'output', task: 'regression?' }));
});

describe('the kind of network', () => {
  const critic = (before: string): string => `
import torch
from torch import nn
${before}
class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(4, 64), nn.[|ReLU|](), nn.Linear(64, 1))
`;
  test('is no GAN where a critic stands beside an actor', () => check(critic('class Actor(nn.Module): pass'), { architecture: 'mlp?' }));
  test('is no GAN where a critic stands alone', () => check(critic(''), { architecture: 'mlp?' }));
  test('is one where a critic stands beside a generator', () => check(critic('class Generator(nn.Module): pass'), { architecture: 'gan?' }));
  test('is convolutional where a head stands behind a known network, or pools over an image', () => {
    check(`
from tensorflow.keras.applications import VGG16
from tensorflow.keras.layers import Dense, Flatten
base = VGG16(include_top=False)
x = Dense(1024, activation=[|'relu'|])(Flatten()(base.output))
`, { architecture: 'cnn?' });
    check(`
from tensorflow.keras.layers import Dense, GlobalAveragePooling2D
def classifier(x, n):
    x = Dense(64, activation=[|'relu'|])(GlobalAveragePooling2D()(x))
    return Dense(n)(x)
`, { architecture: 'cnn?' });
  });
});

describe('a factor', () => {
  test('is no gate where both have the same rectifier', () => check(`
import torch
from torch import nn
class Bump(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
    def forward(self, x):
        return self.fc(torch.[|relu|](x - 1) * torch.relu(2 - x))
`, { role: 'hidden?' }));
  test('of a sum is a weight, where a softmax gives it', () => check(`
import torch.nn.functional as F
def pool(scores, values):
    return (F.[|softmax|](scores, dim=1) * values).sum(dim=1)
`, { role: 'attention?' }));
});

describe('no hidden layer is claimed', () => {
  test('of what a generator gives to a discriminator', () => check(`
from torch import nn
generator = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 784), nn.[|Sigmoid|]())
discriminator = nn.Sequential(nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 1))
loss = nn.BCEWithLogitsLoss()(discriminator(generator(z)), ones)
`, { role: 'output?', task: 'generation?', lossInput: undefined }));
  test('of attention whose heads a layer mixes', () => check(`
from torch import nn
class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.mix = nn.Linear(8, 8)
    def forward(self, q, k, v):
        attn = q @ k.transpose(-2, -1)
        attn = attn.[|softmax|](dim=-1)
        attn = self.mix(attn.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        return attn @ v
`, { role: 'attention?' }));
  test('of a distribution whose mean is taken', () => check(`
import torch
from torch import nn
import torch.nn.functional as F
class Integral(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 17)
        self.register_buffer('steps', torch.linspace(0, 16, 17))
    def forward(self, x):
        x = F.[|softmax|](self.fc(x), dim=1)
        return F.linear(x, self.steps.type_as(x))
`, { role: undefined }));
  test('of predictions that a later stage refines', () => check(`
from torch import nn
import torch.nn.functional as F
class Stage(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(8, 8, 1)
    def forward(self, x):
        return self.conv(x)
class Stages(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = Stage(), Stage()
    def forward(self, x):
        x = self.first(x)
        return self.second(F.[|softmax|](x, dim=1))
`, { role: undefined }));
  test('of a hinge', () => check(`
import torch.nn.functional as F
def hinge(real, fake):
    return F.[|relu|](1 - real).mean() + F.relu(1 + fake).mean()
`, { role: undefined }));
  test('of the last function before a change of shape', () => check(`
from networks import Sequential, Dense, softmax
import jax
net = Sequential(Dense(8), jax.nn.[|softmax|], lambda x: x.reshape((-1, 4, 2)))
`, { role: undefined }));
});

describe('what is not followed to a loss', () => {
  test('is told nothing by one that something else is followed to', () => check(`
import torch.nn.functional as F
class Head:
    def __call__(self, scores):
        return F.[|softmax|](scores, dim=-1)
    def loss(self, scores, y):
        return F.nll_loss(F.log_softmax(scores, dim=-1), y)
`, { lossInput: undefined, task: undefined }));
});

test('a function that is one of those to choose from has no place of its own', () => check(`
from torch import nn
def activation(kind):
    if kind == 'relu':
        return nn.ReLU()
    if kind == 'sigmoid':
        return nn.[|Sigmoid|]()
    return nn.Tanh()
class Net(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 8), activation(kind), nn.Linear(8, 8), activation(kind), nn.Linear(8, 8), activation(kind), nn.Linear(8, 8))
    def forward(self, x):
        return self.body(x)
`, { role: undefined, depth: undefined }));

test('a function that is called at several places is as deep as its places are many', () => check(`
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(8, 8), nn.Linear(8, 8)
    def gamma(self, x):
        return self.b(torch.[|sigmoid|](self.a(x)))
    def forward(self, x):
        return self.gamma(x) - self.gamma(0 * x) + self.gamma(x + 1)
`, { depth: undefined }));

test('shares of one whole weigh what is added up, and open nothing', () => {
  const slots = (end: string): string => `
import torch
from torch import nn
class Slots(nn.Module):
    def __init__(self):
        super().__init__()
        self.image, self.mask, self.share = nn.Linear(8, 3), nn.Linear(8, 1), nn.[|Softmax|](dim=1)
    def forward(self, x):
        share = self.share(self.mask(x))
        return ${end}
`;
  check(slots('torch.sum(self.image(x) * share, dim=1)'), { role: 'attention' });
  check(slots('self.image(x) * share'), { role: undefined });
});

test('a gate that is resized before it opens', () => check(`
import torch.nn.functional as F
from torch import nn
class Ghost(nn.Module):
    def __init__(self):
        super().__init__()
        self.short, self.main = nn.Conv2d(8, 8, 3), nn.Conv2d(8, 8, 3)
        self.open = nn.[|Sigmoid|]()
    def forward(self, x):
        return self.main(x) * F.interpolate(self.open(self.short(x)), scale_factor=2)
`, { role: 'gate' }));

test('a penalty on gradients asks for no second derivative of the function', () => check(`
import torch
from torch import nn
act = nn.[|LeakyReLU|](0.2)
def gradient_penalty(critic, x):
    y = critic(x)
    g, = torch.autograd.grad(y.sum(), x, create_graph=True)
    return ((g.norm(2, dim=1) - 1) ** 2).mean()
`, { constraints: undefined }));

describe('what is not sure is left open', () => {
  test('a step of which no layer is seen', () => check(`
import numpy as np
from tensorflow import keras
def heaviside(z):
    return [|(z >= 0).astype(z.dtype)|]
def both(a, b, activation=heaviside):
    return activation(a + b - 1.5)
`, { role: undefined }));
  test('the kind of network around scores that dense layers give', () => check(`
import tensorflow as tf
def target_attention(query, items):
    pair = tf.concat([query, items, query * items], axis=-1)
    hidden = tf.layers.dense(pair, 64, activation=tf.nn.[|sigmoid|])
    return tf.layers.dense(hidden, 1)
`, { role: 'hidden', architecture: undefined }));
  test('the code of an encoder whose activity is regularised', () => check(`
from tensorflow import keras
encoder = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(16, activation=[|"sigmoid"|]),
    keras.layers.ActivityRegularization(l1=1e-3),
])
`, { role: undefined }));
  test('an image that is put into shape', () => check(`
from tensorflow import keras
maker = keras.Sequential([
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(784, activation=[|"sigmoid"|]),
    keras.layers.Reshape([28, 28]),
])
`, { role: undefined }));
  test('one of the functions that a word picks', () => check(`
import tensorflow as tf
class Base:
    def active(self, logit, kind):
        if kind == 'relu':
            return tf.nn.relu(logit)
        elif kind == 'softmax':
            return tf.nn.[|softmax|](logit)
    def loss(self, y, logit):
        return tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logit)
`, { role: undefined, task: undefined }));
  test('the task of one unit that a loss for many classes receives', () => check(`
from tensorflow import keras
model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation=[|"sigmoid"|])])
model.compile(loss="categorical_crossentropy", optimizer="adam")
`, { role: 'output', task: undefined }));
  test('probabilities in the middle of a network that a layer adds to what goes on', () => check(`
from torch import nn
class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.out, self.back, self.last = nn.Linear(8, 40), nn.Linear(40, 8), nn.Linear(8, 8)
        self.share = nn.[|Softmax|](dim=-1)
    def forward(self, x):
        x = x + self.back(self.share(self.out(x)))
        return self.last(x)
`, { role: undefined }));
});

describe('a factor opens another only with a share', () => {
  const cell = (code: string): string => `
import torch
import torch.nn.functional as F
from torch import nn
class Cell(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(8, 8), nn.Linear(8, 8)
    def forward(self, x, c, scores, t):
        ${code}
`;
  test.each([
    ['the content of a cell', 'return torch.sigmoid(self.a(x)) * torch.[|tanh|](c)'],
    ['the content of a cell, followed', 'o = torch.sigmoid(self.a(x))\n        n = torch.[|tanh|](self.b(x))\n        return o * n'],
    ['a cross-entropy that is written out', 'return torch.sum(-t * F.[|log_softmax|](scores, dim=1), dim=1)'],
    ['a scale that is learned', 'return x * F.[|softplus|](self.a(x))'],
    ['a number that is put into bounds', 'low, high = bounds()\n        return torch.[|sigmoid|](c) * (high - low) + low'],
    ['what is laid over by a mask', 'return torch.[|relu|](1 - c) * mask'],
    ['what a mask is multiplied with by a function', 'return torch.mul(torch.[|sigmoid|](self.a(x)), mask)'],
    ['what a method multiplies with a label', 'return torch.[|sigmoid|](self.a(x)).mul(t)'],
    ['its derivative, by a method', 'y = torch.[|sigmoid|](self.a(x))\n        return y.mul(1 - y)'],
    ['a gradient in which functions multiply', 'y = torch.[|sigmoid|](self.a(x))\n        return torch.mul(torch.mul(c, y), 1 - y)'],
    ['a function of its own input, by a method', 'h = self.a(x)\n        return h.mul(torch.[|sigmoid|](h))'],
  ])('%s: no gate', (_, code) => check(cell(code), { role: undefined }));
  test.each([
    ['the gate of a cell', 'return torch.[|sigmoid|](self.a(x)) * torch.tanh(c)'],
    ['a gate that lets through more than all', 'return 2.0 * torch.[|sigmoid|](self.a(x)) * self.b(x)'],
    ['a gate that is scaled, followed', 'g = 2.0 * torch.[|sigmoid|](self.a(x))\n        return g * self.b(x)'],
    ['the gate of a feed-forward layer', 'return F.[|silu|](self.a(x)) * self.b(x)'],
    ['a gate that a function multiplies with', 'return torch.mul(torch.[|sigmoid|](self.a(x)), self.b(x))'],
    ['a gate that a method multiplies with', 'return self.b(x).mul(torch.[|sigmoid|](self.a(x)))'],
    ['a gate that a method scales', 'g = torch.[|sigmoid|](self.a(x)).mul(2.0)\n        return torch.multiply(g, self.b(x))'],
  ])('%s', (_, code) => check(cell(code), { role: 'gate' }));
});

const head = 'import torch\nimport torch.nn.functional as F\nfrom torch import nn\n';

describe('a role is left open', () => {
  const sharing = (net: string): string => `${head}squash = nn.[|Sigmoid|]()\n${net}`;
  test.each([
    ['of a layer that a row holds in its middle and at its end', sharing('model = nn.Sequential(nn.Linear(2, 8), squash, nn.Linear(8, 1), squash)\ny = model(torch.rand(4, 2))\n')],
    ['of a layer that a model applies inside and at its end', `${head}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.act = nn.Linear(4, 8), nn.Linear(8, 1), nn.[|Sigmoid|]()
    def forward(self, x):
        return self.act(self.b(self.act(self.a(x))))
`],
    ['of a derivative that is written out', `
import numpy as np
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
def slope(x):
    return [|sigmoid|](x) * (1 - sigmoid(x))
`],
    ['of what goes into gradients that are written out', `
import numpy as np
def sigmoid(x):
    return 1 / (1 + np.exp(-x))
hidden = [|sigmoid|](np.dot(x, into))
given = sigmoid(np.dot(hidden, out))
error = (target - given) * given * (1 - given)
behind = np.dot(error, out) * hidden * (1 - hidden)
change = 0.5 * hidden * error
`],
    ['of shares of which one is picked', `${head}
def chosen(scores, action_mask):
    return (F.[|softmax|](scores, dim=1) * action_mask).sum(1)
`],
    ['of logarithms in what is called attention, which are no weights', `${head}
class AttentionDecoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(8, 4)
    def forward(self, x):
        scores = self.out(x).[|log_softmax|](-1)
        return torch.gather(scores, 1, self.words)
`],
    ['of a policy, under which a mean is taken', `${head}
class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.scores, self.worth = nn.Linear(8, 4), nn.Linear(8, 4)
    def forward(self, x):
        policy = F.[|softmax|](self.scores(x), dim=1)
        return policy, (policy * self.worth(x)).sum(-1)
`],
    ['of an image that is made larger at last', `${head}
class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.to_img = nn.Conv2d(8, 3, 3), nn.[|Sigmoid|]()
    def forward(self, x):
        return F.interpolate(self.to_img(self.conv(x)), size=(64, 64))
`],
    ['of a distribution whose mean a convolution takes', `${head}
class Mean(nn.Module):
    def __init__(self):
        super().__init__()
        self.steps = nn.Conv2d(16, 1, 1, bias=False).requires_grad_(False)
    def forward(self, x):
        return self.steps(x.view(2, 4, 16, 100).transpose(2, 1).[|softmax|](1))
`],
    ['of a mask that a part of its own makes', `${head}
class MaskNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 1, 3)
    def forward(self, x):
        return torch.[|sigmoid|](self.conv(x))
class Painter(nn.Module):
    def __init__(self):
        super().__init__()
        self.mask, self.fill = MaskNet(), nn.Conv2d(1, 3, 3)
    def forward(self, x):
        return self.fill(self.mask(x))
`],
    ['of what a method makes for another that judges it', `
import tensorflow as tf
class Adversaries:
    def make(self, z):
        return tf.nn.[|sigmoid|](tf.layers.dense(z, 784))
    def judge(self, x):
        return tf.layers.dense(x, 1)
    def build(self, z):
        self.score = self.judge(self.make(z))
Adversaries().build(tf.random.normal((4, 8)))
`],
    ['of what a function makes for another that judges it', `
import tensorflow as tf
def make(z):
    return tf.nn.[|sigmoid|](tf.layers.dense(z, 784))
def judge(x):
    return tf.layers.dense(x, 1)
score = judge(make(tf.random.normal((4, 8))))
`],
    ['of one of those that a search tries', `
from keras import Sequential, layers
model = Sequential([layers.Dense(8, activation=choice(["relu", [|"sigmoid"|]])), layers.Dense(1)])
`],
    ['of one that is listed to be chosen', `
import torch.nn as nn
def pick(trial):
    name = trial.suggest_categorical("activation", ["relu", [|"gelu"|]])
    return nn.Sequential(nn.Linear(8, 8), make(name), nn.Linear(8, 1))
`],
    ['of one in a table', `${head}kinds = {'relu': nn.ReLU, 'gelu': nn.[|GELU|]}\n`],
  ])('%s', (_, code) => check(code, { role: undefined }));
  test('but not of probabilities between two dense layers', () => check(`
from keras import Sequential, layers
model = Sequential([layers.Dense(8, activation=[|"softmax"|]), layers.Dense(4), layers.Dense(1)])
model.compile(loss="mse")
`, { role: 'hidden' }));
});

describe('what an output is trained for is left open', () => {
  test('where it is given to the loss on one way alone', () => check(`
import tensorflow as tf
class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.out = tf.keras.layers.Dense(10)
    def call(self, x, training=False):
        x = self.out(x)
        if not training:
            x = tf.nn.[|softmax|](x)
        return x
net = Net()
def train(x, y, is_training):
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=net(x, training=is_training))
`, { lossInput: undefined, task: undefined }));
  test('where the loss is one of the file under a known name', () => check(`
import tensorflow as tf
def net(x):
    return tf.nn.[|softmax|](tf.matmul(x, w) + b)
def cross_entropy(p, y):
    return compare(p, y)
def step(x, y):
    return cross_entropy(net(x), y)
`, { lossInput: undefined, task: undefined }));
  test('where a loss that is not seen to receive it would take something else', () => check(`
import torch.nn.functional as F
class Kind:
    def mode(self):
        return F.[|softmax|](self.scores, dim=-1)
    def loss(self, y):
        return F.cross_entropy(batch(self), y)
`, { lossInput: undefined, task: undefined }));
  test('where its shares also weigh what is attended to', () => check(`${head}
class Align(nn.Module):
    def forward(self, a, b, v):
        t = torch.[|softmax|](torch.matmul(a, b), dim=-1)
        return torch.matmul(t, v), t
def train(a, b, v, y):
    out, t = Align()(a, b, v)
    return F.cross_entropy(t, y)
`, { lossInput: undefined }));
});

test('what is last in a model is not among those stacked', () => {
  check(`
from keras import Sequential, layers
model = Sequential([layers.Dense(25, activation=[|"sigmoid"|]), layers.Dense(15, activation="sigmoid"), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
`, { role: 'hidden', depth: '2' });
});

describe('a model is', () => {
  test('what a method makes, where a class makes several', () => check(`
from torch import nn
class Trials:
    def images(self):
        return nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU())
    def numbers(self):
        return nn.Sequential(nn.Linear(8, 8), nn.[|GELU|](), nn.Linear(8, 1))
`, { architecture: 'mlp?', normalisation: undefined }));
  test('no perceptron where it is a part of another', () => check(`${head}
class Mlp(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(8, 8), nn.[|ReLU|](), nn.Linear(8, 8))
class Whole(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.mlp = nn.Conv2d(3, 8, 3), Mlp()
`, { architecture: undefined }));
  const mixing = (given: string, mixed: string): string => `${head}
class Mixing(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc = nn.Linear(width, width)
    def forward(self, x${given}):
        return F.[|relu|](${mixed})
`;
  test('no perceptron where it is given the edges of a graph', () => {
    check(mixing(', adj', 'torch.matmul(adj, self.fc(x))'), { architecture: undefined });
    check(mixing(', edge_index', 'self.fc(x[edge_index[0]])'), { architecture: undefined });
    check(mixing('', 'self.fc(x)'), { architecture: 'mlp?' });
  });
  test('no perceptron where it is the head of something else', () => check(`${head}
from backbones import Encoder
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = Encoder(8)
        self.fc, self.act, self.out = nn.Linear(8, 8), nn.[|ReLU|](), nn.Linear(8, 2)
`, { architecture: undefined }));
});

describe('nothing is told', () => {
  const role = { role: undefined };
  test.each([
    ['of a function that another gives its name', `${head}def rect(x):\n    return F.[|relu|](x)\n`],
    ['of a formula that is given a name', 'import numpy as np\nW = np.zeros((3, 3))\ndef relu(x):\n    return [|np.maximum(0, x)|]\ndef forward(x):\n    return W @ relu(x)\n'],
    ['of a function that is given a name, and rounded', `${head}\ndef binary_relu(x):\n    "Rounds."\n    return torch.round(F.[|relu6|](x))\n`],
    ['of a function in a loss', `${head}def margin_loss(a, b):\n    d = F.[|relu|](a - b + 1)\n    return torch.sum(d)\n`],
    ['of what a comparison keeps', `${head}
class Bounds(nn.Module):
    def forward(self, x):
        t = torch.[|sigmoid|](x)
        return (t >= 0.1).float() * t
`],
    ['of a layer before one that nobody knows', `${head}
def style(n):
    return nn.Sequential(nn.Linear(n, n), nn.[|Sigmoid|](), Widen())
`],
    ['of one that a kind picks', `${head}
from enum import Enum
class Kind(Enum):
    Tanh = 1
    Sigmoid = 2
def activation(kind):
    if kind == Kind.Tanh:
        return nn.Tanh()
    elif kind == Kind.Sigmoid:
        return nn.[|Sigmoid|]()
    else:
        raise ValueError(kind)
class Block(nn.Module):
    def __init__(self, n, kind=Kind.Tanh):
        super().__init__()
        self.act, self.fc = activation(kind), nn.Linear(n, n)
    def forward(self, x):
        return x + self.fc(self.act(x))
class Net(nn.Module):
    def __init__(self, n, kind=Kind.Tanh):
        super().__init__()
        body = nn.Sequential()
        for i in range(n):
            body.add_module(f'block{i}', Block(8, kind))
        body.add_module('act', activation(kind))
        body.add_module('last', nn.Linear(8, 8))
        self.body = body
    def forward(self, x):
        return self.body(x)
net = Net(3, kind=Kind.Sigmoid)
`],
    ['of what a row of layers holds inside and at its end', `${head}
layers = []
for i in range(3):
    layers.append(nn.Linear(8, 8))
    layers.append(nn.[|Sigmoid|]())
net = nn.Sequential(*layers)
loss = nn.CrossEntropyLoss()(net(torch.rand(2, 8)), y)
`],
    ['of what a loop applies behind every layer, the last among them', `${head}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(2, 3), nn.Linear(3, 2)
    def forward(self, x):
        for layer in [self.a, self.b]:
            x = torch.[|sigmoid|](layer(x))
        return x
loss = (Net()(torch.rand(4, 2)) - y).pow(2).mean()
`],
    ['of an image that is smoothed beside being read by another part', `${head}
class Split(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 1, 3)
    def forward(self, x):
        return torch.[|sigmoid|](self.conv(x))
class Light(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 3)
    def forward(self, x):
        return self.conv(x)
split, light = Split(), Light()
part = split(torch.rand(1, 3, 8, 8))
out, slope = light(part), F.conv2d(part, kernel)
`],
    ['of what scores for attention', `${head}
class Pool(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(8, 8), nn.Linear(8, 1)
    def forward(self, h):
        scores = self.b(torch.[|tanh|](self.a(h))).squeeze(-1)
        share = F.softmax(scores, dim=1)
        return torch.bmm(share.unsqueeze(1), h).squeeze(1)
`],
    ['of what scores for attention, as a sum', `${head}
class Pool(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Sequential(nn.Linear(8, 8), nn.[|Tanh|](), nn.Linear(8, 1, bias=False))
    def forward(self, h):
        share = torch.softmax(self.score(h), dim=1)
        return (share * h).sum(1)
`],
    ['of what scores for attention by a mean over what is attended to', `${head}
class Pool(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Sequential(nn.Linear(8, 8), nn.[|Tanh|](), nn.Linear(8, 1, bias=False))
    def forward(self, h):
        share = torch.softmax(self.score(h).mean(0), dim=0)
        return (share.expand((h.shape[0],) + share.shape) * h).sum(1)
`],
    ['of a weight that is kept from falling below 0', `${head}
class Monotone(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.fc, self.hidden = nn.Linear(8, 8), nn.Parameter(c)
    def forward(self, x):
        return self.fc(x) @ F.[|relu|](self.hidden)
`],
    ['of weights that a layer reads from a parameter', `${head}
class Mixing(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.mix = nn.Parameter(c)
    def forward(self, x):
        return F.linear(x, F.[|relu|](self.mix))
`],
    ['of what sends samples to experts', `${head}
class SparseMoE(nn.Module):
    def __init__(self, experts):
        super().__init__()
        self.router, self.experts = nn.Linear(8, 4), experts
    def forward(self, x):
        weights = F.[|softmax|](self.router(x), dim=-1)
        out = torch.stack([expert(x) for expert in self.experts], dim=1)
        return torch.bmm(weights.unsqueeze(1), out).squeeze(1)
`],
    ['of what sends samples to experts, as a sum', `${head}
def mixture(x, experts, gate):
    weights = F.[|softmax|](gate(x), dim=-1)
    return (weights.unsqueeze(-1) * torch.stack([expert(x) for expert in experts], 1)).sum(1)
`],
    ['of what a layer of a project hands to an initialiser', `${head}from layers import ConvNorm\nclass Encoder(nn.Module):\n    def __init__(self):\n        self.conv = ConvNorm(8, 8, w_init_gain=[|'relu'|])\n`],
    ['of how a layer of a project begins', `${head}from layers import Linear\nclass Transition(nn.Module):\n    def __init__(self):\n        self.linear = Linear(8, 8, init=[|'relu'|])\n`],
    ['of the gain of an initialiser', `${head}\ndef start(layer):\n    nn.init.kaiming_normal_(layer.weight, nonlinearity=[|'relu'|])\n`],
    ['of a curve', `${head}\nx = torch.linspace(-5, 5, 200)\ny = F.[|relu|](x)\n`],
    ['of a factor in a loss', `${head}
class DiceScore(nn.Module):
    def forward(self, scores, other):
        p = torch.[|sigmoid|](scores)
        return (p * other).sum()
`],
    ['of values of a literal', `${head}\nprint(F.[|softsign|]([-1., 0.]))\n`],
    ['of one of two probabilities', `${head}
def confidence(a, b):
    p, q = torch.[|sigmoid|](a), torch.sigmoid(b)
    return p * q
`],
    ['of what is multiplied with its own argument', `${head}
class Quick(nn.Module):
    def forward(self, x):
        return x * torch.[|sigmoid|](1.702 * x)
`],
    ['of a spline', `${head}
class Spline(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c = nn.Parameter(c)
    def forward(self, x):
        c = self.c.exp()
        return c[0] * F.[|relu|](x - 1)
`],
    ['of classes that another model reads as well', `${head}
class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.kind = nn.Sequential(nn.Linear(8, 4), nn.[|Softmax|](dim=1))
    def forward(self, x):
        return self.kind(x)
class Judge(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 1)
    def forward(self, x):
        return self.fc(x)
encoder, judge = Encoder(), Judge()
c = encoder(torch.rand(2, 8))
loss = F.cross_entropy(c, y) + judge(c).mean()
`],
  ])('%s', (_, code) => check(code, role));
  const graph = (asked: string, trained = 'tf.train.AdamOptimizer(0.1).minimize(cost)'): string => `
import tensorflow as tf
x, y = tf.placeholder('float', [None, 8]), tf.placeholder('float', [None, 2])
w = tf.Variable(tf.random_normal([8, 2]))
p = tf.nn.[|softmax|](tf.matmul(x, w))
cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=p, labels=y))
step = ${trained}
with tf.Session() as sess:
    sess.run(${asked})
`;
  test('of the loss of a graph that is only asked for what it predicts', () => {
    check(graph('p'), { lossInput: undefined, task: undefined });
    check(graph('[step, cost]'), { role: 'output', lossInput: 'logits' });
    check(graph('[train, cost]', 'tf.group(tf.train.AdamOptimizer(0.1).minimize(cost))'), { lossInput: 'logits' });
  });
  test('of a loss that only looks', () => check(`${head}
def validate(net, x, y):
    with torch.no_grad():
        p = F.[|softmax|](net(x), dim=1)
        return F.cross_entropy(p, y)
`, { lossInput: undefined }));
  test('of the loss of one unit that chooses from classes', () => check(`${head}
d = nn.Sequential(nn.Linear(8, 1), nn.[|Sigmoid|]())
loss = nn.CrossEntropyLoss()(d(torch.rand(2, 8)), y)
`, { lossInput: undefined, task: undefined }));
  test('of how deep functions stand that are side by side', () => check(`${head}
class Sides(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c, self.d = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 1)
        self.act = nn.[|Sigmoid|]()
    def forward(self, x):
        return self.d(self.act(self.a(x)) + self.act(self.b(x)) + self.act(self.c(x)))
`, { depth: undefined }));
  test('of the kind of network where layers stand that nobody knows', () => check(`${head}
import sparse
class Cloud(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(sparse.SubmanifoldConvolution(3, 8))
        self.a, self.act, self.b = nn.Linear(8, 8), nn.[|ReLU|](), nn.Linear(8, 2)
`, { architecture: undefined }));
});

test('a perceptron that feeds forward is no transformer', () => check(`${head}
class FeedForwardNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.act, self.b = nn.Linear(8, 8), nn.[|ReLU|](), nn.Linear(8, 2)
`, { architecture: 'mlp?' }));

describe('the kind of network is told', () => {
  test('to be that of an agent, where dense layers act in an environment', () => check(`import gymnasium as gym
${head}
class Actor(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(4, 64), nn.[|Tanh|](), nn.Linear(64, 2))
`, { architecture: 'reinforcement?' }));
  test.each([
    ['learns from what is kept', 'from memory import ReplayBuffer', 'off-policy?'],
    ['learns from what it does', 'from agents import PPO, ReplayBuffer', 'reinforcement?'],
    ['learns as nobody sees', 'from agents import run', 'reinforcement?'],
  ])('and of one that %s', (_, line, architecture) => check(`import gymnasium as gym
${line}
${head}
class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(6, 256), nn.[|ReLU|](), nn.Linear(256, 1))
`, { architecture }));
  test('to be that of an agent, where it is called a policy', () => check(`${head}
class GaussianPolicy(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(4, 64), nn.[|Tanh|](), nn.Linear(64, 2))
`, { architecture: 'reinforcement?' }));
  test.each([
    ['of what a function takes for another part', `
from layers import Transformer, DNN
import tensorflow as tf
def model(x, activation=[|'relu'|]):
    return DNN(activation)(Transformer(8)(x))
`],
    ['in a row with a layer that nobody knows', `
from keras import Sequential, layers
from dilated import TCN
model = Sequential([TCN(16), layers.Dense(8, activation=[|"relu"|]), layers.Dense(1)])
`],
    ['behind blocks that another function makes', `
from keras import layers, Model
def judge(x):
    h = judging_block(judging_block(x, 8), 16)
    h = layers.Dense(8, activation=[|"relu"|])(h)
    return Model(x, layers.Dense(1)(h))
`],
    ['of layers that one function puts into the model of another', `
from keras import Model, layers
import keras
def dense_layers(x, sizes):
    for size in sizes:
        x = layers.Dense(size, activation="[|gelu|]")(x)
    return x
def patches(shape):
    seen = layers.Input(shape)
    kept = layers.MultiHeadAttention(4, 64)(seen, seen)
    return Model(seen, dense_layers(kept, [128, 64]))
`],
  ])('nothing %s', (_, code) => check(code, { architecture: undefined }));
  test('to be a perceptron, where a function makes the whole of it', () => check(`
from keras import Model, layers
def build(size):
    seen = layers.Input((size,))
    return Model(seen, layers.Dense(1)(layers.Dense(8, activation="[|relu|]")(seen)))
def main():
    build(8).summary()
`, { architecture: 'mlp?' }));
  test('to be a transformer, of a part that is derived from a row of layers', () => check(`
from torch import nn
class FeedForward(nn.Sequential):
    def __init__(self, width):
        super().__init__(nn.Linear(width, 4 * width), nn.[|GELU|](), nn.Linear(4 * width, width))
class Block(nn.Sequential):
    def __init__(self, width):
        super().__init__(nn.LayerNorm(width), FeedForward(width))
`, { role: 'hidden', architecture: 'transformer?' }));
  test('to normalise, or not, in no way where a method of another file may', () => check(`
import tensorflow as tf
class Net(Base):
    def build(self, x):
        x = self.batch_bn(tf.layers.conv2d(x, 8, 3, activation=tf.nn.[|relu|]))
        return tf.layers.dense(x, 2)
`, { normalisation: undefined }));
});

describe('an output whose loss is in another file', () => {
  const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
  const elsewhere = { role: 'output?', lossInput: 'elsewhere?' };
  test('of the whole model, by the number of its classes', () => check(`${torch}
class Net(nn.Module):
    def __init__(self, width, num_classes):
        super().__init__()
        self.head, self.softmax = nn.Linear(width, num_classes), nn.Softmax(dim=1)
    def forward(self, x):
        return self.[|softmax|](self.head(x))
`, elsewhere));
  test('of one unit', () => check(`${torch}
class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(width, 8), nn.ReLU(), nn.Linear(8, 1), nn.[|Sigmoid|]())
    def forward(self, x):
        return self.layers(x)
`, elsewhere));
  test('of one unit, whose axis is taken away', () => check(`${torch}
class Net(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.line, self.pairs = nn.Linear(width, 1), nn.Linear(width, 1)
    def forward(self, x):
        both = self.line(x) + self.pairs(x * x)
        return torch.[|sigmoid|](both.squeeze(1))
`, elsewhere));
  test('logarithms of probabilities, of whatever they are', () => check(`${torch}
class Net(nn.Module):
    def forward(self, x):
        scores = self.body(x)
        out = F.[|log_softmax|](scores, dim=1)
        return out
`, elsewhere));
  test('of a model of Keras that nothing compiles', () => check(`
from keras import layers, models
def build(size):
    x = layers.Input((size,))
    return models.Model(x, layers.Dense(4, activation='[|softmax|]')(layers.Dense(8, activation='relu')(x)))
`, elsewhere));
  test.each([
    ['as many units as before, as a gate has', 'class Net(nn.Module):\n    def __init__(self, width):\n        super().__init__()\n        self.fc = nn.Linear(width, width)\n    def forward(self, x):\n        h = torch.[|sigmoid|](self.fc(x))\n        return h'],
    ['one unit, whose share is always 1', 'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(8, 1)\n    def forward(self, x):\n        h = torch.[|softmax|](self.fc(x), dim=1)\n        return h'],
    ['a part, by its name', 'class Gate(nn.Module):\n    def __init__(self, width, classes):\n        super().__init__()\n        self.fc = nn.Linear(width, classes)\n    def forward(self, x):\n        h = torch.[|softmax|](self.fc(x), dim=1)\n        return h'],
    ['what another model goes on from', 'class Inner(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(8, 4)\n    def forward(self, x):\n        h = torch.[|softmax|](self.fc(x), dim=1)\n        return h\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.inner, self.out = Inner(), nn.Linear(4, 2)\n    def forward(self, x):\n        return self.out(self.inner(x))'],
    ['a loss in the file, of whatever', 'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(8, 4)\n    def forward(self, x):\n        h = torch.[|softmax|](self.fc(x), dim=1)\n        return h\ncost = make_loss(Net())'],
    ['what is weighed with it', 'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(8, 4)\n    def forward(self, x):\n        h = torch.[|softmax|](self.fc(x), dim=1)\n        return h, h @ x'],
  ])('not for %s', (_, code) => check(torch + code, { lossInput: undefined }));
});

describe('what only shows raw scores', () => {
  const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
  const shown = { role: 'output', lossInput: 'beside' };
  const trained = (step: string, loss = 'nn.CrossEntropyLoss()', made = 'model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 3))') =>
    `${torch}${made}\ncriterion = ${loss}\ndef step(x, y):\n    scores = model(x)\n    cost = criterion(scores, y)\n    cost.backward()\n${step.replace(/^/gm, '    ')}`;
  test.each([
    ['for the largest', "shares = F.[|softmax|](scores, dim=1)\nreturn shares.argmax(dim=1)", 'multi-class'],
    ['to return them', 'return scores.[|softmax|](1)', 'multi-class'],
    ['by a threshold', 'return (torch.[|sigmoid|](scores) > 0.5).float()', 'binary'],
  ])('is beside the loss: %s', (_, step, task) => {
    const loss = task === 'binary' ? 'nn.BCEWithLogitsLoss()' : 'nn.CrossEntropyLoss()';
    check(trained(step, loss), { ...shown, task });
    check(trained(step, loss, 'from models import model'), { ...shown, task });
  });
  test('is so where a model is only evaluated', () => check(`${trained('pass')}
@torch.no_grad()
def show(x):
    return torch.[|softmax|](model(x), dim=1)
`, shown));
  test.each([
    ['a second loss takes it', "return cost + dice(torch.[|sigmoid|](scores), y)", 'nn.BCEWithLogitsLoss()'],
    ['a second loss takes what it is called', "shares = torch.[|sigmoid|](scores)\nreturn cost + self_dice_loss(shares, y)", 'nn.BCEWithLogitsLoss()'],
    ['it goes into a loss that is written out', "shares = torch.[|sigmoid|](scores)\nreturn cost + 1 - (shares * y).sum()", 'nn.BCEWithLogitsLoss()'],
    ['the loss applies another function', 'return torch.[|sigmoid|](scores)', 'nn.CrossEntropyLoss()'],
    ['the name is given another value between', 'scores = other(scores)\nreturn torch.[|softmax|](scores, dim=1)', 'nn.CrossEntropyLoss()'],
  ])('is not told where %s', (_, step, loss) => {
    check(trained(step, loss), { lossInput: undefined });
    check(trained(step, loss, 'from models import model'), { lossInput: undefined });
  });
  test('is not told of what a model returns', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 3)
    def forward(self, x):
        scores = self.fc(x)
        return scores, F.[|softmax|](scores, dim=1)
net = Net()
def step(x, y):
    scores, _ = net(x)
    return F.cross_entropy(scores, y)
`, { lossInput: undefined }));
});

describe('the tanh of a recurrent cell', () => {
  const head = 'import torch\nfrom torch import nn\n';
  const inCell = { role: 'hidden?', architecture: 'rnn?' };
  test.each([
    ['goes into the state', 'g = torch.[|tanh|](g)\n        return o * torch.tanh(f * c + i * g)'],
    ['goes out of the state', 'g = torch.tanh(g)\n        return o * torch.[|tanh|](f * c + i * g)'],
  ])('%s, where the class is called a cell, of convolutions too', (_, code) => check(`${head}
class ConvLSTMCell(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(8, 16, 3)
    def forward(self, x, c):
        i, f, o, g = torch.split(self.conv(x), 4, dim=1)
        ${code}
`, inCell));
  test('makes the next state of the last', () => {
    check('import torch\ndef run(xs, h):\n    for x in xs:\n        h = torch.[|tanh|](torch.matmul(wx, x) + torch.matmul(wh, h) + b)\n    return h', inCell);
    check('import torch\ndef step(x, prev_h):\n    next_h = torch.[|tanh|](x @ wx + prev_h @ wh + b)\n    return next_h', inCell);
  });
  test.each([
    ['a layer that leads around itself', 'def run(h):\n    h = torch.[|tanh|](torch.matmul(w, h) + h)\n    return use(h)'],
    ['a layer of something else', 'def run(x, y):\n    z = torch.[|tanh|](torch.matmul(w, x) + torch.matmul(v, y))\n    return use(z)'],
    ['a gradient', 'def rnn_cell_backward(gradients, prev_h):\n    grown = gradients * torch.[|tanh|](prev_h)\n    return use(grown)'],
    ['what a decoder attends to', 'class AttentionRNNCell:\n    def score(self, q, k):\n        e = torch.[|tanh|](torch.matmul(w, q) + torch.matmul(v, k))\n        return use(e)'],
  ])('is not that of %s', (_, code) => check(`import torch\n${code}`, { architecture: undefined }));
});

test('an activation of one unit may be one of an output', () => {
  check('from keras.layers import Dense\ny = Dense(1, activation="[|relu|]")(x)', { role: undefined });
  check('from keras.layers import Dense\ny = Dense(16, activation="[|relu|]")(x)', { role: 'hidden?' });
});

describe('no place of a hidden function', () => {
  const net = (made: string, applied: string): string => `
import torch
from torch import nn
import torch.nn.functional as F
class Block(nn.Module):
    def __init__(self, a, b, stride):
        super().__init__()
        self.first = nn.Conv2d(a, b, 3)
        ${made}
        self.last = nn.Conv2d(b, b, 3)
    def forward(self, x):
        return self.last(${applied})
`;
  test.each([
    ['of what stands in for a pooling', 'self.pool = nn.[|Identity|]()', 'self.pool(self.first(x))'],
    ['of what stands in for a pooling that is left out', 'self.shrink = nn.AvgPool2d(stride) if stride > 1 else nn.[|Identity|]()', 'self.shrink(self.first(x))'],
    ['of what draws', 'self.scale = 1', 'F.[|gumbel_softmax|](self.first(x), dim=1)'],
  ])('%s', (_, made, applied) => check(net(made, applied), { role: undefined }));
  test('of those that a loop compares', () => check(`
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.first, self.act, self.last = nn.Linear(8, 16), act(), nn.Linear(16, 1)
    def forward(self, x):
        return self.last(self.act(self.first(x)))
for act in [nn.[|Sigmoid|], nn.Tanh, nn.ReLU]:
    train(Net(act))
`, { role: undefined }));
  test('of an identity that is called an activation it is', () => check(net('self.act = nn.[|Identity|]()', 'self.act(self.first(x))'), { role: 'hidden' }));
  test('of what an activation of the file is made of', () => check(`
from torch import nn
class h_sigmoid(nn.Module):
    def __init__(self):
        super().__init__()
        self.relu = nn.[|ReLU6|](inplace=True)
    def forward(self, x):
        return self.relu(x + 3) / 6
`, { role: undefined }));
  test.each([
    ['of the share that an activation of the file lets through', 'class Swish(nn.Module):\n    def forward(self, x):\n        return x * torch.[|sigmoid|](self.beta * x)\n'],
    ['of what such an activation computes', 'class SwishImplementation(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, i):\n        result = [|i * torch.sigmoid(i)|]\n        ctx.save_for_backward(i)\n        return result\n'],
    ['of one number for all', 'import scipy.special\ndef draw(values, alpha):\n    total = scipy.special.[|logsumexp|](values / alpha, axis=1)\n    return values / alpha - total\n'],
    ['of what a rectifier of the file rectifies', 'class modrelu(nn.Module):\n    def forward(self, z):\n        norm = torch.abs(z)\n        size = F.[|relu|](norm + self.b)\n        return z / norm * size\n'],
    ['of what an argument calls the last', 'net = build(8, hidden_act="gelu", output_act="[|relu|]")\n'],
    ['of what a parameter calls that of a mask', 'class Masker(nn.Module):\n    def __init__(self, width, activation="gelu", mask_activation="[|relu|]"):\n        self.width = width\n'],
    ['of what a class is derived from', 'class Bounded(nn.[|Softsign|]):\n    def __init__(self, scale):\n        super().__init__()\n        self.scale = scale\n'],
    ['of the square of a difference under a factor', 'def dual(u, v, cost, eps):\n    return (-1 / (4 * eps)) * F.[|relu|](u + v - cost) ** 2\n'],
  ])('%s', (_, code) => check(head + code, { role: undefined }));
  test('of what is called after a hidden layer, it has one', () => check(`${head}net = build(8, hidden_act="[|gelu|]", output_act="tanh")\n`, { role: 'hidden?' }));
  test('of a gate that stands in a block, which is one', () => check(`${head}
class SwishBlock(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.a, self.b = nn.Linear(width, width), nn.Linear(width, width)
    def forward(self, x):
        return self.a(x) * torch.[|sigmoid|](self.b(x))
`, { role: 'gate' }));
  test('of a layer that is called after its function too, there is one', () => check(`
from torch import nn
class ConvRelu(nn.Module):
    def __init__(self, a, b):
        super().__init__()
        self.conv, self.relu = nn.Conv2d(a, b, 3), nn.[|ReLU|]()
    def forward(self, x):
        return self.relu(self.conv(x))
`, { role: 'hidden?' }));
  test('nor of a gate, of a sigmoid beside an exponential', () => check(`
import torch
def shares(scores):
    raised = torch.exp(scores - scores.max()) * torch.[|sigmoid|](scores)
    return raised / raised.sum(1, keepdim=True)
`, { role: undefined }));
  test('nor of attention, of scores whose logarithm is taken', () => check(`
import torch.nn.functional as F
def search(net, x, before, k):
    scores = net(x)
    scores = F.[|softmax|](scores, -1)
    scores = scores.log() + before
    return scores.topk(k)
`, { role: undefined }));
});
