/** Core ML's model intermediate language, as its Python builder writes it: every argument by its name. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const required = { required: true, keywordOnly: true };
const alpha = argument('alpha', 'alpha', required);
const beta = argument('beta', 'beta', required);

/** coremltools/converters/mil/mil/ops/defs/iOS15/activation.py. */
const operations: Table = {
  clamped_relu: {
    activation: 'clipped-relu',
    arguments: [argument('alpha', undefined, required), argument('beta', 'ceiling', required)],
    variants: [{ argument: 'alpha', neutral: 0 }],
    note: 'Its alpha is the slope below 0, its beta the ceiling.',
  },
  elu: { activation: 'elu', arguments: [alpha] },
  gelu: {
    activation: 'gelu',
    arguments: [argument('mode', undefined, { keywordOnly: true })],
    variants: [
      { argument: 'mode', equals: 'TANH_APPROXIMATION', activation: 'gelu-tanh' },
      { argument: 'mode', equals: 'SIGMOID_APPROXIMATION', activation: 'quick-gelu' },
    ],
  },
  leaky_relu: { activation: 'leaky-relu', arguments: [argument('alpha', 'negativeSlope', required)] },
  linear_activation: { activation: 'affine', arguments: [alpha, beta] },
  prelu: { activation: 'prelu', arguments: [argument('alpha', 'a', required)] },
  relu: 'relu',
  relu6: 'relu6',
  scaled_tanh: { activation: 'scaled-tanh', arguments: [alpha, beta] },
  sigmoid: 'sigmoid',
  sigmoid_hard: {
    activation: 'hard-sigmoid',
    arguments: [
      argument('alpha', 'variant', { ...required, values: { 0.2: 'keras_legacy', [1 / 6]: 'pytorch' } }),
      argument('beta', undefined, required),
    ],
    variants: [{ argument: 'beta', neutral: 0.5 }],
  },
  silu: 'silu',
  softplus: 'softplus',
  softplus_parametric: { activation: 'softplus-parametric', arguments: [alpha, beta] },
  softmax: { activation: 'softmax', arguments: [argument('axis', undefined, { keywordOnly: true })] },
  softsign: 'softsign',
  tanh: 'tanh',
  thresholded_relu: { activation: 'thresholded-relu', arguments: [argument('alpha', 'theta', required)] },
};

const x = argument('x', undefined, { keywordOnly: true });

export const coreml: Framework = {
  id: 'coreml',
  name: 'Core ML',
  roots: ['coremltools'],
  paths: {
    'coremltools.converters.mil.Builder': 'coremltools.converters.mil.mb',
    'coremltools.converters.mil.mil.Builder': 'coremltools.converters.mil.mb',
  },
  symbols: symbols(operations, { form: 'function', module: 'coremltools.converters.mil.mb', before: [x] }),
  carriers: [],
};
