/** NumPy: only what is an activation by itself, and only in a file about machine learning. */
import type { Framework } from './framework';
import { argument, symbols } from './rows';

export const numpy: Framework = {
  id: 'numpy',
  name: 'NumPy',
  roots: ['numpy'],
  isAccessory: true,
  symbols: symbols({ tanh: 'tanh' }, {
    form: 'function', module: 'numpy', before: [argument('x')],
    documentation: () => 'https://numpy.org/doc/stable/reference/generated/numpy.tanh.html',
  }),
  carriers: [],
};
