import { describe, expect, test } from 'vitest';
import { contour, type Grid, type Position } from '../../src/pictures/contours';

function gridOf(f: (x: number, y: number) => number, cells = 80, reach = 2): Grid {
  const steps = Array.from({ length: cells + 1 }, (_, i) => -reach + (2 * reach * i) / cells);
  return { xs: steps, ys: steps, values: Float64Array.from(steps.flatMap((y) => steps.map((x) => f(x, y)))) };
}

const lengthOf = (line: readonly Position[]) => line.slice(1).reduce((sum, [x, y], i) => {
  const [px, py] = line[i] ?? [NaN, NaN];
  return sum + Math.hypot(x - px, y - py);
}, 0);

describe('contours', () => {
  test('a circle closes on itself and has its length', () => {
    const lines = contour(gridOf((x, y) => x * x + y * y), 1);
    expect(lines).toHaveLength(1);
    const [line = []] = lines;
    expect(line.at(-1)).toEqual(line[0]);
    expect(lengthOf(line)).toBeCloseTo(2 * Math.PI, 2);
    for (const [x, y] of line) expect(Math.hypot(x, y)).toBeCloseTo(1, 2);
  });

  test('the higher side lies on the left', () => {
    const [line = []] = contour(gridOf((x) => x), 0.3);
    expect(line[0]?.[1]).toBeGreaterThan(line.at(-1)?.[1] ?? NaN);
  });

  test('a product has two branches at each height, and they lie on their own hyperbola', () => {
    for (const level of [0.5, -0.5]) {
      const lines = contour(gridOf((x, y) => x * y), level);
      expect(lines).toHaveLength(2);
      for (const [x, y] of lines.flat()) expect(x * y).toBeCloseTo(level, 2);
    }
  });

  test('a plateau at the level is bordered where the values rise', () => {
    const lines = contour(gridOf((x, y) => Math.max(0, x) * y), 1e-9);
    expect(lines).toHaveLength(1);
    for (const [x, y] of lines.flat()) expect(Math.min(Math.abs(x), Math.abs(y))).toBeLessThan(1e-4);
  });

  test('around a saddle the line keeps to the axes, into the very corner', () => {
    const lines = contour(gridOf((x, y) => x * y), 1e-9);
    expect(lines).toHaveLength(2);
    for (const [x, y] of lines.flat()) expect(Math.min(Math.abs(x), Math.abs(y))).toBeLessThan(1e-3);
    for (const line of lines) expect(Math.min(...line.map(([x, y]) => Math.hypot(x, y)))).toBeLessThan(1e-3);
  });

  test('nothing is drawn where there is no number, or nothing of that height', () => {
    expect(contour(gridOf(() => NaN), 0)).toEqual([]);
    expect(contour(gridOf((x) => x), 5)).toEqual([]);
    expect(contour(gridOf((x) => (x > 1 ? Infinity : x)), 0.25)).toHaveLength(1);
  });
});
