import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { activations } from '../../src/activations/catalogue';
import { bilinear } from '../../src/activations/bilinear';
import { evaluate } from '../../src/activations/evaluate';
import { geglu } from '../../src/activations/geglu';
import { glu } from '../../src/activations/glu';
import { reglu } from '../../src/activations/reglu';
import { situglu } from '../../src/activations/situglu';
import { swiglu } from '../../src/activations/swiglu';

const half = fc.double({ min: -20, max: 20, noNaN: true });
const gates = activations.filter((activation) => activation.kind === 'gate');

describe.each(gates)('$name', (gate) => {
  const defaults = defaultsOf(gate);
  const at = (a: number, b: number) => gate.value(a, b, defaults);

  test('has a gradient between the differences to both sides', () => {
    const [step, tolerance] = [1e-6, 1e-5];
    fc.assert(fc.property(half, half, (a, b) => {
      const here = at(a, b);
      const differences = [
        [(at(a + step, b) - here) / step, (here - at(a - step, b)) / step],
        [(at(a, b + step) - here) / step, (here - at(a, b - step)) / step],
      ];
      gate.gradientAt(a, b, defaults).forEach((slope, i) => {
        const sides = differences[i] ?? [];
        expect(slope).toBeGreaterThanOrEqual(Math.min(...sides) - tolerance);
        expect(slope).toBeLessThanOrEqual(Math.max(...sides) + tolerance);
      });
    }));
  });

  test('bends along a where it says so', () => {
    fc.assert(fc.property(half, (b) => {
      const slope = (a: number) => gate.gradientAt(a, b, defaults)[0];
      for (const kink of gate.kinksAlongA?.(b, defaults) ?? []) expect(Math.abs(slope(kink + 1e-6) - slope(kink - 1e-6))).toBeGreaterThan(1e-3 * Math.abs(at(kink, b)));
    }));
  });

  test('keeps NaN', () => {
    for (const [a, b] of [[NaN, 1], [1, NaN], [NaN, -2000]] as const) expect(at(a, b)).toBeNaN();
  });
});

/** Equal but for the rounding of products that are too small to have all digits. */
function expectSame(actual: number, expected: number, scale = Math.abs(expected)): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-15 * scale + 1e-322);
}

test('the branch that is not activated only scales', () => {
  fc.assert(fc.property(half, half, (a, b) => {
    for (const gate of [bilinear, reglu, geglu, swiglu]) expectSame(gate.value(a, 2 * b, {}), 2 * gate.value(a, b, {}));
    expectSame(glu.value(2 * a, b, {}), 2 * glu.value(a, b, {}));
  }));
});

test('SwiGLU is GLU of the product, gated by its own first half', () => {
  fc.assert(fc.property(half, half, (a, b) => {
    expectSame(swiglu.value(a, b, {}), glu.value(a * b, a, {}), Math.abs(a * b));
  }));
});

// Computed with 60 digits. Beside a root of the slope nothing would be left of a double, and in the tails of a small
// factor nothing for a large one.
test.each([
  { id: 'swiglu', at: [-1.278464542761074, 1e17], value: -2.784645427610738e16, gradient: [-2.452007938935708, -0.2784645427610738] },
  { id: 'swiglu', at: [-730, 1e10], value: -6.735208905459144e-305, gradient: [-6.725982591890021e-305, -6.735208906e-315] },
  { id: 'geglu', at: [-0.7517915246935646, 1e16], value: -1699712074799036.5, gradient: [-0.5435920825481627, -0.16997120747990366] },
  { id: 'geglu', at: [-38.4, 1e10], value: -2.5350143440615e-311, gradient: [-9.7344461574134e-310, -2.535e-321] },
  { id: 'glu', at: [1e100, -800], value: 3.667874584177687e-248, gradient: [0, 3.667874584177687e-248] },
])('$id at $at keeps its digits', ({ id, at, value, gradient }) => {
  const evaluation = evaluate(id, {}, at);
  const actual = [evaluation?.value, ...(evaluation?.gradient ?? [])];
  [value, ...gradient].forEach((expected, i) => {
    expect(Math.abs(Number(actual[i]) - expected)).toBeLessThanOrEqual(5e-16 * Math.abs(expected) + 1e-323);
  });
});

test('the edges of a clip and equal halves have the gradients of PyTorch', () => {
  expect(evaluate('clamped-swiglu', {}, [7, -7])).toMatchObject({ gradient: [expect.closeTo(-6, 3), expect.closeTo(7, 3)] });
  expect(evaluate('clamped-swiglu', {}, [7.001, -7.001])).toEqual({ value: expect.closeTo(-42, 3), gradient: [-0, 0] });
  expect(evaluate('frelu', {}, [3, 3])).toEqual({ value: 3, gradient: [0.5, 0.5] });
  expect(evaluate('frelu', {}, [-Infinity, 3])).toEqual({ value: 3, gradient: [0, 1] });
});

test('an infinite half has its limit where there is one', () => {
  for (const id of ['swiglu', 'geglu-tanh', 'quick-geglu', 'clamped-swiglu', 'situglu', 'sreglu', 'glu-generic']) {
    expect(Math.abs(Number(evaluate(id, {}, [-Infinity, 2])?.value)), id).toBe(0);
  }
  expect(evaluate('situglu', {}, [Infinity, -Infinity])?.value).toBe(-100);
  expect(evaluate('clamped-swiglu', {}, [Infinity, Infinity])?.value).toBeCloseTo(56, 3);
});

test('the caps of SiTU-GLU hold, and far below them it is SwiGLU', () => {
  fc.assert(fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
    expect(Math.abs(situglu.value(a, b, { beta1: 4, beta2: 25 }))).toBeLessThanOrEqual(100);
  }));
  fc.assert(fc.property(half, half, (a, b) => {
    const uncapped = swiglu.value(a, b, {});
    expectSame(situglu.value(a, b, { beta1: 1e9, beta2: 1e9 }), uncapped, 10 * Math.abs(uncapped));
  }));
});

test('a GLU of a chosen activation is the GLU that has a name', () => {
  const named = { silu: 'swiglu', gelu: 'geglu', 'gelu-tanh': 'geglu-tanh', 'quick-gelu': 'quick-geglu', relu: 'reglu' };
  fc.assert(fc.property(half, half, fc.constantFrom(...Object.entries(named)), (a, b, [activation, id]) => {
    expect(evaluate('glu-generic', { activation }, [a, b])).toEqual(evaluate(id, {}, [a, b]));
  }));
  expect(evaluate('glu-generic', { activation: 'sigmoid' }, [0.3, 2])?.value).toBe(evaluate('glu', {}, [2, 0.3])?.value);
});
