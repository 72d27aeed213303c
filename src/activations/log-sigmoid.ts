import { defineActivation } from './activation';
import { log1pexp, sigmoid, sigmoidSlope } from './logistic';

export const logSigmoid = defineActivation({
  kind: 'scalar',
  id: 'log-sigmoid',
  name: 'LogSigmoid',
  aliases: ['log of sigmoid', 'log expit'],
  family: 'sigmoidal',
  summary: 'The logarithm of the sigmoid, computed so that it neither overflows nor loses digits.',
  formula: { tex: String.raw`f(x) = \ln\sigma(x) = -\ln(1 + e^{-x})`, plain: 'f(x) = ln σ(x) = −ln(1 + exp(−x))' },
  gradient: { tex: String.raw`f'(x) = \sigma(-x)`, plain: 'f′(x) = σ(−x)' },
  parameters: {},
  answer: () => 'is the log of a probability, finite where σ is 0.',
  value: (x) => -log1pexp(-x),
  derivative: (x) => sigmoid(-x),
  secondDerivative: (x) => -sigmoidSlope(x),
  properties: () => ({
    range: { from: -Infinity, to: 0, closed: 'neither' },
    gradientRange: { from: 0, to: 1, closed: 'neither' },
    monotonic: 'increasing',
    smoothness: Infinity,
    zeroCentred: false,
    saturates: 'right',
    kinks: [],
    fixedPoints: [],
  }),
  pitfalls: [
    {
      id: 'log-of-softmax',
      text: 'log(sigmoid(x)) is not the same in floating point: in PyTorch\'s float32 it is −∞ below −88.73, where this returns x. The log '
        + 'of 1 − σ(x) is logsigmoid(−x).',
    },
    {
      id: 'bce-with-logits-includes-it',
      text: '`BCEWithLogitsLoss` already contains it and takes raw logits: its value at x = 0 is ln 2 = 0.693 for either '
        + 'label. Do not apply it first.',
    },
  ],
  citations: [],
});
