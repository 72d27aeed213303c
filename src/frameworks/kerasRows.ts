/**
 * What Keras 3 and tf.keras have in common: the functions of `activations`, the layers, the strings and the layers
 * that take them. Signatures as in keras/src/activations/activations.py and keras/src/layers of Keras 3.
 */
import type { Carrier, Variant } from './framework';
import { argument, customaryCarriers, picked, renamed, type Table } from './rows';

const axis = argument('axis');
const lambda = argument('threshold', 'lambda');
const alpha = argument('alpha', 'alpha');
const ceiling = argument('max_value', 'ceiling');
const slope = argument('negative_slope', 'negativeSlope', { aliases: ['alpha'] });

const rectifierVariants: readonly Variant[] = [
  { argument: 'max_value', equals: 6, activation: 'relu6' },
  { argument: 'max_value', activation: 'clipped-relu' },
  { argument: 'negative_slope', neutral: 0, activation: 'leaky-relu' },
  { argument: 'threshold', neutral: 0 },
];

const tanhForm: readonly Variant[] = [{ argument: 'approximate', equals: true, activation: 'gelu-tanh' }];

/** `keras.activations`, without the tensor that comes first. */
export const functions: Table = {
  celu: { activation: 'celu', arguments: [alpha] },
  elu: { activation: 'elu', arguments: [alpha] },
  exponential: 'exponential',
  gelu: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: tanhForm,
    note: 'Exact by default; keras.ops.gelu, JAX and Flax default to the tanh form.',
  },
  glu: { activation: 'glu', arguments: [axis], note: 'The second half of the axis goes through the sigmoid.' },
  // Whatever the backend: keras/src/backend/*/nn.py.
  hard_shrink: { activation: 'hardshrink', arguments: [{ ...lambda, outside: 'passes all inputs' }] },
  hard_sigmoid: { activation: 'hard-sigmoid', versioned: ['variant'], note: 'Slope 0.2 in Keras up to 2.15, 1/6 from Keras 3 on.' },
  hard_silu: 'hard-swish',
  hard_swish: 'hard-swish',
  hard_tanh: 'hard-tanh',
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [slope],
    defaults: { negativeSlope: 0.2 },
    note: 'Slope 0.2 here and as a string; 0.3 in the layer LeakyReLU, 0.01 in PyTorch and JAX.',
  },
  linear: 'identity',
  log_sigmoid: 'log-sigmoid',
  log_softmax: { activation: 'log-softmax', arguments: [axis] },
  mish: 'mish',
  relu: {
    activation: 'relu',
    arguments: [slope, ceiling, argument('threshold')],
    variants: rectifierVariants,
  },
  relu6: 'relu6',
  selu: 'selu',
  sigmoid: 'sigmoid',
  silu: 'silu',
  soft_shrink: { activation: 'softshrink', arguments: [lambda] },
  softmax: { activation: 'softmax', arguments: [axis] },
  softplus: 'softplus',
  softsign: 'softsign',
  sparse_plus: 'sparse-plus',
  sparse_sigmoid: 'sparse-sigmoid',
  /** https://github.com/keras-team/keras/issues/23425 */
  sparsemax: { activation: 'sparsemax', arguments: [axis], note: 'Wrong in Keras up to 3.15.1: the sum is not 1 where several should be above 0.' },
  squareplus: { activation: 'squareplus', arguments: [argument('b', 'b')], defaults: { b: 4 } },
  swish: 'silu',
  tanh: 'tanh',
  tanh_shrink: 'tanhshrink',
  threshold: { activation: 'threshold', arguments: [argument('threshold', 'threshold', { required: true }), argument('default_value', 'value', { required: true })] },
};

/** `keras.ops` and `keras.ops.nn`, where they differ. */
export const operations: Table = {
  ...Object.fromEntries(Object.entries(functions).filter(([name]) => !['exponential', 'linear', 'mish', 'relu', 'gelu'].includes(name))),
  relu: 'relu',
  hard_sigmoid: { activation: 'hard-sigmoid', note: 'Slope 1/6, as in PyTorch; keras.activations.hard_sigmoid had 0.2 up to Keras 2.15.' },
  gelu: {
    activation: 'gelu-tanh',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: false, activation: 'gelu' }],
    note: 'The tanh form by default; keras.activations.gelu and the string "gelu" are exact.',
  },
};

export const layers: Table = {
  ELU: { activation: 'elu', arguments: [alpha] },
  Identity: 'identity',
  LeakyReLU: {
    activation: 'leaky-relu',
    arguments: [slope],
    defaults: { negativeSlope: 0.3 },
    note: 'Slope 0.3 in this layer; 0.2 as the string "leaky_relu", 0.01 in PyTorch and JAX.',
  },
  PReLU: {
    activation: 'prelu',
    arguments: [
      argument('alpha_initializer', 'a', { values: { zeros: 0, Zeros: 0, ones: 1, Ones: 1 } }),
      argument('alpha_regularizer'), argument('alpha_constraint'), argument('shared_axes'),
    ],
    defaults: { a: 0 },
    note: 'The slope starts at 0, so it begins as ReLU; PyTorch starts at 0.25.',
  },
  ReLU: {
    activation: 'relu',
    arguments: [ceiling, slope, argument('threshold')],
    variants: rectifierVariants,
  },
  Softmax: { activation: 'softmax', arguments: [axis] },
};

/** Gone from Keras 3, but kept in tf.keras. */
export const thresholdedLayer: Table = {
  ThresholdedReLU: { activation: 'thresholded-relu', arguments: [argument('theta', 'theta')] },
};

/** `activation=None`: the layer's output as it is. */
export const noneString: Table = { None: { activation: 'identity', note: 'With None nothing is applied.' } };

/** `keras.backend` of Keras 2, and what is left of it in Keras 3 for tf.keras. */
export const backendFunctions: Table = {
  ...picked(functions, ['sigmoid', 'softmax', 'softplus', 'softsign', 'tanh', 'elu']),
  relu: { activation: 'relu', arguments: [slope, ceiling, argument('threshold')], variants: rectifierVariants },
};

/** Layers whose activation may be passed by position, and where. */
const positions: Readonly<Record<string, number>> = {
  Activation: 0,
  Dense: 1,
  EinsumDense: 2,
  Conv1D: 7, Conv2D: 7, Conv3D: 7,
  Conv1DTranspose: 7, Conv2DTranspose: 7, Conv3DTranspose: 7,
  DepthwiseConv1D: 6, DepthwiseConv2D: 6,
  SeparableConv1D: 7, SeparableConv2D: 7,
};

/**
 * Recurrent layers: where the activation stands, and whether the gates' activation stands behind it. The gates have no default here: up to
 * Keras 2.2.5, and in TensorFlow 1, it is the hard sigmoid; since then it is sigmoid, in convolutional layers from Keras 3 on.
 */
const recurrent: Readonly<Record<string, { readonly position: number; readonly isGated?: boolean }>> = {
  SimpleRNN: { position: 1 }, SimpleRNNCell: { position: 1 },
  GRU: { position: 1, isGated: true }, GRUCell: { position: 1, isGated: true },
  LSTM: { position: 1, isGated: true }, LSTMCell: { position: 1, isGated: true },
  ConvLSTM1D: { position: 6, isGated: true },
  ConvLSTM2D: { position: 6, isGated: true },
  ConvLSTM3D: { position: 6, isGated: true },
};

/** Where Keras takes an activation, for the root `keras` or `tf.keras`. */
export function carriersBelow(root: string): Carrier[] {
  const plain = Object.entries(positions).map(([layer, position]) =>
    ({ callable: `${root}.layers.${layer}`, argument: 'activation', position, ...(layer === 'Activation' ? { gives: 'instance' as const } : {}) }));
  const gated = Object.entries(recurrent).flatMap(([layer, { position, isGated }]): Carrier[] => {
    const callable = `${root}.layers.${layer}`;
    const cell = { callable, argument: 'activation', position, default: 'tanh' };
    const gate = { callable, argument: 'recurrent_activation', position: position + 1 };
    // In Keras 1 it had another name.
    return isGated === true ? [cell, gate, { callable, argument: 'inner_activation' }] : [cell];
  });
  return [
    ...plain,
    ...gated,
    { callable: `${root}.layers.*`, argument: 'activation' },
    { callable: `${root}.layers.*`, argument: 'recurrent_activation' },
    { callable: `${root}.activations.get`, argument: 'identifier', position: 0, gives: 'function' },
    { callable: `${root}.activations.deserialize`, argument: 'config', position: 0, gives: 'function' },
    { callable: `${root}.applications.*`, argument: 'classifier_activation', default: 'softmax' },
    { callable: '*', argument: 'classifier_activation' },
    ...customaryCarriers,
  ];
}

/** Older and inner paths of the same names, for the root `keras` or `tf.keras`. */
export function pathsBelow(from: string, to: string): Record<string, string> {
  return {
    [from]: to,
    [`${from}.src`]: to,
    [`${from}.api`]: to,
    ...Object.fromEntries(['api', 'api._v1', 'api._v2', 'python'].map((inner) => [`${from}.${inner}.keras`, to])),
    [`${from}.layers.advanced_activations`]: `${to}.layers`,
    [`${from}.layers.core`]: `${to}.layers`,
    [`${from}.layers.convolutional`]: `${to}.layers`,
    [`${from}.layers.recurrent`]: `${to}.layers`,
    [`${from}.layers.activations`]: `${to}.layers`,
    [`${from}.ops.nn`]: `${to}.ops`,
    [`${from}.ops.numpy`]: `${to}.ops`,
  };
}

/** Keras up to 2.15 also finds the layers of its advanced activations by their names. */
export const layerStrings: Table = {
  ...picked(layers, ['ELU', 'LeakyReLU', 'PReLU', 'ReLU', 'Softmax']),
  ...thresholdedLayer,
  ...renamed(functions, { softmax_v2: 'softmax' }),
};

const layerPages: Readonly<Record<string, string>> = {
  ELU: 'activation_layers/elu', Identity: 'core_layers/identity', LeakyReLU: 'activation_layers/leaky_relu', PReLU: 'activation_layers/prelu',
  ReLU: 'activation_layers/relu', Softmax: 'activation_layers/softmax',
};

export const functionPage = (): string => 'https://keras.io/api/layers/activations/';
export const layerPage = (name: string): string => `https://keras.io/api/layers/${layerPages[name] ?? 'activation_layers'}/`;
