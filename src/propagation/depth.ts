/** Signal and gradient through the layers of a deep network, as mean-field theory predicts them. */
import { gradientFactor, meanOutput, secondMoment, type Nonlinearity, type Variances } from './meanField';
import { plainStacking, type Stacking } from './stacking';

/** Each list has an entry for every layer, the one next to the input first. */
export interface DepthProfile {
  /** E h², the variance of the pre-activations. */
  readonly preactivation: readonly number[];
  /** E f(h)² */
  readonly secondMoment: readonly number[];
  /** The variance of f(h), which is less where f has a mean. */
  readonly variance: readonly number[];
  /** What the layer multiplies the squared gradient by: χ, and with a residual connection 1 + χ. */
  readonly gradientFactor: readonly number[];
  /** The size of the gradient with respect to h, relative to that at the last layer. */
  readonly gradient: readonly number[];
}

/** The smallest and the largest number of float16: beyond them half precision stores 0 or infinity. */
export const signalLimits = { vanishing: 6e-8, exploding: 65504 } as const;
/** Of the gradient relative to the last layer's. */
export const gradientLimits = { vanishing: 6e-8, exploding: 1e4 } as const;
/** Below this share of the first layer's activations a signal is said to fade. */
const fading = 0.2;

type Trend = 'stable' | 'vanishing' | 'exploding';

export interface DepthVerdict {
  readonly signal: Trend | 'fading';
  readonly gradient: Trend;
  /** The first layer, counted from 1 at the input, whose activations are past the limit. */
  readonly signalLayer?: number;
  /** The layer closest to the loss whose gradient is past the limit, counted from 1 at the input. */
  readonly gradientLayer?: number;
}

interface Layer {
  readonly q: number;
  readonly mean: number;
  readonly second: number;
  readonly factor: number;
}

/**
 * Profiles of any depth. The first layer makes σ_w² v + σ_b² of inputs with the variance v. What a layer does to its input does not depend on
 * those behind it, so each layer is worked out once.
 */
export function depthProfiles(f: Nonlinearity, variances: Variances, stacking = plainStacking): (depth: number) => DepthProfile {
  const layers: Layer[] = [];
  return (depth) => {
    while (layers.length < depth) layers.push(nextLayer(f, variances, stacking, layers.at(-1)));
    return profileOf(layers.slice(0, depth));
  };
}

function nextLayer(f: Nonlinearity, variances: Variances, { input, residual }: Stacking, last: Layer | undefined): Layer {
  const made = variances.weights * (last?.second ?? input) + variances.biases;
  const q = residual && last ? last.q + made : made;
  // A variance that has settled needs no further integrals.
  return last && (q === last.q || Math.abs(q / last.q - 1) < 1e-14) ? last : layerAt(f, q, variances, residual ? 1 : 0);
}

function profileOf(layers: readonly Layer[]): DepthProfile {
  const gradient = layers.map(() => 1);
  for (let i = layers.length - 2; i >= 0; i--) gradient[i] = (gradient[i + 1] ?? NaN) * Math.sqrt(layers[i]?.factor ?? NaN);
  return {
    preactivation: layers.map(({ q }) => q),
    secondMoment: layers.map(({ second }) => second),
    variance: layers.map(({ second, mean }) => (second === Infinity ? Infinity : Math.max(0, second - mean * mean))),
    gradientFactor: layers.map(({ factor }) => factor),
    gradient,
  };
}

/** A variance beyond all doubles stays there, and so does the gradient. `passed` is what goes by the layer unchanged. */
function layerAt(f: Nonlinearity, q: number, variances: Variances, passed: number): Layer {
  if (q === Infinity) return { q, mean: Infinity, second: Infinity, factor: Infinity };
  return { q, mean: meanOutput(f, q), second: secondMoment(f, q), factor: passed + gradientFactor(f, q, variances) };
}

/** Names what goes wrong, and where it begins. Sizes are roots of mean squares. */
export function verdictOn({ secondMoment: squares, gradient }: Pick<DepthProfile, 'secondMoment' | 'gradient'>): DepthVerdict {
  const signal = squares.map(Math.sqrt);
  const signalAt = signal.findIndex((size) => isPast(size, signalLimits));
  const fromTheLoss = [...gradient].reverse().findIndex((size) => isPast(size, gradientLimits));
  const gradientAt = fromTheLoss < 0 ? -1 : gradient.length - 1 - fromTheLoss;
  return {
    signal: signalAt >= 0 ? trend(signal[signalAt], signalLimits) : fades(signal) ? 'fading' : 'stable',
    gradient: trend(gradient[gradientAt], gradientLimits),
    ...(signalAt >= 0 ? { signalLayer: signalAt + 1 } : {}),
    ...(gradientAt >= 0 ? { gradientLayer: gradientAt + 1 } : {}),
  };
}

interface Limits {
  readonly vanishing: number;
  readonly exploding: number;
}

function isPast(size: number, { vanishing, exploding }: Limits): boolean {
  return !(size >= vanishing && size <= exploding);
}

function trend(size: number | undefined, { vanishing }: Limits): Trend {
  if (size === undefined) return 'stable';
  return size < vanishing ? 'vanishing' : 'exploding';
}

function fades(signal: readonly number[]): boolean {
  return (signal.at(-1) ?? 0) < fading * (signal[0] ?? 0);
}
