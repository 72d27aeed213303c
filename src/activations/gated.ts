/** What the gated units of a Transformer's feed-forward block share. */
import type { Pitfall } from './activation';
import { twoProduct } from './doubleDouble';
import { sigmoidGated, sigmoidGatedSlope, timesSigmoid } from './logistic';

export const feedForwardWidth: Pitfall = {
  id: 'glu-hidden-size',
  text: 'The gated block has three matrices instead of two: with hidden size 4d it has 12d² weights instead of 8d². '
    + 'A hidden size of 8d/3, rounded to a multiple that suits the hardware, costs the same as before.',
};

/** Left of this point σ is its exponential in every double, and soon too small to be one. */
const tailFrom = -700;

/** Nearer to 0, half of a number may have lost digits that the other branch makes large again: the branches are multiplied first. */
export const tiny = 2 ** -1000;

/** a σ(βa) · factor, also where a σ(βa) alone would be too small for a double. */
export function sigmoidGatedTimes(a: number, beta: number, factor: number): number {
  const z = twoProduct(beta, a);
  if (z.high < tailFrom) return productTimesExponential(a * (1 + z.low), factor, z.high);
  if (Math.abs(a) < tiny) return timesSigmoid(a * factor, z);
  return sigmoidGated(a, beta) * factor;
}

/** The same with the derivative of a σ(βa). */
export function sigmoidGatedSlopeTimes(a: number, beta: number, factor: number): number {
  const z = twoProduct(beta, a);
  if (z.high < tailFrom) return productTimesExponential((1 + z.high) * (1 + z.low), factor, z.high);
  return sigmoidGatedSlope(a, beta) * factor;
}

/** `a · b · eˣ`, where eˣ alone may underflow: each factor takes half of the exponential. */
export function productTimesExponential(a: number, b: number, x: number): number {
  const root = Math.exp(x / 2);
  // An infinite a stands for a limit here, in which the exponential wins.
  return root === 0 ? 0 * b : (a * root) * (b * root);
}
