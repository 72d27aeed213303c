import { acon, aconCurvature, aconProperties, aconSlope, lines } from './acon';
import { defineActivation } from './activation';
import { shown } from './wording';

export const aconC = defineActivation({
  kind: 'scalar',
  id: 'acon-c',
  name: 'ACON-C',
  aliases: ['acon', 'activate or not'],
  family: 'self-gated',
  summary: 'A smooth maximum of two lines through zero, whose slopes and whose sharpness are learned for each channel.',
  formula: {
    tex: String.raw`f(x) = (p_1 - p_2)\,x\,\sigma(\beta(p_1 - p_2)x) + p_2 x`,
    plain: 'f(x) = (p₁ − p₂) x σ(β(p₁ − p₂)x) + p₂x',
  },
  gradient: {
    tex: String.raw`f'(x) = (p_1 - p_2)\,\sigma(z)\,(1 + z\,\sigma(-z)) + p_2,\; z = \beta(p_1 - p_2)x`,
    plain: 'f′(x) = (p₁ − p₂) σ(z) (1 + z σ(−z)) + p₂, z = β(p₁ − p₂)x',
  },
  parameters: {
    ...lines,
    beta: {
      kind: 'number', symbol: 'β', default: 1, min: 0, max: 10, step: 0.5, learned: true,
      meaning: 'How sharply it turns from one line to the other: 0 gives their mean, large values their maximum.',
    },
  },
  answer: ({ p1, p2, beta }) => {
    if (p1 === 1 && p2 === 0 && beta === 1) return 'with p₁ = 1, p₂ = 0 and β = 1 is SiLU.';
    return `blends lines of slope ${shown(p1)} and ${shown(p2)}.`;
  },
  value: acon,
  derivative: aconSlope,
  secondDerivative: aconCurvature,
  properties: aconProperties,
  pitfalls: [
    {
      id: 'acon-beta-zero',
      text: 'At β = 0 it is the straight line ½(p₁ + p₂)x, which is also what equal slopes p₁ = p₂ give: a channel that '
        + 'learns one of these does not activate.',
      citations: ['ma2021acon'],
    },
  ],
  citations: ['ma2021acon'],
});
