/** The Jacobian of a function of a vector, row by row. */
import type { ParameterValues, VectorActivation } from './activation';

/** Row i holds the derivatives of output i: the pullback of the i-th unit vector. */
export function jacobian(activation: VectorActivation, x: readonly number[], parameters: ParameterValues): number[][] {
  const outputs = activation.value(x, parameters);
  return outputs.map((_, i) => activation.pullback(x, outputs.map((__, k) => (k === i ? 1 : 0)), parameters));
}
