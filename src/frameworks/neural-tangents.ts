/** Neural Tangents: layers of infinitely wide networks, with the scales that their kernels know. */
import type { Framework } from './framework';
import { argument, symbols, type Table } from './rows';

const stable = argument('do_stabilize');
const scales = [argument('a'), argument('b')];

/** neural_tangents/_src/stax/elementwise.py. */
const layers: Table = {
  Relu: { activation: 'relu', arguments: [stable] },
  LeakyRelu: { activation: 'leaky-relu', arguments: [argument('alpha', 'negativeSlope', { required: true }), stable] },
  ABRelu: {
    activation: 'leaky-relu',
    arguments: [argument('a', 'negativeSlope', { required: true }), argument('b', undefined, { required: true }), stable],
    variants: [{ argument: 'b', neutral: 1 }],
  },
  Abs: { activation: 'abs', arguments: [stable] },
  Gelu: {
    activation: 'gelu',
    arguments: [argument('approximate')],
    variants: [{ argument: 'approximate', equals: true, activation: 'gelu-tanh' }],
    note: 'Exact by default; the tanh form in jax.nn.',
  },
  Erf: {
    activation: 'erf',
    arguments: [...scales, argument('c')],
    variants: [{ argument: 'a', neutral: 1 }, { argument: 'b', neutral: 1 }, { argument: 'c', neutral: 0 }],
  },
  Sin: {
    activation: 'sine',
    arguments: [argument('a'), argument('b', 'omega'), argument('c')],
    variants: [{ argument: 'a', neutral: 1 }, { argument: 'c', neutral: 0 }],
  },
  Gaussian: { activation: 'gaussian', arguments: scales, variants: [{ argument: 'a', neutral: 1 }, { argument: 'b', neutral: -1 }] },
  Exp: { activation: 'exponential', arguments: scales, variants: [{ argument: 'a', neutral: 1 }, { argument: 'b', neutral: 1 }] },
  Identity: 'identity',
};

export const neuralTangents: Framework = {
  id: 'neural-tangents',
  name: 'Neural Tangents',
  roots: ['neural_tangents'],
  symbols: symbols(layers, {
    form: 'module', module: 'neural_tangents.stax',
    documentation: (name) => `https://neural-tangents.readthedocs.io/en/latest/_autosummary/neural_tangents.stax.${name}.html`,
  }),
  carriers: [],
};
