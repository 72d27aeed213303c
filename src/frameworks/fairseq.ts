/** fairseq: `get_activation_fn`, the names it knows, and the flags that carry them. */
import type { Framework } from './framework';
import { argument, picked, symbols, type Table } from './rows';

const tanhForm = { activation: 'gelu-tanh', note: 'The tanh form of GELU; the name "gelu" is the exact one.' };

const names: Table = {
  relu: 'relu',
  relu_squared: 'relu-squared',
  gelu: 'gelu',
  gelu_fast: tanhForm,
  gelu_accurate: tanhForm,
  tanh: 'tanh',
  linear: 'identity',
  swish: 'silu',
};

export const fairseq: Framework = {
  id: 'fairseq',
  name: 'fairseq',
  roots: ['fairseq'],
  isOpen: true,
  paths: { 'fairseq.modules.gelu.gelu': 'fairseq.modules.gelu', 'fairseq.modules.gelu.gelu_accurate': 'fairseq.modules.gelu_accurate' },
  symbols: [
    ...symbols(picked(names, ['gelu', 'gelu_accurate']), { form: 'function', module: 'fairseq.modules', before: [argument('x')] }),
    ...symbols(names, { form: 'string' }),
  ],
  carriers: [
    { callable: 'fairseq.utils.get_activation_fn', argument: 'activation', position: 0, stringsOnly: true },
    ...['activation_fn', 'pooler_activation_fn', '*_activation_fn'].map((name) => ({ callable: '*', argument: name, stringsOnly: true })),
  ],
};
