/**
 * Keras 2 and 3, under `keras` and `tf.keras` alike: signatures as in keras/src/layers and keras/src/losses. Names
 * here begin with `keras.`; the lookup takes `tf.keras.` for the same.
 */
import { each, layer, operation, within, words, type LayerKind, type LossKind, type Operation, type Vocabulary } from './vocabulary';

const convolution = (rank: number): LayerKind => layer(
  'convolution', 'filters kernel_size strides padding data_format dilation_rate groups activation use_bias kernel_initializer bias_initializer',
  { units: 'filters', axis: -1, activation: 'activation', rank },
);
const otherConvolution = (rank: number): LayerKind => layer(
  'convolution', 'filters kernel_size strides padding', { units: 'filters', axis: -1, activation: 'activation', rank },
);
const gated = layer('recurrent', 'units activation recurrent_activation use_bias', { units: 'units', axis: -1 });

const layers: Record<string, LayerKind> = {
  Dense: layer('linear', 'units activation use_bias kernel_initializer bias_initializer', { units: 'units', axis: -1, activation: 'activation' }),
  TimeDistributedDense: layer('linear', 'units activation', { units: 'units', axis: -1, activation: 'activation' }),
  EinsumDense: layer('linear', 'equation output_shape activation', { activation: 'activation' }),
  Conv1D: convolution(3), Conv2D: convolution(4), Conv3D: convolution(5),
  Convolution1D: convolution(3), Convolution2D: convolution(4), Convolution3D: convolution(5),
  Conv1DTranspose: otherConvolution(3), Conv2DTranspose: otherConvolution(4), Conv3DTranspose: otherConvolution(5), Deconvolution2D: otherConvolution(4),
  SeparableConv1D: otherConvolution(3), SeparableConv2D: otherConvolution(4),
  DepthwiseConv1D: layer('convolution', 'kernel_size strides padding', { activation: 'activation', rank: 3 }),
  DepthwiseConv2D: layer('convolution', 'kernel_size strides padding', { activation: 'activation', rank: 4 }),
  ...each('LSTM GRU', gated),
  SimpleRNN: layer('recurrent', 'units activation use_bias', { units: 'units', axis: -1 }),
  ...each('ConvLSTM1D ConvLSTM2D ConvLSTM3D RNN Bidirectional', layer('recurrent')),
  Embedding: layer('embedding', 'input_dim output_dim', { units: 'output_dim', axis: -1 }),
  ...each('MultiHeadAttention Attention AdditiveAttention GroupQueryAttention', layer('attention')),
  ...each('BatchNormalization LayerNormalization GroupNormalization UnitNormalization RMSNormalization Normalization', layer('normalisation')),
  ...each('Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D AlphaDropout GaussianDropout', layer('dropout', 'rate')),
  GaussianNoise: layer('noise', 'stddev'),
  ...each(
    'MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D MaxPool1D MaxPool2D MaxPool3D AvgPool1D AvgPool2D AvgPool3D',
    layer('pooling', 'pool_size strides padding'),
  ),
  ...each('GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPool2D GlobalAvgPool2D', layer('pooling', '', { rank: 2 })),
  ...each('UpSampling1D UpSampling2D UpSampling3D', layer('pooling', 'size')),
  Flatten: layer('reshape', 'data_format', { rank: 2 }),
  Reshape: layer('reshape', 'target_shape'),
  Permute: layer('reshape', 'dims'),
  RepeatVector: layer('reshape', 'n'),
  ...each('Add Subtract Multiply Average Maximum Minimum Concatenate Dot', layer('combination')),
  ...each('ZeroPadding1D ZeroPadding2D Cropping1D Cropping2D Masking Rescaling Resizing RandomFlip RandomRotation RandomZoom', layer('noise')),
  Activation: layer('activation', 'activation', { activation: 'activation' }),
  Lambda: layer('custom', 'function'),
  Identity: layer('identity'),
  ...each('Input InputLayer', layer('input', 'shape batch_size')),
};

const classLoss = (task: LossKind['task'], expects: LossKind['expects'], constructor = 'reduction name', fromLogits?: string): LossKind => ({
  task, expects, parameters: words('y_true y_pred sample_weight'), input: 'y_pred', target: 'y_true',
  constructorParameters: words(constructor), ...(fromLogits === undefined ? {} : { fromLogits }),
});
const functionLoss = (task: LossKind['task'], expects: LossKind['expects'], rest = '', fromLogits?: string): LossKind => ({
  task, expects, parameters: words(`y_true y_pred ${rest}`.trim()), input: 'y_pred', target: 'y_true',
  ...(fromLogits === undefined ? {} : { fromLogits }),
});

const backendLoss = (task: LossKind['task'], rest: string): LossKind => ({
  task, expects: 'probabilities', parameters: words(`target output ${rest}`), input: 'output', target: 'target', fromLogits: 'from_logits',
});

const lossClasses: Record<string, LossKind> = {
  CategoricalCrossentropy: classLoss('multi-class', 'probabilities', 'from_logits label_smoothing axis', 'from_logits'),
  SparseCategoricalCrossentropy: classLoss('multi-class', 'probabilities', 'from_logits ignore_class', 'from_logits'),
  BinaryCrossentropy: classLoss('binary', 'probabilities', 'from_logits label_smoothing axis', 'from_logits'),
  BinaryFocalCrossentropy: classLoss('binary', 'probabilities', 'apply_class_balancing alpha gamma from_logits', 'from_logits'),
  CategoricalFocalCrossentropy: classLoss('multi-class', 'probabilities', 'alpha gamma from_logits', 'from_logits'),
  KLDivergence: classLoss('divergence', 'probabilities'),
  Poisson: classLoss('counts', 'values'),
  ...each('MeanSquaredError MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredLogarithmicError LogCosh', classLoss('regression', 'values')),
  Huber: classLoss('regression', 'values', 'delta'),
};

const lossFunctions: Record<string, LossKind> = {
  categorical_crossentropy: functionLoss('multi-class', 'probabilities', 'from_logits label_smoothing axis', 'from_logits'),
  sparse_categorical_crossentropy: functionLoss('multi-class', 'probabilities', 'from_logits ignore_class axis', 'from_logits'),
  binary_crossentropy: functionLoss('binary', 'probabilities', 'from_logits label_smoothing axis', 'from_logits'),
  ...each('kl_divergence kullback_leibler_divergence', functionLoss('divergence', 'probabilities')),
  poisson: functionLoss('counts', 'values'),
  ...each(
    'mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error mse mae mape msle MSE MAE logcosh log_cosh huber',
    functionLoss('regression', 'values'),
  ),
};

const operations: Record<string, Operation> = {
  ...each('reshape squeeze expand_dims transpose cast permute_dimensions flatten batch_flatten', operation('reshape', 'x')),
  ...each('concatenate stack', operation('combination', 'tensors axis')),
  ...each('matmul dot batch_dot einsum', operation('product', '', 2)),
  ...each('add subtract multiply divide', operation('arithmetic', 'x1 x2', 2)),
  log: operation('logarithm', 'x'),
  exp: operation('exponential', 'x'),
  ...each('clip', operation('clamp', 'x min_value max_value')),
  ...each('argmax argmin round', operation('decision', 'x axis')),
  ...each('mean sum max min', operation('reduction', 'x axis')),
};

export const keras: Vocabulary = {
  layers: {
    ...within('keras.layers', layers),
    'keras.Input': layer('input', 'shape batch_size'),
    ...each('keras.Sequential keras.models.Sequential', layer('container', 'layers name')),
  },
  operations: { ...within('keras.ops', operations), ...within('keras.backend', operations) },
  methods: {},
  losses: {
    ...within('keras.losses', { ...lossClasses, ...lossFunctions }),
    ...within('keras.metrics', lossFunctions),
    'keras.backend.categorical_crossentropy': backendLoss('multi-class', 'from_logits axis'),
    'keras.backend.sparse_categorical_crossentropy': backendLoss('multi-class', 'from_logits axis'),
    'keras.backend.binary_crossentropy': backendLoss('binary', 'from_logits'),
  },
  lossStrings: Object.fromEntries(
    [...Object.keys(lossFunctions), ...Object.keys(lossClasses)].map((name) => [name, `keras.losses.${name}`]),
  ),
  wrappers: ['keras.layers.TimeDistributed', 'keras.layers.SpectralNormalization'],
  bases: ['keras.Model', 'keras.models.Model', 'keras.layers.Layer', 'keras.engine.training.Model', 'keras.engine.topology.Layer'],
  optimisers: ['keras.optimizers'],
  initialisers: [],
};
