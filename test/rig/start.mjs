/**
 * `npm start`: the extension, installed, in a real VS Code on a small sample workspace.
 *
 * In the browser by default; `--desktop` uses the `code` on the PATH. `--port N` chooses the port.
 */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installCodeServer, installExtension, quietSettings, startCodeServer, whyNoCodeServer, writeSettings } from './codeServer.mjs';
import { command } from './command.mjs';
import { cache, root } from './paths.mjs';
import { buildAll, installDependencies, packageAll, progress } from './setup.mjs';

const home = join(cache, 'start');
const sample = join(home, 'sample');
const say = progress();

/** A fresh copy each time, so that whatever is tried out in it leaves the repository as it is. */
async function copySample() {
  await rm(sample, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await cp(join(root, 'test', 'rig', 'sample'), sample, { recursive: true });
}

async function packaged() {
  await installDependencies(say);
  say('Building');
  await buildAll();
  say('Packaging');
  return packageAll();
}

async function openDesktop() {
  await command('code', ['--version']).catch(() => {
    throw new Error('No `code` on the PATH. In VS Code run "Shell Command: Install \'code\' command in PATH", then try again.');
  });
  const vsix = await packaged();
  await copySample();
  say('Installing the extension into your VS Code');
  await command('code', ['--install-extension', vsix, '--force']);
  await command('code', ['--new-window', sample]);
  say(`Opened ${sample}`);
}

/** The server ends at Ctrl+C, and also when npm, which started this, is ended without a word to us. */
function endWithUs(server) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.stop());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) server.stop();
  }, 1_000).unref();
}

async function openBrowser(port) {
  const reason = whyNoCodeServer();
  if (reason !== undefined) throw new Error(`${reason} Use the VS Code of this machine: npm start -- --desktop`);
  const vsix = await packaged();
  await installCodeServer(say);
  await copySample();
  await writeSettings(home, quietSettings);
  say('Installing the extension');
  await installExtension(home, vsix);
  say('Starting VS Code');
  const server = await startCodeServer(home, { workspace: sample, port });
  endWithUs(server);
  say(`Ready. Open ${server.url} and hover over an activation in model.py. Ctrl+C ends.`);
  await server.ended;
}

const { values } = parseArgs({ options: { desktop: { type: 'boolean' }, port: { type: 'string' } } });
try {
  await (values.desktop ? openDesktop() : openBrowser(values.port === undefined ? undefined : Number(values.port)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
