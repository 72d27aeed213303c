/** TensorFlow without Keras: `tf.nn`, `tf.math` and their aliases in `tf`. */
import type { Carrier, Framework } from './framework';
import { argument, picked, renamed, symbols, type Table } from './rows';

const axis = argument('axis');

const silu = {
  activation: 'silu',
  arguments: [argument('beta', 'beta')],
  variants: [{ argument: 'beta', neutral: 1, activation: 'swish' }],
};

const neural: Table = {
  relu: 'relu',
  relu6: 'relu6',
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [argument('alpha', 'negativeSlope')],
    defaults: { negativeSlope: 0.2 },
    note: 'Slope 0.2 by default; 0.01 in PyTorch and JAX, 0.3 in the Keras layer.',
  },
  elu: { activation: 'elu', note: 'Has no alpha: it is always 1.' },
  selu: 'selu',
  crelu: { activation: 'crelu', arguments: [axis] },
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softplus: 'softplus',
  softsign: 'softsign',
  softmax: { activation: 'softmax', arguments: [axis] },
  log_softmax: { activation: 'log-softmax', arguments: [axis] },
  gelu: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: true, activation: 'gelu-tanh' }],
    note: 'Exact by default; JAX, Flax and keras.ops default to the tanh form.',
  },
  silu,
  swish: silu,
};

const mathematics: Table = {
  ...picked(neural, ['sigmoid', 'tanh', 'softplus', 'softsign', 'softmax', 'log_softmax']),
  log_sigmoid: 'log-sigmoid',
};

const layerOfRelu: Table = {
  relu_layer: { activation: 'relu', note: 'Multiplies by the weights and adds the biases first.' },
};

/** Of tensors that hold few of their entries, in TensorFlow 1 by another name. */
const sparse: Table = { softmax: { activation: 'softmax', note: 'Over the last axis, of the entries alone that the sparse tensor holds.' } };

/** `tf.contrib.layers` and slim, whose layers have a ReLU unless they, or an `arg_scope` around them, are told to have none; they take no other name. */
const noneString: Table = { None: { activation: 'identity', note: 'With None nothing is applied.' } };
const positions: Readonly<Record<string, number>> = { fully_connected: 2, conv2d: 7, convolution2d: 7, conv2d_transpose: 6, convolution2d_transpose: 6 };
const layersOfContrib: readonly Carrier[] = ['tf.contrib.layers', 'tf.contrib.slim', 'tf.contrib.framework', 'tf_slim'].flatMap((module) =>
  [...Object.entries(positions), ['*', undefined] as const].map(([name, position]): Carrier =>
    ({ callable: `${module}.${name}`, argument: 'activation_fn', ...(position === undefined ? {} : { position }), strings: ['None'] })));

const page = (module: string) => (name: string): string => `https://www.tensorflow.org/api_docs/python/tf/${module}/${name}`;
/** `tf.nn.tanh` is documented as `tf.math.tanh`, of which it is an alias. */
const neuralPage = (name: string): string =>
  page(['sigmoid', 'tanh', 'softplus'].includes(name) ? 'math' : 'nn')(name);
const mathematicsPage = (name: string): string =>
  page(['softsign', 'softmax', 'log_softmax'].includes(name) ? 'nn' : 'math')(name);

export const tensorflow: Framework = {
  id: 'tensorflow',
  name: 'TensorFlow',
  roots: ['tensorflow', 'tf_slim', 'tensorpack', 'sonnet', 'tf_agents'],
  paths: {
    tensorflow: 'tf',
    'tensorflow.compat.v1': 'tf',
    'tensorflow.compat.v2': 'tf',
    'tensorflow.python.ops.nn': 'tf.nn',
    'tensorflow.python.ops.nn_ops': 'tf.nn',
    'tensorflow.python.ops.math_ops': 'tf.math',
  },
  conventions: { tf: 'tensorflow' },
  symbols: [
    ...symbols(neural, { form: 'function', module: 'tf.nn', before: [argument('features', undefined, { aliases: ['x', 'logits'] })], documentation: neuralPage }),
    ...symbols(layerOfRelu, { form: 'function', module: 'tf.nn', before: [argument('x'), argument('weights'), argument('biases')] }),
    ...symbols(mathematics, { form: 'function', module: 'tf.math', before: [argument('x', undefined, { aliases: ['features', 'logits'] })], documentation: mathematicsPage }),
    ...symbols(picked(mathematics, ['sigmoid', 'tanh', 'log_sigmoid']), { form: 'function', module: 'tf', before: [argument('x')], documentation: mathematicsPage }),
    ...symbols(picked(neural, ['leaky_relu']), { form: 'function', module: 'tf.raw_ops', before: [argument('features')] })
      .map((symbol) => ({ ...symbol, name: 'tf.raw_ops.LeakyRelu' })),
    ...symbols(sparse, { form: 'function', module: 'tf.sparse', before: [argument('sp_input')], documentation: page('sparse') }),
    ...symbols(renamed(sparse, { sparse_softmax: 'softmax' }), { form: 'function', module: 'tf', before: [argument('sp_input')], documentation: () => page('sparse')('softmax') }),
    ...symbols(noneString, { form: 'string' }),
  ],
  carriers: layersOfContrib,
};
