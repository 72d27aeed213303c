/** The functions of `jax.nn`, which Flax exports again. Signatures as in jax/_src/nn/functions.py. */
import { argument, type Table } from './rows';

const axis = argument('axis');

export const functions: Table = {
  celu: { activation: 'celu', arguments: [argument('alpha', 'alpha', { outside: 'divides by it' })] },
  elu: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  gelu: {
    activation: 'gelu-tanh',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: false, activation: 'gelu' }],
    note: 'The tanh form by default; PyTorch, Keras and TensorFlow default to the exact one.',
  },
  glu: { activation: 'glu', arguments: [axis], note: 'The second half of the axis goes through the sigmoid.' },
  hard_sigmoid: { activation: 'hard-sigmoid', note: 'Slope 1/6, as in PyTorch and Keras 3; Keras 2 used 0.2.' },
  hard_silu: 'hard-swish',
  hard_swish: 'hard-swish',
  hard_tanh: 'hard-tanh',
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [argument('negative_slope', 'negativeSlope')],
    defaults: { negativeSlope: 0.01 },
    note: 'Slope 0.01 by default; 0.3 in the Keras layer, 0.2 in tf.nn and as a Keras string.',
  },
  log_sigmoid: 'log-sigmoid',
  log_softmax: { activation: 'log-softmax', arguments: [axis] },
  relu: 'relu',
  relu6: 'relu6',
  selu: 'selu',
  sigmoid: 'sigmoid',
  silu: 'silu',
  soft_sign: 'softsign',
  softmax: { activation: 'softmax', arguments: [axis] },
  softplus: 'softplus',
  swish: 'silu',
  tanh: 'tanh',
};
