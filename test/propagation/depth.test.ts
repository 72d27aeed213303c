/** Depth profiles against those computed independently for 48 networks, which also has simulations beside them. */
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { depthProfiles, verdictOn, type DepthProfile, type DepthVerdict } from '../../src/propagation/depth';
import { initialisationNamed, initialisationWithGain, type Initialisation } from '../../src/propagation/initialisation';
import { nonlinearityOf, type Nonlinearity, type Variances } from '../../src/propagation/meanField';
import type { Stacking } from '../../src/propagation/stacking';
import { depthTable, type DepthRun } from './depthTable';

function depthProfile(f: Nonlinearity, variances: Variances, depth: number, stacking?: Stacking): DepthProfile {
  return depthProfiles(f, variances, stacking)(depth);
}

function functionOf(id: string): Nonlinearity {
  const activation = findActivation(id);
  if (activation?.kind !== 'scalar') throw new Error(`${id} is no function of one number`);
  return nonlinearityOf(activation, defaultsOf(activation));
}

/** The table has six significant digits. */
function check(what: string, actual: readonly number[], truth: readonly number[], tolerance = 6e-6): void {
  depthTable.layers.forEach((layer, i) => {
    const [got, want] = [actual[layer - 1] ?? NaN, truth[i] ?? NaN];
    expect(Math.abs(got - want), `${what} of layer ${layer}: ${got} instead of ${want}`).toBeLessThanOrEqual(tolerance * Math.abs(want));
  });
}

test.each(depthTable.runs.map((run) => [`${run.activation}, ${run.initialisation}`, run] as const))('%s', (_, run: DepthRun) => {
  const profile = depthProfile(functionOf(run.id), run, depthTable.depth);
  check('E h²', profile.preactivation, run.preactivation.pred);
  check('E f²', profile.secondMoment, run.secondMoment.pred);
  check('variance', profile.variance, run.variance.pred);
  // In the table χ has lost a digit where variances are large, and the product of fifty two; see below.
  check('gradient', profile.gradient, run.gradient.pred, 1e-4);
  check('χ', profile.gradientFactor, run.gradientFactor, 2e-5);
});

// E f′² = λ²(½ + α²e^(2q)Φ(−2√q)) and E f² likewise, multiplied up with 30 digits.
test.each([['elu', 13.8226963882], ['selu', 199.226953346]])('%s with He initialisation has the gradient of the closed form', (id, truth) => {
  const { gradient } = depthProfile(functionOf(id), initialisationNamed('he', 512), 50);
  expect(gradient[0] ?? NaN).toBeCloseTo(truth, 8);
});

test.each(['he_normal', 'xavier_uniform', 'lecun_normal', 'torch_linear_default'] as const)('%s has the variances of the table', (name) => {
  const ours = { he_normal: 'he', xavier_uniform: 'xavier', lecun_normal: 'lecun', torch_linear_default: 'pytorch' } as const;
  const run = depthTable.runs.find(({ initialisation }) => initialisation === name);
  expect(initialisationNamed(ours[name], depthTable.width)).toMatchObject({
    weights: expect.closeTo(run?.weights ?? NaN, 14), biases: expect.closeTo(run?.biases ?? NaN, 14), distribution: run?.distribution,
  });
});

describe('residual connections', () => {
  const residual = { input: 1, residual: true };

  // With E f² = q/2 and E f′² = ½ every layer of ReLU multiplies the variance, and the squared gradient, by 1 + σ_w²/2.
  test('of ReLU multiply variance and gradient alike', () => {
    const { preactivation, gradient } = depthProfile(functionOf('relu'), initialisationWithGain(1), 10, residual);
    preactivation.forEach((q, layer) => expect(q / 1.5 ** layer).toBeCloseTo(1, 10));
    gradient.forEach((size, layer) => expect(size / 1.5 ** ((9 - layer) / 2)).toBeCloseTo(1, 10));
  });

  // A bounded function adds at most σ_w² to the variance, and a sign exactly that.
  test('of a sign add the variance of the weights in each layer', () => {
    const sign: Nonlinearity = { value: Math.sign, derivative: () => 0, kinks: [0] };
    const { preactivation } = depthProfile(sign, initialisationWithGain(0.5), 40, residual);
    preactivation.forEach((q, layer) => expect(q).toBeCloseTo(0.25 * (layer + 1), 10));
  });

  test('never lose signal or gradient, whatever is stacked', () => {
    for (const id of ['sigmoid', 'tanh', 'gelu', 'softsign', 'leaky-relu']) {
      const { preactivation, gradientFactor } = depthProfile(functionOf(id), initialisationNamed('pytorch', 64), 30, residual);
      preactivation.slice(1).forEach((q, i) => expect(q).toBeGreaterThanOrEqual(preactivation[i] ?? Infinity));
      for (const factor of gradientFactor) expect(factor).toBeGreaterThan(1);
    }
  });
});

// What is proportional to its input stays so: ReLU of four times the variance has four times of everything, and the same gradient.
test('the variance of the inputs scales what ReLU makes of it', () => {
  const he = initialisationNamed('he', 64);
  const [plain, scaled] = [depthProfile(functionOf('relu'), he, 6), depthProfile(functionOf('relu'), he, 6, { input: 4, residual: false })];
  scaled.preactivation.forEach((q, i) => expect(q / (plain.preactivation[i] ?? NaN)).toBeCloseTo(4, 10));
  scaled.gradient.forEach((size, i) => expect(size).toBeCloseTo(plain.gradient[i] ?? NaN, 10));
});

describe('what is said of 50 layers', () => {
  const xavier = initialisationNamed('xavier', 256);
  const cases: readonly (readonly [string, Initialisation, DepthVerdict])[] = [
    // 0.236 a layer, and 0.236¹² < 6e-8.
    ['sigmoid', xavier, { signal: 'stable', gradient: 'vanishing', gradientLayer: 38 }],
    ['tanh', xavier, { signal: 'fading', gradient: 'stable' }],
    ['relu', initialisationNamed('he', 256), { signal: 'stable', gradient: 'stable' }],
    // 2^(-l/2) of the signal and 2^((l - 50)/2) of the gradient.
    ['relu', xavier, { signal: 'vanishing', signalLayer: 48, gradient: 'vanishing', gradientLayer: 2 }],
    ['relu', initialisationWithGain(2), { signal: 'exploding', signalLayer: 32, gradient: 'exploding', gradientLayer: 23 }],
    ['relu-squared', initialisationWithGain(2), { signal: 'exploding', signalLayer: 3, gradient: 'exploding', gradientLayer: 49 }],
  ];
  test.each(cases)('%s, %o', (id, initialisation, verdict) => {
    expect(verdictOn(depthProfile(functionOf(id), initialisation, 50))).toEqual(verdict);
  });

  test('a signal that leaves the doubles is infinite, not lost', () => {
    const { preactivation, gradient, variance } = depthProfile(functionOf('exponential'), initialisationWithGain(2), 20);
    for (const list of [preactivation, variance]) expect(list.at(-1)).toBe(Infinity);
    expect(gradient.some(Number.isNaN)).toBe(false);
    // Its square is too large for a double where the weight of the inputs is not yet zero, and not a number where it is.
    const { preactivation: grown } = depthProfile(functionOf('expm1'), initialisationNamed('he', 256), 20);
    expect(grown.at(-1)).toBe(Infinity);
  });

  test('each depth gives the layers that the others give', () => {
    const profiles = depthProfiles(functionOf('tanh'), xavier);
    const [deep, shallow] = [profiles(30), profiles(12)];
    expect(shallow).toEqual(depthProfile(functionOf('tanh'), xavier, 12));
    expect(deep.preactivation.slice(0, 12)).toEqual(shallow.preactivation);
  });

  test('one layer, and none', () => {
    expect(depthProfile(functionOf('relu'), xavier, 1)).toEqual({ preactivation: [1], secondMoment: [expect.closeTo(0.5, 12)], variance: [expect.closeTo(0.5 - 0.5 / Math.PI, 12)], gradientFactor: [expect.closeTo(0.5, 12)], gradient: [1] });
    expect(verdictOn(depthProfile(functionOf('relu'), xavier, 0))).toEqual({ signal: 'stable', gradient: 'stable' });
  });
});
