import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('onnx-opset-activation', torch + code, expected);
const exported = (activation: string, rest: string): string => `
model = nn.Sequential(nn.Linear(8, 8), ${activation}, nn.Linear(8, 2))
model.eval()
torch.onnx.export(model, torch.zeros(1, 8), "m.onnx", ${rest})
`;

describe('fires', () => {
  test('on GELU below 20', () => check(exported('nn.GELU()', 'opset_version=[|17|]'), { confidence: 'hint', related: ['GELU'] }));
  test('on Mish below 18', () => check(exported('nn.Mish()', 'opset_version=[|17|]')));
  test('on hard swish below 14', () => check(exported('nn.Hardswish()', 'opset_version=[|11|]')));
  test('on CELU below 12', () => check(exported('nn.CELU()', 'opset_version=[|11|]')));
  test('on a model of the file', () => check(`
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
    def forward(self, x):
        return F.gelu(self.fc(x))
def main():
    net = Net()
    torch.onnx.export(net, torch.zeros(1, 8), "m.onnx", opset_version=[|12|])
`, { related: ['gelu'] }));
});

describe('is silent', () => {
  test('at the opset that has it', () => check(exported('nn.GELU()', 'opset_version=20')));
  test('where no opset is given', () => check(exported('nn.GELU()', 'verbose=True')));
  test('where the opset is computed', () => check(exported('nn.GELU()', 'opset_version=OPSET')));
  test('with dynamo', () => check(exported('nn.GELU()', 'opset_version=17, dynamo=True')));
  test('on what has always been there', () => check(exported('nn.LeakyReLU()', 'opset_version=9')));
  test('on SiLU, which every runtime joins from two operators', () => check(exported('nn.SiLU()', 'opset_version=12')));
  test('on a model that is not known', () => check(`
from models import build
unused = nn.GELU()
torch.onnx.export(build(), torch.zeros(1, 8), "m.onnx", opset_version=12)
`));
});
