/** PaddlePaddle: `paddle.nn` and `paddle.nn.functional`. */
import type { Carrier, Framework } from './framework';
import { argument, customaryCarriers, picked, renamed, symbols, type Row, type Table } from './rows';

const axis = argument('axis');
const alpha = [argument('alpha', 'alpha')];
const threshold = [argument('threshold', 'lambda', { aliases: ['lambd'] })];
const approximate = [{ argument: 'approximate', equals: true, activation: 'gelu-tanh' }];
const guarded = argument('threshold', 'threshold');

/** `paddle.nn.functional`, without the tensor that comes first; paddle/nn/functional/activation.py. */
const functions: Table = {
  celu: { activation: 'celu', arguments: alpha },
  elu: { activation: 'elu', arguments: alpha },
  gelu: { activation: 'gelu', arguments: [argument('approximate')], variants: approximate },
  glu: { activation: 'glu', arguments: [axis], note: 'The second half of the axis goes through the sigmoid.' },
  gumbel_softmax: { activation: 'gumbel-softmax', arguments: [argument('temperature', 'temperature'), argument('hard'), axis] },
  hardshrink: { activation: 'hardshrink', arguments: threshold },
  hardsigmoid: {
    activation: 'hard-sigmoid',
    arguments: [
      argument('slope', 'variant', { values: { 0.1666667: 'pytorch', [1 / 6]: 'pytorch', 0.2: 'keras_legacy' } }),
      argument('offset'),
    ],
    variants: [{ argument: 'offset', neutral: 0.5 }],
    note: 'Slope 0.1666667, which is 1/6 rounded; it can be set.',
  },
  hardswish: 'hard-swish',
  hardtanh: { activation: 'hard-tanh', arguments: [argument('min', 'min'), argument('max', 'max')] },
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [argument('negative_slope', 'negativeSlope')],
    defaults: { negativeSlope: 0.01 },
    note: 'Slope 0.01 by default, as in PyTorch; 0.2 in MindSpore and tf.nn.',
  },
  log_sigmoid: 'log-sigmoid',
  log_softmax: { activation: 'log-softmax', arguments: [axis, argument('dtype')] },
  maxout: { activation: 'maxout', arguments: [argument('groups', undefined, { required: true }), axis] },
  mish: 'mish',
  prelu: { activation: 'prelu', arguments: [argument('weight', 'a', { required: true }), argument('data_format')], defaults: { a: 0.25 } },
  relu: 'relu',
  relu6: 'relu6',
  rrelu: { activation: 'rrelu', arguments: [argument('lower', 'lower'), argument('upper', 'upper'), argument('training')] },
  selu: {
    activation: 'selu',
    arguments: [argument('scale'), argument('alpha')],
    variants: [{ argument: 'scale', neutral: 1.0507009873554804934193349852946 }, { argument: 'alpha', neutral: 1.6732632423543772848170429916717 }],
  },
  sigmoid: 'sigmoid',
  silu: 'silu',
  softmax: { activation: 'softmax', arguments: [axis, argument('dtype')] },
  softplus: { activation: 'softplus', arguments: [argument('beta', 'beta'), guarded], defaults: { threshold: 20 } },
  softshrink: { activation: 'softshrink', arguments: threshold },
  softsign: 'softsign',
  swish: 'silu',
  tanh: 'tanh',
  tanhshrink: 'tanhshrink',
  thresholded_relu: { activation: 'thresholded-relu', arguments: [argument('threshold', 'theta'), argument('value')], variants: [{ argument: 'value', neutral: 0 }] },
};

const inPlace: Table = renamed(functions, {
  elu_: 'elu', hardtanh_: 'hardtanh', leaky_relu_: 'leaky_relu', relu_: 'relu', softmax_: 'softmax', tanh_: 'tanh',
  thresholded_relu_: 'thresholded_relu',
});

/** Layers take the arguments of their function, but for these three. */
const layers: Table = {
  ...renamed(functions, {
    CELU: 'celu', ELU: 'elu', GELU: 'gelu', GLU: 'glu', Hardshrink: 'hardshrink', Hardswish: 'hardswish', Hardtanh: 'hardtanh',
    LeakyReLU: 'leaky_relu', LogSigmoid: 'log_sigmoid', LogSoftmax: 'log_softmax', Maxout: 'maxout', Mish: 'mish', ReLU: 'relu',
    ReLU6: 'relu6', RReLU: 'rrelu', SELU: 'selu', Sigmoid: 'sigmoid', Silu: 'silu', Softmax: 'softmax', Softplus: 'softplus',
    Softshrink: 'softshrink', Softsign: 'softsign', Swish: 'swish', Tanh: 'tanh', Tanhshrink: 'tanhshrink',
    ThresholdedReLU: 'thresholded_relu',
  }),
  Hardsigmoid: { activation: 'hard-sigmoid', note: 'Slope 1/6, as in PyTorch.' },
  PReLU: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a'), argument('weight_attr'), argument('data_format')], defaults: { a: 0.25 } },
  Softmax2D: { activation: 'softmax', note: 'Normalises over the channels.' },
};

/** What stands beside the tensors, in `paddle` itself. */
const core: Table = {
  tanh: 'tanh',
  stanh: {
    activation: 'scaled-tanh',
    arguments: [argument('scale_a', 'beta'), argument('scale_b', 'alpha')],
    defaults: { alpha: 1.7159, beta: 0.67 },
    note: 'The factor of the input is 0.67 by default; LeCun gives 2/3.',
  },
};

/** Methods of tensors: tensor_method_func of paddle/tensor/__init__.py; softmax since 3.0. */
const methods: Table = {
  ...picked(core, ['tanh', 'stanh']),
  tanh_: 'tanh',
  sigmoid: 'sigmoid',
  sigmoid_: 'sigmoid',
  softmax: { activation: 'softmax', arguments: [argument('axis', undefined, { required: true, aliases: ['dim'] }), argument('dtype')] },
};

/** Of the versions before 2.0. */
const fluid: Table = {
  ...picked(functions, ['relu', 'sigmoid', 'tanh']),
  logsigmoid: 'log-sigmoid',
  softmax: { activation: 'softmax' },
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [argument('alpha', 'negativeSlope')],
    defaults: { negativeSlope: 0.02 },
    note: 'Slope 0.02 by default; 0.01 in paddle.nn.functional.',
  },
  swish: { activation: 'silu', arguments: [argument('beta', 'beta')], variants: [{ argument: 'beta', neutral: 1, activation: 'swish' }] },
};

/** Of the first two versions; paddle/trainer_config_helpers/activations.py, which `paddle.v2.activation` has without the word behind. */
const first: Table = {
  Abs: 'abs',
  BRelu: { activation: 'clipped-relu', defaults: { ceiling: 24 } },
  Exp: 'exponential',
  Identity: 'identity',
  Linear: 'identity',
  Relu: 'relu',
  STanh: 'scaled-tanh',
  SequenceSoftmax: { activation: 'softmax', note: 'Over the steps of a sequence.' },
  Sigmoid: 'sigmoid',
  Softmax: 'softmax',
  SoftRelu: 'softplus',
  Tanh: 'tanh',
};
const spelledOut = renamed(first, Object.fromEntries(Object.keys(first).map((name) => [`${name}Activation`, name])));

/** As the `act` of a layer before 2.0 it names the operator, whose slope is 0.02; a function that is looked up has 0.01. */
const leakyString: Row = { activation: 'leaky-relu', versioned: ['negativeSlope'] };

/** What initialisers of weights know a gain of; with a leaky one the slope is 0 unless it is written. */
const gains = ['linear', 'sigmoid', 'tanh', 'relu', 'selu'];

/** `paddle.nn` has PyTorch's layers of transformers, in the same order, and plain recurrent ones. */
const transformers = ([['Transformer', 6], ['TransformerEncoderLayer', 4], ['TransformerDecoderLayer', 4]] as const)
  .map(([name, position]): Carrier => ({ callable: `paddle.nn.${name}`, argument: 'activation', position, default: 'relu', strings: ['relu', 'gelu'] }));
const recurrent = ([['SimpleRNN', 6], ['SimpleRNNCell', 2]] as const)
  .map(([name, position]): Carrier => ({ callable: `paddle.nn.${name}`, argument: 'activation', position, default: 'tanh', strings: ['tanh', 'relu'], stringsOnly: true }));

const x = [argument('x')];
const page = (name: string): string => `https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/nn/${name}_en.html`;
const corePage = (name: string): string => `https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/${name}_en.html`;
const functionPage = (name: string): string => `https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/nn/functional/${name.replace(/_$/, '')}_en.html`;

export const paddle: Framework = {
  id: 'paddle',
  name: 'PaddlePaddle',
  roots: ['paddle', 'paddlenlp', 'paddleseg', 'ppdet', 'ppcls', 'parl'],
  // PARL hands the layers of the versions before 2.0 on.
  paths: {
    'parl.layers': 'paddle.fluid.layers',
    'paddle.nn.layer.activation': 'paddle.nn',
    'paddle.nn.layer.loss': 'paddle.nn',
    'paddle.nn.loss': 'paddle.nn',
    'paddle.nn.functional.activation': 'paddle.nn.functional',
    'paddle.trainer_config_helpers.activations': 'paddle.trainer_config_helpers',
  },
  tensor: 'paddle.Tensor',
  conventions: { paddle: 'paddle', nn: 'paddle.nn', F: 'paddle.nn.functional' },
  symbols: [
    ...symbols(layers, { form: 'module', module: 'paddle.nn', documentation: page }),
    ...symbols({ ...functions, ...inPlace }, { form: 'function', module: 'paddle.nn.functional', before: x, documentation: functionPage }),
    ...symbols(core, { form: 'function', module: 'paddle', before: x, documentation: corePage }),
    ...symbols(methods, { form: 'method', documentation: (name) => `https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/Tensor_en.html#${name}` }),
    ...symbols(first, { form: 'module', module: 'paddle.v2.activation' }),
    ...symbols(spelledOut, { form: 'module', module: 'paddle.trainer_config_helpers' }),
    ...symbols(fluid, { form: 'function', module: 'paddle.fluid.layers', before: x }),
    ...symbols({ ...picked(functions, ['relu', 'relu6', 'gelu', 'tanh', 'sigmoid', 'softmax', 'swish', 'silu', 'hardswish', 'hardsigmoid']), leaky_relu: leakyString }, { form: 'string' }),
  ],
  carriers: [
    ...['paddle.static.nn.*', 'paddle.incubate.nn.*', 'paddle.fluid.layers.*', 'paddle.fluid.dygraph.*'].flatMap((callable) => [{ callable, argument: 'act' }, { callable, argument: 'activation' }]),
    ...['KaimingNormal', 'KaimingUniform'].map((name) => ({ callable: `paddle.nn.initializer.${name}`, argument: 'nonlinearity', position: 2, stringsOnly: true, strings: gains })),
    ...['act', 'conv_act', 'pool_act'].map((argument) => ({ callable: 'paddle.fluid.nets.*', argument })),
    ...['gate_activation', 'candidate_activation', 'cell_activation'].map((argument) => ({ callable: 'paddle.fluid.layers.*', argument })),
    ...transformers,
    ...recurrent,
    { callable: 'paddle.nn.BatchNorm', argument: 'act', position: 1 },
    // The layers of 2.0's first versions, which were those of fluid under another name.
    ...['Conv2D', 'Conv2DTranspose', 'Conv3D', 'Conv3DTranspose', 'Linear'].map((layer) => ({ callable: `paddle.nn.${layer}`, argument: 'act' })),
    ...customaryCarriers,
  ],
};
