/** How the Lab says what it knows of the place in the code. */
import type { Architecture, Constraint, Fact, LossInput, Normalisation, Role, Situation, Sureness, Task } from '../src/models/situation';

const frameworks: Readonly<Record<string, string>> = {
  pytorch: 'PyTorch', keras: 'Keras', tensorflow: 'TensorFlow', jax: 'JAX', flax: 'Flax', transformers: 'Transformers',
};
const roles: Readonly<Record<Role, string>> = {
  hidden: 'hidden layer', output: 'output layer', gate: 'gate', attention: 'attention weights',
};
const architectures: Readonly<Record<Architecture, string>> = {
  mlp: 'MLP', cnn: 'CNN', transformer: 'transformer block', rnn: 'recurrent network', gan: 'GAN', gnn: 'graph network',
  implicit: 'implicit representation', autoencoder: 'autoencoder', reinforcement: 'reinforcement learning', 'off-policy': 'reinforcement learning off-policy',
};
const tasks: Readonly<Record<Task, string>> = {
  binary: 'binary classification', 'multi-class': 'one of many classes', 'multi-label': 'several labels at once', regression: 'regression',
  'positive-regression': 'positive regression', 'bounded-regression': 'bounded regression', 'language-modelling': 'language modelling',
  segmentation: 'segmentation', generation: 'generation', control: 'control',
};
const lossInputs: Readonly<Record<LossInput, string>> = {
  logits: 'loss takes logits', probabilities: 'loss takes probabilities', 'log-probabilities': 'loss takes log-probabilities', values: 'loss takes values',
  elsewhere: 'loss in another file', beside: 'loss takes what it is applied to',
};
const normalisations: Readonly<Record<Normalisation, string>> = {
  batch: 'BatchNorm before', layer: 'LayerNorm before', group: 'GroupNorm before', none: 'no norm layer before',
};
const constraints: Readonly<Record<Constraint, string>> = {
  int8: 'int8', mobile: 'mobile', float16: 'float16', bfloat16: 'bfloat16', sparsity: 'sparsity', 'second-derivative': 'second derivatives', 'input-derivative': 'derivatives by inputs', 'cudnn-rnn': 'cuDNN recurrence',
};

/** The parts of a situation that hold one fact each. */
export type Topic = Exclude<keyof Situation, 'constraints'>;

interface TopicWords {
  readonly name: string;
  /** The values a person may choose from; free numbers have none. */
  readonly values: Readonly<Record<string, string>>;
}

export const topics: Readonly<Record<Topic, TopicWords>> = {
  framework: { name: 'Framework', values: frameworks },
  role: { name: 'Layer', values: roles },
  architecture: { name: 'Network', values: architectures },
  task: { name: 'Task', values: tasks },
  lossInput: { name: 'Loss', values: lossInputs },
  normalisation: { name: 'Normalisation', values: normalisations },
  depth: { name: 'Depth', values: {} },
};
export const topicOrder: readonly Topic[] = ['framework', 'architecture', 'role', 'normalisation', 'task', 'lossInput', 'depth'];
export const constraintWords = constraints;

export const surenessWords: Readonly<Record<Sureness, string>> = {
  read: 'read from your code', likely: 'likely', guess: 'a guess', corrected: 'set by you',
};

export function wordsOf(topic: Topic, value: string | number): string {
  if (topic === 'depth') return `depth ${value}`;
  return topics[topic].values[value] ?? String(value);
}

export function frameworkName(id: string): string {
  return frameworks[id] ?? id;
}

/** `negativeSlope` as `negative slope`. */
export function parameterName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function factOf(situation: Situation, topic: Topic): Fact | undefined {
  return situation[topic];
}

/** The situation with one fact set by the person, or made unknown. */
export function corrected(situation: Situation, topic: Topic, value: string | number | undefined): Situation {
  const { [topic]: _, ...rest } = situation;
  return value === undefined ? rest : { ...rest, [topic]: { value, sureness: 'corrected' } };
}

export function withoutConstraint(situation: Situation, constraint: Constraint): Situation {
  return { ...situation, constraints: situation.constraints.filter(({ value }) => value !== constraint) };
}

export function withConstraint(situation: Situation, constraint: Constraint): Situation {
  return { ...withoutConstraint(situation, constraint), constraints: [...withoutConstraint(situation, constraint).constraints, { value: constraint, sureness: 'corrected' }] };
}

/** Numbers stay on one line with what they belong to. */
export function unbroken(text: string): string {
  return text.replace(/N\((\S+), (\S+)\)/g, 'N($1,\u00a0$2)').replace(/ ([=×]) /g, '\u00a0$1\u00a0');
}
