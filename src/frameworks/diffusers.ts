/** diffusers: activations with their linear layer, and the names that its blocks take. */
import type { Framework } from './framework';
import { argument, renamed, symbols, type Table } from './rows';

const sizes = [argument('dim_in'), argument('dim_out')];

/** `get_activation`, `act_fn`, and the names of `FeedForward`, which mean layers of the same functions. */
const keys: Table = {
  swish: 'silu', silu: 'silu', silu_fp32: 'silu', mish: 'mish', gelu: 'gelu', relu: 'relu',
  'gelu-approximate': { activation: 'gelu-tanh', note: 'The tanh form; "geglu-approximate" is x·sigmoid(1.702x) without a gate.' },
  geglu: 'geglu',
  'geglu-approximate': { activation: 'quick-gelu', note: 'No gate in spite of its name: a layer, then x·sigmoid(1.702x).' },
  swiglu: 'swiglu',
  'linear-silu': 'silu',
};

const modules: Table = {
  FP32SiLU: 'silu',
  GELU: {
    activation: 'gelu',
    arguments: [...sizes, argument('approximate'), argument('bias')],
    variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }],
    note: 'Contains the linear layer before it.',
  },
  GEGLU: { activation: 'geglu', arguments: [...sizes, argument('bias')], note: 'Contains the linear layer before it; the second half is activated.' },
  SwiGLU: { activation: 'swiglu', arguments: [...sizes, argument('bias')], note: 'Contains the linear layer before it; the second half is activated.' },
  ...renamed(keys, { ApproximateGELU: 'geglu-approximate' }),
  LinearActivation: {
    activation: 'silu',
    arguments: [...sizes, argument('bias'), argument('activation')],
    variants: ['gelu', 'mish', 'relu', 'silu'].map((id) => ({ argument: 'activation', passes: id, activation: id })),
    note: 'Contains the linear layer before it.',
  },
};

/** src/diffusers/pipelines/ltx2/vocoder.py: where there is no β it divides by α; whether `alpha` says where that starts depends on `logscale`. */
const vocoders: Table = {
  SnakeBeta: {
    activation: 'snake-beta',
    arguments: ['channels', 'alpha', 'eps', 'trainable_params', 'logscale', 'use_beta'].map((name) => argument(name)),
    versioned: ['alpha', 'beta'],
    variants: [{ argument: 'use_beta', equals: false, activation: 'snake' }],
  },
};

const source = (): string => 'https://github.com/huggingface/diffusers/blob/main/src/diffusers/models/activations.py';
const stringCarrier = (callable: string, name: string, position?: number) =>
  ({ callable, argument: name, stringsOnly: true, ...(position === undefined ? {} : { position }) });

export const diffusers: Framework = {
  id: 'diffusers',
  name: 'diffusers',
  roots: ['diffusers'],
  isOpen: true,
  symbols: [
    ...symbols(modules, { form: 'module', module: 'diffusers.models.activations', documentation: source }),
    ...symbols(vocoders, { form: 'module', module: 'diffusers.pipelines.ltx2.vocoder' }),
    ...symbols(keys, { form: 'string', documentation: source }),
  ],
  carriers: [
    stringCarrier('diffusers.models.activations.get_activation', 'act_fn', 0),
    stringCarrier('diffusers.models.attention.FeedForward', 'activation_fn', 4),
    ...['act_fn', 'activation_fn'].flatMap((name) => [stringCarrier('diffusers.*', name), stringCarrier('*', name)]),
  ],
};
