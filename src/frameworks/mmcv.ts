/** mmcv and what is built on it: the registry that `act_cfg` and `build_activation_layer` look names up in. */
import type { Framework } from './framework';
import { argument, picked, symbols, type Table } from './rows';

const inplace = argument('inplace');
const alpha = [argument('alpha', 'alpha'), inplace];
const bounds = [argument('min', 'min'), argument('max', 'max')];

/** Slope 1/6 since mmcv 1.4.4; other arguments than the ones it starts from make another function. */
const hardSigmoid = {
  activation: 'hard-sigmoid',
  arguments: ['bias', 'divisor', 'min_value', 'max_value'].map((name) => argument(name)),
  variants: [
    { argument: 'bias', neutral: 3 }, { argument: 'divisor', neutral: 6 },
    { argument: 'min_value', neutral: 0 }, { argument: 'max_value', neutral: 1 },
  ],
  note: 'Slope 1/6; mmcv before 1.4.4 had 1/2.',
};

const names: Table = {
  ReLU: { activation: 'relu', arguments: [inplace] },
  LeakyReLU: { activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope'), inplace], defaults: { negativeSlope: 0.01 } },
  PReLU: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a')], defaults: { a: 0.25 } },
  RReLU: { activation: 'rrelu', arguments: [argument('lower', 'lower'), argument('upper', 'upper'), inplace] },
  ReLU6: { activation: 'relu6', arguments: [inplace] },
  ELU: { activation: 'elu', arguments: alpha },
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  SiLU: { activation: 'silu', arguments: [inplace] },
  GELU: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }],
  },
  Clamp: { activation: 'clip', arguments: bounds },
  Clip: { activation: 'clip', arguments: bounds },
  HSigmoid: hardSigmoid,
  HSwish: { activation: 'hard-swish', arguments: [inplace] },
  Swish: 'silu',
};

export const mmcv: Framework = {
  id: 'mmcv',
  name: 'mmcv',
  roots: ['mmcv', 'mmengine', 'mmdet', 'mmseg', 'mmcls', 'mmpretrain', 'mmpose', 'mmaction', 'mmocr', 'mmdet3d'],
  signs: ['act_cfg'],
  isOpen: true,
  paths: {
    'mmcv.cnn.bricks': 'mmcv.cnn',
    'mmcv.cnn.bricks.hsigmoid': 'mmcv.cnn',
    'mmcv.cnn.bricks.hswish': 'mmcv.cnn',
    'mmcv.cnn.bricks.swish': 'mmcv.cnn',
    'mmcv.cnn.bricks.activation': 'mmcv.cnn',
  },
  symbols: [
    ...symbols(picked(names, ['HSigmoid', 'HSwish', 'Swish', 'Clamp']), { form: 'module', module: 'mmcv.cnn' }),
    ...symbols(names, { form: 'string', passesArguments: true }),
  ],
  carriers: [
    { callable: 'mmcv.cnn.build_activation_layer', argument: 'cfg', position: 0, passing: 'dictionary', stringsOnly: true },
    ...['act_cfg', '*_act_cfg'].map((name) => ({ callable: '*', argument: name, passing: 'dictionary' as const, stringsOnly: true })),
  ],
};
