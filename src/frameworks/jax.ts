/** JAX: `jax.nn`, `jax.numpy`, `jax.lax`, `jax.scipy.special` and the layers of its example library. */
import type { Framework } from './framework';
import { functions } from './jaxRows';
import { argument, customaryCarriers, renamed, symbols, type Table } from './rows';

const axis = argument('axis', undefined, { keywordOnly: true });
const wholeArray = 'Normalises over the whole array unless axis is given; jax.nn takes the last axis.';

const neural: Table = {
  ...functions,
  identity: 'identity',
  mish: 'mish',
  sparse_plus: 'sparse-plus',
  sparse_sigmoid: 'sparse-sigmoid',
  squareplus: { activation: 'squareplus', arguments: [argument('b', 'b')], defaults: { b: 4 } },
};

const special: Table = {
  expit: 'sigmoid',
  softmax: { activation: 'softmax', arguments: [axis], note: wholeArray },
  log_softmax: { activation: 'log-softmax', arguments: [axis], note: wholeArray },
};

/** Ready pairs of functions, not callables: they take no arguments. */
const stax: Table = {
  Tanh: 'tanh', Relu: 'relu', Exp: 'exponential', LogSoftmax: 'log-softmax', Softmax: 'softmax', Softplus: 'softplus',
  Sigmoid: 'sigmoid', Elu: 'elu', Selu: 'selu', Gelu: 'gelu-tanh',
  LeakyRelu: { activation: 'leaky-relu', defaults: { negativeSlope: 0.01 } },
};

/** Names that people's own code looks up: `gelu` is left out, since it may mean either form. */
const strings: Table = Object.fromEntries(Object.entries({
  ...neural,
  ...renamed(neural, { linear: 'identity', softsign: 'soft_sign', hardswish: 'hard_swish' }),
}).filter(([name]) => name !== 'gelu'));

const x = [argument('x')];
const page = (module: string) => (name: string): string => `https://docs.jax.dev/en/latest/_autosummary/${module}.${name}.html`;

export const jax: Framework = {
  id: 'jax',
  name: 'JAX',
  roots: ['jax', 'flax', 'haiku', 'equinox', 'optax', 'trax', 'brax', 'chex', 'distrax', 'jaxline', 'jraph', 'numpyro', 'rlax', 'elegy', 'objax', 'diffrax', 'evosax', 'e3nn_jax'],
  paths: { 'jax.experimental.stax': 'jax.example_libraries.stax' },
  conventions: { jax: 'jax', jnn: 'jax.nn', jnp: 'jax.numpy', lax: 'jax.lax' },
  symbols: [
    ...symbols(neural, { form: 'function', module: 'jax.nn', before: x, documentation: page('jax.nn') }),
    ...symbols({ tanh: 'tanh' }, { form: 'function', module: 'jax.numpy', before: x, documentation: page('jax.numpy') }),
    ...symbols({ tanh: 'tanh', logistic: 'sigmoid' }, { form: 'function', module: 'jax.lax', before: x, documentation: page('jax.lax') }),
    ...symbols(special, { form: 'function', module: 'jax.scipy.special', before: x, documentation: page('jax.scipy.special') }),
    ...symbols(stax, { form: 'module', module: 'jax.example_libraries.stax' }),
    ...symbols(strings, { form: 'string' }),
  ],
  carriers: customaryCarriers,
};
