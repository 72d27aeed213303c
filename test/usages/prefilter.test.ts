import { expect, test } from 'vitest';
import { frameworks } from '../../src/frameworks/catalogue';
import { mayMatter, mayUseActivations } from '../../src/usages/prefilter';

test('no text that uses a symbol is passed over', () => {
  const passedOver = frameworks.filter(({ isAccessory }) => isAccessory !== true).flatMap(({ roots, symbols }) => symbols.flatMap(({ name, form }) => {
    const use = name === 'None' ? 'f(activation=None)' : form === 'string' ? `f(activation="${name}")` : form === 'method' ? `x.${name}()` : name;
    return mayUseActivations(`import ${roots[0]}\n${use}`) ? [] : [use];
  }));
  expect(passedOver).toEqual([]);
});

test.each([
  ['of everyday code', 'import os\ndef forward(request, hidden=None): return (lambda layer: layer)(os.environ["bias"])  # backward, weights'],
  ['in another script', '# Ñandú, 神经\nprint("naïve")'],
  ['without anything', ''],
])('the bytes of a text %s are not made text', (_what, text) => {
  expect(mayMatter(new TextEncoder().encode(text))).toBe(false);
});

test.each([
  ['without a framework', 'def relu(x): return max(x, 0)'],
  ['without an activation', 'import torch\nx = torch.zeros(3) @ torch.nn.Linear(3, 3).weight'],
  ['with everyday names only', 'import torch\nthreshold = identity - exponential  # the identity, exponential in threshold\nfor laplace, logistic in pairs: self.threshold = 1'],
  ['with words that have short names inside', 'import torch\nusing = torch.sin(absolute) + torch.abs(single)  # the interface is Gaussian, sin(x), erf'],
  ['that keeps values between two others', 'import torch\nx = torch.clamp(x, -1, 1).clamp(0, 1)'],
  ['of what is counted, padded and bounded by others', 'import torch\nn = max(zeros, ones)\nx = torch.where(mask, x, y)\nif (n > 0): x[1 < n] = y\ny = torch.maximum(x, y)'],
  ['that interpolates', 'import torch\nx = torch.nn.functional.interpolate(x, mode="linear")'],
  ['of numbers with words that have names of formulas inside', 'import math\nprelude = sigma * math.atanh(mishandled)  # logistics'],
  ['with numbers only in what it says of others', '"Activate it, import math."\nimport os\nactivated = os.getpid()'],
  ['without anything', ''],
])('a text %s is not read', (_what, text) => {
  expect(mayUseActivations(text)).toBe(false);
});

test.each([
  ['a formula in a file of a library that has none', 'import numpy as np\nfrom sklearn.metrics import f1_score\nactivation = np.where(z > 0, 1, 0)'],
  ['a layer that is called after its sine', 'import torch\nclass SineLayer(torch.nn.Module):\n    def forward(self, x):\n        return torch.sin(30 * x)'],
  ['a softmax of a network that nothing names', 'import numpy as np\n# A neural network with a hidden layer\ndef forward(x):\n    e = np.exp(x @ w)\n    return e / e.sum()'],
  ['hidden values that are kept from falling below 0', 'import torch\ny = x.mm(w1).clamp(min=0).mm(w2)'],
  ['a formula in a function that is called after its sign', 'import math\ndef sigma(x): return 1 / (1 + math.exp(-1 * x))'],
  ['a function that gives back what it gets', 'import torch\ndef block(n, act=lambda x: x): pass'],
  ['a layer of Lasagne that is told to have none', 'from lasagne.layers import DenseLayer\nx = DenseLayer(x, 3, nonlinearity=None)'],
  ['a rectifier without a name', 'import torch\nx = torch.maximum(x @ w, torch.tensor(0.))'],
  ['a rectifier of a tensor and zeros like it', 'import torch\nx = torch.max(x, torch.zeros_like(x))'],
  ['a rectifier that is a mask', 'import torch\nx = x * (x > 0)'],
  ['a rectifier that is an assignment', 'import torch\nx[x < 0] = 0'],
  ['two slopes', 'import torch\nx = torch.where(x > 0, x, 0.2 * x)'],
  ['two slopes of arrays, in a network', 'import numpy as np\n# A neural network with a hidden layer\nx = np.where(x > 0, x, 0.2 * x)'],
  ['a curve without a name', 'import numpy as np\ny = 1 / (1 + np.exp(-x))'],
])('a text with %s is read', (_what, text) => {
  expect(mayUseActivations(text)).toBe(true);
});
