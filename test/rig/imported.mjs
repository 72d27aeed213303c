/** A module of `src/` as it is now, for scripts that write files from it. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './paths.mjs';

export async function imported(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', path)], bundle: true, format: 'esm', platform: 'neutral', target: 'es2022', write: false, logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
