/** Modules that a text asks without importing them: the cell or the file that did so is missing, and what is left goes by the names that everyone uses. */
import { nameOf } from '../python/parts';
import type { Node } from '../python/syntax';
import type { Reading } from './reading';

const ofKeras = ['keras', 'tensorflow', 'tf_keras'];
const ofJax = ['jax', 'flax', 'haiku', 'equinox', 'optax'];

/** Beside which packages a name that nobody binds is what everyone calls so. */
const beside: ReadonlyMap<string, readonly string[]> = new Map([
  ['F', ['torch']], ['nn', ['torch']],
  ['tf', ['tensorflow', 'keras', 'tf_keras', 'tflearn']],
  ['keras', ofKeras], ['layers', ofKeras], ['activations', ofKeras], ['K', ofKeras],
  ['jax', ofJax], ['jnp', ofJax], ['jnn', ofJax],
  ['nonlinearities', ['lasagne']],
]);

export function isForgotten({ tree, names }: Reading, root: Node): boolean {
  const packages = beside.get(nameOf(tree, root)) ?? [];
  return packages.some((name) => names.importedRoots.has(name)) && names.bindingsOf(root).length === 0;
}
