/**
 * What is often said of activations and is not right, as a widely read article of 2021 puts it (V7 Labs, "Activation
 * Functions in Neural Networks: 12 Types & Use Cases"), each with what is right and where that is from.
 */
import type { CitationKey } from '../activations/citations';

export const article = 'V7 Labs, “Activation Functions in Neural Networks [12 Types & Use Cases]”, 2021';

interface Correction {
  readonly activations: readonly string[];
  /** Twelve words at most, as the article has them. */
  readonly said: string;
  readonly instead: string;
  /** Sources, or how the figures were found. */
  readonly basis: readonly CitationKey[] | 'computed' | 'derived';
}

export const corrections: readonly Correction[] = [
  {
    activations: ['identity', 'affine'], said: 'It\'s not possible to use backpropagation as the derivative … is a constant',
    instead: 'A constant gradient other than zero is passed back unchanged. What a linear layer lacks is expressiveness: linear layers in a row are one linear layer.', basis: 'derived',
  },
  {
    activations: ['binary-step'], said: 'it cannot be used for multi-class classification problems',
    instead: 'Several step units can code several classes. What stops it is the gradient, which is zero wherever it exists; a straight-through estimator is the way round that.', basis: ['bengio2013'],
  },
  {
    activations: ['sigmoid'], said: 'gradient values are only significant for range -3 to 3',
    instead: 'The gradient is 0.25 at 0, 0.0452 at ±3 and 0.00665 at ±5: there is no edge at 3, where 18 % of the largest gradient is left.', basis: 'computed',
  },
  {
    activations: ['sigmoid'], said: 'the output of all the neurons will be of the same sign',
    instead: 'The outputs are all positive. What follows is that the gradients of one unit\'s incoming weights share a sign, so that they can only rise or fall together.', basis: ['lecun1998'],
  },
  {
    activations: ['sigmoid', 'tanh'], said: 'tanh nonlinearity is always preferred to sigmoid nonlinearity',
    instead: 'Gates, masks and probabilities need values from 0 to 1, which tanh does not give. Besides, tanh(x) is 2 σ(2x) − 1: its largest gradient is 1 where that of σ is 0.25.', basis: 'computed',
  },
  {
    activations: ['sigmoid', 'tanh'], said: 'certain activation functions squish an ample input space',
    instead: 'The range alone does not make gradients vanish; the product of slopes and weights does. Ten sigmoids pass on at most 0.25¹⁰ = 9.5 × 10⁻⁷ before the weights act, and initialisation, normalisation and skip connections matter as much.', basis: ['glorot2010'],
  },
  {
    activations: ['relu'], said: 'only a certain number of neurons are activated',
    instead: 'Ordinary kernels multiply zeros like any other number. ReLU is cheap because a maximum is cheap; its zeros save work only where the software skips them.', basis: 'derived',
  },
  {
    activations: ['relu'], said: 'linear, non-saturating property',
    instead: 'It saturates for every negative input, where its gradient is 0. At 0 the derivative does not exist; PyTorch returns 0 there.', basis: 'derived',
  },
  {
    activations: ['leaky-relu'], said: 'f(x) = max(0.1x, x)',
    instead: 'With a slope of 0.1 the gradient below 0 is 0.1, while the article gives 0.01 for it. Libraries differ too: 0.01 in PyTorch, 0.3 in the layer of Keras and 0.2 in its function.', basis: 'derived',
  },
  {
    activations: ['leaky-relu'], said: 'we would no longer encounter dead neurons in that region',
    instead: 'The gradient is small rather than zero there. A unit can still learn too slowly to matter, so the slope is a choice and no cure.', basis: 'derived',
  },
  {
    activations: ['prelu'], said: 'f(x) = max(ax, x)',
    instead: 'That holds for a ≤ 1 alone. A learned slope can grow beyond 1, and the maximum then picks the wrong branch: it is x for x ≥ 0 and a x below.', basis: 'derived',
  },
  {
    activations: ['elu'], said: 'ELU uses a log curve to define the negative values',
    instead: 'The negative side is an exponential, α(eˣ − 1), which falls to −α.', basis: 'derived',
  },
  {
    activations: ['elu'], said: 'Exploding gradient problem',
    instead: 'The slope of ELU is at most the larger of 1 and α, so by itself it makes no gradient grow for α ≤ 1. For other α than 1 the slope jumps at 0.', basis: 'derived',
  },
  {
    activations: ['softmax'], said: 'described as a combination of multiple sigmoids',
    instead: 'It is an exponential divided by the sum of all. For two classes it is the sigmoid of their difference; sigmoids of several classes do not sum to 1.', basis: ['bridle1990'],
  },
  {
    activations: ['softmax'], said: 'The function returns 1 for the largest probability index',
    instead: 'That is argmax. Softmax of [1.8, 0.9, 0.68] is [0.577, 0.235, 0.188], and but for rounding none of several outputs is exactly 0 or 1.', basis: 'computed',
  },
  {
    activations: ['silu', 'swish'], said: 'y approaches to a constant value as x approaches negative infinity',
    instead: 'That constant is 0, and it is not the lower bound: the minimum is −0.278 at x = −1.278, from where the function rises towards 0 on the left.', basis: 'computed',
  },
  {
    activations: ['silu', 'swish'], said: 'Swish consistently matches or outperforms ReLU activation function',
    instead: 'Not always: at T5-base size its log-perplexity was 1.683 where that of ReLU was 1.677.', basis: ['shazeer2020'],
  },
  {
    activations: ['silu', 'swish'], said: 'Large negative values are zeroed out for reasons of sparsity',
    instead: 'They become small and stay different from zero, so no sparse kernel can skip them.', basis: 'computed',
  },
  {
    activations: ['gelu', 'gelu-tanh'], said: '= 0.5x(1 + tanh[√(2/π)(x + 0.044715x³)])',
    instead: 'The tanh form is an approximation of xΦ(x). The two differ by up to 0.000473, at x = ±2.70, and their gradients by up to 0.00087.', basis: 'computed',
  },
  {
    activations: ['gelu', 'gelu-tanh'], said: 'GELU nonlinearity is better than ReLU and ELU activations',
    instead: 'So it was in the tests of its paper. At T5-base size GELU reached a log-perplexity of 1.679 and ReLU 1.677.', basis: ['hendrycks2016', 'shazeer2020'],
  },
  {
    activations: ['selu'], said: 'each layer preserves the mean and variance from the previous layers',
    instead: 'Only with λ = 1.0507 and α = 1.6733, LeCun normal initialisation, standardised inputs, and alpha dropout in the place of dropout. The slope just below 0 is 1.758.', basis: ['klambauer2017'],
  },
];
