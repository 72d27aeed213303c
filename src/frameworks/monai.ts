/** MONAI: the factory `Act`, its names, its own layers, and losses that apply an activation first. */
import type { Framework } from './framework';
import { argument, renamed, symbols, type Table } from './rows';

const alpha = [argument('alpha', 'alpha')];
const inplace = [argument('inplace')];
const dim = [argument('dim')];
const scaled = [{ argument: 'alpha', neutral: 1, activation: 'swish' }];

/** The names of `Act` in monai/networks/layers/factories.py, which any case may spell. */
const names: Table = {
  ELU: { activation: 'elu', arguments: alpha },
  RELU: { activation: 'relu', arguments: inplace },
  LEAKYRELU: { activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  PRELU: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a')], defaults: { a: 0.25 } },
  RELU6: { activation: 'relu6', arguments: inplace },
  SELU: { activation: 'selu', arguments: inplace },
  CELU: { activation: 'celu', arguments: alpha },
  GELU: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }],
  },
  SIGMOID: 'sigmoid',
  TANH: 'tanh',
  SOFTMAX: { activation: 'softmax', arguments: dim },
  LOGSOFTMAX: { activation: 'log-softmax', arguments: dim },
  SWISH: { activation: 'silu', arguments: [argument('alpha', 'beta')], variants: scaled, note: 'Its alpha scales the sigmoid\'s argument; at 1 it is SiLU.' },
  MEMSWISH: { activation: 'silu', arguments: inplace },
  MISH: { activation: 'mish', arguments: inplace },
  GEGLU: { activation: 'geglu', note: 'The second half goes through GELU.' },
};

const modules: Table = renamed(names, { Swish: 'SWISH', MemoryEfficientSwish: 'MEMSWISH', Mish: 'MISH', GEGLU: 'GEGLU' });

/** `DiceLoss(sigmoid=True)` and its relatives, and the transform `Activations(softmax=True)`. */
const options: Table = Object.fromEntries(['sigmoid', 'softmax'].flatMap((name) => ['losses', 'transforms'].map((module) =>
  [`monai.${module}.*(${name}=)`, { activation: name, arguments: [argument(name)] }])));

export const monai: Framework = {
  id: 'monai',
  name: 'MONAI',
  roots: ['monai'],
  isOpen: true,
  spelling: 'any-case',
  paths: {
    'monai.networks.layers.factories': 'monai.networks.layers',
    'monai.networks.blocks.Swish': 'monai.networks.blocks.activation.Swish',
    'monai.networks.blocks.MemoryEfficientSwish': 'monai.networks.blocks.activation.MemoryEfficientSwish',
    'monai.networks.blocks.Mish': 'monai.networks.blocks.activation.Mish',
    'monai.networks.blocks.GEGLU': 'monai.networks.blocks.activation.GEGLU',
  },
  symbols: [
    ...symbols(names, { form: 'string', passesArguments: true }),
    ...symbols(names, { form: 'function', module: 'monai.networks.layers.Act' }),
    ...symbols(modules, { form: 'module', module: 'monai.networks.blocks.activation' }),
    ...symbols(options, { form: 'configuration' }),
  ],
  carriers: [
    { callable: 'monai.networks.layers.Act', argument: '[]', stringsOnly: true, gives: 'class' },
    { callable: 'monai.networks.layers.get_act_layer', argument: 'name', position: 0, passing: 'pair', stringsOnly: true, gives: 'instance' },
    { callable: 'monai.losses.*', argument: 'other_act' },
    { callable: 'monai.*', argument: 'act', passing: 'pair', stringsOnly: true },
    { callable: '*', argument: 'act', passing: 'pair', stringsOnly: true },
  ],
};
