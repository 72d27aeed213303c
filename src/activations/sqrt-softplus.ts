import { defineActivation } from './activation';
import { log1pexp, sigmoid } from './logistic';

/** Left of this point √ln(1 + eˣ) is e^(x/2) in every double. */
const settled = -38;

export const sqrtSoftplus = defineActivation({
  kind: 'scalar',
  id: 'sqrt-softplus',
  name: 'SqrtSoftplus',
  aliases: ['square root of softplus'],
  family: 'smooth',
  summary: 'The square root of softplus: positive everywhere, and growing ever more slowly.',
  formula: { tex: String.raw`f(x) = \sqrt{\ln(1 + e^x)}`, plain: 'f(x) = √(ln(1 + exp(x)))' },
  gradient: {
    tex: String.raw`f'(x) = \frac{\sigma(x)}{2\sqrt{\ln(1 + e^x)}}`,
    plain: 'f′(x) = σ(x) / (2√(ln(1 + exp(x))))',
  },
  parameters: {},
  answer: () => 'is positive and grows like the root of x.',
  value: (x) => (x < settled ? Math.exp(x / 2) : Math.sqrt(log1pexp(x))),
  derivative: (x) => (x < settled ? Math.exp(x / 2) / 2 : sigmoid(x) / Math.sqrt(log1pexp(x)) / 2),
  secondDerivative: (x) => {
    if (x < settled) return Math.exp(x / 2) / 4;
    const softplus = log1pexp(x);
    // At infinity the product below would be ∞ · 0.
    const bend = x > 750 ? -1 : 2 * softplus * sigmoid(-x) - sigmoid(x);
    return (sigmoid(x) * bend) / softplus / Math.sqrt(softplus) / 4;
  },
  properties: () => ({
    range: { from: 0, to: Infinity, closed: 'neither' },
    gradientRange: { from: 0, to: 0.3190863431694757, closed: 'right' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'both',
    kinks: [],
    fixedPoints: [1.2141588305332546],
  }),
  pitfalls: [
    {
      id: 'small-gradient',
      text: 'Its gradient is at most 0.319, at x = 0.92, and falls off on both sides: ten of them in a row pass at most 1.1 × 10⁻⁵ '
        + 'of a gradient (for weights of size 1). It is a score, not a hidden activation.',
    },
    {
      id: 'not-zero-centred',
      text: 'It is 0.833 at x = 0, and its mean for N(0, 1) inputs is 0.852.',
    },
  ],
  citations: [],
});
