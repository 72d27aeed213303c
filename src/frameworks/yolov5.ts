/** YOLOv5, whose own activations are imported from the folder `utils` of its repository. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

const channels = argument('c1', undefined, { required: true });

const modules: Table = {
  SiLU: 'silu',
  Hardswish: 'hard-swish',
  Mish: 'mish',
  MemoryEfficientMish: 'mish',
  FReLU: { activation: 'frelu', arguments: [channels, argument('k')] },
  AconC: { activation: 'acon-c', arguments: [channels] },
  MetaAconC: { activation: 'meta-acon-c', arguments: [channels, argument('k'), argument('s'), argument('r')] },
};

export const yolov5: Framework = {
  id: 'yolov5',
  name: 'YOLOv5',
  roots: ['utils.activations'],
  isOpen: true,
  paths: { 'yolov5.utils.activations': 'utils.activations' },
  symbols: symbols(modules, { form: 'module', module: 'utils.activations' }),
  // Other projects have such a folder too, and settings beside it.
  carriers: customaryCarriers,
};
