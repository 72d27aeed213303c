import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import type { Activation } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { answerOf, longestAnswer } from '../../src/explanations/answer';
import { hoverText, type Problem } from '../../src/explanations/hover';
import { subjectOf } from '../../src/explanations/subject';
import type { Subject } from '../../src/explanations/subject';
import { frameworks } from '../../src/frameworks/catalogue';
import type { TypesetFormulas } from '../../src/pictures/formula';
import type { ThemeKind } from '../../src/pictures/series';
import { parse } from '../../src/python/parse';
import { rules } from '../../src/rules/catalogue';
import { findUsages } from '../../src/usages/findUsages';
import type { Usage } from '../../src/usages/usage';
import { typesetter } from '../rig/typeset.mjs';

const themeKinds: readonly ThemeKind[] = ['dark', 'light', 'highContrast', 'highContrastLight'];
const place = { uri: 'file:///model.py', offset: 0 };
const draw = typesetter();
const drawn = new Map<string, TypesetFormulas>();

function formulasOf({ id, formula, gradient }: Activation): TypesetFormulas {
  const formulas = drawn.get(id) ?? { formula: draw(formula.tex), gradient: draw(gradient.tex) };
  drawn.set(id, formulas);
  return formulas;
}

/** The innermost subject at the bar in a Python text: a formula comes before what it holds. */
function subjectAt(marked: string): Subject {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const usage = findUsages(parse(text)).filter(({ expression }) => expression.start <= offset && offset <= expression.end).at(-1);
  if (!usage) throw new Error(`No usage in ${marked}`);
  const subject = subjectOf(usage, text);
  if (!subject) throw new Error(`No activation ${usage.activation}`);
  return subject;
}

function hoverOf(subject: Subject, theme: ThemeKind = 'dark', problem?: Problem): string {
  return hoverText(subject, { theme, place, formulas: formulasOf(subject.activation), ...(problem ? { problem } : {}) });
}

/** What a person reads: the words without pictures, tags and links. */
function words(hover: string): string {
  return hover
    .replace(/<img [^>]*>/g, '').replace(/\((?:command|https?):[^)]*\)/g, '')
    .replace(/<br>|<\/t[dr]>/g, '\n').replace(/<[^>]*>/g, '').replace(/\$\([\w-]+\) ?/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/&nbsp;/g, ' ');
}

function aboveFold(hover: string): string {
  return words(hover).split('\n---\n')[0] ?? '';
}

/** The hover at the bar says each of these above the fold, in this order, and none of those. */
function check(marked: string, says: readonly string[], saysNot: readonly string[] = []): void {
  const text = aboveFold(hoverOf(subjectAt(marked)));
  let from = 0;
  for (const part of says) {
    const found = text.indexOf(part, from);
    if (found < 0) throw new Error(`«${part}» is not in, or not in order in:\n${text}`);
    from = found + part.length;
  }
  for (const part of saysNot) expect(text).not.toContain(part);
}

const laterCall = (layer: string): string =>
  `from torch import nn\n\nclass A(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.act = ${layer}\n    def forward(self, x):\n        return self.a|ct(x)\n`;

describe('the hover at a usage', () => {
  test('of a later call names the defaults that its layer took', () => check(laterCall('nn.Softplus()'), ['Softplus β = 1, t = 20 is a smooth ReLU, exactly x above 20.']));

  test('of what only a default says tells so, and no pitfall of it', () => {
    const subject = subjectAt('import torch.nn.functional as F\ndef mlp(x, act=F.relu):\n    return a|ct(x)\n');
    const says = (isByDefault: boolean): string => aboveFold(hoverText(subject, { theme: 'dark', place, isByDefault, formulas: formulasOf(subject.activation) }));
    expect(says(true)).toContain('ReLU is the default here: callers may pass another.');
    expect(says(false)).not.toContain('default here');
    expect(says(true).split('\n').length).toBeLessThanOrEqual(says(false).split('\n').length + 1);
  });

  test('of a later call whose layer has nothing to set names nothing', () => check(laterCall('nn.SiLU()'), ['SiLU weighs each input by its sigmoid.']));

  test('of a PyTorch module with its slope written', () => check(
    'import torch.nn as nn\nact = nn.Leaky|ReLU(0.2, inplace=True)\n',
    ['LeakyReLU 0.2 keeps a gradient of 0.2 for negative inputs.', 'f in (−∞, ∞), f′ in [0.2, 1]', 'N(0, 1) in: mean 0.32, std 0.65',
      'Default α: PyTorch 0.01, Keras layer 0.3', 'Open in Lab', 'Options for this layer', 'Understand'],
  ));

  test('of a Keras string, whose default is another than the layer\'s', () => check(
    'from tensorflow import keras\nd = keras.layers.Dense(8, activation="leaky_|relu")\n',
    ['LeakyReLU 0.2 keeps a gradient of 0.2', 'N(0, 1) in: mean 0.32, std 0.65', '0.2'],
  ));

  test('of a JAX function says which GELU it is', () => check(
    'import jax\ny = jax.nn.ge|lu(x)\n',
    ['GELU (tanh) ', 'f in [−0.17, ∞), f′ in [−0.129, 1.13]', 'N(0, 1) in: mean 0.28, std 0.59', 'tanh form by default'],
  ));

  test('a written argument settles what the note says', () => check(
    'import jax\ny = jax.nn.ge|lu(x, approximate=False)\n', ['GELU weighs'], ['by default'],
  ));

  test('of a tensor method', () => check(
    'import torch\ndef f(x: torch.Tensor):\n    return x.sig|moid()\n',
    ['Sigmoid passes at most 0.25 of the gradient.', 'f in (0, 1), f′ in (0, 0.25]', 'N(0, 1) in: mean 0.5, std 0.21'],
  ));

  test('the name before a note leaves what is written in capitals', () => {
    check('from transformers.activations import ACT2FN\nact = ACT2FN["gelu_|10"]\n', ['transformers: GELU, clipped to −10 and 10.']);
    check('import mlx.nn as nn\nact = nn.gelu_fast_app|rox(x)\n', ['Its factor was 1.773 before MLX 0.5.']);
  });

  test('what PyTorch does is no matter in a file of another library', () => {
    check('import keras\nact = keras.layers.Leaky|ReLU(0.2)\n', ['LeakyReLU 0.2'], ['kaiming_normal_']);
    check('import torch\nimport keras\nact = keras.layers.Leaky|ReLU(0.2)\n', ['LeakyReLU 0.2', 'kaiming_normal_']);
    check('import chainer.functions as F\ny = F.rre|lu(x)\n', ['RReLU', 'In training each negative input'], ['training=False']);
    check('from torch import nn\nact = nn.RRe|LU()\n', ['RReLU', 'In training each negative input'], ['training=False']);
    check('import torch.nn.functional as F\ny = F.rre|lu(x)\n', ['RReLU', 'F.rrelu has training=False']);
    check('import torch.nn.functional as F\ny = F.rre|lu(x, training=self.training)\n', ['RReLU'], ['training=False']);
  });

  test.each([
    'import torch\ntorch.nn.init.xavier_uniform_(w, gain=torch.nn.init.calculate_gain("ta|nh"))\n',
    'import torch\ntorch.nn.init.kaiming_normal_(w, mode="fan_out", nonlinearity="re|lu")\n',
    'import torch\nself.conv = Conv(3, 4, w_init_gain="sig|moid")\n',
  ])('what an initialiser is told is not applied: %s', (marked) => check(marked, ['It tells an initialiser how far to spread weights', 'Open in Lab', 'Understand'], ['Options for this layer']));

  test('what a layer applies is no matter of initialisers', () => {
    check('from torch import nn\nrnn = nn.RNN(3, 4, nonlinearity="re|lu")\n', ['ReLU'], ['initialiser']);
    check('from torch import nn\nnet = Net(8, act="ta|nh", init_gain=2)\n', ['Tanh'], ['initialiser']);
  });

  test('a module that guesses its axis is warned of, one that is told is not', () => {
    check('from torch import nn\nhead = nn.Soft|max()\n', ['Softmax', '0.577, 0.235, 0.188', 'dim']);
    check('from torch import nn\nhead = nn.Soft|max(dim=-1)\n', ['Softmax'], ['guesses', 'Without dim']);
    check('from torch import nn\nhead = nn.Soft|max(1)\n', ['Softmax'], ['guesses', 'Without dim']);
  });

  test('what needs a loss in view is not said without one', () => {
    const model = 'from torch import nn\nhead = nn.Soft|max(dim=-1)\n';
    check(model, ['Softmax'], ['cross-entropy']);
    check(`${model}loss = nn.CrossEntropyLoss()\n`, ['cross-entropy']);
  });

  test('initialisation is no matter behind a normalisation', () => {
    check('from torch import nn\nm = nn.Sequential(nn.Linear(4, 4), nn.Leaky|ReLU(0.2))\n', ['kaiming_normal_']);
    check('from torch import nn\nm = nn.Sequential(nn.BatchNorm1d(4), nn.Leaky|ReLU(0.2))\n', ['LeakyReLU'], ['kaiming_normal_']);
  });

  test('the first line of a warning leaves room for its icon, so that no word of it stands alone', () => {
    expect(hoverOf(subjectAt('from torch import nn\nnn.EL|U()\n'))).toContain(' it jumps<br>from 0.5 to 1 at zero.');
  });

  test('a framework that does not know a parameter has no default for it', () => {
    check('from torch import nn\nact = nn.Soft|plus()\n', ['Softplus'], ['Default']);
    // `very_leaky_rectify` of Lasagne is another function, not another default.
    check('from lasagne.nonlinearities import LeakyRectify\nact = Leaky|Rectify(0.2)\n', ['Default α: Lasagne 0.01, Keras layer 0.3'], ['0.333']);
    check('from torch import nn\nact = nn.Hard|sigmoid()\n', ['Hardsigmoid'], ['Default']);
  });

  test('the default of an older module is not that of its framework', () => {
    check('import paddle\nact = paddle.nn.Leaky|ReLU()\n', ['Default α: PaddlePaddle 0.01, Keras layer 0.3'], ['0.02']);
    check('from paddle import fluid\ny = fluid.layers.leaky|_relu(x)\n', ['LeakyReLU 0.02', 'Default α: PaddlePaddle 0.01']);
  });

  test('one number of several says which it is', () => {
    check('from torch import nn\nact = nn.Hard|tanh(0, 1)\n', ['Hardtanh a = 0 clips to [0, 1]']);
    check('from torch import nn\nact = nn.RRe|LU(upper=1.0)\n', ['RReLU has slope 0.5625']);
    check('from chainer import functions as F\ny = F.soft|plus(x, beta=2.0)\n', ['Softplus β = 2 is']);
  });

  test('where the form is not known it is assumed', () => {
    check('import torch.nn.functional as F\ny = F.ge|lu(x, approximate=self.approximate)\n', ['GELU', 'This form is assumed: approximate is no literal.']);
    check('import torch.nn.functional as F\ny = F.ge|lu(x, approximate="none")\n', ['GELU'], ['assumed']);
    check('import torch.nn.functional as F\nFORM = "tanh"\ny = F.ge|lu(x, approximate=FORM)\n', ['GELU (tanh)'], ['assumed']);
  });

  test('what an unusual number makes of a function', () => {
    check('from torch import nn\nact = nn.CE|LU(-1.0)\n', ['CELU −1 falls exponentially for negative inputs.']);
    check('from torch import nn\nact = nn.Soft|plus(-1)\n', ['is a smooth min(0, x), x itself below −20.']);
  });

  test('what has one value is said to have it', () => {
    check('from torch import nn\nact = nn.Iden|tity()\n', ['f in (−∞, ∞), f′ = 1', 'N(0, 1) in: mean 0, std 1'], ['f′ in']);
    check('from torch import nn\nact = nn.Leaky|ReLU(0.9999)\n', ['f in (−∞, ∞), f′ in [0.9999, 1]']);
  });

  test('a value that the function cannot have is said, with what the library does then, and nothing else', () => {
    check('from torch import nn\nact = nn.Soft|shrink(-1)\n', ['Softshrink −1 needs λ ≥ 0; PyTorch raises an error.'], ['N(0, 1)', 'f in', 'kinks']);
    check('from torch import nn\nact = nn.Hard|shrink(-1)\n', ['Hardshrink −1 needs λ ≥ 0; PyTorch passes all inputs.'], ['N(0, 1)']);
    check('from torch import nn\nact = nn.CE|LU(0)\n', ['CELU 0 needs α ≠ 0; PyTorch raises an error.'], ['kink']);
    check('import torch.nn.functional as F\ny = F.hard|tanh(x, 2., 1.)\n', ['Hardtanh a = 2, b = 1 needs b > a.'], ['clips', 'PyTorch raises']);
    check('from torch import nn\nact = nn.Hard|tanh(2, cfg.top)\n', ['Hardtanh a = 2, b = 1 needs b > a.', 'b = 1 is assumed: cfg.top is no literal.'], ['PyTorch raises']);
    expect(hoverOf(subjectAt('from torch import nn\nact = nn.CE|LU(0)\n'))).not.toContain('its gradient from');
  });

  test('of a name whose form the version decides no form is claimed', () => {
    const says = (imports: string, name: string): string => `${imports}\ny = ${name}|(x)\n`;
    const either = ['Hardsigmoid has several forms under this name.', 'Slope 0.2', '1/6'];
    check(says('import keras', 'keras.activations.hard_sigmoid'), either, ['0.167', 'N(0, 1)', 'assumed', 'kink']);
    check(says('import tensorflow as tf', 'tf.keras.activations.hard_sigmoid'), either, ['0.167', 'N(0, 1)', 'assumed', 'kink']);
    check('from keras.layers import LSTM\nl = LSTM(8, recurrent_activation="hard|_sigmoid")\n', either, ['0.167']);
    check(says('import keras', 'keras.ops.hard_sigmoid'), ['Hardsigmoid is 0 below −3', 'f′ in [0, 0.167]']);
    check(says('from keras import backend as K', 'K.hard_sigmoid'), ['is 0 below −2.5', 'f′ in [0, 0.2]']);
  });

  test('a gate is no hidden layer', () => {
    check('import torch\ny = torch.sig|moid(x)\n', ['ten hidden layers pass at most', '9.5 × 10⁻⁷ of a gradient']);
    check('import torch\ny = x * torch.sig|moid(x)\n', ['Sigmoid'], ['hidden layers']);
  });

  test('smooth is only what has every derivative', () => {
    check('from torch import nn\nact = nn.EL|U()\n', ['Monotonic, no kink, saturates left.']);
    check('from torch import nn\nact = nn.EL|U(0.5)\n', ['Monotonic, kink at 0, saturates left.']);
    check('from torch import nn\nact = nn.Ta|nh()\n', ['Monotonic, smooth, saturates on both sides.']);
  });

  test('a value that is no literal is assumed, and raises no warning', () => check(
    'from torch import nn\nact = nn.Leaky|ReLU(cfg.slope)\n',
    ['LeakyReLU 0.01', 'α = 0.01 is assumed: cfg.slope is no literal'], ['kaiming_normal_'],
  ));

  test('a literal that does not tell the value is called none', () => {
    check('import keras\nact = keras.layers.PRe|LU("he_normal")\n', ['PReLU 0', 'a = 0 is assumed: "he_normal" alone does not tell it.'], ['no literal']);
    check('import tensorflow_addons as tfa\ny = tfa.activations.hard|shrink(x, -1.0, 2.0)\n', ['λ = 0.5 is assumed: -1.0 alone does not tell it.'], ['no literal']);
  });

  test('what comes from the file cannot become markup', () => {
    const subject = subjectAt('from torch import nn\nact = nn.Leaky|ReLU(f("<img src=x>[a](command:b)$(gear)`*"))\n');
    const hover = hoverOf(subject);
    for (const markup of ['<img src=x>', '[a](command:b)', '$(gear)']) expect(hover.includes(markup), markup).toBe(false);
    expect(words(hover)).toContain('f("<img src=x>[a]');
  });
});

/** A usage of every name that any framework has for an activation; of those that differ in nothing else, one. */
const everyName: [string, Usage][] = [...new Map(frameworks.flatMap((framework) => framework.symbols.map((symbol): [string, Usage] => {
  const parameters = Object.entries(activations.find(({ id }) => id === symbol.activation)?.parameters ?? {}).map(([name, parameter]) => (
    { name, value: symbol.defaults?.[name] ?? parameter.default, source: 'default' as const }
  ));
  const span = { start: 0, end: symbol.name.length };
  return [`${symbol.name} (${symbol.form})`, {
    activation: symbol.activation, framework: framework.id, symbol: symbol.name, form: symbol.form,
    certainty: 'resolved', parameters, span, expression: span, scope: '',
  }];
})).map((entry): [string, [string, Usage]] => {
  const { activation, framework, parameters } = entry[1];
  return [JSON.stringify([activation, framework, parameters]), entry];
})).values()];

describe('every name of every framework', () => {
  test('has a hover that VS Code shows whole, with its answer on one line and its links in view', () => {
    for (const [name, usage] of everyName) {
      const subject = subjectOf(usage, usage.symbol);
      if (!subject) continue;
      const { title, rest } = answerOf(subject);
      const hover = hoverOf(subject);
      expect(`${title} ${rest}`.length, `${name}: ${title} ${rest}`).toBeLessThanOrEqual(longestAnswer);
      expect(title.startsWith(subject.activation.name), name).toBe(true);
      expect(words(hover).startsWith(`${title} ${rest}`), name).toBe(true);
      expect(hover.length, name).toBeLessThan(100_000);
      expect(words(/<table>.*<\/table>/.exec(hover)?.[0] ?? ''), name).not.toMatch(/NaN|undefined|Infinity/);
      expect(estimatedHeight(hover), name).toBeLessThanOrEqual(250);
    }
  }, 60_000);

  test('has one below a reported problem, in the room that is left', () => {
    for (const { id } of activations) {
      const usage = everyName.find(([, candidate]) => candidate.activation === id)?.[1];
      const subject = usage && subjectOf(usage, usage.symbol);
      if (subject) expect(estimatedHeight(hoverOf(subject, 'light', {})), id).toBeLessThanOrEqual(182);
    }
  }, 60_000);

  test('has the reason of our own finding beside its picture, in the same room', () => {
    for (const [name, usage] of everyName.slice(0, 5)) {
      const subject = subjectOf(usage, usage.symbol);
      if (!subject) continue;
      for (const { id, documentation } of rules) {
        const hover = hoverOf(subject, 'dark', { finding: { rule: id, why: documentation.why } });
        expect(estimatedHeight(hover), `${name} ${id}`).toBeLessThanOrEqual(182);
        expect(words(hover), `${name} ${id}`).toContain('Why this is a problem');
        expect(words(hover).trimStart().replace(/\s+/g, ' '), `${name} ${id}`).toContain(documentation.why.replaceAll('`', '').slice(0, 20));
      }
    }
  });
});

/** The height above the fold as VS Code 1.139 was measured to lay it out, at 14 px type. */
function estimatedHeight(hover: string): number {
  const [, cells = ''] = /<tr>(.*)<\/tr>/.exec(hover) ?? [];
  const heights = cells.split('</td>').map((cell) => cell.split('<br>').reduce((sum, line) => {
    const picture = /height="(\d+)"/.exec(line);
    return sum + (picture ? Number(picture[1]) + 5 : 19);
  }, 0));
  const above = hover.split('\n\n---')[0]?.split('\n\n') ?? [];
  const notes = above.length === 4 ? (above[2]?.split('<br>').length ?? 0) : 0;
  return 65 + Math.max(...heights) + 8 + 19 * notes;
}

describe('whatever the parameters are', () => {
  function expectHover(id: string, value: number | string, theme: ThemeKind): void {
    const activation = findActivation(id);
    if (!activation) return;
    const parameters = Object.entries(defaultsOf(activation)).map(([name, standard]) => (
      { name, value: typeof standard === typeof value ? value : standard, source: 'written' as const }
    ));
    const span = { start: 0, end: 1 };
    const subject = subjectOf({
      activation: activation.id, framework: 'pytorch', symbol: 'x', form: 'function', certainty: 'resolved', parameters, span, expression: span, scope: '',
    }, 'x');
    expect(subject && hoverText(subject, { theme, place }).includes('<table>'), `${id} with ${value}`).toBe(true);
  }

  test('a hover is written, and soon', () => {
    const anything = fc.oneof(fc.double(), fc.integer(), fc.string());
    const ids = fc.constantFrom(...activations.map(({ id }) => id));
    fc.assert(fc.property(ids, anything, fc.constantFrom(...themeKinds), expectHover), { numRuns: 100 });
  }, 60_000);

  test.each([0, -0, NaN, Infinity, -Infinity, 1e300, 5e-324, -1])('a hover of every function is written with %s', (value) => {
    for (const { id } of activations) expectHover(id, value, 'dark');
  }, 60_000);
});
