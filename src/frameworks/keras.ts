/** Keras 3 with its own root, `keras`; also what multi-backend Keras 2 had under the same names. */
import type { Framework } from './framework';
import { backendFunctions, carriersBelow, functionPage, functions, layerPage, layers, noneString, operations, pathsBelow } from './kerasRows';
import { argument, symbols } from './rows';

const x = [argument('x')];

export const keras: Framework = {
  id: 'keras',
  name: 'Keras',
  roots: ['keras', 'keras_nlp', 'keras_cv', 'keras_hub', 'keras_core', 'keras_tuner', 'spektral', 'keras_contrib', 'keras_applications', 'kerastuner', 'bert4keras', 'segmentation_models'],
  signs: ['get_submodules_from_kwargs', 'keras_modules_injection', 'get_keras_submodule'],
  paths: { ...pathsBelow('keras', 'keras'), ...pathsBelow('keras_core', 'keras') },
  conventions: { keras: 'keras', layers: 'keras.layers', K: 'keras.backend', backend: 'keras.backend', activations: 'keras.activations', ops: 'keras.ops' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'keras.activations', before: x, documentation: functionPage }),
    ...symbols(operations, { form: 'function', module: 'keras.ops', before: x, documentation: () => 'https://keras.io/api/ops/nn/' }),
    ...symbols(layers, { form: 'module', module: 'keras.layers', documentation: layerPage }),
    ...symbols(
      { ...backendFunctions, hard_sigmoid: { activation: 'hard-sigmoid', defaults: { variant: 'keras_legacy' }, note: 'Slope 0.2, unlike keras.activations.hard_sigmoid of Keras 3.' } },
      { form: 'function', module: 'keras.backend', before: x },
    ),
    ...symbols({ ...functions, ...noneString }, { form: 'string', documentation: functionPage }),
  ],
  carriers: carriersBelow('keras'),
};
