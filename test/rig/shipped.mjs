/** What ships in the extension, as `.vscodeignore` lists it: after everything is ignored, the `!` lines. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Lays what ships out in `folder`, anew; what has not been built is left out. */
export async function layOutShipped(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const list = await readFile(join(root, '.vscodeignore'), 'utf8');
  const shipped = list.split(/\r?\n/).filter((line) => line.startsWith('!')).map((line) => line.slice(1).replace('/**', ''));
  for (const path of ['.vscodeignore', ...shipped]) {
    if (existsSync(join(root, path))) await cp(join(root, path), join(folder, path), { recursive: true });
  }
}
