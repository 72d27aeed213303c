/**
 * Numbers of about 32 digits, as the unevaluated sum of two doubles.
 *
 * The gradients of the normalised activations subtract almost equal numbers: an error in the seventeenth digit of
 * an exponential can be all that is left. With 32 digits the subtraction keeps a full double.
 * The algorithms are those of Dekker (1971) and of the usual double-double libraries.
 */
export interface DoubleDouble {
  readonly high: number;
  /** At most half a unit in the last place of `high`; 0 where `high` is not finite. */
  readonly low: number;
}

/** `high + low` exactly, for any two doubles. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const bRounded = high - a;
  return normal(high, a - (high - bRounded) + (b - bRounded));
}

/** `a · b` exactly, as long as nothing overflows or underflows. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return normal(high, aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow);
}

export function exactly(value: number): DoubleDouble {
  return { high: value, low: 0 };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoSum(a.high, b.high);
  const low = twoSum(a.low, b.low);
  const carried = twoSum(high.high, high.low + low.high);
  return twoSum(carried.high, carried.low + low.low);
}

export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, { high: -b.high, low: -b.low });
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  if (!Number.isFinite(first) || !Number.isFinite(b.high)) return exactly(first);
  const afterFirst = subtract(a, multiply(exactly(first), b));
  const second = afterFirst.high / b.high;
  const third = subtract(afterFirst, multiply(exactly(second), b)).high / b.high;
  return add(twoSum(first, second), exactly(third));
}

export function total(terms: readonly DoubleDouble[]): DoubleDouble {
  return terms.reduce(add, exactly(0));
}

export function rounded(a: DoubleDouble): number {
  return a.high + a.low;
}

// ln 2 in two doubles: its first 53 bits and the next 53.
const ln2: DoubleDouble = { high: 0.6931471805599453, low: 2.3190468138462996e-17 };
const halvings = 4;
/** 1/n! for n from 1. Of a small number, only the first powers need the digits beyond a double. */
const inverseFactorials = Array.from({ length: 14 }, (_, n) => n + 1).reduce<DoubleDouble[]>(
  (factors, n) => [...factors, divide(factors.at(-1) ?? exactly(1), exactly(n))],
  [],
);
const leading = inverseFactorials.slice(0, 8);
const trailing = inverseFactorials.slice(8).map(rounded);

/** eᵃ for a ≤ 709 to about 31 digits; a result below 2⁻¹⁰²² has no more digits than a subnormal double. */
export function exponential(a: DoubleDouble): DoubleDouble {
  if (a.high < -746) return exactly(0);
  const doublings = Math.round(a.high / ln2.high);
  const remainder = subtract(a, multiply(ln2, exactly(doublings)));
  let lessOne = exponentialLessOne(timesPowerOfTwo(remainder, -halvings));
  // (1 + p)² - 1 = 2p + p² keeps the digits that 1 + p would push out.
  for (let i = 0; i < halvings; i++) lessOne = add({ high: 2 * lessOne.high, low: 2 * lessOne.low }, multiply(lessOne, lessOne));
  return timesPowerOfTwo(add(lessOne, exactly(1)), doublings);
}

/** eᵃ - 1 by its series, for |a| < 0.022: the fifteenth term is below 10⁻³⁵ of the first. */
function exponentialLessOne(a: DoubleDouble): DoubleDouble {
  const tail = trailing.reduceRight((sum, factor) => sum * a.high + factor, 0);
  return multiply(leading.reduceRight((sum, factor) => add(multiply(sum, a), factor), exactly(tail)), a);
}

function timesPowerOfTwo(a: DoubleDouble, exponent: number): DoubleDouble {
  // 2¹⁰²⁴ is not a double although 2¹⁰²⁴ · 0.9 is one, so the scaling is done in two steps.
  const half = Math.trunc(exponent / 2);
  const [first, second] = [2 ** half, 2 ** (exponent - half)];
  return normal(a.high * first * second, a.low * first * second);
}

/** The upper and the lower 26 bits; a number too large to be split keeps all in the upper half. */
function split(a: number): readonly [number, number] {
  const scaled = 134217729 * a;
  const high = Number.isFinite(scaled) ? scaled - (scaled - a) : a;
  return [high, a - high];
}

function normal(high: number, low: number): DoubleDouble {
  return { high, low: Number.isFinite(high) && Number.isFinite(low) ? low : 0 };
}
