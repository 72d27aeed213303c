/** Evidence on the hidden layers of perceptrons. What is replicated comes first, but where a network is deep and nothing else keeps its signal. */
import type { Support } from './evidence';
import { saturating } from './hidden';

const perceptron = { role: ['hidden'], architecture: ['mlp'] } as const;
const plain = { ...perceptron, normalisation: ['none'] } as const;

const relu = {
  activation: 'relu',
  reason: 'In deep networks as good as tanh or better, and without pre-training. With He initialisation.',
  strength: 'A',
  citations: ['glorot2011', 'he2015'],
  change: 'name',
  over: saturating,
} as const;

const selu = {
  activation: 'selu',
  title: 'SELU with LeCun initialisation',
  reason: 'Holds mean 0 and variance 1 without a norm layer, if weights start LeCun normal, inputs are standardised and Dropout becomes AlphaDropout.',
  strength: 'B',
  citations: ['klambauer2017'],
  change: 'layer',
} as const;

export const perceptronSupport: readonly Support[] = [
  { id: 'relu-mlp', when: perceptron, ...relu },
  { id: 'relu-mlp-plain', when: plain, ...relu },
  { id: 'selu-mlp', when: plain, ...selu },
  { id: 'selu-mlp-deep', when: { ...plain, depthAtLeast: 8 }, ...selu },
  {
    id: 'tanh-mlp',
    activation: 'tanh',
    title: 'Tanh with Xavier initialisation',
    when: perceptron,
    reason: 'Zero-centred with slope 1 at zero, where Sigmoid has 0.25. It still saturates: the slope is below 0.05 beyond ±2.18.',
    strength: 'B',
    citations: ['glorot2010'],
    change: 'name',
  },
];
