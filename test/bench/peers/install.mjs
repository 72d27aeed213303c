// The peers of the benchmarks, kept beside the other tools in `.cache`: they are no dependencies of the package.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm } from '../../rig/command.mjs';
import { cache } from '../../rig/paths.mjs';

const versions = {
  '@lezer/python': '1.1.19',
  'web-tree-sitter': '0.27.2',
  'tree-sitter-python': '0.25.0',
  '@astral-sh/ruff-wasm-nodejs': '0.17.4',
};

const home = join(cache, 'bench-peers');
const stamp = JSON.stringify(versions);

/** Installs them once; an interrupted install leaves no stamp and is done again. */
export async function installPeers() {
  const done = join(home, 'installed.json');
  if (existsSync(done)) return;
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), '{"private":true}\n');
  await npm(['install', '--ignore-scripts', ...Object.entries(versions).map(([name, version]) => `${name}@${version}`)], { cwd: home });
  await writeFile(done, stamp);
}

/** Loads a peer's module, or finds a file of it. */
export const fromPeers = createRequire(join(home, 'package.json'));
