import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn, optim\n';
const net = `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
        self.act = nn.PReLU()
    def forward(self, x):
        return self.act(self.fc(x))
net = Net()
`;
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('prelu-weight-decay', torch + code, expected);

describe('fires', () => {
  test('on a decay of all parameters', () => check(`${net}opt = optim.Adam(net.parameters(), lr=1e-3, weight_decay=[|1e-5|])\n`, { confidence: 'hint', related: ['nn.PReLU()'] }));
  test('on the default of AdamW', () => check(`${net}opt = [|optim.AdamW(net.parameters())|]\n`));
});

describe('is silent', () => {
  test('without decay', () => check(`${net}opt = optim.Adam(net.parameters(), lr=1e-3)\nother = optim.SGD(net.parameters(), 0.1, weight_decay=0)\n`));
  test('on groups', () => check(`${net}opt = optim.Adam([{"params": net.fc.parameters(), "weight_decay": 1e-4}, {"params": net.act.parameters()}])\n`));
  test('on parameters that are filtered', () => check(`${net}opt = optim.Adam([p for p in net.parameters() if p.ndim > 1], weight_decay=1e-4)\n`));
  test('on a model without PReLU', () => check('net = nn.Linear(8, 8)\nopt = optim.Adam(net.parameters(), weight_decay=1e-4)\n'));
  test('on a decay that is a variable', () => check(`${net}opt = optim.Adam(net.parameters(), weight_decay=args.decay)\n`));
  test('on a model of another file', () => check('from mine import net\nopt = optim.Adam(net.parameters(), weight_decay=1e-4)\n'));
  test('where the optimiser is made elsewhere', () => check(`from mine import make_optimizer\n${net}opt = make_optimizer(net.parameters(), weight_decay=1e-4)\n`));
});
