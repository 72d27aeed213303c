import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInterval, formatNumber, formatRounded, formatShare, formatValue } from '../../src/pictures/numbers';

describe('numbers as people read them', () => {
  test.each([
    [0.5772, '0.577'], [-0.17, '−0.170'], [2, '2.000'], [0, '0.000'], [-0, '0.000'], [1000, '1000.000'],
    [1.7e-31, '1.7 × 10⁻³¹'], [-0.004, '−4 × 10⁻³'], [65504, '6.6 × 10⁴'], [1e-12, '10⁻¹²'],
    [Infinity, '∞'], [-Infinity, '−∞'], [NaN, 'undefined'], [0.01, '0.010'], [0.00999, '10⁻²'],
  ])('%d in a column is %s', (x, text) => expect(formatValue(x)).toBe(text));

  test.each([
    [0.2, '0.2'], [0.01, '0.01'], [-0, '0'], [1.0507009873554805, '1.05'], [20, '20'], [-0.27846, '−0.278'],
    [99999, '10⁵'], [1234.5, '1230'], [0.00047, '0.00047'], [0.000001, '10⁻⁶'], [0.9999, '1'], [100, '100'],
  ])('%d in a sentence is %s', (x, text) => expect(formatNumber(x)).toBe(text));

  test.each([[0.3191, '0.32'], [-0.0001, '−0.0001'], [1e-7, '10⁻⁷'], [3e-17, '0'], [0, '0'], [0.6518, '0.65'], [1, '1']])('%d to two decimals is %s', (x, text) =>
    expect(formatRounded(x, 2)).toBe(text));

  test.each([[0.0094, '0.94\u202f%'], [0.5, '50\u202f%'], [0, '0\u202f%'], [1, '100\u202f%'], [0.9994, '99.9\u202f%'], [0.9999994, '> 99.9\u202f%'], [2.8e-89, '< 10⁻⁴\u202f%'], [0.0000022, '0.00022\u202f%']])('%d as a share is %s', (x, text) =>
    expect(formatShare(x)).toBe(text));

  test('intervals are closed only where they say so', () => {
    expect(formatInterval({ from: -0.17, to: Infinity, closed: 'left' })).toBe('[−0.17, ∞)');
    expect(formatInterval({ from: 0, to: 1, closed: 'neither' })).toBe('(0, 1)');
  });

  test('an interval of one number is that number, and ends that differ are not written alike', () => {
    expect(formatInterval({ from: 1, to: 1, closed: 'both' })).toBe('1');
    expect(formatInterval({ from: 0.9999, to: 1, closed: 'both' })).toBe('[0.9999, 1]');
  });

  test('no number is written with a hyphen, an exponent letter or as a negative zero', () => {
    fc.assert(fc.property(fc.double(), (x) => {
      for (const text of [formatValue(x), formatNumber(x), formatRounded(x, 2), formatShare(x)]) {
        expect(text).not.toMatch(/-|[eE]\d|e\+|−0(\.0*)?$/);
      }
    }));
  });

  test('what is read back is the number, to the digits shown', () => {
    fc.assert(fc.property(fc.double({ min: 1e-4, max: 9e4, noNaN: true }), (x) => {
      expect(Math.abs(Number(formatNumber(x, 4)) / x - 1)).toBeLessThanOrEqual(5.0001e-4);
    }));
  });
});
