/** Networks of 512 units against NumPy's: the middle of the seeds, and how far they lie apart. */
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { depthProfiles } from '../../src/propagation/depth';
import { initialisationNamed, type Initialisation } from '../../src/propagation/initialisation';
import { nonlinearityOf, type Nonlinearity } from '../../src/propagation/meanField';
import { randomNumbers } from '../../src/propagation/randomNumbers';
import { simulate, type Network, type Simulation } from '../../src/propagation/simulation';
import { plainStacking, type Stacking } from '../../src/propagation/stacking';
import { depthTable } from './depthTable';

function functionOf(id: string): Nonlinearity {
  const activation = findActivation(id);
  if (activation?.kind !== 'scalar') throw new Error(`${id} is no function of one number`);
  return nonlinearityOf(activation, defaultsOf(activation));
}

function simulated(id: string, network: Network, seeds: readonly number[]): { readonly result: Simulation; readonly progress: readonly number[] } {
  const steps = simulate(functionOf(id), network, seeds);
  const progress: number[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { result: step.value, progress };
    progress.push(step.value);
  }
}

const small: Network = { depth: 4, width: 16, batch: 3, initialisation: initialisationNamed('pytorch', 16), stacking: plainStacking };

describe('beside NumPy', () => {
  const checked = ['tanh he_normal', 'relu he_normal', 'sigmoid torch_linear_default'];
  const runs = depthTable.runs.filter((run) => checked.includes(`${run.activation} ${run.initialisation}`));
  const network = { depth: 5, width: depthTable.width, batch: 4, stacking: plainStacking };
  const layers = depthTable.layers.filter((layer) => layer <= network.depth);

  test.each(runs.map((run) => [`${run.activation}, ${run.initialisation}`, run] as const))('%s', (_, run) => {
    const { result } = simulated(run.id, { ...network, initialisation: run }, [1, 2, 3, 4, 5, 6]);
    const { low, median, high } = result.preactivation;
    const { mean, std } = run.preactivation;
    const widths = layers.map((layer, i) => {
      // Four inputs differ by more than the table's 64.
      const allowed = 2 * (std[i] ?? NaN) + 0.04 * (mean[i] ?? NaN);
      expect(Math.abs((median[layer - 1] ?? NaN) - (mean[i] ?? NaN)), `layer ${layer}`).toBeLessThanOrEqual(allowed);
      return ((high[layer - 1] ?? NaN) - (low[layer - 1] ?? NaN)) / 2 / (std[i] ?? NaN);
    });
    const typicalWidth = Math.exp(widths.slice(1).reduce((sum, width) => sum + Math.log(width), 0) / (widths.length - 1));
    expect(typicalWidth).toBeGreaterThan(0.4);
    expect(typicalWidth).toBeLessThan(2.5);
    // The table's gradients are relative to layer 50: from the last layer here to the first they grow by this much.
    const growth = (run.gradient.mean[0] ?? NaN) / (run.gradient.mean[layers.length - 1] ?? NaN);
    expect((result.gradient.median[0] ?? NaN) / growth).toBeGreaterThan(0.8);
    expect((result.gradient.median[0] ?? NaN) / growth).toBeLessThan(1.25);
  }, 60_000);
});

describe('by its own laws', () => {
  test('wide networks do what mean-field theory says', () => {
    const network = { depth: 6, width: 400, batch: 8, initialisation: initialisationNamed('he', 400), stacking: plainStacking };
    const { result } = simulated('silu', network, [7, 8, 9, 10]);
    const predicted = depthProfiles(functionOf('silu'), network.initialisation)(network.depth);
    for (const quantity of ['preactivation', 'secondMoment', 'variance', 'gradient'] as const) {
      result[quantity].median.forEach((median, layer) => {
        expect(median / (predicted[quantity][layer] ?? NaN)).toBeGreaterThan(0.7);
        expect(median / (predicted[quantity][layer] ?? NaN)).toBeLessThan(1.4);
      });
    }
  }, 60_000);

  /** The mean of several networks is within its own error, about two thirds of the spread over the root of their number, of the theory. */
  test.each<readonly [string, Stacking]>([
    ['tanh', { input: 1, residual: true }], ['relu', { input: 1, residual: true }], ['gelu', { input: 4, residual: true }], ['tanh', { input: 0.25, residual: false }],
  ])('%s stacked as %o', (id, stacking) => {
    const network = { depth: 8, width: 300, batch: 8, initialisation: initialisationNamed('lecun', 300), stacking };
    const { result } = simulated(id, network, [1, 2, 3, 4, 5, 6]);
    const predicted = depthProfiles(functionOf(id), network.initialisation, stacking)(network.depth);
    for (const quantity of ['preactivation', 'secondMoment', 'gradient'] as const) {
      const { low, median, high } = result[quantity];
      const truth = predicted[quantity];
      median.forEach((middle, layer) => {
        const scale = truth[layer] ?? NaN;
        const spread = ((high[layer] ?? NaN) - (low[layer] ?? NaN)) / 2;
        expect(Math.abs(middle - scale), `${quantity} of layer ${layer + 1}: ${middle} beside ${scale}`).toBeLessThanOrEqual(2 * spread + 0.03 * scale);
      });
    }
  }, 60_000);

  test('one unit a layer has the gradient of its own output', () => {
    // Without biases the output is proportional to every h before it, so the derivative is their quotient.
    const network: Network = { depth: 6, width: 1, batch: 1, initialisation: initialisationNamed('xavier', 1), stacking: plainStacking };
    for (const seed of [1, 2, 3]) {
      const { preactivation, gradient } = simulated('leaky-relu', network, [seed]).result;
      const last = preactivation.median.at(-1) ?? NaN;
      preactivation.median.forEach((square, layer) => expect((gradient.median[layer] ?? NaN) / Math.sqrt(last / square)).toBeCloseTo(1, 12));
    }
  });

  test('the same seed gives the same numbers, and another seed others', () => {
    const [one, again, other] = [[5], [5], [6]].map((seeds) => simulated('tanh', small, seeds).result);
    expect(again).toEqual(one);
    expect(other?.preactivation.median).not.toEqual(one?.preactivation.median);
  });

  test('progress rises to 1, and a caller may stop at any layer', () => {
    const { progress } = simulated('tanh', small, [1, 2, 3]);
    expect(progress).toHaveLength(3 * (2 * small.depth - 1));
    expect(progress.every((share, i) => share > (progress[i - 1] ?? 0))).toBe(true);
    expect(progress.at(-1)).toBe(1);
    const stopped = simulate(functionOf('tanh'), { ...small, width: 2000 }, [1]);
    expect(stopped.next().done).toBe(false);
  });

  test('exploding and vanishing networks have infinities and zeros, no error', () => {
    const exploding: Initialisation = { weights: 1e200, biases: 0, distribution: 'normal' };
    const { result } = simulated('relu', { ...small, initialisation: exploding }, [1]);
    expect(result.preactivation.median.slice(1)).toEqual([Infinity, Infinity, Infinity]);
    const { result: dead } = simulated('hardshrink', { ...small, initialisation: { weights: 0, biases: 0, distribution: 'normal' } }, [1]);
    expect(dead.preactivation.median).toEqual([0, 0, 0, 0]);
    expect(dead.gradient.median).toEqual([0, 0, 0, 1]);
  });
});

describe('random numbers', () => {
  const random = randomNumbers(42);
  const moments = (draw: () => number) => {
    const x = Array.from({ length: 40_000 }, draw);
    return [1, 2, 3, 4].map((power) => x.reduce((sum, each) => sum + each ** power, 0) / x.length);
  };
  test('are uniform', () => {
    moments(() => random.uniform()).forEach((moment, i) => expect(moment).toBeCloseTo(1 / (i + 2), 1.9));
  });
  test('are normal', () => {
    moments(() => random.normal()).forEach((moment, i) => expect(moment).toBeCloseTo([0, 1, 0, 3][i] ?? NaN, 0.5));
  });
  test('of different streams and neighbouring seeds do not follow each other', () => {
    for (const [one, other] of [[randomNumbers(1, 0), randomNumbers(1, 1)], [randomNumbers(1), randomNumbers(2)]] as const) {
      const products = Array.from({ length: 20_000 }, () => one.normal() * other.normal());
      expect(products.reduce((sum, each) => sum + each, 0) / products.length).toBeCloseTo(0, 1.4);
    }
  });
});
