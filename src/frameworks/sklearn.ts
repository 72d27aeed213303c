/** scikit-learn: its multilayer perceptrons, and the functions behind their names. */
import type { Carrier, Framework } from './framework';
import { argument, renamed, symbols, type Table } from './rows';

/** ACTIVATIONS of sklearn/neural_network/_base.py; only the perceptrons' output knows softmax. */
const names: Table = {
  identity: 'identity',
  logistic: { activation: 'sigmoid', note: 'Called "logistic" here; "sigmoid" is rejected.' },
  tanh: 'tanh',
  relu: 'relu',
  softmax: 'softmax',
};

const inPlace: Table = renamed(names, {
  inplace_identity: 'identity', inplace_logistic: 'logistic', inplace_tanh: 'tanh', inplace_relu: 'relu', inplace_softmax: 'softmax',
});

const perceptron = (name: string): Carrier => ({
  callable: `sklearn.neural_network.${name}`, argument: 'activation', position: 1, default: 'relu', stringsOnly: true,
  strings: ['identity', 'logistic', 'tanh', 'relu'],
});

export const sklearn: Framework = {
  id: 'sklearn',
  name: 'scikit-learn',
  roots: ['sklearn'],
  symbols: [
    ...symbols(inPlace, { form: 'function', module: 'sklearn.neural_network._base', before: [argument('X')] }),
    ...symbols({ softmax: { activation: 'softmax', note: 'Over the second axis, always.' } }, { form: 'function', module: 'sklearn.utils.extmath', before: [argument('X')] }),
    ...symbols(names, { form: 'string' }),
  ],
  carriers: [
    perceptron('MLPClassifier'), perceptron('MLPRegressor'),
    // What is searched through: `{"activation": ["relu", "tanh"]}`, `{"mlp__activation": ["relu"]}`, and what estimators of others take.
    ...['activation', '*_activation', 'activation_f*', 'act_f*'].map((name): Carrier => ({ callable: '*', argument: name, stringsOnly: true, yields: true })),
    { callable: 'sklearn.neural_network._base.ACTIVATIONS', argument: '[]', stringsOnly: true },
  ],
};
