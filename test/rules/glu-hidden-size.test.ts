import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('glu-hidden-size', torch + code, expected);
const feedForward = (gate: string, up: string, product: string): string => `
class FeedForward(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.gate = ${gate}
        self.up = ${up}
        self.down = nn.Linear(2048, 512)
    def forward(self, x):
        return self.down(${product})
`;

describe('fires', () => {
  test('on the whole, of whatever size, where a half is left', () => checkRule('glu-hidden-size', `
import torch.nn.functional as F
from torch import nn
class FeedForward(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
    def forward(self, x):
        return self.down(F.[|glu|](self.up(x), dim=-1))
`, { severity: 'error', confidence: 'likely', related: ['nn.Linear(4 * width, width)'] }));
  test('on four times the width', () => check(feedForward('nn.[|Linear|](512, 2048)', 'nn.Linear(512, 2048)', 'F.silu(self.gate(x)) * self.up(x)'), { confidence: 'hint' }));
  test('in the other order', () => check(feedForward('nn.[|Linear|](512, 2048, bias=False)', 'nn.Linear(512, 2048, bias=False)', 'self.up(x) * F.gelu(self.gate(x))')));
  test('on an odd number of features', () => check('model = nn.Sequential(nn.Linear(8, 15), nn.[|GLU|]())\n', { confidence: 'likely' }));
  test('on a layer that expects what was halved', () => check('model = nn.Sequential(nn.Linear(8, 16), nn.[|GLU|](), nn.Linear(16, 4))\n', { confidence: 'likely', related: ['nn.Linear(16, 4)'] }));
  test('on channels', () => check('model = nn.Sequential(nn.Conv1d(8, 16, 3), nn.[|GLU|](dim=1), nn.Conv1d(16, 4, 3))\n'));
  test('on channels by their place', () => check('model = nn.Sequential(nn.Conv1d(8, 16, 3), nn.[|GLU|](1), nn.Conv1d(16, 4, 3))\n'));
});

describe('is silent', () => {
  const sized = (given: string, between: string, taken: string): void => checkRule('glu-hidden-size', `
import torch.nn.functional as F
from torch import nn
class FeedForward(nn.Module):
    def __init__(self, width, hidden, sizes):
        super().__init__()
        self.up = nn.Linear(width, ${given})
        ${between}
        self.down = nn.Linear(${taken}, width)
    def forward(self, x):
        return self.down(F.glu(self.up(x), dim=-1))
`);
  test('on a size that is halved between', () => sized('hidden', 'hidden = hidden // 2', 'hidden'));
  test('on a size that is changed in place between', () => sized('2 * hidden', 'hidden //= 2', '2 * hidden'));
  test('on a size that is unpacked between', () => sized('hidden', 'width, hidden = sizes', 'hidden'));
  test('on sizes that are taken one after the other', () => sized('next(sizes)', 'pass', 'next(sizes)'));
  test('on a size of each round of a loop', () => checkRule('glu-hidden-size', `
import torch.nn.functional as F
from torch import nn
class FeedForward(nn.Module):
    def __init__(self, width, sizes):
        super().__init__()
        for hidden in sizes:
            self.up, self.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
    def forward(self, x):
        return self.down(F.glu(self.up(x), dim=-1))
`));
  test('on a half of whatever size', () => checkRule('glu-hidden-size', `
import torch.nn.functional as F
from torch import nn
class FeedForward(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(2 * width, width)
    def forward(self, x):
        return self.down(F.glu(self.up(x), dim=-1))
`));
  test('on 8/3 of the width', () => check(feedForward('nn.Linear(512, 1408)', 'nn.Linear(512, 1408)', 'F.silu(self.gate(x)) * self.up(x)')));
  test('on a size from a configuration', () => check(feedForward('nn.Linear(512, hidden)', 'nn.Linear(512, hidden)', 'F.silu(self.gate(x)) * self.up(x)')));
  test('on a plain part', () => check('model = nn.Sequential(nn.Linear(512, 2048), nn.GELU(), nn.Linear(2048, 512))\n'));
  test('on gates of different inputs', () => check(feedForward('nn.Linear(512, 2048)', 'nn.Linear(512, 2048)', 'F.silu(self.gate(x)) * self.up(x + 1)')));
  test('on a gate of a sigmoid', () => check(feedForward('nn.Linear(512, 2048)', 'nn.Linear(512, 2048)', 'torch.sigmoid(self.gate(x)) * self.up(x)')));
  test('on halves that fit', () => check('model = nn.Sequential(nn.Linear(8, 16), nn.GLU(), nn.Linear(8, 4))\n'));
  test('on the last axis of an image', () => check('model = nn.Sequential(nn.Conv2d(8, 16, 3), nn.GLU(), nn.Conv2d(16, 4, 3))\n'));
  test('in tests, which may want the error', () => check('import pytest\nmodel = nn.Sequential(nn.Linear(8, 15), nn.GLU())\n'));
  test('where a comment speaks of the size', () => check(feedForward('nn.Linear(512, 2048)', 'nn.Linear(512, 2048)  # 4 d, as in the paper', 'F.silu(self.gate(x)) * self.up(x)')));
});
