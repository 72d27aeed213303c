/** Programs that the system has, or that a Debian container can be given. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command.mjs';

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, name)).find(isProgram);
}

/** Whether the packages are there now. Somebody's own machine is left as it is: only root of a system with apt-get installs. */
export async function installFromDebian(what, packages, say) {
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined) return false;
  say(`Installing ${what} with apt-get`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => command('apt-get', ['install', '-y', '-o', 'DPkg::Lock::Timeout=180', '--no-install-recommends', ...packages], { env });
  // The package lists of a fresh container are empty or old.
  return install().catch(() => command('apt-get', ['update'], { env }).then(install)).then(() => true, () => false);
}
