import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-dim-missing', torch + code, expected);

describe('fires', () => {
  test('on a function by another name', () => checkRule('softmax-dim-missing', `
import torch.nn.functional as F
shares = F.softmax
def weigh(scores):
    return [|shares|](scores)
`));
  test('on modules and functions', () => check(`
a = nn.[|Softmax|]()
b = nn.[|LogSoftmax|]()
c = F.[|log_softmax|](x, dtype=torch.float32)
d = F.[|softmin|](x,)
`, { confidence: 'certain', fixed: `${torch}
a = nn.Softmax(dim=-1)
b = nn.LogSoftmax(dim=-1)
c = F.log_softmax(x, dtype=torch.float32, dim=-1)
d = F.softmin(x, dim=-1,)
` }));
  test('and proposes the channels of an image', () => check(`
net = nn.Sequential(nn.Conv2d(3, 4, 1), nn.[|Softmax|]())
y = F.[|softmax|](nn.Conv2d(3, 4, 1)(x))
`, { fixed: `${torch}
net = nn.Sequential(nn.Conv2d(3, 4, 1), nn.Softmax(dim=1))
y = F.softmax(nn.Conv2d(3, 4, 1)(x), dim=1)
` }));
});

describe('is silent', () => {
  test('on what was given its dim where it was bound', () => checkRule('softmax-dim-missing', `
from functools import partial
import torch.nn.functional as F
shares = partial(F.softmax, dim=1)
class Attention:
    def __init__(self):
        self.shares = partial(F.softmax, dim=-1)
    def weigh(self, scores):
        return self.shares(scores) + shares(scores)
`));
  test('in a branch for one version', () => check(`
if LooseVersion(torch.__version__) < LooseVersion('0.3'):
    p = F.log_softmax(x)
else:
    p = F.log_softmax(x, dim=1)
`));
  test('where dim is passed', () => check('a = nn.Softmax(1)\nb = F.softmax(x, 1)\nc = F.softmax(x, dim=d)\n'));
  test('where it may be passed', () => check('a = nn.Softmax(**options)\nb = F.softmax(*arguments)\n'));
  test('on methods and torch.softmax', () => check('a = x.softmax(1)\nb = torch.softmax(x, 1)\n'));
  test('on Softmax2d', () => check('a = nn.Softmax2d()\n'));
  test('on a name that is only passed on', () => check('head(act=nn.Softmax, f=F.softmax)\n'));
  test('in other frameworks', () => checkRule('softmax-dim-missing', 'import jax\nimport tensorflow as tf\na = jax.nn.softmax(x)\nb = tf.nn.softmax(x)\nc = tf.keras.layers.Softmax()\n'));
  test('on a name that is not of torch', () => check('from mine import softmax\na = softmax(x)\n'));
});
