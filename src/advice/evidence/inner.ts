/** Evidence on gates and attention, where the function's range is the point. */
import type { Support } from './evidence';

export const innerSupport: readonly Support[] = [
  {
    id: 'attention-softmax',
    activation: 'softmax',
    when: { role: ['attention'] },
    reason: 'Turns scores into weights that sum to 1. Normalise over what they weigh: in attention over the keys, the last axis of the scores.',
    strength: 'C',
    citations: ['bridle1990'],
    change: 'name',
  },
  {
    id: 'attention-sparsemax',
    activation: 'sparsemax',
    when: { role: ['attention'] },
    reason: 'Weights that also sum to 1, with exact zeros for weak scores. Costs a sort.',
    strength: 'B',
    citations: ['martins2016'],
    change: 'name',
  },
  {
    id: 'gate-sigmoid',
    activation: 'sigmoid',
    when: { role: ['gate'] },
    reason: 'A gate is a factor between 0 and 1, so a saturating function is what it needs.',
    strength: 'C',
    citations: ['dauphin2016'],
    change: 'name',
  },
  {
    id: 'gate-hard-sigmoid',
    activation: 'hard-sigmoid',
    when: { role: ['gate'], constraint: 'mobile' },
    reason: 'The same factor between 0 and 1 without an exponential, as in the squeeze-and-excite gates of MobileNetV3.',
    strength: 'B',
    citations: ['howard2019'],
    change: 'name',
  },
  {
    id: 'gate-silu',
    activation: 'silu',
    when: { role: ['gate'], architecture: ['transformer'] },
    reason: 'Makes the pair a SwiGLU: 1.636 log-perplexity at T5-base size, against 1.663 for a sigmoid gate.',
    strength: 'A',
    citations: ['shazeer2020', 'narang2021'],
    change: 'name',
  },
  {
    id: 'gate-gelu',
    activation: 'gelu',
    when: { role: ['gate'], architecture: ['transformer'] },
    reason: 'Makes the pair a GEGLU: 1.633 log-perplexity at T5-base size, against 1.663 for a sigmoid gate.',
    strength: 'A',
    citations: ['shazeer2020', 'narang2021'],
    change: 'name',
  },
];
