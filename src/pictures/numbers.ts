/**
 * How numbers are written wherever a person reads them: a true minus, no exponent letters, and never a
 * negative zero. Columns keep their decimals (`formatValue`); sentences drop idle zeros (`formatNumber`).
 */
import type { Interval } from '../activations/activation';

export const minus = '\u2212';
const narrowSpace = '\u202f';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A value in a column: three decimals from 0.01 to 1000, `1.7 × 10⁻³¹` outside. */
export function formatValue(x: number, decimals = 3): string {
  if (x === 0 || !Number.isFinite(x)) return x === 0 ? (0).toFixed(decimals) : formatLimit(x);
  const size = Math.abs(x);
  if (size < 0.01 || size >= 1000.5) return formatScientific(x, 2);
  return signed(x, size.toFixed(decimals));
}

/** A number in a sentence: significant digits without idle zeros, `10⁻⁵` and `6.6 × 10⁴` where plain digits grow long. */
export function formatNumber(x: number, digits = 3): string {
  if (x === 0 || !Number.isFinite(x)) return formatLimit(x);
  const rounded = Number(Math.abs(x).toPrecision(digits));
  if (rounded < 1e-4 || rounded >= 1e5) return formatScientific(x, digits);
  return signed(x, withoutIdleZeros(rounded.toFixed(decimalsFor(rounded, digits))));
}

/** A number rounded to decimals, without idle zeros: statistics such as `mean 0.32`. What is not zero is never said to be. */
export function formatRounded(x: number, decimals: number): string {
  if (!Number.isFinite(x) || Math.abs(x) >= 1e5) return formatNumber(x);
  const text = withoutIdleZeros(Math.abs(x).toFixed(decimals));
  if (text !== '0') return signed(x, text);
  return Math.abs(x) < noise ? text : formatNumber(x, 2);
}

/** What is left of zero by rounding errors. */
const noise = 1e-12;

/** A share of a whole in percent, with a narrow space: 0.0094 is `0.94 %`. What is not all or nothing of it is never said to be. */
export function formatShare(share: number): string {
  if (share >= 0.9995 && share < 1) return `> 99.9${narrowSpace}%`;
  if (share > 0 && share < 1e-6) return `< 10⁻⁴${narrowSpace}%`;
  return `${formatNumber(100 * share, share >= 0.1 ? 3 : 2)}${narrowSpace}%`;
}

/** `[−0.17, ∞)`; one number alone is written as one, and two that differ are never written alike. */
export function formatInterval({ from, to, closed }: Interval): string {
  if (from === to) return formatNumber(from);
  const left = closed === 'both' || closed === 'left' ? '[' : '(';
  const right = closed === 'both' || closed === 'right' ? ']' : ')';
  const digits = digitsThatTell(from, to);
  return `${left}${formatNumber(from, digits)}, ${formatNumber(to, digits)}${right}`;
}

/** What holds of all numbers of an interval: `f′ in [0, 1]`, `f′ = 1`. */
export function formatWithin(name: string, interval: Interval): string {
  return `${name} ${interval.from === interval.to ? '=' : 'in'} ${formatInterval(interval)}`;
}

function digitsThatTell(from: number, to: number): number {
  let digits = 3;
  while (digits < 17 && formatNumber(from, digits) === formatNumber(to, digits)) digits++;
  return digits;
}

/** `1.7 × 10⁻³¹`; a mantissa of 1 is left out. */
export function formatScientific(x: number, digits: number): string {
  const [mantissa = '', exponent = ''] = Math.abs(x).toExponential(digits - 1).split('e');
  const power = `10${superscript(Number(exponent))}`;
  const factor = withoutIdleZeros(mantissa);
  return signed(x, factor === '1' ? power : `${factor} × ${power}`);
}

function formatLimit(x: number): string {
  if (Number.isNaN(x)) return 'undefined';
  return x === 0 ? '0' : signed(x, '∞');
}

function signed(x: number, size: string): string {
  return x < 0 ? minus + size : size;
}

function decimalsFor(size: number, digits: number): number {
  return Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
}

function withoutIdleZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)] ?? '').join('');
  return exponent < 0 ? `⁻${digits}` : digits;
}
