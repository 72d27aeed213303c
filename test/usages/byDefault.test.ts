import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { isByDefault } from '../../src/usages/byDefault';
import { findUsages, readingOf } from '../../src/usages/findUsages';

/** `[|…|]` marks the use; whether it is what it is only by default. */
function check(marked: string): boolean {
  const at = marked.indexOf('[|');
  const text = marked.replace('[|', '').replace('|]', '');
  const tree = parse(text);
  const usage = findUsages(tree).find(({ span }) => span.start === at);
  if (usage === undefined) throw new Error(`no usage at the mark of ${marked}`);
  return isByDefault(readingOf(tree), usage);
}

const imports = 'import torch.nn as nn\nimport torch.nn.functional as F\nfrom transformers.activations import ACT2FN\n';

function inClass(makes: string, calls: string, parameters = ''): string {
  return `${imports}class Net(nn.Module):\n    def __init__(self${parameters}):\n        super().__init__()\n        ${makes}\n    def forward(self, x):\n        return ${calls}\n`;
}

describe('a default says what is called', () => {
  test.each([
    ['a name in a table', inClass('self.act = ACT2FN[act]', 'self.[|act|](x)', ', act="gelu"')],
    ['a name in small letters', inClass('self.act = ACT2FN[act.lower()]', 'self.[|act|](x)', ', act="GELU"')],
    ['a name that an attribute keeps', inClass('self.kind = act', '[|ACT2FN|][self.kind](x)', ', act="gelu"')],
    ['a name of PyTorch', `${imports}def mlp(x, act="gelu"):\n    return getattr(F, [|act|])(x)\n`],
    ['a function', `${imports}def mlp(x, act=F.gelu):\n    return [|act|](x)\n`],
    ['a class', inClass('self.act = act_layer()', 'self.[|act|](x)', ', act_layer=nn.GELU')],
    ['where the parameter is None by default', inClass('act = act or nn.GELU\n        self.act = act()', 'self.[|act|](x)', ', act=None')],
    ['a field', 'import flax.linen as nn\nfrom typing import Callable\nclass Net(nn.Module):\n    act: Callable = nn.gelu\n    @nn.compact\n    def __call__(self, x):\n        return self.[|act|](nn.Dense(3)(x))\n'],
  ])('%s', (_, marked) => expect(check(marked)).toBe(true));
});

describe('no default says it', () => {
  test.each([
    ['what is made for certain', inClass('self.act = nn.GELU()', 'self.[|act|](x)')],
    ['a literal in a table', inClass('self.act = ACT2FN["gelu"]', 'self.[|act|](x)')],
    ['the default itself', `${imports}def mlp(x, act=F.[|gelu|]):\n    return act(x)\n`],
    ['a method', `${imports}import torch\ndef f(x: torch.Tensor):\n    return x.[|relu|]()\n`],
    ['the default of something else', inClass('self.act = nn.GELU(approximate)', 'self.[|act|](x)', ', approximate="tanh"')],
    ['a configuration', inClass('self.act = ACT2FN[getattr(config, "hidden_act", "gelu")]', 'self.[|act|](x)', ', config, device="cpu"')],
    ['callers that all pass the same', `${imports}def mlp(x, act):\n    return [|act|](x)\ny = mlp(x, F.gelu)\n`],
  ])('%s', (_, marked) => expect(check(marked)).toBe(false));
});
