import { defineActivation } from './activation';
import { constant, hull, real } from './pieces';

export const identity = defineActivation({
  kind: 'scalar',
  id: 'identity',
  name: 'Identity',
  aliases: ['linear', 'no activation', 'none'],
  family: 'linear',
  summary: 'Returns its input unchanged, which is what a layer without an activation does.',
  formula: { tex: 'f(x) = x', plain: 'f(x) = x' },
  gradient: { tex: "f'(x) = 1", plain: 'f′(x) = 1' },
  parameters: {},
  answer: () => 'passes its input on unchanged.',
  value: (x) => x,
  derivative: (x) => constant(x, 1),
  secondDerivative: (x) => constant(x, 0),
  properties: () => ({
    range: real,
    gradientRange: hull(1, 1),
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: true,
    saturates: 'neither',
    kinks: [],
    fixedPoints: 'all',
  }),
  pitfalls: [
    {
      id: 'linear-linear-no-activation',
      text: 'Two linear layers with only the identity between them compute what one linear layer can. Put a '
        + 'non-linear activation between them.',
    },
  ],
  citations: [],
});
