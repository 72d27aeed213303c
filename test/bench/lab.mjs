// The Lab's page in Chromium: how soon it draws, how long a frame of dragging takes, how large it is, and what it leaves behind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
import { lab } from '../rig/bundles.mjs';
import { root } from '../rig/paths.mjs';
import { figure, percentile, table } from './table.mjs';

const ORIGIN = 'https://lab.bench';
const OPENINGS = 10;
const FRAMES = 120;
const PANELS = 100;
/** The first is dragged. The plot offers five at once; more come only from a state that was made by hand. */
const FUNCTIONS = ['swish', 'gelu', 'silu', 'mish', 'elu', 'softplus', 'tanh', 'gelu-tanh', 'selu', 'hard-swish', 'sigmoid', 'softsign'];

async function bundled(options) {
  const { outputFiles } = await build({ ...options, minify: true, write: false, outdir: 'out/bench' });
  const named = (name) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? '';
  return { script: named('main.js') || named('stdin.js'), style: named('style.css') };
}

/** Chart.js and the toolkit with the parts that the Lab takes, and nothing of the Lab. */
function libraries() {
  const contents = `
    import { Chart, LineController, LineElement, LinearScale, PointElement } from 'chart.js';
    import { provideVSCodeDesignSystem, vsCodeButton, vsCodeDropdown, vsCodeOption, vsCodeTextField } from '@vscode/webview-ui-toolkit';
    Chart.register(LineController, LineElement, LinearScale, PointElement);
    provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption(), vsCodeTextField());`;
  const { entryPoints: _, ...options } = lab;
  return bundled({ ...options, stdin: { contents, resolveDir: root, loader: 'ts' } });
}

async function pageHtml() {
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

async function open(browser, files, stored, path = '/') {
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

const isDrawn = () => document.querySelector('canvas[aria-label]') !== null;

/** A state as the Lab keeps it, with so many functions. */
async function stateWith(browser, files, count) {
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

/** Milliseconds of script in each frame: what the slider's event does, and what is drawn for it. */
function drag(frames) {
  const slider = document.querySelector('.functions input[type="range"]');
  const times = [];
  return new Promise((resolve) => {
    const next = (i) => {
      if (i === frames) return resolve(times);
      window.script = 0;
      const begin = performance.now();
      slider.value = String(0.5 + 2 * Math.abs(Math.sin(i / 40)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const event = performance.now() - begin;
      // One frame for the drawing, and the next to read what it took.
      requestAnimationFrame(() => setTimeout(() => {
        times.push(event + window.script);
        next(i + 1);
      }));
    };
    next(0);
  });
}

async function dragTimes(browser, files, count, withCurvature = false) {
  const state = await stateWith(browser, files, count);
  const page = await open(browser, files, { ...state, shown: { ...state.shown, curvature: withCurvature } });
  await page.waitForFunction(isDrawn);
  await page.waitForTimeout(400);
  const times = (await page.evaluate(drag, FRAMES)).slice(20);
  await page.context().close();
  return times;
}

async function firstCharts(browser, files) {
  const state = await stateWith(browser, files, 3);
  const times = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await open(browser, files, state);
    times.push(await page.evaluate(() => new Promise((resolve) => {
      const look = () => (document.querySelector('canvas[aria-label]') ? resolve(performance.now()) : requestAnimationFrame(look));
      look();
    })));
    await page.context().close();
  }
  return times;
}

/** The Lab in a frame that comes and goes, as a panel does; what is left is counted after the garbage is gone. */
async function memory(browser, files) {
  const state = await stateWith(browser, files, 3);
  const page = await open(browser, files, state, '/empty');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const measure = async () => {
    for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { heap: of('JSHeapUsedSize') / 1e6, documents: of('Documents'), nodes: of('Nodes') };
  };
  const cycle = (times) => page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) {
      const frame = document.createElement('iframe');
      frame.width = '1100';
      frame.height = '700';
      frame.src = '/';
      document.body.append(frame);
      await new Promise((resolve) => {
        const look = () => (frame.contentDocument?.querySelector('canvas[aria-label]') ? resolve() : setTimeout(look, 10));
        look();
      });
      frame.remove();
    }
  }, times);
  await cycle(3);
  const before = await measure();
  await cycle(PANELS);
  const after = await measure();
  await page.context().close();
  return { before, after };
}

const gzipped = ({ script, style }) => (gzipSync(script).length + gzipSync(style).length) / 1000;

export async function bench() {
  const [own, alone, html] = await Promise.all([bundled(lab), libraries(), pageHtml()]);
  console.log(table(['gzipped', 'kB'], [['the Lab', figure(gzipped(own))], ['Chart.js and the toolkit alone', figure(gzipped(alone))]]));

  const files = { '/': ['text/html', html], '/empty': ['text/html', '<!DOCTYPE html><title>empty</title><body>'], '/main.js': ['text/javascript', own.script], '/style.css': ['text/css', own.style] };
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...browserFlags] });
  try {
    const shares = [0.5, 0.95];
    const first = await firstCharts(browser, files);
    console.log(`\n${table(['ms', 'p50', 'p95'], [['from the page to the first chart', ...shares.map((share) => figure(percentile(first, share)))]])}`);
    const rows = [];
    for (const [count, withCurvature] of [[1, false], [5, false], [6, false], [12, false], [5, true]]) {
      const times = await dragTimes(browser, files, count, withCurvature);
      rows.push([`${count} ${count === 1 ? 'function' : 'functions'}${withCurvature ? ' with f″' : ''}`, ...shares.map((share) => figure(percentile(times, share))), figure(Math.max(...times))]);
    }
    console.log(`\nScript in a frame while a slider is dragged, ${FRAMES} frames\n${table(['ms', 'p50', 'p95', 'largest'], rows)}`);
    const { before, after } = await memory(browser, files);
    console.log(`\n${table([`opened and closed ${PANELS} times`, 'before', 'after'], [
      ['heap MB', figure(before.heap), figure(after.heap)], ['documents', String(before.documents), String(after.documents)], ['nodes', String(before.nodes), String(after.nodes)],
    ])}`);
  } finally {
    await browser.close();
  }
}
