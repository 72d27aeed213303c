import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/activations/activation';
import { activations } from '../../src/activations/catalogue';
import { applyEdits } from '../../src/documents/edit';
import { insertActivation, replaceUsage } from '../../src/advice/replacement';
import { frameworks } from '../../src/frameworks/catalogue';
import { parse } from '../../src/python/parse';
import { Kind, type SyntaxTree } from '../../src/python/syntax';
import { findUsages } from '../../src/usages/findUsages';

/** The text with the activation between `[|` and `|]` replaced; undefined where that cannot be said. */
function replace(marked: string, activation: string, parameters: ParameterValues = {}): string | undefined {
  const at = marked.indexOf('[|');
  const text = marked.replace('[|', '').replace('|]', '');
  const tree = parse(text);
  const usage = findUsages(tree).find(({ span }) => span.start === at);
  if (usage === undefined) throw new Error(`no usage at the mark of ${marked}`);
  const replacement = replaceUsage(tree, usage, { activation, parameters });
  return replacement && applyEdits(text, replacement.edits);
}

function check(marked: string, to: string | readonly [string, ParameterValues], expected: string | undefined): void {
  const [activation, parameters] = typeof to === 'string' ? [to, {}] : to;
  expect(replace(marked, activation, parameters)).toBe(expected);
}

function hasErrors(tree: SyntaxTree): boolean {
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) === Kind.Error || (tree.kind(node) === Kind.Missing && tree.kind(tree.parent(node)) !== Kind.Slice)) return true;
  }
  return false;
}

const nn = 'from torch import nn\n';
const functional = 'import torch\nimport torch.nn.functional as F\n';
const layers = 'from tensorflow.keras import layers\n';

describe('modules', () => {
  test('keep their prefix', () => check(`${nn}nn.[|ReLU|]()`, 'gelu', `${nn}nn.GELU()`));
  test('take only what differs from the default', () =>
    check(`${nn}nn.[|ReLU|]()`, ['leaky-relu', { negativeSlope: 0.01 }], `${nn}nn.LeakyReLU()`));
  test('take arguments by the name of the framework', () =>
    check(`${nn}nn.[|ReLU|]()`, ['leaky-relu', { negativeSlope: 0.2 }], `${nn}nn.LeakyReLU(negative_slope=0.2)`));
  test('keep what both know', () => check(`${nn}nn.[|ReLU|](inplace=True)`, 'silu', `${nn}nn.SiLU(inplace=True)`));
  test('lose what only the old one knows', () => check(`${nn}nn.[|ReLU|](inplace=True)`, 'gelu', `${nn}nn.GELU()`));
  test('name what loses its place', () => check(`${nn}nn.[|ReLU|](True)`, ['elu', { alpha: 0.5 }], `${nn}nn.ELU(inplace=True, alpha=0.5)`));
  test('change a value in its place', () =>
    check(`${nn}nn.[|LeakyReLU|](0.1, True)`, ['leaky-relu', { negativeSlope: 0.2 }], `${nn}nn.LeakyReLU(0.2, True)`));
  test('drop a value that is the default', () =>
    check(`${nn}nn.[|LeakyReLU|](0.1, inplace=True)`, ['leaky-relu', { negativeSlope: 0.01 }], `${nn}nn.LeakyReLU(inplace=True)`));
  test('are spelled by their module', () => check('import torch\ntorch.nn.[|ReLU|]()', 'gelu', 'import torch\ntorch.nn.GELU()'));
  test('need an import where single names are imported', () =>
    check('from torch.nn import Linear, ReLU\n[|ReLU|]()', 'gelu', 'from torch.nn import Linear, ReLU, GELU\nGELU()'));
  test('are imported on a line of their own where others are', () =>
    check('from torch.nn import (\n    Linear,\n    ReLU,  # fast\n)\n[|ReLU|]()', 'gelu',
      'from torch.nn import (\n    Linear,\n    ReLU,\n    GELU,  # fast\n)\nGELU()'));
  test('use an import that is there', () =>
    check('from torch.nn import GELU, ReLU as R\n[|R|]()', 'gelu', 'from torch.nn import GELU, ReLU as R\nGELU()'));
  test('shun a name that means something else', () =>
    check('import torch\nfrom torch.nn import ReLU\nclass GELU: pass\n[|ReLU|]()', 'gelu',
      'import torch\nfrom torch.nn import ReLU\nclass GELU: pass\ntorch.nn.GELU()'));
  test('stay references', () => check(`${nn}Block(act_layer=nn.[|ReLU|])`, 'gelu', `${nn}Block(act_layer=nn.GELU)`));
  test('as references take arguments through partial', () =>
    check(`${nn}Block(act_layer=nn.[|ReLU|])`, ['leaky-relu', { negativeSlope: 0.2 }],
      `${nn}from functools import partial\nBlock(act_layer=partial(nn.LeakyReLU, negative_slope=0.2))`));
  test('pick the form of GELU', () => check(`${nn}nn.[|GELU|]()`, 'gelu-tanh', `${nn}nn.GELU(approximate="tanh")`));
  test('leave the form of GELU', () => check(`${nn}nn.[|GELU|](approximate='tanh')`, 'gelu', `${nn}nn.GELU()`));
  test('quote as the file does', () => check(`${nn}x = 'a'\nnn.[|GELU|]()`, 'gelu-tanh', `${nn}x = 'a'\nnn.GELU(approximate='tanh')`));
  test('say the axis that PyTorch would guess', () => check(`${nn}nn.[|Sigmoid|]()`, 'softmax', `${nn}nn.Softmax(dim=-1)`));
  test('keep the axis', () => check(`${nn}nn.[|Softmax|](dim=1)`, 'log-softmax', `${nn}nn.LogSoftmax(dim=1)`));
  test('become the identity', () => check(`${nn}nn.[|Softmax|](dim=1)`, 'identity', `${nn}nn.Identity()`));
  test('write what the call cannot leave out', () =>
    check(`${nn}nn.[|ReLU|]()`, ['threshold', { threshold: 1, value: 0 }], `${nn}nn.Threshold(threshold=1, value=0)`));
  test('do not become gates, which halve their input', () => check(`${nn}nn.[|ReLU|]()`, 'glu', undefined));
  test('do not become what the framework has not', () => check(`${nn}nn.[|ReLU|]()`, 'snake', undefined));
  test('are left alone where arguments are hidden', () => check(`${nn}nn.[|ReLU|](*args)`, 'gelu', undefined));
});

describe('comments and line breaks stay', () => {
  test('between arguments', () =>
    check(`${nn}nn.[|LeakyReLU|](  # leaks\n    0.2,  # slope\n    inplace=True,\n)`, 'silu',
      `${nn}nn.SiLU(  # leaks\n    # slope\n    inplace=True,\n)`));
  test('behind the last', () =>
    check(`${nn}nn.[|ELU|](\n    0.5,\n    True,  # saves memory\n)`, 'relu', `${nn}nn.ReLU(\n    True,  # saves memory\n)`));
  test('or nothing is replaced', () =>
    check(`${functional}def f(x):\n    return (x  # logits\n        .[|sigmoid|]())`, 'gelu', undefined));
});

describe('functions', () => {
  test('keep their tensor', () => check(`${functional}F.[|relu|](x)`, 'gelu', `${functional}F.gelu(x)`));
  test('keep an expression', () => check(`${functional}y = F.[|relu|](self.conv(x) + b, inplace=True)`, 'mish', `${functional}y = F.mish(self.conv(x) + b, inplace=True)`));
  test('rename the tensor', () => check('import tensorflow as tf\ntf.nn.[|relu|](features=x)', 'sigmoid', 'import tensorflow as tf\ntf.nn.sigmoid(features=x)'));
  test('are found in another module of the framework', () =>
    check(`${functional}torch.[|relu|](x)`, 'gelu', `${functional}F.gelu(x)`));
  test('stay in place only for what works in place', () => check(`${functional}F.[|relu_|](x)`, 'elu', `${functional}F.elu_(x)`));
  test('that work in place are not replaced by others', () => check(`${functional}F.[|relu_|](x)`, 'gelu', undefined));
  test('whose result is dropped need inplace', () => check(`${functional}F.[|relu|](x, inplace=True)`, 'gelu', undefined));
  test('take arguments behind the tensor', () =>
    check('import jax\njax.nn.[|relu|](x)', ['leaky-relu', { negativeSlope: 0.3 }], 'import jax\njax.nn.leaky_relu(x, negative_slope=0.3)'));
  test('pick the form of GELU', () => check('import jax\njax.nn.[|relu|](x)', 'gelu', 'import jax\njax.nn.gelu(x, approximate=False)'));
  test('give way to their tensor', () => check(`${functional}y = F.[|softmax|](x, dim=1)`, 'identity', `${functional}y = x`));
  test('give way to an expression', () => check(`${functional}y = F.[|softmax|](a + b, dim=1) * c`, 'identity', `${functional}y = (a + b) * c`));
  test('cannot invent a learned slope', () => check(`${functional}F.[|relu|](x)`, 'prelu', undefined));
  test('from a star import', () => check('from jax.nn import *\n[|relu|](x)', 'silu', 'from jax.nn import *\nsilu(x)'));
});

describe('methods', () => {
  test('stay methods', () => check(`import torch\ny = x.[|sigmoid|]()`, 'tanh', 'import torch\ny = x.tanh()'));
  test('become functions', () => check(`${functional}y = self.fc(x).[|relu|]()`, 'gelu', `${functional}y = F.gelu(self.fc(x))`));
  test('keep the axis', () => check(`import torch\ny = x.[|softmax|](1)`, 'log-softmax', 'import torch\ny = x.log_softmax(1)'));
  test('keep parentheses', () => check(`${functional}y = (a + b).[|relu|]()`, 'silu', `${functional}y = F.silu((a + b))`));
  test('give way to what they are called on', () => check('import torch\ny = self.fc(x).[|sigmoid|]()', 'identity', 'import torch\ny = self.fc(x)'));
});

describe('strings', () => {
  test('change their text and keep their quotes', () =>
    check(`${layers}layers.Dense(1, activation=[|'relu'|])`.replace('[|\'relu\'|]', '\'[|relu|]\''), 'gelu', `${layers}layers.Dense(1, activation='gelu')`));
  test('become callables for parameters', () =>
    check(`${layers}layers.Dense(1, activation="[|relu|]")`, ['leaky-relu', { negativeSlope: 0.2 }], `${layers}layers.Dense(1, activation="leaky_relu")`));
  test('become layers where the string has another default', () =>
    check(`${layers}layers.Dense(1, activation="[|relu|]")`, ['leaky-relu', { negativeSlope: 0.1 }], `${layers}layers.Dense(1, activation=layers.LeakyReLU(negative_slope=0.1))`));
  test('become the identity', () =>
    check(`${layers}layers.Dense(1, activation="[|softmax|]")`, 'identity', `${layers}layers.Dense(1, activation="linear")`));
  test('keep to those that the layer knows', () =>
    check(`${nn}nn.TransformerEncoderLayer(8, 2, activation="[|relu|]")`, 'gelu', `${nn}nn.TransformerEncoderLayer(8, 2, activation="gelu")`));
  test('become callables where the layer knows no such string', () =>
    check(`${functional}torch.nn.TransformerEncoderLayer(8, 2, activation="[|relu|]")`, 'silu', `${functional}torch.nn.TransformerEncoderLayer(8, 2, activation=F.silu)`));
  test('stay where only strings will do', () => check(`${nn}nn.RNN(8, 8, nonlinearity="[|tanh|]")`, 'relu', `${nn}nn.RNN(8, 8, nonlinearity="relu")`));
  test('are left alone where nothing else will do', () => check(`${nn}nn.RNN(8, 8, nonlinearity="[|tanh|]")`, 'gelu', undefined));
  test('in configurations stay strings', () =>
    check('from transformers import BertConfig\nBertConfig(hidden_act="[|gelu|]")', 'gelu-tanh', 'from transformers import BertConfig\nBertConfig(hidden_act="gelu_new")'));
});

describe('layers of Keras', () => {
  test('become layers', () => check(`${layers}layers.[|ReLU|]()`, ['leaky-relu', { negativeSlope: 0.3 }], `${layers}layers.LeakyReLU()`));
  test('become named layers where there is no layer', () =>
    check(`${layers}layers.[|ReLU|](name="act")`, 'gelu', `${layers}layers.Activation("gelu", name="act")`));
  test('through tf', () =>
    check('import tensorflow as tf\ntf.keras.layers.[|ReLU|]()', 'elu', 'import tensorflow as tf\ntf.keras.layers.ELU()'));
  test('extend the import', () =>
    check('from keras.layers import Dense, ReLU\n[|ReLU|]()', 'elu', 'from keras.layers import Dense, ReLU, ELU\nELU()'));
});

describe('names are reached', () => {
  test('through the module that is imported', () =>
    check(`${nn}def f(x):\n    return x.[|relu|]()`, 'gelu', `${nn}def f(x):\n    return nn.functional.gelu(x)`));
  test('through an import in the same function', () =>
    check('def f(x):\n    import torch.nn.functional as F\n    return x.[|relu|]()', 'gelu', 'def f(x):\n    import torch.nn.functional as F\n    return F.gelu(x)'));
  test('not through an import of another function', () =>
    check('import torch\ndef g():\n    import torch.nn.functional as F\ndef f(x):\n    return x.[|relu|]()', 'gelu',
      'import torch\ndef g():\n    import torch.nn.functional as F\ndef f(x):\n    return torch.nn.functional.gelu(x)'));
  test('not through a name that a parameter hides', () =>
    check('import torch\nimport torch.nn.functional as F\ndef f(x, F):\n    return x.[|relu|]()', 'gelu',
      'import torch\nimport torch.nn.functional as F\ndef f(x, F):\n    return torch.nn.functional.gelu(x)'));
  test('by a new import below the others, with the line ends of the file', () =>
    check('import os\r\nfrom torch.nn.functional import relu\r\n\r\nBlock(act=[|relu|])', ['leaky-relu', { negativeSlope: 0.2 }],
      'import os\r\nfrom torch.nn.functional import relu, leaky_relu\r\nfrom functools import partial\r\n\r\nBlock(act=partial(leaky_relu, negative_slope=0.2))'));
  test('by the package that the file imports', () =>
    check('from tf_keras.layers import ReLU\n[|ReLU|]()', 'elu', 'from tf_keras.layers import ReLU, ELU\nELU()'));
  test('by an alias of a module', () => check('import torch\nnn = torch.nn\nnn.[|ReLU|]()', 'gelu', 'import torch\nnn = torch.nn\nnn.GELU()'));
});

describe('every replacement', () => {
  const written = frameworks.flatMap(({ id, symbols }) => symbols
    .filter(({ form, name }) => form !== 'string' && form !== 'method' && name.includes('.'))
    .map((symbol) => ({ id, symbol })));
  /** MONAI's factories are looked up by these, and never called with an input. */
  const isKey = (name: string): boolean => name.startsWith('monai.networks.layers.Act.');
  const importable = (name: string): string => name.replace(/^tf\b/, 'tensorflow');

  test('parses, and is what was chosen', () => {
    fc.assert(fc.property(fc.constantFrom(...written), fc.constantFrom(...activations), fc.nat(3), ({ symbol }, activation, steps) => {
      const { id } = activation;
      const chosen = Object.fromEntries(Object.entries(activation.parameters)
        .flatMap(([parameter, p]) => (p.kind === 'number' ? [[parameter, p.min + steps * p.step]] : [])));
      const name = importable(symbol.name);
      const leaf = name.slice(name.lastIndexOf('.') + 1);
      const text = `import ${name.slice(0, -leaf.length - 1)} as m\ny = m.${leaf}${isKey(name) ? '' : symbol.form === 'function' ? '(x)' : '()'}\n`;
      const tree = parse(text);
      const [usage] = findUsages(tree);
      const replacement = usage && replaceUsage(tree, usage, { activation: id, parameters: chosen });
      if (replacement === undefined) return;
      const after = applyEdits(text, replacement.edits);
      const again = parse(after);
      expect(hasErrors(again), after).toBe(false);
      if (id === 'identity') return;
      const [found] = findUsages(again);
      expect(found?.activation, after).toBe(id);
      for (const { name: parameter, value } of found?.parameters ?? []) if (parameter in chosen) expect(value, after).toBeCloseTo(chosen[parameter] ?? NaN, 9);
    }), { numRuns: 300 });
  });
});

describe('insertion', () => {
  function insert(marked: string, framework: string, activation: string, parameters: ParameterValues = {}): string | undefined {
    const at = marked.indexOf('|');
    const text = marked.replace('|', '');
    const replacement = insertActivation(parse(text), at, framework, { activation, parameters });
    return replacement && applyEdits(text, replacement.edits);
  }

  test('writes a layer', () => expect(insert(`${nn}a = |`, 'pytorch', 'leaky-relu', { negativeSlope: 0.2 })).toBe(`${nn}a = nn.LeakyReLU(negative_slope=0.2)`));
  test('writes a function where there are no layers', () => expect(insert('import jax\na = |', 'jax', 'silu')).toBe('import jax\na = jax.nn.silu'));
  test('imports below the docstring', () =>
    expect(insert('"""Model."""\na = |', 'pytorch', 'gelu')).toBe('"""Model."""\nfrom torch.nn import GELU\n\na = GELU()'));
  test('says nothing for what the framework has not', () => expect(insert('|', 'jax', 'snake')).toBeUndefined());
});
