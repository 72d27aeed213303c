import { defineActivation } from './activation';
import { add, divide, exactly, multiply, rounded, subtract, total, type DoubleDouble } from './doubleDouble';
import { differencesTo, indexOfMaximum } from './normalised';

/**
 * The indices of the entries that stay above 0. Whether an entry on the border stays decides its gradient, so the
 * comparison is made with 32 digits: [0.1, 0.2, 0.3, 0.4, 0.5] is such a case.
 */
function supportOf(z: readonly DoubleDouble[]): number[] {
  const descending = z.map((_, i) => i).sort((i, j) => (at(z, j).high - at(z, i).high) || (at(z, j).low - at(z, i).low));
  let sum = exactly(0);
  const outside = descending.findIndex((index, count) => {
    sum = add(sum, at(z, index));
    const margin = subtract(add(exactly(1), multiply(exactly(count + 1), at(z, index))), sum);
    return !(rounded(margin) > 0);
  });
  return outside < 0 ? descending : descending.slice(0, outside);
}

function at(z: readonly DoubleDouble[], index: number): DoubleDouble {
  return z[index] ?? exactly(NaN);
}

/** The entries less the largest, which moves nothing but keeps sums of large scores exact. */
function shifted(x: readonly number[]): DoubleDouble[] {
  return differencesTo(x[indexOfMaximum(x)] ?? NaN, x);
}

function project(x: readonly number[]): number[] {
  const z = shifted(x);
  if (z.some(({ high }) => Number.isNaN(high))) return x.map(() => NaN);
  const support = supportOf(z);
  const excess = subtract(total(support.map((i) => at(z, i))), exactly(1));
  const threshold = divide(excess, exactly(support.length));
  const value = x.map(() => 0);
  for (const i of support) value[i] = rounded(subtract(at(z, i), threshold));
  return value;
}

function pullback(x: readonly number[], v: readonly number[]): number[] {
  const z = shifted(x);
  if (z.some(({ high }) => Number.isNaN(high))) return x.map(() => NaN);
  const support = supportOf(z);
  const mean = divide(total(support.map((i) => exactly(v[i] ?? NaN))), exactly(support.length));
  const gradient = x.map(() => 0);
  for (const i of support) gradient[i] = rounded(subtract(exactly(v[i] ?? NaN), mean));
  return gradient;
}

export const sparsemax = defineActivation({
  kind: 'vector',
  id: 'sparsemax',
  name: 'Sparsemax',
  aliases: ['Euclidean projection on the simplex'],
  family: 'normalised',
  summary: 'The probability vector nearest to the scores: like softmax, but low scores get exactly 0.',
  formula: {
    tex: String.raw`f(x) = \operatorname*{arg\,min}_{p \in \Delta} \lVert p - x \rVert^2,\quad f(x)_i = \max(x_i - \tau(x),\, 0)`,
    plain: 'f(x) = argmin ‖p − x‖² over p ≥ 0, Σp = 1;  f(x)ᵢ = max(xᵢ − τ(x), 0)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = \delta_{ij} - \tfrac{1}{|S|} \text{ for } i, j \in S = \{k : f_k > 0\},\quad 0 \text{ otherwise}`,
    plain: '∂fᵢ/∂xⱼ = δᵢⱼ − 1/|S| for i, j in S = {k : fₖ > 0}, else 0',
  },
  parameters: {},
  answer: () => 'gives probabilities, low scores exactly 0.',
  value: (x) => project(x),
  pullback: (x, v) => pullback(x, v),
  pitfalls: [
    {
      id: 'sparsemax-log',
      text: 'Its probabilities can be exactly 0, so their logarithm, and with it cross-entropy, can be infinite. Train '
        + 'with the sparsemax loss of the same paper.',
      citations: ['martins2016'],
    },
    {
      id: 'sparsemax-no-gradient',
      text: 'An entry outside the support gets no gradient: with scores 3, 1 and 0 the first has probability 1 and the '
        + 'whole Jacobian is 0.',
    },
  ],
  citations: ['martins2016', 'peters2019', 'correia2019'],
});
