/** Theano: functions of its tensors. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

/** theano/tensor/nnet/nnet.py and sigm.py. */
const functions: Table = {
  relu: {
    activation: 'relu',
    arguments: [argument('alpha', 'negativeSlope')],
    variants: [{ argument: 'alpha', neutral: 0, activation: 'leaky-relu' }],
  },
  elu: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  sigmoid: 'sigmoid',
  hard_sigmoid: { activation: 'hard-sigmoid', defaults: { variant: 'keras_legacy' }, note: 'Slope 0.2, as in Keras 2; 1/6 in PyTorch.' },
  softplus: 'softplus',
  softsign: 'softsign',
  softmax: { activation: 'softmax', note: 'Of each row of a matrix.' },
  logsoftmax: { activation: 'log-softmax', note: 'Of each row of a matrix.' },
};

const before = [argument('x')];

export const theano: Framework = {
  id: 'theano',
  name: 'Theano',
  roots: ['theano'],
  isOpen: true,
  paths: { 'theano.tensor.nnet.nnet': 'theano.tensor.nnet', 'theano.tensor.nnet.sigm': 'theano.tensor.nnet', 'theano.tensor.basic': 'theano.tensor' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'theano.tensor.nnet', before }),
    ...symbols({ tanh: 'tanh' }, { form: 'function', module: 'theano.tensor', before }),
  ],
  carriers: customaryCarriers,
};
