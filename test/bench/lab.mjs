// The Lab in Chromium: how soon it draws, how long a frame of dragging takes, how large it is, and what it leaves behind.
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
import { lab } from '../rig/bundles.mjs';
import { frameRate, frameTimes } from './labFrames.mjs';
import { bundled, libraries, open, pageHtml, stateWith } from './labPage.mjs';
import { workbenchTimes } from './labWorkbench.mjs';
import { figure, percentile, table } from './table.mjs';

const OPENINGS = 20;
const PANELS = 100;
const SHARES = [0.5, 0.95];

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

const halfAndNearlyAll = (times) => SHARES.map((share) => figure(percentile(times, share)));

async function frames(browser, files) {
  const rows = [];
  for (const [count, withCurvature] of [[1, false], [6, false], [12, false], [5, true]]) {
    const { clock, script, thread } = await frameTimes(browser, files, count, withCurvature);
    const rate = await frameRate(browser, files, count, withCurvature);
    rows.push([`${count} ${count === 1 ? 'function' : 'functions'}${withCurvature ? ' with f″' : ''}`, ...[clock, script, thread].flatMap(halfAndNearlyAll), figure(rate)]);
  }
  return table(['a frame of dragging a slider, ms', 'script p50', 'p95', 'of the processor p50', 'p95', 'with style, layout and paint p50', 'p95', 'frames a second'], rows);
}

/** Where VS Code cannot be had, the rest stands. */
async function inWorkbench() {
  try {
    const [first, ...others] = await workbenchTimes(OPENINGS);
    return table(['ms from the command to the first chart', 'first', 'p50', 'p95'], [['in the workbench', figure(first), ...halfAndNearlyAll(others)]]);
  } catch (error) {
    return `Not measured in the workbench: ${error.message}`;
  }
}

export async function bench() {
  const [own, alone, html] = await Promise.all([bundled(lab), libraries(), pageHtml()]);
  console.log(table(['gzipped', 'kB'], [['the Lab', figure(gzipped(own))], ['Chart.js and the toolkit alone', figure(gzipped(alone))]]));

  const files = { '/': ['text/html', html], '/empty': ['text/html', '<!DOCTYPE html><title>empty</title><body>'], '/main.js': ['text/javascript', own.script], '/style.css': ['text/css', own.style] };
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: [...browserFlags] });
  try {
    const first = await firstCharts(browser, files);
    console.log(`\n${table(['ms', 'p50', 'p95'], [['from the page to the first chart', ...halfAndNearlyAll(first)]])}`);
    console.log(`\n${await frames(browser, files)}`);
    const { before, after } = await memory(browser, files);
    console.log(`\n${table([`opened and closed ${PANELS} times`, 'before', 'after'], [
      ['heap MB', figure(before.heap), figure(after.heap)], ['documents', String(before.documents), String(after.documents)], ['nodes', String(before.nodes), String(after.nodes)],
    ])}`);
  } finally {
    await browser.close();
  }
  console.log(`\n${await inWorkbench()}`);
}
