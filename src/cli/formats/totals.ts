/** How often each activation was met. */
import { findActivation } from '../../activations/catalogue';
import type { Tally } from '../tally';

/** The names of the activations and how often each is used, the most used first. */
export function totals({ uses }: Tally): [name: string, count: number][] {
  return [...uses]
    .sort(([, one], [, other]) => other - one)
    .map(([id, each]) => [findActivation(id)?.name ?? id, each]);
}
