import { defineActivation, type ScalarProperties } from './activation';
import { constant, hull, real } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly lambda: number;
  readonly bias: number;
}

export const shrink = defineActivation({
  kind: 'scalar',
  id: 'shrink',
  name: 'Shrink',
  aliases: ['shrinkage with bias'],
  family: 'shrinkage',
  summary: 'Replaces inputs within ±λ by zero and moves all others towards zero by a bias: hard or soft shrinkage in one.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x - b & x > \lambda \\ x + b & x < -\lambda \\ 0 & |x| \le \lambda \end{cases}`,
    plain: 'f(x) = x − b if x > λ, x + b if x < −λ, else 0',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}`,
    plain: 'f′(x) = 1 if |x| > λ, else 0',
  },
  parameters: {
    lambda: {
      kind: 'number', symbol: 'λ', default: 0.5, min: 0, max: 5, step: 0.1, domain: 'non-negative',
      meaning: 'The size up to which inputs become 0. It must not be negative.',
    },
    bias: {
      kind: 'number', symbol: 'b', default: 0, min: 0, max: 5, step: 0.1,
      meaning: 'How far all other inputs move towards zero: 0 gives Hardshrink, λ gives Softshrink.',
    },
  },
  answer: ({ lambda, bias }) => {
    if (bias === 0) return lambda === 0 ? 'with λ = 0 and b = 0 is the identity.' : 'with b = 0 is Hardshrink.';
    return bias === lambda ? 'with b = λ is Softshrink.' : `zeroes |x| ≤ ${shown(lambda)} and moves others by ${shown(bias)}.`;
  },
  value: (x, { lambda, bias }) => (Math.abs(x) <= lambda ? 0 : x - Math.sign(x) * bias),
  derivative: (x, { lambda }) => (Math.abs(x) <= lambda ? 0 : constant(x, 1)),
  secondDerivative: (x) => constant(x, 0),
  properties: (shape) => ({
    range: real,
    gradientRange: isIdentity(shape) ? hull(1, 1) : hull(0, 1),
    monotonic: direction(shape),
    smoothness: isIdentity(shape) ? Infinity : shape.bias === shape.lambda ? 0 : -1,
    zeroCentred: true,
    saturates: 'neither',
    kinks: isIdentity(shape) ? [] : shape.lambda === 0 ? [0] : [-shape.lambda, shape.lambda],
    ...fixedPoints(shape),
  }),
  pitfalls: [
    {
      id: 'hardshrink-jump',
      text: 'Unless b = λ the output jumps by λ − b at ±λ, and no gradient tells of it. ONNX starts from b = 0, which is '
        + 'Hardshrink.',
    },
    {
      id: 'zero-gradient-inside',
      text: 'Inputs within ±λ give 0 with gradient 0: at λ = 0.5 that is 38 % of N(0, 1) inputs. Weights that start small may '
        + 'never leave that zone.',
    },
  ],
  citations: [],
});

function isIdentity({ lambda, bias }: Shape): boolean {
  return lambda === 0 && bias === 0;
}

function direction({ lambda, bias }: Shape): ScalarProperties['monotonic'] {
  if (bias > lambda) return 'no';
  return lambda === 0 ? 'increasing' : 'non-decreasing';
}

function fixedPoints(shape: Shape): Pick<ScalarProperties, 'fixedPoints' | 'fixedIntervals'> {
  if (isIdentity(shape)) return { fixedPoints: 'all' };
  if (shape.bias !== 0) return { fixedPoints: [0] };
  return {
    fixedPoints: [0],
    fixedIntervals: [
      { from: -Infinity, to: -shape.lambda, closed: 'neither' },
      { from: shape.lambda, to: Infinity, closed: 'neither' },
    ],
  };
}
