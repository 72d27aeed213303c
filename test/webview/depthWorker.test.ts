/** Networks of finite width, simulated in a worker: what it gives, how it is stopped, and that it may die. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScalarActivation } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { initialisationNamed } from '../../src/propagation/initialisation';
import { nonlinearityOf } from '../../src/propagation/meanField';
import { plainStacking } from '../../src/propagation/stacking';
import { simulate, type Simulation } from '../../src/propagation/simulation';
import type { LabSubject } from '../../src/protocol/messages';
import { closeBrowser, openLab, type LabPage } from './browser';
import { copied, openDepth, tableRows } from './depthReadings';
import { frame, type } from './readings';
import { named } from './subjects';

afterAll(closeBrowser);

describe('the simulation', () => {
  let lab: LabPage;
  const small: LabSubject = { ...named('tanh'), model: { layers: 6, activations: [{ activation: 'tanh', count: 6 }], width: 32, file: 'a.py' } };
  beforeAll(async () => {
    lab = await openDepth(small, {}, true);
    await done();
  });
  afterAll(() => lab.close());

  const status = () => lab.page.locator('.spread').innerText();
  const done = () => lab.page.getByText(/^Bands: two thirds/).waitFor({ timeout: 20_000 });
  const slow = async () => {
    await type(lab, '.layers', '200');
    await type(lab, '.width', '512');
    await lab.page.locator('.progress:not([hidden])').waitFor();
  };

  test('gives in the worker what the same seeds give here', async () => {
    const tanh = findActivation('tanh') as ScalarActivation;
    const steps = simulate(nonlinearityOf(tanh, {}), { depth: 6, width: 32, batch: 8, initialisation: initialisationNamed('xavier', 32), stacking: plainStacking }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const columns = await copied(lab);
    for (const end of ['low', 'median', 'high'] as const) {
      columns.get(`Tanh, Xavier gradient ${end}`)?.forEach((size, i) => expect(size).toBeCloseTo((step.value as Simulation).gradient[end][i] ?? NaN, 9));
      columns.get(`Tanh, Xavier signal ${end}`)?.forEach((size, i) => expect(size).toBeCloseTo(Math.sqrt((step.value as Simulation).secondMoment[end][i] ?? NaN), 9));
    }
    expect(columns.size).toBe(9);
    await lab.page.locator('.values-scroll').press('t');
    expect(await status()).toContain('10 random networks of width 32, seeds 1 to 10');
  });

  test('shows its progress, and the lines meanwhile', async () => {
    await slow();
    expect(await lab.page.locator('.progress').evaluate((line) => line.getBoundingClientRect().height)).toBe(2);
    expect(await status()).toMatch(/^Simulating 10 random networks of width 512… \d+/);
    expect((await tableRows(lab))[0]?.verdict).toBe('Fading signal');
  });

  test('is stopped by hand, and goes on by hand', async () => {
    await lab.page.getByRole('button', { name: 'Stop', exact: true }).click();
    await frame(lab);
    expect(await status()).toContain('No networks are simulated.');
    expect(await lab.page.locator('.progress').isHidden()).toBe(true);
    await type(lab, '.layers', '5');
    await type(lab, '.width', '16');
    await lab.page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await done();
  });

  test('begins anew where the network changes while it runs', async () => {
    await slow();
    await type(lab, '.width', '24');
    await type(lab, '.layers', '7');
    await done();
    const columns = await copied(lab);
    expect(columns.get('Tanh, Xavier gradient median')).toHaveLength(7);
    await lab.page.locator('.values-scroll').press('t');
  });

  test('stops where nobody looks', async () => {
    const mail = () => lab.page.evaluate(() => (window as unknown as { mail: { type: string }[] }).mail.map(({ type: kind }) => kind));
    await lab.page.evaluate(() => {
      const post = Worker.prototype.postMessage;
      const sent: unknown[] = [];
      Object.assign(window, { mail: sent });
      Worker.prototype.postMessage = function postMessage(this: Worker, message: unknown) {
        sent.push(message);
        post.call(this, message);
      };
    });
    await slow();
    await lab.page.getByRole('tab', { name: 'Curves' }).click();
    await lab.settle();
    expect((await mail()).at(-1)).toBe('stop');
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await lab.page.locator('.progress:not([hidden])').waitFor();
    expect((await mail()).at(-1)).toBe('simulate');
  });

  test('breaks no policy', () => expect(lab.problems).toEqual([]));
});

describe('a worker that dies', () => {
  /** Every worker that the page starts is kept in reach. */
  const caught = () => {
    const Original = Worker;
    const all: Worker[] = [];
    Object.assign(window, {
      workers: all,
      Worker: class extends Original {
        constructor(url: string | URL) {
          super(url);
          all.push(this);
        }
      },
    });
  };

  test('is said in place, the lines stay, and it is tried again', async () => {
    const lab = await openLab({ subject: named('gelu') });
    await lab.page.evaluate(caught);
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await type(lab, '.layers', '300');
    await lab.page.locator('.progress:not([hidden])').waitFor();
    const before = await tableRows(lab);
    await lab.page.evaluate(() => (window as unknown as { workers: Worker[] }).workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'Out of memory.', cancelable: true })));
    await frame(lab);
    expect(await lab.page.locator('.spread').innerText()).toBe('The simulation stopped. Out of memory. The lines are theory and stay.\nRun again');
    expect(await tableRows(lab)).toEqual(before);
    expect(await lab.page.locator('.progress').isHidden()).toBe(true);
    await type(lab, '.layers', '4');
    await type(lab, '.width', '16');
    await lab.page.getByRole('button', { name: 'Run again' }).click();
    await lab.page.getByText(/^Bands: two thirds/).waitFor();
    expect(lab.problems).toEqual([]);
    await lab.close();
  });

  test('before it could start', async () => {
    const lab = await openLab({ subject: named('gelu') });
    await lab.page.route('**/simulationWorker.js', (route) => route.fulfill({ status: 404 }));
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await lab.page.getByText('Its program could not be read (404).').waitFor();
    expect((await tableRows(lab))[0]?.verdict).not.toBe('');
    await lab.close();
  });

  test('without a word', async () => {
    const lab = await openLab({ subject: named('gelu') });
    await lab.page.evaluate(caught);
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await type(lab, '.layers', '300');
    await lab.page.locator('.progress:not([hidden])').waitFor();
    await lab.page.evaluate(() => (window as unknown as { workers: Worker[] }).workers[0]?.terminate());
    await lab.page.getByText('It gave no more answer.').waitFor({ timeout: 15_000 });
    await lab.close();
  });
});
