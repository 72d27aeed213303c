import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'from tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('keras-unknown-activation-string', code, expected);

describe('fires', () => {
  test('on capitals', () => check(`${keras}x = layers.Dense(8, activation='[|Relu|]')\n`, { confidence: 'likely', fixed: `${keras}x = layers.Dense(8, activation='relu')\n` }));
  test('on a missing underscore', () => check(`${keras}x = layers.Dense(8, "[|leakyrelu|]")\n`, { fixed: `${keras}x = layers.Dense(8, "leaky_relu")\n` }));
  test('in an Activation layer', () => check(`${keras}x = layers.Activation('[|lrelu|]')\n`, { fixed: null }));
  test('on a recurrent activation', () => check(`import keras\nx = keras.layers.LSTM(8, recurrent_activation='[|hardsigmoid|]')\n`));
  test('on prelu, which is a layer', () => check(`${keras}x = layers.Conv2D(8, 3, activation='[|prelu|]')\n`, { fixed: null }));
  test('on the name of a class in Keras 3', () => check(`
import keras
from keras import ops
x = keras.layers.Dense(8, activation='[|LeakyReLU|]')
`));
  test('on what only PyTorch calls so', () => check(`${keras}x = layers.Dense(8, activation='[|logsigmoid|]')\n`));
});

describe('is silent', () => {
  test('on what is to be filled in', () => check(`${keras}x = layers.Dense(8, activation='??')\n`));
  const names = ['relu', 'leaky_relu', 'swish', 'silu', 'gelu', 'linear', 'hard_sigmoid', 'hard_silu', 'softmax', 'exponential', 'sparse_plus', 'glu', 'log_softmax', 'relu6', 'squareplus', 'celu'];
  test.each(names)('on %s', (name) => check(`${keras}x = layers.Dense(8, activation='${name}')\n`));
  test('on the name of a class, where the version is unknown', () => check(`${keras}x = layers.Dense(8, activation='LeakyReLU')\n`));
  test('on a registered name', () => check(`
import tensorflow as tf
tf.keras.utils.get_custom_objects().update({'mine': mine})
x = tf.keras.layers.Dense(8, activation='mine')
`));
  test('in a custom object scope', () => check(`
from keras import layers, utils
with utils.custom_object_scope({'mine': mine}):
    x = layers.Dense(8, activation='mine')
`));
  test('on the name of a package', () => check(`${keras}x = layers.Dense(8, activation='Addons>lisht')\n`));
  test('on a variable', () => check(`${keras}def block(act):\n    return layers.Dense(8, activation=act)\n`));
  test('on a layer of someone else', () => check('from mine import Dense\nx = Dense(8, activation="Relu")\n'));
  test('on None and functions', () => check(`import tensorflow as tf\nx = tf.keras.layers.Dense(8, activation=None)\ny = tf.keras.layers.Dense(8, activation=tf.nn.relu)\n`));
});
