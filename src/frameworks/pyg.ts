/** PyTorch Geometric: the resolver of names, the layers that take one, and the slope of attention's LeakyReLU. */
import type { Carrier, Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const alpha = [argument('alpha', 'alpha')];
const dim = [argument('dim')];
const lambd = [argument('lambd', 'lambda')];

/** The classes of torch.nn.modules.activation, which the resolver finds whatever their case and separators, and `swish`. */
const names: Table = {
  Threshold: { activation: 'threshold', arguments: [argument('threshold', 'threshold'), argument('value', 'value')] },
  ReLU: 'relu',
  RReLU: { activation: 'rrelu', arguments: [argument('lower', 'lower'), argument('upper', 'upper')] },
  Hardtanh: { activation: 'hard-tanh', arguments: [argument('min_val', 'min'), argument('max_val', 'max')] },
  ReLU6: 'relu6',
  Sigmoid: 'sigmoid',
  Hardsigmoid: 'hard-sigmoid',
  Tanh: 'tanh',
  SiLU: 'silu',
  Mish: 'mish',
  Hardswish: 'hard-swish',
  ELU: { activation: 'elu', arguments: alpha },
  CELU: { activation: 'celu', arguments: alpha },
  SELU: 'selu',
  GLU: { activation: 'glu', arguments: dim },
  GELU: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }],
  },
  Hardshrink: { activation: 'hardshrink', arguments: lambd },
  LeakyReLU: { activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  LogSigmoid: 'log-sigmoid',
  Softplus: { activation: 'softplus', arguments: [argument('beta', 'beta'), argument('threshold', 'threshold')], defaults: { threshold: 20 } },
  Softshrink: { activation: 'softshrink', arguments: lambd },
  PReLU: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a')], defaults: { a: 0.25 } },
  Softsign: 'softsign',
  Tanhshrink: 'tanhshrink',
  Softmin: { activation: 'softmin', arguments: dim },
  Softmax: { activation: 'softmax', arguments: dim },
  Softmax2d: 'softmax',
  LogSoftmax: { activation: 'log-softmax', arguments: dim },
  swish: 'silu',
};

/** Attention applies LeakyReLU to its scores; without the argument the slope is 0.2. */
const attention: Table = Object.fromEntries(['GATConv', 'GATv2Conv', 'SuperGATConv', 'HANConv', 'HypergraphConv', 'GAT'].map((layer) =>
  [`torch_geometric.nn.${layer}(negative_slope=)`, {
    activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')], defaults: { negativeSlope: 0.2 },
    note: 'The slope of LeakyReLU on the scores of attention, 0.2 by default.',
  }]));

const layer = (name: string, position?: number): Carrier =>
  ({ callable: `torch_geometric.nn.${name}`, argument: 'act', ...(position === undefined ? {} : { position }) });

export const pyg: Framework = {
  id: 'pyg',
  name: 'PyTorch Geometric',
  roots: ['torch_geometric'],
  isOpen: true,
  spelling: 'any-case-or-separator',
  paths: {
    'torch_geometric.nn.conv': 'torch_geometric.nn',
    'torch_geometric.nn.models': 'torch_geometric.nn',
    'torch_geometric.nn.conv.gat_conv': 'torch_geometric.nn',
    'torch_geometric.nn.conv.gatv2_conv': 'torch_geometric.nn',
  },
  symbols: [
    ...symbols(names, { form: 'string', passesArguments: true }),
    ...symbols(attention, { form: 'configuration' }),
    ...symbols({ ShiftedSoftplus: 'shifted-softplus' }, { form: 'module', module: 'torch_geometric.nn.models.schnet' }),
  ],
  carriers: [
    { callable: 'torch_geometric.nn.resolver.activation_resolver', argument: 'query', position: 0, passing: 'call', gives: 'instance' },
    ...['MLP', 'GCN', 'GraphSAGE', 'GIN', 'GAT', 'PNA', 'EdgeCNN', 'DimeNet', 'DimeNetPlusPlus'].map((name) => layer(name)),
    layer('AntiSymmetricConv'),
    { callable: 'torch_geometric.nn.*', argument: 'act' },
  ],
};
