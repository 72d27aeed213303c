import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('dead-relu-risk', code, expected);
const layered = (initialise: string, activation = 'nn.ReLU()'): string => `${torch}
layer = nn.Linear(8, 8)
${initialise}
model = nn.Sequential(layer, ${activation}, nn.Linear(8, 2))
`;
const trained = (optimiser: string, activation = 'nn.ReLU()'): string => `${torch}
model = nn.Sequential(nn.Linear(8, 8), ${activation}, nn.Linear(8, 2))
optimizer = torch.optim.${optimiser}
`;
const dense = (rest: string): string => `${keras}
model = keras.Sequential([layers.Dense(64, ${rest}), layers.Dense(1)])
`;
const blocks = (count: number, block: string): string => Array.from({ length: count }, () => block).join('');

describe('fires', () => {
  test('on an object of a class of initialisers', () => check(dense("activation='relu', kernel_initializer=[|keras.initializers.Zeros()|]"), { confidence: 'likely' }));
  test('on Gluon', () => check(`
from mxnet import init
from mxnet.gluon import nn
net = nn.Sequential()
net.add(nn.Dense(8, activation='relu', weight_initializer=[|init.Zero()|]), nn.Dense(1))
`, { confidence: 'likely' }));
  test('on a negative bias', () => check(layered('[|nn.init.constant_(layer.bias, -1.0)|]'), { confidence: 'hint', related: ['ReLU'] }));
  test('on weights of 0', () => check(layered('[|nn.init.zeros_(layer.weight)|]'), { confidence: 'hint' }));
  test('on Keras', () => check(dense("activation='relu', kernel_initializer=[|'zeros'|]"), { confidence: 'likely' }));
  test('on a negative bias in Keras', () => check(dense("activation='relu', bias_initializer=[|keras.initializers.Constant(-2.0)|]"), { confidence: 'hint' }));
  test('on large steps of Adam', () => check(trained('Adam(model.parameters(), [|lr=0.1|])'.replace('[|lr=0.1|]', 'lr=[|0.1|]'))));
  test('on twenty layers', () => check(`${torch}
model = nn.Sequential(nn.Linear(8, 8), nn.[|ReLU|](), ${blocks(21, 'nn.Linear(8, 8), nn.ReLU(), ')}nn.Linear(8, 2))
`));
});

describe('is silent', () => {
  test('on a bias of 0', () => check(layered('nn.init.zeros_(layer.bias)')));
  test('on a positive bias', () => check(layered('nn.init.constant_(layer.bias, 0.1)')));
  test('on another activation', () => check(layered('nn.init.constant_(layer.bias, -1.0)', 'nn.LeakyReLU()')));
  test('with normalisation', () => check(layered('nn.init.constant_(layer.bias, -1.0)', 'nn.BatchNorm1d(8), nn.ReLU()')));
  test('on an output that starts at 0', () => check(`${torch}
last = nn.Linear(8, 2)
nn.init.zeros_(last.weight)
model = nn.Sequential(nn.Linear(8, 8), nn.ReLU(), last)
`));
  test('on the default of Keras', () => check(dense("activation='relu'")));
  test('on zeros with a bias', () => check(dense("activation='relu', kernel_initializer='zeros', bias_initializer='ones'")));
  test('on SGD', () => check(trained('SGD(model.parameters(), lr=0.1)')));
  test('on small steps', () => check(trained('Adam(model.parameters(), lr=1e-3)')));
  test('on Adam with normalisation', () => check(trained('Adam(model.parameters(), lr=0.1)', 'nn.BatchNorm1d(8), nn.ReLU()')));
  test('on nineteen layers', () => check(`${torch}
model = nn.Sequential(${blocks(19, 'nn.Linear(8, 8), nn.ReLU(), ')}nn.Linear(8, 2))
`));
  test('in tests, which want known numbers', () => check(`import unittest\n${dense("activation='relu', kernel_initializer='zeros'")}`));
});
