/** Deep Graph Library: the softmax over the edges into a node, and the slope of attention's LeakyReLU. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const functions: Table = {
  edge_softmax: {
    activation: 'softmax',
    arguments: ['graph', 'logits', 'eids', 'norm_by'].map((name) => argument(name)),
    note: 'Over the edges that end in the same node, unless norm_by is "src".',
  },
};

/** Attention applies LeakyReLU to its scores; without the argument the slope is 0.2. */
const attention: Table = Object.fromEntries(['GATConv', 'GATv2Conv'].map((layer) =>
  [`dgl.nn.${layer}(negative_slope=)`, {
    activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')], defaults: { negativeSlope: 0.2 },
    note: 'The slope of LeakyReLU on the scores of attention, 0.2 by default.',
  }]));

export const dgl: Framework = {
  id: 'dgl',
  name: 'DGL',
  roots: ['dgl'],
  isOpen: true,
  paths: {
    'dgl.nn.functional': 'dgl.ops',
    'dgl.nn.pytorch.softmax': 'dgl.ops',
    'dgl.nn.pytorch.conv': 'dgl.nn',
    'dgl.nn.pytorch.conv.gatconv': 'dgl.nn',
    'dgl.nn.pytorch.conv.gatv2conv': 'dgl.nn',
    'dgl.nn.pytorch': 'dgl.nn',
  },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'dgl.ops' }),
    ...symbols(functions, { form: 'function', module: 'dgl.nn' }),
    ...symbols(attention, { form: 'configuration' }),
  ],
  carriers: [{ callable: 'dgl.nn.*', argument: 'activation' }],
};
