import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('shared-prelu', torch + code, expected);

const net = (made: string, forward: string): string => `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(8, 8)
        self.fc2 = nn.Linear(8, 8)
${made.replace(/^/gm, '        ')}
    def forward(self, x):
${forward.replace(/^/gm, '        ')}
`;

describe('fires', () => {
  test('on one that forward applies twice', () => check(net('self.act = nn.[|PReLU|]()', 'x = self.act(self.fc1(x))\nreturn self.act(self.fc2(x))'), { confidence: 'likely', related: ['act', 'act'] }));
  test('on one that stands twice in a Sequential', () => check('act = nn.[|PReLU|]()\nnet = nn.Sequential(nn.Linear(8, 8), act, nn.Linear(8, 8), act)\n'));
  test('on a list that repeats one', () => check('acts = nn.ModuleList([nn.[|PReLU|]()] * 4)\n'));
  test('on one that is passed to several blocks', () => check(`
class Block(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.conv = nn.Conv2d(8, 8, 3)
        self.act = act
    def forward(self, x):
        return self.act(self.conv(x))
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        act = nn.[|PReLU|]()
        self.a = Block(act)
        self.b = Block(act)
    def forward(self, x):
        return self.b(self.a(x))
`));
  test('and names each place once, where the one is put into containers', () => check(`
class Block(nn.Module):
    def __init__(self, act):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(8, 8, 3), act, nn.Conv2d(8, 8, 3))
    def forward(self, x):
        return self.body(x) + x
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        act = nn.[|PReLU|]()
        self.a, self.b = Block(act), Block(act)
    def forward(self, x):
        return self.b(self.a(x))
`, { related: ['self.body(x)'] }));
  test('on Keras', () => checkRule('shared-prelu', `
from keras import layers
act = layers.[|PReLU|]()
x = act(layers.Dense(8)(inputs))
x = act(layers.Dense(8)(x))
`));
});

describe('is silent', () => {
  test('on a loop whose body applies it on either of two ways', () => check(`
def acts(names, n):
    layers = []
    for name in names.split('-'):
        if name == 'prelu':
            layers.append(nn.PReLU(n))
    return layers
${net("self.acts = acts(names, 8)", 'for act in self.acts:\n    x = act(x) if callable(act) else act(x)\nreturn self.fc1(x)')}    def predict(self, x):
        return self(x)
`));
  test('on one for each place', () => check(net('self.a = nn.PReLU()\nself.b = nn.PReLU()', 'return self.b(self.fc2(self.a(self.fc1(x))))')));
  test('on those that a loop or a function makes', () => check(`
layers = []
for width in (8, 16, 32):
    layers += [nn.Linear(width, width), nn.PReLU()]
net = nn.Sequential(*layers)
def block(n):
    return nn.Sequential(nn.Linear(n, n), nn.PReLU())
deep = nn.Sequential(block(8), block(8), *[nn.PReLU() for _ in range(3)])
`));
  test('where a comment says that it is shared', () => check(net('self.act = nn.PReLU()  # shared by both layers', 'x = self.act(self.fc1(x))\nreturn self.act(self.fc2(x))')));
  test('on the steps of a recurrent network', () => check(net('self.act = nn.PReLU()', 'h = x\nfor t in range(5):\n    h = self.act(self.fc1(h))\nreturn h')));
  test('on branches of which one is taken', () => check(net('self.act = nn.PReLU()', 'if flag:\n    return self.act(self.fc1(x))\nreturn self.act(self.fc2(x))')));
  test('on a block that is applied twice as a whole', () => check(`
block = nn.Sequential(nn.Linear(8, 8), nn.PReLU())
y = block(x) + block(z)
`));
  test('on activations that learn nothing', () => check(net('self.act = nn.LeakyReLU()', 'x = self.act(self.fc1(x))\nreturn self.act(self.fc2(x))')));
});

describe('is silent on a container', () => {
  test('that holds it and is never applied', () => checkRule('shared-prelu', `
from torch import nn
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(8, 8, 1)
        self.act = nn.PReLU()
        self.net = nn.Sequential(self.conv, self.act)
    def forward(self, x):
        return x + self.act(self.conv(x))
`));
});
