import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('bce-under-autocast', torch + code, expected);

describe('fires', () => {
  test('on a loss object', () => check(`
criterion = nn.BCELoss()
for x, y in loader:
    with torch.cuda.amp.autocast():
        loss = [|criterion(model(x), y)|]
`, { confidence: 'certain', related: ['torch.cuda.amp.autocast()'], fixed: null }));
  test('in a function that is called under autocast', () => check(`
from torch.cuda.amp import autocast
def objective(p, y):
    return [|F.binary_cross_entropy(p, y)|]
def step(x, y):
    with autocast():
        return objective(model(x), y)
`, { confidence: 'certain' }));
  test('in a decorated forward', () => check(`
class Loss(nn.Module):
    @torch.cuda.amp.autocast()
    def forward(self, p, y):
        return [|F.binary_cross_entropy(p, y)|]
`));
  test('where an option turns autocast on', () => check(`
with torch.autocast(device_type="cuda", enabled=args.amp):
    loss = [|F.binary_cross_entropy(p, y)|]
`, { confidence: 'likely' }));
  test('and takes the sigmoid out', () => check(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)

    def forward(self, x):
        return torch.sigmoid(self.fc(x))

net = Net()
criterion = nn.BCELoss()
with torch.amp.autocast("cuda"):
    loss = [|criterion(net(x), y)|]
`, { fixed: `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc(x)

net = Net()
criterion = nn.BCEWithLogitsLoss()
with torch.amp.autocast("cuda"):
    loss = criterion(net(x), y)
` }));
  test('in a LightningModule that is trained with precision 16', () => check(`
import pytorch_lightning as pl
class Net(pl.LightningModule):
    def training_step(self, batch, i):
        x, y = batch
        return [|F.binary_cross_entropy(self(x), y)|]
trainer = pl.Trainer(precision="16-mixed")
`, { confidence: 'likely' }));
});

describe('is silent', () => {
  test('where autocast is turned off around the loss', () => check(`
with torch.cuda.amp.autocast():
    p = model(x)
    with torch.cuda.amp.autocast(enabled=False):
        loss = F.binary_cross_entropy(p.float(), y)
    with torch.autocast("cuda", enabled=False):
        loss = F.binary_cross_entropy(p.float(), y)
`));
  test('outside of the block', () => check(`
with torch.cuda.amp.autocast():
    p = model(x)
loss = F.binary_cross_entropy(p.float(), y)
`));
  test('in bfloat16', () => check('with torch.autocast("cuda", dtype=torch.bfloat16):\n    loss = F.binary_cross_entropy(p, y)\n'));
  test('on the CPU', () => check('with torch.autocast("cpu"):\n    loss = F.binary_cross_entropy(p, y)\n'));
  test('with logits', () => check('with torch.cuda.amp.autocast():\n    loss = F.binary_cross_entropy_with_logits(p, y)\n'));
  test('without autocast', () => check('scaler = torch.cuda.amp.GradScaler()\nloss = nn.BCELoss()(p, y)\n'));
  test('in a LightningModule that is trained in float32', () => check(`
import pytorch_lightning as pl
class Net(pl.LightningModule):
    def training_step(self, batch, i):
        x, y = batch
        return F.binary_cross_entropy(self(x), y)
trainer = pl.Trainer(precision=32)
`));
});
