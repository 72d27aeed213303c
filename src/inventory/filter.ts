/** Which of the uses a person wants to see. */
import type { Certainty } from '../usages/usage';
import type { Use } from './use';

/** What is left out is not asked for. */
export interface Filter {
  readonly activations?: ReadonlySet<string>;
  readonly certainties?: ReadonlySet<Certainty>;
}

export const noFilter: Filter = {};

export function isFiltering({ activations, certainties }: Filter): boolean {
  return activations !== undefined || certainties !== undefined;
}

export function isShown({ activations, certainties }: Filter, { activation, certainty }: Use): boolean {
  return activations?.has(activation) !== false && certainties?.has(certainty) !== false;
}
