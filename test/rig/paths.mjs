/** Where the rig keeps things. All of it but the repository itself is git-ignored. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Tools that are no dependency of the package: code-server, its Node, a browser. */
export const cache = join(root, '.cache');
/** What the build makes. */
export const dist = join(root, 'dist');
/** What a run leaves behind for people: reports, logs, screenshots, the packaged extension. */
export const out = join(root, 'out');
