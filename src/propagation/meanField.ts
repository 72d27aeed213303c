/**
 * Mean-field theory of deep networks as they are initialised: hₗ₊₁ = W f(hₗ) + b with independent weights of
 * variance σ_w²/width and biases of variance σ_b². As the width grows the entries of h become normal with mean 0,
 * so that one number, their variance q, says what there is to say of a layer (Poole et al. 2016, Schoenholz et al. 2017).
 */
import type { ParameterValues, ScalarActivation } from '../activations/activation';
import { expectation, meanSquaredGradient } from './gaussian';

export interface Nonlinearity {
  value(x: number): number;
  derivative(x: number): number;
  /** Where the function or its gradient jumps; integrals are split there. */
  readonly kinks: readonly number[];
}

/** The variances of an initialisation, with the width taken out of that of the weights. */
export interface Variances {
  /** σ_w²: the variance of a weight times the number of inputs. */
  readonly weights: number;
  /** σ_b² */
  readonly biases: number;
}

export interface EdgeOfChaos extends Variances {
  /** The variance that stays as it is from layer to layer. */
  readonly q: number;
  /** False where σ_b² would have to be negative: no initialisation keeps this q and the gradient at once. */
  readonly exists: boolean;
  /** True when variances close to q come closer with every layer, or at least do not move away. */
  readonly attracting: boolean;
}

/** Where slopes and variances are compared with 1 and 0, more than the rounding of an integral. */
const rounding = 1e-12;

export function nonlinearityOf(activation: ScalarActivation, parameters: ParameterValues): Nonlinearity {
  return {
    value: (x) => activation.value(x, parameters),
    derivative: (x) => activation.derivative(x, parameters),
    kinks: activation.properties(parameters).kinks,
  };
}

/** E f(x) for x ~ N(0, q). */
export function meanOutput(f: Nonlinearity, q: number): number {
  return expectation((x) => f.value(x), inputs(q), f.kinks);
}

/** E f(x)² for x ~ N(0, q). */
export function secondMoment(f: Nonlinearity, q: number): number {
  return expectation((x) => f.value(x) ** 2, inputs(q), f.kinks);
}

/** E f′(x)² for x ~ N(0, q). */
export function meanSquaredSlope(f: Nonlinearity, q: number): number {
  return meanSquaredGradient((x) => f.derivative(x), inputs(q), f.kinks);
}

/** d/dq E f(x)², as E f(x)² (x²/q − 1) / 2q: unlike E f f′ x this also knows of jumps. */
export function secondMomentSlope(f: Nonlinearity, q: number): number {
  return expectation((x) => f.value(x) ** 2 * (x * x / q - 1), inputs(q), f.kinks) / (2 * q);
}

/** χ = σ_w² E f′(x)², by which one layer multiplies the squared gradient that comes back. */
export function gradientFactor(f: Nonlinearity, q: number, { weights }: Variances): number {
  return weights * meanSquaredSlope(f, q);
}

/** The initialisation that keeps both q and the size of the gradient, or nothing where the gradient is always 0. */
export function edgeOfChaosAt(f: Nonlinearity, q: number): EdgeOfChaos | undefined {
  const weights = 1 / meanSquaredSlope(f, q);
  if (!Number.isFinite(weights)) return undefined;
  const biases = q - weights * secondMoment(f, q);
  return {
    q, weights, biases: Math.abs(biases) < rounding * q ? 0 : biases,
    exists: biases > -rounding * q,
    attracting: weights * secondMomentSlope(f, q) < 1 + rounding,
  };
}

/** The edge of chaos that exists nearest to q = 1 on a logarithmic scale; one that attracts where there is one. */
export function findEdgeOfChaos(f: Nonlinearity): EdgeOfChaos | undefined {
  const steps = Array.from({ length: 33 }, (_, i) => 10 ** (i / 8));
  const candidates = steps.flatMap((step) => (step === 1 ? [1] : [step, 1 / step]));
  let unstable: EdgeOfChaos | undefined;
  for (const q of candidates) {
    const edge = edgeOfChaosAt(f, q);
    if (edge?.exists && edge.attracting) return edge;
    if (edge?.exists) unstable ??= edge;
  }
  return unstable;
}

function inputs(q: number) {
  return { mean: 0, deviation: Math.sqrt(q) };
}
