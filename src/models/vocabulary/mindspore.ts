/** MindSpore: signatures as in mindspore/nn/layer, mindspore/nn/loss/loss.py and mindspore/ops. */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const convolution = (rank: number): LayerKind => layer(
  'convolution', 'in_channels out_channels kernel_size stride pad_mode padding dilation group has_bias',
  { units: 'out_channels', inputs: 'in_channels', axis: 1, rank },
);
const recurrent = layer('recurrent', 'input_size hidden_size num_layers', { inputs: 'input_size', returnsState: true });

const cells: Record<string, LayerKind> = {
  Dense: layer('linear', 'in_channels out_channels weight_init bias_init has_bias activation', {
    units: 'out_channels', inputs: 'in_channels', axis: -1, activation: 'activation',
  }),
  ...each('Conv1d Conv1dTranspose', convolution(3)), ...each('Conv2d Conv2dTranspose', convolution(4)), ...each('Conv3d Conv3dTranspose', convolution(5)),
  Embedding: layer('embedding', 'vocab_size embedding_size', { units: 'embedding_size', axis: -1 }),
  ...each('RNN LSTM GRU', recurrent),
  ...each('MultiheadAttention TransformerEncoderLayer TransformerEncoder TransformerDecoderLayer TransformerDecoder Transformer', layer('custom')),
  ...each('BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm LayerNorm GroupNorm InstanceNorm1d InstanceNorm2d InstanceNorm3d', layer('normalisation')),
  ...each('Dropout Dropout1d Dropout2d Dropout3d', layer('dropout')),
  ...each('MaxPool1d MaxPool2d MaxPool3d AvgPool1d AvgPool2d AvgPool3d AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool2d', layer('pooling')),
  Flatten: layer('reshape', 'start_dim end_dim'),
  Identity: layer('identity'),
  SequentialCell: layer('container'),
  CellList: layer('list'),
};

/** Primitives are made first and called with the tensor then. */
const primitives: Record<string, LayerKind> = {
  ...each('Reshape Squeeze ExpandDims Transpose Cast Flatten', layer('reshape')),
};

const functions: Record<string, Operation> = {
  ...each('reshape squeeze expand_dims unsqueeze transpose cast flatten stop_gradient', operation('reshape', 'input')),
  ...each('cat concat stack', operation('combination', 'tensors axis')),
  ...each('matmul bmm mm dot einsum', operation('product', '', 2)),
  ...each('add sub mul div', operation('arithmetic', 'input other', 2)),
  ...each('log log2 log10 log1p', operation('logarithm', 'input')),
  exp: operation('exponential', 'input'),
  ...each('clamp clip clip_by_value', operation('clamp', 'input min max')),
  ...each('argmax argmin', operation('decision', 'input dim')),
  ...each('round floor ceil', operation('decision', 'input')),
  ...each('mean sum reduce_mean reduce_sum max min norm std var', operation('reduction', 'input axis')),
  ...each('gather gather_d', operation('selection', 'input')),
  where: operation('mask', 'condition input other', 3),
  ...each('zeros ones zeros_like ones_like full arange rand randn', operation('fill', '', 0)),
  dropout: operation('dropout', 'input p'),
};

const compared = { parameters: words('logits labels'), input: 'logits', target: 'labels' };
const ofClass = (task: LossKind['task'], expects: LossKind['expects'], constructor: string): LossKind => ({ task, expects, ...compared, constructorParameters: words(constructor) });
const ofFunction = (task: LossKind['task'], expects: LossKind['expects'], parameters: string): LossKind => {
  const [input = '', target = ''] = words(parameters);
  return { task, expects, parameters: words(parameters), input, target };
};

const lossCells: Record<string, LossKind> = {
  SoftmaxCrossEntropyWithLogits: ofClass('multi-class', 'logits', 'sparse reduction'),
  CrossEntropyLoss: ofClass('multi-class', 'logits', 'weight ignore_index reduction label_smoothing'),
  NLLLoss: ofClass('multi-class', 'log-probabilities', 'weight ignore_index reduction'),
  BCELoss: ofClass('binary', 'probabilities', 'weight reduction'),
  BCEWithLogitsLoss: ofClass('binary', 'logits', 'reduction weight pos_weight'),
  KLDivLoss: ofClass('divergence', 'log-probabilities', 'reduction'),
  ...each('MSELoss L1Loss MAELoss', ofClass('regression', 'values', 'reduction')),
  SmoothL1Loss: ofClass('regression', 'values', 'beta reduction'),
  HuberLoss: ofClass('regression', 'values', 'reduction delta'),
};
const lossFunctions: Record<string, LossKind> = {
  cross_entropy: ofFunction('multi-class', 'logits', 'input target weight'),
  nll_loss: ofFunction('multi-class', 'log-probabilities', 'inputs target weight'),
  binary_cross_entropy: ofFunction('binary', 'probabilities', 'logits labels weight'),
  binary_cross_entropy_with_logits: ofFunction('binary', 'logits', 'logits label weight'),
  kl_div: ofFunction('divergence', 'log-probabilities', 'logits labels'),
  ...each('mse_loss l1_loss smooth_l1_loss', ofFunction('regression', 'values', 'input target')),
  ...each('SoftmaxCrossEntropyWithLogits SparseSoftmaxCrossEntropyWithLogits', ofClass('multi-class', 'logits', '')),
};

const model = { parameters: words('network loss_fn'), model: 'network', loss: 'loss_fn', except: [] };

export const mindspore: Vocabulary = {
  layers: { ...within('mindspore.nn', cells), ...within('mindspore.ops', primitives) },
  operations: within('mindspore.ops', functions),
  methods: {},
  losses: { ...within('mindspore.nn', lossCells), ...within('mindspore.ops', lossFunctions) },
  wrappers: [],
  bases: ['mindspore.nn.Cell', 'mindspore.nn.cell.Cell'],
  optimisers: [], initialisers: [],
  trainers: {
    ...each('mindspore.Model mindspore.train.Model mindspore.train.model.Model', model),
    'mindspore.nn.WithLossCell': { parameters: words('backbone loss_fn'), model: 'backbone', loss: 'loss_fn', except: [] },
  },
};
