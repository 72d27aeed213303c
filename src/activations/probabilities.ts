/** What is said of probabilities: entropy, logarithms that do not underflow, cross-entropy, and the cost of softmax twice. */
import type { ParameterValues, VectorActivation } from './activation';
import { logSoftmaxPullback, logSoftmaxValue, softmaxValue } from './normalised';
import { traitsOf } from './vectorForm';

/** In nats. */
export function entropy(p: readonly number[]): number {
  return p.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0) + 0;
}

/** ln(1 + (K − 1)/e): what the loss cannot fall below where softmax is applied to probabilities of K classes. */
export function lossFloor(classes: number): number {
  return Math.log1p((classes - 1) / Math.E);
}

/** e/(e + K − 1): what no probability can exceed there. */
export function probabilityCeiling(classes: number): number {
  return 1 / (1 + (classes - 1) / Math.E);
}

/** The probabilities a loss sees that applies softmax to probabilities. */
export function softmaxAgain(p: readonly number[]): number[] {
  return softmaxValue(p);
}

/** ln(1 + e⁻ˣ), less, for the logarithm of the sigmoid. */
const logSigmoid = (x: number) => (x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x)));

/** The scores whose log-softmax has the logarithms of these functions as its first entries. */
const scores: Readonly<Record<string, (x: readonly number[]) => number[]>> = {
  softmax: (x) => [...x],
  'gumbel-softmax': (x) => [...x],
  softmin: (x) => x.map((each) => -each),
  sigsoftmax: (x) => x.map((each) => each + logSigmoid(each)),
  'quiet-softmax': (x) => [...x, 0],
};

/** ln f(x). Where softmax is behind it, a probability that rounds to 0 still has its logarithm. */
export function logarithms(activation: VectorActivation, x: readonly number[], p: ParameterValues): number[] {
  const values = activation.value(x, p);
  if (traitsOf(activation).form === 'log-probabilities') return values;
  const scoresOf = scores[activation.id];
  if (!scoresOf) return values.map(Math.log);
  const temperature = Number(p['temperature'] ?? 1);
  return logSoftmaxValue(scoresOf(x.map((each) => each / temperature))).slice(0, x.length);
}

/** The gradient of the cross-entropy −ln f(x)ₜ with respect to x: p − y where f is softmax. */
export function lossGradient(activation: VectorActivation, x: readonly number[], p: ParameterValues, target: number): number[] {
  const values = activation.value(x, p);
  const unit = values.map((_, i) => (i === target ? -1 : 0));
  if (traitsOf(activation).form === 'log-probabilities') return activation.pullback(x, unit, p);
  if (activation.id === 'softmax' || activation.id === 'gumbel-softmax') {
    const temperature = Number(p['temperature'] ?? 1);
    return logSoftmaxPullback(x.map((each) => each / temperature), unit).map((each) => each / temperature);
  }
  const share = values[target] ?? NaN;
  return activation.pullback(x, unit, p).map((each) => each / share);
}
