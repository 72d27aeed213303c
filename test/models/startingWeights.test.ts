/** With which weights a file has its hidden layers start, and where it is not to be known. */
import { describe, expect, test } from 'vitest';
import { followModels } from '../../src/models/followModels';
import { stackAround } from '../../src/models/stack';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { findUsages } from '../../src/usages/findUsages';

/** Of the one model in a text. */
function check(text: string, gain: number | undefined, name?: 'he' | 'xavier' | 'lecun'): void {
  const tree = parse(text);
  const names = namesOf(tree);
  const usages = findUsages(tree, names);
  const facts = followModels({ tree, names, usages });
  const stack = usages.map((usage) => stackAround(tree, facts, usage)).find((found) => found !== undefined);
  expect(stack?.layers).toBe(2);
  if (gain === undefined) return expect(stack?.start).toBeUndefined();
  expect(stack?.start?.gain).toBeCloseTo(gain, 12);
  expect(stack?.start?.name).toBe(name);
}

const net = (fill: string): string => `import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(64, 64)
        self.b = nn.Linear(64, 64)
        self.out = nn.Linear(64, 1)
        ${fill}
    def forward(self, x):
        return self.out(torch.relu(self.b(torch.relu(self.a(x)))))
`;
const both = (call: string): string => net(`nn.init.${call.replace('W', 'self.a.weight')}\n        nn.init.${call.replace('W', 'self.b.weight')}`);
const applied = (call: string): string => `${net('self.apply(fill)')}
def fill(m):
    if isinstance(m, nn.Linear):
        nn.init.${call.replace('W', 'm.weight')}
        nn.init.zeros_(m.bias)
`;
const dense = (first: string, second: string): string => `import keras
from keras import layers
model = keras.Sequential([
    layers.Dense(64, activation="relu"${first}),
    layers.Dense(64, activation="relu"${second}),
    layers.Dense(1),
])
`;

describe('of PyTorch', () => {
  test('He, by its nonlinearity', () => check(both('kaiming_normal_(W, nonlinearity="relu")'), Math.SQRT2, 'he'));
  test('He, by the slope that it has by default', () => check(both('kaiming_uniform_(W)'), Math.SQRT2, 'he'));
  test('He for a slope', () => check(both('kaiming_normal_(W, a=0.2)'), Math.sqrt(2 / 1.04)));
  test('He for tanh', () => check(both('kaiming_normal_(W, mode="fan_in", nonlinearity="tanh")'), 5 / 3));
  test('Xavier', () => check(both('xavier_uniform_(W)'), 1, 'xavier'));
  test('Xavier with a number', () => check(both('xavier_normal_(W, 1.5)'), 1.5));
  test('Xavier with the gain of tanh', () => check(both('xavier_normal_(W, gain=nn.init.calculate_gain("tanh"))'), 5 / 3));
  test('all layers of a kind at once', () => check(applied('kaiming_normal_(W, nonlinearity="relu")'), Math.SQRT2, 'he'));
});

describe('of Keras', () => {
  test('by name', () => check(dense(', kernel_initializer="he_normal"', ', kernel_initializer="he_normal"'), Math.SQRT2, 'he'));
  test('by class', () => check(dense(', kernel_initializer=keras.initializers.LecunNormal()', ', kernel_initializer=keras.initializers.LecunNormal()'), 1, 'lecun'));
  test('Glorot', () => check(dense(', kernel_initializer="glorot_uniform"', ', kernel_initializer="glorot_uniform"'), 1, 'xavier'));
});

describe('is not known', () => {
  test('where nothing is said', () => check(net('pass'), undefined));
  test('where one layer is left as it is', () => check(net('nn.init.kaiming_normal_(self.a.weight)'), undefined));
  test('where layers differ', () => check(dense(', kernel_initializer="he_normal"', ', kernel_initializer="lecun_normal"'), undefined));
  test('where a layer of Keras has its default', () => check(dense(', kernel_initializer="he_normal"', ''), undefined));
  test('by a standard deviation, which says something for a width alone', () => check(both('normal_(W, std=0.02)'), undefined));
  test('where the slope is no number', () => check(both('kaiming_normal_(W, a=slope)'), undefined));
  test('where the nonlinearity is no word', () => check(both('kaiming_normal_(W, nonlinearity=kind)'), undefined));
  test('where a layer is filled twice', () => check(net('nn.init.xavier_normal_(self.a.weight)\n        nn.init.kaiming_normal_(self.a.weight)\n        nn.init.xavier_normal_(self.b.weight)'), undefined));
  test('where biases start with something else than zeros', () => check(applied('xavier_normal_(W)').replace('zeros_(m.bias)', 'normal_(m.bias)'), undefined));
  test('of scaled variances', () => check(dense(', kernel_initializer=keras.initializers.VarianceScaling(2.0)', ', kernel_initializer=keras.initializers.VarianceScaling(2.0)'), undefined));
});
