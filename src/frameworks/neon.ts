/** neon, of Nervana Systems: objects that its layers take as `activation`. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

const slope = argument('slope', 'negativeSlope');

/** neon/transforms/activation.py */
const activations: Table = {
  Identity: 'identity',
  Rectlin: { activation: 'relu', arguments: [slope], variants: [{ argument: 'slope', neutral: 0, activation: 'leaky-relu' }] },
  Explin: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  Softmax: { activation: 'softmax', note: 'Of each column: the batch is the last axis.' },
  Tanh: 'tanh',
  Logistic: 'sigmoid',
};

export const neon: Framework = {
  id: 'neon',
  name: 'neon',
  roots: ['neon'],
  paths: { 'neon.transforms.activation': 'neon.transforms' },
  isOpen: true,
  symbols: symbols(activations, { form: 'module', module: 'neon.transforms' }),
  carriers: customaryCarriers,
};
