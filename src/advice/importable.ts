/** Qualified names as parts, and as a file may import them. */
import type { Framework } from '../frameworks/framework';

export function parentOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('.'), 0));
}

export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function rootOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/**
 * The names under which a documented one can be imported: `tensorflow.keras.layers.ReLU` and `tf_keras.layers.ReLU` for
 * `tf.keras.layers.ReLU`. Only paths that rename the package are followed; those inside one hold a part of its names.
 */
export function importableNames({ roots, paths = {} }: Framework, name: string): string[] {
  const renamed = Object.entries(paths)
    .filter(([path, documented]) => rootOf(path) !== rootOf(documented) && name.startsWith(`${documented}.`))
    .map(([path, documented]) => path + name.slice(documented.length));
  return roots.includes(rootOf(name)) ? [name, ...renamed] : renamed;
}
