/** DyNet: functions of expressions, which its users mostly import with a star. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

/** python/_dynet.pyx, without the expression that comes first. */
const functions: Table = {
  tanh: 'tanh',
  logistic: 'sigmoid',
  rectify: 'relu',
  elu: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  selu: 'selu',
  silu: { activation: 'silu', arguments: [argument('beta', 'beta')], variants: [{ argument: 'beta', neutral: 1, activation: 'swish' }] },
  softsign: 'softsign',
  softmax: { activation: 'softmax', arguments: [argument('d')] },
  log_softmax: { activation: 'log-softmax', arguments: [argument('restrict')] },
  sparsemax: 'sparsemax',
};

export const dynet: Framework = {
  id: 'dynet',
  name: 'DyNet',
  roots: ['dynet', '_dynet', '_gdynet', 'pycnn'],
  paths: { _dynet: 'dynet', _gdynet: 'dynet', pycnn: 'dynet' },
  isOpen: true,
  symbols: symbols(functions, { form: 'function', module: 'dynet', before: [argument('e')], documentation: () => 'https://dynet.readthedocs.io/en/latest/operations.html' }),
  carriers: customaryCarriers,
};
