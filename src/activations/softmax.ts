import { defineActivation } from './activation';
import { softmaxPullback, softmaxValue } from './normalised';

export const softmax = defineActivation({
  kind: 'vector',
  id: 'softmax',
  name: 'Softmax',
  aliases: ['softargmax', 'normalised exponential'],
  family: 'normalised',
  summary: 'Turns a vector of scores into probabilities: all positive, largest for the largest score, with sum 1.',
  formula: {
    tex: String.raw`f(x)_i = \frac{e^{x_i/T}}{\sum_j e^{x_j/T}}`,
    plain: 'f(x)ᵢ = exp(xᵢ/T) / Σⱼ exp(xⱼ/T)',
  },
  gradient: {
    tex: String.raw`\frac{\partial f_i}{\partial x_j} = \tfrac{1}{T}\, f_i\,(\delta_{ij} - f_j)`,
    plain: '∂fᵢ/∂xⱼ = fᵢ (δᵢⱼ − fⱼ) / T',
  },
  parameters: {
    temperature: {
      kind: 'number', symbol: 'T', default: 1, min: 0.1, max: 10, step: 0.1, domain: 'positive',
      meaning: 'Divides the scores: above 1 the probabilities come closer together, below 1 the largest wins more. It must be positive.',
    },
  },
  answer: ({ temperature }) => {
    if (temperature > 1) return `with T = ${temperature} evens the probabilities out.`;
    if (temperature < 1) return `with T = ${temperature} sharpens the probabilities.`;
    return 'turns scores into probabilities with sum 1.';
  },
  value: (x, { temperature }) => softmaxValue(x, temperature),
  pullback: (x, v, { temperature }) => softmaxPullback(x, v, temperature),
  pitfalls: [
    {
      id: 'softmax-before-cross-entropy',
      text: 'A cross-entropy loss that expects logits applies softmax again: with 10 classes no probability can then '
        + 'exceed 0.232 and the loss cannot fall below ln(1 + 9/e) = 1.46. Only Keras on TensorFlow looks behind the softmax, and warns. Give the loss the logits.',
    },
    {
      id: 'softmax-dim-missing',
      text: 'Without `dim`, PyTorch\'s `nn.Softmax` and `F.softmax` take dimension 0 for tensors of 0, 1 or 3 dimensions '
        + 'and 1 for others: (batch, sequence, class) is normalised over the batch. Write `dim=-1`.',
    },
    {
      id: 'softmax-on-one-unit',
      text: 'Over a single score softmax is 1 whatever the score, with gradient 0: nothing is learned through it. For one '
        + 'output use sigmoid.',
    },
    {
      id: 'masked-softmax-nan',
      text: 'If every entry is masked with −∞, the result is 0/0 = NaN; and −1e9 does not fit into float16, whose '
        + 'largest number is 65504. Mask with `torch.finfo(dtype).min` and zero the fully masked rows.',
    },
    {
      id: 'log-of-softmax',
      text: 'log(softmax(x)) is −∞ in float32 for a score more than 104 below the largest, because its probability '
        + 'rounds to 0. `log_softmax` stays finite.',
    },
    {
      id: 'multilabel-softmax',
      text: 'Softmax makes the classes compete for a sum of 1, so at most one of them can be above 0.5. Where several '
        + 'labels may be true at once, use one sigmoid for each.',
    },
  ],
  citations: ['bridle1990'],
});
