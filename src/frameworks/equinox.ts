/** Equinox: two modules of its own; its networks take the functions of JAX. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const modules: Table = {
  PReLU: {
    activation: 'prelu', arguments: [argument('init_alpha', 'a')], defaults: { a: 0.25 },
    note: 'The slope starts at 0.25, as in PyTorch; at 0.01 in Flax.',
  },
  Identity: 'identity',
};

export const equinox: Framework = {
  id: 'equinox',
  name: 'Equinox',
  roots: ['equinox'],
  symbols: symbols(modules, { form: 'module', module: 'equinox.nn', documentation: () => 'https://docs.kidger.site/equinox/api/nn/activations/' }),
  carriers: [
    { callable: 'equinox.nn.MLP', argument: 'activation' },
    { callable: 'equinox.nn.MLP', argument: 'final_activation' },
  ],
};
