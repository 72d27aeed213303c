import { defineActivation } from './activation';
import { softmaxPullback, softmaxValue } from './normalised';

const negated = (x: readonly number[]) => x.map((value) => -value);

export const softmin = defineActivation({
  kind: 'vector',
  id: 'softmin',
  name: 'Softmin',
  aliases: ['softargmin'],
  family: 'normalised',
  summary: 'Softmax of the negated inputs: the smallest input, such as a distance or a cost, gets the largest share.',
  formula: {
    tex: String.raw`f(x)_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}`,
    plain: 'f(x)ᵢ = exp(−xᵢ) / Σⱼ exp(−xⱼ)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = f_i\,(f_j - \delta_{ij})`,
    plain: '∂fᵢ/∂xⱼ = fᵢ (fⱼ − δᵢⱼ)',
  },
  parameters: {},
  answer: () => 'gives the smallest input the largest share.',
  value: (x) => softmaxValue(negated(x)),
  pullback: (x, v) => negated(softmaxPullback(negated(x), v)),
  pitfalls: [
    {
      id: 'softmax-dim-missing',
      text: 'Without `dim`, PyTorch\'s `nn.Softmin` and `F.softmin` take dimension 0 for tensors of 0, 1 or 3 dimensions '
        + 'and 1 for others. Write `dim=-1`.',
    },
  ],
  citations: [],
});
