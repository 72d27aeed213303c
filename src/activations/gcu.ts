import { defineActivation } from './activation';
import { real } from './pieces';

export const gcu = defineActivation({
  kind: 'scalar',
  id: 'gcu',
  name: 'GCU',
  aliases: ['growing cosine unit', 'growing cosine'],
  family: 'periodic',
  summary: 'The input times its cosine: an oscillation whose height grows with the input.',
  formula: { tex: String.raw`f(x) = x\cos x`, plain: 'f(x) = x cos(x)' },
  gradient: { tex: String.raw`f'(x) = \cos x - x\sin x`, plain: 'f′(x) = cos(x) − x sin(x)' },
  parameters: {},
  answer: () => 'oscillates; its gradient grows like |x|.',
  value: (x) => x * Math.cos(x),
  derivative: (x) => Math.cos(x) - x * Math.sin(x),
  secondDerivative: (x) => -2 * Math.sin(x) - x * Math.cos(x),
  properties: () => ({
    range: real,
    gradientRange: real,
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: true,
    saturates: 'neither',
    kinks: [],
    fixedPoints: [0],
    fixedPeriod: 2 * Math.PI,
  }),
  pitfalls: [
    {
      id: 'unbounded-gradient',
      text: 'Its gradient grows like |x| and changes its sign with every half-wave: at x = 14.2 it is −14.2, at 17.2 it is '
        + '17.1. Keep its inputs normalised.',
    },
  ],
  citations: ['noel2021'],
});
