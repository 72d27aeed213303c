/** Hugging Face transformers: the keys of ACT2FN, the classes behind them, and where configurations take a key. */
import type { Carrier, Framework } from './framework';
import { argument, renamed, symbols, type Table } from './rows';

const tanhForm = { activation: 'gelu-tanh', note: 'The tanh form of GELU; the key "gelu" is the exact one.' };

/** ACT2FN of src/transformers/activations.py. */
const keys: Table = {
  gelu: { activation: 'gelu', note: 'Exact; "gelu_new", "gelu_fast" and "gelu_pytorch_tanh" are the tanh form.' },
  gelu_python: 'gelu',
  gelu_new: tanhForm,
  gelu_fast: tanhForm,
  gelu_accurate: tanhForm,
  gelu_pytorch_tanh: tanhForm,
  gelu_python_tanh: tanhForm,
  quick_gelu: 'quick-gelu',
  hardswish: 'hard-swish',
  leaky_relu: { activation: 'leaky-relu', defaults: { negativeSlope: 0.01 } },
  linear: 'identity',
  mish: 'mish',
  prelu: { activation: 'prelu', defaults: { a: 0.25 } },
  relu: 'relu',
  relu2: { activation: 'relu-squared', note: 'The square of ReLU.' },
  relu6: 'relu6',
  sigmoid: 'sigmoid',
  silu: 'silu',
  swish: 'silu',
  tanh: 'tanh',
  xielu: 'xielu',
  gelu_10: { activation: 'clipped-gelu', note: 'GELU, clipped to −10 and 10.' },
  laplace: 'laplace',
  sqrtsoftplus: 'sqrt-softplus',
};

/** Values of `feed_forward_proj` alone: T5 turns "gated-gelu" into a gate of the tanh form. */
const gates: Table = {
  'gated-gelu': { activation: 'geglu-tanh', note: 'The tanh form: T5 rewrites it to "gelu_new".' },
  'gated-silu': 'swiglu',
  'gated-relu': 'reglu',
};

const modules: Table = {
  GELUActivation: { activation: 'gelu', arguments: [argument('use_gelu_python')] },
  ...renamed(keys, {
    NewGELUActivation: 'gelu_new', FastGELUActivation: 'gelu_fast', AccurateGELUActivation: 'gelu_accurate',
    QuickGELUActivation: 'quick_gelu', SiLUActivation: 'silu', MishActivation: 'mish', LinearActivation: 'linear',
    ReLUSquaredActivation: 'relu2', GELUTanh: 'gelu_pytorch_tanh', PytorchGELUTanh: 'gelu_pytorch_tanh',
  }),
  ClippedGELUActivation: {
    activation: 'clipped-gelu',
    arguments: [argument('min', 'min', { required: true }), argument('max', 'max', { required: true })],
  },
  LaplaceActivation: 'laplace',
  SqrtSoftplusActivation: 'sqrt-softplus',
  XIELUActivation: {
    activation: 'xielu',
    arguments: [argument('alpha_p_init', 'alphaP'), argument('alpha_n_init', 'alphaN'), argument('beta', 'beta')],
  },
};

const functions: Table = renamed(keys, {
  gelu_python: 'gelu_python', gelu_new: 'gelu_new', gelu: 'gelu', gelu_fast: 'gelu_fast', quick_gelu: 'quick_gelu',
  silu: 'silu', mish: 'mish', linear_act: 'linear',
});

/** Keys of configurations that hold an activation; `feed_forward_proj` also holds "gated-…", which is no key of ACT2FN. */
const configurationKeys = [
  'hidden_act', 'hidden_activation', 'activation_function', 'summary_activation', 'feed_forward_proj', 'dense_act_fn',
  'ff_activation', 'afn', 'feat_extract_activation', 'projector_hidden_act', 'mlp_hidden_act', 'mamba_hidden_act',
  'activation', '*_act', '*_activation',
];

const carriers: readonly Carrier[] = [
  { callable: 'transformers.activations.ACT2FN', argument: '[]', stringsOnly: true, gives: 'instance' },
  { callable: 'transformers.activations.get_activation', argument: 'activation_string', position: 0, stringsOnly: true, gives: 'instance' },
  ...configurationKeys.flatMap((key) => [
    { callable: 'transformers.*', argument: key, stringsOnly: true },
    { callable: '*', argument: key, stringsOnly: true },
  ]),
];

const source = (): string => 'https://github.com/huggingface/transformers/blob/main/src/transformers/activations.py';

export const transformers: Framework = {
  id: 'transformers',
  name: 'transformers',
  roots: ['transformers'],
  tensorsOf: 'pytorch',
  signs: ['ACT2FN', 'hidden_act'],
  isOpen: true,
  paths: {
    'transformers.activations_tf': 'transformers.activations',
    'transformers.modeling_flax_utils': 'transformers.activations',
    'transformers.pytorch_utils': 'transformers.activations',
    // MindNLP has its models and its table for MindSpore, and there too "gelu" is the exact form.
    'mindnlp.transformers': 'transformers',
    'mindnlp.transformers.activations': 'transformers.activations',
    'mindnlp.common.activations': 'transformers.activations',
  },
  symbols: [
    ...symbols(modules, { form: 'module', module: 'transformers.activations', documentation: source }),
    ...symbols(functions, { form: 'function', module: 'transformers.activations', before: [argument('input')], documentation: source }),
    ...symbols({ ...keys, ...gates }, { form: 'string', documentation: source }),
  ],
  carriers,
};
