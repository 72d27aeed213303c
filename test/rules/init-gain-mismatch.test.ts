import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('init-gain-mismatch', code, expected);

const net = (layers: string, initialise: string): string => `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(${layers})
        for m in self.modules():
            if isinstance(m, nn.Linear):
                ${initialise}
    def forward(self, x):
        return self.net(x)
`;
const deep = (activation: string, blocks: number): string => `${Array.from({ length: blocks }, () => `nn.Linear(8, 8), ${activation}`).join(', ')}, nn.Linear(8, 2)`;

describe('fires', () => {
  test('on weights for ReLU before tanh', () => check(net('nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 2)', "[|nn.init.kaiming_normal_(m.weight, nonlinearity='relu')|]"), { confidence: 'hint' }));
  test('on Xavier before many ReLUs', () => check(net(deep('nn.ReLU()', 10), '[|nn.init.xavier_uniform_(m.weight)|]')));
  test('on another slope than that of what follows', () => {
    check(net('nn.Linear(8, 8), nn.LeakyReLU(), nn.Linear(8, 2)', "nn.init.kaiming_normal_(m.weight, a=[|0.2|], nonlinearity='leaky_relu')"), { confidence: 'hint' });
    check(net('nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 2)', 'nn.init.kaiming_uniform_(m.weight, [|0.1|])'));
  });
  test('on He before tanh in Keras', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='tanh', kernel_initializer='[|he_normal|]'), layers.Dense(1)])
`));
});

describe('is silent', () => {
  test('on weights for ReLU before ReLU', () => check(net('nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 2)', "nn.init.kaiming_normal_(m.weight, nonlinearity='relu')")));
  test('on Xavier with its gain', () => check(net(deep('nn.ReLU()', 10), "nn.init.xavier_uniform_(m.weight, nn.init.calculate_gain('relu'))")));
  test('on a shallow net', () => check(net(deep('nn.ReLU()', 3), 'nn.init.xavier_uniform_(m.weight)')));
  test('on a normalised net', () => check(net(`nn.BatchNorm1d(8), ${deep('nn.ReLU()', 10)}`, 'nn.init.xavier_uniform_(m.weight)')));
  test('where activations differ', () => check(net('nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 2)', "nn.init.kaiming_normal_(m.weight, nonlinearity='relu')")));
  test('without an initialiser', () => check(net(deep('nn.ReLU()', 12), 'pass')));
  test('on an output of tanh', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='relu', kernel_initializer='he_normal'), layers.Dense(1, activation='tanh', kernel_initializer='he_normal')])
`));
  test('on a gate', () => check(`${torch}
class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)
        nn.init.kaiming_normal_(self.fc.weight, nonlinearity='relu')
    def forward(self, x):
        return x * torch.sigmoid(self.fc(x))
`));
  test('on Glorot before tanh', () => check(`${keras}
model = keras.Sequential([layers.Dense(64, activation='tanh', kernel_initializer='glorot_uniform'), layers.Dense(1)])
`));
  test('on a net with ways around', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(${deep('nn.ReLU()', 10)})
        self.way = nn.Linear(8, 2)
        for m in self.modules():
            if isinstance(m, nn.Linear):
                nn.init.xavier_uniform_(m.weight)
    def forward(self, x):
        return self.way(x) + self.net(x)
`));
  test('on the slope of what follows', () => check(net('nn.Linear(8, 8), nn.LeakyReLU(0.2), nn.Linear(8, 2)', 'nn.init.kaiming_normal_(m.weight, a=0.2)')));
  test('on a slope that is computed', () => check(net('nn.Linear(8, 8), nn.LeakyReLU(slope), nn.Linear(8, 2)', 'nn.init.kaiming_normal_(m.weight, a=0.2)')));
});
