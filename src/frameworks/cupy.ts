/** CuPy: what it has from NumPy and from SciPy, and as theirs only in a file about machine learning. */
import type { Framework } from './framework';
import { specialFunctions } from './scipyRows';
import { argument, symbols } from './rows';

export const cupy: Framework = {
  id: 'cupy',
  name: 'CuPy',
  roots: ['cupyx', 'cupy'],
  isAccessory: true,
  symbols: [
    ...symbols(specialFunctions, { form: 'function', module: 'cupyx.scipy.special', before: [argument('x')] }),
    ...symbols({ tanh: 'tanh' }, { form: 'function', module: 'cupy', before: [argument('x')] }),
  ],
  carriers: [],
};
