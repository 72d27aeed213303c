import { describe, test } from 'vitest';
import { checkRule } from './check';

const keras = 'import tensorflow as tf\nfrom tensorflow.keras import layers\ny = layers.Dense(1)\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('keras-rnn-cudnn-fallback', keras + code, expected);

describe('fires', () => {
  test('on relu', () => check("x = layers.LSTM(64, activation='[|relu|]', return_sequences=True)\n", {
    confidence: 'likely', fixed: `${keras}x = layers.LSTM(64, activation='tanh', return_sequences=True)\n`,
  }));
  test('on a function by its place', () => check('x = layers.GRU(64, tf.nn.[|relu|])\n', { fixed: null }));
  test('on no activation', () => check('x = layers.LSTM(64, activation=[|None|])\n', { confidence: 'likely' }));
  test('on a recurrent activation', () => check("x = layers.Bidirectional(layers.LSTM(64, recurrent_activation='[|hard_sigmoid|]'))\n"));
  test('in a file that has nothing else', () => checkRule('keras-rnn-cudnn-fallback', 'from keras.layers import GRU\nmodel.add(GRU(64, reset_after=[|False|]))\n'));
  test('with a hint on what else prevents it', () => check('x = layers.LSTM(64, recurrent_dropout=[|0.2|])\n', { confidence: 'hint' }));
  test('with a hint on reset_after of a GRU', () => check('x = layers.GRU(64, reset_after=[|False|], use_bias=True)\n', { confidence: 'hint' }));
  test('with a hint alone where another function would not help', () => check("x = layers.LSTM(64, activation='relu', recurrent_dropout=[|0.2|])\n", { confidence: 'hint' }));
  test('beside a dropout that is 0', () => check("x = layers.GRU(64, activation='[|relu|]', recurrent_dropout=0.)\n", { confidence: 'likely' }));
});

describe('is silent', () => {
  test('on what the kernel has', () => check("x = layers.LSTM(64, activation='tanh', recurrent_activation=tf.nn.sigmoid, unroll=False, recurrent_dropout=0)\n"));
  test('without arguments', () => check('x = layers.GRU(64)\n'));
  test('where another argument may prevent it too', () => check("def build(p):\n    return layers.GRU(64, activation='relu', recurrent_dropout=p)\n"));
  test('on SimpleRNN and ConvLSTM', () => check("x = layers.SimpleRNN(8, activation='relu')\ny = layers.ConvLSTM2D(8, 3, activation='relu')\n"));
  test('with use_cudnn', () => check("x = layers.LSTM(64, activation='relu', use_cudnn=False)\n"));
  test('on a CPU', () => check("import os\nos.environ['CUDA_VISIBLE_DEVICES'] = '-1'\nx = layers.LSTM(64, activation='relu')\n"));
  test('where devices are hidden', () => check("tf.config.set_visible_devices([], 'GPU')\nx = layers.LSTM(64, activation='relu')\n"));
  test('on a variable', () => check('def build(act):\n    return layers.LSTM(64, activation=act)\n'));
  test('where options may hold more', () => check("x = layers.LSTM(64, activation='relu', **options)\n"));
  test('on PyTorch', () => check("from torch import nn\nx = nn.RNN(8, 8, nonlinearity='relu')\n"));
});
