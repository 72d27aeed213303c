/** Flax, both interfaces: `flax.linen` and `flax.nnx`. All but PReLU is exported from JAX. */
import type { Framework } from './framework';
import { functions } from './jaxRows';
import { argument, symbols, type Table } from './rows';

const note = 'The slope starts at 0.01; at 0.25 in PyTorch, at 0 in Keras.';
const slope = argument('negative_slope_init', 'a');
const defaults = { a: 0.01 };

/** A dataclass in linen, where the type comes first; in nnx the slope does. */
const linenModules: Table = { PReLU: { activation: 'prelu', arguments: [argument('param_dtype'), slope], defaults, note } };
const nnxModules: Table = { PReLU: { activation: 'prelu', arguments: [slope], defaults, note } };

const linenPage = (name: string): string =>
  `https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/activation_functions.html#flax.linen.activation.${name}`;
const nnxPage = (name: string): string =>
  `https://flax.readthedocs.io/en/latest/api_reference/flax.nnx/nn/activations.html#flax.nnx.${name}`;

const x = [argument('x')];

export const flax: Framework = {
  id: 'flax',
  name: 'Flax',
  roots: ['flax'],
  paths: {
    'flax.linen.activation': 'flax.linen',
    'flax.nn': 'flax.linen',
    'flax.nn.activation': 'flax.linen',
    'flax.experimental.nnx': 'flax.nnx',
    'flax.nnx.nn.activations': 'flax.nnx',
    'flax.nnx.activations': 'flax.nnx',
  },
  conventions: { nn: 'flax.linen', linen: 'flax.linen', nnx: 'flax.nnx' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'flax.linen', before: x, documentation: linenPage }),
    ...symbols(linenModules, { form: 'module', module: 'flax.linen', documentation: linenPage }),
    ...symbols({ ...functions, identity: 'identity' }, { form: 'function', module: 'flax.nnx', before: x, documentation: nnxPage }),
    ...symbols(nnxModules, { form: 'module', module: 'flax.nnx', documentation: nnxPage }),
  ],
  carriers: ['linen', 'nnx'].flatMap((module) => ['LSTMCell', 'OptimizedLSTMCell', 'GRUCell'].flatMap((cell) =>
    ['activation_fn', 'gate_fn'].map((name) => ({ callable: `flax.${module}.${cell}`, argument: name })))),
};
