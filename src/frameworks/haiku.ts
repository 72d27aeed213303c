/** Haiku: no activation of its own; its networks take those of JAX as functions. */
import type { Framework } from './framework';

export const haiku: Framework = {
  id: 'haiku',
  name: 'Haiku',
  roots: ['haiku'],
  isOpen: true,
  symbols: [],
  carriers: [{ callable: 'haiku.nets.MLP', argument: 'activation' }],
};
