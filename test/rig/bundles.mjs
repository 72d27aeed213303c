/** How each part of the product is bundled by esbuild; `esbuild.mjs` writes them to `dist/`, tests to folders of their own. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { command } from './command.mjs';
import { root } from './paths.mjs';

const { resolve } = createRequire(import.meta.url);

/** The build of `yaml` for browsers is an ES module that needs nothing of Node, so it serves everywhere. */
const yaml = join(resolve('yaml/package.json'), '..', 'browser', 'index.js');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Libraries are taken as ES modules where they have them: those can be bundled into any other kind.
  mainFields: ['module', 'main'],
  alias: { yaml },
};

/**
 * The oldest VS Code of `engines.vscode` runs Node 16 and Chromium 102.
 *
 * @type {import('esbuild').BuildOptions}
 */
const host = { ...shared, format: 'cjs', external: ['vscode'] };

/**
 * VS Code reads all of an extension's main file before it starts, so that what is only loaded when a person asks for it stands in
 * a file of its own. A host in a browser fetches one file and no other.
 *
 * @type {import('esbuild').Plugin}
 */
const lensApart = {
  name: 'lens-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/lens$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './lens.js', external: true } : undefined));
  },
};

/**
 * The extension in VS Code's two kinds of host.
 *
 * @type {import('esbuild').BuildOptions[]}
 */
export const hosts = [
  {
    ...host, entryPoints: { node: 'src/extension.ts', lens: 'src/editor/lens.ts' }, plugins: [lensApart], supported: { 'dynamic-import': false },
    platform: 'node', target: 'node16', outdir: 'dist/extension',
  },
  { ...host, entryPoints: ['src/extension.ts'], platform: 'browser', target: 'chrome102', outfile: 'dist/extension/web.js' },
];

/** @type {import('esbuild').BuildOptions} */
export const lab = {
  ...shared, entryPoints: { main: 'webview/main.ts', style: 'webview/style.css', simulationWorker: 'webview/depth/simulationWorker.ts' }, outdir: 'dist/webview',
  format: 'iife', platform: 'browser', target: 'chrome102',
};

/** @type {import('esbuild').BuildOptions} */
export const library = { ...shared, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', format: 'esm', platform: 'neutral', target: 'es2022' };

/**
 * What only some commands and files need, such as the parsers of configurations, is loaded when it is asked for.
 *
 * @type {import('esbuild').BuildOptions}
 */
export const terminal = {
  ...shared, entryPoints: { cli: 'src/cli/main.ts', 'cli/worker': 'src/cli/threads/worker.ts' }, outdir: 'dist', splitting: true, chunkNames: 'cli/[name]-[hash]',
  format: 'esm', platform: 'node', target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
};

/**
 * Writes the library's types. TypeScript keeps imports as they are written, without the extension that Node
 * asks of an ES module, so it is added here.
 *
 * @param {string} folder
 */
export async function libraryTypes(folder) {
  await command(process.execPath, [resolve('typescript/bin/tsc'), '-p', 'tsconfig.library.json', '--outDir', folder], { cwd: root });
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace(/((?:from|import\()\s*['"])(\.{1,2}\/[^'"]+)(?=['"])/g, '$1$2.js'));
  }
}
