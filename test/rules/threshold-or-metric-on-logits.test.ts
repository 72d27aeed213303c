import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('threshold-or-metric-on-logits', torch + code, expected);

const net = `
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)
    def forward(self, x):
        return self.fc(x)
net = Net()
def train(x, y):
    return F.binary_cross_entropy_with_logits(net(x).squeeze(), y)
`;

describe('fires', () => {
  test('on a model of the file', () => check(`${net}
def test(x, y):
    return ([|net(x).squeeze() > 0.5|]).float()
`, { confidence: 'likely', fixed: `${torch}${net}
def test(x, y):
    return (net(x).squeeze() > 0).float()
` }));
  test('on methods and functions', () => check(`${net}a = [|net(x).gt(0.5)|]\nb = [|torch.ge(net(x), 0.5)|]\n`));
  test('on rounding', () => check(`${net}a = [|torch.round(net(x))|]\n`, { fixed: null }));
  test('on a variable of a model from elsewhere', () => check(`
from models import Net
model = Net()
criterion = nn.BCEWithLogitsLoss()
def evaluate(x, y):
    outputs = model(x)
    loss = criterion(outputs.squeeze(1), y)
    predicted = [|outputs.detach().cpu().numpy() >= 0.5|]
    return loss, predicted, [|torch.round(outputs)|]
`, { confidence: 'likely', related: ['criterion(outputs.squeeze(1), y)', 'criterion(outputs.squeeze(1), y)'] }));
});

describe('is silent', () => {
  test('on a threshold of 0 or a variable', () => check(`${net}a = net(x) > 0\nb = net(x) > threshold\nc = net(x) > 0.3\n`));
  test('after a sigmoid', () => check(`${net}a = torch.sigmoid(net(x)) > 0.5\n`));
  test('on a variable that a sigmoid is applied to', () => check(`
from models import Net
model = Net()
def evaluate(x, y):
    outputs = model(x)
    loss = F.binary_cross_entropy_with_logits(outputs, y)
    outputs = torch.sigmoid(outputs)
    return loss, outputs > 0.5
`));
  test('on argmax', () => check(`${net}a = net(x).argmax(1)\n`));
  test('where the loss takes probabilities', () => check(`
from models import Net
model = Net()
outputs = model(x)
loss = nn.BCELoss()(outputs, y)
predicted = outputs > 0.5
`));
  test('on another variable of another function', () => check(`
from models import Net
model = Net()
def train(x, y):
    outputs = model(x)
    return F.binary_cross_entropy_with_logits(outputs, y)
def test(x):
    outputs = predict(x)
    return outputs > 0.5
`));
  test('where the metric applies the sigmoid', () => check(`from torchmetrics.classification import BinaryAccuracy\nmetric = BinaryAccuracy()\n${net}a = metric(net(x), y)\n`));
});
