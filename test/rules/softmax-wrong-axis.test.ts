import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn, einsum\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-wrong-axis', torch + code, expected);

const pooled = (weights: string, pool: string): string => `
import torch
from torch_geometric.nn import GCNConv, global_add_pool
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.score = GCNConv(8, 8), torch.nn.Linear(8, 1)
    def forward(self, x, edges, batch):
        x = self.conv(x, edges)
        share = ${weights}
        return ${pool}
`;

describe('fires', () => {
  test('on the queries of an attention that may be masked', () => check(`
def attend(q, k, v, mask=None):
    scores = torch.matmul(q, k.transpose(-2, -1)) / 8
    if mask is not None:
        scores = scores.masked_fill(mask == 0, -1e9)
    return torch.matmul(F.[|softmax|](scores, dim=-2), v)
`));
  test.each([
    ['unpacked', 'q, k, v = qkv'], ['picked', 'q, k, v = qkv[0], qkv[1], qkv[2]'], ['unbound', 'q, k, v = qkv.unbind(0)'],
  ])('on heads that are %s', (_, parts) => checkRule('softmax-wrong-axis', `
import torch
from torch import nn
class SelfAttention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.all = nn.Linear(width, 3 * width)
    def forward(self, x, b, n):
        qkv = self.all(x).reshape(b, n, 3, 8, 64).permute(2, 0, 3, 1, 4)
        ${parts}
        return torch.[|softmax|](q @ k.transpose(-2, -1), dim=1) @ v
`));
  test('over the nodes of all graphs, where each graph is pooled by itself', () => checkRule('softmax-wrong-axis',
    pooled('torch.[|softmax|](self.score(x), dim=0)', 'global_add_pool(share * x, batch)'), { confidence: 'likely', related: ['global_add_pool(share * x, batch)'] }));
  test('over the width of images, where the loss has the classes on axis 1', () => checkRule('softmax-wrong-axis', `
import torch
from torch import nn
class Segmenter(nn.Module):
    def __init__(self):
        super().__init__()
        self.scores = nn.Conv2d(8, 4, 1)
    def forward(self, x):
        return torch.[|log_softmax|](self.scores(x), dim=-1)
model, criterion = Segmenter(), nn.NLLLoss()
def step(x, y):
    return criterion(model(x), y)
`, { related: ['criterion(model(x), y)'] }));
  test('on the batch of a weighted sum over the places of an image', () => check(`
def attend(features, scores):
    alpha = torch.[|softmax|](scores, dim=0)
    return (features * alpha.unsqueeze(2)).sum(dim=1)
`, { confidence: 'likely', related: ['(features * alpha.unsqueeze(2)).sum(dim=1)'] }));
  test('on the queries of an attention over pieces of one projection', () => check(`
def attend(x):
    q, k, v = nn.Linear(8, 24)(x).chunk(3, dim=-1)
    weights = (q @ k.transpose(-2, -1)).[|softmax|](dim=-2)
    return weights @ v
`));
  test('on the batch of what is flattened behind it', () => check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.fc = nn.Conv2d(3, 8, 3), nn.Linear(800, 4)
    def forward(self, x):
        return self.fc(torch.flatten(self.conv(x), start_dim=1))
    def predict(self, x):
        return F.[|softmax|](self.forward(x), dim=0)
`));
  test('on the queries of an attention over slices of one projection', () => check(`
def attend(x, weight, size):
    qkv = torch.matmul(x, weight)
    q, k, v = qkv[:, :, :size], qkv[:, :, size:2 * size], qkv[:, :, 2 * size:]
    scores = torch.matmul(q, torch.transpose(k, -2, -1)) / size ** 0.5
    return torch.matmul(F.[|softmax|](scores, dim=1), v)
attend(nn.Linear(8, 8)(x), w, 8)
`));
  test('on the axis that was added for one sample', () => check(`
class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(4, 16), nn.Linear(16, 2)
    def forward(self, x):
        return F.[|softmax|](self.b(F.relu(self.a(x))), dim=0)
policy = Policy()
def act(state):
    return policy(torch.FloatTensor(state).unsqueeze(0).to(device))
`, { confidence: 'likely', related: ['torch.FloatTensor(state).unsqueeze(0)'] }));
  test('on the batch of a product, beside a comment that tells the shape', () => check(`
def pool(scores, values):
    weights = torch.[|softmax|](scores, dim=0)  # (batch, steps)
    return torch.bmm(F.dropout(weights, 0.1).unsqueeze(1), values)
`, { related: ['torch.bmm(F.dropout(weights, 0.1).unsqueeze(1), values)'] }));
  test('on the batch of an output', () => check('p = F.[|log_softmax|](nn.Linear(8, 4)(x), dim=0)\nloss = F.nll_loss(p, y)\n', { confidence: 'likely' }));
  test('on the batch, by place', () => check('p = nn.[|LogSoftmax|](0)(nn.Linear(8, 4)(x))\nloss = F.nll_loss(p, y)\n', { confidence: 'likely' }));
  test('on the batch of what has two axes', () => check('p = F.[|softmax|](nn.Linear(8, 4)(x.view(-1, 8)), dim=0)\n'));
  test('on the queries of an attention', () => check('w = torch.[|softmax|](torch.matmul(q, k) / 8, dim=-2)\ny = torch.matmul(F.dropout(w, 0.1), v)\n', { related: ['torch.matmul(F.dropout(w, 0.1), v)'] }));
  test('on the heads of an einsum that is given a list', () => {
    check('e = torch.einsum("nqhd,nkhd->nqkh", [q, k])\nw = torch.[|softmax|](e / d ** 0.5, dim=3)\ny = torch.einsum("nqkh,nvhd->nqhd", [w, v])\n');
  });
  test('on the queries of an einsum', () => check('w = einsum("b i d, b j d -> b i j", q, k).[|softmax|](dim=-2)\ny = einsum("b i j, b j d -> b i d", w, v)\n'));
  test('on rows of which a loss picks some', () => check(`
from torch_geometric.nn import SplineConv
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = SplineConv(8, 4, dim=1, kernel_size=2)
    def forward(self, x, edges):
        return F.[|log_softmax|](self.conv(x, edges), dim=0)
out = Net()(x, edges)
loss = F.nll_loss(out[train_mask], y[train_mask])
`, { confidence: 'likely' }));
  test('where the largest is sought along another axis', () => check('label = torch.[|softmax|](logits.squeeze(), dim=0).argmax(dim=1)\n'));
  test('on the batch of an attention by bmm, through views', () => check(`
scores = torch.bmm(q, k.transpose(1, 2)).view(b * m, n)
w = nn.[|Softmax|](dim=0)(scores).view(b, m, n)
y = torch.bmm(w, v)
`));
  test('on the queries of an attention whose axes a transposition tells', () => check('q, k = nn.Linear(8, 8)(x), nn.Linear(8, 8)(x)\nw = torch.[|softmax|](q @ k.transpose(1, 2) / 8, dim=1)\ny = w @ v\n'));
  test('on the queries of an attention of several heads, whose axes a view tells', () => check(`
class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.h, self.d = heads, dim // heads
        self.q, self.k, self.v = nn.Linear(dim, dim), nn.Linear(dim, dim), nn.Linear(dim, dim)
    def split(self, t):
        b, n, _ = t.shape
        return t.view(b, n, self.h, self.d).transpose(1, 2)
    def forward(self, x, memory):
        q, k, v = self.split(self.q(x)), self.split(self.k(memory)), self.split(self.v(memory))
        return torch.[|softmax|](q @ k.transpose(-2, -1) / self.d ** 0.5, dim=2) @ v
`));
  test('on an axis of size 1', () => check('w = F.[|softmax|](nn.Linear(8, 4)(x).unsqueeze(1), dim=1)\n', { confidence: 'certain' }));
  test('where the largest is sought with max', () => check('net = nn.Sequential(nn.Linear(8, 2))\ndef predict(x):\n    return torch.max(F.[|softmax|](net(x), dim=0), dim=1)[1]\n'));
});

describe('is silent', () => {
  test('on scores that may be made of something else', () => check(`
def attend(q, k, v, mask=None):
    scores = torch.matmul(q, k.transpose(-2, -1)) / 8
    if mask is not None:
        scores = other(mask)
    return torch.matmul(F.softmax(scores, dim=-2), v)
`));
  test('on parts that may have two axes', () => checkRule('softmax-wrong-axis', `
import torch
from torch import nn
class SelfAttention(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.all = nn.Linear(width, 3 * width)
    def forward(self, x, n):
        q, k, v = self.all(x).reshape(n, 3, 64).permute(1, 0, 2)
        a = torch.softmax(q @ k.t(), dim=1) @ v
        q, k, v = self.all(x).chunk(3, dim=-1)
        return a + torch.softmax(q @ k.t(), dim=1) @ v
`));
  test.each([
    ['all nodes are one graph', 'torch.softmax(self.score(x), dim=0)', '(share * x).sum(0)'],
    ['nothing says that there are several graphs', 'torch.softmax(self.score(x), dim=0)', 'global_add_pool(share * x, None)'],
    ['each node has weights of its own', 'torch.softmax(self.score(x), dim=1)', 'global_add_pool(share * x, batch)'],
  ])('over nodes where %s', (_, weights, pool) => checkRule('softmax-wrong-axis', pooled(weights, pool)));
  test.each([['unsqueeze(0)'], ['view(1, -1)'], ['reshape((1, 4))']])('over the classes of one sample, which gets the axis of a batch for the loss: %s', (batched) => checkRule('softmax-wrong-axis', `
import torch
from torch import nn
class Document(nn.Module):
    def __init__(self):
        super().__init__()
        self.out, self.probabilities = nn.Linear(8, 4), nn.LogSoftmax(dim=0)
    def forward(self, words):
        return self.probabilities(self.out(words.sum(axis=0)))
model, criterion = Document(), nn.NLLLoss()
def step(x, y):
    output = model(x)
    return criterion(output.${batched}, y.unsqueeze(0))
`));
  test.each([['1'], ['-3']])('over the channels of images, on axis %s', (axis) => checkRule('softmax-wrong-axis', `
import torch
from torch import nn
scores, criterion = nn.Conv2d(8, 4, 1), nn.NLLLoss()
def step(x, y):
    return criterion(torch.log_softmax(scores(x), dim=${axis}), y)
`));
  test('over the last axis of what was brought into another order before', () => checkRule('softmax-wrong-axis', `
import torch
from torch import nn
scores, criterion = nn.Conv2d(8, 4, 1), nn.NLLLoss()
def step(x, y):
    return criterion(torch.log_softmax(scores(x).permute(0, 2, 3, 1).reshape(-1, 4), dim=-1), y)
`));
  test('on the one axis of a sample, where a function is applied to each', () => checkRule('softmax-wrong-axis', `
import jax
import jax.numpy as jnp
from flax import linen as nn
class Net(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.softmax(nn.Dense(4)(x), axis=0)
def shares(x):
    return jax.nn.softmax(x, axis=0)
given = jax.vmap(shares)(nn.Dense(4)(jnp.reshape(x, (-1, 8))))
`));
  test('on a weighted sum along the same axis, or along the last', () => check(`
def attend(features, scores):
    alpha = torch.softmax(scores, dim=0)
    return (features * alpha.unsqueeze(1)).sum(dim=0) + (features * alpha.unsqueeze(-1)).sum(dim=-1) + (features * alpha.unsqueeze(1)).sum(dim=1)
`));
  test('on one number to which an axis was added', () => check('p = F.softmax(nn.Linear(1, 4)(torch.tensor(t).unsqueeze(0)), dim=0)\n'));
  test('on weights of which a transposition makes rows, and where a comment says over what', () => check(`
def pool(scores, values, other):
    weights = torch.softmax(scores, dim=0)
    shared = torch.softmax(other, dim=0)  # over the samples
    return torch.bmm(weights.t().unsqueeze(1), values) + torch.bmm(shared.unsqueeze(1), values)
`));
  test('on the keys of an einsum that is given a list', () => {
    check('e = torch.einsum("nqhd,nkhd->nhqk", [q, k])\nw = torch.softmax(e / d ** 0.5, dim=3)\ny = torch.einsum("nhql,nlhd->nqhd", [w, v])\n');
  });
  test('on weights whose heads are mixed', () => check('w = einsum("b h i d, b h j d -> b h i j", q, k).softmax(dim=-1)\nw = einsum("b h i j, h g -> b g i j", w, mix)\ny = einsum("b h i j, b h j d -> b h i d", w, v)\n'));
  test('on a row that a reshape has made of one sample', () => check('p = F.log_softmax(policy(state), dim=0)\nloss = F.nll_loss(p.unsqueeze(0)[mask], y)\n'));
  test('on classes of one sample, whatever is picked of them', () => check('p = F.softmax(policy(state), dim=0)\naction = p.argmax(dim=-1)\nother = p.argmax(dim=0)\n'));
  test('on the keys of an attention that may have three axes or four', () => check('q, k = nn.Linear(8, 8)(x), nn.Linear(8, 8)(x)\nw = torch.softmax(q @ k.transpose(1, 2), dim=2)\ny = w @ v\n'));
  test('on the keys where a transposition follows', () => check(`
def attend(x, memory, b, n, h, d):
    q, k, v = (nn.Linear(8, 8)(each).view(b, n, h, d).transpose(1, 2) for each in (x, memory, memory))
    w = torch.softmax(k @ q.transpose(-2, -1), dim=2)
    return w.transpose(-2, -1) @ v
`));
  test('on an attention whose number of axes is not known', () => check('q, k = nn.Linear(8, 8)(x), nn.Linear(8, 8)(x)\nw = torch.softmax(q @ k.transpose(-1, -2), dim=1)\ny = w @ v\n'));
  test('on rows that are normalised along their classes', () => check('out = F.log_softmax(conv(x, edges), dim=1)\nloss = F.nll_loss(out[mask], y[mask])\n'));
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
  test.each(['CapsuleLayer', 'DoubleAttention', 'SKConv', 'Router'])('on the design of a %s', (name) => check(`
class ${name}(nn.Module):
    def forward(self, q, k, v):
        w = torch.softmax(torch.matmul(q, k), dim=-2)
        return torch.matmul(w, v)
`));
  test('where the largest is sought with max along the same axis', () => check('net = nn.Sequential(nn.Linear(8, 2))\ndef predict(x):\n    return torch.max(F.softmax(net(x), dim=1), dim=1)[1], torch.max(F.softmax(scores, dim=0), dim=0)\n'));
});

describe('is silent on a product', () => {
  test('that is told to transpose its factor', () => checkRule('softmax-wrong-axis', `
import paddle
import paddle.nn.functional as F
w = F.softmax(paddle.matmul(q, k, transpose_y=True), axis=-2)
y = paddle.matmul(w, v, transpose_x=True)
`));
});
