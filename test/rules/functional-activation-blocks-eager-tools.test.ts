import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string): void => checkRule('functional-activation-blocks-eager-tools', torch + code);

const net = (applied: string): string => `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.relu = nn.ReLU()
    def forward(self, x):
        return ${applied}
`;

describe('fires', () => {
  test('with fuse_modules', () => check(`${net('F.[|relu|](self.conv(x))')}torch.quantization.fuse_modules(Net(), [["conv", "bn"]])\n`));
  test('with prepare_qat', () => check(`from torch.ao.quantization import prepare_qat\n${net('torch.[|relu|](self.conv(x))')}prepare_qat(Net(), inplace=True)\n`));
});

describe('is silent', () => {
  test('with quantisation that traces the graph', () => check(`from torch.ao.quantization.quantize_fx import prepare_fx\n${net('F.relu(self.conv(x))')}prepare_fx(Net(), mapping, x)\n`));
  test('on modules', () => check(`${net('self.relu(self.conv(x))')}torch.quantization.fuse_modules(Net(), [["conv", "relu"]])\n`));
  test('without quantisation', () => check(net('F.relu(self.conv(x))')));
  test('outside of a module', () => check('y = F.relu(x)\ntorch.quantization.prepare(model, inplace=True)\n'));
  test('on what is never fused', () => check(`${net('F.gelu(self.conv(x))')}torch.quantization.prepare(Net(), inplace=True)\n`));
  test('with quantisation of an exported graph', () => check(`from torch.ao.quantization.quantize_pt2e import prepare_pt2e\n${net('F.relu(self.conv(x))')}torch.ao.quantization.prepare(Net())\nprepare_pt2e(graph, quantizer)\n`));
});
