import { defineActivation } from './activation';
import { leaky, leakyProperties, leakySlope } from './leaky';
import { constant } from './pieces';
import { shown } from './wording';

export const rrelu = defineActivation({
  kind: 'scalar',
  id: 'rrelu',
  name: 'RReLU',
  aliases: ['randomised leaky relu', 'randomized leaky relu'],
  family: 'rectifier',
  summary: 'A leaky rectifier whose slope is drawn anew in training and is the middle of its limits in evaluation.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ a x & x \le 0 \end{cases},\; a = \tfrac{l + u}{2}`,
    plain: 'f(x) = x if x > 0, else ax; a = (l + u)/2 in evaluation',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases}`,
    plain: 'f′(x) = 1 if x > 0, else a',
  },
  parameters: {
    lower: {
      kind: 'number', symbol: 'l', default: 0.125, min: 0, max: 1, step: 0.005,
      meaning: 'The smallest slope that training draws.',
    },
    upper: {
      kind: 'number', symbol: 'u', default: 1 / 3, min: 0, max: 1, step: 0.005, domain: { from: 'lower' },
      meaning: 'The largest slope that training draws, no less than the smallest.',
    },
  },
  answer: ({ lower, upper }) => `has slope ${shown(middle(lower, upper))} in evaluation, random in training.`,
  value: (x, { lower, upper }) => leaky(x, middle(lower, upper)),
  derivative: (x, { lower, upper }) => leakySlope(x, middle(lower, upper)),
  secondDerivative: (x) => constant(x, 0),
  properties: ({ lower, upper }) => leakyProperties(middle(lower, upper)),
  pitfalls: [
    {
      id: 'rrelu-training-flag',
      text: '`F.rrelu` has `training=False` by default and then uses the fixed slope even in training; Paddle\'s has True. '
        + 'Pass `training=self.training`.',
    },
    {
      id: 'rrelu-random-in-training',
      text: 'In training each negative input gets its own slope from [l, u], by default [1/8, 1/3], so two passes over the '
        + 'same data differ. Call `eval()` before comparing outputs.',
    },
  ],
  citations: ['xu2015'],
});

/** The slope of evaluation. */
function middle(lower: number, upper: number): number {
  return (lower + upper) / 2;
}
