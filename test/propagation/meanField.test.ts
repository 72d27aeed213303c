/** The mean-field theory of every function against 20-digit quadrature, and its own laws. */
import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/activations/activation';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { formatNumber } from '../../src/pictures/numbers';
import { expectation } from '../../src/propagation/gaussian';
import {
  edgeOfChaosAt, findEdgeOfChaos, gradientFactor, meanOutput, meanSquaredSlope, nonlinearityOf, secondMoment, secondMomentSlope, type Nonlinearity,
  type Variances,
} from '../../src/propagation/meanField';
import { meanFieldFunctions } from './meanFieldTable';

function functionOf(id: string, parameters: ParameterValues = {}): Nonlinearity {
  const activation = findActivation(id);
  if (activation?.kind !== 'scalar') throw new Error(`${id} is no function of one number`);
  return nonlinearityOf(activation, { ...defaultsOf(activation), ...parameters });
}

function nextVariance(f: Nonlinearity, q: number, { weights, biases }: Variances): number {
  return weights * secondMoment(f, q) + biases;
}

/** The standard deviation of √width · weights that keeps a second moment. */
function gainFor(moment: number): number {
  return 1 / Math.sqrt(moment);
}

/** Relative to the size of what is integrated, since a mean of zero has no relative error. */
function check(what: string, actual: number | undefined, truth: string | null | undefined, size = 0): void {
  if (truth === null || truth === undefined) return;
  const error = Math.abs((actual ?? NaN) - Number(truth)) / Math.max(Math.abs(Number(truth)), size);
  expect(error, `${what}: ${actual} instead of ${truth}`).toBeLessThanOrEqual(1e-10);
}

test('the table has most functions of one number', () => expect(meanFieldFunctions.length).toBeGreaterThanOrEqual(40));

describe('against 20-digit quadrature', () => {
  test.each(meanFieldFunctions.map((each) => [each.name, each] as const))('%s', (_, { activation, parameters, moments, signalGain, gradientGain }) => {
    const f = nonlinearityOf(activation, parameters);
    const { smoothness } = activation.properties(parameters);
    check('gain of the signal', gainFor(secondMoment(f, 1)), signalGain);
    check('gain of the gradient', gainFor(meanSquaredSlope(f, 1)), gradientGain);
    for (const { q, ...truth } of moments) {
      const inputs = { mean: 0, deviation: Math.sqrt(q) };
      const [second, slope] = [Number(truth.secondMoment), Number(truth.meanSquaredGradient)];
      check('E f', meanOutput(f, q), truth.mean, Math.sqrt(second));
      check('E f²', secondMoment(f, q), truth.secondMoment);
      check('E f′²', meanSquaredSlope(f, q), truth.meanSquaredGradient, Number.MIN_VALUE);
      check('E f′', expectation((x) => f.derivative(x), inputs, f.kinks), truth.meanGradient, Math.sqrt(slope) || 1);
      // Where only the curvature jumps, nothing says at which points the integral would have to be split.
      if (smoothness !== 1) check('E f″²', expectation((x) => activation.secondDerivative(x, parameters) ** 2, inputs, f.kinks), truth.meanSquaredCurvature, Number.MIN_VALUE);
      check('d/dq E f²', secondMomentSlope(f, q), truth.secondMomentSlope, second / q);
      check('χ of the initialisation that keeps q', (q * meanSquaredSlope(f, q)) / secondMoment(f, q), truth.keptGradientFactor);
      const edge = edgeOfChaosAt(f, q);
      check('σ_w² at the edge of chaos', edge?.weights, truth.edge?.weights);
      check('σ_b² at the edge of chaos', edge?.biases, truth.edge?.biases, (edge?.weights ?? 0) * second);
      if (truth.edge?.slope && Math.abs(Number(truth.edge.slope) - 1) > 1e-9) expect(edge?.attracting).toBe(Number(truth.edge.slope) < 1);
    }
  });
});

describe('the edge of chaos', () => {
  const ids = ['tanh', 'relu', 'elu', 'selu', 'gelu', 'silu', 'mish', 'sigmoid', 'leaky-relu', 'hard-tanh', 'snake'];
  test.each(ids)('of %s keeps the variance and the gradient', (id) => {
    const f = functionOf(id);
    const edge = findEdgeOfChaos(f);
    if (!edge) throw new Error('none was found');
    expect(nextVariance(f, edge.q, edge) / edge.q).toBeCloseTo(1, 12);
    expect(gradientFactor(f, edge.q, edge)).toBeCloseTo(1, 12);
    expect(edge.biases).toBeGreaterThanOrEqual(0);
  });

  test.each([['relu', true], ['tanh', true], ['gelu', false], ['relu-squared', false]])('of %s attracts: %s', (id, attracts) => {
    expect(edgeOfChaosAt(functionOf(id), 1)?.attracting).toBe(attracts);
  });

  test('does not exist where no gradient passes, or where a bias would need a negative variance', () => {
    expect(edgeOfChaosAt(functionOf('binary-step'), 1)).toBeUndefined();
    expect(findEdgeOfChaos(functionOf('binary-step'))).toBeUndefined();
    expect(findEdgeOfChaos(functionOf('softplus'))).toBeUndefined();
    expect(edgeOfChaosAt(functionOf('softplus'), 1)?.exists).toBe(false);
  });
});

test('the slope of the map knows of jumps', () => {
  // E x² over |x| > ½ for N(0, q), by differences.
  const f = functionOf('hardshrink');
  const difference = (secondMoment(f, 1.001) - secondMoment(f, 0.999)) / 0.002;
  expect(secondMomentSlope(f, 1)).toBeCloseTo(difference, 6);
});

/** From the first of 50 plain layers with He initialisation to the last, for inputs of second moment 1. */
test.each(['gelu', 'silu'])('what is said of fifty layers of %s', (id) => {
  const f = functionOf(id);
  let q = 2;
  for (let layer = 1; layer < 50; layer++) q = nextVariance(f, q, { weights: 2, biases: 0 });
  const said = findActivation(id)?.pitfalls.find((pitfall) => pitfall.id === 'init-gain-mismatch')?.text;
  expect(said).toContain(`the variance shrinks to ${formatNumber(q / 2, 1)} of itself`);
  expect(said).toContain(`N(0, 1) inputs is ${formatNumber(gainFor(secondMoment(f, 1)), 4)}.`);
});
