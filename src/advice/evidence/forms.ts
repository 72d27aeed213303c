/** Evidence on forms of a function that weights were trained with: right to keep, and no choice for others. */
import type { Conditions, Support } from './evidence';

const hidden = { when: { role: ['hidden'] }, unless: { architecture: ['rnn'] } } as const satisfies { when: Conditions; unless: Conditions };
const inTransformer = { when: { role: ['hidden'], architecture: ['transformer'] } } as const satisfies { when: Conditions };

const quick = {
  activation: 'quick-gelu',
  kept: 'for weights that were trained with it',
  onlyFor: ['quick-gelu'],
  reason: 'CLIP was trained with it. It differs from the exact GELU by up to 0.020, so keep it for those weights; there is no reason to choose it for new ones.',
  strength: 'C',
  citations: [],
  change: 'name',
} as const satisfies Partial<Support>;

export const formSupport: readonly Support[] = [
  { id: 'quick-gelu-hidden', ...hidden, ...quick },
  { id: 'quick-gelu-transformer', ...inTransformer, ...quick },
  {
    id: 'gelu-tanh-hidden',
    ...hidden,
    activation: 'gelu-tanh',
    onlyFor: ['gelu-tanh'],
    reason: 'GPT-2 and Gemma 2 use this form. It differs from the exact GELU by at most 0.00048, which matters only when weights are carried over.',
    strength: 'C',
    citations: ['hendrycks2016'],
    change: 'name',
  },
  {
    id: 'gelu-exact',
    ...hidden,
    activation: 'gelu',
    onlyFor: ['quick-gelu', 'gelu-tanh'],
    reason: 'What this is an approximation of, for a network that is trained anew.',
    strength: 'C',
    citations: ['hendrycks2016'],
    change: 'name',
  },
];
