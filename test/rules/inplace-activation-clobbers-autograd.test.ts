import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('inplace-activation-clobbers-autograd', torch + code, expected);

const net = (forward: string, act = 'nn.ReLU(inplace=True)'): string => `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(8, 8, 3)
        self.other = nn.Conv2d(8, 8, 3)
        self.bn = nn.BatchNorm2d(8)
        self.act = ${act}
    def forward(self, x):
${forward.replace(/^/gm, '        ')}
`;

describe('fires', () => {
  test('on what a branch reads that is behind it', () => check(net('h = self.conv(x)\ny = self.other(self.[|act|](h))\nif flag:\n    y = h\nreturn self.bn(y) + h')));
  test('on what the same statement reads', () => check(net('x = self.conv(x)\nx = torch.add(self.[|act|](x), x)\nreturn x')));
  test('on what is read behind a loop as it was before', () => check(net('h = x = self.conv(x)\nfor layer in self.more:\n    x = layer(self.[|act|](x))\nreturn x + h', 'nn.ReLU(inplace=True)\n        self.more = nn.ModuleList([nn.Conv2d(8, 8, 3) for _ in range(n)])')));
  test('on dropout in place after ReLU in a Sequential', () => check(net('return [|self.act(x)|]', 'nn.Sequential(nn.Conv2d(8, 8, 3), nn.ReLU(), nn.Dropout(0.5, inplace=True))')));
  test('on a ReLU in place behind an exponential', () => check(net('return [|F.relu_(torch.exp(self.conv(x)))|]'), { related: ['exp'] }));
  test('on a division in place of an exponential', () => check(net('e = self.conv(x).exp()\n[|e /= e.sum(1, keepdim=True)|]\nreturn e')));
  test('on += after a sigmoid', () => check(net('h = torch.sigmoid(self.conv(x))\n[|h += x|]\nreturn h'), { confidence: 'likely', related: ['sigmoid'], fixed: torch + net('h = torch.sigmoid(self.conv(x))\nh = h + x\nreturn h') }));
  test('on a method', () => check(net('h = torch.tanh(self.conv(x))\nreturn [|h.mul_(x)|]')));
  test('on an assignment by index', () => check(net('h = torch.sigmoid(self.conv(x))\n[|h[:, 0]|] = 0\nreturn h')));
  test('on a view of the result', () => check(net('h = torch.relu(self.conv(x)).view(4, -1)\n[|h *= x|]\nreturn h')));
  test('on += after a ReLU that works in place', () => check(net('h = self.act(self.bn(self.conv(x)))\n[|h += x|]\nreturn h', 'nn.ReLU(True)')));
  test('on += after a LeakyReLU that works in place', () => check(net('h = self.act(self.conv(x))\n[|h += x|]\nreturn h', 'nn.LeakyReLU(0.1, inplace=True)')));
  test('and after an RReLU', () => check(net('h = self.act(self.conv(x))\n[|h += x|]\nreturn h', 'nn.RReLU(inplace=True)')));
  test('on dropout in place after ReLU', () => check(net('return [|F.dropout(torch.relu(self.conv(x)), 0.5, self.training, inplace=True)|]')));
  test('on dropout in place whose probability has a default', () => check(net('return [|self.act(torch.softmax(self.conv(x), 1))|]', 'nn.Dropout(p, inplace=True)').replace('__init__(self)', '__init__(self, p: float = 0.1)')));
  test('on a value that is read again', () => check(net('h = self.conv(x)\ny = self.[|act|](h)\nreturn self.other(y) + h'), { related: ['self.other(y) + h'], fixed: torch + net('h = self.conv(x)\ny = self.act(h)\nreturn self.other(y) + h', 'nn.ReLU()') }));
  test('on what forward was given, before a skip connection', () => check(net('y = self.[|act|](x)\nreturn self.conv(y) + x'), { related: ['x'] }));
  test('on what a function is told by place', () => check(net('y = F.[|relu|](x, True)\nreturn self.conv(y) + x')));
  test('on what a function is told behind its slope', () => check(net('y = F.[|leaky_relu|](x, 0.1, True)\nreturn self.conv(y) + x')));
  test('on what forward was given, by a Sequential', () => check(net('return self.act(x) + x', 'nn.Sequential(nn.[|ReLU|](inplace=True), nn.Conv2d(8, 8, 3))')));
  test('on a value that a layer keeps', () => check(net('h = self.bn(self.conv(x))\ny = self.other(h)\nreturn self.[|act|](h) * y')));
});

describe('is silent', () => {
  test('on dropout in place that drops nothing unless it is told to', () => check(net('return self.act(torch.softmax(self.conv(x), 1))', 'nn.Dropout(p, inplace=True)').replace('__init__(self)', '__init__(self, p=0.)')));
  test('on dropout in place of which nobody knows how much it drops', () => check(net('return F.dropout(torch.softmax(self.conv(x), 1), self.p, self.training, inplace=True)', 'nn.ReLU()\n        self.p = p').replace('__init__(self)', '__init__(self, p)')));
  test('on a function that has no such argument', () => check(net('y = F.gelu(x, True)\nz = F.softplus(x, 1, True)\nreturn self.conv(y) + z + x')));
  test('on what is read behind a loop that has made it into something else', () => check(net('x = self.conv(x)\nfor layer in self.more:\n    x = layer(self.act(x))\nreturn x.squeeze(2)', 'nn.ReLU(inplace=True)\n        self.more = nn.ModuleList([nn.Conv2d(8, 8, 3) for _ in range(n)])')));
  test('on what is read behind a branch that has made it into something else', () => check(net('x = self.conv(x)\nif flag:\n    x = self.other(self.act(x))\nreturn self.bn(x)')));
  test('on what is another value while it is trained', () => check(net('std = torch.exp(self.conv(x))\nif self.training:\n    std = torch.randn_like(std).mul(std)\nreturn std.add_(x)')));
  test('on a statement that works in place, behind which its result is read', () => check(net('h = self.conv(x)\nh.relu_()\ny = self.other(h)\nF.relu_(y)\nz = self.other(y)\nself.act(z)\nreturn self.other(z)')));
  test('on a row of methods that work in place', () => check(`
def step(x, w, cap):
    logits = torch.mm(x, w)
    logits.div_(cap).tanh_().mul_(cap)
    return logits.softmax(-1)
`));
  test('on an in-place ReLU whose input nothing else reads', () => check(net('h = self.act(self.bn(self.conv(x)))\nreturn self.other(h) + h')));
  test('on what forward was given where only its shape is read', () => check(net('y = self.act(x)\nreturn self.conv(y).view(x.shape)')));
  test('on what other layers of a Sequential have made', () => check(`
class Wrapped(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
    def forward(self, x):
        return self.layer(x)
${net('return self.act(x) + x', 'nn.Sequential(Wrapped(nn.Conv2d(8, 8, 3)), nn.LeakyReLU(0.2, True))')}
def block(layer):
    return Residual(nn.Sequential(layer, nn.ReLU(True)))
class Residual(nn.Module):
    def __init__(self, fn):
        super().__init__()
        self.fn = fn
    def forward(self, x):
        return self.fn(x) + x
`));
  test('on a name that stands for the result', () => check(net('x = self.act(x)\nreturn self.conv(x) + x')));
  test('in a Sequential', () => check('net = nn.Sequential(nn.Conv2d(8, 8, 3), nn.BatchNorm2d(8), nn.ReLU(inplace=True), nn.Conv2d(8, 8, 3))\ny = net(x)\n'));
  test('on += before the activation', () => check(net('h = self.bn(self.conv(x))\nh += x\nreturn self.act(h)')));
  test('without gradients', () => check(net('with torch.no_grad():\n    h = torch.sigmoid(self.conv(x))\n    h += x\nreturn h')));
  test('where it is not trained', () => check(net('h = torch.sigmoid(self.conv(x))\nif not self.training:\n    h *= 2\nreturn h')));
  test('in a method that only predicts', () => check(`${net('return self.conv(x)')}
    def predict(self, x):
        scores = torch.sigmoid(self(x))
        scores *= 100
        return scores
`));
  test('on activations that keep their input', () => check(net('h = F.gelu(self.conv(x))\nh += x\nk = F.silu(self.conv(x))\nk += x\nl = F.leaky_relu(self.conv(x))\nl += x\nreturn h + k + l')));
  test('on a result that was copied', () => check(net('h = torch.relu(self.conv(x)).clone()\nh += x\nreturn h')));
  test('on branches of which one is taken', () => check(net('h = self.conv(x)\nif flag:\n    return self.act(h)\nreturn self.other(h)')));
  test('on data without weights behind it', () => check(net('mask = torch.sigmoid(x)\nmask += 1\nreturn self.conv(mask)')));
  test('on an activation that is one of several, or none', () => check(`
class Gate(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.fc = nn.Conv2d(8, 8, 1)
        if kind == 'sigmoid':
            self.act = nn.Sigmoid()
        elif kind == 'relu':
            self.act = nn.ReLU(inplace=True)
        else:
            self.act = None
    def forward(self, x):
        gate = self.fc(x)
        if self.act is not None:
            gate = self.act(gate)
        return x * gate
`));
  test('on what is written through data', () => check(`${net('w = F.softmax(self.conv(x), dim=1)\nw.data.masked_fill_(mask, 0)\nreturn w')}\n`));
});
