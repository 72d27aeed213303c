import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/activations/activation';
import { companionEdits } from '../../src/advice/companions';
import { replaceUsage } from '../../src/advice/replacement';
import { applyEdits } from '../../src/documents/edit';
import { followModels } from '../../src/models/followModels';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { findUsages } from '../../src/usages/findUsages';

/** The text with the activation between `[|` and `|]` replaced, and what goes with it. */
function check(marked: string, to: string | readonly [string, ParameterValues], expected: string): void {
  const [activation, parameters] = typeof to === 'string' ? [to, {}] : to;
  const at = marked.indexOf('[|');
  const text = marked.replace('[|', '').replace('|]', '');
  const tree = parse(text);
  const usages = findUsages(tree);
  const usage = usages.find(({ span }) => span.start === at);
  const replacement = usage && replaceUsage(tree, usage, { activation, parameters });
  if (usage === undefined || replacement === undefined) throw new Error(`nothing to replace in ${marked}`);
  const beside = companionEdits(tree, followModels({ tree, names: namesOf(tree), usages }), usage, { activation, parameters });
  expect(applyEdits(text, [...replacement.edits, ...beside])).toBe(expected);
}

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const dense = (activation: string, initialiser: string, rest = ''): string => `${keras}
model = keras.Sequential([layers.Dense(64, activation=${activation}, kernel_initializer=${initialiser}), ${rest}layers.Dense(1)])
`;
const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const net = (activation: string, initialise: string, rest = ''): string => `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 2)
        self.act = ${activation}
        self.drop = nn.Dropout(0.1)
        ${initialise}
    def forward(self, x):
        x = self.act(self.a(x))
        ${rest}
        return self.c(self.act(self.b(x)))
`;
const each = (call: string): string => `for m in (self.a, self.b):\n            ${call}`;

describe('the initialiser of Keras', () => {
  test('of SELU is that of LeCun', () => check(dense("'[|relu|]'", "'he_normal'"), 'selu', dense("'selu'", "'lecun_normal'")));
  test('of tanh is that of Glorot, with the same distribution', () => check(dense("'[|relu|]'", "'he_uniform'"), 'tanh', dense("'tanh'", "'glorot_uniform'")));
  test('of ReLU is that of He', () => check(dense("'[|selu|]'", "'lecun_normal'"), 'relu', dense("'relu'", "'he_normal'")));
  test('as a class', () => check(dense("'[|relu|]'", 'keras.initializers.HeNormal(seed=1)'), 'selu', dense("'selu'", 'keras.initializers.LecunNormal(seed=1)')));
  test('before a layer of its own', () => check(
    `${keras}model = keras.Sequential([layers.Dense(64, kernel_initializer="he_normal"), layers.Activation("[|relu|]"), layers.Dense(1)])\n`, 'selu',
    `${keras}model = keras.Sequential([layers.Dense(64, kernel_initializer="lecun_normal"), layers.Activation("selu"), layers.Dense(1)])\n`,
  ));
  test('stays within a family', () => check(dense("'[|relu|]'", "'he_normal'"), 'gelu', dense("'gelu'", "'he_normal'")));
  test('stays where it did not fit before', () => check(dense("'[|relu|]'", "'glorot_normal'"), 'selu', dense("'selu'", "'glorot_normal'")));
  test('stays where it is not known', () => check(dense("'[|relu|]'", 'mine'), 'selu', dense("'selu'", 'mine')));
});

describe('the initialiser of PyTorch', () => {
  test('of tanh is that of Glorot, with its gain', () => check(
    net('nn.[|ReLU|]()', each('nn.init.kaiming_normal_(m.weight, mode="fan_in", nonlinearity="relu")')), 'tanh',
    net('nn.Tanh()', each('nn.init.xavier_normal_(m.weight, gain=nn.init.calculate_gain("tanh"))')),
  ));
  test('of SELU has the gain 1', () => check(
    net('nn.[|ReLU|]()', each('nn.init.kaiming_normal_(m.weight, mode="fan_in", nonlinearity="relu")')), 'selu',
    net('nn.SELU()', each('nn.init.kaiming_normal_(m.weight, mode="fan_in", nonlinearity="linear")')),
  ));
  test('of a leaky ReLU is told its slope', () => check(
    net('nn.[|Tanh|]()', each('nn.init.xavier_uniform_(m.weight)')), ['leaky-relu', { negativeSlope: 0.2 }],
    net('nn.LeakyReLU(negative_slope=0.2)', each('nn.init.kaiming_uniform_(m.weight, a=0.2, nonlinearity="leaky_relu")')),
  ));
  test('stays where another activation follows too', () => check(
    net('nn.[|ReLU|]()', each('nn.init.kaiming_normal_(m.weight, nonlinearity="relu")'), 'x = torch.relu(self.b(x))'), 'tanh',
    net('nn.Tanh()', each('nn.init.kaiming_normal_(m.weight, nonlinearity="relu")'), 'x = torch.relu(self.b(x))'),
  ));
  test('stays where it did not fit before', () => check(
    net('nn.[|ReLU|]()', each('nn.init.xavier_normal_(m.weight)')), 'selu', net('nn.SELU()', each('nn.init.xavier_normal_(m.weight)')),
  ));
});

describe('the dropout', () => {
  test('of SELU is AlphaDropout', () => check(dense("'[|relu|]'", "'he_normal'", 'layers.Dropout(0.2), '), 'selu', dense("'selu'", "'lecun_normal'", 'layers.AlphaDropout(0.2), ')));
  test('of others is none', () => check(dense("'[|selu|]'", "'lecun_normal'", 'layers.AlphaDropout(0.2), '), 'relu', dense("'relu'", "'he_normal'", 'layers.Dropout(0.2), ')));
  test('is imported', () => check(
    'from torch.nn import Dropout, Linear, ReLU, SELU, Sequential\nnet = Sequential(Linear(8, 8), [|ReLU|](), Dropout(0.5), Linear(8, 1))\n', 'selu',
    'from torch.nn import Dropout, Linear, ReLU, SELU, Sequential, AlphaDropout\nnet = Sequential(Linear(8, 8), SELU(), AlphaDropout(0.5), Linear(8, 1))\n',
  ));
  test('as a function', () => check(`${torch}y = F.dropout(F.[|relu|](nn.Linear(8, 8)(x)), 0.5)\n`, 'selu', `${torch}y = F.alpha_dropout(F.selu(nn.Linear(8, 8)(x)), 0.5)\n`));
  test('stays where it takes something else too', () => check(
    net('nn.[|ReLU|]()', 'pass', 'x = self.drop(x) + self.drop(self.b(x))'), 'selu', net('nn.SELU()', 'pass', 'x = self.drop(x) + self.drop(self.b(x))'),
  ));
  test('stays with other activations', () => check(dense("'[|relu|]'", "'he_normal'", 'layers.Dropout(0.2), '), 'gelu', dense("'gelu'", "'he_normal'", 'layers.Dropout(0.2), ')));
});
