import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow import keras\nfrom tensorflow.keras import layers\n';
const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('softmax-between-layers', code, expected);

const net = (forward: string): string => `${torch}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(8, 32)
        self.b = nn.Linear(32, 32)
        self.c = nn.Linear(32, 10)
        self.book = nn.Linear(32, 64, bias=False)
    def forward(self, x):
        ${forward}
`;

describe('fires', () => {
  test('before a normalisation', () => check(`
import tensorflow as tf
h = tf.layers.conv2d(x, 32, 3, activation=tf.nn.[|softmax|], use_bias=False)
h = tf.layers.batch_normalization(h, training=True)
h = tf.layers.conv2d(h, 32, 3, activation=tf.nn.relu, use_bias=False)
`, { confidence: 'likely' }));
  test('with a hint on what each place of an image is', () => check(`${torch}
class Exists(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.a, self.b = nn.Conv2d(128, classes, 1), nn.Conv2d(128, 5, 1)
        self.fc = nn.Linear(4500, 128)
    def forward(self, x):
        p, q = F.[|softmax|](self.a(x), dim=1), F.[|softmax|](self.b(x), dim=1)
        return self.fc(F.avg_pool2d(p, 2).view(-1, 4500)), self.fc(F.max_pool2d(q, 2).view(-1, 4500))
`, { confidence: 'hint' }));
  test('in a Sequential', () => check(`${torch}m = nn.Sequential(nn.Linear(8, 32), nn.[|Softmax|](dim=1), nn.Dropout(), nn.Linear(32, 10))\n`, { confidence: 'likely' }));
  test('in a forward', () => check(net('x = F.[|softmax|](self.a(x), dim=1)\n        return self.c(x)')));
  test('in Keras', () => check(`${keras}
model = keras.Sequential([
    layers.Dense(64, activation='[|softmax|]'),
    layers.Dense(10, activation='softmax'),
])
`));
  test('in the functional API', () => check(`${keras}
inputs = keras.Input((8,))
x = layers.Dense(64, activation='[|softmax|]')(inputs)
model = keras.Model(inputs, layers.Dense(10)(x))
`));
  test('with a hint on a sigmoid among rectifiers', () => check(net('x = F.relu(self.a(x))\n        x = torch.[|sigmoid|](self.b(F.relu(x)))\n        return self.c(x)'), { confidence: 'hint' }));
  test('on layers that are added to a model from elsewhere', () => check(`${keras}
class Speaker:
    def fit(self):
        self.model = load(path)
        hidden = layers.Dense(128, activation='[|softmax|]')
        self.model.add(hidden)
        self.model.add(layers.Dense(10, activation='softmax'))
`, { confidence: 'likely' }));
  test('on products with variables of TensorFlow', () => check(`
import tensorflow as tf
def add_layer(x, size, units, activation):
    w, b = tf.Variable(tf.zeros([size, units])), tf.Variable(tf.zeros([units]))
    return [|activation|](tf.matmul(x, w) + b)
hidden = add_layer(x, 784, 500, tf.nn.softmax)
y = add_layer(hidden, 500, 10, tf.nn.softmax)
`));
  test('on layers of TensorFlow 1, through pooling', () => check(`
import tensorflow as tf
h = tf.layers.conv2d(x, 32, 5, activation=tf.nn.[|softmax|])
h = tf.layers.max_pooling2d(h, 2, 2)
h = tf.layers.conv2d(h, 64, 3, activation=tf.nn.relu)
`, { confidence: 'likely' }));
});

describe('is silent', () => {
  test('on an output', () => check(net('return F.softmax(self.c(x), dim=1)')));
  test('on weights that are multiplied', () => check(net('w = F.softmax(self.a(x), dim=1)\n        return self.c(w * x)')));
  test('on what is also returned', () => check(net('p = F.softmax(self.a(x), dim=1)\n        return p, self.c(p)')));
  test('on what a loss receives too', () => check(`${torch}
p = F.softmax(nn.Linear(8, 32)(x), dim=1)
loss = F.nll_loss(p, y)
z = nn.Linear(32, 8)(p)
`));
  test('on a choice from a codebook', () => check(net('return self.book(F.softmax(self.a(x), dim=1))')));
  test('between two models', () => check(`${torch}
generator = nn.Sequential(nn.Linear(8, 32), nn.Softmax(dim=1))
critic = nn.Sequential(nn.Linear(32, 1))
score = critic(generator(z))
`));
  test('on scores of an attention', () => check(net('a = F.softmax(x @ x.transpose(1, 2), dim=-1)\n        return self.c(a)')));
  test('on heads that talk to each other', () => check(net('a = self.a(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)\n        a = a.softmax(dim=-1)\n        return self.b(a.permute(0, 2, 3, 1))')));
  test('between convolutions over heads', () => check(`${torch}a = nn.Conv2d(8, 8, 1)(x).softmax(dim=-1)\ny = nn.Conv2d(8, 8, 1)(a)\n`));
  test('on sigmoids alone', () => check(net('x = torch.sigmoid(self.a(x))\n        return self.c(x)')));
  test('on a softmax over another axis', () => check(net('x = F.softmax(self.a(x), dim=0)\n        return self.c(x)')));
  test('on layers that are added to two models, or with another between', () => check(`${keras}
a, b = load(path), load(other)
a.add(layers.Dense(10, activation='softmax'))
b.add(layers.Dense(10, activation='relu'))
b.add(layers.Dense(10, activation='softmax'))
b.add(layers.Reshape((2, 5)))
b.add(layers.Dense(10))
`));
  test('on a product with a variable without biases, which picks from a memory', () => check(`
import tensorflow as tf
w, b, memory = tf.Variable(a), tf.Variable(c), tf.Variable(d)
read = tf.matmul(tf.nn.softmax(tf.matmul(x, w) + b), memory)
`));
  test('on one of the activations that a name chooses from', () => check(`${torch}
def chosen(name):
    if name == 'softmax':
        return F.softmax
    return F.relu
class Net(nn.Module):
    def __init__(self, name):
        super().__init__()
        self.up, self.down, self.act = nn.Linear(8, 64), nn.Linear(64, 8), chosen(name)
    def forward(self, x):
        return self.down(self.act(self.up(x)))
`));
  test('over the keys of an attention whose heads a convolution mixes', () => check(`${torch}
class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.transform = nn.Sequential(nn.Conv2d(8, 8, 1), nn.Softmax(-1), nn.InstanceNorm2d(8))
    def forward(self, queries, keys):
        return self.transform(queries @ keys)
`));
});

describe('is silent on a prediction', () => {
  test('that is added to what it was made from', () => checkRule('softmax-between-layers', `
import torch
from torch import nn
class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.block = nn.Linear(16, 16)
        self.tokens = nn.Linear(16, 40)
        self.back = nn.Linear(40, 16)
    def forward(self, x):
        x = torch.relu(self.block(x))
        guess = self.tokens(x)
        return x + self.back(guess.softmax(dim=-1))
`));

  test('whose copy is added in place, halfway through the layers', () => checkRule('softmax-between-layers', `
import torch
from torch import nn
class Block(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.norm = nn.LayerNorm(size)
    def forward(self, x):
        return self.norm(x)
class Encoder(nn.Module):
    def __init__(self, depth):
        super().__init__()
        self.first = nn.Linear(80, 16)
        self.layers = nn.ModuleList([Block(16) for _ in range(depth)])
        self.tokens = nn.Linear(16, 40)
        self.back = nn.Linear(40, 16)
        self.depth = depth
    def forward(self, x):
        x = self.first(x)
        for place, layer in enumerate(self.layers, start=1):
            x = layer(x)
            if place == self.depth // 2:
                guess = x.clone()
                guess = self.tokens(guess)
                x += self.back(nn.Softmax(dim=-1)(guess))
        return x
`));
});
