import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { deadShareOfGate } from '../../src/propagation/deadShare';

describe('the share of inputs that move nothing', () => {
  test.each([
    // P(a < 0) = 1/2; gates that are smooth, or the larger of two, are never without any gradient.
    ['reglu', 0, 1, 0.5], ['sreglu', 0, 1, 0.5], ['swiglu', 0, 1, 0], ['frelu', 0, 1, 0], ['bilinear', 0, 1, 0],
    // P(a < 0) for a ~ N(1, 4) is Φ(−1/2).
    ['reglu', 1, 2, 0.3085375387],
  ] as const)('%s, inputs N(%d, %d²): %d', (id, mean, deviation, share) => {
    const activation = findActivation(id);
    if (activation?.kind !== 'gate') throw new Error(id);
    expect(deadShareOfGate(activation, defaultsOf(activation), { mean, deviation })).toBeCloseTo(share, 2);
  });
});
