/** Blocks: bricks on Theano. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

/** blocks/bricks/simple.py */
const bricks: Table = {
  Identity: 'identity',
  Tanh: 'tanh',
  Logistic: 'sigmoid',
  Softplus: 'softplus',
  Rectifier: 'relu',
  LeakyRectifier: { activation: 'leaky-relu', arguments: [argument('leak', 'negativeSlope')] },
  Softmax: { activation: 'softmax', note: 'Of each row of a matrix.' },
  NDimensionalSoftmax: 'softmax',
  Maxout: { activation: 'maxout', arguments: [argument('num_pieces')] },
};

export const blocks: Framework = {
  id: 'blocks',
  name: 'Blocks',
  roots: ['blocks.bricks'],
  isOpen: true,
  paths: { 'blocks.bricks.simple': 'blocks.bricks' },
  symbols: symbols(bricks, { form: 'module', module: 'blocks.bricks' }),
  carriers: [],
};
