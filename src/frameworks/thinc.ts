/** thinc, by which spaCy's models are made: layers that weigh their inputs and then apply an activation. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const widths = ['nO', 'nI'].map((name) => argument(name));

/** thinc/layers; its HardSwish is bent at ±2.5, and no Hardswish of anyone else. */
const layers: Table = {
  Relu: { activation: 'relu', arguments: widths },
  Gelu: { activation: 'gelu', arguments: widths },
  Mish: { activation: 'mish', arguments: widths },
  Swish: { activation: 'silu', arguments: widths },
  Sigmoid: { activation: 'sigmoid', arguments: widths },
  HardSwishMobilenet: { activation: 'hard-swish', arguments: widths },
  HardSigmoid: { activation: 'hard-sigmoid', arguments: widths, defaults: { variant: 'keras_legacy' }, note: 'Slope 0.2, as in Keras 2; 1/6 in PyTorch.' },
  HardTanh: { activation: 'hard-tanh', arguments: widths },
  Maxout: { activation: 'maxout', arguments: [...widths, argument('nP')] },
  Softmax: { activation: 'softmax', arguments: widths },
  Softmax_v2: { activation: 'softmax', arguments: [...widths, argument('temperature', 'temperature', { keywordOnly: true })] },
};

const applied: Table = { softmax_activation: 'softmax', sigmoid_activation: 'sigmoid', Logistic: 'sigmoid' };

export const thinc: Framework = {
  id: 'thinc',
  name: 'thinc',
  roots: ['thinc'],
  paths: { 'thinc.layers': 'thinc.api' },
  symbols: symbols({ ...layers, ...applied }, { form: 'module', module: 'thinc.api', documentation: () => 'https://thinc.ai/docs/api-layers' }),
  carriers: [],
};
