/** Lasagne, on Theano: functions and small objects that its layers take as `nonlinearity`. */
import type { Framework } from './framework';
import { argument, customaryCarriers, renamed, symbols, type Table } from './rows';

const leaky = 'leaky-relu';

/** lasagne/nonlinearities.py. */
const functions: Table = {
  sigmoid: 'sigmoid',
  softmax: 'softmax',
  tanh: 'tanh',
  rectify: 'relu',
  leaky_rectify: { activation: leaky, defaults: { negativeSlope: 0.01 } },
  very_leaky_rectify: { activation: leaky, defaults: { negativeSlope: 1 / 3 } },
  elu: 'elu',
  selu: 'selu',
  softplus: 'softplus',
  linear: 'identity',
  identity: 'identity',
};

const classes: Table = {
  LeakyRectify: { activation: leaky, arguments: [argument('leakiness', 'negativeSlope')], defaults: { negativeSlope: 0.01 } },
  ScaledTanH: { activation: 'scaled-tanh', arguments: [argument('scale_in', 'beta'), argument('scale_out', 'alpha')], defaults: { alpha: 1, beta: 1 } },
};

/** lasagne/layers/special.py: layers of their own, and functions that put one in the place of a layer's nonlinearity. */
const layers: Table = {
  ParametricRectifierLayer: { activation: 'prelu', arguments: [argument('alpha', 'a'), argument('shared_axes')], defaults: { a: 0.25 } },
  RandomizedRectifierLayer: {
    activation: 'rrelu',
    arguments: [argument('lower', 'lower'), argument('upper', 'upper'), argument('shared_axes')],
    defaults: { lower: 0.3, upper: 0.8 },
  },
};
const replacing: Table = renamed(layers, { prelu: 'ParametricRectifierLayer', rrelu: 'RandomizedRectifierLayer' });

const page = (name: string): string => `https://lasagne.readthedocs.io/en/latest/modules/nonlinearities.html#lasagne.nonlinearities.${name}`;
const layerPage = (name: string): string => `https://lasagne.readthedocs.io/en/latest/modules/layers/special.html#lasagne.layers.${name}`;

export const lasagne: Framework = {
  id: 'lasagne',
  name: 'Lasagne',
  roots: ['lasagne'],
  conventions: { nonlinearities: 'lasagne.nonlinearities' },
  symbols: [
    ...symbols(functions, { form: 'function', module: 'lasagne.nonlinearities', before: [argument('x')], documentation: page }),
    ...symbols({ ...classes, ...renamed(classes, { ScaledTanh: 'ScaledTanH' }) }, { form: 'module', module: 'lasagne.nonlinearities', documentation: page }),
    ...symbols({ None: { activation: 'identity', note: 'With None nothing is applied.' }, relu: 'relu' }, { form: 'string' }),
    ...symbols(layers, { form: 'module', module: 'lasagne.layers', before: [argument('incoming')], documentation: layerPage }),
    ...symbols(replacing, { form: 'function', module: 'lasagne.layers', before: [argument('layer')], documentation: layerPage }),
  ],
  // Every layer applies the identity where it is given `None`.
  carriers: [
    { callable: 'lasagne.layers.*', argument: 'nonlinearity', strings: ['None'] },
    { callable: 'lasagne.init.*', argument: 'gain', position: 0, stringsOnly: true, strings: ['relu'] },
    ...customaryCarriers,
  ],
};
