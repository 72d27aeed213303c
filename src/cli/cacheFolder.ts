/** The folder of a cache: where it is, that it is one, and that it does not grow without end. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Failure } from '../documents/failure';
import { attempt } from './read';
import { day } from './shelves';

/** Where programs of this system keep what can be made again; nothing where there is no such place. */
export function usualFolder({ XDG_CACHE_HOME = '', LOCALAPPDATA = '' }: NodeJS.ProcessEnv, platform = process.platform): string | undefined {
  const own = platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME;
  const place = isAbsolute(own) ? own : join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
  return isAbsolute(place) ? join(place, 'activation-lens') : undefined;
}

/** How backup programs and others know such a folder: https://bford.info/cachedir/. */
const tag = { name: 'CACHEDIR.TAG', text: 'Signature: 8a477f597d28d172789f06886806bc55\n# What activation-lens scan keeps. It may be removed at any time.\n' };

const foreign: Failure = { reason: 'It holds files that no scan has put there.' };

/** Only a folder that is there for it: in any other one it would be among files of somebody else. */
export function claim(folder: string): Failure | undefined {
  const problem = attempt(() => take(folder));
  return problem === undefined || problem === foreign ? problem : { reason: 'It is no folder that can be written to.' };
}

function take(folder: string): Failure | undefined {
  if (existsSync(join(folder, tag.name))) return undefined;
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) return foreign;
  writeFileSync(join(folder, '.gitignore'), '*\n');
  writeFileSync(join(folder, tag.name), tag.text);
  return undefined;
}

const longestForgotten = 30 * day;

/** Removes what was not asked for in a long while; the time of the tag tells when that was last done. */
export function tidy(folder: string): void {
  const mark = join(folder, tag.name);
  if (Date.now() - statSync(mark).mtimeMs < day) return;
  utimesSync(mark, new Date(), new Date());
  for (const part of readdirSync(folder).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const name of readdirSync(join(folder, part))) {
      const path = join(folder, part, name);
      if (/^[0-9a-f]{62}/.test(name) && Date.now() - statSync(path).mtimeMs > longestForgotten) rmSync(path);
    }
  }
}
