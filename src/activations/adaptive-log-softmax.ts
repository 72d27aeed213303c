import { defineActivation } from './activation';
import { logSoftmaxPullback, logSoftmaxValue } from './normalised';

/** The layer's own matrices and cutoffs are no part of a function of scores: what is evaluated is its head. */
export const adaptiveLogSoftmax = defineActivation({
  kind: 'vector',
  id: 'adaptive-log-softmax',
  name: 'Adaptive log-softmax',
  aliases: ['adaptive softmax', 'AdaptiveLogSoftmaxWithLoss'],
  family: 'normalised',
  summary: 'Log-softmax in two steps for large vocabularies: first among frequent words and clusters, then inside a cluster. '
    + 'Numbers and pictures here are of one step.',
  formula: {
    tex: String.raw`\ln p(w) = \operatorname{ls}(h)_w \text{ in the head},\quad \operatorname{ls}(h)_c + \operatorname{ls}(t_c)_w \text{ in cluster } c,\quad \operatorname{ls}(x)_i = x_i - \ln \sum_j e^{x_j}`,
    plain: 'ln p(w) = ls(h)_w in the head, ls(h)_c + ls(t_c)_w in cluster c; ls(x)ᵢ = xᵢ − ln Σⱼ exp(xⱼ)',
  },
  gradient: {
    tex: String.raw`\frac{\partial \operatorname{ls}_i}{\partial x_j} = \delta_{ij} - e^{\operatorname{ls}_j}`,
    plain: '∂lsᵢ/∂xⱼ = δᵢⱼ − exp(lsⱼ)',
  },
  parameters: {
    divValue: {
      kind: 'number', symbol: 'd', default: 4, min: 1, max: 8, step: 1,
      meaning: 'Cluster k scores its words from features that are dᵏ times fewer: it changes the size of the layer, not the function of its scores.',
    },
  },
  answer: () => 'is log-softmax in a head and clusters.',
  value: (x) => logSoftmaxValue(x),
  pullback: (x, v) => logSoftmaxPullback(x, v),
  pitfalls: [
    {
      id: 'adaptive-softmax-order',
      text: 'Classes must be numbered by falling frequency: the cutoffs make the first ones the head, and a frequent word in a '
        + 'late cluster is slow and gets few features.',
    },
    {
      id: 'adaptive-softmax-has-the-loss',
      text: 'PyTorch\'s `AdaptiveLogSoftmaxWithLoss` holds the last linear layer and the loss: give it features and targets, '
        + 'not logits. All log-probabilities come from `log_prob`.',
    },
  ],
  citations: ['grave2016'],
});
