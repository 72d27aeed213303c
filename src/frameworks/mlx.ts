/** MLX: the functions and modules of `mlx.nn`, and those of `mlx.core`. */
import type { Framework } from './framework';
import { argument, customaryCarriers, picked, renamed, symbols, type Table } from './rows';

const alpha = [argument('alpha', 'alpha')];
const axis = [argument('axis')];
const lambd = [argument('lambd', 'lambda')];

/** python/mlx/nn/layers/activations.py, without the array that comes first. */
const functions: Table = {
  celu: { activation: 'celu', arguments: [argument('alpha', 'alpha', { outside: 'divides by it' })] },
  elu: { activation: 'elu', arguments: alpha },
  gelu: { activation: 'gelu', note: 'Exact; gelu_approx is the tanh form, gelu_fast_approx x·sigmoid(1.702x).' },
  gelu_approx: 'gelu-tanh',
  gelu_fast_approx: { activation: 'quick-gelu', note: 'Its factor was 1.773 before MLX 0.5.' },
  glu: { activation: 'glu', arguments: axis, note: 'The second half of the axis goes through the sigmoid.' },
  hard_shrink: { activation: 'hardshrink', arguments: [argument('lambd', 'lambda', { outside: 'passes all inputs' })] },
  hard_tanh: { activation: 'hard-tanh', arguments: [argument('min_val', 'min'), argument('max_val', 'max')] },
  hardswish: 'hard-swish',
  leaky_relu: { activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  log_sigmoid: 'log-sigmoid',
  log_softmax: { activation: 'log-softmax', arguments: axis },
  mish: 'mish',
  prelu: { activation: 'prelu', arguments: [argument('alpha', 'a', { required: true })], defaults: { a: 0.25 } },
  relu: 'relu',
  relu2: { activation: 'relu-squared', note: 'The square of ReLU.' },
  relu6: 'relu6',
  selu: { activation: 'selu', note: 'Its constants are rounded to 1.67326 and 1.0507.' },
  sigmoid: 'sigmoid',
  silu: 'silu',
  softmax: { activation: 'softmax', arguments: axis },
  softmin: { activation: 'softmin', arguments: axis },
  softplus: 'softplus',
  softshrink: { activation: 'softshrink', arguments: lambd },
  softsign: 'softsign',
  step: { activation: 'binary-step', arguments: [argument('threshold')], variants: [{ argument: 'threshold', neutral: 0 }] },
  tanh: 'tanh',
};

/** Modules that take what their function takes; the others take nothing. */
const modules: Table = {
  ...renamed(functions, {
    CELU: 'celu', ELU: 'elu', GLU: 'glu', SELU: 'selu', HardShrink: 'hard_shrink', Hardswish: 'hardswish', LeakyReLU: 'leaky_relu',
    LogSigmoid: 'log_sigmoid', Mish: 'mish', ReLU: 'relu', ReLU2: 'relu2', ReLU6: 'relu6', Sigmoid: 'sigmoid', SiLU: 'silu',
    Softplus: 'softplus', Softshrink: 'softshrink', Softsign: 'softsign', Step: 'step', Tanh: 'tanh',
  }),
  GELU: {
    activation: 'gelu',
    arguments: [argument('approx')],
    variants: [
      { argument: 'approx', equals: 'precise', activation: 'gelu-tanh' }, { argument: 'approx', equals: 'tanh', activation: 'gelu-tanh' },
      { argument: 'approx', equals: 'fast', activation: 'quick-gelu' },
    ],
    note: 'Exact by default; "precise" and "tanh" are the tanh form, "fast" is x·sigmoid(1.702x).',
  },
  PReLU: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a')], defaults: { a: 0.25 } },
  HardTanh: 'hard-tanh',
  Identity: { activation: 'identity', note: 'Accepts any arguments and ignores them.' },
  LogSoftmax: 'log-softmax',
  Softmax: 'softmax',
  Softmin: 'softmin',
};

const core: Table = {
  ...picked(functions, ['sigmoid', 'tanh']),
  softmax: { activation: 'softmax', arguments: axis, note: 'Over the whole array unless axis is given; mlx.nn.softmax takes the last.' },
};

const x = [argument('x')];
const functionPage = (name: string): string => `https://ml-explore.github.io/mlx/build/html/python/nn/_autosummary_functions/mlx.nn.${name}.html`;
const page = (name: string): string => `https://ml-explore.github.io/mlx/build/html/python/nn/_autosummary/mlx.nn.${name}.html`;

export const mlx: Framework = {
  id: 'mlx',
  name: 'MLX',
  roots: ['mlx'],
  paths: { 'mlx.nn.layers.activations': 'mlx.nn' },
  conventions: { nn: 'mlx.nn', mx: 'mlx.core' },
  symbols: [
    ...symbols(modules, { form: 'module', module: 'mlx.nn', documentation: page }),
    ...symbols(functions, { form: 'function', module: 'mlx.nn', before: x, documentation: functionPage }),
    ...symbols(core, { form: 'function', module: 'mlx.core', before: [argument('a')] }),
  ],
  carriers: [{ callable: 'mlx.nn.TransformerEncoderLayer', argument: 'activation' }, ...customaryCarriers],
};
