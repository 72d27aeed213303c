/** MXNet: the blocks of Gluon, and operators on arrays and symbols. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

/** mxnet/gluon/nn/activations.py. */
const blocks: Table = {
  LeakyReLU: { activation: 'leaky-relu', arguments: [argument('alpha', 'negativeSlope', { required: true })] },
  PReLU: { activation: 'prelu', arguments: [argument('alpha_initializer'), argument('in_channels')], versioned: ['a'] },
  ELU: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  SELU: 'selu',
  GELU: {
    activation: 'gelu',
    arguments: [argument('approximation')],
    variants: [{ argument: 'approximation', equals: 'tanh', activation: 'gelu-tanh' }],
  },
  Swish: { activation: 'swish', arguments: [argument('beta', 'beta')], defaults: { beta: 1 } },
  SiLU: 'silu',
};

const normalised = [argument('axis'), argument('temperature', 'temperature', { keywordOnly: true })];

/** The operators, without the array that comes first. */
const operators: Table = {
  relu: 'relu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softsign: 'softsign',
  log_sigmoid: 'log-sigmoid',
  mish: 'mish',
  softmax: { activation: 'softmax', arguments: normalised },
  log_softmax: { activation: 'log-softmax', arguments: [argument('axis')] },
  softmin: { activation: 'softmin', arguments: [argument('axis')] },
  hard_sigmoid: {
    activation: 'hard-sigmoid',
    arguments: [argument('alpha', 'variant', { values: { 0.2: 'keras_legacy', [1 / 6]: 'pytorch' } }), argument('beta')],
    defaults: { variant: 'keras_legacy' },
    variants: [{ argument: 'beta', neutral: 0.5 }],
    note: 'Slope 0.2, as in Keras 2; 1/6 in PyTorch.',
  },
  LeakyReLU: {
    activation: 'leaky-relu',
    arguments: [argument('gamma'), argument('act_type'), argument('slope', 'negativeSlope', { keywordOnly: true })],
    defaults: { negativeSlope: 0.25 },
    variants: [{ argument: 'act_type', neutral: 'leaky' }],
    note: 'Slope 0.25 by default; its act_type makes it another function.',
  },
};

const modules = ['mxnet.ndarray', 'mxnet.symbol', 'mxnet.npx'];

export const mxnet: Framework = {
  id: 'mxnet',
  name: 'MXNet',
  roots: ['mxnet'],
  isOpen: true,
  paths: { 'mxnet.nd': 'mxnet.ndarray', 'mxnet.sym': 'mxnet.symbol', 'mxnet.numpy_extension': 'mxnet.npx', 'mxnet.gluon.nn.activations': 'mxnet.gluon.nn' },
  conventions: { nn: 'mxnet.gluon.nn', F: 'mxnet.ndarray', nd: 'mxnet.ndarray', sym: 'mxnet.symbol' },
  symbols: [
    ...symbols(blocks, { form: 'module', module: 'mxnet.gluon.nn' }),
    ...modules.flatMap((module) => symbols(operators, { form: 'function', module, before: [argument('data')] })),
    ...symbols({ relu: 'relu', sigmoid: 'sigmoid', tanh: 'tanh', softrelu: 'softplus', softsign: 'softsign', log_sigmoid: 'log-sigmoid', mish: 'mish' }, { form: 'string' }),
  ],
  carriers: [
    { callable: 'mxnet.gluon.nn.Activation', argument: 'activation', position: 0, gives: 'instance' },
    ...['nn', 'rnn'].map((module) => ({ callable: `mxnet.gluon.${module}.*`, argument: 'activation' })),
    ...customaryCarriers,
  ],
};
