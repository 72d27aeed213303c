import { expect, test } from 'vitest';
import { followModels } from '../../src/models/followModels';
import { outlineOf, outlineText } from '../../src/models/outline';
import { analyze } from '../../src/usages/analyze';
import { isFailure } from '../../src/documents/failure';
import { namesOf } from '../../src/python/names';

/** The outline of a text that has PyTorch. */
function check(code: string, expected: string): void {
  const analysis = analyze(`import torch\nfrom torch import nn\nimport torch.nn.functional as F\n${code}`, { path: 'a.py' });
  if (isFailure(analysis) || analysis.tree === undefined) throw new Error('not read');
  const { tree, usages } = analysis;
  expect(outlineText(outlineOf(tree, followModels({ tree, names: namesOf(tree), usages })))).toBe(expected);
}

test('activations of which one is chosen stand in one line', () => check(`
def activation(name):
    if name == 'relu':
        return nn.ReLU()
    elif name == 'tanh':
        return nn.Tanh()
    return nn.Identity()
class Net(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 64), activation(name), nn.Linear(64, 2))
    def forward(self, x):
        return self.body(x)
`, `Net
  Linear 8 → 64
  relu or tanh or identity (hidden)
  Linear 64 → 2
`));

test('what is applied to one value by each of two lines stands in two', () => check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 64)
    def forward(self, x):
        x = self.fc(x)
        return torch.cat([F.relu(x), torch.tanh(x)], dim=1)
`, `Net
  Linear 8 → 64
  relu (hidden)
  tanh (hidden)
`));

test('a class that is derived from Sequential has its own name', () => check(`
class Block(nn.Sequential):
    def __init__(self, n):
        super().__init__()
        self.conv = nn.Conv2d(n, n, 3)
        self.act = nn.ReLU()
net = Block(8)
`, `Block
  Conv2d 8 → 8
  relu (output)
`));

test('a softmax of weights is neither hidden nor an output', () => check(`
class Mixture(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.alpha = nn.Parameter(torch.zeros(n))
        self.fc = nn.Linear(8, 8)
    def forward(self, xs):
        shares = F.softmax(self.alpha, dim=0)
        return sum(share * self.fc(x) for share, x in zip(shares, xs))
`, `Mixture
  softmax
  Linear 8 → 8
`));

test('what a table, a caller or a default chooses is listed where it is applied', () => check(`
from transformers.activations import ACT2FN
class Net(nn.Module):
    def __init__(self, act='gelu', layer=nn.SiLU):
        super().__init__()
        self.up = nn.Linear(8, 64)
        self.mid = nn.Linear(64, 64)
        self.act = ACT2FN[act]
        self.layer = layer()
    def forward(self, x):
        return ACT2FN['relu'](self.layer(self.mid(self.act(self.up(x)))))
`, `Net
  Linear 8 → 64
  gelu inferred
  Linear 64 → 64
  silu inferred
  relu
`));

test('what is called with the name of an activation, but gives none, is not', () => check(`
from mine import Block, head
class Net(nn.Module):
    def __init__(self, head):
        super().__init__()
        self.fc = nn.Linear(8, 64)
        self.block = Block(64, activation='relu')
        self.head = head
    def forward(self, x):
        return self.head(self.block(self.fc(x)), Block('relu')(x))
`, `Net
  Linear 8 → 64
`));
