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

export interface FixedPoint {
  readonly q: number;
  /** dq′/dq: below 1 the point attracts. */
  readonly slope: number;
  readonly gradientFactor: number;
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

/** The variance of the next layer: q′ = σ_w² E f(x)² + σ_b². */
export function nextVariance(f: Nonlinearity, q: number, { weights, biases }: Variances): number {
  return weights * secondMoment(f, q) + biases;
}

/** χ = σ_w² E f′(x)², by which one layer multiplies the squared gradient that comes back. */
export function gradientFactor(f: Nonlinearity, q: number, { weights }: Variances): number {
  return weights * meanSquaredSlope(f, q);
}

/** The standard deviations of √width · weights that keep the second moment, and the squared gradient, at q = 1. */
export function gainsOf(f: Nonlinearity): { readonly signal: number; readonly gradient: number } {
  return { signal: 1 / Math.sqrt(secondMoment(f, 1)), gradient: 1 / Math.sqrt(meanSquaredSlope(f, 1)) };
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

/** The variances that stay as they are, from small to large; `'all'` for f such as ReLU with σ_w² = 2. */
export function fixedPoints(f: Nonlinearity, variances: Variances): readonly FixedPoint[] | 'all' {
  const growth = (q: number) => nextVariance(f, q, variances) / q - 1;
  const scanned = Array.from({ length: 81 }, (_, i) => 10 ** (i / 4 - 10)).map((q) => ({ q, growth: growth(q) }));
  if (scanned.every((point) => Math.abs(point.growth) < 1e-9)) return 'all';
  const found = scanned.slice(1).flatMap((high, i) => {
    const low = scanned[i] ?? high;
    const crosses = low.growth * high.growth < 0 || high.growth === 0;
    return crosses ? [fixedPointAt(f, crossing(growth, low.q, high.q), variances)] : [];
  });
  return nextVariance(f, 0, variances) === 0 ? [fixedPointAtZero(f, variances), ...found] : found;
}

function fixedPointAt(f: Nonlinearity, q: number, variances: Variances): FixedPoint {
  return { q, slope: variances.weights * secondMomentSlope(f, q), gradientFactor: gradientFactor(f, q, variances) };
}

/** At 0 the slope is what a variance that is almost 0 is multiplied by. */
function fixedPointAtZero(f: Nonlinearity, variances: Variances): FixedPoint {
  const small = 1e-12;
  return { q: 0, slope: nextVariance(f, small, variances) / small, gradientFactor: gradientFactor(f, small, variances) };
}

/** Halves the interval on a logarithmic scale. */
function crossing(g: (q: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const rises = g(high) > g(low);
  for (let i = 0; i < 50; i++) {
    const middle = Math.sqrt(low * high);
    if (g(middle) > 0 === rises) high = middle;
    else low = middle;
  }
  return Math.sqrt(low * high);
}

function inputs(q: number) {
  return { mean: 0, deviation: Math.sqrt(q) };
}
