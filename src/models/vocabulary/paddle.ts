/**
 * PaddlePaddle: signatures as in paddle/nn/layer, paddle/nn/functional and paddle/static/nn; those of the versions before
 * 2.0 as in paddle/fluid/layers and paddle/fluid/dygraph, whose layers have an `act` of their own.
 */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const convolution = (rank: number): LayerKind => layer(
  'convolution', 'in_channels out_channels kernel_size stride padding dilation groups padding_mode weight_attr bias_attr data_format',
  { units: 'out_channels', inputs: 'in_channels', axis: 1, rank },
);
const transposed = (rank: number): LayerKind => layer(
  'convolution', 'in_channels out_channels kernel_size stride padding output_padding', { units: 'out_channels', inputs: 'in_channels', axis: 1, rank },
);
const recurrent = layer('recurrent', 'input_size hidden_size num_layers direction', { inputs: 'input_size', returnsState: true });

const layers: Record<string, LayerKind> = {
  Linear: layer('linear', 'in_features out_features weight_attr bias_attr name', { units: 'out_features', inputs: 'in_features', axis: -1 }),
  Bilinear: layer('linear', 'in1_features in2_features out_features', { units: 'out_features', axis: -1 }),
  Conv1D: convolution(3), Conv2D: convolution(4), Conv3D: convolution(5),
  Conv1DTranspose: transposed(3), Conv2DTranspose: transposed(4), Conv3DTranspose: transposed(5),
  Embedding: layer('embedding', 'num_embeddings embedding_dim padding_idx', { units: 'embedding_dim', axis: -1 }),
  ...each('SimpleRNN LSTM GRU RNN BiRNN SimpleRNNCell LSTMCell GRUCell', recurrent),
  MultiHeadAttention: layer('attention', 'embed_dim num_heads dropout'),
  ...each('TransformerEncoderLayer TransformerDecoderLayer TransformerEncoder TransformerDecoder Transformer', layer('custom')),
  ...each(
    'BatchNorm1D BatchNorm2D BatchNorm3D SyncBatchNorm InstanceNorm1D InstanceNorm2D InstanceNorm3D LayerNorm GroupNorm SpectralNorm LocalResponseNorm',
    layer('normalisation'),
  ),
  BatchNorm: layer('normalisation', 'num_channels act', { activation: 'act' }),
  ...each('Dropout Dropout2D Dropout3D AlphaDropout', layer('dropout', 'p axis mode')),
  ...each(
    'MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D AvgPool3D AdaptiveAvgPool1D AdaptiveAvgPool2D AdaptiveAvgPool3D AdaptiveMaxPool1D AdaptiveMaxPool2D '
    + 'AdaptiveMaxPool3D Upsample UpsamplingNearest2D UpsamplingBilinear2D',
    layer('pooling'),
  ),
  Flatten: layer('reshape', 'start_axis stop_axis'),
  ...each('PixelShuffle PixelUnshuffle ChannelShuffle Pad1D Pad2D Pad3D ZeroPad2D Unfold Fold', layer('noise')),
  Identity: layer('identity'),
  Sequential: layer('container'),
  ...each('LayerList LayerDict', layer('list', 'sublayers')),
};

/** Before 2.0. */
const formerConvolution = layer(
  'convolution', 'num_channels num_filters filter_size stride padding dilation groups param_attr bias_attr use_cudnn act dtype',
  { units: 'num_filters', axis: 1, activation: 'act', rank: 4 },
);
const formerLayers: Record<string, LayerKind> = {
  Linear: layer('linear', 'input_dim output_dim param_attr bias_attr act dtype', { units: 'output_dim', inputs: 'input_dim', axis: -1, activation: 'act' }),
  FC: layer('linear', 'name_scope size num_flatten_dims param_attr bias_attr act', { units: 'size', axis: -1, activation: 'act' }),
  Conv2D: formerConvolution,
  BatchNorm: layer('normalisation', 'num_channels act', { activation: 'act' }),
  Pool2D: layer('pooling', 'pool_size pool_type'),
  Dropout: layer('dropout', 'p'),
  Embedding: layer('embedding', 'size'),
  Sequential: layer('container'),
  LayerList: layer('list', 'sublayers'),
};

/** A function that makes a layer and applies it to its first argument. */
const layerCall = (kind: 'linear' | 'convolution', parameters: string, activation: string): Operation =>
  ({ ...operation(kind, parameters), units: words(parameters)[1] ?? '', activation });

const tensors: Record<string, Operation> = {
  ...each('concat stack', operation('combination', 'x axis')),
  ...each('matmul bmm mm dot einsum addmm', operation('product', '', 2)),
  ...each('add subtract multiply divide elementwise_add elementwise_sub elementwise_mul elementwise_div', operation('arithmetic', 'x y', 2)),
  ...each('log log2 log10 log1p', operation('logarithm', 'x')),
  exp: operation('exponential', 'x'),
  clip: operation('clamp', 'x min max'),
  ...each('argmax argmin argsort', operation('decision', 'x axis')),
  ...each('topk round floor ceil sign', operation('decision', 'x')),
  ...each('mean sum max min amax amin norm std var prod logsumexp reduce_mean reduce_sum reduce_max reduce_min', operation('reduction', 'x axis')),
  ...each('squeeze unsqueeze flatten reshape transpose cast assign', operation('reshape', 'x')),
  ...each('gather gather_nd index_select masked_select slice', operation('selection', 'x')),
  ...each('greater_than greater_equal less_than less_equal equal not_equal', operation('comparison', 'x y')),
  where: operation('mask', 'condition x y', 3),
  ...each('sin cos abs pow sqrt rsqrt square erf', operation('custom', 'x')),
  ...each('rand randn zeros ones zeros_like ones_like full arange linspace to_tensor', operation('fill', '', 0)),
};
const functions: Record<string, Operation> = {
  ...each('dropout dropout2d dropout3d alpha_dropout', operation('dropout', 'x p')),
  linear: operation('linear', 'x weight bias'),
  ...each('conv1d conv2d conv3d conv1d_transpose conv2d_transpose conv3d_transpose', operation('convolution', 'x weight bias')),
  embedding: operation('embedding', 'x weight'),
  ...each('batch_norm layer_norm instance_norm', operation('normalisation', 'x')),
  ...each(
    'max_pool1d max_pool2d max_pool3d avg_pool1d avg_pool2d avg_pool3d adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d interpolate upsample',
    operation('pooling', 'x'),
  ),
  normalize: operation('custom', 'x p axis'),
  pad: operation('noise', 'x pad'),
};
const formerFunctions: Record<string, Operation> = {
  fc: layerCall('linear', 'input size num_flatten_dims param_attr bias_attr act', 'act'),
  ...each('conv2d conv2d_transpose conv3d', layerCall('convolution', 'input num_filters filter_size stride padding dilation groups param_attr bias_attr use_cudnn act', 'act')),
  ...each('pool2d adaptive_pool2d resize_bilinear', operation('pooling', 'input')),
  dropout: operation('dropout', 'x dropout_prob'),
};

const classLoss = (task: LossKind['task'], expects: LossKind['expects'], constructor: string, more: Partial<LossKind> = {}): LossKind =>
  ({ task, expects, parameters: words('input label'), input: 'input', target: 'label', constructorParameters: words(constructor), ...more });
const functionLoss = (task: LossKind['task'], expects: LossKind['expects'], parameters: string): LossKind => {
  const [input = '', target = ''] = words(parameters);
  return { task, expects, parameters: words(parameters), input, target };
};

const withoutSoftmax = { otherwise: { argument: 'use_softmax', is: false, expects: 'probabilities' } } as const;
const ofLogit = { parameters: words('logit label'), input: 'logit' };
/** WarpCTC takes the softmax itself, whatever its argument is called. */
const timing = { parameters: words('log_probs labels input_lengths label_lengths'), input: 'log_probs', target: 'labels' };

const lossLayers: Record<string, LossKind> = {
  CrossEntropyLoss: classLoss('multi-class', 'logits', 'weight ignore_index reduction soft_label axis use_softmax', withoutSoftmax),
  NLLLoss: classLoss('multi-class', 'log-probabilities', 'weight ignore_index reduction'),
  BCELoss: classLoss('binary', 'probabilities', 'weight reduction'),
  BCEWithLogitsLoss: classLoss('binary', 'logits', 'weight reduction pos_weight', ofLogit),
  MultiLabelSoftMarginLoss: classLoss('multi-label', 'logits', 'weight reduction'),
  KLDivLoss: classLoss('divergence', 'log-probabilities', 'reduction'),
  CTCLoss: classLoss('multi-class', 'logits', 'blank reduction', timing),
  PoissonNLLLoss: classLoss('counts', 'values', 'log_input full epsilon reduction'),
  ...each('MSELoss L1Loss', classLoss('regression', 'values', 'reduction')),
  SmoothL1Loss: classLoss('regression', 'values', 'reduction delta'),
};
const lossFunctions: Record<string, LossKind> = {
  cross_entropy: { ...functionLoss('multi-class', 'logits', 'input label weight ignore_index reduction soft_label axis use_softmax'), ...withoutSoftmax },
  softmax_with_cross_entropy: functionLoss('multi-class', 'logits', 'logits label soft_label ignore_index'),
  nll_loss: functionLoss('multi-class', 'log-probabilities', 'input label weight ignore_index reduction'),
  binary_cross_entropy: functionLoss('binary', 'probabilities', 'input label weight reduction'),
  binary_cross_entropy_with_logits: functionLoss('binary', 'logits', 'logit label weight reduction pos_weight'),
  log_loss: functionLoss('binary', 'probabilities', 'input label epsilon'),
  sigmoid_focal_loss: functionLoss('binary', 'logits', 'logit label normalizer alpha gamma reduction'),
  multi_label_soft_margin_loss: functionLoss('multi-label', 'logits', 'input label weight reduction'),
  kl_div: functionLoss('divergence', 'log-probabilities', 'input label reduction'),
  ctc_loss: { task: 'multi-class', expects: 'logits', ...timing },
  poisson_nll_loss: functionLoss('counts', 'values', 'input label log_input full epsilon reduction'),
  ...each('mse_loss l1_loss smooth_l1_loss square_error_cost', functionLoss('regression', 'values', 'input label reduction')),
};
/** Before 2.0 `cross_entropy` took probabilities. */
const formerLosses: Record<string, LossKind> = {
  cross_entropy: functionLoss('multi-class', 'probabilities', 'input label soft_label ignore_index'),
  softmax_with_cross_entropy: functionLoss('multi-class', 'logits', 'logits label soft_label ignore_index'),
  sigmoid_cross_entropy_with_logits: functionLoss('binary', 'logits', 'x label ignore_index'),
  log_loss: functionLoss('binary', 'probabilities', 'input label epsilon'),
  ...each('square_error_cost mse_loss', functionLoss('regression', 'values', 'input label')),
};

export const paddle: Vocabulary = {
  layers: { ...within('paddle.nn', layers), ...within('paddle.fluid.dygraph', formerLayers), ...within('paddle.fluid.dygraph.nn', formerLayers) },
  operations: {
    ...within('paddle', tensors), ...within('paddle.nn.functional', functions), ...within('paddle.fluid.layers', { ...tensors, ...formerFunctions }),
    'paddle.static.nn.fc': layerCall('linear', 'x size num_flatten_dims weight_attr bias_attr activation', 'activation'),
  },
  methods: { astype: operation('reshape', 'dtype') },
  losses: {
    ...within('paddle.nn', lossLayers), ...within('paddle.nn.functional', lossFunctions), ...within('paddle.fluid.layers', formerLosses),
  },
  wrappers: ['paddle.Model', 'paddle.DataParallel', 'paddle.jit.to_static'],
  bases: ['paddle.nn.Layer', 'paddle.fluid.dygraph.Layer', 'paddle.fluid.Layer'],
  optimisers: [], initialisers: [],
};
