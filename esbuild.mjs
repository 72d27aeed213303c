/**
 * Builds everything that ships into `dist/`: the extension for both hosts, the Lab, the library, the terminal
 * program and the typeset formulas. `--watch` rebuilds what changed, with source maps and without types.
 */
import { context, build } from 'esbuild';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hosts, lab, library, libraryTypes, terminal } from './test/rig/bundles.mjs';
import { dist } from './test/rig/paths.mjs';
import { typeset } from './test/rig/typeset.mjs';

const watching = process.argv.includes('--watch');

/** Small for people, readable while working on them. */
const bundles = [...hosts, lab, library, terminal]
  .map((bundle) => ({ ...bundle, minify: !watching, sourcemap: watching ? 'linked' : false }));

/** The root says nothing of module kinds, so each folder says its own. */
async function writeModuleKinds() {
  await mkdir(join(dist, 'extension'), { recursive: true });
  await writeFile(join(dist, 'package.json'), '{"type":"module"}\n');
  await writeFile(join(dist, 'extension', 'package.json'), '{"type":"commonjs"}\n');
}

const writeFormulas = () => typeset(join(dist, 'formulas'));

async function watch() {
  await writeModuleKinds();
  await writeFormulas();
  const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
  await Promise.all(contexts.map((each) => each.watch()));
  console.log('Watching src and webview; Ctrl+C ends.');
}

async function buildOnce() {
  await rm(dist, { recursive: true, force: true });
  await writeModuleKinds();
  await Promise.all(bundles.map((bundle) => build(bundle)));
  await chmod(join(dist, 'cli.js'), 0o755);
  await libraryTypes(join(dist, 'types'));
  await writeFormulas();
}

try {
  await (watching ? watch() : buildOnce());
} catch (error) {
  // esbuild has printed its errors by now, each with its place.
  if (error.errors === undefined) console.error(error.message);
  process.exitCode = 1;
}
