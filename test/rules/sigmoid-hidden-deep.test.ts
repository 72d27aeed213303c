import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\n';
const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('sigmoid-hidden-deep', code, expected);
const blocks = (count: number, block: string): string => Array.from({ length: count }, () => block).join('');

describe('fires', () => {
  test('on four in a Sequential', () => check(`${torch}
model = nn.Sequential(nn.Linear(8, 8), nn.[|Sigmoid|](), ${blocks(3, 'nn.Linear(8, 8), nn.Sigmoid(), ')}nn.Linear(8, 2))
`, { confidence: 'hint' }));
  test('on convolutions with pooling between', () => check(`${torch}
model = nn.Sequential(nn.Conv2d(3, 8, 3), nn.[|Sigmoid|](), nn.MaxPool2d(2), ${blocks(4, 'nn.Conv2d(8, 8, 3), nn.Sigmoid(), nn.MaxPool2d(2), ')}nn.Conv2d(8, 2, 1))
`));
  test('on functions', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c, self.d, self.e = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 1)
    def forward(self, x):
        x = torch.[|sigmoid|](self.a(x))
        x = torch.sigmoid(self.b(x))
        x = torch.sigmoid(self.c(x))
        x = torch.sigmoid(self.d(x))
        return self.e(x)
`));
  test('on Keras', () => check(`${keras}
model = keras.Sequential([layers.Dense(8, activation='[|sigmoid|]'), ${blocks(3, "layers.Dense(8, activation='sigmoid'), ")}layers.Dense(1)])
`));
});

describe('is silent', () => {
  test('on three', () => check(`${torch}
model = nn.Sequential(${blocks(3, 'nn.Linear(8, 8), nn.Sigmoid(), ')}nn.Linear(8, 2))
`));
  test('on an output', () => check(`${torch}
model = nn.Sequential(${blocks(4, 'nn.Linear(8, 8), nn.ReLU(), ')}nn.Linear(8, 2), nn.Sigmoid())
`));
  test('with normalisation', () => check(`${torch}
model = nn.Sequential(${blocks(6, 'nn.Linear(8, 8), nn.BatchNorm1d(8), nn.Sigmoid(), ')}nn.Linear(8, 2))
`));
  test('with ways around', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c, self.d, self.e = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 1)
    def forward(self, x):
        x = x + torch.sigmoid(self.a(x))
        x = x + torch.sigmoid(self.b(x))
        x = x + torch.sigmoid(self.c(x))
        x = x + torch.sigmoid(self.d(x))
        return self.e(x)
`));
  test('on gates', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c, self.d, self.e = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 1)
    def forward(self, x):
        x = x * torch.sigmoid(self.a(x))
        x = x * torch.sigmoid(self.b(x))
        x = x * torch.sigmoid(self.c(x))
        x = x * torch.sigmoid(self.d(x))
        return self.e(x)
`));
  test('on an autoencoder', () => check(`${torch}
class AutoEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(${blocks(6, 'nn.Linear(8, 8), nn.Sigmoid(), ')}nn.Linear(8, 2))
    def forward(self, x):
        return self.net(x)
`));
  test('on tanh, whose slope is 1', () => check(`${torch}
model = nn.Sequential(${blocks(6, 'nn.Linear(8, 8), nn.Tanh(), ')}nn.Linear(8, 2))
`));
  test('in tests', () => check(`import pytest
${torch}
model = nn.Sequential(${blocks(5, 'nn.Linear(8, 8), nn.Sigmoid(), ')}nn.Linear(8, 2))
`));
  test('on squeeze and excitation', () => check(`${torch}
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.down, self.up = nn.Conv2d(8, 8, 3), nn.Conv2d(8, 2, 1), nn.Conv2d(2, 8, 1)
    def forward(self, x):
        x = self.conv(x)
        return x * torch.sigmoid(self.up(torch.relu(self.down(x.mean((2, 3), keepdim=True)))))
model = nn.Sequential(Block(), Block(), Block(), Block(), nn.Conv2d(8, 2, 1))
`));
  test('on attention', () => check(`${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b, self.c, self.d, self.e = nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 8), nn.Linear(8, 1)
    def forward(self, x):
        x = torch.bmm(torch.sigmoid(self.a(x)), x)
        x = torch.bmm(torch.sigmoid(self.b(x)), x)
        x = torch.bmm(torch.sigmoid(self.c(x)), x)
        x = torch.bmm(torch.sigmoid(self.d(x)), x)
        return self.e(x)
`));
  test('on the gates of a recurrent cell', () => check(`${torch}
class Cell(nn.Module):
    def __init__(self):
        super().__init__()
        self.z, self.r, self.h = nn.Linear(16, 8), nn.Linear(16, 8), nn.Linear(16, 8)
    def forward(self, x, h):
        for t in range(5):
            z = torch.sigmoid(self.z(torch.cat([x, h], 1)))
            r = torch.sigmoid(self.r(torch.cat([x, h], 1)))
            h = (1 - z) * h + z * torch.tanh(self.h(torch.cat([x, r * h], 1)))
        return h
`));
});
