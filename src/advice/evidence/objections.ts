/** What speaks against an activation where it stands. An objection needs a known situation, never a guess. */
import type { Situation } from '../../models/situation';
import { formatNumber } from '../../pictures/numbers';
import type { Objection } from './evidence';

const smoothExponential = ['gelu', 'gelu-tanh', 'quick-gelu', 'silu', 'swish', 'mish', 'elu', 'selu', 'celu'] as const;
/** Their slope jumps somewhere. */
const kinked = [
  'relu', 'relu6', 'leaky-relu', 'prelu', 'rrelu', 'hard-tanh', 'hard-sigmoid', 'threshold', 'softshrink', 'hardshrink',
] as const;
const piecewiseLinear = [...kinked, 'identity', 'binary-step'] as const;

function sigmoidInDepth(situation: Situation): string {
  const depth = Number(situation.depth?.value ?? 0);
  const isNormalised = situation.normalisation !== undefined && situation.normalisation.value !== 'none';
  const acting = isNormalised ? 'weights and normalisation' : 'the weights';
  return `The slope of Sigmoid is at most 0.25, so ${depth} of them pass on at most ${formatNumber(0.25 ** depth)} of the gradient, before ${acting} act.`;
}

function beforeLoss(name: string): string {
  return `Take ${name} out before the loss.`;
}

/** What is sampled, compared with a threshold or returned is not the loss's. */
const readElsewhere = 'What else reads probabilities, as a sample, a threshold or an answer, gets them from a function of its own.';

export const objections: readonly Objection[] = [
  {
    id: 'sigmoid-in-depth',
    activations: ['sigmoid'],
    when: { role: ['hidden'], depthAtLeast: 3 },
    reason: sigmoidInDepth,
    strength: 'B',
    citations: ['glorot2010'],
    folklore: {
      title: 'Keep Sigmoid, raise the learning rate',
      reason: 'The gradient shrinks about fourfold or more at every layer, so no single rate fits the first layer and the last.',
    },
  },
  {
    id: 'sigmoid-hidden',
    activations: ['sigmoid'],
    when: { role: ['hidden'], architecture: ['mlp', 'cnn', 'transformer', 'gan'] },
    reason: 'The slope of Sigmoid is at most 0.25 and its outputs are all positive, which slows a hidden layer.',
    strength: 'B',
    citations: ['glorot2010'],
  },
  {
    id: 'sigmoid-somewhere-hidden',
    activations: ['sigmoid', 'hard-sigmoid'],
    when: { role: ['hidden'] },
    unless: { architecture: ['rnn'] },
    reason: 'The slope of a sigmoid is at most 0.25 and its outputs are all positive, which slows a hidden layer. Keep it where a code or a share between 0 and 1 is meant.',
    remedy: (name, first) => `Consider ${first} in the place of ${name}.`,
    strength: 'B',
    citations: ['glorot2010'],
  },
  {
    id: 'step-hidden',
    activations: ['binary-step'],
    when: { role: ['hidden', 'output'] },
    reason: 'The gradient of a step is zero wherever it exists, so nothing before it learns without a straight-through estimator.',
    strength: 'C',
    citations: ['bengio2013'],
  },
  {
    id: 'softmax-hidden',
    activations: ['softmax', 'log-softmax', 'softmin'],
    when: { role: ['hidden'] },
    reason: 'Softmax makes the units of a layer compete and squeezes them to a sum of 1, so little signal passes on.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'normalised-before-logits-loss',
    activations: ['softmax', 'sigmoid', 'softmin'],
    when: { role: ['output'], lossInput: ['logits'] },
    reason: `The loss applies its own softmax or sigmoid: a second one before it squeezes the scores and flattens the gradient, unless the library looks behind it, as Keras does on TensorFlow. ${readElsewhere}`,
    remedy: beforeLoss,
    strength: 'C',
    citations: [],
  },
  {
    id: 'log-softmax-before-logits-loss',
    activations: ['log-softmax'],
    when: { role: ['output'], lossInput: ['logits'] },
    reason: 'The loss applies log-softmax itself; a second one changes nothing and costs a pass over the scores. What else reads log-probabilities needs it.',
    remedy: (name) => `The loss needs no ${name}.`,
    strength: 'C',
    citations: [],
  },
  {
    id: 'cut-scores',
    activations: ['relu', 'relu6', 'relu-squared', 'gelu', 'gelu-tanh', 'silu'],
    when: { role: ['output'], lossInput: ['logits'] },
    reason: 'The loss takes raw scores, of either sign. Without those far below 0 its sigmoid gives nothing below about ½, its softmax can only raise the other classes, and where the function is flat nothing is learned.',
    remedy: beforeLoss,
    strength: 'C',
    citations: [],
  },
  {
    id: 'bounded-scores',
    activations: ['tanh', 'hard-tanh', 'hard-sigmoid', 'softsign'],
    when: { role: ['output'], lossInput: ['logits'] },
    reason: 'The loss takes raw scores. Between bounds as narrow as these it can never be sure of a class, and at the bounds the gradient vanishes.',
    remedy: beforeLoss,
    strength: 'C',
    citations: [],
  },
  {
    id: 'softmax-before-nll',
    activations: ['softmax', 'sigmoid'],
    when: { role: ['output'], lossInput: ['log-probabilities'] },
    reason: 'The loss takes log-probabilities; with probabilities it is negative and its gradient is not that of cross-entropy. What else reads probabilities still needs them.',
    remedy: (name, first) => `Give the loss ${first}, not ${name}.`,
    strength: 'C',
    citations: [],
  },
  {
    id: 'sigmoid-multi-class',
    activations: ['sigmoid', 'hard-sigmoid'],
    when: { role: ['output'], task: ['multi-class'], lossInput: ['probabilities'] },
    reason: 'The loss takes one distribution over classes that exclude each other; sigmoids give each class a probability of its own. Softmax is right for such classes, a binary cross-entropy for labels that can be true together.',
    // A loss that is told the number of the class leaves no doubt that there is one.
    remedy: (_name, first, { task }) => (task?.sureness === 'likely' ? `Choose ${first} or another loss.` : undefined),
    strength: 'C',
    citations: [],
  },
  {
    id: 'softmax-multi-label',
    activations: ['softmax'],
    when: { role: ['output'], task: ['multi-label'] },
    reason: 'Softmax lets one label win at the cost of the others; labels that can be true together need a sigmoid each.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'bounded-output-for-regression',
    activations: ['relu', 'relu6', 'sigmoid', 'tanh', 'softmax', 'softplus', 'hard-sigmoid', 'hard-tanh', 'exponential', 'relu-squared'],
    when: { role: ['output'], task: ['regression'] },
    reason: 'The target can be any number, and this output cannot take every value.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'relu-positive-output',
    activations: ['relu', 'relu6', 'relu-squared'],
    when: { role: ['output'], task: ['positive-regression'] },
    reason: 'Once its input is negative for every sample, the output is 0 and so is the gradient: the network cannot leave that state.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'softmax-binary',
    activations: ['softmax'],
    when: { role: ['output'], task: ['binary'], lossInput: ['probabilities'] },
    reason: 'The loss asks of each unit whether it is true, and softmax gives it a share of one whole. Sigmoid is right for labels that can be true together, a categorical cross-entropy for classes that exclude each other.',
    remedy: (_name, first) => `Choose ${first} or another loss.`,
    strength: 'C',
    citations: [],
  },
  {
    id: 'smooth-int8',
    activations: smoothExponential,
    when: { constraint: 'int8', role: ['hidden'], architecture: ['cnn'] },
    reason: 'Its small negative outputs share eight bits with an unbounded positive side, so quantising after training loses them.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'piecewise-linear-second-derivative',
    activations: piecewiseLinear,
    // Something else in the file may be differentiated twice than a function that stands outside every network.
    when: { constraint: 'second-derivative', role: ['hidden'], architecture: ['mlp', 'cnn', 'transformer', 'rnn', 'gan', 'gnn', 'implicit', 'autoencoder', 'reinforcement', 'off-policy'] },
    reason: 'Its second derivative is zero almost everywhere, so a loss on second derivatives sends back no gradient.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'kinked-input-derivative',
    activations: [...kinked, 'selu'],
    when: { constraint: 'input-derivative', role: ['hidden'], architecture: ['mlp', 'cnn', 'transformer', 'rnn', 'gnn', 'implicit', 'autoencoder'] },
    reason: 'A loss asks for the derivative with respect to an input. The slope of this function jumps at a kink, and so does that of the network wherever a unit passes one.',
    remedy: (name, first) => `Consider ${first} in the place of ${name}.`,
    strength: 'C',
    citations: [],
  },
  {
    id: 'relu-recurrent',
    activations: ['relu', 'leaky-relu', 'elu', 'gelu', 'silu', 'softplus'],
    when: { role: ['hidden'], architecture: ['rnn'], constraint: 'cudnn-rnn' },
    reason: 'Keras runs LSTM and GRU on cuDNN only with tanh and sigmoid; any other function takes the slow path.',
    strength: 'C',
    citations: [],
  },
  {
    id: 'relu-squared-float16',
    activations: ['relu-squared', 'exponential'],
    when: { role: ['hidden'], constraint: 'float16' },
    reason: 'It overflows float16: the square above 255.9, the exponential above 11.09.',
    strength: 'C',
    citations: [],
  },
];
