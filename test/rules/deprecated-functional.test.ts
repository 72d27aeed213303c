import { describe, test } from 'vitest';
import { checkRule } from './check';

const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('deprecated-functional', code, expected);

describe('fires', () => {
  test('on both, however they are imported', () => check(`
import torch.nn as nn, torch
from torch.nn import functional as F
a = F.[|tanh|](x)
b = nn.functional.[|sigmoid|](x)
`, { confidence: 'hint', tag: 'deprecated', fixed: `
import torch.nn as nn, torch
from torch.nn import functional as F
a = torch.tanh(x)
b = torch.sigmoid(x)
` }));
  test('without a fix where torch is not imported under its name', () => check(`
import torch.nn.functional as F
y = F.[|tanh|](x)
`, { fixed: null }));
  test('without a fix on a name that is imported by itself', () => check(`
import torch
from torch.nn.functional import sigmoid
y = [|sigmoid|](x)
`, { fixed: null }));
  test('where the function is passed on', () => check(`
import torch
import torch.nn.functional as F
net = Net(activation=F.[|tanh|])
`));
});

describe('is silent', () => {
  test('on functions that are not deprecated', () => check(`
import torch.nn.functional as F
y = F.logsigmoid(F.softplus(F.hardtanh(x)))
`));
  test('on torch.tanh and methods', () => check('import torch\ny = torch.tanh(x) + torch.sigmoid(x) + x.tanh()\n'));
  test('on a module of the file that is called F', () => check('import torch\nimport functions as F\ny = F.tanh(x)\n'));
  test('on other frameworks', () => check('import jax\nimport tensorflow as tf\ny = jax.nn.sigmoid(x) + tf.nn.tanh(x)\n'));
});
