import { defineActivation } from './activation';
import { indexOfMaximum } from './normalised';

function oneHot(x: readonly number[]): number[] {
  if (x.some(Number.isNaN)) return x.map(() => NaN);
  const largest = indexOfMaximum(x);
  return x.map((_, i) => (i === largest ? 1 : 0));
}

export const hardmax = defineActivation({
  kind: 'vector',
  id: 'hardmax',
  name: 'Hardmax',
  aliases: ['one-hot argmax'],
  family: 'normalised',
  summary: '1 for the largest score and 0 for all others: what softmax becomes as its temperature goes to 0.',
  formula: {
    tex: String.raw`f(x)_i = \mathbf{1}\!\left[i = \operatorname*{arg\,max}_j x_j\right]`,
    plain: 'f(x)ᵢ = 1 where i = argmax(x) (the first of equals), else 0',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = 0`,
    plain: '∂fᵢ/∂xⱼ = 0',
  },
  parameters: {},
  answer: () => 'gives 1 to the largest score, 0 to the others.',
  value: (x) => oneHot(x),
  pullback: (x) => oneHot(x).map((each) => 0 * each),
  pitfalls: [
    {
      id: 'hardmax-no-gradient',
      text: 'Its gradient is 0 wherever it has one, so nothing before it learns. Train with softmax or Gumbel-softmax, and '
        + 'take the largest only afterwards.',
    },
    {
      id: 'hardmax-axis',
      text: 'ONNX\'s Hardmax has axis −1 since opset 13. Before, it was 1, and all axes from there on were flattened into one.',
    },
  ],
  citations: [],
});
