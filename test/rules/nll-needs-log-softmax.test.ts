import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('nll-needs-log-softmax', torch + code, expected);

describe('fires', () => {
  test('on a loss that is imported from the module that defines it', () => check('from torch.nn.modules.loss import NLLLoss\nloss = NLLLoss()(F.[|softmax|](nn.Linear(8, 4)(x), dim=1), y)\n'));
  test('on the losses of PaddlePaddle by the name of their module', () => checkRule('nll-needs-log-softmax', `
from paddle import nn
import paddle.nn.functional as F
loss = nn.loss.NLLLoss()(F.[|softmax|](nn.Linear(8, 4)(x), axis=1), y)
`));
  test('in the step of a base class, for each class derived from it', () => check(`
class Base(nn.Module):
    def step(self, x, y):
        return nn.NLLLoss()(self(x), y)
class First(Base):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        return F.[|softmax|](self.fc(x), dim=1)
class Second(Base):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        return F.log_softmax(self.fc(x), dim=1)
`));
  test('on probabilities', () => check(`
net = nn.Sequential(nn.Linear(8, 4), nn.[|Softmax|](dim=1))
loss = nn.NLLLoss()(net(x), y)
`, { fixed: `${torch}
net = nn.Sequential(nn.Linear(8, 4), nn.LogSoftmax(dim=1))
loss = nn.NLLLoss()(net(x), y)
` }));
  test('on raw scores', () => check(`
fc = nn.Linear(8, 4)
loss = F.nll_loss([|fc(x)|], y)
`, { confidence: 'certain', fixed: `${torch}
fc = nn.Linear(8, 4)
loss = F.cross_entropy(fc(x), y)
` }));
  test('on the rows of what a convolution over a graph gives', () => check(`
from torch_geometric.nn import GCNConv, GATConv
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = GCNConv(8, 16), GATConv(16, 4)
    def forward(self, x, edges):
        return self.second(F.relu(self.first(x, edges)), edges)
out = Net()(x, edges)
loss = F.nll_loss([|out[mask]|], y[mask])
`, { confidence: 'certain' }));
  test('on the input of KLDivLoss', () => check('loss = nn.KLDivLoss()(F.[|softmax|](fc(x), dim=1), y)\n'));
  test('on CTCLoss', () => check('loss = nn.CTCLoss()(fc(x).[|softmax|](2), y, a, b)\n'));
  test('without a fix where the name is imported by itself', () => check(`
from torch.nn.functional import softmax
loss = F.nll_loss([|softmax|](fc(x), dim=1), y)
`, { fixed: null }));
  test('on the rows that a mask picks', () => check('out = F.[|softmax|](fc(x), dim=1)\nloss = F.nll_loss(out[mask], y[mask])\n'));
  test('on steps that a loop has put together', () => check(`
def decode(steps):
    outputs = []
    for step in steps:
        outputs.append(F.[|softmax|](fc(step), dim=1))
    return torch.stack(outputs)
loss = F.nll_loss(decode(x).view(-1, 4), y)
`));
  test('on steps that a loop has written into zeros', () => check(`
outputs = torch.zeros(5, 8, 4)
for t in range(5):
    outputs[t] = F.[|softmax|](fc(x), dim=1)
loss = F.nll_loss(outputs.view(-1, 4), y)
`));
});

describe('is silent', () => {
  test('in a step of a base class that a derived class has its own of', () => check(`
class Base(nn.Module):
    def step(self, x, y):
        return nn.NLLLoss()(self(x), y)
class Net(Base):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 4)
    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)
    def step(self, x, y):
        return F.mse_loss(self(x), y)
`));
  test('where what is put together is partly unknown', () => check('loss = F.nll_loss(torch.cat((F.softmax(fc(x), dim=1), start)), y)\n'));
  test('where the parts are logarithms', () => check('loss = F.nll_loss(torch.stack([F.log_softmax(fc(x), dim=1)]).view(-1, 4)[mask], y)\n'));
  test('where the logarithm is taken in between', () => check('loss = F.nll_loss(torch.log(F.softmax(fc(x), dim=1)), y)\n'));
  test('where a method takes it', () => check('loss = F.nll_loss((F.softmax(fc(x), dim=1) + 1e-8).log(), y)\n'));
  test('where a function of the file ends with log_softmax', () => check(`
def head(x):
    return F.log_softmax(fc(x), dim=1)
loss = F.nll_loss(head(x), y)
`));
  test('for skorch', () => check(`
from skorch import NeuralNetClassifier
loss = F.nll_loss(F.softmax(fc(x), dim=1), y)
`));
  test('on the target of KLDivLoss', () => check('loss = F.kl_div(F.log_softmax(fc(x), dim=1), F.softmax(t(x), dim=1))\n'));
  test('where nothing is known of the input', () => check('loss = F.nll_loss(model(x), y)\n'));
  test('on a net of skorch, which takes the logarithm itself', () => check(`
from skorch import NeuralNetClassifier
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.output = nn.Linear(8, 2)
    def forward(self, x):
        return torch.softmax(self.output(x), dim=-1)
net = NeuralNetClassifier(Net, criterion=nn.NLLLoss)
`));
});

const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';

describe('fires in PaddlePaddle', () => {
  test('on probabilities and raw scores', () => checkRule('nll-needs-log-softmax', `${paddle}
a = F.nll_loss(F.[|softmax|](nn.Linear(3, 4)(x)), y)
`, { fixed: `${paddle}
a = F.nll_loss(F.log_softmax(nn.Linear(3, 4)(x)), y)
` }));
  test('on raw scores, for which its cross-entropy may look on another axis', () => checkRule('nll-needs-log-softmax', `${paddle}
a = nn.NLLLoss()([|nn.Linear(3, 4)(x)|], y)
`, { fixed: null }));
});

describe('is silent in PaddlePaddle', () => {
  test('on logarithms', () => checkRule('nll-needs-log-softmax', `${paddle}
a = F.nll_loss(F.log_softmax(nn.Linear(3, 4)(x)), y) + F.nll_loss(paddle.log(F.softmax(nn.Linear(3, 4)(x))), y)
`));
});

const gluon = 'from mxnet import autograd, gluon, nd\nfrom mxnet.gluon import nn\n';
const mlx = 'import mlx.core as mx\nimport mlx.nn as nn\n';

describe('fires in Gluon and MLX', () => {
  test('on probabilities that are said to be logarithms', () => checkRule('nll-needs-log-softmax', `${gluon}
loss = gluon.loss.SoftmaxCELoss(from_logits=True)(nd.[|softmax|](nn.Dense(4)(x)), y)
`, { message: 'SoftmaxCELoss(from_logits=True) takes log-probabilities', fixed: `${gluon}
loss = gluon.loss.SoftmaxCELoss(from_logits=True)(nd.log_softmax(nn.Dense(4)(x)), y)
` }));
  test('on the softmax of the core of MLX, which has no logarithm of it', () => checkRule('nll-needs-log-softmax', `${mlx}
loss = nn.losses.nll_loss(mx.[|softmax|](nn.Linear(8, 4)(x), axis=-1), y)
`, { fixed: null }));
});

describe('is silent in Gluon and MLX', () => {
  test('on a divergence that takes the softmax itself', () => checkRule('nll-needs-log-softmax', `${gluon}
loss = gluon.loss.KLDivLoss(from_logits=False)(nn.Dense(4)(x), y)
`));
});
