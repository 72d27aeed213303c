import { defineActivation } from './activation';
import { sigmoid as logistic, sigmoidCurvature, sigmoidSlope } from './logistic';

export const sigmoid = defineActivation({
  kind: 'scalar',
  id: 'sigmoid',
  name: 'Sigmoid',
  aliases: ['logistic', 'expit', 'sigma'],
  family: 'sigmoidal',
  summary: 'Squashes any number into the interval from 0 to 1, where it can be read as a probability.',
  formula: { tex: String.raw`f(x) = \sigma(x) = \tfrac{1}{1 + e^{-x}}`, plain: 'f(x) = σ(x) = 1 / (1 + exp(−x))' },
  gradient: { tex: String.raw`f'(x) = \sigma(x)\,(1 - \sigma(x))`, plain: 'f′(x) = σ(x) (1 − σ(x))' },
  parameters: {},
  answer: () => 'passes at most 0.25 of the gradient.',
  value: logistic,
  derivative: sigmoidSlope,
  secondDerivative: sigmoidCurvature,
  properties: () => ({
    range: { from: 0, to: 1, closed: 'neither' },
    gradientRange: { from: 0, to: 0.25, closed: 'right' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'both',
    kinks: [],
    fixedPoints: [0.6590460684074067],
  }),
  pitfalls: [
    {
      id: 'sigmoid-before-bce-with-logits',
      text: '`BCEWithLogitsLoss` applies sigmoid itself. A second one maps every score into [0.5, 0.731], so no sample can '
        + 'be called negative. Return the logits and apply sigmoid at inference.',
    },
    {
      id: 'sigmoid-hidden-deep',
      text: 'Its slope is at most 0.25, so ten hidden layers pass at most 9.5 × 10⁻⁷ of a gradient (for weights of size 1). '
        + 'Use ReLU or GELU between layers, sigmoid for gates and probabilities.',
    },
    {
      id: 'bce-under-autocast',
      text: 'Under `torch.autocast` on a GPU a sigmoid with `BCELoss` raises an error. Use `BCEWithLogitsLoss` on the logits.',
    },
    {
      id: 'log-of-softmax',
      text: 'In PyTorch log(sigmoid(x)) is −∞ in float32 for x below −88.73, where exp(−x) overflows. `logsigmoid` returns about x there.',
    },
    {
      id: 'threshold-or-metric-on-logits',
      text: 'A threshold of 0.5 belongs to probabilities: on logits it means p > 0.622. Compare logits with 0.',
    },
  ],
  citations: ['glorot2010'],
});
