/** Finding an activation by what a person calls it: its id, name or alias, in any case and with any separators. */
import type { Activation } from './activation';
import { activations } from './catalogue';

/** `leaky-relu`, `Leaky ReLU` and `leaky_relu` are one spelling. */
export function spellingOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, '');
}

/** An id is preferred to a name and a name to an alias, as `swish` is both an id and an alias of SiLU. */
export function searchActivation(text: string): Activation | undefined {
  const spelling = spellingOf(text);
  const isCalled = (name: string) => spellingOf(name) === spelling;
  return activations.find(({ id }) => isCalled(id))
    ?? activations.find(({ name }) => isCalled(name))
    ?? activations.find(({ aliases }) => aliases.some(isCalled));
}

/** The ids whose id, name or alias is close to the text, the closest first; none where nothing is close. */
export function nearbyActivations(text: string, limit = 3): string[] {
  const spelling = spellingOf(text);
  return activations
    .map(({ id, name, aliases }) => ({ id, distance: Math.min(...[id, name, ...aliases].map((each) => distance(spelling, spellingOf(each)))) }))
    .filter((candidate) => candidate.distance <= Math.max(1, spelling.length / 3))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, limit)
    .map(({ id }) => id);
}

/** How many letters must be inserted, removed, replaced or swapped with their neighbour; less for a common beginning. */
function distance(one: string, other: string): number {
  if (one.length > 2 && (other.startsWith(one) || one.startsWith(other))) return Math.abs(one.length - other.length) / 10;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + cost,
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
