import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('activation-class-called-with-tensor', torch + code, expected);
const forward = (line: string): string => `
class Net(nn.Module):
    def __init__(self, slope, inplace):
        super().__init__()
        self.act = nn.LeakyReLU(slope)
        self.other = nn.ReLU(inplace)
        self.fc = nn.Linear(8, 8)
    def forward(self, x, inplace=False):
        ${line}
`;

describe('fires', () => {
  test('on the input of forward', () => check(forward('return nn.[|Sigmoid|](x)'), { fixed: torch + forward('return nn.Sigmoid()(x)') }));
  test('on the result of a layer', () => check(forward('h = nn.[|GELU|](self.fc(x))')));
  test('on a softmax, which needs an axis', () => check(forward('return nn.[|Softmax|](self.fc(x))'), { fixed: torch + forward('return nn.Softmax(dim=-1)(self.fc(x))') }));
  test('on whatever is given to a class that takes nothing', () => check(`
def train(model, criterion, loader):
    for data, label in loader:
        output = model(data)
        loss = criterion(nn.[|Sigmoid|](output), label)
        bounded = nn.[|Tanh|](output)
`));
  test('on a functional model of Keras', () => checkRule('activation-class-called-with-tensor', `
from keras import layers, Input
x = layers.Dense(8)(Input((3,)))
x = layers.[|LeakyReLU|](x)
`));
});

describe('fires where a class stands among functions', () => {
  test('without a fix, since the others are applied as they are', () => check(`
def activation(name):
    if name == 'relu':
        return F.relu
    return nn.[|SiLU|]
class Net(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.fc = nn.Linear(8, 8)
        self.act = activation(name)
    def forward(self, x):
        return self.act(self.fc(x))
`, { fixed: null, message: 'SiLU is a class: act(…) makes a layer of it', related: ['self.act(self.fc(x))'] }));
});

describe('is silent', () => {
  test('on a number that was taken out of a tensor', () => checkRule('activation-class-called-with-tensor', `
import torch
from torch import nn
slope = torch.tensor(0.1).item()
layer = nn.LeakyReLU(slope)
`));
  test('on the functions that a star of fastai brings', () => checkRule('activation-class-called-with-tensor', `
from fastai.some.part import *
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
    def forward(self, x):
        return F.relu(self.fc(x))
`));
  test('where the layer is applied', () => check(forward('return nn.ReLU()(x)')));
  test('where what is made is applied at once', () => check(forward('return nn.ReLU(inplace)(x)')));
  test('on booleans, numbers and keywords', () => check(forward('return nn.Sequential(nn.ReLU(True), nn.LeakyReLU(0.2), nn.ELU(alpha=x))(x)')));
  test('on a class that takes something, given what is not known', () => check(`
def train(model, output):
    return nn.ELU(output), nn.Softmax(output), nn.LeakyReLU(model(output))
`));
  test('on what a constructor, a star or a constant gives to a class that takes nothing', () => check(`
class Net(nn.Module):
    def __init__(self, inplace):
        super().__init__()
        self.act = nn.Tanh(inplace)
    def forward(self, x):
        return self.act(x)
rest = nn.Sigmoid(*options), nn.Sigmoid(True), nn.Tanh()
`));
  test('on a class of another library, which is told a name', () => checkRule('activation-class-called-with-tensor', `
import paddle.nn as nn
def make(name):
    return nn.Sigmoid(name)
`));
  test('in a constructor', () => check('acts = [nn.ReLU(inplace) for inplace in flags]\n'));
  test('on another parameter', () => check(forward('self.late = nn.ReLU(inplace)')));
});
