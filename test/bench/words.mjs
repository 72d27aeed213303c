// The words by which a text search would look for activations: every name that the frameworks have, without its module.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export async function activationWords() {
  const contents = "export { frameworks } from './catalogue';";
  const resolveDir = fileURLToPath(new URL('../../src/frameworks', import.meta.url));
  const { outputFiles: [bundle] } = await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, write: false, format: 'esm', logLevel: 'error' });
  const { frameworks } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  const names = frameworks.flatMap(({ symbols }) => symbols).map(({ name }) => name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  // Ordinary words, by which nobody would search for activations.
  const ordinary = ['identity', 'linear', 'threshold', 'exponential', 'none'];
  return [...new Set(names)].filter((name) => /^[a-z]\w+$/.test(name) && !ordinary.includes(name)).sort();
}
