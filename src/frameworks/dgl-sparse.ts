/** The sparse matrices of Deep Graph Library: what is applied to one is applied to its entries that are not zero. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const rows: Table = {
  softmax: { activation: 'softmax', arguments: [argument('dim')], note: 'Over the entries of a row that are not zero.' },
};

export const dglSparse: Framework = {
  id: 'dgl-sparse',
  name: 'DGL',
  roots: ['dgl.sparse'],
  isOpen: true,
  tensor: 'dgl.sparse.SparseMatrix',
  symbols: [
    ...symbols(rows, { form: 'method' }),
    ...symbols(rows, { form: 'function', module: 'dgl.sparse', before: [argument('input')] }),
  ],
  carriers: [],
};
