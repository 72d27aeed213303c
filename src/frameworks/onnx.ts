/** ONNX: the operators of a graph that is put together by hand, `helper.make_node("Relu", …)`. */
import type { Framework } from './framework';
import { argument, customaryCarriers, symbols, type Table } from './rows';

/** Of other slopes it is no hard sigmoid that has a name. */
const slope = argument('alpha', 'variant', { values: { 0.2: 'keras_legacy', [String(1 / 6)]: 'pytorch' } });

/** The attributes and defaults of docs/Operators.md; a Clip or an Exp is arithmetic of a graph as well. */
const operators: Table = {
  Relu: 'relu',
  LeakyRelu: { activation: 'leaky-relu', arguments: [argument('alpha', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  PRelu: 'prelu',
  ThresholdedRelu: { activation: 'thresholded-relu', arguments: [argument('alpha', 'theta')], defaults: { theta: 1 } },
  Elu: { activation: 'elu', arguments: [argument('alpha', 'alpha')] },
  Celu: { activation: 'celu', arguments: [argument('alpha', 'alpha')] },
  Selu: 'selu',
  Gelu: { activation: 'gelu', arguments: [argument('approximate')], variants: [{ argument: 'approximate', equals: 'tanh', activation: 'gelu-tanh' }] },
  Mish: 'mish',
  HardSwish: 'hard-swish',
  Swish: { activation: 'swish', arguments: [argument('alpha', 'beta')] },
  HardSigmoid: { activation: 'hard-sigmoid', arguments: [slope], defaults: { variant: 'keras_legacy' }, note: 'Slope 0.2 by default; 1/6 in PyTorch.' },
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  Softplus: 'softplus',
  Softsign: 'softsign',
  Softmax: { activation: 'softmax', arguments: [argument('axis')] },
  LogSoftmax: { activation: 'log-softmax', arguments: [argument('axis')] },
  Hardmax: 'hardmax',
};

/** What `make_node` takes behind the operator. */
const before = ['inputs', 'outputs', 'name', 'doc_string', 'domain', 'overload'].map((name) => argument(name));

export const onnx: Framework = {
  id: 'onnx',
  name: 'ONNX',
  roots: ['onnx', 'onnx_graphsurgeon'],
  symbols: symbols(operators, { form: 'string', passesArguments: true, before, documentation: (name) => `https://onnx.ai/onnx/operators/onnx__${name}.html` }),
  carriers: [
    ...customaryCarriers,
    { callable: 'onnx.helper.make_node', argument: 'activations', stringsOnly: true },
    { callable: 'onnx.helper.make_node', argument: 'op_type', position: 0, passing: 'call', stringsOnly: true },
    { callable: 'onnx_graphsurgeon.Node', argument: 'op', position: 0, stringsOnly: true },
  ],
};
