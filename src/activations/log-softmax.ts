import { defineActivation } from './activation';
import { logSoftmaxPullback, logSoftmaxValue } from './normalised';

export const logSoftmax = defineActivation({
  kind: 'vector',
  id: 'log-softmax',
  name: 'LogSoftmax',
  aliases: ['logarithm of softmax'],
  family: 'normalised',
  summary: 'The logarithms of the softmax probabilities, computed without ever forming a probability that rounds to 0.',
  formula: {
    tex: String.raw`f(x)_i = x_i - \ln \sum_j e^{x_j}`,
    plain: 'f(x)ᵢ = xᵢ − ln Σⱼ exp(xⱼ)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = \delta_{ij} - e^{f_j}`,
    plain: '∂fᵢ/∂xⱼ = δᵢⱼ − exp(fⱼ)',
  },
  parameters: {},
  answer: () => 'gives the logarithms of probabilities.',
  value: (x) => logSoftmaxValue(x),
  pullback: (x, v) => logSoftmaxPullback(x, v),
  pitfalls: [
    {
      id: 'nll-needs-log-softmax',
      text: 'PyTorch\'s `NLLLoss` wants these log-probabilities; given softmax probabilities its loss lies between '
        + '−1 and 0 and its gradient is not that of cross-entropy.',
    },
    {
      id: 'softmax-dim-missing',
      text: 'Without `dim`, PyTorch\'s `nn.LogSoftmax` and `F.log_softmax` take dimension 0 for tensors of 0, 1 or 3 '
        + 'dimensions and 1 for others. Write `dim=-1`.',
    },
    {
      id: 'redundant-activation',
      text: '`CrossEntropyLoss` applies log-softmax itself. A second one changes nothing, since the exponentials '
        + 'already have sum 1; it only costs time.',
    },
  ],
  citations: [],
});
