/**
 * Builds everything that ships into `dist/`: the extension for both hosts, the Lab, the library, the terminal
 * program and the typeset formulas. `--watch` rebuilds what changed, with source maps and without types.
 */
import { context, build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dist, root } from './test/rig/paths.mjs';
import { typeset } from './test/rig/typeset.mjs';

const watching = process.argv.includes('--watch');

/** What all bundles share: small for people, readable while working on them. */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !watching,
  sourcemap: watching ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
};

// The oldest VS Code of `engines.vscode` runs Node 16 and Chromium 102.
const host = { ...shared, entryPoints: ['src/extension.ts'], format: 'cjs', external: ['vscode'] };

const bundles = [
  { ...host, platform: 'node', target: 'node16', outfile: 'dist/extension/node.js' },
  { ...host, platform: 'browser', target: 'chrome102', outfile: 'dist/extension/web.js' },
  {
    ...shared, entryPoints: { main: 'webview/main.ts', style: 'webview/style.css' }, outdir: 'dist/webview',
    format: 'iife', platform: 'browser', target: 'chrome102',
  },
  { ...shared, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', format: 'esm', platform: 'neutral', target: 'es2022' },
  {
    ...shared, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', format: 'esm', platform: 'node', target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
  },
];

/** The root says nothing of module kinds, so each folder says its own. */
async function writeModuleKinds() {
  await mkdir(join(dist, 'extension'), { recursive: true });
  await writeFile(join(dist, 'package.json'), '{"type":"module"}\n');
  await writeFile(join(dist, 'extension', 'package.json'), '{"type":"commonjs"}\n');
}

/**
 * Writes the library's types. TypeScript keeps imports as they are written, without the extension that Node
 * asks of an ES module, so it is added here.
 */
async function writeTypes() {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.library.json'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The types of the library do not compile.');
  const types = join(dist, 'types');
  for (const name of await readdir(types, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const text = await readFile(join(types, name), 'utf8');
    await writeFile(join(types, name), text.replace(/((?:from|import\()\s*['"])(\.{1,2}\/[^'"]+)(?=['"])/g, '$1$2.js'));
  }
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
  await writeTypes();
  await writeFormulas();
}

try {
  await (watching ? watch() : buildOnce());
} catch (error) {
  // esbuild has printed its errors by now, each with its place.
  if (error.errors === undefined) console.error(error.message);
  process.exitCode = 1;
}
