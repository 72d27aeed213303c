import { defineActivation } from './activation';
import { twoProduct } from './doubleDouble';
import { timesGaussian } from './exponentials';

/** √(2/e), the steepest slope, at x = ∓1/√2. */
const steepest = 0.8577638849607068;

export const gaussian = defineActivation({
  kind: 'scalar',
  id: 'gaussian',
  name: 'Gaussian',
  aliases: ['radbas', 'radial basis', 'rbf'],
  family: 'radial',
  summary: 'A bell: 1 at zero and almost 0 outside ±3, so that a unit answers to one region of its input.',
  formula: { tex: 'f(x) = e^{-x^2}', plain: 'f(x) = exp(−x²)' },
  gradient: { tex: String.raw`f'(x) = -2x\,e^{-x^2}`, plain: 'f′(x) = −2x exp(−x²)' },
  parameters: {},
  answer: () => 'is 1 at 0 and vanishes on both sides.',
  value: (x) => timesGaussian(1, x, 1),
  derivative: (x) => timesGaussian(-2 * x, x, 1),
  secondDerivative: (x) => {
    const square = twoProduct(x, x);
    return timesGaussian(4 * square.high - 2 + 4 * square.low, x, 1);
  },
  properties: () => ({
    range: { from: 0, to: 1, closed: 'right' },
    gradientRange: { from: -steepest, to: steepest, closed: 'both' },
    monotonic: 'no',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'both',
    kinks: [],
    fixedPoints: [0.6529186404192047],
  }),
  pitfalls: [
    {
      id: 'vanishing-tails',
      text: 'Its gradient is 0.00074 at |x| = 3 and 1.4 × 10⁻¹⁰ at 5: a unit whose inputs start out there does not learn. Scale '
        + 'inputs to within ±2.',
    },
    {
      id: 'even-function',
      text: 'f(−x) = f(x), so the sign of the input is lost; there is no weight that makes a unit grow with its input.',
    },
  ],
  citations: [],
});
