import { defineActivation, type Interval } from './activation';
import { gelu, geluSlope, geluCurvature } from './gaussianGated';
import { rootsBetween } from './pieces';
import { shown } from './wording';

interface Ends {
  readonly min: number;
  readonly max: number;
}

/** Where GELU has its minimum, and that minimum. */
const lowest = { at: -0.7517915246935645, value: -0.16997120747990366 };

export const clippedGelu = defineActivation({
  kind: 'scalar',
  id: 'clipped-gelu',
  name: 'Clipped GELU',
  aliases: ['gelu 10'],
  family: 'gaussian',
  summary: 'GELU with its output clipped at two ends, so that it fits into few bits.',
  formula: {
    tex: String.raw`f(x) = \min(\max(x\,\Phi(x), a), b)`,
    plain: 'f(x) = min(max(x Φ(x), a), b)',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} \Phi(x) + x\,\tfrac{e^{-x^2/2}}{\sqrt{2\pi}} & a \le x\,\Phi(x) \le b \\ 0 & \text{otherwise} \end{cases}`,
    plain: 'f′(x) = Φ(x) + x exp(−x²/2)/√(2π) if a ≤ x Φ(x) ≤ b, else 0',
  },
  parameters: {
    min: {
      kind: 'number', symbol: 'a', default: -10, min: -10, max: 0, step: 0.1,
      meaning: 'The lower end; below −0.17 it has no effect.',
    },
    max: {
      kind: 'number', symbol: 'b', default: 10, min: 0.1, max: 20, step: 0.1, domain: { above: 'min' },
      meaning: 'The upper end; it must be above the lower one.',
    },
  },
  answer: ({ max }) => `is GELU, cut off at ${shown(max)}.`,
  value: (x, { min, max }) => Math.min(max, Math.max(min, gelu(x))),
  derivative: (x, ends) => (isClipped(x, ends) ? 0 : geluSlope(x)),
  secondDerivative: (x, ends) => (isClipped(x, ends) ? 0 : geluCurvature(x)),
  properties: (ends) => ({
    range: { from: Math.max(ends.min, lowest.value), to: ends.max, closed: 'both' },
    gradientRange: gradientRange(ends),
    monotonic: ends.min >= 0 ? 'non-decreasing' : 'no',
    smoothness: 0,
    zeroCentred: false,
    saturates: 'both',
    kinks: kinks(ends),
    // An end that keeps 0 out is a fixed point in its place, since GELU itself has no other.
    fixedPoints: [Math.min(ends.max, Math.max(ends.min, 0))],
  }),
  pitfalls: [
    {
      id: 'zero-gradient-outside',
      text: 'Where it is cut off the gradient is exactly 0: above x = 10 for the usual ends. A lower end below −0.17 does '
        + 'nothing, as GELU never falls below that.',
    },
    {
      id: 'init-gain-mismatch',
      text: 'As for GELU, He initialisation shrinks the signal from layer to layer. The gain that keeps the second moment of '
        + 'N(0, 1) inputs is 1.534.',
    },
  ],
  citations: ['wu2020', 'hendrycks2016'],
});

function isClipped(x: number, { min, max }: Ends): boolean {
  const value = gelu(x);
  return value < min || value > max;
}

/** Left of this point GELU soon underflows. */
const left = -37;

/** Where GELU passes an end, at most twice left of 0 and once right of it. */
function kinks({ min, max }: Ends): number[] {
  const passes = (end: number) => rootsBetween((x) => gelu(x) - end, [left, lowest.at, 0, Math.max(1, 2 * end)]);
  return [...passes(min), ...passes(max)];
}

/** GELU is steepest at ±√2; an end that cuts before leaves the slope at the cut. */
function gradientRange(ends: Ends): Interval {
  const steepest = [-Math.SQRT2, Math.SQRT2].filter((x) => !isClipped(x, ends));
  const slopes = [...kinks(ends), ...steepest].map(geluSlope);
  return { from: Math.min(0, ...slopes), to: Math.max(...slopes), closed: 'both' };
}
