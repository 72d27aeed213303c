import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyzeDocument, type Analysis } from '../../src/usages/analyze';
import { EditedText } from '../../src/usages/edited/editedText';
import { someEdits } from './someEdits';

const folder = new URL('../fixtures/edited/', import.meta.url);
const texts = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const EDITS = 200;

/** After each edit all is the same as if the text had been opened just then. */
function check(texts: Iterable<string>): void {
  const edited = new EditedText();
  let before = '';
  for (const text of texts) {
    const document = { text };
    const [given, fresh] = [edited.analyze(document), analyzeDocument(document)];
    if (saidOf(given) !== saidOf(fresh)) expect({ before, text, usages: given.usages, tree: given.tree }).toEqual({ before, text, usages: fresh.usages, tree: fresh.tree });
    before = text;
  }
}

/** All of an analysis, in a form that is compared fast. */
function saidOf({ usages, tree }: Analysis): string {
  return JSON.stringify(usages) + (tree ? [tree.fields.join(), tree.commentOffsets.join(), tree.firm.join(), tree.isClosed].join(' ') : '');
}

describe('a text that is edited gives what a fresh one gives', () => {
  test.each(texts)('%s', (_, text) => check(someEdits(text, EDITS, 1)));
  test.each(texts)('%s, with the line ends of Windows', (_, text) => check(someEdits(text.replaceAll('\n', '\r\n'), 60, 2)));
  test('all of them in one file', () => check(someEdits(texts.map(([, text]) => text).join('\n'), 60, 3)));
  test('without imports', () => check(someEdits(texts.map(([, text]) => text.replace(/^(from|import|try|except|    from|    SiLU).*\n/gm, '')).join('\n'), 60, 4)));
  const drawn = 'import numpy as np\nimport matplotlib.pyplot as plt\nx = np.linspace(-10, 10)\ny = 1 / (1 + np.exp(-x))\nprint(1)\nprint(2)\n';
  const curve = 'import numpy as np\nimport matplotlib.pyplot as plt\nx = np.load(1)\ny = (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))\nplt.plot(x, y)\n';
  const called = 'import numpy as np\nimport torch\ndef show(z): print(np.maximum(0, z))  # REL\nprint(1)\ngelu(2)\n';
  const outside = 'import torch\ndef init(self):\n    self.k = 1.702\ndef f(x):\n    return torch.sigmoid(x)\ndef forward(self, x):\n    x = x * torch.sigmoid(self.k * x)\n    return x * self.f(x)\n';
  const shared = 'import torch.nn as nn\nclass A(nn.Module):\n    def __init__(self, act_layer=nn.GELU):\n        self.act = act_layer()\n        self.drop = 1\n    def forward(self, x):\n        return self.act(x)\nself.act = other(1)\nprint(1)\nprint(2)\n';
  const broken = 'import torch.nn as nn\n    def forward(self, x):\n        res = lin * sig\n        self.sigmoid = nn.Sigmoid()\n    def forward(self, x):\n        sig = self.sigmoid(lin)\n    def forward(self, x):\n        x = self.cnn(x)\n        return x\n';
  const halfTyped = broken.replace('Sigmoid()\n    def', 'Sigmoid()\n    nb_filters');
  const defined = 'import torch\ndef bend(x):\n    return x * torch.sigmoid(x)\nprint(1)\nprint(2)\nprint(3)\ndef f(x):\n    return bend(x)\n';
  const eachOther = 'import torch.nn as nn\nFIRST = 1\nclass A(nn.Module):\n    act = B.act\n    def forward(self, x):\n        return self.act(x)\nprint(1)\nclass B(nn.Module):\n    act = A.act or nn.GELU\n    def forward(self, x):\n        return self.act(x)\nprint(2)\n';
  test.each([
    ['what a definition is that others use', ['torch.sigmoid(x)', 'torch.tanh(x)', 'torch.sigmoid(x)', 'x'].map((factor) => defined.replace('torch.sigmoid(x)', factor))],
    ['the name of a definition that others use', ['bend', 'bent', 'bend'].map((name) => defined.replace('bend', name))],
    ['a definition that is written once more', [defined, defined.replace('print(1)', 'def bend(x):\n    return torch.tanh(x)'), defined]],
    ['a title behind a curve', ['input', 'tanh', 'input'].map((title) => `${curve}plt.grid(${'True, '.repeat(20)})\nplt.title("${title}")\nprint("tanh")\n`)],
    ['who asks first what classes give by each other', ['1', 'B.act(x)', 'A.act(x)', '1'].map((first) => eachOther.replace('FIRST = 1', `first = ${first}`))],
    ['an import that is lost, after all was looked at once more', [broken, halfTyped, halfTyped.replace(' as ', ' sig ')]],
    ['a name that becomes one of the module', [shared, shared.replace('self.drop', 'global self.drop'), shared]],
    ['a word of another science', [drawn, drawn.replace('2', '"growth"'), drawn]],
    ['what a field of a configuration has by default', ['"relu"', '"tanh"', 'name', '"relu"'].map((act) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\nclass Config:\n    act: str = ${act}\nprint(1)\nprint(2)\nclass Net(nn.Module):\n    def __init__(self, cfg: Config):\n        self.f = ACTS[cfg.act]()\n    def forward(self, x):\n        return self.f(x)\n`)],
    ['the class of a configuration', ['Config', 'Other', 'Config'].map((name) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\nclass ${name}:\n    act: str = "relu"\nprint(1)\nprint(2)\nclass Net(nn.Module):\n    def __init__(self, cfg: Config):\n        self.f = nn.Tanh() if cfg.act == "tanh" else nn.ReLU()\n    def forward(self, x):\n        return self.f(x)\n`)],
    ['what an option is by default', ['"--act", default="tanh"', '"--act", default="relu"', '"--active", default="relu"', '"--act", default="relu"'].map((option) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\nparser.add_argument(${option})\nprint(1)\nprint(2)\nclass Net(nn.Module):\n    def __init__(self, args):\n        self.f = ACTS[args.act]()\n    def forward(self, x):\n        return self.f(x)\n`)],
    ['an option that is declared once more', ['print(1)', 'parser.add_argument("--act", default="relu")', 'print(1)'].map((line) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\nparser.add_argument("--act", default="tanh")\n${line}\nprint(2)\nprint(3)\nf = ACTS[args.act]()\nprint(4)\nprint(5)\ny = f(x)\n`)],
    ['an entry that is given anew', ['print(1)', 'cfg["act"] = "relu"', 'cfg["action"] = "relu"'].map((line) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\ncfg = {"act": "tanh"}\nprint(0)\nprint(0)\n${line}\nprint(2)\nprint(3)\nf = ACTS[cfg["act"]]()\nprint(4)\nprint(5)\ny = f(x)\n`)],
    ['what callers pass from their options', ['tanh', 'relu', 'elu', 'tanh'].map((act) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\nclass Net(nn.Module):\n    def __init__(self, act):\n        self.f = ACTS[act]()\n    def forward(self, x):\n        return self.f(x)\nprint(1)\nprint(2)\nparser.add_argument("--act", default="${act}")\nprint(3)\nprint(4)\nnet = Net(args.act)\n`)],
    ['with what an object is made', ['Config()', 'Config(act="relu")', 'Config(3)', 'Config()'].map((made) => `import torch.nn as nn\nACTS = {"relu": nn.ReLU, "tanh": nn.Tanh}\nclass Config:\n    act = "tanh"\nprint(1)\nprint(2)\nconfig = ${made}\nprint(3)\nprint(4)\nf = ACTS[config.act]()\nprint(5)\nprint(6)\ny = f(x)\n`)],
    ['a string that a class keeps for a layer', ['first', 'last', 'last', 'least'].map((name, place) => `from keras.layers import Dense\nclass Config:\n    ${name} = "${place === 2 ? 'relu' : 'tanh'}"\nprint(1)\nprint(2)\ny = Dense(3, activation=Config.last)(x)\n`)],
    ['a string that a table keeps for a layer', ['first', 'last', 'last', 'least'].map((name, place) => `from keras.layers import Dense\ncfg = {"${name}": "${place === 2 ? 'relu' : 'tanh'}"}\nprint(1)\nprint(2)\ny = Dense(3, activation=cfg["last"])(x)\n`)],
    ['a comment at the end of a line', [called, called.replace('REL', 'RELU'), called]],
    ['a comment behind another statement, or what is left of one', ['REL', 'RELU', 'REL'].map((word) => `import torch\nh = np.maximum(0, z) y # ${word}\nprint(1)\ngelu(2)\n`)],
    ['a comment above a statement', ['SiL', 'SiLU', 'SiL'].map((word) => `import numpy as np\nz = 3\n# ${word}\nh = x * (1 / (1 + np.exp(-x)))\nprint(1)\n`)],
    ['a loop over what a constant holds', ['activation', 'name', 'activation'].map((word) => `import torch\nACTIVATIONS = ["tanh", "relu"]\nprint(1)\nprint(2)\nfor ${word} in ACTIVATIONS:\n    run(${word})\n`)],
    ['a constant that a loop goes through', ['"tanh"', '"tanh", "elu"', 'None', '"elu"'].map((names) => `import torch\nACTIVATIONS = [${names}]\nprint(1)\nprint(2)\nfor activation in ACTIVATIONS:\n    run(activation)\n`)],
    ['what a library tries to import', ['tf', 'jax', 'tf'].map((word) => `from ray.rllib.utils import try_import_tf\n_, tf, _ = try_import_${word}()\nprint(1)\nprint(2)\ny = tf.keras.layers.Dense(3, activation=None)\n`)],
    ['another object that is given the same attribute', ['g', 'f', 'g'].map((object) => `import torch.nn as nn\ndef f(x):\n    return f.act(x)\nprint(1)\n${object}.act = nn.ReLU()\n`)],
    ['what self is given behind a function that takes it', ['k', 'relu', 'k'].map((name) => `import torch\ndef forward(self, x):\n    return self.relu(x)\nBlock.forward = forward\nprint(1)\nprint(2)\nclass Other:\n    def __init__(self):\n        self.${name} = 3\n`)],
    ['who else is asked for a method of a name', ['other', 'part', 'other', 'part(3, 4)\nprint'].map((name) => `import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        self.body = self.part(nn.SELU)\n    def part(self, activation):\n        return activation()\nprint(1)\nprint(2)\nnet.${name}(chosen)\n`)],
    ['a string that a class keeps for those derived from it', ['"relu"', '"tanh"', 'name', '"relu"\n        self.end = "elu"', '"relu"'].map((last) => `from keras.layers import Dense\nclass Base:\n    def __init__(self):\n        self.end = ${last}\nprint(1)\nprint(2)\nclass Net(Base):\n    def build(self, x):\n        return Dense(3, activation=self.end)(x)\n`)],
    ['what a flag of a definition switches on', ['relu', 'elu', 'relu'].map((name) => `import torch.nn.functional as F\ndef step(x, relu=True):\n    return F.${name}(x) if relu else x\nprint(1)\nprint(2)\nstep(x, relu=True)\n`)],
    ['what methods have to which a flag is passed', ['ReLU', 'ELU', 'ReLU'].map((name) => `import torch.nn as nn\nclass A(nn.Module):\n    def make(self, use_relu):\n        return nn.${name}() if use_relu else None\n    def build(self):\n        return self.make(use_relu=True)\nprint(1)\n`)],
    ['what a class gives that is derived from the one that asks', ['ReLU', 'ELU', 'Linear', 'ReLU'].map((name) => `import torch.nn as nn\nclass A(nn.Module):\n    def forward(self, x):\n        return self.bend(x)\nprint(1)\nprint(2)\nclass B(A):\n    def __init__(self):\n        self.bend = nn.${name}()\n`)],
    ['which class is derived from the one that asks', ['A', 'nn.Module', 'A'].map((name) => `import torch.nn as nn\nclass A(nn.Module):\n    def forward(self, x):\n        return self.bend(x)\nprint(1)\nprint(2)\nclass B(${name}):\n    def __init__(self):\n        self.bend = nn.ReLU()\n`)],
    ['what is put behind the only layer of a sequence', ['', 'net.bend.append(nn.Linear(3, 3))\n', ''].map((more) => `import torch.nn as nn\nnet.bend = nn.Sequential(nn.ReLU())\nprint(1)\nprint(2)\ny = net.bend(x)\nprint(3)\n${more}`)],
    ['the layer that stands beside one in a row', ['Conv2d', 'Other', 'Conv2d'].map((name) => `import torch.nn as nn\nconv = nn.${name}(3, 3, 3)\nact = nn.ReLU()\nprint(1)\nprint(2)\nup = [act, conv]\n`)],
    ['what the forward of an autograd function takes', ['act_func', 'label', 'act_func'].map((name) => `import torch\nclass Act(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x, ${name}):\n        return run(x)\nprint(1)\nprint(2)\ny = Act.apply(x, "tanh")\n`)],
    ['the library that names are of under any key', ['torch', 'mine', 'torch'].map((name) => `import ${name}\nprint(1)\nprint("relu")\nnet = Net(bend="gelu")\n`)],
    ['leaky rectifiers in another place', ['relu', 'leaky_relu', 'relu'].map((name) => `import torch.nn.functional as F\nrows = [{"filter": 32, "leaky": True}]\nprint(1)\nprint(2)\ny = F.${name}(x)\n`)],
    ['what self is given outside of all classes', ['1', '1.702', '1'].map((k) => outside.replace('1.702', k))],
  ])('%s', (_, versions) => check(versions));
});

test('texts that are read in turn, a step of each, say what each says alone', () => {
  const works = texts.map(([, text]) => ({ text, edited: new EditedText() }));
  for (const added of ['', 'act = nn.GELU()\n', 'def swish(x):\n    return x * torch.sigmoid(x)\n']) {
    const open = new Map(works.map(({ text, edited }) => [text, edited.analyzing({ text: text + added })]));
    while (open.size > 0) {
      for (const [text, steps] of open) {
        const { done, value } = steps.next();
        if (done !== true) continue;
        expect(saidOf(value)).toBe(saidOf(analyzeDocument({ text: text + added })));
        open.delete(text);
      }
    }
  }
});
