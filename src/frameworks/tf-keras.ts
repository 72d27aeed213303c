/**
 * Keras inside TensorFlow. From TensorFlow 2.16 on `tf.keras` is Keras 3, before that Keras 2, and the package
 * `tf_keras` stays at Keras 2: where the two differ, code alone does not tell which it is.
 */
import type { Carrier, Framework } from './framework';
import { backendFunctions, carriersBelow, functionPage, functions, layers, layerStrings, noneString, operations, pathsBelow, thresholdedLayer } from './kerasRows';
import { argument, symbols, type Row, type Table } from './rows';

const x = [argument('x')];

const hardSigmoid: Row = {
  activation: 'hard-sigmoid',
  versioned: ['variant'],
  note: 'Slope 0.2 up to TensorFlow 2.15 (Keras 2), 1/6 from 2.16 on (Keras 3).',
};

/** The backend's own function kept its slope when Keras 3 came (keras/src/legacy/backend.py). */
const backendHardSigmoid: Row = {
  activation: 'hard-sigmoid',
  defaults: { variant: 'keras_legacy' },
  note: 'Slope 0.2 in every version, unlike tf.keras.activations.hard_sigmoid of Keras 3.',
};

const versionedFunctions: Table = { ...functions, hard_sigmoid: hardSigmoid };
const apiPage = (module: string) => (name: string): string =>
  `https://www.tensorflow.org/api_docs/python/tf/keras/${module}/${name}`;

/** Its recurrent cells look strings up as Keras does, and have their tanh where they are given None (python/ops/rnn_cell_impl.py). */
const cellsOfTensorFlow1: readonly Carrier[] = ['tf.nn.rnn_cell', 'tf.contrib.rnn'].flatMap((module) =>
  Object.entries({ BasicRNNCell: 1, GRUCell: 1, BasicLSTMCell: 3, LSTMCell: 10 }).map(([cell, position]) =>
    ({ callable: `${module}.${cell}`, argument: 'activation', position, strings: Object.keys(functions) })));

export const tfKeras: Framework = {
  id: 'tf-keras',
  name: 'tf.keras',
  roots: ['tensorflow', 'tf_keras'],
  paths: {
    ...pathsBelow('tf_keras', 'tf.keras'),
    ...pathsBelow('tensorflow.keras', 'tf.keras'),
    ...pathsBelow('tensorflow.python.keras', 'tf.keras'),
    ...pathsBelow('tensorflow.compat.v1.keras', 'tf.keras'),
    ...pathsBelow('tensorflow.compat.v2.keras', 'tf.keras'),
    ...pathsBelow('tensorflow.contrib.keras', 'tf.keras'),
  },
  conventions: { keras: 'tf.keras', layers: 'tf.keras.layers', K: 'tf.keras.backend', backend: 'tf.keras.backend', activations: 'tf.keras.activations' },
  symbols: [
    ...symbols(versionedFunctions, { form: 'function', module: 'tf.keras.activations', before: x, documentation: apiPage('activations') }),
    ...symbols(operations, { form: 'function', module: 'tf.keras.ops', before: x, documentation: apiPage('ops') }),
    ...symbols({ ...layers, ...thresholdedLayer }, { form: 'module', module: 'tf.keras.layers', documentation: apiPage('layers') }),
    ...symbols({ ...backendFunctions, hard_sigmoid: backendHardSigmoid }, { form: 'function', module: 'tf.keras.backend', before: x }),
    ...symbols({ ...versionedFunctions, ...layerStrings, ...noneString }, { form: 'string', documentation: functionPage }),
  ],
  carriers: [
    ...carriersBelow('tf.keras'),
    // The layers of TensorFlow 1, which are Keras's from version 1.5 on.
    { callable: 'tf.layers.dense', argument: 'activation', position: 2 },
    { callable: 'tf.layers.Dense', argument: 'activation', position: 1 },
    { callable: 'tf.layers.*', argument: 'activation' },
    ...cellsOfTensorFlow1,
  ],
};
