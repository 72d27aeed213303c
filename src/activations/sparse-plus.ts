import { defineActivation } from './activation';
import { smelu } from './smelu';

/** SparsePlus is SmeLU with its parabola between -1 and 1. */
const bend = { beta: 1 };

export const sparsePlus = defineActivation({
  kind: 'scalar',
  id: 'sparse-plus',
  name: 'Sparseplus',
  aliases: [],
  family: 'smooth',
  summary: 'A smooth ReLU that is exactly 0 below −1 and exactly x above 1, with a parabola between: SmeLU with β = 1.',
  formula: {
    tex: String.raw`f(x) = \begin{cases} 0 & x \le -1 \\ \tfrac{1}{4}(x + 1)^2 & |x| < 1 \\ x & x \ge 1 \end{cases}`,
    plain: 'f(x) = 0 if x ≤ −1, x if x ≥ 1, else ¼(x + 1)²',
  },
  gradient: {
    tex: String.raw`f'(x) = \begin{cases} 0 & x \le -1 \\ \tfrac{x + 1}{2} & |x| < 1 \\ 1 & x \ge 1 \end{cases}`,
    plain: 'f′(x) = 0 if x ≤ −1, 1 if x ≥ 1, else (x + 1)/2',
  },
  parameters: {},
  answer: () => 'is ReLU with a parabola between −1 and 1.',
  value: (x) => smelu.value(x, bend),
  derivative: (x) => smelu.derivative(x, bend),
  secondDerivative: (x) => smelu.secondDerivative(x, bend),
  properties: () => smelu.properties(bend),
  pitfalls: [
    {
      id: 'dead-relu-risk',
      text: 'Below −1 output and gradient are exactly 0, unlike with softplus, so a unit can die there as with ReLU.',
    },
    {
      id: 'sparse-plus-derivative',
      text: 'Its gradient is sparse sigmoid, as that of softplus is sigmoid; its second derivative jumps at ±1, so for losses on '
        + 'second derivatives use softplus.',
    },
  ],
  citations: ['blondel2020'],
});
