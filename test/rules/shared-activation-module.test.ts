import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('shared-activation-module', torch + code, expected);

const net = (made = 'self.relu = nn.ReLU()', forward = 'x = self.relu(self.a(x))\nreturn self.relu(self.b(x))'): string => `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(8, 8)
        self.b = nn.Linear(8, 8)
${made.replace(/^/gm, '        ')}
    def forward(self, x):
${forward.replace(/^/gm, '        ')}
`;
const found = net('self.relu = nn.[|ReLU|]()');

describe('fires', () => {
  test('with Captum', () => check(`from captum.attr import IntegratedGradients\n${found}`, { confidence: 'hint', related: ['relu', 'relu'] }));
  test('with hooks', () => check(`${found}
net = Net()
for module in net.modules():
    module.register_forward_hook(keep)
`));
  test('with eager quantisation', () => check(`${found}
net = torch.ao.quantization.fuse_modules(Net(), [["a", "relu"]])
`));
});

describe('is silent', () => {
  test('in plain training', () => check(`${net()}
net = Net()
loss = net(x).sum()
loss.backward()
`));
  test('with quantisation that traces the graph', () => check(`from torch.ao.quantization.quantize_fx import prepare_fx
${net()}
net = prepare_fx(Net(), mapping, x)
net.register_forward_hook(keep)
`));
  test('on modules of a Sequential', () => check(`import captum\nnet = nn.Sequential(nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU())\ny = net(x)\nz = net(y)\n`));
  test('on one for each place', () => check(`import captum\n${net('self.r = nn.ReLU()\nself.s = nn.ReLU()', 'return self.s(self.b(self.r(self.a(x))))')}`));
  test('on branches of which one is taken', () => check(`import captum\n${net(undefined, 'if flag:\n    return self.relu(self.a(x))\nreturn self.relu(self.b(x))')}`));
  test('on the steps of a loop', () => check(`import captum\n${net(undefined, 'for t in range(4):\n    x = self.relu(self.a(x))\nreturn x')}`));
});
