/** How deep models are as they are written, and where that is not to be known. */
import { describe, expect, test } from 'vitest';
import { followModels } from '../../src/models/followModels';
import { stackAround, type Stack } from '../../src/models/stack';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { findUsages } from '../../src/usages/findUsages';

/** The stack around the first use of a text. */
function check(text: string, expected: Stack | undefined): void {
  const tree = parse(text);
  const names = namesOf(tree);
  const usages = findUsages(tree, names);
  const [usage] = usages;
  expect(usage && stackAround(tree, followModels({ tree, names, usages }), usage)).toEqual(expected);
}

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const of = (activation: string, count: number) => [{ activation, count }];

describe('the hidden layers on the longest way', () => {
  test('of a Sequential, without the output', () => check(
    `${torch}net = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1), nn.Sigmoid())\nnet(x)\n`,
    { name: undefined, layers: 2, activations: of('relu', 2), width: 64 }));

  test('of widths that differ, and of two activations', () => check(
    `${torch}net = nn.Sequential(nn.Linear(8, 64), nn.Tanh(), nn.Linear(64, 32), nn.GELU(), nn.Linear(32, 32), nn.GELU(), nn.Linear(32, 1))\nnet(x)\n`,
    { name: undefined, layers: 3, activations: [{ activation: 'gelu', count: 2 }, { activation: 'tanh', count: 1 }], width: undefined }));

  test('of layers made in a loop', () => check(`${torch}
class Deep(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(128, 128) for _ in range(12)])
        self.out = nn.Linear(128, 10)
    def forward(self, x):
        for layer in self.layers:
            x = F.gelu(layer(x))
        return self.out(x)
`, { name: 'Deep', layers: 12, activations: of('gelu', 12), width: 128 }));

  test('of residual blocks: the way through them, not their sum with the way around', () => check(`${torch}
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(64, 64)
        self.b = nn.Linear(64, 64)
        self.norm = nn.LayerNorm(64)
    def forward(self, x):
        return x + self.b(F.silu(self.norm(self.a(x))))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(*[Block() for _ in range(6)])
        self.head = nn.Linear(64, 10)
    def forward(self, x):
        return self.head(self.blocks(x))
`, { name: 'Net', layers: 6, activations: of('silu', 6), width: 64 }));

  test('of a Keras model, whose layers hold their activations', () => check(`from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(32, activation='relu'), keras.layers.Dense(32, activation='relu'), keras.layers.Dense(32, activation='relu'), keras.layers.Dense(1)])
model.compile(loss='mse')
`, { name: undefined, layers: 3, activations: of('relu', 3), width: 32 }));
});

describe('nothing is said', () => {
  test('where the number of layers is a variable', () => check(`${torch}
class Deep(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(128, 128) for _ in range(depth)])
    def forward(self, x):
        for layer in self.layers:
            x = F.gelu(layer(x))
        return x.sum()
`, undefined));

  test('where a branch decides whether a layer is passed', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 1)
    def forward(self, x):
        x = torch.tanh(self.a(x))
        if self.deep:
            x = torch.tanh(self.b(x))
        return self.c(x)
`, undefined));

  test('of a block, which a network that is not followed stacks', () => check(`${torch}
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(64, 64), nn.Linear(64, 64)
    def forward(self, x):
        return F.relu(self.b(F.relu(self.a(x))) + x).mean()
class Net(nn.Module):
    def __init__(self, depth, block=Block):
        super().__init__()
        self.blocks = make(block, depth)
    def forward(self, x):
        return self.blocks(x)
`, undefined));

  test('of a function that no model applies', () => check(`${torch}y = F.relu(x)\n`, undefined));

  test('of the output alone', () => check(`${torch}net = nn.Sequential(nn.Linear(8, 1), nn.Sigmoid())\nnet(x)\n`, undefined));

  test('of more layers than are followed one by one', () => check(
    `${torch}net = nn.Sequential(*[m for _ in range(48) for m in (nn.Linear(64, 64), nn.ReLU())], nn.Linear(64, 1))\nnet(x)\n`, undefined));
});
