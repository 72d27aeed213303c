/** Of a gate with independent normal halves: how much of the input moves nothing at all. */
import type { GateActivation, ParameterValues } from '../activations/activation';
import { probability, type Gaussian } from './gaussian';

const reach = 4;
const cells = 64;

/** The share of inputs at which both derivatives are exactly 0, to about a hundredth. */
export function deadShareOfGate(activation: GateActivation, parameters: ParameterValues, inputs: Gaussian): number {
  const edge = (i: number) => inputs.mean + inputs.deviation * reach * ((2 * i) / cells - 1);
  const strips = Array.from({ length: cells }, (_, i) => ({
    middle: (edge(i) + edge(i + 1)) / 2,
    weight: probability(i === 0 ? -Infinity : edge(i), i === cells - 1 ? Infinity : edge(i + 1), inputs),
  }));
  let share = 0;
  for (const a of strips) {
    for (const b of strips) {
      const [alongA, alongB] = activation.gradientAt(a.middle, b.middle, parameters);
      if (alongA === 0 && alongB === 0) share += a.weight * b.weight;
    }
  }
  return share;
}
