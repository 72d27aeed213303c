/**
 * Numbers with an exponent of their own, m · 2ᵉ: a formula such as 1/(1 + exp(−x)) passes through numbers that are too
 * large for a float although its value and its derivatives are none.
 */
import type { Field } from './field';

interface Scaled {
  /** In [1, 2) by size; or 0, infinite, or not a number. */
  readonly mantissa: number;
  readonly exponent: number;
}

/** Beyond this many powers of two an addend is below the last digit. */
const digits = 1100;
/** Larger arguments of exp are as good as infinite: no exponent holds its value to a digit. */
const largest = 1e15;

function scaled(mantissa: number, exponent: number): Scaled {
  if (mantissa === 0 || !Number.isFinite(mantissa) || !Number.isFinite(exponent)) return extreme(mantissa, exponent);
  const shift = Math.floor(Math.log2(Math.abs(mantissa)));
  return { mantissa: scaleBy(mantissa, -shift), exponent: exponent + shift };
}

function extreme(mantissa: number, exponent: number): Scaled {
  if (mantissa === 0 || exponent === -Infinity) return { mantissa: 0, exponent: 0 };
  return { mantissa: Number.isNaN(mantissa) || Number.isNaN(exponent) ? NaN : Math.sign(mantissa) * Infinity, exponent: 0 };
}

/** In two steps, since 2ᵉ alone may be out of reach where the product is not. */
function scaleBy(mantissa: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return mantissa * 2 ** half * 2 ** (exponent - half);
}

function from(value: number): Scaled {
  return scaled(value, 0);
}

function toNumber({ mantissa, exponent }: Scaled): number {
  return exponent === 0 ? mantissa : scaleBy(mantissa, Math.max(-2400, Math.min(2400, exponent)));
}

function add(a: Scaled, b: Scaled): Scaled {
  if (a.mantissa === 0) return b;
  if (b.mantissa === 0) return a;
  const [large, small] = a.exponent >= b.exponent ? [a, b] : [b, a];
  const distance = large.exponent - small.exponent;
  return distance > digits ? large : scaled(large.mantissa + scaleBy(small.mantissa, -distance), large.exponent);
}

function power({ mantissa, exponent }: Scaled, by: number): Scaled {
  const whole = Math.floor(exponent * by);
  return scaled(mantissa ** by * 2 ** (exponent * by - whole), whole);
}

function exp(u: Scaled): Scaled {
  const at = toNumber(u);
  if (!(Math.abs(at) < largest)) return from(Math.exp(at));
  const whole = Math.round(at / Math.LN2);
  return scaled(Math.exp(at - whole * Math.LN2), whole);
}

export const scaledNumbers: Field<Scaled> = {
  from, toNumber, add, exp, power,
  multiply: (a, b) => scaled(a.mantissa * b.mantissa, a.exponent + b.exponent),
  divide: (a, b) => scaled(a.mantissa / b.mantissa, a.exponent - b.exponent),
  log: ({ mantissa, exponent }) => from(Math.log(mantissa) + exponent * Math.LN2),
};
