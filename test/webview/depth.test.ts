/** The Depth view: its numbers against those computed independently, its worker, its controls, its forms. */
import type { AxeResults } from 'axe-core';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScalarActivation } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { formatNumber, formatValue } from '../../src/pictures/numbers';
import { initialisationNamed } from '../../src/propagation/initialisation';
import { nonlinearityOf } from '../../src/propagation/meanField';
import { simulate, type Simulation } from '../../src/propagation/simulation';
import type { LabSubject } from '../../src/protocol/messages';
import { depthTable, type DepthRun } from '../propagation/depthTable';
import { meanFieldFunctions } from '../propagation/meanFieldTable';
import { closeBrowser, openLab, screenshots, themeNames, type LabPage, type Opening } from './browser';
import { frame, headline, notice, show, type } from './readings';
import { named, softmaxHead } from './subjects';

afterAll(closeBrowser);

const deepSigmoid: LabSubject = {
  usage: { activation: 'sigmoid', parameters: {}, assumed: [], framework: 'keras', code: "Dense(64, activation='sigmoid')", place: 'mlp.py:11 in DeepMLP' },
  curves: ['sigmoid', 'tanh', 'relu', 'gelu', 'leaky-relu'].map((activation) => ({ activation, parameters: {} })),
  situation: { normalisation: { value: 'layer', sureness: 'read' }, constraints: [] },
  model: { layers: 50, activations: [{ activation: 'sigmoid', count: 50 }], width: 64, file: 'mlp.py' },
  following: true,
};

/** On the Depth tab, with nothing simulated unless a test asks for it. */
async function openDepth(subject: LabSubject, opening: Opening = {}, simulates = false): Promise<LabPage> {
  const lab = await openLab({ ...opening, subject });
  await lab.page.getByRole('tab', { name: 'Depth' }).click();
  await frame(lab);
  if (!simulates) await lab.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await lab.settle();
  return lab;
}

interface Row {
  readonly name: string;
  readonly initialisation: string;
  readonly signal: string;
  readonly gradient: string;
  readonly factor: string;
  readonly verdict: string;
  readonly place: string;
  readonly edge: string;
}

function tableRows({ page }: LabPage): Promise<Row[]> {
  return page.locator('table.depth-table tbody tr').evaluateAll((all) => all.map((row) => {
    const text = (selector: string) => row.querySelector(selector)?.textContent ?? '';
    return {
      name: text('button.name'), initialisation: (row.querySelector('vscode-dropdown') as HTMLSelectElement | null)?.value ?? '',
      signal: text('td.signal'), gradient: text('td.gradient'), factor: text('td.factor'), verdict: text('.verdict-words'), place: text('.place'),
      edge: text('td.edge'),
    };
  }));
}

async function initialise(lab: LabPage, row: number, value: string): Promise<void> {
  await lab.page.locator('table.depth-table vscode-dropdown').nth(row).evaluate((list, kind) => {
    (list as HTMLSelectElement).value = kind;
    list.dispatchEvent(new Event('change'));
  }, value);
  await frame(lab);
}

/** What the Copy button of the table view gives: columns by their heads, an entry for every layer. */
async function copied(lab: LabPage): Promise<ReadonlyMap<string, readonly number[]>> {
  if (!await lab.page.locator('.values-scroll').isVisible()) await lab.page.locator('canvas').first().press('t');
  await frame(lab);
  await lab.page.getByRole('button', { name: 'Copy table' }).click();
  const text = await lab.page.evaluate(() => navigator.clipboard.readText());
  const [head = [], ...rows] = text.trimEnd().split('\n').map((line) => line.split('\t'));
  return new Map(head.map((name, column) => [name, rows.map((cells) => Number(cells[column]))]));
}

const ours = { he_normal: 'he', xavier_uniform: 'xavier', lecun_normal: 'lecun', torch_linear_default: 'pytorch', edge_of_chaos_q1: 'edge' } as const;

describe('the numbers of networks of 50 layers and 512 units', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(named('relu')); });
  afterAll(() => lab.close());

  /** Of functions whose edge of chaos at q = 1 draws variances to it, so that it is the one that is offered. */
  const hasEdgeAtOne = ['tanh', 'relu', 'leaky-relu'];
  const runs = depthTable.runs.filter(({ id, initialisation }) => ['relu', 'tanh', 'sigmoid', 'gelu', 'leaky-relu'].includes(id)
    && (initialisation !== 'edge_of_chaos_q1' || hasEdgeAtOne.includes(id)));

  test.each(runs.map((run) => [run.id, run.initialisation, run] as const))('%s, %s', async (id, initialisation, run: DepthRun) => {
    await lab.send({ type: 'subjectChanged', subject: named(id) });
    await frame(lab);
    await type(lab, '.layers', '50');
    await type(lab, '.width', '512');
    await initialise(lab, 0, ours[initialisation as keyof typeof ours]);
    const columns = await copied(lab);
    const [, gradient = [], signal = []] = [...columns.values()];
    expect([...columns.keys()].map((head) => head.split(' ').at(-1))).toEqual(['layer', 'gradient', 'signal']);
    depthTable.layers.forEach((layer, i) => {
      const [square, slope] = [run.secondMoment.pred[i] ?? NaN, run.gradient.pred[i] ?? NaN];
      expect(Math.abs((signal[layer - 1] ?? NaN) ** 2 - square), `signal at layer ${layer}`).toBeLessThanOrEqual(6e-6 * square);
      // The table's products of fifty factors have lost two of their six digits.
      expect(Math.abs((gradient[layer - 1] ?? NaN) - slope), `gradient at layer ${layer}`).toBeLessThanOrEqual(1e-4 * slope);
    });
    const [row] = await tableRows(lab);
    expect(row).toMatchObject({ signal: formatValue(signal[49] ?? NaN, 2), gradient: formatValue(gradient[0] ?? NaN, 2) });
    expect(await lab.page.locator('table.values tbody tr').nth(49).locator('td').allInnerTexts()).toEqual(['1.00', formatValue(signal[49] ?? NaN, 2)]);
  });
});

describe('the answer', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(deepSigmoid); });
  afterAll(() => lab.close());

  test('is the first line', async () => {
    expect(await headline(lab)).toBe('Sigmoid loses the gradient: layer 1 of 50 receives 1.7 × 10⁻³¹ of it.');
    expect(await lab.page.locator('.explanation').innerText()).toContain('multiplies the gradient by about 0.236');
  });

  test('stands in each row, in fixed words, with where it begins', async () => {
    // 2^(-l/2) of the signal of ReLU, and 2^((l - 50)/2) of its gradient.
    expect((await tableRows(lab)).map(({ name, verdict, place }) => [name, verdict, place])).toEqual([
      ['Sigmoid', 'Vanishing gradient', 'from layer 38 back'],
      ['Tanh', 'Fading signal', ''],
      ['ReLU', 'Vanishing signal and gradient', 'signal from layer 48 on, gradient from layer 2 back'],
      ['GELU', 'Vanishing signal and gradient', 'signal from layer 25 on, gradient from layer 26 back'],
      ['LeakyReLU', 'Vanishing signal and gradient', 'signal from layer 48 on, gradient from layer 2 back'],
    ]);
    expect((await tableRows(lab))[0]).toMatchObject({ signal: '0.51', gradient: '1.7 × 10⁻³¹', factor: '0.236' });
  });

  test('changes with a gain of one’s own', async () => {
    await initialise(lab, 2, 'gain');
    await type(lab, 'tr:nth-child(3) .gain', '2');
    expect((await tableRows(lab))[2]).toMatchObject({ verdict: 'Exploding signal and gradient', place: 'signal from layer 32 on, gradient from layer 23 back', factor: '1.414' });
    await initialise(lab, 2, 'he');
    expect((await tableRows(lab))[2]).toMatchObject({ verdict: 'Stable', place: '', signal: '1.00', gradient: '1.00' });
  });

  test('says what it is the theory of, and what it leaves out', async () => {
    const basis = await lab.page.locator('.basis').innerText();
    for (const words of ['Mean-field theory', 'fully connected', 'N(0, 1)', 'no normalisation', 'Your model uses layer normalisation, which this leaves out.']) expect(basis).toContain(words);
  });

  test('marks the default of the library in the code, and starts with it', async () => {
    const list = lab.page.locator('table.depth-table vscode-dropdown').first();
    expect(await list.locator('vscode-option').allInnerTexts()).toEqual(['He', 'Xavier (Keras)', 'LeCun', 'PyTorch default', 'custom gain', 'edge of chaos']);
    expect((await tableRows(lab)).map(({ initialisation }) => initialisation)).toEqual(['xavier', 'xavier', 'he', 'xavier', 'xavier']);
  });

  test('is taken back by Reset', async () => {
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await frame(lab);
    expect((await tableRows(lab))[2]).toMatchObject({ initialisation: 'xavier', verdict: 'Vanishing signal and gradient' });
  });
});

describe('the edge of chaos', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(named('tanh')); });
  afterAll(() => lab.close());

  const edgeIn = (id: string) => meanFieldFunctions.find(({ activation }) => activation.id === id)?.moments.find(({ q }) => q === 1)?.edge;

  test.each(['tanh', 'relu', 'leaky-relu'])('of %s is that of the table, and a button starts there', async (id) => {
    await show(lab, named(id));
    const edge = edgeIn(id);
    expect((await tableRows(lab))[0]?.edge).toBe(`σw² ${formatNumber(Number(edge?.weights))}, σb² ${formatNumber(Math.max(0, Number(Number(edge?.biases).toFixed(12))))}Start there`);
    await lab.page.getByRole('button', { name: /^Start there/ }).click();
    await lab.settle();
    expect((await tableRows(lab))[0]).toMatchObject({ initialisation: 'edge', verdict: 'Stable' });
    expect(await headline(lab)).toContain('at the edge of chaos is stable through 20 layers');
  });

  test('that does not exist is no choice', async () => {
    await show(lab, named('binary-step'));
    const before = (await tableRows(lab))[0];
    expect(before?.edge).toBe('none found');
    await initialise(lab, 0, 'edge');
    await lab.settle();
    expect(await notice(lab)).toContain('No weights and biases keep both the signal and the gradient');
    expect((await tableRows(lab))[0]).toEqual(before);
  });
});

describe('the size of the network', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(named('gelu')); });
  afterAll(() => lab.close());

  const known = () => lab.page.locator('.known .chip').evaluate((chip) => [chip.className.split(' ')[1] ?? '', chip.textContent ?? '']);
  const size = () => Promise.all(['.layers', '.width'].map((field) => lab.page.locator(field).evaluate((node) => (node as HTMLInputElement).value)));
  const likely: LabSubject = { ...named('gelu'), situation: { depth: { value: 12, sureness: 'likely', evidence: { offset: 0, text: 'range(12)' } }, constraints: [] } };
  const corrected: LabSubject = { ...deepSigmoid, situation: { depth: { value: 6, sureness: 'corrected' }, constraints: [] } };
  const mixed: LabSubject = { ...named('gelu'), model: { layers: 12, activations: [{ activation: 'gelu', count: 11 }, { activation: 'tanh', count: 1 }], file: 'model.py' } };

  test.each([
    ['is that of the model in the file', deepSigmoid, ['read', '50 hidden layers with Sigmoid, read from mlp.py'], ['50', '64']],
    ['of several activations', mixed, ['read', '12 hidden layers with 11 GELU and 1 Tanh, read from model.py'], ['12', '256']],
    ['is as likely as the place says', likely, ['likely', '12 hidden layers, likely from range(12)'], ['12', '256']],
    ['is what the person said, before what was read', corrected, ['corrected', '6 hidden layers, as you said'], ['6', '64']],
    ['is an assumption where nothing is known, and said to be one', named('gelu'), ['guess', '20 hidden layers, assumed'], ['20', '256']],
  ] as const)('%s', async (_, subject, chip, numbers) => {
    await show(lab, subject);
    expect(await known()).toEqual(chip);
    expect(await size()).toEqual(numbers);
  });

  test('that was changed goes back by the chip', async () => {
    await show(lab, deepSigmoid);
    await lab.page.getByRole('slider', { name: 'Layers' }).press('ArrowLeft');
    await frame(lab);
    expect(await size()).toEqual(['49', '64']);
    await lab.page.getByRole('button', { name: /^Back to 50 hidden layers/ }).click();
    await frame(lab);
    expect(await size()).toEqual(['50', '64']);
  });

  test.each([
    ['.layers', '1', 'Layers: a whole number from 2 to 1000 is needed, not “1”.'], ['.layers', 'many', 'not “many”'], ['.layers', '12.5', 'not “12.5”'],
    ['.layers', '1e9', 'not “1e9”'], ['.width', '-8', 'Width: a whole number from 8 to 1024 is needed, not “-8”.'], ['.width', '', 'not “”'],
  ] as const)('%s refuses “%s” in words', async (field, text, words) => {
    await show(lab, named('gelu'));
    const before = await tableRows(lab);
    await type(lab, field, text);
    expect(await notice(lab)).toContain(words);
    expect(await tableRows(lab)).toEqual(before);
  });

  test('takes a thousand layers', async () => {
    await show(lab, named('sigmoid'));
    await type(lab, '.layers', '1000');
    expect((await tableRows(lab))[0]).toMatchObject({ gradient: '< 10⁻³⁰⁷', factor: '0.236', verdict: 'Vanishing gradient' });
    expect(lab.problems).toEqual([]);
  });
});

describe('what has no place in the theory', () => {
  test('has no tab', async () => {
    const lab = await openLab({ subject: softmaxHead });
    expect(await lab.page.getByRole('tab', { name: 'Depth' }).count()).toBe(0);
    await lab.close();
  });

  test('every function of one number is drawn without an error', async () => {
    const lab = await openDepth(named('relu'));
    for (const { id, kind } of activations) {
      if (kind !== 'scalar') continue;
      await lab.send({ type: 'subjectChanged', subject: named(id) });
      await frame(lab);
      const [row] = await tableRows(lab);
      expect(row?.verdict, id).not.toBe('');
      for (const text of [row?.signal, row?.gradient, row?.factor]) expect(text, id).not.toMatch(/NaN|undefined|e[-+]/);
    }
    expect(lab.problems).toEqual([]);
    await lab.close();
  });
});

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
    const steps = simulate(nonlinearityOf(tanh, {}), { depth: 6, width: 32, batch: 8, initialisation: initialisationNamed('xavier', 32) }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
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
    expect(await lab.page.locator('.spread').innerText()).toBe('The simulation stopped. Out of memory. The lines are theory and stay.Run again'.replace('Run', '\nRun'));
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

describe('by the keyboard', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(deepSigmoid); });
  afterAll(() => lab.close());

  const heads = () => lab.page.locator('thead .value').allInnerTexts();
  const press = async (key: string) => {
    await lab.page.keyboard.press(key);
    await frame(lab);
  };

  test('the layer that is pointed at is read in the table, and spoken', async () => {
    await lab.page.locator('canvas').first().focus();
    await press('End');
    await press('Shift+ArrowLeft');
    expect((await heads()).slice(0, 2)).toEqual(['Signal at layer 40', 'Gradient at layer 40']);
    // 0.236 a layer, ten times.
    expect((await tableRows(lab))[0]?.gradient).toBe('5.4 × 10⁻⁷');
    await lab.settle();
    await lab.page.waitForTimeout(100);
    expect(await lab.page.locator('[role="status"]').innerText()).toMatch(/^Layer 40\. Sigmoid, Xavier: signal 0\.51, gradient 5\.4 × 10⁻⁷, 0\.236 per layer\. Vanishing gradient\. Tanh/);
    await press('Escape');
    expect((await heads()).slice(0, 2)).toEqual(['Signal at layer 50', 'Gradient at layer 1']);
  });

  test('the pointer does the same, and leaves no trace', async () => {
    const box = await lab.page.locator('canvas').first().boundingBox();
    await lab.page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
    await frame(lab);
    expect((await heads())[0]).not.toBe('Signal at layer 50');
    await lab.page.mouse.move(2, 2);
    await frame(lab);
    expect((await heads())[0]).toBe('Signal at layer 50');
  });

  test('the table takes the place of the plots, and keeps the keyboard', async () => {
    await lab.page.locator('canvas').first().focus();
    await press('t');
    expect(await lab.page.locator('table.values tbody tr').count()).toBe(50);
    expect(await lab.page.evaluate(() => document.activeElement?.className)).toBe('values-scroll');
    await press('t');
    expect(await lab.page.evaluate(() => document.activeElement?.localName)).toBe('canvas');
  });

  test('the picture holds both plots', async () => {
    await press('c');
    await lab.settle();
    const size = await lab.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bitmap = item && await createImageBitmap(await item.getType('image/png'));
      return [bitmap?.width ?? 0, bitmap?.height ?? 0];
    });
    const plots = await lab.page.locator('.depth-plots').boundingBox();
    expect(size[0]).toBeGreaterThanOrEqual(Math.floor(plots?.width ?? Infinity));
    expect(size[1]).toBeGreaterThanOrEqual(Math.floor(plots?.height ?? Infinity));
  });

  test('the whole way to a stable start needs no pointer', async () => {
    await lab.page.locator('canvas').last().focus();
    for (let i = 0; i < 12 && !(await lab.page.evaluate(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Start there: Sigmoid') ?? false)); i++) await press('Tab');
    await press('Enter');
    await lab.settle();
    expect((await tableRows(lab))[0]).toMatchObject({ initialisation: 'edge', verdict: 'Stable' });
  });
});

test('a reload brings back what was set', async () => {
  const before = await openDepth(deepSigmoid);
  await type(before, '.layers', '30');
  await type(before, '.width', '99');
  await initialise(before, 1, 'he');
  await before.settle();
  const stored = await before.stored();
  const rows = await tableRows(before);
  await before.close();
  const after = await openLab({ stored });
  await after.settle();
  expect(await tableRows(after)).toEqual(rows);
  expect(await after.page.locator('.spread').innerText()).toContain('No networks are simulated.');
  expect(after.problems).toEqual([]);
  await after.close();
});

test('the lines are the numbers', async () => {
  const lab = await openDepth(deepSigmoid, { entry: 'test/webview/withChart.ts' });
  const columns = [...(await copied(lab)).values()].slice(1);
  await lab.page.locator('.values-scroll').press('t');
  const drawn = await lab.page.locator('.depth-plot canvas').evaluateAll((all) => all.map((canvas) => {
    const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { data: { datasets: { data: { y: number }[] }[] } } } };
    return Chart.getChart(canvas).data.datasets.map(({ data }) => data.map(({ y }) => y));
  }));
  expect(drawn).toEqual([columns.filter((_, i) => i % 2 === 0), columns.filter((_, i) => i % 2 === 1)]);
  await lab.close();
});

describe('in every theme and width', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let lab: LabPage;
  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    lab = await openLab({ subject: { ...deepSigmoid, model: { layers: 50, activations: [{ activation: 'sigmoid', count: 50 }], width: 16, file: 'mlp.py' } } });
    await lab.page.getByRole('tab', { name: 'Depth' }).click();
    await lab.page.getByText(/^Bands: two thirds/).waitFor({ timeout: 30_000 });
    await lab.page.evaluate(axe);
  });
  afterAll(() => lab.close());

  async function violations(): Promise<string[]> {
    const { violations: found } = await lab.page.evaluate(() => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
  }

  test.each(themeNames)('axe finds nothing in %s', async (theme) => {
    await lab.setTheme(theme);
    await lab.settle();
    expect(await violations()).toEqual([]);
    for (const width of [320, 600, 1000, 1200]) {
      await lab.page.setViewportSize({ width, height: 780 });
      await lab.settle();
      await lab.page.screenshot({ path: join(screenshots, `depth-${width}-${theme}.png`), fullPage: true });
    }
  });

  test('axe finds nothing in the table view', async () => {
    await lab.page.locator('canvas').first().press('t');
    await lab.settle();
    expect(await violations()).toEqual([]);
    await lab.page.screenshot({ path: join(screenshots, 'depth-table.png'), fullPage: true });
    await lab.page.locator('.values-scroll').press('t');
  });

  /** What stands out to the right of the page, or of the part of the view it is in. */
  const overflow = () => [...document.querySelectorAll('main, .depth, .depth .tools, .depth-table, .depth-table td, .depth-table th, .stage')].flatMap((holder) => {
    const outer = holder.getBoundingClientRect();
    return [...holder.querySelectorAll('*')].filter((node) => !node.closest('.visually-hidden, svg, vscode-option, .chip')).flatMap((node) => {
      const inner = node.getBoundingClientRect();
      return inner.width > 0 && (inner.right > outer.right + 1 || inner.left < outer.left - 1) ? [`${node.localName}.${node.getAttribute('class') ?? ''} leaves ${holder.localName}.${holder.className}`] : [];
    });
  });

  test('nothing leaves its place', async () => {
    const found: Record<number, string[]> = {};
    for (const width of [300, 320, 420, 600, 820, 1000, 1200]) {
      await lab.page.setViewportSize({ width, height: 900 });
      await lab.settle();
      const here = [...await lab.page.evaluate(overflow), ...await lab.page.evaluate(() => (document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['the page scrolls'] : []))];
      if (here.length > 0) found[width] = here.slice(0, 5);
    }
    expect(found).toEqual({});
  });

  test('nothing moves while the number of layers is dragged', async () => {
    await lab.page.setViewportSize({ width: 1000, height: 900 });
    await lab.settle();
    const tops = () => lab.page.locator('.depth-plots, .basis, .spread, .depth-table').evaluateAll((all) => all.map((node) => Math.round(node.getBoundingClientRect().top)));
    const before = await tops();
    const slider = lab.page.getByRole('slider', { name: 'Layers' });
    for (let i = 0; i < 3; i++) {
      await slider.press('PageDown');
      await frame(lab);
      expect(await tops()).toEqual(before);
    }
  });
});
