/** MXNet: the blocks of Gluon, and operators on arrays and symbols. */
import type { Carrier, Framework } from './framework';
import { argument, customaryCarriers, picked, renamed, symbols, type Table } from './rows';

/** mxnet/gluon/nn/activations.py. */
const blocks: Table = {
  LeakyReLU: { activation: 'leaky-relu', arguments: [argument('alpha', 'negativeSlope', { required: true })] },
  PReLU: { activation: 'prelu', arguments: [argument('alpha_initializer', 'a', { values: {} }), argument('in_channels')], defaults: { a: 0.25 } },
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

const labelled = [argument('label')];

/** What ends a network (softmax_output.cc, regression_output.cc, softmax_activation.cc): forwards the activation, backwards the gradient of its loss. */
const outputs: Table = {
  SoftmaxOutput: { activation: 'softmax', arguments: labelled, note: 'Backwards it is softmax with cross-entropy: no other loss belongs behind it.' },
  Softmax: { activation: 'softmax', arguments: labelled, note: 'The former name of SoftmaxOutput.' },
  LogisticRegressionOutput: { activation: 'sigmoid', arguments: labelled, note: 'Backwards it is sigmoid with cross-entropy: no other loss belongs behind it.' },
  SoftmaxActivation: 'softmax',
};

const slope = [argument('slope', 'alpha', { keywordOnly: true })];

/** What the `act_type` of the operator LeakyReLU makes of it; people's own layers pass the names too, with defaults of theirs. */
const leakyTypes: Table = {
  prelu: { activation: 'prelu', versioned: ['a'] },
  elu: { activation: 'elu', arguments: slope, versioned: ['alpha'] },
  selu: 'selu',
  gelu: 'gelu',
  rrelu: { activation: 'rrelu', arguments: [argument('lower_bound', 'lower'), argument('upper_bound', 'upper')], versioned: ['lower', 'upper'] },
};

const modules = ['mxnet.ndarray', 'mxnet.symbol', 'mxnet.npx'];
const activationOperators = ['mxnet.ndarray.Activation', 'mxnet.symbol.Activation', 'mxnet.npx.activation'];
const leakyOperators = ['mxnet.ndarray.LeakyReLU', 'mxnet.symbol.LeakyReLU', 'mxnet.npx.leaky_relu'];

/** Of mxnet/ndarray/ndarray.py and symbol/symbol.py, where they pass on what the operators of the names take. */
const methods: Table = picked(operators, ['relu', 'sigmoid', 'tanh', 'softmax', 'log_softmax', 'softmin', 'log_sigmoid', 'mish']);

export const mxnet: Framework = {
  id: 'mxnet',
  name: 'MXNet',
  roots: ['mxnet', 'gluoncv', 'gluonnlp', 'd2lzh'],
  isOpen: true,
  tensor: 'mxnet.ndarray.NDArray',
  paths: { 'mxnet.nd': 'mxnet.ndarray', 'mxnet.sym': 'mxnet.symbol', 'mxnet.numpy_extension': 'mxnet.npx', 'mxnet.gluon.nn.activations': 'mxnet.gluon.nn' },
  conventions: { nn: 'mxnet.gluon.nn', F: 'mxnet.ndarray', nd: 'mxnet.ndarray', sym: 'mxnet.symbol' },
  symbols: [
    ...symbols(blocks, { form: 'module', module: 'mxnet.gluon.nn' }),
    ...modules.flatMap((module) => symbols({ ...operators, ...renamed(operators, { leaky_relu: 'LeakyReLU' }) }, { form: 'function', module, before: [argument('data')] })),
    ...['mxnet.ndarray', 'mxnet.symbol'].flatMap((module) => symbols(outputs, { form: 'function', module, before: [argument('data')] })),
    ...symbols(methods, { form: 'method' }),
    ...symbols({ relu: 'relu', sigmoid: 'sigmoid', tanh: 'tanh', softrelu: 'softplus', softsign: 'softsign', log_sigmoid: 'log-sigmoid', mish: 'mish' }, { form: 'string' }),
    ...symbols(leakyTypes, { form: 'string', passesArguments: true }),
  ],
  carriers: [
    { callable: 'mxnet.gluon.nn.Activation', argument: 'activation', position: 0, gives: 'instance' },
    // What an operator is called: `HybridLambda("tanh")`.
    ...['Lambda', 'HybridLambda'].map((block): Carrier => ({
      callable: `mxnet.gluon.nn.${block}`, argument: 'function', position: 0, gives: 'instance',
      strings: ['relu', 'sigmoid', 'tanh', 'softsign', 'log_sigmoid', 'mish'],
    })),
    ...activationOperators.map((callable): Carrier => ({ callable, argument: 'act_type', position: 1 })),
    ...leakyOperators.map((callable): Carrier => ({ callable, argument: 'act_type', position: 2, strings: Object.keys(leakyTypes), passing: 'call' })),
    ...['nn', 'rnn'].map((module) => ({ callable: `mxnet.gluon.${module}.*`, argument: 'activation' })),
    ...customaryCarriers,
  ],
};
