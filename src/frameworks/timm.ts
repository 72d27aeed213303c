/** timm: `timm.layers`, its factories by name, and the memory-efficient forms. */
import type { Carrier, Framework } from './framework';
import { argument, picked, renamed, symbols, type Table } from './rows';

const inplace = [argument('inplace')];

/** `_ACT_FN_DEFAULT` and `_ACT_LAYER_DEFAULT` of timm/layers/create_act.py. */
const keys: Table = {
  silu: 'silu', swish: 'silu', mish: 'mish', relu: 'relu', relu6: 'relu6', selu: 'selu',
  elu: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  celu: { activation: 'celu', arguments: [argument('alpha', 'alpha')] },
  leaky_relu: { activation: 'leaky-relu', arguments: [argument('negative_slope', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  gelu: 'gelu', gelu_tanh: 'gelu-tanh', quick_gelu: 'quick-gelu', sigmoid: 'sigmoid', tanh: 'tanh',
  hard_sigmoid: 'hard-sigmoid', hardsigmoid: 'hard-sigmoid', hard_swish: 'hard-swish', hardswish: 'hard-swish',
  hard_mish: 'hard-mish', identity: 'identity',
  prelu: { activation: 'prelu', arguments: [argument('num_parameters'), argument('init', 'a')], defaults: { a: 0.25 } },
};

const functions: Table = Object.fromEntries(
  Object.entries(picked(keys, [
    'swish', 'mish', 'sigmoid', 'tanh', 'hard_swish', 'hard_sigmoid', 'hard_mish', 'gelu', 'gelu_tanh', 'quick_gelu',
  ])).map(([name, activation]) => [name, { activation: String(activation), arguments: inplace }]),
);

const modules: Table = {
  ...renamed(functions, {
    Swish: 'swish', Mish: 'mish', Sigmoid: 'sigmoid', Tanh: 'tanh', HardSwish: 'hard_swish', HardSigmoid: 'hard_sigmoid',
    HardMish: 'hard_mish', GELU: 'gelu', GELUTanh: 'gelu_tanh', QuickGELU: 'quick_gelu',
  }),
  PReLU: {
    activation: 'prelu',
    arguments: [argument('num_parameters'), argument('init', 'a'), argument('inplace')],
    defaults: { a: 0.25 },
  },
};

const memoryEfficient: Table = renamed(functions, {
  swish_me: 'swish', mish_me: 'mish', hard_sigmoid_me: 'hard_sigmoid', hard_swish_me: 'hard_swish', hard_mish_me: 'hard_mish',
});
const memoryEfficientModules: Table = renamed(functions, {
  SwishMe: 'swish', MishMe: 'mish', HardSigmoidMe: 'hard_sigmoid', HardSwishMe: 'hard_swish', HardMishMe: 'hard_mish',
});

const sizes = [argument('in_features'), argument('hidden_features'), argument('out_features'), argument('act_layer')];

/** What a gated block of layers is by the activation that it is given. */
const gates = [
  { argument: 'act_layer', passes: 'sigmoid', activation: 'glu' },
  { argument: 'act_layer', passes: 'silu', activation: 'swiglu' },
  { argument: 'act_layer', passes: 'gelu', activation: 'geglu' },
  { argument: 'act_layer', passes: 'gelu-tanh', activation: 'geglu-tanh' },
  { argument: 'act_layer', passes: 'relu', activation: 'reglu' },
  { argument: 'act_layer' },
];

const blocks: Table = {
  GluMlp: { activation: 'glu', arguments: sizes, variants: gates, note: 'The second half goes through the activation unless gate_last is false.' },
  SwiGLUPacked: { activation: 'swiglu', arguments: sizes, variants: gates, note: 'The first half goes through SiLU; in GluMlp the second.' },
  SwiGLU: { activation: 'swiglu', arguments: sizes, variants: gates, note: 'Gate and value have layers of their own.' },
  GatedMlp: { activation: 'gelu', arguments: sizes, variants: [{ argument: 'act_layer', passes: 'gelu', activation: 'gelu' }, { argument: 'act_layer' }] },
};

const factory = (name: string, argumentName = 'name'): Carrier =>
  ({ callable: `timm.layers.${name}`, argument: argumentName, position: 0, passing: 'call' });

const source = (): string => 'https://github.com/huggingface/pytorch-image-models/blob/main/timm/layers/activations.py';

export const timm: Framework = {
  id: 'timm',
  name: 'timm',
  roots: ['timm'],
  isOpen: true,
  spelling: 'any-case',
  paths: {
    'timm.models.layers': 'timm.layers',
    'timm.layers.activations': 'timm.layers',
    'timm.layers.create_act': 'timm.layers',
    'timm.layers.mlp': 'timm.layers',
    'timm.models.layers.activations_me': 'timm.layers.activations_me',
  },
  symbols: [
    ...symbols(modules, { form: 'module', module: 'timm.layers', documentation: source }),
    ...symbols(blocks, { form: 'module', module: 'timm.layers' }),
    ...symbols(functions, { form: 'function', module: 'timm.layers', before: [argument('x')], documentation: source }),
    ...symbols(memoryEfficient, { form: 'function', module: 'timm.layers.activations_me', before: [argument('x')] }),
    ...symbols(memoryEfficientModules, { form: 'module', module: 'timm.layers.activations_me' }),
    ...symbols(keys, { form: 'string', passesArguments: true }),
  ],
  carriers: [
    factory('get_act_fn'), factory('get_act_layer'), factory('create_act_layer'),
    ...['act_layer', 'gate_layer'].flatMap((name) => [{ callable: 'timm.*', argument: name }, { callable: '*', argument: name }]),
  ],
};
