/** The different functions of a file that one plot can show, the most used first. */
import type { ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import type { Usage } from '../usages/usage';
import { valuesOf } from './use';

/** One use that stands for all that mean the same. */
export interface Distinct {
  readonly usage: Usage;
  readonly parameters: ParameterValues;
  readonly count: number;
  /** The same for uses of the same function with the same values. */
  readonly meaning: string;
}

/** Functions of a vector have no curve, so they are left out unless there is nothing else. */
export function comparableIn(usages: readonly Usage[]): Distinct[] {
  const all = distinctIn(usages);
  const plotted = all.filter(({ usage }) => findActivation(usage.activation)?.kind !== 'vector');
  return plotted.length > 0 ? plotted : all.slice(0, 1);
}

/** By function and values, in the order of their number. */
export function distinctIn(usages: readonly Usage[]): Distinct[] {
  const found = new Map<string, Distinct>();
  for (const usage of usages) {
    const parameters = valuesOf(usage);
    const meaning = JSON.stringify([usage.activation, parameters]);
    const same = found.get(meaning);
    found.set(meaning, same === undefined ? { usage, parameters, count: 1, meaning } : { ...same, count: same.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
