/** Pylearn2: layers that weigh their inputs and then apply what they are called after. */
import type { Framework } from './framework';
import { argument, symbols, type Row, type Table } from './rows';

const slope = argument('left_slope', 'negativeSlope');
const rectifier: Row = { activation: 'relu', arguments: [slope], variants: [{ argument: 'left_slope', neutral: 0, activation: 'leaky-relu' }] };

/** pylearn2/models/mlp.py */
const layers: Table = {
  Softmax: { activation: 'softmax', note: 'Of each row of a matrix.' },
  Tanh: 'tanh',
  Sigmoid: 'sigmoid',
  Softplus: 'softplus',
  RectifiedLinear: rectifier,
  RectifierConvNonlinearity: rectifier,
  SigmoidConvNonlinearity: 'sigmoid',
  TanhConvNonlinearity: 'tanh',
  ConvRectifiedLinear: { ...rectifier, arguments: [{ ...slope, keywordOnly: true }] },
};

export const pylearn2: Framework = {
  id: 'pylearn2',
  name: 'Pylearn2',
  roots: ['pylearn2'],
  isOpen: true,
  symbols: [
    ...symbols(layers, { form: 'module', module: 'pylearn2.models.mlp' }),
    ...symbols({ Maxout: 'maxout' }, { form: 'module', module: 'pylearn2.models.maxout' }),
  ],
  carriers: [],
};
