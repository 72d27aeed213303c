import { chromium } from 'playwright-core';
import { bundled, open, stateWith, isDrawn, pageHtml } from './labPage.mjs';
import { lab } from '../rig/bundles.mjs';
import { browserFlags, findBrowser } from '../rig/browser.mjs';
const count = Number(process.argv[2] ?? 6);
const browser = await chromium.launch({ executablePath: await findBrowser(() => {}), args: browserFlags });
import { build } from 'esbuild'; const r = await build({ ...lab, minify: false, write: false, outdir: 'out/bench' }); const nm = (n) => r.outputFiles.find(({ path }) => path.endsWith(n))?.text ?? ''; const own = { script: nm('main.js'), style: nm('style.css') };
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
const cdp = await page.context().newCDPSession(page);
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
await cdp.send('Profiler.start');
const N = 150;
for (let i = 60; i < 60 + N; i++) await page.evaluate(drag, i);
const { profile } = await cdp.send('Profiler.stop');
const self = new Map(), total = new Map(); const byId = new Map(profile.nodes.map((n) => [n.id, n]));
const parent = new Map(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
profile.samples.forEach((id, k) => {
  const dt = profile.timeDeltas[k] / 1000 / N; const name = (n) => `${n.callFrame.functionName || '(anon)'}:${n.callFrame.lineNumber + 1}`;
  self.set(name(byId.get(id)), (self.get(name(byId.get(id))) ?? 0) + dt);
  const seen = new Set(); for (let at = id; at !== undefined; at = parent.get(at)) { const f = name(byId.get(at)); if (!seen.has(f)) { seen.add(f); total.set(f, (total.get(f) ?? 0) + dt); } }
});
console.log('self'); for (const [n, t] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 30)) console.log(`  ${t.toFixed(3)} ${n}`);
console.log('total'); for (const [n, t] of [...total].sort((a, b) => b[1] - a[1]).slice(0, 70)) console.log(`  ${t.toFixed(3)} ${n}`);
await browser.close();
