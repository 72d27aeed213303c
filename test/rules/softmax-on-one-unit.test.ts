import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-on-one-unit', torch + code, expected);

describe('fires', () => {
  test('on Keras', () => checkRule('softmax-on-one-unit', `
from keras import layers
x = layers.Dense(1, activation="[|softmax|]")(x)
y = layers.Activation("softmax")(layers.Dense(3)(x))
`, { confidence: 'certain' }));
  test('on the last axis of PyTorch', () => check('p = F.[|softmax|](nn.Linear(8, 1)(x), dim=-1)\n'));
  test('on a constant of the file', () => check('OUT = 1\np = nn.Sequential(nn.Linear(8, OUT), nn.[|Softmax|](dim=-1))\n'));
  test('on the channels of an image', () => check('p = nn.[|Softmax|](dim=1)(nn.Conv2d(8, 1, 3)(x))\n'));
  test('on axis 1 of two', () => check('p = F.[|softmax|](nn.Linear(8, 1)(x.view(n, 8)), dim=1)\n'));
  test('on axis 1 where a loss receives it', () => check('p = F.[|softmax|](nn.Linear(8, 1)(x), dim=1)\nloss = F.mse_loss(p, y)\n', { confidence: 'likely' }));
});

describe('is silent', () => {
  test('on attention pooling over the steps', () => check(`
class Pool(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Linear(8, 1)
    def forward(self, x):
        w = F.softmax(self.score(x), dim=1)
        return (w * x).sum(1)
`));
  test('after a reshape', () => check('w = F.softmax(nn.Linear(8, 1)(x).squeeze(-1), dim=-1)\n'));
  test('where the size is a variable', () => check('p = F.softmax(nn.Linear(8, n)(x), dim=-1)\n'));
  test('on several units', () => check('p = F.softmax(nn.Linear(8, 2)(x), dim=-1)\n'));
});
