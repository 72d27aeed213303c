/** PyTorch: `torch.nn`, `torch.nn.functional`, `torch`, `torch.special`, the methods of tensors. */
import type { Carrier, Framework } from './framework';
import { argument, customaryCarriers, picked, renamed, symbols, type Naming, type Table } from './rows';

/** Of values outside a domain: aten/src/ATen/native/Activation.cpp and torch/nn/modules/activation.py. */
const raises = 'raises an error';

const inplace = argument('inplace');
const dim = argument('dim');
const lambd = argument('lambd', 'lambda');
const alpha = argument('alpha', 'alpha');
const lower = argument('lower', 'lower');
const upper = argument('upper', 'upper', { outside: raises });
const minVal = argument('min_val', 'min', { aliases: ['min_value'] });
const maxVal = argument('max_val', 'max', { aliases: ['max_value'] });
const approximate = argument('approximate');
const tanhForm = [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }];

const guessedAxis = 'Without dim PyTorch guesses the axis and warns: 0 for 0, 1 or 3 dimensions, else 1.';
const secondHalf = 'The second half of the axis goes through the sigmoid; Transformer Engine and Megatron take the first.';

/** https://docs.pytorch.org/docs/stable/nn.html#non-linear-activations-weighted-sum-nonlinearity and the one after it. */
const modules: Table = {
  Threshold: { activation: 'threshold', arguments: [argument('threshold', 'threshold', { required: true }), argument('value', 'value', { required: true }), inplace] },
  ReLU: { activation: 'relu', arguments: [inplace] },
  RReLU: { activation: 'rrelu', arguments: [lower, upper, inplace] },
  Hardtanh: { activation: 'hard-tanh', arguments: [minVal, { ...maxVal, outside: raises }, inplace] },
  ReLU6: { activation: 'relu6', arguments: [inplace] },
  Sigmoid: 'sigmoid',
  Hardsigmoid: { activation: 'hard-sigmoid', arguments: [inplace], note: 'Slope 1/6, as in JAX and Keras 3; Keras 2 used 0.2.' },
  Tanh: 'tanh',
  SiLU: { activation: 'silu', arguments: [inplace] },
  Mish: { activation: 'mish', arguments: [inplace] },
  Hardswish: { activation: 'hard-swish', arguments: [inplace] },
  ELU: { activation: 'elu', arguments: [alpha, inplace] },
  CELU: { activation: 'celu', arguments: [{ ...alpha, outside: raises }, inplace] },
  SELU: { activation: 'selu', arguments: [inplace] },
  GLU: { activation: 'glu', arguments: [dim], note: secondHalf },
  GELU: {
    activation: 'gelu',
    arguments: [approximate],
    variants: tanhForm,
    note: 'Exact by default; a bare gelu of JAX, Flax and keras.ops is the tanh form.',
  },
  Hardshrink: { activation: 'hardshrink', arguments: [{ ...lambd, outside: 'passes all inputs' }] },
  LeakyReLU: {
    activation: 'leaky-relu',
    arguments: [argument('negative_slope', 'negativeSlope'), inplace],
    defaults: { negativeSlope: 0.01 },
    note: 'Slope 0.01 by default; 0.3 in the Keras layer, 0.2 in tf.nn and as a Keras string.',
  },
  LogSigmoid: 'log-sigmoid',
  Softplus: { activation: 'softplus', arguments: [argument('beta', 'beta', { outside: 'divides by it' }), argument('threshold', 'threshold')], defaults: { threshold: 20 } },
  Softshrink: { activation: 'softshrink', arguments: [{ ...lambd, outside: raises }] },
  PReLU: {
    activation: 'prelu',
    arguments: [argument('num_parameters'), argument('init', 'a')],
    defaults: { a: 0.25 },
    note: 'The slope starts at 0.25; at 0 in Keras, at 0.01 in Flax.',
  },
  Softsign: 'softsign',
  Tanhshrink: 'tanhshrink',
  Softmin: { activation: 'softmin', arguments: [dim], note: guessedAxis },
  Softmax: { activation: 'softmax', arguments: [dim], note: guessedAxis },
  Softmax2d: { activation: 'softmax', note: 'Normalises over the channels of (N, C, H, W) or (C, H, W).' },
  LogSoftmax: { activation: 'log-softmax', arguments: [dim], note: guessedAxis },
  Identity: { activation: 'identity', note: 'Accepts any arguments and ignores them.' },
  AdaptiveLogSoftmaxWithLoss: {
    activation: 'adaptive-log-softmax',
    arguments: [
      ...['in_features', 'n_classes', 'cutoffs'].map((name) => argument(name, undefined, { required: true })),
      argument('div_value', 'divValue'), argument('head_bias'),
    ],
  },
};

/** Functions that take the arguments of their module after the tensor, by the module's name. */
const moduleOfFunction = {
  threshold: 'Threshold', relu: 'ReLU', relu6: 'ReLU6', elu: 'ELU', selu: 'SELU', celu: 'CELU',
  leaky_relu: 'LeakyReLU', glu: 'GLU', logsigmoid: 'LogSigmoid', hardshrink: 'Hardshrink', tanhshrink: 'Tanhshrink',
  softsign: 'Softsign', softplus: 'Softplus', softmin: 'Softmin', softmax: 'Softmax', log_softmax: 'LogSoftmax',
  softshrink: 'Softshrink', tanh: 'Tanh', sigmoid: 'Sigmoid', hardsigmoid: 'Hardsigmoid', silu: 'SiLU', mish: 'Mish',
  hardswish: 'Hardswish',
};

const functions: Table = {
  ...renamed(modules, moduleOfFunction),
  hardtanh: { activation: 'hard-tanh', arguments: [minVal, maxVal, inplace] },
  gelu: { activation: 'gelu', arguments: [{ ...approximate, keywordOnly: true }], variants: tanhForm },
  prelu: { activation: 'prelu', arguments: [argument('weight', 'a', { required: true })], defaults: { a: 0.25 } },
  rrelu: { activation: 'rrelu', arguments: [lower, upper, argument('training'), inplace] },
};

const sampled: Table = {
  gumbel_softmax: { activation: 'gumbel-softmax', arguments: [argument('tau', 'temperature'), argument('hard'), argument('eps'), dim] },
};

const inPlaceFunctions = renamed(functions, {
  threshold_: 'threshold', relu_: 'relu', hardtanh_: 'hardtanh', elu_: 'elu', selu_: 'selu', celu_: 'celu',
  leaky_relu_: 'leaky_relu', rrelu_: 'rrelu',
});

const requiredDim = [argument('dim', undefined, { required: true }), argument('dtype')];
const requiredAxis: Table = {
  softmax: { activation: 'softmax', arguments: requiredDim, note: 'Here dim is required.' },
  log_softmax: { activation: 'log-softmax', arguments: requiredDim, note: 'Here dim is required.' },
};

const tensorFunctions: Table = {
  ...picked(functions, ['relu', 'celu', 'selu', 'rrelu', 'prelu', 'hardshrink', 'threshold', 'sigmoid', 'tanh']),
  ...renamed(functions, {
    relu_: 'relu', celu_: 'celu', selu_: 'selu', rrelu_: 'rrelu', threshold_: 'threshold', sigmoid_: 'sigmoid', tanh_: 'tanh',
  }),
  ...requiredAxis,
};

/** Tensors have these and no others: there is no `Tensor.gelu` or `Tensor.leaky_relu` (torch/_C/__init__.pyi). */
const methods: Table = {
  ...renamed(functions, {
    relu: 'relu', relu_: 'relu', sigmoid: 'sigmoid', sigmoid_: 'sigmoid', tanh: 'tanh', tanh_: 'tanh',
    hardshrink: 'hardshrink', prelu: 'prelu',
  }),
  ...requiredAxis,
};

const scale = argument('scale', undefined, { required: true });
const zeroPoint = argument('zero_point', undefined, { required: true });
const outputScale = [argument('output_scale', undefined, { required: true }), argument('output_zero_point', undefined, { required: true })];
const negativeSlope = argument('negative_slope', 'negativeSlope');

/** Quantised modules mostly take the output's scale and zero point first. */
const quantizedModules: Table = {
  ...picked(modules, ['ReLU6']),
  Hardswish: { activation: 'hard-swish', arguments: [scale, zeroPoint] },
  ELU: { activation: 'elu', arguments: [scale, zeroPoint, alpha] },
  LeakyReLU: { activation: 'leaky-relu', arguments: [scale, zeroPoint, negativeSlope, inplace], defaults: { negativeSlope: 0.01 } },
  Sigmoid: { activation: 'sigmoid', arguments: outputScale },
  Softmax: { activation: 'softmax', arguments: [dim, argument('scale'), argument('zero_point')] },
  PReLU: { activation: 'prelu', arguments: [...outputScale, argument('num_parameters')], defaults: { a: 0.25 } },
};

const quantizedFunctions: Table = {
  ...picked(functions, ['hardtanh', 'hardsigmoid']),
  celu: { activation: 'celu', arguments: [scale, zeroPoint, alpha] },
  elu: { activation: 'elu', arguments: [scale, zeroPoint, alpha] },
  hardswish: { activation: 'hard-swish', arguments: [scale, zeroPoint] },
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [negativeSlope, inplace, argument('scale'), argument('zero_point')],
    defaults: { negativeSlope: 0.01 },
  },
};

/** A layer and the ReLU behind it as one module; the arguments are those of the parts. */
const fusedModules: Table = Object.fromEntries(
  ['ConvReLU1d', 'ConvReLU2d', 'ConvReLU3d', 'LinearReLU', 'ConvBnReLU1d', 'ConvBnReLU2d', 'ConvBnReLU3d', 'BNReLU2d', 'BNReLU3d']
    .map((name) => [name, 'relu']),
);

/**
 * Names that model builders pass on to a table of their own. What they mean is then inferred: the function or
 * module of PyTorch with that name.
 */
const strings: Table = {
  ...Object.fromEntries(Object.entries(functions).filter(([name]) => name !== 'leaky_relu')),
  ...modules,
  ...renamed(functions, {
    swish: 'silu', hard_swish: 'hardswish', hswish: 'hardswish', hard_sigmoid: 'hardsigmoid', hard_tanh: 'hardtanh',
    leakyrelu: 'leaky_relu', log_sigmoid: 'logsigmoid',
  }),
  ...renamed(modules, { identity: 'Identity', linear: 'Identity' }),
  gelu_tanh: 'gelu-tanh',
  quick_gelu: 'quick-gelu',
};

/** Beside this one `calculate_gain` takes the slope. */
const leakyString: Table = {
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [argument('negative_slope', 'negativeSlope', { aliases: ['param'] }), inplace],
    defaults: { negativeSlope: 0.01 },
    note: 'Slope 0.01 by default; 0.3 in the Keras layer, 0.2 in tf.nn and as a Keras string.',
  },
};

const page = (name: string): string => `https://docs.pytorch.org/docs/stable/generated/${name}.html`;
const functionPage = (name: string): string => page(`torch.nn.functional.${name.replace(/_$/, '')}`);
/** The page of a function of `torch` itself, where it has one; else that of its twin. */
const torchPage = (name: string): string =>
  ['sigmoid', 'tanh', 'softmax'].includes(name.replace(/_$/, '')) ? page(`torch.${name.replace(/_$/, '')}`) : functionPage(name);

const input = [argument('input')];
const special: Naming = { form: 'function', module: 'torch.special', before: input, documentation: (name) => `https://docs.pytorch.org/docs/stable/special.html#torch.special.${name}` };

const transformerActivation = (callable: string, position: number): Carrier =>
  ({ callable: `torch.nn.${callable}`, argument: 'activation', position, default: 'relu', strings: ['relu', 'gelu'] });
const recurrentActivation = (callable: string): Carrier =>
  ({ callable: `torch.nn.${callable}`, argument: 'nonlinearity', position: 3, default: 'tanh', strings: ['tanh', 'relu'], stringsOnly: true });
/** The gain of an initialiser names the activation behind the weights; a leaky one gets the slope 0 there unless it is written. */
const initialiser = (callable: string): Carrier => ({
  callable, argument: 'nonlinearity', position: 3, stringsOnly: true,
  strings: ['linear', 'sigmoid', 'tanh', 'relu', 'selu'],
});

export const pytorch: Framework = {
  id: 'pytorch',
  name: 'PyTorch',
  roots: [
    'torch', 'torchvision', 'torchaudio', 'torchtext', 'pytorch_lightning', 'lightning', 'fastai', 'timm',
    'torch_geometric', 'monai', 'kornia', 'diffusers', 'torchmetrics', 'mmcv', 'mmengine', 'fvcore', 'fairseq', 'x_transformers',
    'allennlp', 'botorch', 'catalyst', 'chemprop', 'detectron2', 'espnet', 'espnet2', 'flair', 'gpytorch', 'ignite', 'ludwig', 'nemo',
    'neuralforecast', 'opacus', 'peft', 'pyro', 'segmentation_models_pytorch', 'sentence_transformers', 'skorch', 'speechbrain', 'stable_baselines3', 'torchrl', 'ultralytics',
  ],
  paths: {
    'torch.nn.modules.activation': 'torch.nn',
    'torch.nn.modules.linear': 'torch.nn',
    'torch.nn.modules.loss': 'torch.nn',
    'torch.nn.modules.conv': 'torch.nn',
    'torch.nn.modules.container': 'torch.nn',
    'torch.nn.modules.module': 'torch.nn',
    'torch.nn.modules': 'torch.nn',
    'torch.nn.quantized': 'torch.ao.nn.quantized',
    'torch.ao.nn.quantized.modules': 'torch.ao.nn.quantized',
    'torch.nn.intrinsic': 'torch.ao.nn.intrinsic',
    'torch.ao.nn.intrinsic.modules': 'torch.ao.nn.intrinsic',
    'torch.ao.nn.intrinsic.modules.fused': 'torch.ao.nn.intrinsic',
    'torch.nn.modules.transformer': 'torch.nn',
    'torch.nn.modules.rnn': 'torch.nn',
  },
  tensor: 'torch.Tensor',
  conventions: { nn: 'torch.nn', F: 'torch.nn.functional', torch: 'torch', functional: 'torch.nn.functional' },
  symbols: [
    ...symbols(modules, { form: 'module', module: 'torch.nn', documentation: (name) => page(`torch.nn.${name}`) }),
    ...symbols({ ...functions, ...inPlaceFunctions }, { form: 'function', module: 'torch.nn.functional', before: input, documentation: functionPage }),
    ...symbols(tensorFunctions, { form: 'function', module: 'torch', before: input, documentation: torchPage }),
    ...symbols({ ...requiredAxis, expit: 'sigmoid' }, special),
    ...symbols(sampled, { form: 'function', module: 'torch.nn.functional', before: [argument('logits')], documentation: functionPage }),
    ...symbols(quantizedModules, { form: 'module', module: 'torch.ao.nn.quantized' }),
    ...symbols(quantizedFunctions, { form: 'function', module: 'torch.ao.nn.quantized.functional', before: input }),
    ...symbols(fusedModules, { form: 'module', module: 'torch.ao.nn.intrinsic' }),
    ...symbols(methods, { form: 'method', documentation: torchPage }),
    ...symbols(strings, { form: 'string', passesArguments: true }),
    ...symbols(leakyString, { form: 'string', passesArguments: true }),
  ],
  carriers: [
    transformerActivation('Transformer', 6),
    transformerActivation('TransformerEncoderLayer', 4),
    transformerActivation('TransformerDecoderLayer', 4),
    recurrentActivation('RNN'),
    recurrentActivation('RNNCell'),
    {
      callable: 'torch.nn.init.calculate_gain', argument: 'nonlinearity', position: 0, passing: 'call', stringsOnly: true,
      strings: ['linear', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'selu'],
    },
    // OpenMMLab hands them on under a name of its own, in the same order.
    ...['torch.nn.init.kaiming_uniform_', 'torch.nn.init.kaiming_normal_', 'mmcv.cnn.kaiming_init', 'mmengine.model.kaiming_init'].map(initialiser),
    // What people's layers hand to `calculate_gain`, or scale their weights for; 'linear' says there that nothing follows.
    { callable: '*', argument: 'init', strings: ['relu'], stringsOnly: true },
    { callable: '*', argument: '*init_gain', strings: ['sigmoid', 'tanh', 'relu', 'selu'], stringsOnly: true },
    ...customaryCarriers,
  ],
};
