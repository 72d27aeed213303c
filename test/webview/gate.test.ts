/** Gates over both of their inputs: map, sections and numbers are the function, and are reached by pointer and key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { defaultsOf, type GateActivation } from '../../src/activations/activation';
import { closeBrowser, openLab, themeNames, type LabPage } from './browser';
import { copiedBy, explanation, frame, headline, notice, show, spoken, type } from './readings';
import { geluInBlock, named } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab({ entry: 'test/webview/withChart.ts', height: 900 }); });
afterAll(closeBrowser);

const readout = () => lab.page.locator('.gate-values td.value').allInnerTexts();
const position = () => lab.page.locator('.gate-values .position').evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
const canvas = () => lab.page.locator('.heat-map canvas');
const sections = () => lab.page.locator('.sections h2').allInnerTexts();

async function showGate(id: string, a?: string, b?: string): Promise<void> {
  await show(lab, named(id));
  const tab = lab.page.getByRole('tab', { name: 'Two inputs' });
  if (await tab.getAttribute('aria-selected') !== 'true') {
    await tab.click();
    await lab.settle();
  }
  if (a !== undefined && b !== undefined) await moveTo(a, b);
}

async function moveTo(a: string, b: string): Promise<void> {
  await type(lab, '.gate-values td:nth-child(1) .position', a);
  await type(lab, '.gate-values td:nth-child(2) .position', b);
}

async function press(...keys: readonly string[]): Promise<void> {
  await canvas().focus();
  for (const key of keys) await lab.page.keyboard.press(key);
  await frame(lab);
}

describe('at the crosshair', () => {
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  test.each([
    // From the definitions.
    ['swiglu', '2', '-1.5', 2 * sigmoid(2) * -1.5, (sigmoid(2) + 2 * sigmoid(2) * sigmoid(-2)) * -1.5, 2 * sigmoid(2)],
    ['reglu', '2', '-1.5', -3, -1.5, 2],
    ['reglu', '-2', '3', 0, 0, 0],
    ['bilinear', '1.25', '-0.8', -1, -0.8, 1.25],
    ['frelu', '1', '-2', 1, 1, 0],
    ['sreglu', '3', '0.5', 4.5, 3, 9],
    // GLU has the sigmoid on its second half.
    ['glu', '3', '-1', 3 * sigmoid(-1), sigmoid(-1), 3 * sigmoid(-1) * sigmoid(1)],
  ])('%s at %s, %s', async (id, a, b, value, alongA, alongB) => {
    await showGate(id, a, b);
    const numbers = (await readout()).map((text) => Number(text.replace('−', '-')));
    [value, alongA, alongB].forEach((expected, i) => expect(numbers[i]).toBeCloseTo(expected, 2.9));
    expect(lab.problems).toEqual([]);
  });

  test('the derivatives of every gate are what small steps make', async () => {
    const gates = activations.filter((activation): activation is GateActivation => activation.kind === 'gate');
    expect(gates.length).toBeGreaterThan(10);
    for (const gate of gates) {
      await showGate(gate.id, '0.7', '-1.3');
      const p = defaultsOf(gate);
      const h = 1e-6;
      const slopes = [(gate.value(0.7 + h, -1.3, p) - gate.value(0.7 - h, -1.3, p)) / (2 * h), (gate.value(0.7, -1.3 + h, p) - gate.value(0.7, -1.3 - h, p)) / (2 * h)];
      const [, ...shown] = (await readout()).map((text) => Number(text.replace('−', '-').replace(/ × 10.*/, '')));
      shown.forEach((each, i) => expect(Math.abs(each - (slopes[i] ?? NaN)), gate.id).toBeLessThan(6e-4));
    }
  });

  test('the headline says what flows', async () => {
    await showGate('swiglu', '1', '1');
    await lab.settle();
    expect(await headline(lab)).toBe('SwiGLU gives 0.731 at a = 1, b = 1. Its gradient is 0.928 by a and 0.731 by b.');
    await showGate('reglu', '-1', '1');
    await lab.settle();
    expect(await headline(lab)).toBe('ReGLU gives 0.000 at a = −1, b = 1, and neither input gets a gradient.');
    expect(await explanation(lab)).toContain('About 50\u202f% of N(0, 1) pairs give neither input a gradient.');
    await showGate('frelu', '1', '-2');
    await lab.settle();
    expect(await headline(lab)).toBe('FReLU gives 1.000 at a = 1, b = −2, and only a gets a gradient, 1.000.');
  });

  test.each(['abc', '1/0', '1e9'])('%s for a position is refused in words', async (typed) => {
    await showGate('swiglu', '1', '1');
    await type(lab, '.gate-values td:nth-child(1) .position', typed);
    expect(await notice(lab)).toContain(typed);
    expect(await readout()).toEqual(['0.731', '0.928', '0.731']);
  });

  test('absurd positions have their values too, and the map goes there', async () => {
    await showGate('swiglu', '-1e5', '1e5');
    expect(await readout()).toEqual(['0.000', '0.000', '0.000']);
    expect(await canvas().getAttribute('aria-label')).not.toContain('a from −4 to 4');
    expect(lab.problems).toEqual([]);
  });
});

describe('the map', () => {
  test('is coloured by sign and strength, and its zero line is drawn', async () => {
    await showGate('bilinear', '-3.9', '3.9');
    const colourAt = (a: number, b: number) => canvas().evaluate((node: HTMLCanvasElement, [x, y]) => {
      const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { scales: Record<string, { getPixelForValue(value: number): number }> } } };
      const { scales } = Chart.getChart(node);
      const pixel = [scales['x']?.getPixelForValue(x ?? 0), scales['y']?.getPixelForValue(y ?? 0)].map((at) => Math.round(at ?? 0));
      return [...node.getContext('2d')?.getImageData(pixel[0] ?? 0, pixel[1] ?? 0, 1, 1).data ?? []].slice(0, 3);
    }, [a, b]);
    // Dark Modern: series 1 is blue, series 2 amber.
    const [positive, negative] = [await colourAt(3.7, 3.3), await colourAt(3.7, -3.3)];
    expect((positive[2] ?? 0) - (positive[0] ?? 0)).toBeGreaterThan(80);
    expect((negative[0] ?? 0) - (negative[2] ?? 0)).toBeGreaterThan(80);
    const zero = await colourAt(0, 2.2);
    const beside = await colourAt(0.15, 2.2);
    expect(Math.min(...zero) - Math.max(...beside)).toBeGreaterThan(40);
  });

  test('answers to the pointer, and a click pins', async () => {
    await showGate('swiglu', '1', '1');
    const box = await canvas().boundingBox() ?? { x: 0, y: 0, width: 0, height: 0 };
    await lab.page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.3);
    await frame(lab);
    const [a, b] = await position();
    expect(Number(a)).toBeGreaterThan(1);
    expect(Number(b)).toBeGreaterThan(1);
    await lab.page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.4);
    await lab.page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.8);
    await frame(lab);
    expect(Number((await position())[0])).toBeGreaterThan(0.5);
    await press('Escape');
  });

  test('answers to the keyboard and says what is there', async () => {
    await showGate('swiglu', '1', '1');
    await press('ArrowRight', 'ArrowUp', 'ArrowUp');
    expect(await position()).toEqual(['1.100', '1.200']);
    await press('Shift+ArrowLeft', 'Alt+ArrowDown');
    expect(await position()).toEqual(['0.100', '1.190']);
    await press('End', 'PageDown');
    expect(await position()).toEqual(['4.000', '−4.000']);
    await expect.poll(() => spoken(lab)).toMatch(/^a 4\.000, b minus 4\.000\. SwiGLU minus 15\.712, gradient minus 4\.211 by a, 3\.928 by b\.$/);
    await press('ArrowRight');
    expect(await canvas().getAttribute('aria-label')).not.toContain('a from −4 to 4');
    await press('0');
    expect(await canvas().getAttribute('aria-label')).toContain('a from −4 to 4 and b from −4 to 4');
  });

  test('zooms and pans', async () => {
    await showGate('swiglu', '0', '0');
    await press('+', '+');
    expect(await canvas().getAttribute('aria-label')).toContain('a from −2.78 to 2.78');
    const box = await canvas().boundingBox() ?? { x: 0, y: 0, width: 0, height: 0 };
    await lab.page.mouse.move(box.x + 300, box.y + 200);
    await lab.page.mouse.down();
    await lab.page.mouse.move(box.x + 200, box.y + 200, { steps: 4 });
    await lab.page.mouse.up();
    await frame(lab);
    expect(await canvas().getAttribute('aria-label')).not.toContain('a from −2.78');
    await canvas().dblclick();
    await frame(lab);
    expect(await canvas().getAttribute('aria-label')).toContain('a from −4 to 4');
  });

  test('T shows it as a table that can be copied', async () => {
    await showGate('bilinear', '1', '2.5');
    await press('t');
    await lab.settle();
    const head = await lab.page.locator('table.values thead th').allInnerTexts();
    expect(head.slice(1).map((text) => Number(text.replace('−', '-')))).toEqual([-4, -3, -2, -1, 0, 1, 2, 3, 4]);
    const row = lab.page.locator('table.values tbody tr.here');
    expect((await row.locator('th, td').allInnerTexts()).map((text) => Number(text.replace('−', '-')))).toEqual([2.5, -10, -7.5, -5, -2.5, 0, 2.5, 5, 7.5, 10]);
    await lab.page.bringToFront();
    expect(await copiedBy(lab, () => lab.page.getByRole('button', { name: 'Copy table' }).click())).toContain('2.5\t-10\t-7.5\t-5\t-2.5\t0\t2.5');
    await lab.page.locator('.values-scroll').press('t');
    await lab.settle();
    expect(await canvas().isVisible()).toBe(true);
  });
});

test('goes out as a file', async () => {
  await showGate('bilinear', '1', '2.5');
  await lab.page.getByRole('button', { name: 'More actions' }).click();
  await lab.page.getByRole('menuitem', { name: 'Export as CSV…' }).click();
  await lab.settle();
  expect((await lab.sent()).at(-1)).toMatchObject({ type: 'export', format: 'csv', data: expect.stringContaining('\r\n2.5,-10,-7.5,-5,-2.5,0,2.5,5,7.5,10\r\n') });
});

describe('the sections', () => {
  test('run through the crosshair', async () => {
    await showGate('swiglu', '2', '-1.5');
    expect(await sections()).toEqual(['Along a, with b = −1.500', 'Along b, with a = 2.000']);
    const lines = await lab.page.locator('.sections canvas').evaluateAll((all) => all.map((node) => {
      const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { data: { datasets: { data: { x: number; y: number }[] }[] } } } };
      return Chart.getChart(node).data.datasets.map(({ data }) => data);
    }));
    const silu = (a: number) => a / (1 + Math.exp(-a));
    for (const { x, y } of lines[0]?.[0] ?? []) expect(y).toBeCloseTo(silu(x) * -1.5, 10);
    for (const { x, y } of lines[1]?.[0] ?? []) expect(y).toBeCloseTo(silu(2) * x, 10);
    // The tangent has the derivative.
    const [first, , last] = lines[1]?.[1] ?? [];
    expect(((last?.y ?? NaN) - (first?.y ?? NaN)) / ((last?.x ?? NaN) - (first?.x ?? NaN))).toBeCloseTo(silu(2), 10);
  });

  test('move the crosshair from the keyboard', async () => {
    await showGate('swiglu', '1', '1');
    await lab.page.locator('.sections canvas').nth(1).focus();
    await lab.page.keyboard.press('ArrowRight');
    await lab.page.keyboard.press('Shift+ArrowRight');
    await frame(lab);
    expect(await position()).toEqual(['1.000', '2.100']);
  });
});

describe('parameters', () => {
  test('act on map and numbers, and on the sections of the other view', async () => {
    await showGate('clamped-swiglu', '3', '3');
    await type(lab, '.gate-parameters .parameter .number', '2');
    const [value] = await readout();
    // min(3, 2) σ(1.702 · 2) (2 + 1)
    expect(Number(value)).toBeCloseTo((2 / (1 + Math.exp(-3.404))) * 3, 2.9);
    await lab.page.getByRole('tab', { name: 'Curves' }).click();
    await frame(lab);
    expect(await lab.page.locator('.parameter:first-child .number').evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).toEqual(['2.00', '2.00', '2.00']);
    await lab.page.getByRole('tab', { name: 'Two inputs' }).click();
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await frame(lab);
    expect(Number((await readout())[0])).toBeCloseTo((1 / (1 + Math.exp(-1.702))) * 2, 2.9);
  });

  test('a choice picks another gate', async () => {
    await showGate('glu-generic', '-2', '1.5');
    const before = await readout();
    await lab.page.locator('.gate-parameters vscode-dropdown').click();
    await lab.page.getByRole('option', { name: 'relu', exact: true }).click();
    await frame(lab);
    expect(await readout()).toEqual(['0.000', '0.000', '0.000']);
    expect(before[0]).not.toBe('0.000');
  });
});

describe('the tab', () => {
  test('is there for gates alone', async () => {
    await show(lab, geluInBlock);
    expect(await lab.page.getByRole('tab').allInnerTexts()).not.toContain('Two inputs');
    await lab.send({ type: 'curveAdded', activation: 'swiglu', parameters: {} });
    await lab.settle();
    expect(await lab.page.getByRole('tab').allInnerTexts()).toContain('Two inputs');
  });

  test('comes back after a reload as it was', async () => {
    await showGate('reglu', '1.5', '-2');
    await press('+');
    await lab.settle();
    const shown = await canvas().getAttribute('aria-label');
    const again = await openLab({ stored: await lab.stored() });
    expect(await again.page.locator('.heat-map canvas').getAttribute('aria-label')).toBe(shown);
    expect(await again.page.locator('.gate-values td.value').allInnerTexts()).toEqual(['−3.000', '−2.000', '1.500']);
    await again.close();
  });
});

test.each(themeNames)('its words stand out in %s', async (theme) => {
  await lab.setTheme(theme);
  await showGate('geglu', '1', '1');
  expect(await canvas().isVisible()).toBe(true);
  expect(await lab.page.locator('.gate-legend').isVisible()).toBe(!theme.startsWith('high-contrast'));
  expect(lab.problems).toEqual([]);
});
