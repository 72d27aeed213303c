import { describe, expect, test } from 'vitest';
import { interpolated, shadeOf, surfaceOf } from '../../src/pictures/surface';

const square = { min: -4, max: 4 };

describe('a surface', () => {
  test('is sampled so that the axes are lines of the grid', () => {
    const { xs, ys, values, most } = surfaceOf((a, b) => a * b, square, square);
    expect(xs.includes(0) && ys.includes(0)).toBe(true);
    expect([xs[0], xs.at(-1)]).toEqual([-4, 4]);
    expect(values).toHaveLength(xs.length * ys.length);
    expect(most).toBe(16);
  });

  test('has lines at round values of both signs and at zero', () => {
    const { contours } = surfaceOf((a, b) => a * b, square, square);
    expect(contours.map(({ level }) => level)).toEqual([-10, -5, -2, -1, 0, 1, 2, 5, 10]);
    expect(contours.every(({ lines }) => lines.length > 0)).toBe(true);
  });

  test.each([[0.03, [0.001, 0.002, 0.005, 0.01, 0.02]], [7.3e5, [50000, 100000, 200000, 500000]]])('reaching %d has the lines that fit', (scale, levels) => {
    const { contours } = surfaceOf((a) => (scale * a) / 4, square, square);
    expect(contours.filter(({ level }) => level > 0).map(({ level }) => level)).toEqual(levels.slice(-4));
  });

  test('without a value anywhere it has no line', () => {
    expect(surfaceOf(() => NaN, square, square).contours.flatMap(({ lines }) => lines)).toEqual([]);
    expect(surfaceOf(() => 0, square, square).contours.flatMap(({ lines }) => lines)).toEqual([]);
    expect(surfaceOf((a) => (a > 0 ? Infinity : a), square, square).most).toBe(4);
  });

  test('between the points of the grid is bilinear', () => {
    const surface = surfaceOf((a, b) => 2 * a + 3 * b + a * b, square, square);
    // Column c stands at −4 + c/10.
    expect(interpolated(surface, 51.5, 33.25)).toBeCloseTo(2 * 1.15 + 3 * -0.675 + 1.15 * -0.675, 10);
    expect(interpolated(surface, 80, 80)).toBeCloseTo(36, 10);
  });

  test('is shaded from −1 to 1, with the sign of the value', () => {
    expect([shadeOf(16, 16), shadeOf(-16, 16), shadeOf(0, 16)]).toEqual([1, -1, 0]);
    expect(shadeOf(1, 16)).toBeGreaterThan(1 / 16);
  });
});
