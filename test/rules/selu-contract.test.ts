import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('selu-contract', code, expected);
const lecun = "activation='selu', kernel_initializer='lecun_normal'";

const inLoop = (added: string, end = ''): string => `${torch}
class Net(nn.Module):
    def __init__(self, n, width, depth, p):
        super().__init__()
        layers = []
        for _ in range(depth):
            ${added}
            n = width
        layers.append(nn.Linear(width, 2))${end}
        self.net = nn.Sequential(*layers)
    def forward(self, x):
        return self.net(x)
`;

describe('fires', () => {
  test('on plain dropout that a loop puts behind SELU', () => {
    check(inLoop('layers += [nn.Linear(n, width), nn.SELU(), nn.[|Dropout|](p)]'), { confidence: 'likely', fixed: inLoop('layers += [nn.Linear(n, width), nn.SELU(), nn.AlphaDropout(p)]') });
    check(inLoop('layers.append(nn.Linear(n, width))\n            layers.append(nn.SELU())\n            layers.append(nn.[|Dropout|](p))'), { confidence: 'likely' });
  });
  test('on AlphaDropout behind another function', () => check(`${torch}
def block(n, p):
    return nn.Sequential(nn.Linear(n, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.[|AlphaDropout|](p))
y = F.[|alpha_dropout|](F.gelu(x), 0.1)
`, { confidence: 'likely', fixed: `${torch}
def block(n, p):
    return nn.Sequential(nn.Linear(n, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(p))
y = F.dropout(F.gelu(x), 0.1)
` }));
  test('on plain dropout of Keras', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, ${lecun}), layers.[|Dropout|](0.2), layers.Dense(64, ${lecun}), layers.Dense(10)])
`, { confidence: 'likely', fixed: `${keras}
model = keras.Sequential([layers.Dense(64, ${lecun}), layers.AlphaDropout(0.2), layers.Dense(64, ${lecun}), layers.Dense(10)])
` }));
  test('on plain dropout of PyTorch', () => check(`${torch}
model = nn.Sequential(nn.Linear(8, 64), nn.SELU(), nn.[|Dropout|](0.2), nn.Linear(64, 64), nn.SELU(), nn.Linear(64, 1))
`, { confidence: 'likely', fixed: `${torch}
model = nn.Sequential(nn.Linear(8, 64), nn.SELU(), nn.AlphaDropout(0.2), nn.Linear(64, 64), nn.SELU(), nn.Linear(64, 1))
` }));
  test('on a normalisation', () => check(`${torch}
model = nn.Sequential(nn.Linear(8, 64), nn.[|BatchNorm1d|](64), nn.SELU(), nn.Linear(64, 64), nn.SELU(), nn.Linear(64, 1))
`));
  test('on the default initialiser', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='[|selu|]'), layers.Dense(64, ${lecun}), layers.Dense(10)])
`, { fixed: `${keras}
model = keras.Sequential([layers.Dense(64, activation='selu', kernel_initializer="lecun_normal"), layers.Dense(64, ${lecun}), layers.Dense(10)])
` }));
  test('on another initialiser', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='selu', kernel_initializer='[|he_normal|]'), layers.Dense(64, ${lecun}), layers.Dense(10)])
`, { confidence: 'likely', fixed: null }));
  test('with a hint in a convolutional network', () => check(`${keras}
model = keras.Sequential([layers.Conv2D(64, 3, activation='[|selu|]'), layers.Conv2D(64, 3, activation='[|selu|]'), layers.Dense(10)])
`, { confidence: 'hint' }));
  test('with a hint on a SELU among others', () => check(`${torch}
model = nn.Sequential(nn.Linear(8, 64), nn.SELU(), nn.[|Dropout|](0.2), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1))
`, { confidence: 'hint' }));
});

describe('is silent', () => {
  test.each([
    ['AlphaDropout', inLoop('layers += [nn.Linear(n, width), nn.SELU(), nn.AlphaDropout(p)]')],
    ['dropout behind another function', inLoop('layers += [nn.Linear(n, width), nn.ReLU(), nn.Dropout(p)]', '\n        layers.append(nn.SELU())')],
    ['dropout before the layer', inLoop('layers += [nn.SELU(), nn.Linear(n, width), nn.Dropout(p)]')],
    ['dropout among convolutions', inLoop('layers += [nn.Conv1d(n, width, 3), nn.SELU(), nn.Dropout(p)]')],
  ])('on %s in a loop', (_, code) => check(code));
  test('on AlphaDropout behind what may be SELU, or behind a layer', () => check(`${torch}
y = F.alpha_dropout(nn.Linear(8, 8)(x), 0.1)
def block(act):
    return nn.Sequential(nn.Linear(8, 64), act, nn.AlphaDropout(0.1))
z = nn.AlphaDropout(0.1)(F.selu(x) if flag else F.relu(x))
`));
  test('on all that it needs', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, ${lecun}), layers.AlphaDropout(0.2), layers.Dense(64, ${lecun}), layers.Dense(10, activation='softmax')])
`));
  test('on lecun_uniform and its class', () => check(`${keras}
model = keras.Sequential([
    layers.Dense(64, activation='selu', kernel_initializer='lecun_uniform'),
    layers.Dense(64, activation='selu', kernel_initializer=keras.initializers.LecunNormal()),
])
`));
  test('on an initialiser that is not known', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='selu', kernel_initializer=mine), layers.Dense(64, activation='selu', kernel_initializer=other())])
`));
  test('on options that may hold it', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='selu', **options), layers.Dense(64, activation='selu', **options)])
`));
  test('on dropout of the input and behind ReLU', () => check(`${torch}
model = nn.Sequential(nn.Dropout(0.1), nn.Linear(8, 64), nn.SELU(), nn.Linear(64, 64), nn.ReLU(), nn.Dropout(), nn.Linear(64, 1))
`));
  test('on a normalisation of the input', () => check(`${torch}
model = nn.Sequential(nn.BatchNorm1d(8), nn.Linear(8, 64), nn.SELU(), nn.Linear(64, 64), nn.SELU(), nn.Linear(64, 1))
`));
  test('on a SELU in a graph network, of which it warns at most with a hint', () => check(`${torch}
from torch_geometric.nn import GCNConv
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = GCNConv(8, 8), GCNConv(8, 2)
    def forward(self, x, edges):
        return self.b(F.selu(self.a(x, edges)), edges)
`));
});

describe('fires in Gluon', () => {
  test('on a dropout, where there is no other', () => checkRule('selu-contract', `
from mxnet.gluon import nn
net = nn.Sequential()
net.add(nn.Dense(8), nn.SELU(), nn.[|Dropout|](0.2), nn.Dense(8), nn.SELU(), nn.Dense(2))
`, { fixed: null }));
});
