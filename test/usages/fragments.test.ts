import { describe, test } from 'vitest';
import { checkRule } from '../rules/check';
import { check } from './check';

describe('a piece of a program that imports nothing', () => {
  test('of PyTorch', () => check('nothing', `
class Net(nn.Module):
    def forward(self, x):
        return F.[|relu|](nn.[|Tanh|]()(x))
`, ['relu?', 'tanh?']));
  test('of PyTorch, by a name that other code has too', () => check('nothing', 'net = nn.Sequential(nn.Linear(1, 2), nn.[|Threshold|](0.1, 20))\n', ['threshold? threshold=0.1 value=20']));
  test('of Keras', () => check('nothing', `
model = Sequential()
model.add(Dense(8, activation='[|relu|]'))
model.add([|LeakyReLU|](0.1))
model.add(Activation('[|softmax|]'))
`, ['relu?', 'leaky-relu? negativeSlope=0.1', 'softmax? temperature:1']));
  test('of Keras, which some call K', () => check('nothing', 'x = K.layers.Conv2D(3, 3, activation="[|relu|]")(x)\ny = K.layers.[|LeakyReLU|](0.1)(x)\n', ['relu?', 'leaky-relu? negativeSlope=0.1']));
  test('of Keras by its backend', () => check('nothing', 'model = Sequential()\ny = K.[|softmax|](x)\n', ['softmax? temperature:1']));
  test('of TensorFlow', () => check('nothing', 'y = tf.nn.[|elu|](tf.layers.dense(x, 8))\n', ['elu? alpha:1']));
  test('of NumPy', () => check('nothing', `
class NeuralNetwork:
    """Weights and bias of a hidden layer, trained for an epoch."""
    def sigmoid(self, x):
        return [|1 / (1 + np.exp(-x))|]
    def forward(self, X):
        return self.[|sigmoid|](np.dot(X.T, self.weights))
`, ['sigmoid?', 'sigmoid?']));
  test('of which its first words say what it needs', () => check('nothing', `
"""
import numpy as np
"""
def relu_func(x):
    return [|np.maximum(0, x)|]
A = [|relu_func|](np.dot(W, X) + b)
`, ['relu?', 'relu?']));
  test('is followed', () => checkRule('softmax-on-one-unit', `
model = Sequential()
model.add(Dense(50))
model.add(Dense(1, activation='[|softmax|]'))
`));
});

describe('nothing is assumed', () => {
  test('of what imports anything', () => check('nothing', 'from layers import Net\nmodel = Sequential()\nmodel.add(Dense(8, activation=make("relu")))\ny = LeakyReLU(0.1)(nn.Linear(2, 2)(x))\n'.replace('LeakyReLU', 'Leaky')));
  test('of arrays that no network is made of', () => check('nothing', 'y = 1 / (1 + np.exp(-x))\nz = np.tanh(x)\n'));
  test('of names alone', () => check('nothing', 'y = relu(F.tanh(x))\nz = layers.ReLU()(x)\n'));
  test('of other libraries with the same names', () => {
    check('nothing', 'class Net(nn.Cell):\n    def construct(self, x):\n        return nn.Tanh()(nn.Linear(2, 2)(x))\n');
    check('nothing', 'init, apply = stax.serial(Dense(8), Tanh, Dense(1))\nmodel.add(Dense(8))\n');
  });
  test('of what the text binds itself', () => check('nothing', 'class LeakyRamp:\n    pass\nLeakyReLU = LeakyRamp\nmodel = Sequential([Dense(8), LeakyReLU()])\n'));
});
