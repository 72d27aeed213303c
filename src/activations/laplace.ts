import { defineActivation } from './activation';
import { divide, exactly, twoSum, type DoubleDouble } from './doubleDouble';
import { timesGaussian } from './exponentials';
import { normalCdf } from './gaussianGated';
import { rootsBetween } from './pieces';
import { shown } from './wording';

interface Shape {
  readonly mu: number;
  readonly sigma: number;
}

/** 1/√(2π), the height of the normal density. */
const peak = 0.3989422804014327;

export const laplace = defineActivation({
  kind: 'scalar',
  id: 'laplace',
  name: 'Laplace',
  aliases: ['laplace attention'],
  family: 'sigmoidal',
  summary: 'The distribution function of a normal number: a sigmoid around μ, made to approximate squared ReLU in attention.',
  formula: {
    tex: String.raw`f(x) = \tfrac{1}{2}\Bigl(1 + \operatorname{erf}\tfrac{x - \mu}{\sigma\sqrt2}\Bigr)`,
    plain: 'f(x) = ½ (1 + erf((x − μ)/(σ√2)))',
  },
  gradient: {
    tex: String.raw`f'(x) = \tfrac{1}{\sigma\sqrt{2\pi}}\,e^{-(x - \mu)^2/(2\sigma^2)}`,
    plain: 'f′(x) = exp(−(x − μ)²/(2σ²)) / (σ√(2π))',
  },
  parameters: {
    mu: {
      kind: 'number', symbol: 'μ', default: 0.707107, min: -2, max: 2, step: 0.1,
      meaning: 'Where the output is ½ and the gradient largest.',
    },
    sigma: {
      kind: 'number', symbol: 'σ', default: 0.282095, min: 0.2, max: 3, step: 0.1, domain: 'positive',
      meaning: 'How wide the rise is: from 0.16 to 0.84 within μ ± σ. It must be positive.',
    },
  },
  answer: ({ mu, sigma }) => `rises from 0 to 1 around ${shown(mu)}, within ±${shown(2 * sigma)}.`,
  value,
  derivative: (x, shape) => {
    const { high, low } = standardised(x, shape);
    return timesGaussian((peak / shape.sigma) * (1 - high * low), high, 0.5);
  },
  secondDerivative: (x, shape) => {
    const { high, low } = standardised(x, shape);
    if (Math.abs(high) === Infinity) return 0;
    return timesGaussian(((-high * peak) / shape.sigma / shape.sigma) * (1 - high * low), high, 0.5);
  },
  properties: (shape) => ({
    range: { from: 0, to: 1, closed: 'neither' },
    gradientRange: { from: 0, to: peak / shape.sigma, closed: 'right' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'both',
    kinks: [],
    fixedPoints: fixedPoints(shape),
  }),
  pitfalls: [
    {
      id: 'laplace-is-a-normal-distribution',
      text: 'In spite of its name it is the distribution function of a normal number with mean μ and standard deviation σ, not '
        + 'that of a Laplace distribution.',
    },
    {
      id: 'vanishing-tails',
      text: 'With the usual constants the gradient is 0.061 at x = 0 and 5.6 × 10⁻⁶ at −0.7: attention scores below that get '
        + 'no gradient.',
    },
  ],
  citations: ['ma2022mega'],
});

/** (x - μ)/σ in 32 digits: a rounding error in it would be multiplied by its size. */
function standardised(x: number, { mu, sigma }: Shape): DoubleDouble {
  const rough = (x - mu) / sigma;
  return Math.abs(rough) < 100 ? divide(twoSum(x, -mu), exactly(sigma)) : exactly(rough);
}

function value(x: number, shape: Shape): number {
  const { high, low } = standardised(x, shape);
  return normalCdf(high) + timesGaussian(peak * low, high, 0.5);
}

/** Where the rise is steeper than the diagonal, it can cross that up to three times. */
function fixedPoints(shape: Shape): number[] {
  const { mu, sigma } = shape;
  const parallel = sigma < peak ? sigma * Math.sqrt(-2 * Math.log(sigma / peak)) : 0;
  const cuts = [mu - parallel, mu + parallel].filter((cut) => cut > 0 && cut < 1);
  return rootsBetween((x) => value(x, shape) - x, [0, ...cuts, 1]);
}
