/** TensorFlow without Keras: signatures as in tensorflow/python/ops; `tf.losses` of version 1. */
import { each, operation, within, words, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const loss = (task: LossKind['task'], expects: LossKind['expects'], parameters: string, input: string, target: string): LossKind =>
  ({ task, expects, parameters: words(parameters), input, target });

const former = (entry: LossKind, parameters: string): LossKind => ({ ...entry, formerParameters: words(parameters) });

/** A function that makes a layer and applies it to its first argument. */
const layerCall = (kind: 'linear' | 'convolution', parameters: string, activation: string, activationDefault?: string): Operation => ({
  ...operation(kind, parameters), units: words(parameters)[1] ?? '', activation, ...(activationDefault === undefined ? {} : { activationDefault }),
});
const convolution = 'inputs filters kernel_size strides padding data_format dilation_rate activation';
const convolutionOfContrib = 'inputs num_outputs kernel_size stride padding data_format rate activation_fn';
const shared = {
  flatten: operation('reshape', 'inputs'),
  dropout: operation('dropout', 'inputs'),
  ...each('max_pool2d avg_pool2d max_pooling1d max_pooling2d average_pooling1d average_pooling2d', operation('pooling', 'inputs')),
  ...each('batch_normalization batch_norm layer_norm', operation('normalisation', 'inputs')),
};

/** `tf.layers` of version 1 */
const layers: Record<string, Operation> = {
  ...shared,
  dense: layerCall('linear', 'inputs units activation', 'activation'),
  ...each('conv1d conv2d conv3d', layerCall('convolution', convolution, 'activation')),
  conv2d_transpose: layerCall('convolution', 'inputs filters kernel_size strides padding data_format activation', 'activation'),
};

/** The packages of layers that have a ReLU unless they, or a scope around them, are told otherwise: https://github.com/google-research/tf-slim/blob/master/tf_slim/ops/arg_scope.py. */
export const ofContrib = /^tf(\.contrib|_slim)\./;

/** Their layers: `tf.contrib.layers` and slim. */
const contrib: Record<string, Operation> = {
  ...shared,
  fully_connected: layerCall('linear', 'inputs num_outputs activation_fn', 'activation_fn', 'relu'),
  ...each('conv2d convolution2d', layerCall('convolution', convolutionOfContrib, 'activation_fn', 'relu')),
  ...each('conv2d_transpose convolution2d_transpose', layerCall('convolution', 'inputs num_outputs kernel_size stride padding data_format activation_fn', 'activation_fn', 'relu')),
};

const operations = {
  ...each('reshape squeeze expand_dims transpose cast identity stop_gradient', operation('reshape', 'input')),
  ...each('concat stack', operation('combination', 'values axis')),
  ...each('matmul linalg.matmul tensordot einsum', operation('product', '', 2)),
  ...each('add subtract multiply divide', operation('arithmetic', 'x y', 2)),
  ...each('square pow abs math.square math.pow math.abs', operation('custom', 'x y')),
  ...each('log math.log log1p math.log1p', operation('logarithm', 'x')),
  ...each('exp math.exp', operation('exponential', 'x')),
  ...each('clip_by_value', operation('clamp', 't clip_value_min clip_value_max')),
  ...each('argmax argmin math.argmax round math.round', operation('decision', 'input axis')),
  ...each('reduce_mean reduce_sum reduce_max reduce_min math.reduce_mean math.reduce_sum', operation('reduction', 'input_tensor axis')),
  ...each('gather slice split unstack boolean_mask', operation('selection', 'input')),
  ...each('greater greater_equal less less_equal equal math.greater', operation('comparison', 'x y')),
  one_hot: operation('custom', 'indices depth'),
  where: operation('mask', 'condition x y', 3),
  ...each('nn.conv1d nn.conv2d nn.conv3d nn.conv2d_transpose nn.depthwise_conv2d', operation('convolution', 'input filters')),
  ...each('nn.dropout', operation('dropout', 'x rate')),
  ...each('nn.batch_normalization nn.l2_normalize', operation('normalisation', 'x')),
  ...each('nn.max_pool nn.avg_pool nn.max_pool2d nn.avg_pool2d', operation('pooling', 'input')),
  'nn.bias_add': operation('linear', 'value bias', 2),
  'nn.xw_plus_b': operation('linear', 'x weights biases', 3),
  'nn.relu_layer': { ...operation('linear', 'x weights biases', 3), activation: '', activationDefault: 'relu' },
  ...each('nn.embedding_lookup', operation('embedding', 'params ids')),
  Variable: operation('fill', 'initial_value', 0),
  get_variable: operation('fill', 'name shape', 0),
  ...each('squared_difference math.squared_difference', operation('arithmetic', 'x y', 2)),
};

export const tensorflow: Vocabulary = {
  layers: {},
  operations: {
    ...within('tf', operations), ...within('tf.layers', layers), ...within('tf.contrib.layers', contrib), ...within('tf.contrib.slim', contrib), ...within('tf_slim', contrib),
  },
  methods: {},
  losses: {
    ...each(
      'tf.nn.softmax_cross_entropy_with_logits tf.nn.softmax_cross_entropy_with_logits_v2 tf.nn.sparse_softmax_cross_entropy_with_logits',
      former(loss('multi-class', 'logits', 'labels logits', 'logits', 'labels'), 'logits labels'),
    ),
    'tf.nn.sigmoid_cross_entropy_with_logits': former(loss('binary', 'logits', 'labels logits', 'logits', 'labels'), 'logits labels'),
    'tf.nn.weighted_cross_entropy_with_logits': former(loss('binary', 'logits', 'labels logits pos_weight', 'logits', 'labels'), 'logits labels pos_weight'),
    'tf.losses.softmax_cross_entropy': loss('multi-class', 'logits', 'onehot_labels logits', 'logits', 'onehot_labels'),
    'tf.losses.sparse_softmax_cross_entropy': loss('multi-class', 'logits', 'labels logits', 'logits', 'labels'),
    'tf.losses.sigmoid_cross_entropy': loss('binary', 'logits', 'multi_class_labels logits', 'logits', 'multi_class_labels'),
    'tf.losses.mean_squared_error': loss('regression', 'values', 'labels predictions', 'predictions', 'labels'),
  },
  wrappers: ['tf.function'],
  bases: ['tf.Module'],
  optimisers: ['tf.optimizers'],
  initialisers: [],
};
