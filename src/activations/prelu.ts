import { defineActivation } from './activation';
import { leaky, leakyProperties, leakySlope } from './leaky';
import { constant } from './pieces';
import { shown } from './wording';

export const prelu = defineActivation({
  kind: 'scalar',
  id: 'prelu',
  name: 'PReLU',
  aliases: ['parametric relu', 'parametric rectified linear unit'],
  family: 'rectifier',
  summary: 'A leaky rectifier whose negative slope is learned, for the whole layer or for each channel.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ a x & x \le 0 \end{cases}`,
    plain: 'f(x) = x if x > 0, else ax',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases}`,
    plain: 'f′(x) = 1 if x > 0, else a',
  },
  parameters: {
    a: {
      kind: 'number', symbol: 'a', default: 0.25, min: -1, max: 2, step: 0.05, learned: true,
      meaning: 'The learned gradient for negative inputs; 0 makes it ReLU, 1 the identity.',
    },
  },
  answer: ({ a }) => `learns its negative slope, here ${shown(a)}.`,
  value: (x, { a }) => leaky(x, a),
  derivative: (x, { a }) => leakySlope(x, a),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ a }) => leakyProperties(a),
  pitfalls: [
    {
      id: 'prelu-weight-decay',
      text: 'Weight decay pulls the slopes to 0, back to ReLU; the authors used none on them. Give PReLU\'s parameters '
        + 'a group with `weight_decay=0`.',
      citations: ['he2015'],
    },
    {
      id: 'shared-prelu',
      text: 'One `nn.PReLU()` called in several places, or `[nn.PReLU()] * n`, has one slope for all of them. Create '
        + 'one instance for each place.',
    },
    {
      id: 'keras-prelu-shared-axes',
      text: 'Keras learns one slope for every element (height × width × channels) unless told otherwise. After a 2-D '
        + 'convolution pass `shared_axes=[1, 2]` for one slope per channel.',
    },
    {
      id: 'prelu-initial-slope',
      text: 'The slope starts at 0.25 in PyTorch, 0.01 in Flax and 0 in Keras, where it therefore starts as ReLU.',
    },
    {
      id: 'prelu-as-maximum',
      text: 'max(ax, x) is PReLU only while a ≤ 1; a learned slope above 1 needs the form with cases.',
    },
  ],
  citations: ['he2015'],
});
