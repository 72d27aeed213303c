/** Whose a name is that a text gives without saying which library reads it: of those that many write settings for, or nobody known. */
import { findActivation } from '../activations/catalogue';
import type { Framework } from './framework';
import type { Found } from './lookup';
import { others } from './others';

/** What is of no library: plain numbers, and names that the project's own code reads. */
export const plainPython = { id: 'python', name: 'Python', roots: [], symbols: [], carriers: [] } satisfies Framework;

/** A name that none of the libraries that are asked reads is of none of them, and not of the one whose meaning of it is taken. */
export function ofThose(asked: readonly Framework[], found: Found): Found {
  return asked.includes(found.framework) ? found : { ...found, framework: plainPython };
}

/** Those whose users write activations into settings. */
export const usual: readonly string[] = ['pytorch', 'keras', 'tf-keras', 'flax', 'transformers'];

/** Of several that mean the same one of the usual; what only libraries have that few use is called as the text calls it, and no default is claimed. */
export function ofAnyone(found: readonly Found[], text: string): Found | undefined {
  const [first] = found;
  const known = found.find(({ framework }) => usual.includes(framework.id));
  if (known !== undefined || first === undefined) return known;
  const { form, activation, arguments: written } = first.symbol;
  return { framework: others, symbol: { name: text, form, activation, arguments: written, versioned: Object.keys(findActivation(activation)?.parameters ?? {}) } };
}
