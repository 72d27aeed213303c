import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { followModels } from '../../src/models/followModels';
import { outlineOf, outlineText } from '../../src/models/outline';
import type { Value } from '../../src/models/values';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { findUsages } from '../../src/usages/findUsages';

function followed(text: string) {
  const tree = parse(text);
  const names = namesOf(tree);
  return { tree, facts: followModels({ tree, names, usages: findUsages(tree, names) }) };
}

/** A value as what was done to it, the last first: `softmax < Linear < ?`; alternatives in braces. */
function shown(value: Value | undefined, depth = 0): string {
  if (value === undefined || depth > 12) return '?';
  switch (value.kind) {
    case 'tensor': {
      if (value.source === undefined) return 'input';
      const { activation, name, inputs } = value.source;
      return `${activation?.id ?? name.slice(name.lastIndexOf('.') + 1)} < ${shown(inputs[0], depth + 1)}`;
    }
    case 'alternatives':
      return `{${value.values.map((one) => shown(one, depth + 1)).join(' | ')}}`;
    case 'tuple':
      return `(${value.items.map((one) => shown(one, depth + 1)).join(', ')}${value.isOpen ? ', …' : ''})`;
    case 'constant':
      return JSON.stringify(value.value);
    default:
      return '?';
  }
}

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';

/** What reaches the losses of a text. */
function check(code: string, expected: readonly string[], before = torch): void {
  const { facts } = followed(before + code);
  expect(facts.losses.map(({ input }) => shown(input))).toEqual(expected);
}

const loss = (input: string): string => `loss = F.cross_entropy(${input}, y)\n`;

describe('values flow', () => {
  test('through variables, tuples and dictionaries', () =>
    check(`a, (b, *c) = fc(x), (F.relu(x), 1)\nd = {"out": F.relu(b)}\n${loss('d["out"]')}`, ['relu < relu < ?']));
  test('through lists of layers built in loops', () =>
    check(`layers = []\nfor n in (8, 16):\n    layers += [nn.Linear(n, n), nn.ReLU()]\nlayers.append(nn.Linear(16, 2))\n${loss('nn.Sequential(*layers)(x)')}`,
      ['Linear < relu < Linear < relu < Linear < ?']));
  test('through a list whose length is not known', () =>
    check(`layers = []\nfor n in sizes:\n    layers.append(nn.ReLU())\nlayers.append(nn.Linear(16, 2))\n${loss('nn.Sequential(*layers)(x)')}`,
      ['Linear < {relu < ? | ?}']));
  test('through OrderedDict and nested containers', () =>
    check(`from collections import OrderedDict\nnet = nn.Sequential(OrderedDict([("a", nn.Linear(1, 2)), ("b", nn.Sequential(nn.Tanh()))]))\n${loss('net(x)')}`,
      ['tanh < Linear < ?']));
  test('through ModuleList', () =>
    check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(8, 8) for _ in range(2)])
    def forward(self, x):
        for i, layer in enumerate(self.layers):
            x = torch.relu(layer(x))
        return x
${loss('Net()(x)')}`, ['relu < Linear < relu < Linear < ?']));
  test('through a class that derives from Sequential', () =>
    check(`
class ConvReLU(nn.Sequential):
    def __init__(self, a, b):
        super().__init__(nn.Conv2d(a, b, 3), nn.ReLU6(inplace=True))
${loss('ConvReLU(3, 8)(x)')}`, ['relu6 < Conv2d < ?']));
  test('through functions with defaults, keywords and partial', () =>
    check(`from functools import partial\ndef block(x, act=F.relu, *, last=None):\n    return act(x) if last is None else last(act(x))\nf = partial(block, last=torch.tanh)\n${loss('f(x)')}${loss('block(x, torch.sigmoid)')}`,
      ['tanh < relu < ?', 'sigmoid < ?']));
  test('through attributes that are set later', () =>
    check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Softmax(dim=1)
    def forward(self, x):
        return self.head(x)
net = Net()
${loss('net(x)')}net.head = nn.Tanh()
${loss('net(x)')}`, ['softmax < ?', 'tanh < ?']));
  test('through constants that decide a branch', () =>
    check(`
class Net(nn.Module):
    def __init__(self, act="relu"):
        super().__init__()
        if act == "relu":
            self.act = nn.ReLU()
        elif act == "tanh":
            self.act = nn.Tanh()
        else:
            raise ValueError(act)
    def forward(self, x):
        return self.act(x)
${loss('Net("tanh")(x)')}${loss('Net()(x)')}${loss('Net(name)(x)')}`, ['tanh < ?', 'relu < ?', '{relu < ? | tanh < ?}']));
  test('and join where branches meet', () =>
    check(`if flag:\n    p = torch.tanh(x)\nelse:\n    p = torch.sigmoid(x)\n${loss('p')}`, ['{tanh < ? | sigmoid < ?}']));
  test('through Keras Sequential, functional and subclassed models', () =>
    check(`
a = keras.Sequential([layers.Dense(3, activation="relu")])
a.add(layers.Dense(1, "sigmoid"))
a.compile("adam", "mse")
i = keras.Input((3,))
b = keras.Model(i, layers.Softmax()(layers.Dense(3)(i)))
b.compile(loss=keras.losses.MeanSquaredError())
class C(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = layers.Dense(3, activation=keras.activations.tanh)
    def call(self, x, training=None):
        return self.d(x)
C().compile(loss="mse")
`, ['sigmoid < Dense < relu < Dense < input', 'softmax < Dense < input', 'tanh < Dense < ?'], 'import keras\nfrom keras import layers\n'));
  test('through Flax setup, compact and nnx', () =>
    check(`
class A(nn.Module):
    act: callable = nn.relu
    def setup(self):
        self.dense = nn.Dense(3)
    def __call__(self, x):
        return self.act(self.dense(x))
class B(nnx.Module):
    def __init__(self, rngs):
        self.linear = nnx.Linear(3, 4, rngs=rngs)
    def __call__(self, x):
        return nnx.sigmoid(self.linear(x))
a = optax.l2_loss(A().apply(v, x), y)
b = optax.l2_loss(B(r)(x), y)
`, ['relu < Dense < ?', 'sigmoid < Linear < ?'], 'import jax, optax\nimport flax.linen as nn\nfrom flax import nnx\n'));
});

describe('values flow in PaddlePaddle', () => {
  const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';
  const ofPaddle = (code: string, expected: readonly string[]): void => check(code, expected, paddle);
  test('through layers, methods and functions', () => ofPaddle(`
class Net(nn.Layer):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2D(3, 8, 3), nn.BatchNorm2D(8), nn.ReLU(), nn.Flatten())
        self.heads = nn.LayerList([nn.Linear(8, 4) for _ in range(2)])
    def forward(self, x):
        x = self.body(x)
        return paddle.concat([head(x) for head in self.heads], axis=1).astype('float32')
loss = F.cross_entropy(Net()(x), y)
`, ['astype < concat < Linear < Flatten < relu < BatchNorm2D < Conv2D < ?']));
  test('through what is told its activation before 2.0', () => check(`
import paddle.fluid as fluid
x = fluid.layers.conv2d(input=x, num_filters=8, filter_size=3, act='relu')
x = fluid.layers.fc(fluid.layers.dropout(x, 0.5), 10, act=None)
cost = fluid.layers.softmax_with_cross_entropy(logits=x, label=y)
`, ['fc < dropout < relu < conv2d < ?'], ''));
});

describe('values flow in other libraries', () => {
  test('through blocks of Gluon that are added together', () => check(`
from mxnet import gluon, np
from mxnet.gluon import nn
net = nn.HybridSequential(prefix='')
net.add(nn.Conv2D(8, 3, activation='relu'), nn.MaxPool2D(), nn.Flatten())
net.add(nn.Dense(4))
loss = gluon.loss.SoftmaxCELoss()(np.concatenate([net(x).astype('float32')], axis=0), y)
`, ['concatenate < astype < Dense < Flatten < MaxPool2D < relu < Conv2D < ?'], ''));
  test('through the operators that a block of Gluon hands on', () => check(`
from mxnet import gluon
class Base(gluon.nn.HybridBlock):
    def hybrid_forward(self, F, x):
        return F.reshape(F.tanh(x), shape=(-1, 4))
class Net(Base):
    def hybrid_forward(self, F, x):
        return F.exp(super().hybrid_forward(F, x))
loss = gluon.loss.L2Loss()(Net()(x), y)
`, ['exp < reshape < tanh < ?'], ''));
  test('through lists of layers of MLX', () => check(`
import mlx.core as mx
import mlx.nn as nn
layers = [nn.Embedding(10, 8), nn.Linear(8, 4), nn.ReLU()]
for layer in layers:
    x = layer(x)
loss = nn.losses.mse_loss(mx.expand_dims(x, 0), y)
`, ['expand_dims < relu < Linear < Embedding < ?'], ''));
  test('through cells and primitives of MindSpore', () => check(`
from mindspore import nn, ops
class Net(nn.Cell):
    def __init__(self):
        super().__init__()
        self.body = nn.SequentialCell(nn.Dense(8, 8, activation='tanh'), nn.Dropout(p=0.5))
        self.reshape = ops.Reshape()
    def construct(self, x):
        return self.reshape(self.body(x), (-1, 4))
loss = nn.MSELoss()(Net()(x), y)
`, ['Reshape < Dropout < tanh < Dense < ?'], ''));
});

describe('other facts', () => {
  test('initialisers know their layers, optimisers their arguments, contexts what is in them', () => {
    const { facts } = followed(`${torch}
def init(m):
    if isinstance(m, (nn.Linear, nn.Conv2d)):
        nn.init.xavier_uniform_(m.weight)
net = nn.Sequential(nn.Linear(8, 2))
net.apply(init)
optimiser = torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=1e-4)
with torch.autocast("cuda"):
    loss = F.binary_cross_entropy(net(x), y)
torch.onnx.export(net, x, "a.onnx", opset_version=11)
`);
    const [initialisation] = facts.initialisations;
    expect(initialisation?.target).toMatchObject({ kind: 'parameters', name: 'weight', of: { names: ['torch.nn.Linear', 'torch.nn.Conv2d'] } });
    expect(facts.optimisers.map(({ name, arguments: passed }) => [name, [...passed.keys()]])).toEqual([['torch.optim.SGD', ['params', 'lr', 'weight_decay']]]);
    expect(facts.losses.map(({ contexts }) => contexts.map(({ name }) => name))).toEqual([['torch.autocast']]);
    expect(facts.libraryCalls.some(({ name, arguments: passed }) => name === 'torch.onnx.export' && passed.has('opset_version'))).toBe(true);
    expect(facts.isComplete).toBe(true);
  });
});

test('the outline of a model', () => {
  const { tree, facts } = followed(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 16), nn.ReLU())
        self.gate = nn.Linear(16, 16)
        self.head = nn.Linear(16, 4)
    def forward(self, x):
        h = self.body(x)
        h = h * torch.sigmoid(self.gate(h))
        return F.log_softmax(self.head(h), dim=1)
net = Net()
loss = nn.NLLLoss()(net(x), y)
`);
  expect(outlineText(outlineOf(tree, facts))).toBe(`Net
  Linear 8 → 16
  relu (hidden)
  Linear 16 → 16
  sigmoid (gate)
  Linear 16 → 4
  log-softmax (output)
  → NLLLoss takes log-probabilities
`);
});

test('the outline of a model that applies one function at several places, and returns two values', () => {
  const { tree, facts } = followed(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.encode = nn.Linear(8, 2)
        self.decode = nn.Linear(2, 8)
        self.act = nn.Tanh()
    def forward(self, x):
        code = self.act(self.encode(x))
        return self.act(self.decode(code)), code
net = Net()
`);
  const outline = outlineOf(tree, facts);
  expect(outlineText(outline)).toBe('Net\n  Linear 8 → 2\n  tanh (hidden)\n  Linear 2 → 8\n  tanh (output)\n');
  expect(outline[0]!.items.map(({ span }) => tree.text.slice(span.start, span.end))).toEqual(['nn.Linear(8, 2)', 'self.act(self.encode(x))', 'nn.Linear(2, 8)', 'self.act(self.decode(code))']);
});

test('the outline of a gate and of what it weighs', () => {
  const { tree, facts } = followed(`${torch}
class Cell(nn.Module):
    def __init__(self):
        super().__init__()
        self.update = nn.Linear(8, 8)
        self.state = nn.Linear(8, 8)
    def forward(self, x, h):
        z = torch.sigmoid(self.update(x))
        n = torch.tanh(self.state(h))
        return (1 - z) * n + z * h
cell = Cell()
`);
  expect(outlineText(outlineOf(tree, facts))).toBe('Cell\n  Linear 8 → 8\n  sigmoid (gate)\n  Linear 8 → 8\n  tanh (hidden)\n');
});

test('the outline of a model that holds several objects of a class', () => {
  const { tree, facts } = followed(`${torch}
class Block(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.fc = nn.Linear(before, after)
    def forward(self, x):
        return F.relu(self.fc(x))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = Block(8, 64)
        self.second = Block(64, 4)
    def forward(self, x):
        return self.second(self.first(x))
net = Net()
`);
  expect(outlineText(outlineOf(tree, facts))).toContain('Net\n  Linear 8 → 64\n  relu (hidden)\n  Linear 64 → 4\n  relu (output)\n');
});

test.each([
  ['a class', 'class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.fc = nn.Linear(8, 3)\n    def forward(self, x):\n        return self.fc(x)\n', 'Net', 'net = Net()'],
  ['a Sequential', 'net = nn.Sequential(nn.Linear(8, 3))\n', 'Sequential', 'pass'],
])('the outline of %s whose loss stands in a function', (_, before, name, made) => {
  const { tree, facts } = followed(`${torch}${before}
def train(loader):
    ${made}
    criterion = nn.CrossEntropyLoss()
    for x, y in loader:
        loss = criterion(net(x), y)
`);
  expect(outlineText(outlineOf(tree, facts))).toBe(`${name}\n  Linear 8 → 3\n  → CrossEntropyLoss takes logits\n`);
});

describe('whatever the text is', { timeout: 120_000 }, () => {
  const samples = ['classifier.py', 'discriminator.py', 'model.py', 'transformer_flax.py'].map((name) => readFileSync(new URL(`../rig/sample/${name}`, import.meta.url), 'utf8'));
  const sample = fc.constantFrom(...samples, `${torch}class A(nn.Module):\n    def forward(self, x):\n        return A()(nn.Sequential(A(), F.relu)(x))\n${loss('A()(x)')}`);

  test('cut anywhere, it is followed', () => {
    fc.assert(fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
      followed(text.slice(0, Math.floor(text.length * share)));
    }), { numRuns: 150 });
  });

  test('with lines in any order, it is followed', () => {
    fc.assert(fc.property(sample.chain((text) => fc.shuffledSubarray(text.split('\n'))), (lines) => {
      followed(lines.join('\n'));
    }), { numRuns: 150 });
  });

  test('what holds itself ends', () => {
    const { facts } = followed(`${torch}
class A(B): pass
class B(A):
    def forward(self, x):
        return self.forward(self(x))
s = nn.Sequential(nn.ReLU())
s.append(s)
l = []
l.append(l)
def f(x): return g(x)
def g(x): return f(g(x))
${loss('nn.Sequential(*l, s, B(), f)(x)')}`);
    expect(facts.losses.length).toBe(1);
  });

  test('work does not explode with calls of calls', () => {
    const functions = Array.from({ length: 40 }, (_, i) => `def f${i + 1}(x):\n    return f${i}(F.relu(x)) + f${i}(F.tanh(x)) + f${i}(x)\n`).join('');
    const { facts } = followed(`${torch}def f0(x):\n    return x\n${functions}${loss('f40(x)')}`);
    expect(facts.applications.length).toBeLessThan(20_000);
  });
});
