/** x-transformers: its own layers, and the options by which its feed-forward blocks choose an activation. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

/** A gate is named by the activation that it is given. */
const gates = [
  { argument: 'activation', passes: 'sigmoid', activation: 'glu' },
  { argument: 'activation', passes: 'silu', activation: 'swiglu' },
  { argument: 'activation', passes: 'gelu', activation: 'geglu' },
  { argument: 'activation', passes: 'relu', activation: 'reglu' },
  { argument: 'activation', passes: 'relu-squared', activation: 'sreglu' },
  { argument: 'activation' },
];

const modules: Table = {
  ReluSquared: 'relu-squared',
  SoLU: { activation: 'solu', arguments: [argument('dim')] },
  GLU: {
    activation: 'glu',
    arguments: [argument('dim_in'), argument('dim_out'), argument('activation', undefined, { required: true }), argument('mult_bias')],
    variants: gates,
    note: 'Contains the linear layer before it; the second half goes through the activation.',
  },
};

/** `ff_glu` gates whatever else the block is given: GELU, if nothing. */
const options: Table = {
  ff_glu: {
    activation: 'geglu',
    arguments: ['ff_glu', 'ff_swish', 'ff_relu_squared', 'ff_solu', 'ff_custom_activation'].map((name) => argument(name)),
    variants: [
      { argument: 'ff_swish', equals: true, activation: 'swiglu' },
      { argument: 'ff_relu_squared', equals: true, activation: 'sreglu' },
      { argument: 'ff_solu', equals: true },
      { argument: 'ff_custom_activation' },
    ],
  },
  ff_swish: { activation: 'silu', arguments: [argument('ff_swish')] },
  ff_relu_squared: { activation: 'relu-squared', arguments: [argument('ff_relu_squared')] },
  ff_solu: { activation: 'solu', arguments: [argument('ff_solu')] },
  sigsoftmax_logits: { activation: 'sigsoftmax', arguments: [argument('sigsoftmax_logits')] },
};

export const xTransformers: Framework = {
  id: 'x-transformers',
  name: 'x-transformers',
  roots: ['x_transformers'],
  isOpen: true,
  symbols: [
    ...symbols(modules, { form: 'module', module: 'x_transformers.x_transformers' }),
    ...symbols(Object.fromEntries(Object.entries(options).map(([name, row]) => [`*(${name}=)`, row])), { form: 'configuration' }),
  ],
  carriers: [{ callable: '*', argument: 'ff_custom_activation' }],
};
