/** Mesh TensorFlow: functions of its own tensors, which layers also take by name. */
import type { Framework } from './framework';
import { argument, customaryCarriers, picked, symbols, type Table } from './rows';

/** mesh_tensorflow/ops.py. */
const functions: Table = {
  relu: 'relu',
  elu: 'elu',
  selu: 'selu',
  gelu: { activation: 'gelu-tanh', note: 'Always the tanh form; exact in TensorFlow.' },
  swish: 'silu',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  softplus: 'softplus',
  leaky_relu: { activation: 'leaky-relu', arguments: [argument('alpha', 'negativeSlope')], defaults: { negativeSlope: 0.2 } },
  softmax: { activation: 'softmax', arguments: [argument('reduced_dim'), argument('extra_logit')] },
  log_softmax: { activation: 'log-softmax', arguments: [argument('reduced_dim'), argument('extra_logit')] },
};

export const meshTensorflow: Framework = {
  id: 'mesh-tensorflow',
  name: 'Mesh TensorFlow',
  roots: ['mesh_tensorflow'],
  isOpen: true,
  paths: { 'mesh_tensorflow.ops': 'mesh_tensorflow' },
  conventions: { mtf: 'mesh_tensorflow' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'mesh_tensorflow', before: [argument('x')] }),
    ...symbols(picked(functions, ['relu', 'elu', 'selu', 'gelu', 'swish', 'sigmoid', 'tanh', 'softplus', 'leaky_relu']), { form: 'string' }),
  ],
  carriers: customaryCarriers,
};
