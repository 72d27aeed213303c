/** CuPy: the special functions that it has from SciPy. */
import type { Framework } from './framework';
import { specialFunctions } from './scipyRows';
import { argument, symbols } from './rows';

export const cupy: Framework = {
  id: 'cupy',
  name: 'CuPy',
  roots: ['cupyx', 'cupy'],
  isOfScience: true,
  symbols: symbols(specialFunctions, { form: 'function', module: 'cupyx.scipy.special', before: [argument('x')] }),
  carriers: [],
};
