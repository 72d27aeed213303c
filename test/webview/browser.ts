/** Opens the Lab's page in Chromium as VS Code would: same HTML, same policy, a theme's variables, a stubbed host. */
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { labHtml } from '../../src/protocol/labPage';
import type { LabSubject, ToHost, ToLab } from '../../src/protocol/messages';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
import { lab as shipped } from '../rig/bundles.mjs';

const root = join(import.meta.dirname, '..', '..');
const origin = 'https://lab.test';
export const screenshots = join(root, 'out', 'screenshots');

export type ThemeName = 'dark-modern' | 'light-modern' | 'high-contrast-dark' | 'high-contrast-light';
export const themeNames: readonly ThemeName[] = ['dark-modern', 'light-modern', 'high-contrast-dark', 'high-contrast-light'];

interface CapturedTheme {
  readonly bodyClass: string;
  readonly themeId: string;
  readonly variables: Readonly<Record<string, string>>;
}

export interface Opening {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly subject?: LabSubject;
  /** What VS Code kept from before a reload. */
  readonly stored?: unknown;
  readonly variables?: Readonly<Record<string, string>>;
  /** Another entry than the one that ships, to look at what it hands on. */
  readonly entry?: string;
}

export interface LabPage {
  readonly page: Page;
  /** Violations of the policy, errors of the page and of its console. */
  readonly problems: string[];
  /** The messages to the host, in order. */
  sent(): Promise<ToHost[]>;
  send(message: ToLab | unknown): Promise<void>;
  stored(): Promise<unknown>;
  setTheme(theme: ThemeName, variables?: Opening['variables']): Promise<void>;
  /** Until everything that a change sets in motion has come to rest. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A little more than the Lab's own longest pause, before it speaks. It is waited for by the page's clock, whose timers
 * come in their order however busy the machine is.
 */
const longestPause = 260;

const shippedEntry = 'webview/main.ts';
type Files = Readonly<Record<'main.js' | 'style.css' | 'simulationWorker.js', string>>;
const bundles = new Map<string, Promise<Files>>();

/** The bundle with the options of the one that ships. */
function bundle(entry: string): Promise<Files> {
  const made = bundles.get(entry) ?? build({
    ...shipped, entryPoints: { ...shipped.entryPoints, main: entry }, outdir: 'out/webview', write: false, minify: true,
    // An entry of the tests imports the shipped one for its effects, which the library's manifest says it has none of.
    ignoreAnnotations: entry !== shippedEntry,
  }).then(({ outputFiles }) => Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text])) as Files);
  bundles.set(entry, made);
  return made;
}

let browser: Promise<Browser> | undefined;

export async function launch(): Promise<Browser> {
  browser ??= findBrowser().then((executablePath: string) => chromium.launch({ executablePath, args: [...browserFlags] }));
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

export async function openLab(opening: Opening = {}): Promise<LabPage> {
  const context = await (await launch()).newContext({
    viewport: { width: opening.width ?? 1200, height: opening.height ?? 760 }, deviceScaleFactor: 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const problems = watch(page);
  await context.addInitScript(stubHost, { stored: opening.stored, defaults: fixture('default.css'), theme: themeOf(opening) });
  await serve(context, await bundle(opening.entry ?? shippedEntry), opening.subject);
  await page.goto(`${origin}/`);
  const lab = control(page, problems, context);
  if (opening.subject) await lab.send({ type: 'subjectChanged', subject: opening.subject });
  await lab.settle();
  return lab;
}

function control(page: Page, problems: string[], context: BrowserContext): LabPage {
  return {
    page, problems,
    sent: () => page.evaluate(() => (window as unknown as Stub).sentMessages),
    send: (message) => page.evaluate((data) => { window.postMessage(data, '*'); }, message),
    stored: () => page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown),
    setTheme: (theme, variables = {}) => page.evaluate((next) => (window as unknown as Stub).applyTheme(next), themeOf({ theme, variables })),
    settle: () => page.evaluate((longest) => new Promise<void>((resolve) => {
      const onceDrawn = () => requestIdleCallback(() => resolve(), { timeout: 200 });
      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(onceDrawn)), longest);
    }), longestPause),
    close: () => context.close(),
  };
}

interface Stub {
  sentMessages: ToHost[];
  applyTheme(theme: CapturedTheme): void;
}

function themeOf({ theme = 'dark-modern', variables = {} }: Opening): CapturedTheme {
  const captured = JSON.parse(fixture(`${theme}.json`)) as CapturedTheme;
  return { ...captured, variables: { ...captured.variables, ...variables } };
}

function fixture(name: string): string {
  return readFileSync(join(root, 'test', 'fixtures', 'themes', name), 'utf8');
}

function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().startsWith('policy: ')) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return problems;
}

/** Runs in the page before its own script, as VS Code's does. */
function stubHost({ stored, defaults, theme }: { stored: unknown; defaults: string; theme: CapturedTheme }): void {
  const stub = window as unknown as Stub & { acquireVsCodeApi: () => unknown };
  stub.sentMessages = [];
  if (stored !== undefined && sessionStorage.getItem('state') === null) sessionStorage.setItem('state', JSON.stringify(stored));
  stub.acquireVsCodeApi = () => ({
    postMessage: (message: ToHost) => { stub.sentMessages.push(structuredClone(message)); },
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state: unknown) => { sessionStorage.setItem('state', JSON.stringify(state)); },
  });
  document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(defaults);
  stub.applyTheme = (next) => {
    const { style } = document.documentElement;
    for (const name of [...style]) if (name.startsWith('--vscode-')) style.removeProperty(name);
    for (const [name, value] of Object.entries(next.variables)) style.setProperty(name, value);
    document.body.className = next.bodyClass;
    document.body.dataset['vscodeThemeId'] = next.themeId;
  };
  // VS Code styles the body before the extension's script runs.
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    document.adoptedStyleSheets.push(sheet);
    stub.applyTheme(theme);
  }).observe(document, { childList: true, subtree: true });
}

async function serve(context: BrowserContext, files: Files, subject: LabSubject | undefined): Promise<void> {
  const html = labHtml({
    nonce: 'abcDEF123', cspSource: origin, scriptUri: `${origin}/main.js`, styleUri: `${origin}/style.css`, workerUri: `${origin}/simulationWorker.js`, title: 'Activation Lens', subject,
  });
  await context.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const served: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['text/html', html], '/main.js': ['text/javascript', files['main.js']], '/style.css': ['text/css', files['style.css']],
      '/simulationWorker.js': ['text/javascript', files['simulationWorker.js']],
    };
    const [contentType, body] = served[pathname] ?? [];
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: `${contentType ?? ''}; charset=utf-8`, body });
  });
}
