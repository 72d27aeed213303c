import { defineActivation, type Interval } from './activation';
import { sigmoidGated, sigmoidGatedCurvature, sigmoidGatedSlope } from './logistic';
import { hull, real } from './pieces';
import { shown } from './wording';

/** The depth of the minimum at β = 1; it is β times less deep at β. */
const depth = 0.2784645427610738;

export const swish = defineActivation({
  kind: 'scalar',
  id: 'swish',
  name: 'Swish',
  aliases: ['swish-beta', 'e-swish', 'parametric swish'],
  family: 'self-gated',
  summary: 'Weighs each input by a sigmoid of adjustable steepness β, between a straight line and ReLU.',
  formula: { tex: String.raw`f(x) = x\,\sigma(\beta x)`, plain: 'f(x) = x σ(βx)' },
  gradient: {
    tex: String.raw`f'(x) = \sigma(z)\,(1 + z\,\sigma(-z)),\; z = \beta x`,
    plain: 'f′(x) = σ(z) (1 + z σ(−z)), z = βx',
  },
  parameters: {
    beta: {
      kind: 'number', symbol: 'β', default: 1, min: 0, max: 10, step: 0.1,
      meaning: 'The steepness of the gate: 0 gives x/2, 1 gives SiLU, large values approach ReLU.',
    },
  },
  answer: ({ beta }) => {
    if (beta === 0) return 'with β = 0 is the straight line x/2.';
    return beta === 1 ? 'with β = 1 is SiLU.' : `weighs each input by σ(${shown(beta)}x).`;
  },
  value: (x, { beta }) => sigmoidGated(x, beta),
  derivative: (x, { beta }) => sigmoidGatedSlope(x, beta),
  secondDerivative: (x, { beta }) => sigmoidGatedCurvature(x, beta),
  properties: ({ beta }) => ({
    range: range(beta),
    gradientRange: beta === 0 ? hull(0.5, 0.5) : { from: -0.09983932012886692, to: 1.099839320128867, closed: 'both' },
    monotonic: beta === 0 ? 'increasing' : 'no',
    smoothness: Infinity,
    zeroCentred: beta === 0,
    saturates: beta === 0 ? 'neither' : beta > 0 ? 'left' : 'right',
    kinks: [],
    fixedPoints: [0],
  }),
  pitfalls: [
    {
      id: 'swish-means-silu',
      text: 'In Keras and JAX the name swish means β = 1, which is SiLU. A β to be learned needs a parameter of '
        + 'your own.',
    },
    {
      id: 'swish-beta-zero',
      text: 'At β = 0 it is the straight line x/2, so a learned β that drifts there leaves a linear layer.',
    },
  ],
  citations: ['ramachandran2017', 'elfwing2017'],
});

function range(beta: number): Interval {
  if (beta === 0) return real;
  return beta > 0
    ? { from: -depth / beta, to: Infinity, closed: 'left' }
    : { from: -Infinity, to: -depth / beta, closed: 'right' };
}
