/** fastai, both of its generations: `fastai.layers`, and what its star imports bring with them. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const range = [argument('low', 'low', { required: true }), argument('high', 'high', { required: true })];
const inplace = [argument('inplace')];
const clamped = { activation: 'sigmoid', arguments: [argument('eps')], note: 'Clamped to stay a little away from 0 and 1.' };

const modules: Table = {
  Swish: 'silu',
  Mish: 'mish',
  SwishJit: 'silu',
  MishJit: 'mish',
  SigmoidRange: { activation: 'sigmoid-range', arguments: range },
};

const functions: Table = {
  swish: { activation: 'silu', arguments: inplace },
  mish: 'mish',
  sigmoid: clamped,
  sigmoid_: clamped,
  sigmoid_range: { activation: 'sigmoid-range', arguments: range },
  vleaky_relu: {
    activation: 'leaky-relu', arguments: inplace, defaults: { negativeSlope: 0.3 },
    note: 'Slope 0.3, and none other; PyTorch\'s leaky_relu has 0.01.',
  },
};

/** `inplace_relu` is PyTorch's, bound to one argument; `relu` of the first generation makes a module. */
const makers: Table = {
  relu: {
    activation: 'relu',
    arguments: [argument('inplace'), argument('leaky', 'negativeSlope')],
    variants: [{ argument: 'leaky', activation: 'leaky-relu' }],
  },
};

/** `from fastai.vision.all import *` also binds `nn`, `F` and `torch`, and so does `from fastai.text import *` of the first generation. */
const stars = [
  'fastai.basics', 'fastai.vision.all', 'fastai.text.all', 'fastai.tabular.all', 'fastai.collab', 'fastai.vision', 'fastai.text', 'fastai.tabular', 'fastai.imports',
  'fastai.torch_basics', 'fastai.torch_core', 'fastai.basic_train', 'fastai.basic_data',
];

export const fastai: Framework = {
  id: 'fastai',
  name: 'fastai',
  roots: ['fastai'],
  isOpen: true,
  paths: Object.fromEntries(stars.flatMap((path) => [
    [path, 'fastai.layers'],
    [`${path}.nn`, 'torch.nn'], [`${path}.F`, 'torch.nn.functional'], [`${path}.torch`, 'torch'],
  ])),
  symbols: [
    ...symbols(modules, { form: 'module', module: 'fastai.layers' }),
    ...symbols(makers, { form: 'module', module: 'fastai.layers' }),
    ...symbols({ ...functions, inplace_relu: 'relu' }, { form: 'function', module: 'fastai.layers', before: [argument('input', undefined, { aliases: ['x'] })] }),
  ],
  carriers: [],
};
