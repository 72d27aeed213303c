/** MindSpore: cells, primitives, functions, and the names of `get_activation`. */
import type { Carrier, Framework } from './framework';
import { argument, customaryCarriers, picked, renamed, symbols, type Table } from './rows';

const alpha = [argument('alpha', 'alpha')];
const axis = [argument('axis')];
const lambd = [argument('lambd', 'lambda')];
const bounds = [argument('min_val', 'min'), argument('max_val', 'max')];
const threshold = [argument('threshold', 'threshold', { required: true }), argument('value', 'value', { required: true })];
const fast = { activation: 'quick-gelu', note: 'The sigmoid form, x·sigmoid(1.702x); what others call fast is the tanh form.' };

/** mindspore/nn/layer/activation.py. */
const cells: Table = {
  CELU: { activation: 'celu', arguments: alpha },
  Softmin: { activation: 'softmin', arguments: axis },
  Softmax: { activation: 'softmax', arguments: axis },
  LogSoftmax: { activation: 'log-softmax', arguments: axis },
  ELU: { activation: 'elu', arguments: alpha },
  ReLU: 'relu',
  ReLU6: 'relu6',
  LeakyReLU: {
    activation: 'leaky-relu',
    // `ops.leaky_relu` is announced to take `negative_slope` instead, with the default 0.01.
    arguments: [argument('alpha', 'negativeSlope', { aliases: ['negative_slope'] })],
    defaults: { negativeSlope: 0.2 },
    note: 'Slope 0.2 by default; 0.01 in PyTorch.',
  },
  RReLU: { activation: 'rrelu', arguments: [argument('lower', 'lower'), argument('upper', 'upper')] },
  Identity: { activation: 'identity', note: 'Accepts any arguments and ignores them.' },
  SeLU: 'selu',
  SiLU: 'silu',
  Tanh: 'tanh',
  Tanhshrink: 'tanhshrink',
  Hardtanh: { activation: 'hard-tanh', arguments: bounds },
  GELU: {
    activation: 'gelu-tanh',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: false, activation: 'gelu' }],
    note: 'The tanh form by default; exact in PyTorch.',
  },
  FastGelu: fast,
  Sigmoid: 'sigmoid',
  Softsign: 'softsign',
  PReLU: { activation: 'prelu', arguments: [argument('channel'), argument('w', 'a')], defaults: { a: 0.25 } },
  HSwish: 'hard-swish',
  HSigmoid: { activation: 'hard-sigmoid', note: 'Slope 1/6, as in PyTorch.' },
  LogSigmoid: 'log-sigmoid',
  SoftShrink: { activation: 'softshrink', arguments: lambd },
  HShrink: { activation: 'hardshrink', arguments: lambd },
  Threshold: { activation: 'threshold', arguments: threshold },
  Mish: 'mish',
  GLU: { activation: 'glu', arguments: axis, note: 'The second half of the axis goes through the sigmoid.' },
  Softmax2d: 'softmax',
};

const primitives: Table = {
  ...picked(cells, ['Softmax', 'LogSoftmax', 'ReLU', 'ReLU6', 'SeLU', 'Tanh', 'Sigmoid', 'HSwish', 'HSigmoid', 'SoftShrink', 'HShrink', 'Softsign', 'Mish']),
  ...renamed(cells, { Elu: 'ELU', CeLU: 'CELU' }),
  PReLU: { activation: 'prelu', note: 'Its slopes are passed with the tensor.' },
  GeLU: { activation: 'gelu-tanh', note: 'The tanh form of GELU.' },
  FastGeLU: fast,
};

const functions: Table = {
  ...renamed(cells, {
    tanhshrink: 'Tanhshrink', hardtanh: 'Hardtanh', silu: 'SiLU', selu: 'SeLU', softsign: 'Softsign', mish: 'Mish', relu: 'ReLU', relu6: 'ReLU6', sigmoid: 'Sigmoid', tanh: 'Tanh',
    logsigmoid: 'LogSigmoid', hardswish: 'HSwish', hardsigmoid: 'HSigmoid', softmax: 'Softmax', log_softmax: 'LogSoftmax', glu: 'GLU', elu: 'ELU', celu: 'CELU',
    leaky_relu: 'LeakyReLU', softshrink: 'SoftShrink',
  }),
  fast_gelu: fast,
  softplus: { activation: 'softplus', arguments: [argument('beta', 'beta'), argument('threshold', 'threshold')], defaults: { threshold: 20 } },
  gelu: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }],
    note: 'Exact by default, as in PyTorch; the cell nn.GELU takes the tanh form.',
  },
  threshold: { activation: 'threshold', arguments: [argument('thr', 'threshold', { required: true }), argument('value', 'value', { required: true })] },
};

const dim = [argument('dim')];

/** `mindspore.mint`: named and ordered as PyTorch does. */
const minted: Table = {
  ...picked(cells, ['ELU', 'ReLU', 'ReLU6', 'SiLU', 'Sigmoid', 'Tanh', 'LogSigmoid', 'Mish', 'Threshold', 'Identity']),
  ...renamed(cells, { SELU: 'SeLU', Hardswish: 'HSwish', Softshrink: 'SoftShrink', Hardshrink: 'HShrink' }),
  Hardsigmoid: 'hard-sigmoid',
  GELU: { activation: 'gelu', arguments: [argument('approximate')], variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }], note: 'Exact by default; the cell of mindspore.nn takes the tanh form.' },
  GLU: { activation: 'glu', arguments: dim },
  PReLU: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a')], defaults: { a: 0.25 } },
  Softmax: { activation: 'softmax', arguments: dim },
  LogSoftmax: { activation: 'log-softmax', arguments: dim },
};

const mintedFunctions: Table = {
  ...renamed(minted, {
    elu: 'ELU', elu_: 'ELU', gelu: 'GELU', glu: 'GLU', hardshrink: 'Hardshrink', hardsigmoid: 'Hardsigmoid', hardswish: 'Hardswish', log_softmax: 'LogSoftmax', logsigmoid: 'LogSigmoid',
    mish: 'Mish', relu: 'ReLU', relu_: 'ReLU', relu6: 'ReLU6', selu: 'SELU', sigmoid: 'Sigmoid', silu: 'SiLU', softmax: 'Softmax', softshrink: 'Softshrink', tanh: 'Tanh', threshold: 'Threshold',
  }),
  leaky_relu: { activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')] },
  softplus: { activation: 'softplus', arguments: [argument('beta', 'beta'), argument('threshold', 'threshold')], defaults: { threshold: 20 } },
};

/** `_activation` of the same file. */
const names: Table = renamed(cells, {
  softmin: 'Softmin', softmax: 'Softmax', softmax2d: 'Softmax2d', logsoftmax: 'LogSoftmax', relu: 'ReLU', relu6: 'ReLU6', rrelu: 'RReLU',
  silu: 'SiLU', tanh: 'Tanh', tanhshrink: 'Tanhshrink', hardtanh: 'Hardtanh', gelu: 'GELU', fast_gelu: 'FastGelu', elu: 'ELU',
  sigmoid: 'Sigmoid', softsign: 'Softsign', prelu: 'PReLU', leakyrelu: 'LeakyReLU', hswish: 'HSwish', hsigmoid: 'HSigmoid',
  logsigmoid: 'LogSigmoid', softshrink: 'SoftShrink', hshrink: 'HShrink', threshold: 'Threshold', mish: 'Mish',
});

/** Of `mindspore.Tensor`. */
const methods: Table = {
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softmax: { activation: 'softmax', arguments: [argument('axis', undefined, { required: true }), argument('dtype')] },
};

/** What MindNLP gives to it. */
const methodsOfNlp: Table = {
  log_softmax: { activation: 'log-softmax', arguments: [...dim, argument('dtype')] },
};

/** What initialisers of weights know a gain of; with a leaky one the slope is 0 unless it is written. */
const gains = ['linear', 'sigmoid', 'tanh', 'relu'];

/** `mindspore.nn` has PyTorch's layers of transformers, in the same order, and plain recurrent ones; the string `gelu` means `ops.gelu` there, which is exact. */
const transformers = ([['Transformer', 6], ['TransformerEncoderLayer', 4], ['TransformerDecoderLayer', 4]] as const)
  .map(([name, position]): Carrier => ({ callable: `mindspore.nn.${name}`, argument: 'activation', position, default: 'relu', strings: ['relu'] }));
const recurrent: readonly Carrier[] = [
  { callable: 'mindspore.nn.RNN', argument: 'nonlinearity', default: 'tanh', strings: ['tanh', 'relu'], stringsOnly: true },
  { callable: 'mindspore.nn.RNNCell', argument: 'nonlinearity', position: 3, default: 'tanh', strings: ['tanh', 'relu'], stringsOnly: true },
];

const page = (folder: string, module = folder) => (name: string): string =>
  `https://www.mindspore.cn/docs/en/master/api_python/${folder}/mindspore.${module}.${name}.html`;

export const mindspore: Framework = {
  id: 'mindspore',
  name: 'MindSpore',
  roots: ['mindspore', 'mindnlp', 'mindcv', 'mindformers'],
  paths: {
    'mindspore.nn.layer.activation': 'mindspore.nn',
    'mindspore.nn.layer': 'mindspore.nn',
    'mindspore.ops.operations': 'mindspore.ops',
    'mindspore.ops.operations.nn_ops': 'mindspore.ops',
    'mindspore.ops.function': 'mindspore.ops',
    'mindspore.ops.functional': 'mindspore.ops',
  },
  tensor: 'mindspore.Tensor',
  conventions: { nn: 'mindspore.nn', ops: 'mindspore.ops' },
  symbols: [
    ...symbols(cells, { form: 'module', module: 'mindspore.nn', documentation: page('nn') }),
    ...symbols(primitives, { form: 'module', module: 'mindspore.ops', documentation: page('ops') }),
    ...symbols(functions, { form: 'function', module: 'mindspore.ops', before: [argument('input')], documentation: page('ops') }),
    ...symbols(minted, { form: 'module', module: 'mindspore.mint.nn', documentation: page('mint', 'mint.nn') }),
    ...symbols(mintedFunctions, { form: 'function', module: 'mindspore.mint.nn.functional', before: [argument('input')], documentation: page('mint', 'mint.nn.functional') }),
    ...symbols(picked(mintedFunctions, ['sigmoid', 'softmax', 'tanh']), { form: 'function', module: 'mindspore.mint', before: [argument('input')], documentation: page('mint') }),
    ...symbols(methods, { form: 'method', documentation: (name) => `https://www.mindspore.cn/docs/en/master/api_python/mindspore/Tensor/mindspore.Tensor.${name}.html` }),
    ...symbols(methodsOfNlp, { form: 'method', documentation: page('ops') }),
    ...symbols(names, { form: 'string' }),
  ],
  carriers: [
    { callable: 'mindspore.nn.get_activation', argument: 'name', position: 0 },
    ...['HeNormal', 'HeUniform'].map((name) => ({ callable: `mindspore.common.initializer.${name}`, argument: 'nonlinearity', position: 2, stringsOnly: true, strings: gains })),
    ...transformers,
    ...recurrent,
    ...['Dense', 'Conv2dBnAct', 'DenseBnAct'].map((layer) => ({ callable: `mindspore.nn.${layer}`, argument: 'activation' })),
    ...customaryCarriers,
  ],
};
