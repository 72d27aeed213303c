/** Where evidence speaks for an activation, and where against it, in words: for a reader who has no place in the code in mind. */
import type { CitationKey } from '../activations/citations';
import type { Architecture, Constraint, LossInput, Normalisation, Role, Task } from '../models/situation';
import type { Conditions } from './evidence/evidence';
import { objections } from './evidence/objections';
import { supports } from './evidence/supports';
import type { Strength } from './recommendation';

export interface Use {
  /** `Hidden layers of transformers` */
  readonly where: string;
  readonly reason: string;
  readonly strength: Strength;
  readonly citations: readonly CitationKey[];
}

export function usesOf(activation: string): { readonly fits: readonly Use[]; readonly unfits: readonly Use[] } {
  const support = supports.filter((each) => each.activation === activation);
  // What also holds under narrower conditions, where it ranks higher, is said once.
  const said = support.filter(({ reason }, place) => support.findIndex((other) => other.reason === reason) === place);
  return {
    fits: said.flatMap(useOf),
    unfits: objections.filter(({ activations }) => activations.includes(activation)).flatMap(useOf),
  };
}

/** A reason that is made for one place says nothing of others. */
function useOf({ when, reason, strength, citations }: Pick<(typeof objections)[number], 'when' | 'reason' | 'strength' | 'citations'>): Use[] {
  return typeof reason === 'string' ? [{ where: conditionWords(when), reason, strength, citations }] : [];
}

const roles: Readonly<Record<Role, string>> = { hidden: 'hidden layers', output: 'output layers', gate: 'gates', attention: 'attention weights' };
const architectures: Readonly<Record<Architecture, string>> = {
  mlp: 'MLPs', cnn: 'convolutional networks', transformer: 'transformers', rnn: 'recurrent networks', gan: 'GANs', gnn: 'graph networks',
  implicit: 'implicit representations', autoencoder: 'autoencoders', reinforcement: 'reinforcement learning', 'off-policy': 'off-policy reinforcement learning',
};
const tasks: Readonly<Record<Task, string>> = {
  binary: 'binary classification', 'multi-class': 'one of many classes', 'multi-label': 'several labels at once', regression: 'regression',
  'positive-regression': 'positive targets', 'bounded-regression': 'bounded targets', 'language-modelling': 'language modelling',
  segmentation: 'segmentation', generation: 'generation', control: 'control',
};
const losses: Readonly<Record<LossInput, string>> = {
  logits: 'before a loss that takes logits', probabilities: 'before a loss that takes probabilities',
  'log-probabilities': 'before a loss that takes log-probabilities', values: 'before a loss that takes values',
  elsewhere: 'before a loss in another file', beside: 'beside a loss that takes the raw scores',
};
const constraints: Readonly<Record<Constraint, string>> = {
  int8: 'with 8-bit integers', mobile: 'on mobile devices', float16: 'in float16', bfloat16: 'in bfloat16', sparsity: 'where zeros are to be skipped',
  'second-derivative': 'where second derivatives are needed', 'input-derivative': 'where a loss asks for the derivative by an input', 'cudnn-rnn': 'on cuDNN',
};
const normalisations: Readonly<Record<Normalisation, string>> = { batch: 'behind BatchNorm', layer: 'behind LayerNorm', group: 'behind GroupNorm', none: 'without normalisation' };

function conditionWords({ role, architecture, task, lossInput, normalisation, constraint, depthAtLeast }: Conditions): string {
  const words = [
    listed(role, roles) || 'layers', prefixed('of', listed(architecture, architectures)), prefixed('for', listed(task, tasks)), listed(lossInput, losses),
    listed(normalisation, normalisations), constraint ? constraints[constraint] : '', depthAtLeast === undefined ? '' : `from depth ${depthAtLeast} on`,
  ].filter((part) => part !== '').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function prefixed(preposition: string, words: string): string {
  return words === '' ? '' : `${preposition} ${words}`;
}

function listed<K extends string>(values: readonly K[] | undefined, words: Readonly<Record<K, string>>): string {
  const all = (values ?? []).map((value) => words[value]);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}
