/** Libraries of graphs: softmax over each segment of what it gets, as over the edges that end in the same node. */
import type { Framework } from './framework';
import { argument, symbols, type Row, type Table } from './rows';

const note = 'Over each segment, such as the edges that end in the same node, not along an axis.';

/** A softmax over segments with the names of its arguments. */
const over = (...names: readonly string[]): Row => ({ activation: 'softmax', arguments: names.map((name) => argument(name)), note });

const scattered: Table = {
  scatter_softmax: over('src', 'index', 'dim'),
  scatter_log_softmax: { ...over('src', 'index', 'dim'), activation: 'log-softmax' },
};

const rows: Readonly<Record<string, Table>> = {
  jraph: { segment_softmax: over('logits', 'segment_ids', 'num_segments'), partition_softmax: over('logits', 'partitions', 'sum_partitions') },
  'pgl.math': { segment_softmax: over('data', 'segment_ids') },
  'spektral.layers.ops': { unsorted_segment_softmax: over('x', 'indices', 'n_nodes') },
  tensorflow_gnn: {
    softmax: over('graph_tensor', 'per_tag'),
    softmax_edges_per_node: over('graph_tensor', 'edge_set_name', 'node_tag'),
    softmax_edges_per_component: over('graph_tensor', 'edge_set_name'),
  },
  'torch_geometric.utils': { softmax: over('src', 'index', 'ptr', 'num_nodes', 'dim') },
  torch_scatter: scattered,
};

export const graphs: Framework = {
  id: 'graphs',
  name: 'Graph libraries',
  isOpen: true,
  roots: ['jraph', 'pgl', 'spektral', 'tensorflow_gnn', 'torch_geometric', 'torch_scatter'],
  paths: { 'torch_scatter.composite': 'torch_scatter', 'spektral.layers.ops.scatter': 'spektral.layers.ops', 'torch_geometric.utils.softmax': 'torch_geometric.utils' },
  conventions: { tfgnn: 'tensorflow_gnn' },
  symbols: Object.entries(rows).flatMap(([module, table]) => symbols(table, { form: 'function', module })),
  carriers: [],
};
