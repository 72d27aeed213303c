/** What must be there before anything else runs. Imports nothing that has to be installed first. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, npm } from './command.mjs';
import { out, root } from './paths.mjs';

async function packagesIn(lock) {
  if (!existsSync(lock)) return {};
  return JSON.parse(await readFile(lock, 'utf8')).packages;
}

/** Whether `node_modules` holds what the lock file asks for; npm leaves out what another platform needs. */
async function isInstalled() {
  const wanted = await packagesIn(join(root, 'package-lock.json'));
  const installed = await packagesIn(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || optional || installed[path]?.version === version);
}

/** Installs the development dependencies unless they are there. */
export async function installDependencies(say) {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Error(`Node 20 or later is needed; this is ${process.version}.`);
  if (await isInstalled()) return;
  say('Installing dependencies (npm ci)');
  await npm(['ci'], { cwd: root });
}

/** Builds `dist/`. */
export function buildAll() {
  return command(process.execPath, ['esbuild.mjs'], { cwd: root, show: true });
}

/** Packages what was built and answers where; `package.mjs` checks what is inside. */
export async function packageAll() {
  await command(process.execPath, [join(root, 'test', 'rig', 'package.mjs')], { cwd: root });
  return join(out, 'activation-lens.vsix');
}

/** Says what is being done and, from the second line on, how long it has taken so far. */
export function progress() {
  const begin = Date.now();
  return (line) => console.log(`[${String(Math.round((Date.now() - begin) / 1000)).padStart(3)} s] ${line}`);
}
