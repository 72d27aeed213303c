/** MXNet with Gluon: signatures as in mxnet/gluon/nn, mxnet/gluon/rnn and mxnet/gluon/loss.py, and of the operators that its blocks apply. */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const convolution = (rank: number): LayerKind => layer(
  'convolution', 'channels kernel_size strides padding dilation groups layout activation use_bias',
  { units: 'channels', axis: 1, activation: 'activation', rank },
);
const transposed = (rank: number): LayerKind => layer(
  'convolution', 'channels kernel_size strides padding output_padding dilation groups layout activation use_bias',
  { units: 'channels', axis: 1, activation: 'activation', rank },
);

const blocks: Record<string, LayerKind> = {
  Dense: layer('linear', 'units activation use_bias flatten', { units: 'units', axis: -1, activation: 'activation' }),
  Conv1D: convolution(3), Conv2D: convolution(4), Conv3D: convolution(5),
  Conv1DTranspose: transposed(3), Conv2DTranspose: transposed(4), Conv3DTranspose: transposed(5),
  Embedding: layer('embedding', 'input_dim output_dim', { units: 'output_dim', axis: -1 }),
  ...each('BatchNorm LayerNorm InstanceNorm GroupNorm SyncBatchNorm', layer('normalisation')),
  Dropout: layer('dropout', 'rate axes'),
  ...each(
    'MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D AvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalAvgPool1D GlobalAvgPool2D GlobalAvgPool3D',
    layer('pooling'),
  ),
  Flatten: layer('reshape', '', { rank: 2 }),
  Activation: layer('activation', 'activation', { activation: 'activation' }),
  Identity: layer('identity'),
  ...each('Lambda HybridLambda', layer('custom', 'function')),
  ...each('PixelShuffle1D PixelShuffle2D PixelShuffle3D ReflectionPad2D', layer('noise')),
  ...each('Sequential HybridSequential', layer('container')),
};

/** `concat` and `stack` of the operators take their arrays one by one, not in a list. */
const operators: Record<string, Operation> = {
  ...each('reshape squeeze expand_dims transpose flatten Flatten swapaxes cast stop_gradient BlockGrad', operation('reshape', 'data')),
  ...each('dot batch_dot', operation('product', '', 2)),
  ...each('broadcast_add broadcast_sub broadcast_mul broadcast_div elemwise_add elemwise_mul', operation('arithmetic', 'lhs rhs', 2)),
  ...each('log log2 log10 log1p', operation('logarithm', 'data')),
  exp: operation('exponential', 'data'),
  clip: operation('clamp', 'data a_min a_max'),
  ...each('argmax argmin topk', operation('decision', 'data axis')),
  ...each('round floor ceil sign', operation('decision', 'data')),
  ...each('mean sum max min norm', operation('reduction', 'data axis')),
  ...each('slice slice_axis take pick', operation('selection', 'data')),
  Dropout: operation('dropout', 'data p'),
  ...each('Pooling UpSampling', operation('pooling', 'data')),
  ...each('zeros ones zeros_like ones_like array full arange', operation('fill', '', 0)),
};
const arrays: Record<string, Operation> = {
  ...operators,
  ...each('concatenate stack', operation('combination', 'seq axis')),
  ...each('matmul dot einsum', operation('product', '', 2)),
};

const loss = (task: LossKind['task'], expects: LossKind['expects'], constructor: string, more: Partial<LossKind> = {}): LossKind =>
  ({ task, expects, parameters: words('pred label sample_weight'), input: 'pred', target: 'label', constructorParameters: words(constructor), ...more });

const losses: Record<string, LossKind> = {
  ...each('SoftmaxCrossEntropyLoss SoftmaxCELoss', loss('multi-class', 'logits', 'axis sparse_label from_logits weight batch_axis', {
    otherwise: { argument: 'from_logits', is: true, expects: 'log-probabilities' },
  })),
  ...each('SigmoidBinaryCrossEntropyLoss SigmoidBCELoss', loss('binary', 'logits', 'from_sigmoid weight batch_axis', {
    otherwise: { argument: 'from_sigmoid', is: true, expects: 'probabilities' },
  })),
  LogisticLoss: loss('binary', 'logits', 'weight batch_axis label_format'),
  KLDivLoss: loss('divergence', 'log-probabilities', 'from_logits axis weight batch_axis', { otherwise: { argument: 'from_logits', is: false, expects: 'logits' } }),
  CTCLoss: loss('multi-class', 'logits', 'layout label_layout weight'),
  PoissonNLLLoss: loss('counts', 'values', 'weight from_logits batch_axis compute_full', { parameters: words('pred target sample_weight'), target: 'target' }),
  L2Loss: loss('regression', 'values', 'weight batch_axis'),
  L1Loss: loss('regression', 'values', 'weight batch_axis'),
  HuberLoss: loss('regression', 'values', 'rho weight batch_axis'),
};
const crossEntropy: LossKind = { task: 'multi-class', expects: 'logits', parameters: words('data label'), input: 'data', target: 'label' };

export const mxnet: Vocabulary = {
  layers: { ...within('mxnet.gluon.nn', blocks), ...within('mxnet.gluon.rnn', each('RNN LSTM GRU', layer('recurrent', 'hidden_size num_layers'))) },
  operations: {
    ...within('mxnet.ndarray', operators), ...within('mxnet.symbol', operators), ...within('mxnet.np', arrays), ...within('mxnet.npx', operators),
  },
  methods: {},
  losses: {
    ...within('mxnet.gluon.loss', losses),
    'mxnet.ndarray.softmax_cross_entropy': crossEntropy, 'mxnet.symbol.softmax_cross_entropy': crossEntropy,
  },
  wrappers: [],
  bases: ['mxnet.gluon.Block', 'mxnet.gluon.HybridBlock', 'mxnet.gluon.nn.Block', 'mxnet.gluon.nn.HybridBlock', 'mxnet.gluon.block.Block', 'mxnet.gluon.block.HybridBlock'],
  optimisers: [], initialisers: [],
  trainers: each('mxnet.gluon.contrib.estimator.Estimator mxnet.gluon.contrib.estimator.estimator.Estimator', {
    parameters: words('net loss'), model: 'net', loss: 'loss', except: [],
  }),
};
