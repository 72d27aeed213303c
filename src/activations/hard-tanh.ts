import { defineActivation } from './activation';
import { between, constant, hull } from './pieces';
import { shown } from './wording';

export const hardTanh = defineActivation({
  kind: 'scalar',
  id: 'hard-tanh',
  name: 'Hardtanh',
  aliases: ['hard tanh', 'clipped identity'],
  family: 'sigmoidal',
  summary: 'The identity clipped at two ends, by default at −1 and 1.',
  formula: { tex: String.raw`f(x) = \min(b, \max(a, x))`, plain: 'f(x) = min(b, max(a, x))' },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & a < x < b \\ 0 & \text{otherwise} \end{cases}`,
    plain: 'f′(x) = 1 if a < x < b, else 0',
  },
  parameters: {
    min: {
      kind: 'number', symbol: 'a', default: -1, min: -10, max: 0, step: 0.1,
      meaning: 'The lower end.',
    },
    max: {
      kind: 'number', symbol: 'b', default: 1, min: 0.1, max: 10, step: 0.1, domain: { above: 'min' },
      meaning: 'The upper end; it must be above the lower one.',
    },
  },
  answer: ({ min, max }) => `clips to [${shown(min)}, ${shown(max)}]; outside its gradient is 0.`,
  value: (x, { min, max }) => Math.min(max, Math.max(min, x)),
  derivative: (x, { min, max }) => between(min, max, x, 1, 0),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ min, max }) => ({
    range: hull(min, max),
    gradientRange: hull(0, 1),
    monotonic: 'non-decreasing',
    smoothness: 0,
    zeroCentred: min === -max,
    saturates: 'both',
    kinks: [min, max],
    fixedPoints: [],
    fixedIntervals: [hull(min, max)],
  }),
  pitfalls: [
    {
      id: 'zero-gradient-outside',
      text: 'Outside its ends the gradient is exactly 0: with −1 and 1 that is 32 % of N(0, 1) inputs. Widen the ends or use '
        + 'tanh, whose gradient never vanishes altogether.',
    },
    {
      id: 'hard-tanh-edge-gradient',
      text: 'At exactly the ends PyTorch returns the gradient 0, JAX returns 1.',
    },
  ],
  citations: [],
});
