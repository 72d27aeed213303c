/** What the gated units of a Transformer's feed-forward block share. */
import type { Pitfall } from './activation';

export const feedForwardWidth: Pitfall = {
  id: 'glu-hidden-size',
  text: 'The gated block has three matrices instead of two: with hidden size 4d it has 12d² weights instead of 8d². '
    + 'A hidden size of 8d/3, rounded to a multiple that suits the hardware, costs the same as before.',
};

/** `a · b · eˣ`, where eˣ alone may underflow: each factor takes half of the exponential. */
export function productTimesExponential(a: number, b: number, x: number): number {
  const root = Math.exp(x / 2);
  return (a * root) * (b * root);
}
