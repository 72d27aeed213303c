/** What a frame takes while a slider is dragged: by the clock, and of the processor, which a busy machine does not stretch as much. */
import { isDrawn, open, stateWith } from './labPage.mjs';

const FRAMES = 120;
/** Until the browser has compiled what is asked again and again. */
const WARMING = 40;

/** Moves the slider once; answers with the milliseconds of script that the event and its frame took. */
function drag(i) {
  const slider = document.querySelector('.functions input[type="range"]');
  window.script = 0;
  const begin = performance.now();
  slider.value = String(0.5 + 2 * Math.abs(Math.sin(i / 40)));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  const event = performance.now() - begin;
  // One frame for the drawing, and the next task to read what it took.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(event + window.script))));
}

/** The processor's milliseconds so far, of the page's main thread. */
async function spent(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? NaN);
  return { script: of('ScriptDuration'), thread: of('TaskDuration') };
}

/** A list for each: script by the clock, script and the whole main thread by the processor. */
export async function frameTimes(browser, files, count, withCurvature = false) {
  const page = await dragged(browser, files, count, withCurvature);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times = { clock: [], script: [], thread: [] };
  for (let i = 0, before = await spent(devtools); i < WARMING + FRAMES; i++) {
    const clock = await page.evaluate(drag, i);
    const after = await spent(devtools);
    if (i >= WARMING) {
      times.clock.push(clock);
      times.script.push(after.script - before.script);
      times.thread.push(after.thread - before.thread);
    }
    before = after;
  }
  await page.context().close();
  return times;
}

/** How many frames a second are drawn while the slider moves in each, as it does under a hand. */
export async function frameRate(browser, files, count, withCurvature = false) {
  const page = await dragged(browser, files, count, withCurvature);
  const seconds = await page.evaluate(moving, { warming: WARMING, frames: 2 * FRAMES });
  await page.context().close();
  return (2 * FRAMES) / seconds;
}

/** The seconds that so many frames took, once the first have warmed up. */
function moving({ warming, frames }) {
  const slider = document.querySelector('.functions input[type="range"]');
  return new Promise((resolve) => {
    let begin = 0;
    let i = 0;
    const step = (time) => {
      if (i === warming) begin = time;
      if (i === warming + frames) return resolve((time - begin) / 1000);
      slider.value = String(0.5 + 2 * Math.abs(Math.sin(i / 40)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      i++;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

async function dragged(browser, files, count, withCurvature) {
  const state = await stateWith(browser, files, count);
  const page = await open(browser, files, { ...state, shown: { ...state.shown, curvature: withCurvature } });
  await page.waitForFunction(isDrawn);
  await page.waitForTimeout(400);
  return page;
}
