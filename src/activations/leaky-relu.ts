import { defineActivation } from './activation';
import { leaky, leakyProperties, leakySlope } from './leaky';
import { constant } from './pieces';
import { shown } from './wording';

export const leakyRelu = defineActivation({
  kind: 'scalar',
  id: 'leaky-relu',
  name: 'LeakyReLU',
  aliases: ['leaky rectifier', 'lrelu'],
  family: 'rectifier',
  summary: 'Passes positive inputs unchanged and negative ones with a small slope, so that the gradient never vanishes.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}`,
    plain: 'f(x) = x if x > 0, else αx',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > 0 \\ \alpha & x \le 0 \end{cases}`,
    plain: 'f′(x) = 1 if x > 0, else α',
  },
  parameters: {
    negativeSlope: {
      kind: 'number', symbol: 'α', default: 0.01, min: 0, max: 1, step: 0.01,
      meaning: 'The gradient for negative inputs: 0 makes it ReLU, 1 the identity.',
    },
  },
  answer: ({ negativeSlope }) => {
    if (negativeSlope === 0) return 'with slope 0 is ReLU.';
    if (negativeSlope === 1) return 'with slope 1 is the identity.';
    return `keeps a gradient of ${shown(negativeSlope)} for negative inputs.`;
  },
  value: (x, { negativeSlope }) => leaky(x, negativeSlope),
  derivative: (x, { negativeSlope }) => leakySlope(x, negativeSlope),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ negativeSlope }) => leakyProperties(negativeSlope),
  pitfalls: [
    {
      id: 'init-gain-mismatch',
      text: '`kaiming_normal_` assumes slope 0 unless `a` is given. Pass `a` equal to the slope: at 0.2 the standard '
        + 'deviation otherwise grows 2.7-fold over 50 plain layers.',
    },
    {
      id: 'leaky-slope-default',
      text: 'The default slope is 0.01 in PyTorch and JAX, 0.2 for Keras\'s string and `tf.nn.leaky_relu`, 0.3 for '
        + 'Keras\'s layer. Write the slope out when weights or code move between them.',
    },
    {
      id: 'gradient-at-zero',
      text: 'At exactly 0 PyTorch returns the negative slope as the gradient, JAX returns 1.',
    },
  ],
  citations: ['maas2013', 'xu2015'],
});
