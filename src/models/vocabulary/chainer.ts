/** Chainer 7: signatures as in chainer/links, chainer/functions and chainer/functions/loss. */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

/** Where one size is given it is that of the output, whichever the place says, so that no link is told what it expects. */
const sized = (type: 'linear' | 'convolution', parameters: string, rank?: number): LayerKind =>
  layer(type, parameters, { units: words(parameters)[1] ?? '', axis: type === 'linear' ? -1 : 1, ...(rank !== undefined && { rank }) });
const convolution = (rank: number): LayerKind => sized('convolution', 'in_channels out_channels ksize stride pad', rank);

const links: Record<string, LayerKind> = {
  Linear: sized('linear', 'in_size out_size nobias initialW initial_bias'),
  ...each('Convolution1D Deconvolution1D', convolution(3)),
  ...each('Convolution2D DilatedConvolution2D Deconvolution2D', convolution(4)),
  ...each('Convolution3D Deconvolution3D', convolution(5)),
  ...each('DepthwiseConvolution2D ConvolutionND DeconvolutionND', layer('convolution')),
  EmbedID: layer('embedding', 'in_size out_size', { units: 'out_size', axis: -1 }),
  ...each('LSTM StatefulGRU GRU StatelessGRU', layer('recurrent')),
  ...each('BatchNormalization BatchRenormalization DecorrelatedBatchNormalization GroupNormalization LayerNormalization', layer('normalisation')),
};

const functions: Record<string, Operation> = {
  ...each('reshape flatten squeeze expand_dims transpose cast copy', operation('reshape', 'x')),
  ...each('concat stack hstack vstack dstack', operation('combination', 'xs axis')),
  ...each('matmul batch_matmul', operation('product', 'a b', 2)),
  ...each('log log2 log10 log1p', operation('logarithm', 'x')),
  exp: operation('exponential', 'x'),
  clip: operation('clamp', 'x x_min x_max'),
  ...each('argmax argmin', operation('decision', 'x axis')),
  ...each('sum average mean max min logsumexp', operation('reduction', 'x axis')),
  ...each('select_item get_item', operation('selection', 'x')),
  where: operation('mask', 'condition x y', 3),
  ...each('add', operation('arithmetic', '', 2)),
  ...each('sin cos sqrt square absolute normalize maximum minimum', operation('custom', 'x')),
  dropout: operation('dropout', 'x ratio'),
  linear: operation('linear', 'x W b'),
  ...each('convolution_2d deconvolution_2d', operation('convolution', 'x W b')),
  embed_id: operation('embedding', 'x W'),
  ...each('batch_normalization fixed_batch_normalization group_normalization layer_normalization local_response_normalization', operation('normalisation', 'x')),
  ...each(
    'max_pooling_1d max_pooling_2d max_pooling_3d max_pooling_nd average_pooling_1d average_pooling_2d average_pooling_3d average_pooling_nd unpooling_2d resize_images '
    + 'global_average_pooling_2d spatial_pyramid_pooling_2d',
    operation('pooling', 'x'),
  ),
};

const loss = (task: LossKind['task'], expects: LossKind['expects'], parameters: string, target = 't'): LossKind => {
  const [first = '', second = ''] = words(parameters);
  return { task, expects, parameters: words(parameters), input: target === first ? second : first, target };
};

const losses: Record<string, LossKind> = {
  softmax_cross_entropy: loss('multi-class', 'logits', 'x t normalize cache_score class_weight ignore_label reduce'),
  sigmoid_cross_entropy: loss('binary', 'logits', 'x t normalize reduce'),
  // What is compared comes first.
  bernoulli_nll: loss('binary', 'logits', 'x y reduce', 'x'),
  ...each('mean_squared_error mean_absolute_error squared_error', loss('regression', 'values', 'x0 x1', 'x1')),
  huber_loss: loss('regression', 'values', 'x t delta'),
};

export const chainer: Vocabulary = {
  layers: { ...within('chainer.links', links), 'chainer.Sequential': layer('container'), 'chainer.sequential.Sequential': layer('container') },
  operations: within('chainer.functions', functions),
  methods: {},
  losses: within('chainer.functions', losses),
  wrappers: [],
  bases: ['chainer.Chain', 'chainer.ChainList', 'chainer.Link', 'chainer.link.Chain', 'chainer.link.ChainList', 'chainer.link.Link'],
  optimisers: [], initialisers: [],
  trainers: {
    'chainer.links.Classifier': {
      parameters: words('predictor lossfun accfun'), model: 'predictor', loss: 'lossfun', lossDefault: 'chainer.functions.softmax_cross_entropy', except: [],
    },
  },
};
