import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nfrom torchvision import datasets, transforms\nimport torchvision.transforms as T\n';
const keras = 'import numpy as np\nfrom keras import Sequential, layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('output-range-vs-data-range', code, expected);

const unit = 'data = datasets.MNIST("d", transform=transforms.ToTensor())\n';
const symmetric = 'data = datasets.MNIST("d", transform=transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))]))\n';
const model = (name: string, last: string): string => `
class ${name}(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.ConvTranspose2d(64, 3, 4), ${last})
    def forward(self, z):
        return self.net(z)
`;
const built = (name: string, last: string): string => `
def ${name}():
    model = Sequential()
    model.add(layers.Dense(784, activation='${last}'))
    model.add(layers.Reshape((28, 28, 1)))
    return model
`;

describe('fires', () => {
  test.each(['G', 'netG', 'Gen'])('on the generator of a pair: %s', (name) => check(`${torch}${symmetric}
class ${name}(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(64, 256), nn.ReLU(), nn.Linear(256, 784), nn.[|Sigmoid|]())
    def forward(self, z):
        return self.net(z)
class D(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 1))
    def forward(self, x):
        return self.net(x)
score = D()(${name}()(z))
`));
  test('on a model that is called an AE', () => checkRule('output-range-vs-data-range', `
from torch import nn
from torchvision import transforms
scaling = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
class AE(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(784, 32), nn.ReLU(), nn.Linear(32, 784), nn.[|Sigmoid|]())
    def forward(self, x):
        return self.net(x)
`));
  test('on transforms of MindSpore and PaddlePaddle', () => {
    check(`
from mindspore import nn
from mindspore.dataset.vision import transforms
steps = [transforms.ToTensor(), transforms.Normalize([0.5], [0.5])]
class Generator(nn.Cell):
    def __init__(self):
        super().__init__()
        self.net = nn.SequentialCell(nn.Dense(64, 784), nn.[|Sigmoid|]())
    def construct(self, z):
        return self.net(z)
`);
    check(`
from paddle import nn
from paddle.vision import transforms as T
data = T.Compose([T.ToTensor()])
class Generator(nn.Layer):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(64, 784), nn.[|Tanh|]())
    def forward(self, z):
        return self.net(z)
`);
  });
  test('on tanh against [0, 1]', () => check(torch + unit + model('Generator', 'nn.[|Tanh|]()'), { confidence: 'likely', related: ['transforms.ToTensor()'] }));
  test('on sigmoid against [-1, 1]', () => check(torch + symmetric + model('Decoder', 'nn.[|Sigmoid|]()')));
  test('on one of several outputs', () => check(`${torch}${unit}
class VAE(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(784, 20)
        self.b = nn.Linear(20, 784)
    def forward(self, x):
        z = self.a(x)
        return torch.[|tanh|](self.b(z)), z
`));
  test('on a division by 255', () => check(`${keras}x = x.astype('float32') / 255.\n${built('build_generator', '[|tanh|]')}`));
  test('on a shift by 127.5', () => check(`${keras}x = (x.astype(np.float32) - 127.5) / 127.5\n${built('build_decoder', '[|sigmoid|]')}`));
  test('on a division by 127.5', () => check(`${keras}x = x / 127.5 - 1.\n${built('generator_model', '[|sigmoid|]')}`));
  test('on a map in another order', () => check(`${keras}x = np.array(batch, dtype=np.float32) * 2.0 / 255.0 - 1.0\n${built('build_generator', '[|sigmoid|]')}`));
  test('on a model by the name of its variable', () => check(`${keras}
x = x / 127.5 - 1.
autoencoder = Sequential([layers.Dense(32, activation='relu'), layers.Dense(784, activation='[|sigmoid|]')])
autoencoder.compile('adam', 'mse')
`));
  test('on a division in place', () => check(`${keras}x /= 255.\n${built('build_generator', '[|tanh|]')}`));
  test('on a function that applies layers, as in TensorFlow 1', () => check(`
import tensorflow as tf
images = images / 255.0
def generator(z):
    h = tf.nn.relu(tf.layers.conv2d_transpose(z, 64, 5))
    out = tf.nn.[|tanh|](tf.layers.conv2d_transpose(h, 3, 5), name='out')
    return out
fake = generator(z)
score = discriminator(fake)
`));
});

describe('is silent', () => {
  test('on a model of a short name that gives nothing to another', () => check(`${torch}${symmetric}
class G(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10), nn.Sigmoid())
    def forward(self, x):
        return self.net(x)
shares = G()(image)
`));
  test('beside an output that fits, which may be the one for these data', () => check(`${keras}
x = x / 255.
autoencoder = Sequential([layers.Dense(32, activation='relu'), layers.Dense(784, activation='sigmoid')])
decoder = Sequential([layers.Dense(32, activation='relu'), layers.Dense(784, activation='tanh')])
`));
  test('on a model of another name', () => check(`${keras}
x = x / 127.5 - 1.
mask_decoder = Sequential([layers.Dense(32, activation='relu'), layers.Dense(784, activation='sigmoid')])
net = Sequential([layers.Dense(32, activation='relu'), layers.Dense(784, activation='sigmoid')])
`));
  test('on a code that the model gives as well as what it makes of it', () => check(`${torch}${unit}
class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(784, 20)
        self.b = nn.Linear(20, 784)
    def forward(self, x):
        code = torch.tanh(self.a(x))
        return torch.sigmoid(self.b(code + torch.randn_like(code))), code
`));
  test('on tanh against [-1, 1]', () => check(torch + symmetric + model('Generator', 'nn.Tanh()')));
  test.each(['x = np.array(batch, dtype=np.float32) * 2.0 / 255.0 - 1.0', 'x = (x / 255 - 0.5) * 2', 'x = (x / 255 - mean) / std', 'x /= 255\nx -= 0.5\nx *= 2', 'x = x / 255.0\nx = (x - 0.5) / 0.5'])(
    'on tanh where more is done than to divide: %s', (line) => check(`${keras}${line}\n${built('build_generator', 'tanh')}`));
  test('on sigmoid against [0, 1]', () => check(torch + unit + model('Decoder', 'nn.Sigmoid()')));
  test('without data in reach', () => check(torch + model('Generator', 'nn.Tanh()')));
  test('on a linear output', () => check(torch + unit + model('Generator', 'nn.Identity()')));
  test('on a discriminator', () => check(torch + symmetric + model('Discriminator', 'nn.Sigmoid()')));
  test('where a loss of probabilities says it', () => check(`${torch}${unit}${model('Decoder', 'nn.Tanh()')}loss = nn.BCELoss()(Decoder()(z), x)\n`));
  test('on masks', () => check(torch + symmetric + model('UNetDecoder', 'nn.Sigmoid()') + model('SegmentationDecoder', 'nn.Sigmoid()')));
  test('where the data are scaled in two ways', () => check(`${torch}${unit}x = x / 127.5 - 1\n${model('Generator', 'nn.Tanh()')}`));
  test('where a Normalize is another', () => check(`${torch}t = T.Normalize((0.1307,), (0.3081,))\n${model('Decoder', 'nn.Sigmoid()')}`));
  test('where outputs are rescaled', () => check(`${torch}${unit}x = (g(z) + 1) / 2\n${model('Generator', 'nn.Tanh()')}`));
  test('where inputs are rescaled', () => check(`${torch}${unit}x = 2 * x - 1\n${model('Generator', 'nn.Tanh()')}`));
  test('where a Lambda may rescale', () => check(`${torch}${unit}t = T.Lambda(f)\n${model('Generator', 'nn.Tanh()')}`));
  test('on a decoder of features', () => check(`${torch}${unit}${model('FeatureDecoder', 'nn.Tanh(), nn.Linear(3, 8)')}`));
  test.each(['x = ((img + 1) * 255 / 2)', 'x = img * 0.5 + 0.5', 'x = img / 2 + 0.5', 'x = 0.5 * (img + 1.0)', 'x = img * (high - low) + low'])('where a range becomes another: %s', (line) =>
    check(`${torch}${unit}${line}\n${model('Generator', 'nn.Tanh()')}`));
  test('on tanh among the hidden layers of such a function', () => check(`
import tensorflow as tf
images = images / 255.0
def generator(z):
    h = tf.nn.tanh(tf.layers.conv2d_transpose(z, 64, 5))
    return tf.nn.sigmoid(tf.layers.conv2d_transpose(h, 3, 5))
fake = generator(z)
`));
});
