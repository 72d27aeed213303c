/** MLX, whose channels are last: signatures as in python/mlx/nn/layers and python/mlx/nn/losses.py. */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const convolution = (rank: number): LayerKind => layer(
  'convolution', 'in_channels out_channels kernel_size stride padding', { units: 'out_channels', inputs: 'in_channels', axis: -1, rank },
);
const recurrent = (more: Partial<LayerKind> = {}): LayerKind => layer('recurrent', 'input_size hidden_size bias', { inputs: 'input_size', ...more });

const layers: Record<string, LayerKind> = {
  ...each('Linear QuantizedLinear', layer('linear', 'input_dims output_dims bias', { units: 'output_dims', inputs: 'input_dims', axis: -1 })),
  Bilinear: layer('linear', 'input1_dims input2_dims output_dims bias', { units: 'output_dims', axis: -1 }),
  ...each('Conv1d ConvTranspose1d', convolution(3)), ...each('Conv2d ConvTranspose2d', convolution(4)), ...each('Conv3d ConvTranspose3d', convolution(5)),
  Embedding: layer('embedding', 'num_embeddings dims', { units: 'dims', axis: -1 }),
  ...each('RNN GRU', recurrent()), LSTM: recurrent({ returnsState: true }),
  MultiHeadAttention: layer('attention', 'dims num_heads'),
  ...each('TransformerEncoderLayer TransformerEncoder TransformerDecoderLayer TransformerDecoder Transformer', layer('custom', 'dims')),
  ...each('BatchNorm LayerNorm RMSNorm GroupNorm InstanceNorm', layer('normalisation')),
  ...each('Dropout Dropout2d Dropout3d', layer('dropout', 'p')),
  ...each('MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d Upsample', layer('pooling')),
  Identity: layer('identity'),
  Sequential: layer('container'),
};

const operations: Record<string, Operation> = {
  ...each('reshape squeeze expand_dims transpose flatten unflatten swapaxes moveaxis stop_gradient', operation('reshape', 'a')),
  ...each('concatenate stack', operation('combination', 'arrays axis')),
  ...each('matmul einsum addmm inner outer', operation('product', '', 2)),
  ...each('add subtract multiply divide', operation('arithmetic', 'a b', 2)),
  ...each('log log2 log10 log1p', operation('logarithm', 'a')),
  exp: operation('exponential', 'a'),
  clip: operation('clamp', 'a a_min a_max'),
  ...each('argmax argmin', operation('decision', 'a axis')),
  ...each('round floor ceil sign', operation('decision', 'a')),
  ...each('mean sum max min var logsumexp', operation('reduction', 'a axis')),
  ...each('take take_along_axis', operation('selection', 'a')),
  ...each('greater greater_equal less less_equal equal', operation('comparison', 'a b')),
  where: operation('mask', 'condition x y', 3),
  ...each('zeros ones zeros_like ones_like full arange array', operation('fill', '', 0)),
};

const loss = (task: LossKind['task'], expects: LossKind['expects'], parameters: string): LossKind => {
  const [input = '', target = ''] = words(parameters);
  return { task, expects, parameters: words(parameters), input, target };
};
const losses: Record<string, LossKind> = {
  cross_entropy: loss('multi-class', 'logits', 'logits targets'),
  binary_cross_entropy: {
    ...loss('binary', 'logits', 'inputs targets weights with_logits'), otherwise: { argument: 'with_logits', is: false, expects: 'probabilities' },
  },
  nll_loss: loss('multi-class', 'log-probabilities', 'inputs targets'),
  kl_div_loss: loss('divergence', 'log-probabilities', 'inputs targets'),
  gaussian_nll_loss: loss('regression', 'values', 'inputs targets vars'),
  ...each('mse_loss l1_loss smooth_l1_loss', loss('regression', 'values', 'predictions targets')),
  huber_loss: loss('regression', 'values', 'inputs targets'),
};

export const mlx: Vocabulary = {
  layers: within('mlx.nn', layers),
  operations: within('mlx.core', operations),
  methods: {},
  losses: within('mlx.nn.losses', losses),
  wrappers: ['mlx.core.compile'],
  bases: ['mlx.nn.Module'],
  optimisers: [], initialisers: [],
};
