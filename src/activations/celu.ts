import { defineActivation } from './activation';
import { divide, exactly } from './doubleDouble';
import { timesExponential } from './exponentials';
import { real } from './pieces';
import { shown } from './wording';

export const celu = defineActivation({
  kind: 'scalar',
  id: 'celu',
  name: 'CELU',
  aliases: ['continuously differentiable elu', 'continuously differentiable exponential linear unit'],
  family: 'exponential',
  summary: 'ELU with its exponential stretched by α, so that the gradient is continuous for every α.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} x & x > 0 \\ \alpha(e^{x/\alpha} - 1) & x \le 0 \end{cases}`,
    plain: 'f(x) = x if x > 0, else α(exp(x/α) − 1)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 1 & x > 0 \\ e^{x/\alpha} & x \le 0 \end{cases}`,
    plain: 'f′(x) = 1 if x > 0, else exp(x/α)',
  },
  parameters: {
    alpha: {
      kind: 'number', symbol: 'α', default: 1, min: 0.1, max: 5, step: 0.1, domain: 'non-zero',
      meaning: 'Negative outputs level off at −α; small values approach ReLU. It must not be 0.',
    },
  },
  answer: ({ alpha }) => (alpha < 0
    ? 'falls exponentially for negative inputs.'
    : `levels off at ${shown(-alpha)} without a kink at 0.`),
  value: (x, { alpha }) => {
    // A quotient so small that eˣ - 1 is x may have lost digits to underflow, which α would not bring back.
    if (x >= 0 || Math.abs(x / alpha) < 2 ** -54) return x;
    return alpha * Math.expm1(x / alpha);
  },
  derivative: (x, { alpha }) => (x >= 0 ? 1 : timesScaledExponential(1, x, alpha)),
  secondDerivative: (x, { alpha }) => (x > 0 ? 0 : timesScaledExponential(1 / alpha, x, alpha)),
  properties: ({ alpha }) => ({
    range: alpha > 0 ? { from: -alpha, to: Infinity, closed: 'neither' } : real,
    gradientRange: alpha > 0 ? { from: 0, to: 1, closed: 'right' } : { from: 1, to: Infinity, closed: 'left' },
    monotonic: 'increasing',
    smoothness: 1,
    zeroCentred: false,
    saturates: alpha > 0 ? 'left' : 'neither',
    kinks: [],
    fixedPoints: 'non-negative',
  }),
  pitfalls: [
    {
      id: 'celu-is-not-elu',
      text: 'CELU and ELU agree for α = 1 alone: CELU also divides the input by α, so its gradient at 0 is 1 for every α, '
        + 'where ELU\'s is α.',
    },
    {
      id: 'pinn-needs-smooth',
      text: 'The second derivative jumps from 1/α to 0 at zero. For losses on second derivatives use tanh, SiLU or softplus.',
    },
    {
      id: 'onnx-opset-activation',
      text: 'ONNX has a Celu operator from opset 12 on.',
    },
  ],
  citations: ['barron2017', 'clevert2015'],
});

/** `factor · e^(x/α)`, with the quotient in 32 digits: its rounding error would be multiplied by its size. */
function timesScaledExponential(factor: number, x: number, alpha: number): number {
  if (Math.abs(x / alpha) > 2000) return timesExponential(factor, x / alpha);
  const quotient = divide(exactly(x), exactly(alpha));
  return timesExponential(factor * (1 + quotient.low), quotient.high);
}
