import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn, einsum\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-wrong-axis', torch + code, expected);

describe('fires', () => {
  test('on the batch of an output', () => check('p = F.[|log_softmax|](nn.Linear(8, 4)(x), dim=0)\nloss = F.nll_loss(p, y)\n', { confidence: 'likely' }));
  test('on the batch of what has two axes', () => check('p = F.[|softmax|](nn.Linear(8, 4)(x.view(-1, 8)), dim=0)\n'));
  test('on the queries of an attention', () => check('w = torch.[|softmax|](torch.matmul(q, k) / 8, dim=-2)\ny = torch.matmul(F.dropout(w, 0.1), v)\n', { related: ['torch.matmul(F.dropout(w, 0.1), v)'] }));
  test('on the queries of an einsum', () => check('w = einsum("b i d, b j d -> b i j", q, k).[|softmax|](dim=-2)\ny = einsum("b i j, b j d -> b i d", w, v)\n'));
  test('on an axis of size 1', () => check('w = F.[|softmax|](nn.Linear(8, 4)(x).unsqueeze(1), dim=1)\n', { confidence: 'certain' }));
});

describe('is silent', () => {
  test('where the shape is not known', () => check('p = F.softmax(nn.Linear(8, 4)(x), dim=0)\nq = F.softmax(x, dim=0)\n'));
  test('on scores of a single sample', () => check('p = F.softmax(nn.Linear(8, 4)(x.view(8)), dim=0)\n'));
  test('on the steps of a recurrent network', () => check(`
out, _ = nn.LSTM(8, 8)(x)
w = F.softmax(nn.Linear(8, 1)(out), dim=0)
y = (w * out).sum(0)
`));
  test('on weights that pool over a set', () => check('h = nn.Linear(8, 8)(x.view(-1, 8))\nw = F.softmax(nn.Linear(8, 1)(h), dim=0)\ny = torch.mm(w.t(), h)\n'));
  test('on weights that something else pools with', () => check(`
class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        return F.softmax(self.fc(x.view(-1, 8)), dim=0)
`));
  test('where another axis is the design', () => check(`
class SlotAttention(nn.Module):
    def forward(self, q, k, v):
        w = torch.softmax(torch.matmul(q, k), dim=-2)
        return torch.matmul(w, v)
`));
  test('where a comment names the axis', () => check('w = torch.softmax(torch.matmul(q, k), dim=-2)  # dim -2 are the slots\ny = torch.matmul(w, v)\n'));
  test('where the weights are transposed or the second factor', () => check('w = torch.softmax(torch.matmul(q, k), dim=-2)\ny = torch.matmul(w.transpose(-1, -2), v)\nz = torch.matmul(v, w)\n'));
  test('on linear attention', () => check('k = nn.Linear(8, 8)(x).softmax(dim=-2)\ny = einsum("bnd,bne->bde", k, v)\n'));
  test('on the last axis', () => check('w = torch.softmax(torch.matmul(q, k), dim=-1)\ny = torch.matmul(w, v)\n'));
});
