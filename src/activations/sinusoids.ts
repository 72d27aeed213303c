/** Sine and cosine of a product, which needs more digits than a double has where the product is large. */
import { twoProduct } from './doubleDouble';

interface SineAndCosine {
  readonly sin: number;
  readonly cos: number;
}

/**
 * sin(ax) and cos(ax) of the exact product. Rounding ax to a double would move the angle by as much as 10⁻¹⁶ ax,
 * which near a zero is all that is left. NaN where a or x is infinite.
 */
export function sineAndCosine(a: number, x: number): SineAndCosine {
  // A product of numbers close to the largest double is exact when it is taken of smaller ones.
  const unit = Math.abs(x) > 2 ** 900 ? 2 ** 100 : 1;
  const product = twoProduct(a, x / unit);
  const [high, low] = [product.high * unit, product.low * unit];
  if (Math.abs(high) === Infinity && Number.isFinite(x) && Number.isFinite(a)) return doubled(sineAndCosine(a / 2, x));
  const [sin, cos, sinLow, cosLow] = [Math.sin(high), Math.cos(high), Math.sin(low), Math.cos(low)];
  return { sin: sin * cosLow + cos * sinLow, cos: cos * cosLow - sin * sinLow };
}

/** The same at twice the angle. */
function doubled({ sin, cos }: SineAndCosine): SineAndCosine {
  return { sin: 2 * sin * cos, cos: (cos - sin) * (cos + sin) };
}
