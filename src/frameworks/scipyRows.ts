/** `scipy.special`, which CuPy has again. Signatures as in scipy/special/_logsumexp.py. */
import { argument, type Table } from './rows';

const axis = [argument('axis')];
const wholeArray = 'Normalises over the whole array unless axis is given.';

export const specialFunctions: Table = {
  expit: 'sigmoid',
  log_expit: 'log-sigmoid',
  softmax: { activation: 'softmax', arguments: axis, note: wholeArray },
  log_softmax: { activation: 'log-softmax', arguments: axis, note: wholeArray },
};
