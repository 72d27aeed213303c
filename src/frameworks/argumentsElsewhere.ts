/** By which arguments any framework takes the parameters of an activation: where code of a project reads options, one of them is meant. */
import { byName } from './byName';
import { frameworks } from './catalogue';
import type { Argument } from './framework';

/** An argument for each parameter, with all its names: `alpha` and `negative_slope` of a leaky ReLU. */
export const argumentsElsewhere = byName((activation): readonly Argument[] => {
  const names = new Map<string, Set<string>>();
  const taken = frameworks.flatMap(({ symbols }) => symbols.flatMap((symbol) => (symbol.activation === activation ? symbol.arguments : [])));
  for (const { name, aliases = [], parameter, values, negated } of taken) {
    if (parameter === undefined || values !== undefined || negated === true) continue;
    names.set(parameter, new Set([...names.get(parameter) ?? [], name, ...aliases]));
  }
  return [...names].map(([parameter, all]) => ({ name: parameter, aliases: [...all], parameter, keywordOnly: true }));
});
