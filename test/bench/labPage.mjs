/** The Lab's page as it ships, in a Chromium of its own, with a host that answers nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { lab } from '../rig/bundles.mjs';
import { root } from '../rig/paths.mjs';

const ORIGIN = 'https://lab.bench';
/** The first is dragged. The plot offers five at once; more come only from a state that was made by hand, and have no parameters. */
const FUNCTIONS = ['swish', 'gelu', 'silu', 'mish', 'elu', 'tanh', 'log-sigmoid', 'gelu-tanh', 'selu', 'hard-swish', 'sigmoid', 'softsign'];

export async function bundled(options) {
  const { outputFiles } = await build({ ...options, minify: true, write: false, outdir: 'out/bench' });
  const named = (name) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
  return { script: named('main.js') || named('stdin.js'), style: named('style.css') };
}

/** Chart.js and the toolkit with the parts that the Lab takes, and nothing of the Lab. */
export function libraries() {
  const contents = `
    import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
    import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption, vsCodeTextField } from '@vscode/webview-ui-toolkit';
    Chart.register(LineController, LineElement, LinearScale, PointElement);
    provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeTextField());`;
  const { entryPoints: _, ...options } = lab;
  return bundled({ ...options, stdin: { contents, resolveDir: root, loader: 'ts' } });
}

export async function pageHtml() {
  const contents = "export { labHtml } from './labPage';";
  const { outputFiles: [bundle] } = await build({ stdin: { contents, resolveDir: join(root, 'src', 'protocol'), loader: 'ts' }, bundle: true, write: false, format: 'esm', logLevel: 'error' });
  const { labHtml } = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  return labHtml({ nonce: 'bench', cspSource: ORIGIN, scriptUri: `${ORIGIN}/main.js`, styleUri: `${ORIGIN}/style.css`, workerUri: `${ORIGIN}/worker.js`, title: 'Activation Lens' });
}

/** Runs in each page first: a host that answers nothing, a theme, and a clock around all that runs in a frame. */
function stub({ stored, variables, bodyClass }) {
  window.acquireVsCodeApi = () => ({ postMessage() {}, getState: () => stored ?? undefined, setState(state) { window.kept = state; } });
  window.script = 0;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => request((time) => {
    const begin = performance.now();
    callback(time);
    window.script += performance.now() - begin;
  });
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    document.body.className = bodyClass;
    for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
  }).observe(document, { childList: true, subtree: true });
}

export async function open(browser, files, stored, path = '/') {
  const context = await browser.newContext({ viewport: { width: 1200, height: 760 } });
  const { bodyClass, variables } = JSON.parse(readFileSync(join(root, 'test', 'fixtures', 'themes', 'dark-modern.json'), 'utf8'));
  await context.addInitScript(stub, { stored, bodyClass, variables });
  await context.route(`${ORIGIN}/**`, (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname];
    return route.fulfill({ contentType: `${contentType}; charset=utf-8`, body });
  });
  const page = await context.newPage();
  await page.goto(ORIGIN + path);
  return page;
}

export const isDrawn = () => document.querySelector('canvas[aria-label]') !== null;

/** A state as the Lab keeps it, with so many functions. */
export async function stateWith(browser, files, count) {
  const page = await open(browser, files);
  const curves = FUNCTIONS.slice(0, Math.min(5, count)).map((activation) => ({ activation, parameters: {} }));
  await page.evaluate((subject) => window.postMessage({ type: 'subjectChanged', subject }, '*'), { curves, situation: { constraints: [] }, following: false });
  await page.waitForFunction(() => window.kept?.curves.length > 0);
  const state = await page.evaluate(() => window.kept);
  await page.context().close();
  const [model] = state.curves;
  const more = FUNCTIONS.slice(state.curves.length, count).map((activation, i) => ({
    ...model, key: 6 + i, activation, parameters: {}, original: {}, series: 1 + (i % 5),
  }));
  return { ...state, curves: [...state.curves, ...more] };
}
