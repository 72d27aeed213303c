import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { findUsages, readingOf } from '../../src/usages/findUsages';
import { makerOf } from '../../src/usages/maker';

/** `[|…|]` marks the later call; what makes its activation, as it is written. */
function makerIn(marked: string): string | undefined {
  const at = marked.indexOf('[|');
  const text = marked.replace('[|', '').replace('|]', '');
  const tree = parse(text);
  const usages = findUsages(tree);
  const usage = usages.find(({ span }) => span.start === at);
  if (usage === undefined) throw new Error(`no usage at the mark of ${marked}`);
  const maker = makerOf(readingOf(tree), usages, usage);
  return maker && text.slice(maker.expression.start, maker.expression.end);
}

const torch = 'import torch.nn as nn\nimport torch.nn.functional as F\n';

function inClass(makes: string, calls: string, parameters = ''): string {
  return `${torch}class Net(nn.Module):\n    def __init__(self${parameters}):\n        super().__init__()\n        ${makes}\n    def forward(self, x):\n        return ${calls}\n`;
}

describe('what is called later is made', () => {
  test.each([
    ['in the constructor', inClass('self.elu = nn.ELU(0.5)', 'self.[|elu|](x)'), 'nn.ELU(0.5)'],
    ['by a name', 'from transformers.activations import ACT2FN\nimport torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = ACT2FN["gelu"]\n    def forward(self, x):\n        return self.[|act|](x)\n', '"gelu"'],
    ['as a layer of Keras that takes a name', 'from keras import layers, Model\nclass Net(Model):\n    def __init__(self):\n        self.act = layers.Activation("gelu")\n    def call(self, x):\n        return self.[|act|](x)\n', '"gelu"'],
    ['in a variable', `${torch}act = nn.SiLU()\ny = [|act|](x)\n`, 'nn.SiLU()'],
    ['in a variable that an attribute keeps', inClass('act = nn.Mish()\n        self.act = act', 'self.[|act|](x)'), 'nn.Mish()'],
    ['as a class that is called', inClass('act = nn.Mish\n        self.act = act()', 'self.[|act|](x)'), 'nn.Mish'],
    ['in a row of the same', inClass('self.acts = nn.ModuleList([nn.GELU() for _ in range(3)])', 'self.[|acts|][0](x)'), 'nn.GELU()'],
    ['for what is handed on', inClass('self.act = nn.GELU()', 'nn.Sequential(nn.Linear(3, 3), self.[|act|])(x)'), 'nn.GELU()'],
    ['by a class that it is derived from', `${torch}class A(nn.Module):\n    def __init__(self):\n        self.act = nn.GELU()\nclass B(A):\n    def forward(self, x):\n        return self.[|act|](x)\n`, 'nn.GELU()'],
    ['where it stands, if it is no later call', `${torch}y = F.[|gelu|](x)\n`, 'F.gelu(x)'],
  ])('%s', (_, marked, maker) => expect(makerIn(marked)).toBe(maker));
});

describe('is made nowhere for certain', () => {
  test.each([
    ['by two lines', inClass('if deep:\n            self.act = nn.GELU()\n        else:\n            self.act = nn.GELU()', 'self.[|act|](x)', ', deep')],
    ['by a default, which a caller may replace', inClass('self.act = act()', 'self.[|act|](x)', ', act=nn.GELU')],
    ['by a choice of two', inClass('self.act = nn.ReLU() if slow else nn.Identity()', 'self.[|act|](x)', ', slow=True')],
    ['where a caller may give another', inClass('self.act = act or nn.GELU()', 'self.[|act|](x)', ', act=None')],
    ['where something else sets it again', `${inClass('self.act = nn.GELU()', 'self.[|act|](x)')}\ndef swap(net):\n    net.act = nn.GELU()\n`],
  ])('%s', (_, marked) => expect(makerIn(marked)).toBeUndefined());
});
