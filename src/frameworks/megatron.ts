/** Megatron-LM: its own and its fused functions, the fields of its configuration, the flags of its command line. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const firstHalf = 'The first half is activated; in PyTorch\'s glu the second.';
const tanhForm = { activation: 'gelu-tanh', note: 'The tanh form of GELU.' };
const offset = argument('linear_offset', 'offset');

const own: Table = { squared_relu: 'relu-squared', quick_gelu: 'quick-gelu', fast_gelu: tanhForm };

/** The fused functions by their module below `megatron.core.fusions`. */
const fused: Readonly<Record<string, Table>> = {
  fused_bias_gelu: { bias_gelu: tanhForm },
  fused_bias_geglu: {
    geglu: { activation: 'geglu-tanh', note: firstHalf },
    bias_geglu: { activation: 'geglu-tanh', note: firstHalf },
    quick_gelu: 'quick-gelu',
    quick_geglu: { activation: 'quick-geglu', arguments: [offset], note: firstHalf },
  },
  fused_bias_swiglu: {
    swiglu: { activation: 'swiglu', note: firstHalf },
    bias_swiglu: { activation: 'swiglu', note: firstHalf },
    weighted_swiglu: { activation: 'swiglu', arguments: [argument('weights')], note: firstHalf },
    clamped_swiglu: {
      activation: 'clamped-swiglu',
      arguments: [argument('clamp_value', 'limit', { required: true })],
      defaults: { alpha: 1, offset: 0 },
      note: 'Steepness 1 and no offset, unlike that of gpt-oss.',
    },
  },
};
const flags: Table = {
  '--openai-gelu': 'gelu-tanh',
  '--squared-relu': 'relu-squared',
  '--swiglu': { activation: 'swiglu', note: firstHalf },
  '--quick-geglu': { activation: 'quick-geglu', note: firstHalf },
};

const fusions = Object.entries(fused).flatMap(([module, table]) =>
  symbols(table, { form: 'function', module: `megatron.core.fusions.${module}`, before: [argument('y')] }));

export const megatron: Framework = {
  id: 'megatron',
  name: 'Megatron-LM',
  roots: ['megatron'],
  isOpen: true,
  paths: { 'megatron.model.fused_softmax': 'megatron.core.fusions.fused_softmax', 'megatron.legacy.model.fused_softmax': 'megatron.core.fusions.fused_softmax' },
  symbols: [
    ...symbols(own, { form: 'function', module: 'megatron.core.activations', before: [argument('x')] }),
    ...fusions,
    ...symbols({ FusedScaleMaskSoftmax: 'softmax' }, { form: 'module', module: 'megatron.core.fusions.fused_softmax' }),
    ...symbols(flags, { form: 'configuration' }),
  ],
  carriers: [{ callable: 'megatron.*', argument: 'activation_func' }],
};
