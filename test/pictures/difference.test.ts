import { describe, expect, test } from 'vitest';
import { defaultsOf, type ParameterValues } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { differenceOf, farthestIn } from '../../src/pictures/difference';
import { panelCurve } from '../../src/pictures/panelCurve';

function curveOf(id: string, values: ParameterValues = {}) {
  const activation = findActivation(id);
  const curve = activation && panelCurve(activation, { ...defaultsOf(activation), ...values });
  if (!curve) throw new Error(`No curve ${id}`);
  return curve;
}

function check(f: string, g: string, [min, max]: readonly [number, number], expected: { size: number; places: readonly number[]; isAtEnd: boolean }): void {
  const found = farthestIn(differenceOf(curveOf(f), curveOf(g)), { min, max });
  expect(found?.isAtEnd).toBe(expected.isAtEnd);
  expect(Math.abs(found?.value ?? NaN) / expected.size).toBeCloseTo(1, 9);
  expect(found?.places.map((x) => Number(x.toFixed(7)))).toEqual(expected.places);
}

describe('where two functions are farthest apart', () => {
  test.each([
    // By mpmath with 30 digits; the others follow from the definitions.
    ['gelu-tanh', 'gelu', [-5, 3], { size: 0.00047323552068728488, places: [-2.6989414, 2.6989414], isAtEnd: false }],
    ['relu', 'identity', [-5, 3], { size: 5, places: [-5], isAtEnd: true }],
    ['binary-step', 'identity', [-0.5, 0.25], { size: 1, places: [0], isAtEnd: false }],
    ['relu6', 'relu', [-5, 10], { size: 4, places: [10], isAtEnd: true }],
    ['hard-tanh', 'tanh', [-3, 3], { size: 1 - Math.tanh(1), places: [-1, 1], isAtEnd: false }],
  ] as const)('%s and %s', check);

  test('a function and itself nowhere', () => {
    expect(farthestIn(differenceOf(curveOf('gelu'), curveOf('gelu')), { min: -5, max: 3 })?.value).toBe(0);
  });
});

test('the derivatives of a difference are the differences of the derivatives', () => {
  const { functions, kinks } = differenceOf(curveOf('silu'), curveOf('hard-swish'));
  const [silu, hardSwish] = [curveOf('silu').functions, curveOf('hard-swish').functions];
  for (const panel of ['output', 'gradient', 'curvature'] as const) expect(functions[panel](0.7)).toBe(silu[panel](0.7) - hardSwish[panel](0.7));
  expect(kinks).toEqual([-3, 3]);
});
