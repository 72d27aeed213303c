import { chromium } from 'playwright-core';
import { bundled, open, stateWith, isDrawn, pageHtml } from './labPage.mjs';
import { lab } from '../rig/bundles.mjs';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
const count = Number(process.argv[2] ?? 6);
const browser = await chromium.launch({ executablePath: await findBrowser(() => {}), args: browserFlags });
const own = await bundled(lab);
const files = { '/': ['text/html', await pageHtml()], '/main.js': ['text/javascript', own.script], '/style.css': ['text/css', own.style] };
const state = await stateWith(browser, files, count);
const page = await open(browser, files, state);
await page.waitForFunction(isDrawn); await page.waitForTimeout(400);
function drag(i) {
  const slider = document.querySelector('.functions input[type="range"]');
  slider.value = String(0.5 + 2 * Math.abs(Math.sin(i / 40)));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
for (let i = 0; i < 60; i++) await page.evaluate(drag, i);
await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink', 'cc', 'v8', 'toplevel'] });
const N = 80;
for (let i = 60; i < 60 + N; i++) await page.evaluate(drag, i);
const trace = JSON.parse((await browser.stopTracing()).toString());
const events = trace.traceEvents;
const threads = new Map(events.filter((e) => e.name === 'thread_name').map((e) => [`${e.pid}:${e.tid}`, e.args.name]));
// pid of renderer = with most FunctionCall
const by = new Map();
for (const e of events) if (e.name === 'FunctionCall') by.set(e.pid, (by.get(e.pid) ?? 0) + 1);
const pid = [...by].sort((a, b) => b[1] - a[1])[0][0];
const perThread = new Map();
for (const [key, name] of threads) {
  if (!key.startsWith(pid + ':') ) continue;
  const mine = events.filter((e) => `${e.pid}:${e.tid}` === key && e.ph === 'X' && e.dur !== undefined).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const stack = []; const self = new Map();
  for (const e of mine) {
    while (stack.length && stack.at(-1).ts + stack.at(-1).dur <= e.ts) stack.pop();
    const t = e.tdur ?? e.dur;
    self.set(e.name, (self.get(e.name) ?? 0) + t);
    if (stack.length) self.set(stack.at(-1).name, self.get(stack.at(-1).name) - t);
    stack.push(e);
  }
  const total = [...self.values()].reduce((a, b) => a + b, 0);
  if (total / N / 1000 < 0.3) continue;
  console.log(`== ${name} ${(total / N / 1000).toFixed(2)} ms a frame`);
  for (const [n, t] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 16)) console.log(`   ${(t / N / 1000).toFixed(3)}  ${n}`);
}
await browser.close();
