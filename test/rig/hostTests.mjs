/**
 * Runs `test/editor` inside the real extension host, in both of its kinds: Node, and a web worker, which takes
 * over when the manifest names no `main`.
 *
 * The tests are one bundle that the host loads like an extension's own code. What they find comes back as a
 * file in the workspace, which both hosts can write through VS Code's file system.
 */
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserFlags, findBrowser } from './browser.mjs';
import { quietSettings, startCodeServer, writeSettings } from './codeServer.mjs';
import { out, root } from './paths.mjs';
import { layOutShipped } from './shipped.mjs';

const tests = join(root, 'test', 'editor');
const patience = 5 * 60_000;

async function testFiles() {
  const names = await readdir(tests, { recursive: true });
  return names.filter((name) => name.endsWith('.test.ts')).sort();
}

async function bundleTests(outfile) {
  const files = await testFiles();
  // Mocha puts `describe` and `it` in place before the tests that use them are loaded.
  const contents = ["import './mocha';", ...files.map((file) => `import './${file.replaceAll('\\', '/')}';`), "export { run } from './mocha';"];
  await build({
    stdin: { contents: contents.join('\n'), resolveDir: tests, sourcefile: 'index.ts', loader: 'ts' },
    bundle: true, format: 'cjs', platform: 'browser', target: 'chrome102', external: ['vscode'], sourcemap: 'inline',
    // Mocha's build would take the exports of the whole bundle for its own; so it becomes a global.
    define: { module: 'undefined', exports: 'undefined' },
    // The manifest calls the library free of side effects; tests are nothing but.
    ignoreAnnotations: true, logLevel: 'warning', outfile,
  });
}

/** A folder that VS Code takes for the extension: what ships, and the tests, which must lie inside it. */
async function layOutExtension(folder, kind) {
  await layOutShipped(folder);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  if (kind === 'web') delete manifest.main;
  await writeFile(file, JSON.stringify(manifest));
  await bundleTests(join(folder, 'dist', 'extension', 'test.js'));
}

function testAddress(server, extension, workspace) {
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(join(extension, 'dist', 'extension', 'test'))],
    ['skipWelcome', 'true'],
  ];
  return `${server.url}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

async function driveHost(address, onLine) {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags });
  try {
    const page = await browser.newPage();
    const ended = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('The extension host did not end its tests in time.')), patience).unref();
      page.on('close', () => reject(new Error('The page of the extension host was closed.')));
      page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (_type, args) => onLine(args.map(String).join(' ')));
    await page.goto(address);
    return await ended;
  } finally {
    await browser.close();
  }
}

/**
 * Runs the tests in one kind of host.
 *
 * @param {'node' | 'web'} kind
 * @returns {Promise<{ stats: { passes: number, failures: number, pending: number }, failures: object[] }>} Mocha's JSON report
 */
export async function runInHost(kind) {
  const home = join(out, 'hosts', kind);
  const [extension, workspace, report] = [join(home, 'extension'), join(home, 'workspace'), join(home, 'workspace', 'report.json')];
  await rm(home, { recursive: true, force: true });
  await layOutExtension(extension, kind);
  await cp(join(root, 'test', 'rig', 'sample'), workspace, { recursive: true });
  await writeSettings(home, quietSettings);
  const server = await startCodeServer(home, { options: ['--vscode-option', 'enable-smoke-test-driver'] });
  const lines = [];
  try {
    await driveHost(testAddress(server, extension, workspace), (line) => lines.push(line));
  } finally {
    server.stop();
    await writeFile(join(home, 'console.log'), lines.join('\n'));
  }
  if (!existsSync(report)) throw new Error(`The ${kind} host ran no test; ${join(home, 'console.log')} says why.`);
  return JSON.parse(await readFile(report, 'utf8'));
}
