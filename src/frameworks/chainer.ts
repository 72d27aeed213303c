/** Chainer: functions, links with learned parameters, and the functions of ChainerX. */
import type { Framework } from './framework';
import { argument, customaryCarriers, picked, symbols, type Table } from './rows';

const axis = [argument('axis')];
const secondAxis = 'Over the second axis unless another is given.';

/** chainer/functions/activation, without the variable that comes first. */
const functions: Table = {
  clipped_relu: { activation: 'clipped-relu', arguments: [argument('z', 'ceiling', { outside: 'raises an error' })], defaults: { ceiling: 20 } },
  crelu: { activation: 'crelu', arguments: axis },
  elu: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  hard_sigmoid: { activation: 'hard-sigmoid', defaults: { variant: 'keras_legacy' }, note: 'Slope 0.2; 1/6 in PyTorch.' },
  identity: 'identity',
  leaky_relu: {
    activation: 'leaky-relu',
    arguments: [argument('slope', 'negativeSlope')],
    defaults: { negativeSlope: 0.2 },
    note: 'Slope 0.2 by default; 0.01 in PyTorch.',
  },
  log_softmax: { activation: 'log-softmax', arguments: axis, note: secondAxis },
  maxout: { activation: 'maxout', arguments: [argument('pool_size', undefined, { required: true }), ...axis] },
  prelu: { activation: 'prelu', arguments: [argument('W', 'a', { required: true })], defaults: { a: 0.25 } },
  relu: 'relu',
  relu6: 'relu6',
  rrelu: { activation: 'rrelu', arguments: [argument('l', 'lower'), argument('u', 'upper')] },
  selu: {
    activation: 'selu',
    arguments: [argument('alpha'), argument('scale')],
    variants: [{ argument: 'alpha', neutral: 1.6732632423543772 }, { argument: 'scale', neutral: 1.0507009873554805 }],
  },
  sigmoid: 'sigmoid',
  softmax: { activation: 'softmax', arguments: axis, note: secondAxis },
  softplus: { activation: 'softplus', arguments: [argument('beta', 'beta', { outside: 'raises an error' })] },
  swish: { activation: 'swish', arguments: [argument('beta', 'beta', { required: true })], note: 'Its beta is an array that is learned.' },
  tanh: 'tanh',
};

const sampled: Table = {
  gumbel_softmax: { activation: 'gumbel-softmax', arguments: [argument('tau', 'temperature'), ...axis], defaults: { temperature: 0.1 } },
};

const links: Table = {
  Maxout: { activation: 'maxout', arguments: [argument('in_size'), argument('out_size'), argument('pool_size')] },
  PReLU: { activation: 'prelu', arguments: [argument('shape'), argument('init', 'a')], defaults: { a: 0.25 } },
  Swish: { activation: 'swish', arguments: [argument('beta_shape'), argument('beta_init', 'beta')] },
};

/** Of ChainerX, whose softplus is its own (chainerx_cc/chainerx/routines/activation.cc). */
const arrays: Table = {
  ...picked(functions, ['sigmoid', 'relu', 'softmax', 'tanh', 'log_softmax']),
  softplus: { activation: 'softplus', arguments: [argument('beta', 'beta', { outside: 'divides by it' })] },
};

const x = [argument('x')];
const page = (module: string) => (name: string): string =>
  `https://docs.chainer.org/en/stable/reference/generated/chainer.${module}.${name}.html`;

export const chainer: Framework = {
  id: 'chainer',
  name: 'Chainer',
  roots: ['chainer', 'chainerx', 'chainercv', 'chainerrl', 'chainer_chemistry'],
  conventions: { F: 'chainer.functions' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'chainer.functions', before: x, documentation: page('functions') }),
    ...symbols(sampled, { form: 'function', module: 'chainer.functions', before: [argument('log_pi')], documentation: page('functions') }),
    ...symbols(links, { form: 'module', module: 'chainer.links', documentation: page('links') }),
    ...symbols(arrays, { form: 'function', module: 'chainerx', before: x }),
  ],
  carriers: customaryCarriers,
};
