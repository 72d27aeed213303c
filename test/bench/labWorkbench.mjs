/** How soon the Lab shows its first chart in the real workbench, from the press that runs the command. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { installCodeServer } from '../rig/codeServer.mjs';
import { out, root } from '../rig/paths.mjs';
import { buildAll, packageAll } from '../rig/setup.mjs';

/** The driver of the tests, with the rig left where it stands, since it knows the repository by its own place. */
async function driver() {
  const outfile = join(out, 'bench', 'workbench.mjs');
  await mkdir(join(out, 'bench'), { recursive: true });
  const rig = {
    name: 'rig',
    setup: ({ onResolve }) => onResolve({ filter: /\/rig\/.*\.mjs$/ }, ({ path, resolveDir }) => ({ path: resolve(resolveDir, path), external: true })),
  };
  await build({
    entryPoints: [join(root, 'test', 'e2e', 'workbench.ts')], outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'error', plugins: [rig],
  });
  const { Workbench } = await import(pathToFileURL(outfile).href);
  return Workbench;
}

/**
 * Asked again and again of every frame: when the frame after the first chart began, by which that has been painted. It
 * looks on by itself in between; what is set up earlier ends where VS Code writes the page into its frame.
 */
function painted() {
  const look = () => {
    if (document.querySelector('canvas[aria-label]')) requestAnimationFrame(() => { window.painted ??= Date.now(); });
    else requestAnimationFrame(look);
  };
  if (window.lookedAt !== document.body) look();
  window.lookedAt = document.body;
  return window.painted;
}

async function paintedIn(page) {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const times = await Promise.all(page.frames().map((frame) => frame.evaluate(painted).catch(() => undefined)));
    const time = times.find((each) => each !== undefined);
    if (time !== undefined) return time;
    await page.waitForTimeout(15);
  }
  throw new Error('The Lab showed no chart within a minute.');
}

/** Milliseconds for each opening; the first of them also loads what of the extension is loaded when it is asked for. */
export async function workbenchTimes(openings) {
  await installCodeServer((line) => console.log(line));
  await buildAll();
  await packageAll();
  const workbench = await (await driver()).open({ name: 'bench', viewport: { width: 1700, height: 950 } });
  const { page } = workbench;
  try {
    await page.evaluate(() => window.addEventListener('mousedown', () => { window.pressed = Date.now(); }, true));
    await workbench.goTo('model.py', 'nn.GE|LU()');
    await workbench.hover('GELU');
    await workbench.press('Escape');
    const times = [];
    for (let i = 0; i < openings; i++) {
      await workbench.runCommand('Activation Lens: Open Activation in Lab');
      times.push(await paintedIn(page) - await page.evaluate(() => window.pressed));
      await workbench.runCommand('View: Close Editors in Other Groups');
      await page.waitForTimeout(300);
    }
    return times;
  } finally {
    await workbench.close();
  }
}
