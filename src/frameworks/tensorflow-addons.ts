/** TensorFlow Addons: `tfa.activations`, `tfa.layers`, and the names under which Keras finds them. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const axis = [argument('axis')];
const bounds = [argument('lower', 'lambda', { negated: true }), argument('upper', 'lambda')];
const gelu = {
  activation: 'gelu-tanh',
  arguments: [argument('approximate')],
  variants: [{ argument: 'approximate', equals: false, activation: 'gelu' }],
  note: 'The tanh form by default, unlike tf.nn.gelu.',
};

const functions: Table = {
  gelu,
  hardshrink: { activation: 'hardshrink', arguments: bounds },
  lisht: 'lisht',
  mish: 'mish',
  rrelu: { activation: 'rrelu', arguments: [argument('lower', 'lower'), argument('upper', 'upper'), argument('training')] },
  snake: { activation: 'snake', arguments: [argument('frequency', 'a')] },
  softshrink: { activation: 'softshrink', arguments: bounds },
  sparsemax: { activation: 'sparsemax', arguments: axis },
  tanhshrink: 'tanhshrink',
};

const zeros = { zeros: 0, Zeros: 0 };
const ones = { ones: 1, Ones: 1 };

const layers: Table = {
  GELU: gelu,
  Maxout: { activation: 'maxout', arguments: [argument('num_units', undefined, { required: true }), ...axis] },
  TLU: {
    activation: 'tlu',
    arguments: [
      argument('affine'), argument('tau_initializer', 'tau', { values: zeros }),
      ...['tau_regularizer', 'tau_constraint', 'alpha_initializer', 'alpha_regularizer', 'alpha_constraint'].map((name) => argument(name)),
    ],
    variants: [{ argument: 'affine', neutral: false }],
  },
  Snake: { activation: 'snake', arguments: [argument('frequency_initializer', 'a', { values: ones })] },
  Sparsemax: { activation: 'sparsemax', arguments: axis },
};

const registered: Table = Object.fromEntries(Object.entries(functions).map(([name, row]) => [`Addons>${name}`, row]));
const documentation = (module: string) => (name: string): string =>
  `https://www.tensorflow.org/addons/api_docs/python/tfa/${module}/${name}`;

export const tensorflowAddons: Framework = {
  id: 'tensorflow-addons',
  name: 'TensorFlow Addons',
  roots: ['tensorflow_addons'],
  isOpen: true,
  paths: { tensorflow_addons: 'tfa' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'tfa.activations', before: [argument('x')], documentation: documentation('activations') }),
    ...symbols(layers, { form: 'module', module: 'tfa.layers', documentation: documentation('layers') }),
    ...symbols(registered, { form: 'string' }),
  ],
  carriers: [
    { callable: 'tf.keras.layers.*', argument: 'activation' },
    { callable: 'tf.keras.layers.Activation', argument: 'activation', position: 0 },
    { callable: 'tf.keras.activations.get', argument: 'identifier', position: 0 },
  ],
};
