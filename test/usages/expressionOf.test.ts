import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { expressionOf, type Plotted } from '../../src/usages/formulas/expressionOf';
import { readingOf } from '../../src/usages/findUsages';

/** `[|…|]` marks what is selected; `[||]` the cursor. */
function read(marked: string): Plotted {
  const start = marked.indexOf('[|');
  const end = marked.indexOf('|]') - 2;
  return expressionOf(readingOf(parse(marked.replace('[|', '').replace('|]', ''))), { start, end });
}

const torch = 'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n';

describe('is read as an expression of x', () => {
  test.each([
    ['as it is written, with x for its variable', `${torch}y = [|h * torch.sigmoid(1.702 * h)|]`, 'x * torch.sigmoid(1.702 * x)', 'pytorch'],
    ['of a whole statement', `${torch}[|y = torch.tanh(x) ** 2|]`, 'torch.tanh(x) ** 2', 'pytorch'],
    ['at the cursor', `${torch}y = x * torch.[||]exp(-x)\n`, 'x * torch.exp(-x)', 'pytorch'],
    ['of numpy', 'import numpy as np\nout = [|np.where(z > 0, z, 0.01 * z)|]', 'np.where(x > 0, x, 0.01 * x)', 'numpy'],
    ['of math alone', 'import math\ny = [|t / (1 + math.exp(-t))|]', 'x / (1 + math.exp(-x))', 'python'],
    ['of a function', `${torch}[|def f(z):\n    return z * torch.tanh(F.softplus(z))|]`, 'x*tanh(softplus(x, beta=1, threshold=20))', 'pytorch'],
    ['of a function with steps', `${torch}[|def f(t):\n    inner = 0.8 * (t + 0.044715 * t ** 3)\n    return 0.5 * t * (1 + torch.tanh(inner))|]`, undefined, 'pytorch'],
    ['of a function with a default', `${torch}[|def f(x, alpha=0.3):\n    return torch.where(x > 0, x, alpha * x)|]`, 'where(x > 0, x, x*0.3)', 'pytorch'],
    ['of branches', 'import numpy as np\n[|def f(x):\n    if x > 0:\n        return x\n    return 0.1 * x|]', undefined, undefined],
    ['of a lambda', 'import numpy as np\nf = [|lambda v: np.maximum(0, v) ** 2|]', undefined, 'numpy'],
    ['of a class', `${torch}[|class Act(nn.Module):\n    def forward(self, x):\n        return x * torch.sigmoid(x)|]`, 'x*sigmoid(x)', 'pytorch'],
    ['with a number from outside', `${torch}K = 1.5\ndef f(x):\n    return [|x * torch.sigmoid(K * x)|]`, undefined, 'pytorch'],
  ])('%s', (_, marked, expression, framework) => {
    const found = read(marked);
    if ('problem' in found) throw new Error(found.problem);
    if (expression !== undefined) expect(found.expression).toBe(expression);
    if (framework !== undefined) expect(found.framework).toBe(framework);
  });
});

describe('is refused in words', () => {
  test.each([
    [`${torch}y = [|h * torch.sigmoid(self.conv(h))|]`, 'It has two inputs, h and self.conv(h), and a curve is of one.'],
    [`${torch}y = [|torch.exp(x) / torch.exp(x).sum()|]`, 'It takes a whole vector together, and a curve is of one number.'],
    [`${torch}[|y = "text"|]`, 'This is more than a formula: only arithmetic, conditions and known functions of numbers can be plotted.'],
    [`${torch}y = [|torch.sqrt(torch.tensor(2.0))|]`, 'There is no variable in it, so it is no function.'],
    [`${torch}[|class Net(nn.Module):\n    def forward(self, x):\n        return x * torch.sigmoid(self.beta * x)|]`, 'The value of self.beta is not known here.'],
    ['\n[||]\n', 'Select a formula, or a function that returns one.'],
    [`${torch}[|for i in range(3):\n    pass|]`, 'Select a formula, or a function that returns one.'],
    [`${torch}y = [|x|]`, 'Select a formula, or a function that returns one.'],
  ])('%s', (marked, problem) => expect(read(marked)).toEqual({ problem }));
});
