/** JAX with Flax (linen and nnx), Haiku, Equinox and optax: signatures as in their sources. */
import { each, layer, operation, within, type LossKind, type Vocabulary } from './vocabulary';

const loss = (task: LossKind['task'], expects: LossKind['expects'], input: string, target: string): LossKind =>
  ({ task, expects, parameters: [input, target], input, target });

const linen = {
  ...each('Dense DenseGeneral', layer('linear', 'features use_bias', { units: 'features', axis: -1 })),
  ...each('Conv ConvTranspose ConvLocal', layer('convolution', 'features kernel_size strides padding', { units: 'features', axis: -1 })),
  Embed: layer('embedding', 'num_embeddings features', { units: 'features', axis: -1 }),
  ...each('BatchNorm LayerNorm GroupNorm RMSNorm InstanceNorm', layer('normalisation')),
  Dropout: layer('dropout', 'rate'),
  ...each('MultiHeadDotProductAttention SelfAttention MultiHeadAttention', layer('attention')),
  Sequential: layer('container', 'layers'),
};
const nnx = {
  Linear: layer('linear', 'in_features out_features', { units: 'out_features', inputs: 'in_features', axis: -1 }),
  ...each('Conv ConvTranspose', layer('convolution', 'in_features out_features kernel_size', { units: 'out_features', inputs: 'in_features', axis: -1 })),
  Embed: layer('embedding', 'num_embeddings features', { units: 'features', axis: -1 }),
  ...each('BatchNorm LayerNorm GroupNorm RMSNorm', layer('normalisation', 'num_features')),
  Dropout: layer('dropout', 'rate'),
  MultiHeadAttention: layer('attention'),
  Sequential: layer('container'),
};
const haiku = {
  Linear: layer('linear', 'output_size with_bias', { units: 'output_size', axis: -1 }),
  ...each('Conv1D Conv2D Conv3D', layer('convolution', 'output_channels kernel_shape', { units: 'output_channels', axis: -1 })),
  Flatten: layer('reshape'),
  ...each('BatchNorm LayerNorm', layer('normalisation')),
  Sequential: layer('container', 'layers'),
};
const equinox = {
  Linear: layer('linear', 'in_features out_features use_bias', { units: 'out_features', inputs: 'in_features', axis: -1 }),
  ...each('Conv1d Conv2d Conv3d', layer('convolution', 'in_channels out_channels kernel_size', { units: 'out_channels', inputs: 'in_channels', axis: 0 })),
  Sequential: layer('container', 'layers'),
  Dropout: layer('dropout', 'p'),
  ...each('LayerNorm GroupNorm BatchNorm', layer('normalisation')),
};

const optax = {
  ...each('softmax_cross_entropy softmax_cross_entropy_with_integer_labels', loss('multi-class', 'logits', 'logits', 'labels')),
  sigmoid_binary_cross_entropy: loss('binary', 'logits', 'logits', 'labels'),
  ...each('l2_loss squared_error huber_loss', loss('regression', 'values', 'predictions', 'targets')),
};

const arrays = {
  ...each('reshape squeeze expand_dims transpose ravel swapaxes moveaxis asarray array', operation('reshape', 'a')),
  ...each('concatenate stack hstack vstack', operation('combination', 'arrays axis')),
  ...each('matmul dot einsum tensordot', operation('product', '', 2)),
  ...each('add subtract multiply divide', operation('arithmetic', 'x1 x2', 2)),
  ...each('log log1p', operation('logarithm', 'x')),
  exp: operation('exponential', 'x'),
  clip: operation('clamp', 'a min max'),
  ...each('argmax argmin round', operation('decision', 'a axis')),
  ...each('mean sum max min', operation('reduction', 'a axis')),
  where: operation('mask', 'condition x y', 3),
};

export const jax: Vocabulary = {
  layers: {
    ...within('flax.linen', linen), ...within('flax.nnx', nnx), ...within('haiku', haiku), ...within('equinox.nn', equinox),
  },
  operations: {
    ...within('jax.numpy', arrays),
    ...within('flax.linen', each('max_pool avg_pool', operation('pooling', 'inputs'))),
    'jax.lax.stop_gradient': operation('reshape', 'x'),
  },
  methods: {},
  losses: {
    ...within('optax', optax), ...within('optax.losses', optax),
  },
  wrappers: ['jax.jit', 'flax.nnx.jit', 'jax.checkpoint', 'jax.remat'],
  bases: ['flax.linen.Module', 'flax.nnx.Module', 'haiku.Module', 'equinox.Module'],
  optimisers: ['optax'],
  initialisers: [],
};
