import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf, type VectorActivation } from '../../src/activations/activation';
import { activations } from '../../src/activations/catalogue';
import { evaluate } from '../../src/activations/evaluate';
import { gumbelSoftmax } from '../../src/activations/gumbel-softmax';
import { logSoftmax } from '../../src/activations/log-softmax';
import { maxout } from '../../src/activations/maxout';
import { softmax } from '../../src/activations/softmax';
import { softmin } from '../../src/activations/softmin';
import { sparsemax } from '../../src/activations/sparsemax';

const score = fc.double({ min: -30, max: 30, noNaN: true });
const scores = fc.array(score, { minLength: 1, maxLength: 12 });
const temperature = fc.double({ min: 0.1, max: 10, noNaN: true });
const unchanged = { temperature: 1 };
const sum = (x: readonly number[]) => x.reduce((total, value) => total + value, 0);
const dot = (x: readonly number[], y: readonly number[]) => sum(x.map((value, i) => value * (y[i] ?? NaN)));

function expectClose(actual: readonly number[], expected: readonly number[], tolerance = 1e-12): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThanOrEqual(tolerance));
}

const distributions: readonly VectorActivation[] = [softmax, softmin, sparsemax, gumbelSoftmax];

describe.each(distributions)('$name', (activation) => {
  test('gives probabilities', () => {
    fc.assert(fc.property(scores, (x) => {
      const value = activation.value(x, unchanged);
      expect(value.every((probability) => probability >= 0 && probability <= 1)).toBe(true);
      expectClose([sum(value)], [1]);
    }));
  });

  test('does not change when all scores grow by the same', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1 }), fc.integer(), (x, shift) => {
      expect(activation.value(x.map((each) => each + shift), unchanged)).toEqual(activation.value(x, unchanged));
    }));
  });

  test('passes nothing back for a cotangent that is the same everywhere', () => {
    fc.assert(fc.property(scores, score, (x, constant) => {
      expect(activation.pullback(x, x.map(() => constant), unchanged).every((each) => each === 0)).toBe(true);
    }));
  });

  test('sends back a gradient with sum 0', () => {
    fc.assert(fc.property(scores, (x) => {
      expectClose([sum(activation.pullback(x, x.map(Math.sin), unchanged))], [0], 1e-14);
    }));
  });

  test('has no value where everything is masked or a score is NaN', () => {
    expect(activation.value([-Infinity, -Infinity].map((x) => (activation === softmin ? -x : x)), unchanged)).toEqual([NaN, NaN]);
    expect(activation.value([1, NaN, 2], unchanged)).toEqual([NaN, NaN, NaN]);
    expect(activation.pullback([1, NaN, 2], [1, 2, 3], unchanged)).toEqual([NaN, NaN, NaN]);
  });
});

const vectors = activations.filter((activation) => activation.kind === 'vector');

test.each(vectors)('the pullback of $name lies between the differences to both sides', (activation) => {
  const [step, tolerance] = [1e-6, 1e-5];
  fc.assert(fc.property(scores, fc.integer(), (x, seed) => {
    const p = { ...defaultsOf(activation), temperature: 1.5 };
    const v = activation.value(x, p).map((_, i) => Math.sin(seed + i));
    const value = activation.value(x, p);
    const differences = (i: number, by: number) => activation.value(x.map((each, j) => (j === i ? each + by : each)), p)
      .map((each, k) => ((v[k] ?? NaN) * (each - (value[k] ?? NaN))) / by);
    activation.pullback(x, v, p).forEach((gradient, i) => {
      // At a kink each output has a choice of its own.
      const [right, left] = [differences(i, step), differences(i, -step)];
      expect(gradient).toBeGreaterThanOrEqual(sum(right.map((each, k) => Math.min(each, left[k] ?? NaN))) - tolerance);
      expect(gradient).toBeLessThanOrEqual(sum(right.map((each, k) => Math.max(each, left[k] ?? NaN))) + tolerance);
    });
  }));
});

test('softmax by temperature is softmax of the divided scores', () => {
  fc.assert(fc.property(scores, temperature, (x, T) => {
    expectClose(softmax.value(x, { temperature: T }), softmax.value(x.map((each) => each / T), unchanged));
  }));
});

test('log-softmax is the logarithm of softmax, and applying it twice changes nothing', () => {
  fc.assert(fc.property(scores, (x) => {
    const value = logSoftmax.value(x, {});
    expectClose(value.map(Math.exp), softmax.value(x, unchanged));
    expectClose(logSoftmax.value(value, {}), value);
  }));
});

test('sparsemax is the nearest probability vector', () => {
  // The nearest point p of a convex set is the one with (x - p)·(q - p) ≤ 0 for all of its corners q.
  fc.assert(fc.property(scores, (x) => {
    const value = sparsemax.value(x, {});
    const residual = x.map((each, i) => each - (value[i] ?? NaN));
    const atValue = dot(residual, value);
    residual.forEach((atCorner) => expect(atCorner - atValue).toBeLessThanOrEqual(1e-12));
  }));
});

test('maxout passes the first of the largest on, and the gradient back to it', () => {
  expect(maxout.value([2, 5, 5, 1], {})).toEqual([5]);
  expect(maxout.pullback([2, 5, 5, 1], [3], {})).toEqual([0, 3, 0, 0]);
});

describe('where almost all digits cancel', () => {
  test.each([
    // Exact to the last digit, computed with 200 digits.
    { id: 'softmax', x: [40, 0, -40], v: [-1.996, 0.343, 1.298], gradient: [-9.936900603127027e-18, 9.936900603127027e-18, 5.945180471562797e-35] },
    { id: 'softmax', x: [100, 50, 0], v: [0.7, 0.7, 0], gradient: [2.604053183214585e-44, 5.022567181215087e-66, -2.604053183214585e-44] },
    { id: 'log-softmax', x: [100, 0], v: [1, 0], gradient: [3.720075976020836e-44, -3.720075976020836e-44] },
    { id: 'sparsemax', x: [0.1, 0.2, 0.3, 0.4, 0.5], v: [1, 0, 0, 0, 0], gradient: [0, 0, 0, 0, 0] },
  ])('$id of $x', ({ id, x, v, gradient }) => {
    expect(evaluate(id, {}, x, v)?.gradient).toEqual(gradient);
  });
});

test('quiet softmax leaves out the share of a score of 0', () => {
  fc.assert(fc.property(scores, (x) => {
    const value = evaluate('quiet-softmax', {}, x)?.value;
    expect([value, 1 - sum([value ?? []].flat())].flat().map((each) => Number(each?.toFixed(12)))).toEqual(softmax.value([...x, 0], unchanged).map((each) => Number(each.toFixed(12))));
  }));
});

test('sigsoftmax is softmax of x + log σ(x)', () => {
  fc.assert(fc.property(scores, (x) => {
    expectClose([evaluate('sigsoftmax', {}, x)?.value ?? []].flat(), softmax.value(x.map((each) => each - Math.log1p(Math.exp(-each))), unchanged));
  }));
});

test('softmax is the gradient of log-sum-exp, which log-softmax subtracts', () => {
  fc.assert(fc.property(scores, (x) => {
    const { value, gradient } = evaluate('logsumexp', {}, x) ?? {};
    expect(gradient).toEqual(softmax.value(x, unchanged));
    expectClose(x.map((each) => each - Number(value)), logSoftmax.value(x, {}));
  }));
});

test('hardmax marks the first of the largest and passes nothing back', () => {
  expect(evaluate('hardmax', {}, [2, 5, 5, 1], [1, 2, 3, 4])).toEqual({ value: [0, 1, 0, 0], gradient: [0, 0, 0, 0] });
  expect(evaluate('hardmax', {}, [2, NaN])?.value).toEqual([NaN, NaN]);
});

test('CReLU keeps both signs, and the order of the channels', () => {
  expect(evaluate('crelu', {}, [2, -3, 0], [1, 2, 3, 4, 5, 6])).toEqual({ value: [2, 0, 0, 0, 3, 0], gradient: [1, -5, 0] });
});

test('infinite scores have their limits where these exist', () => {
  expect(softmax.value([0, Infinity, 5], unchanged)).toEqual([0, 1, 0]);
  expect(softmax.value([-Infinity, 3, 3], unchanged)).toEqual([0, 0.5, 0.5]);
  expect(softmax.value([Infinity, Infinity], unchanged)).toEqual([NaN, NaN]);
  expect(softmax.pullback([0, Infinity, 5], [1, 2, 3], unchanged).every((each) => each === 0)).toBe(true);
  expect(logSoftmax.value([-Infinity, 0], {})).toEqual([-Infinity, 0]);
  expect(sparsemax.value([Infinity, 0, -Infinity], {})).toEqual([1, 0, 0]);
  expect(softmin.value([1e308, -1e308], {})).toEqual([0, 1]);
  expect(evaluate('quiet-softmax', {}, [-Infinity, -Infinity])).toEqual({ value: [0, 0], gradient: [0, 0] });
  expect(evaluate('sigsoftmax', {}, [-Infinity, Infinity, 3])?.value).toEqual([0, 1, 0]);
  expect(evaluate('solu', {}, [-Infinity, 2], [7, 5])).toEqual({ value: [0, 2], gradient: [0, 5] });
  expect(evaluate('solu', {}, [Infinity, 2], [7, 5])).toEqual({ value: [Infinity, 0], gradient: [7, 0] });
  expect(evaluate('logsumexp', {}, [-Infinity, -Infinity])?.value).toEqual([-Infinity]);
  expect(evaluate('logsumexp', {}, [Infinity, Infinity])?.value).toEqual([Infinity]);
  expect(evaluate('hardmax', {}, [-Infinity, -Infinity])?.value).toEqual([1, 0]);
});

test('a thousand classes are normalised as well as three', () => {
  const x = Array.from({ length: 1000 }, (_, i) => 20 * Math.sin(i));
  expectClose([sum(softmax.value(x, unchanged))], [1]);
});

test('an empty vector has an empty value', () => {
  for (const activation of vectors) {
    expect(activation.value([], unchanged)).toEqual([]);
    expect(activation.pullback([], [], unchanged)).toEqual([]);
  }
});
