/** What the Lab says of probabilities, against definitions, limits and differences. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf, type VectorActivation } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { jacobian } from '../../src/activations/jacobian';
import { entropy, logarithms, lossFloor, lossGradient, probabilityCeiling, softmaxAgain } from '../../src/activations/probabilities';
import { traitsOf } from '../../src/activations/vectorForm';

function vector(id: string): VectorActivation {
  const activation = findActivation(id);
  if (activation?.kind !== 'vector') throw new Error(id);
  return activation;
}

const vectors = activations.filter((activation): activation is VectorActivation => activation.kind === 'vector');

describe('what a function of a vector gives', () => {
  test.each([
    ['softmax', 'probabilities'], ['softmin', 'probabilities'], ['sparsemax', 'probabilities'], ['gumbel-softmax', 'probabilities'],
    ['hardmax', 'probabilities'], ['sigsoftmax', 'probabilities'], ['quiet-softmax', 'shares'], ['log-softmax', 'log-probabilities'],
    ['adaptive-log-softmax', 'log-probabilities'], ['solu', 'entries'], ['crelu', 'pairs'], ['maxout', 'number'], ['logsumexp', 'number'],
  ])('%s: %s', (id, form) => expect(traitsOf(vector(id)).form).toBe(form));

  test('every one of the catalogue is known here', () => {
    expect(vectors.map(({ id }) => id).filter((id) => traitsOf(vector(id)).form === 'entries')).toEqual(['solu']);
  });

  test.each([
    ['softmax', [true, 1, true, true]], ['softmin', [true, -1, true, true]], ['quiet-softmax', [true, 1, false, false]],
    ['sigsoftmax', [true, 0, false, true]], ['log-softmax', [true, 0, true, false]], ['hardmax', [false, 1, true, true]],
    ['sparsemax', [true, 0, true, true]], ['maxout', [false, 0, false, false]],
  ] as const)('%s: temperature, product, shift, sum', (id, expected) => {
    const { takesTemperature, productSign, ignoresShift, keepsSum } = traitsOf(vector(id));
    expect([takesTemperature, productSign, ignoresShift, keepsSum]).toEqual(expected);
  });
});

describe('the Jacobian', () => {
  test('of softmax at the example of the article, by pocket calculator', () => {
    const rows = jacobian(vector('softmax'), [1.8, 0.9, 0.68], { temperature: 1 });
    expect(rows.map((row) => row.map((entry) => entry.toFixed(3)))).toEqual([
      ['0.244', '-0.135', '-0.109'], ['-0.135', '0.180', '-0.044'], ['-0.109', '-0.044', '0.153'],
    ]);
  });

  test.each(vectors.map(({ id }) => id))('of %s is what small steps make', (id) => {
    const activation = vector(id);
    const p = defaultsOf(activation);
    const x = [1.1, -0.4, 0.65, 0.2];
    const h = 1e-6;
    jacobian(activation, x, p).forEach((row, i) => row.forEach((entry, j) => {
      const [up, down] = [h, -h].map((by) => activation.value(x.map((each, k) => (k === j ? each + by : each)), p)[i] ?? NaN) as [number, number];
      expect(entry).toBeCloseTo((up - down) / (2 * h), 7);
    }));
  });
});

describe('softmax twice', () => {
  test.each([[1, 0], [2, 0.3132616875], [3, 0.5514447139], [10, 1.4611501717], [1000, 5.909]])('%d classes', (classes, floor) => {
    expect(lossFloor(classes)).toBeCloseTo(floor, classes === 1000 ? 3 : 9);
    expect(-Math.log(probabilityCeiling(classes))).toBeCloseTo(floor, classes === 1000 ? 3 : 9);
    // The definition: softmax of a vector with one 1 and zeros.
    expect(lossFloor(classes)).toBeCloseTo(Math.log(Math.E + classes - 1) - 1, 12);
  });

  test('no probabilities come below the floor, and a sure and right answer reaches it', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(weights, (raw) => {
      const total = raw.reduce((sum, each) => sum + each, 0);
      if (total === 0) return;
      const loss = -Math.log(Math.max(...softmaxAgain(raw.map((each) => each / total))));
      expect(loss).toBeGreaterThanOrEqual(lossFloor(raw.length) - 1e-12);
    }));
    const sure = vector('softmax').value([800, 0, 0], { temperature: 1 });
    expect(-Math.log(softmaxAgain(sure)[0] ?? NaN)).toBeCloseTo(lossFloor(3), 12);
  });
});

describe('logarithms', () => {
  test('are those of the values', () => {
    for (const id of ['softmax', 'softmin', 'sigsoftmax', 'quiet-softmax', 'gumbel-softmax', 'log-softmax']) {
      const activation = vector(id);
      const p = { ...defaultsOf(activation), ...('temperature' in activation.parameters ? { temperature: 0.7 } : {}) };
      const values = activation.value([1.8, -0.9, 0.68], p);
      const expected = id === 'log-softmax' ? values : values.map(Math.log);
      logarithms(activation, [1.8, -0.9, 0.68], p).forEach((value, i) => expect(value, id).toBeCloseTo(expected[i] ?? NaN, 12));
    }
  });

  test('stay finite where a probability rounds to 0', () => {
    expect(logarithms(vector('softmax'), [1e6, 0, -1e6], { temperature: 1 })).toEqual([0, -1e6, -2e6]);
    expect(logarithms(vector('softmin'), [1e6, 0], {})[0]).toBe(-1e6);
    expect(logarithms(vector('sigsoftmax'), [-800, 0], {})[0]).toBeCloseTo(-1600 + Math.LN2, 9);
    expect(logarithms(vector('quiet-softmax'), [-1e6], {})).toEqual([-1e6]);
    expect(logarithms(vector('sparsemax'), [3, 0], {})).toEqual([0, -Infinity]);
  });
});

test('entropy is greatest for even shares and 0 for a sure answer', () => {
  expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(Math.log(4), 14);
  expect(entropy([1, 0, 0])).toBe(0);
  expect(entropy([0.5, 0.5])).toBeCloseTo(Math.LN2, 14);
});

describe('the gradient of the loss', () => {
  test('of softmax is p − y, by T with a temperature', () => {
    const p = vector('softmax').value([1.8, 0.9, 0.68], { temperature: 2 });
    const gradient = lossGradient(vector('softmax'), [1.8, 0.9, 0.68], { temperature: 2 }, 1);
    gradient.forEach((each, i) => expect(each).toBeCloseTo(((p[i] ?? NaN) - Number(i === 1)) / 2, 14));
    expect(lossGradient(vector('softmax'), [1e6, 0], { temperature: 1 }, 1)).toEqual([1, -1]);
  });

  test.each(['softmax', 'softmin', 'sigsoftmax', 'sparsemax', 'log-softmax', 'gumbel-softmax'])('of %s is what small steps make of −ln f', (id) => {
    const activation = vector(id);
    const p = defaultsOf(activation);
    const x = [0.4, 0.9, 0.68];
    const h = 1e-6;
    lossGradient(activation, x, p, 1).forEach((entry, j) => {
      const [up, down] = [h, -h].map((by) => -(logarithms(activation, x.map((each, k) => (k === j ? each + by : each)), p)[1] ?? NaN)) as [number, number];
      expect(entry).toBeCloseTo((up - down) / (2 * h), 7);
    });
  });
});
