/** What every function of one number says of itself must be true, for its defaults and for other parameters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import type { Interval, Parameter, ParameterValues, ScalarActivation } from '../../src/activations/activation';
import { activations } from '../../src/activations/catalogue';

const scalars = activations.filter((activation) => activation.kind === 'scalar');

/** Parameters that the mathematics allows and no slider offers. */
const beyondSliders: Readonly<Record<string, readonly ParameterValues[]>> = {
  'leaky-relu': [{ negativeSlope: 1.5 }, { negativeSlope: -0.5 }],
  prelu: [{ a: 1 }, { a: 3 }],
  elu: [{ alpha: -0.5 }],
  celu: [{ alpha: -2 }],
  selu: [],
  swish: [{ beta: -1.5 }],
  softplus: [{ beta: -1 }, { beta: 2, threshold: 20 }, { beta: 1, threshold: 3 }],
  snake: [{ a: -2 }, { a: 0 }],
  xielu: [{ alphaP: 0.4, alphaN: 0.8 }, { alphaN: 0.5, beta: 0.5 }, { beta: 1.5, alphaN: 1.2 }, { alphaP: 0, alphaN: 0, beta: 1 }, { alphaP: 0, beta: 1 }],
  threshold: [{ threshold: 0.1, value: 20 }, { threshold: 2, value: 2 }],
};

/** Values on the steps of the slider, as a person would choose them. */
function arbitraryValue(parameter: Parameter): fc.Arbitrary<number | string> {
  if (parameter.kind === 'choice') return fc.constantFrom(...parameter.choices);
  const { min, max, step } = parameter;
  const onSlider = fc.integer({ min: 0, max: Math.round((max - min) / step) }).map((k) => Number((min + k * step).toPrecision(12)));
  return fc.oneof(onSlider, fc.constantFrom(min, max, parameter.default));
}

function arbitraryParameters(activation: ScalarActivation): fc.Arbitrary<ParameterValues> {
  const onSliders = fc.record(Object.fromEntries(
    Object.entries(activation.parameters).map(([name, parameter]) => [name, arbitraryValue(parameter)]),
  ));
  const special = (beyondSliders[activation.id] ?? []).map((values) => ({ ...defaultsOf(activation), ...values }));
  return special.length === 0 ? onSliders : fc.oneof(onSliders, fc.constantFrom(...special));
}

/** One activation with one choice of parameters. */
function subjectOf(activation: ScalarActivation, p: ParameterValues) {
  return {
    p,
    properties: activation.properties(p),
    value: (x: number) => activation.value(x, p),
    derivative: (x: number) => activation.derivative(x, p),
    secondDerivative: (x: number) => activation.secondDerivative(x, p),
  };
}
type Subject = ReturnType<typeof subjectOf>;

/** True where a difference quotient of that step would straddle a point where a derivative may jump. */
function isNearBreak({ p, properties: { kinks, smoothness } }: Subject, x: number, step: number): boolean {
  // Softplus has a threshold that float32 cannot see as a kink.
  const cut = typeof p['beta'] === 'number' && typeof p['threshold'] === 'number' ? [p['threshold'] / p['beta']] : [];
  const breaks = smoothness === Infinity ? [...kinks, ...cut] : [...kinks, ...cut, 0];
  return breaks.some((point) => Math.abs(x - point) <= 3 * step);
}

function check(activation: ScalarActivation, law: (subject: Subject) => void, numRuns = 25): void {
  law(subjectOf(activation, defaultsOf(activation)));
  if (Object.keys(activation.parameters).length === 0) return;
  fc.assert(fc.property(arbitraryParameters(activation), (p) => law(subjectOf(activation, p))), { numRuns });
}

/** Points from -60 to 60, closest around 0 and none of them round. */
const mesh = Array.from({ length: 6001 }, (_, i) => (i - 3000) / 3000).map((t) => 20 * t + 40 * t ** 5 + 1e-9);
const near = mesh.filter((x) => Math.abs(x) < 3);
const farPoints = [1, 1.3, 1.71, 2.9, 7.77].map((factor) => factor * 1e8);

/** Fourth-order central difference. */
function slope(f: (x: number) => number, x: number, step: number): number {
  return (8 * (f(x + step) - f(x - step)) - (f(x + 2 * step) - f(x - 2 * step))) / (12 * step);
}

describe.each(scalars)('$id', (activation) => {
  test('has formulas', () => {
    for (const { tex, plain } of [activation.formula, activation.gradient]) {
      expect(tex).toMatch(/^f'?\(x\) = ./);
      expect(plain).toMatch(/^f′?\(x\) = ./);
      expect(tex.split('{').length).toBe(tex.split('}').length);
    }
  });

  test('has the derivatives of its value', () => {
    check(activation, (subject) => fc.assert(fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
      const step = 1e-4;
      // At 0 itself a shrinkage by 0 returns PyTorch's gradient 0, although it is the identity.
      if (x === 0 || isNearBreak(subject, x, step)) return;
      for (const [f, derivative] of [[subject.value, subject.derivative], [subject.derivative, subject.secondDerivative]] as const) {
        const [got, want] = [derivative(x), slope(f, x, step)];
        expect(Math.abs(got - want)).toBeLessThan(2e-7 * (1 + Math.abs(f(x)) + Math.abs(got)));
      }
    }), { numRuns: 60 }));
  });

  test('keeps to its ranges and fills them', () => {
    check(activation, ({ value, derivative, properties }) => {
      const besideKinks = properties.kinks.flatMap((kink) => [kink - 1e-9, kink, kink + 1e-9]);
      expectRange(value, properties.range, besideKinks);
      expectRange(derivative, properties.gradientRange, besideKinks);
    });
  });

  test('rises and falls as it says', () => {
    check(activation, ({ value, derivative, properties: { monotonic, kinks } }) => {
      const points = [...mesh, ...kinks.flatMap((kink) => [kink - 1e-10, kink + 1e-10])].sort((a, b) => a - b);
      const values = points.map(value);
      const steps = values.slice(1).map((y, i) => y - (values[i] ?? y));
      const found = direction({
        rises: steps.some((step) => step > 1e-9),
        falls: steps.some((step) => step < -1e-9),
        // A sum may round to the same number twice; a gradient of 0 then tells that the function rests.
        rests: steps.some((step, i) => step === 0 && derivative(points[i] ?? NaN) === 0),
      });
      expect(monotonic).toBe(found);
    });
  });

  test('is as smooth as it says', () => {
    check(activation, ({ value, derivative, secondDerivative, properties: { kinks, smoothness } }) => {
      const jump = (f: (x: number) => number, x: number) => Math.abs(f(x + 1e-10) - f(x - 1e-10));
      const visible = 5e-9;
      for (const kink of kinks) expect(Math.max(jump(value, kink), jump(derivative, kink))).toBeGreaterThan(visible);
      const smoothPoints = near.filter((x) => kinks.every((kink) => Math.abs(x - kink) > 1e-8));
      expect(smoothPoints.filter((x) => jump(value, x) > 1e-7)).toEqual([]);
      const valueJumps = kinks.some((kink) => jump(value, kink) > visible);
      const found = valueJumps ? -1 : kinks.length > 0 ? 0 : jump(secondDerivative, 0) > 1e-4 ? 1 : smoothness === 2 ? 2 : Infinity;
      expect(smoothness).toBe(found);
      if (kinks.length === 0) expect(jump(derivative, 0)).toBeLessThan(1e-6);
    });
  });

  test('has mean 0 where it says so', () => {
    check(activation, ({ value, properties }) => {
      const step = 5e-4;
      const terms = Array.from({ length: 24000 }, (_, i) => {
        const x = (i + 0.5) * step;
        return (value(x) + value(-x)) * Math.exp(-x * x / 2);
      });
      const mean = terms.reduce((sum, term) => sum + term, 0) * step / Math.sqrt(2 * Math.PI);
      // A clip far out, odd but for its ends, has a mean that no sum can tell from 0.
      const isOddWithin = (limit: number) => mesh.every((x) => Math.abs(x) > limit || value(-x) === -value(x));
      const onlyEndsDiffer = isOddWithin(4) && !isOddWithin(Infinity);
      expect(properties.zeroCentred).toBe(Math.abs(mean) < 1e-7 && !onlyEndsDiffer);
    }, 15);
  });

  test('saturates where it says so', () => {
    check(activation, ({ derivative, properties }) => {
      const [left, right] = [-1, 1].map((side) => farPoints.every((x) => Math.abs(derivative(side * x)) < 1e-6));
      expect(properties.saturates).toBe(left && right ? 'both' : left ? 'left' : right ? 'right' : 'neither');
    });
  });

  test('has the fixed points it says and no others', () => {
    check(activation, ({ value, properties }) => {
      const { points, intervals } = fixedSet(properties);
      const isInside = (x: number) => intervals.some(({ from, to }) => x > from && x < to);
      const isNear = (x: number, marks: readonly number[]) => marks.some((mark) => Math.abs(x - mark) < 1e-5);
      expect(points.filter((x) => Math.abs(value(x) - x) > 1e-12)).toEqual([]);
      expect(mesh.filter((x) => isInside(x) && value(x) !== x)).toEqual([]);
      expect(near.filter((x) => !isInside(x) && value(x) === x && !isNear(x, points))).toEqual([]);
      const ends = intervals.flatMap(({ from, to }) => [from, to]);
      const known = [...points, ...ends, ...properties.kinks];
      expect(crossings(value).filter((x) => !isNear(x, known) && !isInside(x))).toEqual([]);
    });
  });

  test('has a number for every number and keeps NaN', () => {
    check(activation, ({ value, derivative, secondDerivative }) => {
      fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        for (const f of [value, derivative, secondDerivative]) expect(f(x)).not.toBeNaN();
      }), { numRuns: 60 });
      for (const x of [-Infinity, Infinity, 0, -0, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE]) expect(value(x)).not.toBeNaN();
      for (const f of [value, derivative, secondDerivative]) expect(f(NaN)).toBeNaN();
    });
  });
});

function direction({ rises, falls, rests }: Readonly<Record<'rises' | 'falls' | 'rests', boolean>>): string {
  if (rises && falls) return 'no';
  if (falls) return rests ? 'non-increasing' : 'decreasing';
  return rests ? 'non-decreasing' : 'increasing';
}

function expectRange(f: (x: number) => number, range: Interval, besideKinks: readonly number[]): void {
  const slack = 1e-15 * Math.max(1, ...[range.from, range.to].filter(Number.isFinite).map(Math.abs));
  const all = [...mesh, ...besideKinks, ...farPoints, ...farPoints.map((x) => -x), -1e300, 1e300].map(f).filter((y) => !Number.isNaN(y));
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  expect(lowest).toBeGreaterThanOrEqual(range.from - slack);
  expect(highest).toBeLessThanOrEqual(range.to + slack);
  expectEnd(f, { besideKinks, lowest, bound: range.from, attained: /both|left/.test(range.closed) });
  expectEnd((x) => -f(x), { besideKinks, lowest: -highest, bound: -range.to, attained: /both|right/.test(range.closed) });
}

interface End {
  readonly besideKinks: readonly number[];
  readonly lowest: number;
  readonly bound: number;
  readonly attained: boolean;
}

/** An end that is attained is found by descending from the best point; one that is not, nowhere near zero. */
function expectEnd(f: (x: number) => number, { besideKinks, lowest, bound, attained }: End): void {
  if (bound === -Infinity) return expect(lowest).toBeLessThan(-1e6);
  expect(lowest - bound).toBeLessThan(1e-3 * Math.max(1, Math.abs(bound)));
  if (attained) {
    expect(descent(f, [...mesh, ...besideKinks, ...farPoints]) - bound).toBeLessThan(1e-9 * Math.max(1, Math.abs(bound)));
  } else {
    // Towards a kink a limit may come as close as rounding allows, so there is no descent there.
    const found = besideKinks.length > 0 ? Math.min(...near.map(f)) : descent(f, near);
    expect(found - bound).toBeGreaterThan(1e-15 * Math.abs(bound));
  }
}

/** The smallest value at the points and, by ternary search, beside the best of them. */
function descent(f: (x: number) => number, points: readonly number[]): number {
  const best = points.reduce((one, other) => (f(other) < f(one) ? other : one));
  let [low, high] = [best - 0.05, best + 0.05];
  for (let step = 0; step < 100; step++) {
    const third = (high - low) / 3;
    if (f(low + third) < f(high - third)) high -= third;
    else low += third;
  }
  return Math.min(f(best), f(low));
}

/** The declared fixed points from -3 to 3, each of them written out. */
function fixedSet({ fixedPoints, fixedIntervals = [], fixedPeriod }: ReturnType<ScalarActivation['properties']>) {
  const half = { 'all': [-Infinity, Infinity], 'non-negative': [0, Infinity], 'non-positive': [-Infinity, 0] } as const;
  if (typeof fixedPoints === 'string') {
    const [from, to] = half[fixedPoints];
    return { points: [0], intervals: [...fixedIntervals, { from, to }] };
  }
  if (fixedPeriod === undefined) return { points: fixedPoints, intervals: fixedIntervals };
  const count = Math.ceil(3 / fixedPeriod);
  const repeats = Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * fixedPeriod);
  return { points: fixedPoints.flatMap((point) => repeats.map((shift) => point + shift)), intervals: fixedIntervals };
}

/** Where f(x) - x changes its sign, by bisection. */
function crossings(f: (x: number) => number): number[] {
  return near.slice(1).flatMap((right, i) => {
    let [low, high] = [near[i] ?? right, right];
    const sign = Math.sign(f(low) - low);
    if (sign === 0 || sign * (f(high) - high) >= 0) return [];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (Math.sign(f(middle) - middle) === sign) low = middle;
      else high = middle;
    }
    return [high];
  });
}
