/** Transformer Engine: `ops`, the bindings of its kernels, and the names its layers take in PyTorch and in JAX. */
import type { Carrier, Framework } from './framework';
import { argument, renamed, symbols, type Table } from './rows';

const firstHalf = 'The first half is activated; in PyTorch\'s glu the second.';
const gate = (activation: string) => ({ activation, note: firstHalf });
const limit = argument('limit', 'limit', { keywordOnly: true });
const steepness = argument('alpha', 'alpha', { keywordOnly: true });
const offset = argument('glu_linear_offset', 'offset', { keywordOnly: true });

/** The names of the kernels, which the layers take as strings too. */
const kernels: Table = {
  gelu: { activation: 'gelu-tanh', note: 'The tanh form, whatever its name.' },
  geglu: { activation: 'geglu-tanh', note: 'The tanh form of GELU, on the first half.' },
  glu: gate('glu'),
  qgelu: 'quick-gelu',
  qgeglu: gate('quick-geglu'),
  relu: 'relu',
  reglu: gate('reglu'),
  srelu: { activation: 'relu-squared', note: 'The square of ReLU, not the S-shaped one.' },
  sreglu: gate('sreglu'),
  silu: 'silu',
  swiglu: gate('swiglu'),
  clamped_swiglu: { activation: 'clamped-swiglu', arguments: [limit, steepness, offset], note: firstHalf },
};

const operations: Table = {
  ...renamed(kernels, {
    GELU: 'gelu', GEGLU: 'geglu', GLU: 'glu', QGELU: 'qgelu', QGEGLU: 'qgeglu', ReLU: 'relu', ReGLU: 'reglu', SReLU: 'srelu',
    ScaledSReLU: 'srelu', SReGLU: 'sreglu', SiLU: 'silu', SwiGLU: 'swiglu', ScaledSwiGLU: 'swiglu',
    ClampedSwiGLU: 'clamped_swiglu', ScaledClampedQGeGLU: 'clamped_swiglu',
  }),
  ...Object.fromEntries(['SiTUGLU', 'ScaledSiTUGLU'].map((name) => [name, {
    activation: 'situglu',
    arguments: [argument('beta1', 'beta1', { keywordOnly: true }), argument('beta2', 'beta2', { keywordOnly: true })],
    note: firstHalf,
  }])),
};

/** In JAX a tuple: the activation of one branch and, for a gate, what the other passes through. */
const tuples: Table = {
  ...renamed(kernels, {
    quick_gelu: 'qgelu', squared_relu: 'srelu', 'gelu,linear': 'geglu', 'sigmoid,linear': 'glu', 'silu,linear': 'swiglu',
    'relu,linear': 'reglu', 'quick_gelu,linear': 'qgeglu', 'squared_relu,linear': 'sreglu',
    'clamped_silu,clamped_linear': 'clamped_swiglu',
  }),
};

const layer = (name: string): Carrier => ({ callable: `transformer_engine.pytorch.${name}`, argument: 'activation', default: 'gelu', stringsOnly: true });
const tuple = (name: string): Carrier[] =>
  ['transformer_engine.jax.*', '*'].map((callable) => ({ callable, argument: name, passing: 'sequence', stringsOnly: true }));

export const transformerEngine: Framework = {
  id: 'transformer-engine',
  name: 'Transformer Engine',
  roots: ['transformer_engine', 'transformer_engine_torch'],
  isOpen: true,
  paths: {
    'transformer_engine.pytorch.ops.basic': 'transformer_engine.pytorch.ops',
    'transformer_engine.pytorch.ops.basic.activation': 'transformer_engine.pytorch.ops',
    'transformer_engine.pytorch.ops.basic.swiglu': 'transformer_engine.pytorch.ops',
    'transformer_engine.pytorch.module': 'transformer_engine.pytorch',
  },
  symbols: [
    ...symbols(operations, { form: 'module', module: 'transformer_engine.pytorch.ops' }),
    ...symbols(kernels, { form: 'function', module: 'transformer_engine_torch', before: [argument('input'), argument('quantizer')] }),
    ...symbols({ ...kernels, ...tuples }, { form: 'string' }),
  ],
  carriers: [
    layer('LayerNormMLP'), layer('TransformerLayer'),
    ...['mlp_activations', 'activation_type'].flatMap(tuple),
    { callable: 'transformer_engine.jax.*', argument: 'activations', passing: 'sequence', stringsOnly: true },
  ],
};
