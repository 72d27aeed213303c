import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { markedNode, unmarked } from './marked';

/** Expects the dotted name of the expression between `[|` and `|]`; `undefined` where it must not be known. */
function check(source: string, expected: string | undefined): void {
  const { text, start, end } = unmarked(source);
  const tree = parse(text);
  expect(namesOf(tree).qualifiedName(markedNode(tree, start, end))).toBe(expected);
}

describe('imports', () => {
  test.each([
    ['import torch\n[|torch.nn.GELU|]()', 'torch.nn.GELU'],
    ['import torch.nn\n[|torch.nn.GELU|]()', 'torch.nn.GELU'],
    ['import torch.nn as nn\n[|nn.GELU|]()', 'torch.nn.GELU'],
    ['from torch import nn\n[|nn.GELU|]()', 'torch.nn.GELU'],
    ['from torch.nn import GELU as G\n[|G|]()', 'torch.nn.GELU'],
    ['import torch.nn.functional as F\n[|F.relu|](x)', 'torch.nn.functional.relu'],
    ['from torch . nn import \\\n GELU\n[|GELU|]()', 'torch.nn.GELU'],
    ['import torch . nn as nn\n[|nn.GELU|]()', 'torch.nn.GELU'],
    ['from .layers import GELU\n[|GELU|]()', '.layers.GELU'],
    ['from . import layers\n[|layers.GELU|]()', '.layers.GELU'],
    ['from ...a.b import c\n[|c.d|]', '...a.b.c.d'],
    ['def f():\n    from torch import nn\n    return [|nn.GELU|]()', 'torch.nn.GELU'],
    ['def f():\n    from torch import nn\n[|nn.GELU|]()', undefined],
    ['def f():\n    import torch\n    def g():\n        return [|torch.relu|](x)', 'torch.relu'],
    ['import torch\nimport torch.nn\n[|torch.nn.GELU|]()', 'torch.nn.GELU'],
    ['import a as m\nimport b as m\n[|m.f|]()', undefined],
    ['from keras.layers import Dense\nfrom tensorflow.keras.layers import Dense\n[|Dense|](1)', 'keras.layers.Dense'],
    ['from tensorflow.keras import layers\nfrom keras import models, layers\n[|layers.Dense|](1)', 'tensorflow.keras.layers.Dense'],
    ['from keras.layers.core import Dense\nfrom keras.layers import Dense\n[|Dense|](1)', 'keras.layers.core.Dense'],
    ['from tensorflow import keras\nimport keras\n[|keras.Input|](1)', 'tensorflow.keras.Input'],
    ['import keras\nfrom tensorflow.python import keras\n[|keras.Input|](1)', 'keras.Input'],
    ['import keras\nfrom wandb import keras\n[|keras.Input|](1)', undefined],
    ['from keras.layers import Dense\nfrom torch.nn import Dense\n[|Dense|](1)', undefined],
    ['from numpy import random\nfrom tensorflow import random\n[|random.normal|](1)', undefined],
    ['import random\nfrom numpy import random\n[|random.normal|](1)', undefined],
    ['from .layers import Dense\nfrom keras.layers import Dense\n[|Dense|](1)', undefined],
    ['from torch.nn import *\n[|GELU|]()', undefined],
    ['[|print|](x)', undefined],
    ['import os\nprint(f"{[|os.path.join|](a)}")', 'os.path.join'],
    ['import torch\n(lambda x: [|torch.relu|](x))(y)', 'torch.relu'],
    ['import torch\nx = torch.rand(3)[0].relu()\n[|x.relu|]', undefined],
  ])('%j', check);
});

describe('alternatives', () => {
  test.each([
    ['try:\n    from apex import Norm\nexcept ImportError:\n    from torch.nn import LayerNorm as Norm\n[|Norm|](3)', 'apex.Norm'],
    ['try:\n    import torch\nexcept ImportError:\n    torch = None\n[|torch.relu|](x)', 'torch.relu'],
    ['torch = None\ntry:\n    import torch\nexcept Exception:\n    pass\n[|torch.relu|](x)', 'torch.relu'],
    ['try:\n    from torch.nn import GELU\nexcept ImportError:\n    class GELU: pass\n[|GELU|]()', 'torch.nn.GELU'],
    ['if NEW:\n    from a import f\nelse:\n    from b import f\n[|f|]()', 'a.f'],
    ['import numpy as np\nif GPU:\n    import cupy as np\n[|np.tanh|](x)', 'numpy.tanh'],
    ['if NEW:\n    f = a\nelse:\n    from b import f\n[|f|]()', undefined],
    ['import torch\nif x:\n    act = torch.relu\nelse:\n    act = torch.tanh\n[|act|](x)', undefined],
    ['import torch\nif x:\n    act = torch.relu\nelse:\n    act = torch.relu\n[|act|](x)', 'torch.relu'],
  ])('%j', check);
});

describe('aliases', () => {
  test.each([
    ['import torch\nnn = torch.nn\n[|nn.GELU|]()', 'torch.nn.GELU'],
    ['import torch\nnn = torch.nn\nAct = nn.GELU\n[|Act|]()', 'torch.nn.GELU'],
    ['import torch\nnn: object = torch.nn\n[|nn.GELU|]()', 'torch.nn.GELU'],
    ['import torch\nnn, F = torch.nn, torch.nn.functional\n[|F.gelu|](x)', 'torch.nn.functional.gelu'],
    ['import torch\na = b = torch.relu\n[|a|](x)', 'torch.relu'],
    ['import torch\nif (act := torch.relu):\n    [|act|](x)', 'torch.relu'],
    ['import torch\nact = torch.relu\nact = torch.tanh\n[|act|](x)', undefined],
    ['a = b\nb = a\n[|a|]()', undefined],
    ['import torch\ntorch = torch\n[|torch.relu|]', undefined],
    ['import torch\nact = torch.relu if x else torch.tanh\n[|act|](x)', undefined],
    ['import torch\nact = getattr(torch, n)\n[|act|](x)', undefined],
    ['import torch\ndef f():\n    global act\n    act = torch.relu\n[|act|](x)', 'torch.relu'],
    ['import torch\nact = torch.tanh\ndef f():\n    global act\n    act = torch.relu\n[|act|](x)', undefined],
  ])('%j', check);
});

describe('scopes', () => {
  test.each([
    ['import torch\ndef f(torch):\n    [|torch.relu|](x)', undefined],
    ['import torch\ndef f(x, *torch):\n    [|torch.relu|](x)', undefined],
    ['import torch\ndef f(x=[|torch.relu|], torch=1): pass', 'torch.relu'],
    ['import torch\ndef f():\n    torch = 1\n    [|torch.relu|](x)', undefined],
    ['import torch\ndef f():\n    torch = 1\n[|torch.relu|](x)', 'torch.relu'],
    ['import torch\ndel torch\n[|torch.relu|](x)', undefined],
    ['import torch\nfor torch in y: pass\n[|torch.relu|](x)', undefined],
    ['import torch\nfor i, (torch, *j) in y: pass\n[|torch.relu|](x)', undefined],
    ['import torch\nwith a as torch: pass\n[|torch.relu|](x)', undefined],
    ['import torch\ntry: pass\nexcept E as torch: pass\n[|torch.relu|](x)', undefined],
    ['import torch\nmatch y:\n    case [a, *torch]: pass\n[|torch.relu|](x)', undefined],
    ['import torch\nmatch y:\n    case {"a": torch}: [|torch.relu|](x)', undefined],
    ['import torch\ntorch += 1\n[|torch.relu|](x)', undefined],
    ['import torch\ndef torch(): pass\n[|torch.relu|](x)', undefined],
    ['import torch\n[[|torch.relu|](i) for i in y]', 'torch.relu'],
    ['import torch\n[[|torch.relu|](i) for torch in y]', undefined],
    ['import torch\n[i for torch in [|torch.relu|](y)]', 'torch.relu'],
    ['import torch\n[i for i in y for torch in [|torch.relu|](y)]', undefined],
    ['import torch\n[(torch := i) for i in y]\n[|torch.relu|](x)', undefined],
    ['import torch\nlambda torch: [|torch.relu|](x)', undefined],
    ['import torch\nlambda x=[|torch.relu|]: x', 'torch.relu'],
    ['class A:\n    import torch\n    y = [|torch.relu|](x)', 'torch.relu'],
    ['class A:\n    import torch\n    def f(self):\n        [|torch.relu|](x)', undefined],
    ['import torch\nclass A:\n    torch = 1\n    def f(self):\n        [|torch.relu|](x)', 'torch.relu'],
    ['import torch\nclass A([|torch.nn.Module|]):\n    torch = 1', 'torch.nn.Module'],
    ['import torch\n@[|torch.jit.script|]\ndef f(torch): pass', 'torch.jit.script'],
    ['import torch\ndef f(x: [|torch.Tensor|]) -> int: pass', 'torch.Tensor'],
    ['import torch\ndef f[torch](x: [|torch.Tensor|]): pass', undefined],
    ['def f():\n    import torch\n    def g():\n        nonlocal torch\n        torch = 1\n    [|torch.relu|](x)', undefined],
    ['import torch\ndef f():\n    global torch\n    [|torch.relu|](x)', 'torch.relu'],
    ['import torch\ndef f():\n    torch: object\n    [|torch.relu|](x)', undefined],
  ])('%j', check);
});
