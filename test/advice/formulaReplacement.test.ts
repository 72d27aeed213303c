import { expect, test } from 'vitest';
import { replaceFormula } from '../../src/advice/formulaReplacement';
import { isFailure } from '../../src/documents/failure';
import { applyEdits } from '../../src/documents/edit';
import { analyze } from '../../src/usages/analyze';

/** The code without its imports after the first formula became a call; undefined where there is no formula, or none is offered. */
function replacedIn(code: string, imports = 'import math\nimport torch\nimport torch.nn.functional as F\n'): string | undefined {
  const analysis = analyze(imports + code, { path: 'a.py' });
  if (isFailure(analysis) || analysis.tree === undefined) throw new Error('not read');
  const usage = analysis.usages.find(({ form }) => form === 'formula');
  if (usage === undefined) throw new Error('no formula');
  const replacement = replaceFormula(analysis.tree, usage);
  const text = replacement && applyEdits(imports + code, replacement.edits);
  return text?.startsWith(imports) ? text.slice(imports.length) : text;
}

const gelu = '0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))';

test.each([
  { code: 'def f(x):\n    return x * torch.sigmoid(x)\n', after: 'def f(x):\n    return F.silu(x)\n' },
  { code: 'def f(x):\n    return x * x.sigmoid()\n', after: 'def f(x):\n    return F.silu(x)\n' },
  { code: `def f(x):\n    return ${gelu}\n`, after: 'def f(x):\n    return F.gelu(x, approximate="tanh")\n' },
  { code: 'def f(x):\n    return x * torch.tanh(F.softplus(x))  # mish\n', after: 'def f(x):\n    return F.mish(x)  # mish\n' },
  { code: 'def f(x):\n    return x[0] * torch.sigmoid(x[0])\n', after: 'def f(x):\n    return F.silu(x[0])\n' },
])('$code', ({ code, after }) => expect(replacedIn(code)).toBe(after));

test('an import is added where the function is not at hand', () => {
  expect(replacedIn('def f(x):\n    return x * torch.sigmoid(x)\n', 'import torch\nfrom torch import nn\n')).toMatch(/(silu\(x\))/);
});

test.each([
  { why: 'a slope that is learned', code: 'class A(torch.nn.Module):\n    def forward(self, x):\n        return x * torch.sigmoid(self.beta * x)\n' },
  { why: 'a comment inside', code: 'def f(x):\n    return (x *  # gate\n            torch.sigmoid(x))\n' },
])('nothing is offered for $why', ({ code }) => expect(replacedIn(code)).toBeUndefined());
