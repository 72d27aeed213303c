/** tinygrad: methods of `Tensor`, which has many more than PyTorch's. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

const alpha = [argument('alpha', 'alpha')];
const axis = [argument('axis'), argument('dtype')];

/** tinygrad/mixin/elementwise.py and tinygrad/tensor.py. */
const methods: Table = {
  relu: 'relu',
  sigmoid: 'sigmoid',
  relu6: 'relu6',
  hardswish: 'hard-swish',
  hardsigmoid: {
    activation: 'hard-sigmoid',
    arguments: [argument('alpha'), argument('beta')],
    variants: [{ argument: 'alpha', neutral: 1 / 6 }, { argument: 'beta', neutral: 0.5 }],
  },
  hardtanh: { activation: 'hard-tanh', arguments: [argument('min_val', 'min'), argument('max_val', 'max')] },
  leaky_relu: { activation: 'leaky-relu', arguments: [argument('neg_slope', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  leakyrelu: { activation: 'leaky-relu', arguments: [argument('neg_slope', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  tanh: 'tanh',
  quick_gelu: 'quick-gelu',
  gelu: {
    activation: 'gelu-tanh',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: 'none', activation: 'gelu' }],
    note: 'The tanh form by default; exact in PyTorch.',
  },
  swish: 'silu',
  silu: 'silu',
  elu: { activation: 'elu', arguments: alpha },
  celu: { activation: 'celu', arguments: alpha },
  selu: {
    activation: 'selu',
    arguments: [argument('alpha'), argument('gamma')],
    variants: [{ argument: 'alpha', neutral: 1.67326 }, { argument: 'gamma', neutral: 1.0507 }],
    note: 'Its constants are rounded to 1.67326 and 1.0507.',
  },
  softplus: { activation: 'softplus', arguments: [argument('beta', 'beta')] },
  mish: 'mish',
  logsigmoid: 'log-sigmoid',
  softsign: 'softsign',
  softmax: { activation: 'softmax', arguments: axis },
  log_softmax: { activation: 'log-softmax', arguments: axis },
  // As it was called before it took an axis.
  logsoftmax: 'log-softmax',
  softmin: { activation: 'softmin', arguments: axis },
};

export const tinygrad: Framework = {
  id: 'tinygrad',
  name: 'tinygrad',
  roots: ['tinygrad', 'teenygrad'],
  paths: { 'tinygrad.tensor.Tensor': 'tinygrad.Tensor', 'teenygrad.tensor.Tensor': 'tinygrad.Tensor', 'teenygrad.Tensor': 'tinygrad.Tensor' },
  tensor: 'tinygrad.Tensor',
  symbols: [
    ...symbols(methods, { form: 'method', documentation: (name) => `https://docs.tinygrad.org/tensor/elementwise/#tinygrad.Tensor.${name}` }),
    ...symbols(methods, { form: 'string' }),
  ],
  carriers: customaryCarriers,
};
