import { acon, aconCurvature, aconProperties, aconSlope, lines } from './acon';
import { defineActivation } from './activation';
import { shown } from './wording';

export const metaAconC = defineActivation({
  kind: 'scalar',
  id: 'meta-acon-c',
  name: 'Meta-ACON-C',
  aliases: ['meta acon'],
  family: 'self-gated',
  summary: 'ACON-C whose sharpness β a small network computes from the channel means, so that it differs from sample to sample.',
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
      kind: 'number', symbol: 'β', default: 1, min: 0, max: 1, step: 0.25,
      meaning: 'The sharpness that the network computes: a sigmoid, so between 0 and 1. The curve is for one value of it.',
    },
  },
  answer: ({ p1, p2 }) => `blends lines of slope ${shown(p1)} and ${shown(p2)}.`,
  value: acon,
  derivative: aconSlope,
  secondDerivative: aconCurvature,
  properties: aconProperties,
  pitfalls: [
    {
      id: 'meta-acon-is-no-curve',
      text: 'β is computed from the means over the whole feature map, so the output at one place depends on all others. The '
        + 'curve and its gradient hold for a given β.',
      citations: ['ma2021acon'],
    },
  ],
  citations: ['ma2021acon'],
});
