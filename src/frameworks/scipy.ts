/** SciPy: `scipy.special`. */
import type { Framework } from './framework';
import { specialFunctions } from './scipyRows';
import { argument, symbols, type Table } from './rows';

const functions: Table = {
  ...specialFunctions,
  logsumexp: { activation: 'logsumexp', arguments: [argument('axis'), argument('b'), argument('keepdims'), argument('return_sign')] },
};

export const scipy: Framework = {
  id: 'scipy',
  name: 'SciPy',
  roots: ['scipy'],
  isOfScience: true,
  symbols: symbols(functions, {
    form: 'function', module: 'scipy.special', before: [argument('x')],
    documentation: (name) => `https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.${name}.html`,
  }),
  carriers: [],
};
