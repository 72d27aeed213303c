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
  softplus: [{ beta: -1 }, { beta: 2, threshold: 20 }, { beta: 1, threshold: 3 }, { beta: -1, threshold: 20 }, { threshold: -1 }, { beta: -2, threshold: -1 }],
  snake: [{ a: -2 }, { a: 0 }],
  'snake-beta': [{ alpha: -2 }, { alpha: 0 }, { beta: -3 }, { alpha: 1.0001 }, { alpha: 2.5, beta: -1.3 }],
  xielu: [{ alphaP: 0.4, alphaN: 0.8 }, { alphaN: 0.5, beta: 0.5 }, { beta: 1.5, alphaN: 1.2 }, { alphaP: 0, alphaN: 0, beta: 1 }, { alphaP: 0, beta: 1 }, { alphaN: 0, beta: 1 }],
  affine: [{ alpha: -0.5, beta: 2 }, { alpha: 0, beta: 3 }],
  clip: [{ min: 0, max: Infinity }, { min: -Infinity, max: 0.5 }],
  'acon-c': [{ p1: 1.2, p2: -0.8, beta: -1 }, { p1: 1, p2: 1 }, { p1: 0, p2: 0 }, { p1: 0, p2: 1 }, { p1: -0.02, p2: 1 }],
  'softplus-parametric': [{ alpha: -1 }, { beta: -2 }, { alpha: -0.5, beta: -3 }, { alpha: 0 }, { beta: 0 }],
  'scaled-tanh': [{ alpha: -2, beta: 3 }, { alpha: 0 }, { beta: 0 }],
  'clipped-gelu': [{ min: 0.05 }, { min: 0.3, max: 2 }],
  sine: [{ omega: -5 }, { omega: 0.2 }, { omega: 0 }],
  'soft-exponential': [{ alpha: -2 }, { alpha: 1.5 }],
  'star-relu': [{ scale: -1, bias: 0.5 }, { scale: 0 }, { scale: 0.25, bias: 0.5 }],
  'thresholded-relu': [{ theta: -1 }],
  shrink: [{ lambda: 1, bias: -0.5 }],
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

/** Where a difference quotient would straddle a jump of a derivative. */
function breaksOf({ p, properties: { domain, kinks, smoothness }, secondDerivative }: Subject): number[] {
  // Softplus has a threshold that float32 cannot see as a kink.
  const cut = typeof p['beta'] === 'number' && typeof p['threshold'] === 'number' ? [p['threshold'] / p['beta']] : [];
  return smoothness === Infinity ? [...kinks, ...cut] : [...kinks, ...cut, 0, ...jumpsOf(secondDerivative, domain)];
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

// The slowest functions at many parameters take seconds on a busy machine.
describe.each(scalars)('$id', { timeout: 30_000 }, (activation) => {
  test('has formulas', () => {
    for (const { tex, plain } of [activation.formula, activation.gradient]) {
      expect(tex).toMatch(/^f'?\(x\) = ./);
      expect(plain).toMatch(/^f′?\(x\) = ./);
      expect(tex.split('{').length).toBe(tex.split('}').length);
    }
  });

  test('has the derivatives of its value', () => {
    check(activation, (subject) => {
      const step = 1e-4;
      const breaks = breaksOf(subject);
      fc.assert(fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
        // At 0 itself a shrinkage by 0 returns PyTorch's gradient 0, although it is the identity.
        if (x === 0 || !isWellInside(x, subject.properties.domain) || breaks.some((point) => Math.abs(x - point) <= 3 * step)) return;
        for (const [f, derivative] of [[subject.value, subject.derivative], [subject.derivative, subject.secondDerivative]] as const) {
          const [got, want] = [derivative(x), slope(f, x, step)];
          expect(Math.abs(got - want)).toBeLessThan(2e-7 * (1 + Math.abs(f(x)) + Math.abs(got)));
        }
      }), { numRuns: 60 });
    });
  });

  test('keeps to its ranges and fills them', () => {
    check(activation, ({ value, derivative, secondDerivative, properties }) => {
      const besideKinks = properties.kinks.flatMap((kink) => [kink - 1e-9, kink, kink + 1e-9]);
      expectRange(value, derivative, { range: properties.range, besideKinks, edge: properties.domain?.from });
      expectRange(derivative, secondDerivative, { range: properties.gradientRange, besideKinks, edge: properties.domain?.from });
    }, 12);
  });

  test('rises and falls as it says', () => {
    check(activation, ({ value, derivative, properties: { monotonic, kinks } }) => {
      const points = [...mesh, ...kinks.flatMap((kink) => [kink - 1e-10, kink + 1e-10])].sort((a, b) => a - b);
      const values = points.map(value);
      const steps = values.slice(1).map((y, i) => y - (values[i] ?? y));
      const found = direction({
        rises: steps.some((step) => step > 1e-9),
        falls: steps.some((step) => step < -1e-9),
        rests: rests(steps, points.map(derivative)),
      });
      expect(monotonic).toBe(found);
    });
  });

  test('is as smooth as it says', () => {
    check(activation, ({ value, derivative, secondDerivative, properties: { domain, kinks, smoothness } }) => {
      const jump = (f: (x: number) => number, x: number) => Math.abs(f(x + 1e-10) - f(x - 1e-10));
      const visible = 5e-9;
      for (const kink of kinks) expect(Math.max(jump(value, kink), jump(derivative, kink))).toBeGreaterThan(visible);
      const smoothPoints = near.filter((x) => isWellInside(x, domain)).filter((x) => kinks.every((kink) => Math.abs(x - kink) > 1e-8));
      expect(smoothPoints.filter((x) => jump(value, x) > 1e-7)).toEqual([]);
      const valueJumps = kinks.some((kink) => jump(value, kink) > visible);
      const bends = jumpsOf(secondDerivative, domain).length > 0;
      const found = valueJumps ? -1 : kinks.length > 0 ? 0 : bends ? 1 : smoothness === 2 ? 2 : Infinity;
      expect(smoothness).toBe(found);
      if (kinks.length === 0 && isWellInside(0, domain)) expect(jump(derivative, 0)).toBeLessThan(1e-6);
    }, 12);
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
      // A root or a logarithm saturates late.
      const [left, right] = [-1, 1].map((side) => farPoints.every((x) => Math.abs(derivative(side * x * 1e8)) < 1e-6));
      expect(properties.saturates).toBe(left && right ? 'both' : left ? 'left' : right ? 'right' : 'neither');
    });
  });

  test('has the fixed points it says and no others', () => {
    check(activation, ({ value, secondDerivative, properties }) => {
      const { points, intervals } = fixedSet(properties);
      const isInside = (x: number) => intervals.some(({ from, to }) => x > from && x < to);
      const isNear = (x: number, marks: readonly number[]) => marks.some((mark) => Math.abs(x - mark) < 1e-5);
      expect(points.filter((x) => Math.abs(value(x) - x) > 1e-12)).toEqual([]);
      expect(mesh.filter((x) => isInside(x) && value(x) !== x)).toEqual([]);
      // A curve that nears the diagonal rounds to it, but still bends.
      const isFixed = (x: number) => value(x) === x && secondDerivative(x) === 0;
      expect(near.filter((x) => !isInside(x) && isFixed(x) && !isNear(x, points))).toEqual([]);
      const ends = intervals.flatMap(({ from, to }) => [from, to]);
      const known = [...points, ...ends, ...properties.kinks];
      expect(crossings(value).filter((x) => !isNear(x, known) && !isInside(x))).toEqual([]);
    });
  });

  test('has a number for every number and keeps NaN', () => {
    check(activation, ({ value, derivative, secondDerivative, properties: { domain } }) => {
      const isOutside = (x: number) => domain !== undefined && x < domain.from;
      const expectNumbers = (x: number) => {
        if (x === domain?.from) return;
        for (const f of [value, derivative, secondDerivative]) expect(Number.isNaN(f(x))).toBe(isOutside(x));
      };
      fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), expectNumbers), { numRuns: 60 });
      [0, -0, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE].forEach(expectNumbers);
      for (const x of [-Infinity, Infinity]) {
        expect(Number.isNaN(value(x))).toBe(isOutside(x) || hasNoLimit(value));
      }
      for (const f of [value, derivative, secondDerivative]) expect(f(NaN)).toBeNaN();
    });
  });
});

/**
 * True where the function rests. A sum may round to the same number twice; a gradient of 0 then tells that the
 * function rests, unless the gradient only underflows, having become tiny before.
 */
function rests(steps: readonly number[], slopes: readonly number[]): boolean {
  const begins = (i: number) => [slopes[i - 1], slopes[i + 1]].some((slope) => Math.abs(slope ?? 0) > 1e-100);
  const isConstant = slopes.every((slope) => slope === 0);
  const stands = (i: number) => steps[i] === 0 && slopes[i] === 0;
  return slopes.some((_, i) => stands(i) && (isConstant || begins(i) || begins(i + 1)));
}

/** True for an oscillation that never settles. */
function hasNoLimit(f: (x: number) => number): boolean {
  const steps = Array.from({ length: 200 }, (_, i) => f(1e8 + 7.3 * (i + 1)) - f(1e8 + 7.3 * i));
  return Math.max(...steps) > 1e-3 && Math.min(...steps) < -1e-3;
}

/** True away from the end of a domain, where every derivative may be so large that no difference can tell it. */
function isWellInside(x: number, domain: Interval | undefined): boolean {
  return domain === undefined || x > domain.from + 0.1;
}

/** Where a function jumps, found by halving the intervals of the mesh in which it changes most. */
function jumpsOf(f: (x: number) => number, domain: Interval | undefined): number[] {
  const points = mesh.filter((x) => Math.abs(x) < 6 && isWellInside(x, domain));
  return points.slice(1).flatMap((right, i) => {
    let [low, high] = [points[i] ?? right, right];
    if (Math.abs(f(high) - f(low)) < 1e-4) return [];
    while (high - low > 1e-10) {
      const middle = (low + high) / 2;
      if (Math.abs(f(middle) - f(low)) > Math.abs(f(high) - f(middle))) high = middle;
      else low = middle;
    }
    return Math.abs(f(high) - f(low)) > 1e-4 ? [high] : [];
  });
}

function direction({ rises, falls, rests }: Readonly<Record<'rises' | 'falls' | 'rests', boolean>>): string {
  if (rises && falls) return 'no';
  if (falls) return rests ? 'non-increasing' : 'decreasing';
  return rests ? 'non-decreasing' : 'increasing';
}

interface RangeClaim {
  readonly range: Interval;
  readonly besideKinks: readonly number[];
  /** Where the domain begins, if not at minus infinity. */
  readonly edge: number | undefined;
}

function expectRange(f: (x: number) => number, slopeOf: (x: number) => number, { range, besideKinks, edge }: RangeClaim): void {
  const slack = 1e-15 * Math.max(1, ...[range.from, range.to].filter(Number.isFinite).map(Math.abs));
  const all = [...mesh, ...besideKinks, ...farPoints, ...farPoints.map((x) => -x), -1e300, 1e300].map(f).filter((y) => !Number.isNaN(y));
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  expect(lowest).toBeGreaterThanOrEqual(range.from - slack);
  expect(highest).toBeLessThanOrEqual(range.to + slack);
  const shared = { besideKinks, slopeOf, edge };
  expectEnd(f, { ...shared, lowest, bound: range.from, attained: /both|left/.test(range.closed) });
  expectEnd((x) => -f(x), { ...shared, lowest: -highest, bound: -range.to, attained: /both|right/.test(range.closed) });
}

interface End {
  readonly besideKinks: readonly number[];
  readonly slopeOf: (x: number) => number;
  readonly edge: number | undefined;
  readonly lowest: number;
  readonly bound: number;
  readonly attained: boolean;
}

/** An end that is attained is found by descending from the best point; one that is not, nowhere near zero. */
function expectEnd(f: (x: number) => number, { besideKinks, slopeOf, edge, lowest, bound, attained }: End): void {
  if (bound === -Infinity) return expect(lowest < -1e6 || fallsWithoutEnd(f, edge)).toBe(true);
  if (!attained) expect(lowest - bound).toBeLessThan(1e-3 * Math.max(1, Math.abs(bound)));
  if (attained) {
    expect(descent(f, [...mesh, ...besideKinks, ...farPoints]) - bound).toBeLessThan(1e-9 * Math.max(1, Math.abs(bound)));
  } else {
    // Towards a kink a limit may come as close as rounding allows, so there is no descent there.
    // A tail that has settled to the last digits, but still rises or falls, tells nothing.
    const isSettled = (x: number) => Math.abs(f(x) - bound) < 1e-12 && slopeOf(x) !== 0;
    const points = near.filter((x) => !isSettled(x) && !Number.isNaN(f(x)));
    const found = besideKinks.length > 0 ? Math.min(...points.map(f)) : descent(f, points);
    expect(found - bound).toBeGreaterThan(1e-15 * Math.abs(bound));
  }
}

/** True for a logarithm: it falls by as much with every digit of x, or of the distance to the edge of its domain. */
function fallsWithoutEnd(f: (x: number) => number, edge = 0): boolean {
  const ways = [[1e-2, 1e-4, 1e-6, 1e-8], [1e50, 1e100, 1e150, 1e200], [-1e50, -1e100, -1e150, -1e200]];
  return ways.some((way) => {
    const values = way.map((distance) => f(edge + distance));
    const falls = values.slice(1).map((y, i) => (values[i] ?? y) - y);
    return falls.every((fall, i) => fall > 0.9 * Math.max(1, falls[i - 1] ?? 0));
  });
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
    if (!(sign * (f(high) - high) < 0)) return [];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (Math.sign(f(middle) - middle) === sign) low = middle;
      else high = middle;
    }
    return [high];
  });
}
