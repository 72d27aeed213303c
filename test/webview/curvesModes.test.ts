/** How the curves can be looked at: on other axes, less one another, closer by, with other inputs. Numbers by mpmath or by definition. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { LabSubject } from '../../src/protocol/messages';
import { closeBrowser, openLab, type LabPage } from './browser';
import { explanation, frame, headline, moveTo, notice, position, press, rows, sentSince, show, type } from './readings';
import { geluInBlock, named } from './subjects';

let lab: LabPage;

beforeAll(async () => {
  lab = await openLab({ entry: 'test/webview/withChart.ts' });
  // What is written on the canvas is kept, to be read back.
  await lab.page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    const written = new Set<string>();
    Object.assign(window, { written });
    prototype.fillText = function (text: string, x: number, y: number) {
      written.add(text);
      fillText.call(this, text, x, y);
    };
  });
});
afterAll(closeBrowser);

/** The words on the canvas of the last drawing. */
async function written(): Promise<string[]> {
  await lab.page.evaluate(() => (window as unknown as { written: Set<string> }).written.clear());
  await press(lab, 'Alt+ArrowRight', 'Alt+ArrowLeft');
  return lab.page.evaluate(() => [...(window as unknown as { written: Set<string> }).written]);
}

function shownRange(): Promise<[number, number]> {
  return lab.page.locator('canvas').evaluate((canvas) => {
    const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { scales: Record<string, { min: number; max: number }> } } };
    const { min = NaN, max = NaN } = Chart.getChart(canvas).scales['x'] ?? {};
    return [min, max];
  });
}

/** Pixels of the panel at which these values stand. */
function pixelsOf(panel: string, values: readonly number[]): Promise<number[]> {
  return lab.page.locator('canvas').evaluate((canvas, [name, heights]) => {
    const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { scales: Record<string, { getPixelForValue(value: number): number }> } } };
    const scale = Chart.getChart(canvas).scales[name];
    return heights.map((height) => scale?.getPixelForValue(height) ?? NaN);
  }, [panel, values] as const);
}

async function chooseAxes(name: string): Promise<void> {
  await lab.page.locator('.axes vscode-dropdown').click();
  await lab.page.locator('.axes').getByRole('option', { name, exact: true }).click();
  await frame(lab);
}

const twoGelus: LabSubject = {
  ...geluInBlock, curves: [{ activation: 'gelu', parameters: {} }, { activation: 'gelu-tanh', parameters: {} }],
};

describe('difference mode', () => {
  beforeEach(() => show(lab, twoGelus));

  test('says how far the two forms of GELU are apart, where, and for which inputs', async () => {
    await press(lab, 'd');
    await lab.settle();
    expect(await headline(lab)).toBe('GELU (tanh) differs from GELU by at most 4.7 × 10⁻⁴ from x = −5 to 3.');
    expect(await explanation(lab)).toBe('It is farthest at x = −2.699 and 2.699. For N(0, 1) inputs the root mean square is 1.3 × 10⁻⁴.');
    expect(await position(lab)).toMatch(/^−2\.69/);
    expect(await written()).toEqual(expect.arrayContaining([expect.stringMatching(/largest \|difference\| 4\.7 × 10⁻⁴ at x = −2\.69/), 'difference of output  f(x)']));
  });

  test('shows the differences in the table, and says which is the reference', async () => {
    await lab.page.getByRole('button', { name: 'Differences from the function in the code' }).click();
    await moveTo(lab, 1);
    // 0.8413447461 − 0.8411919906
    expect((await rows(lab)).map(({ output }) => output)).toEqual(['0.000', '−1.5 × 10⁻⁴']);
    expect(await lab.page.locator('.tag.reference:visible').count()).toBe(1);
    expect(await lab.page.locator('th.output').innerText()).toContain('Δf');
    expect(await lab.page.locator('.figures').innerText()).toMatch(/root mean square\s*1\.3 × 10⁻⁴/);
  });

  test('ends with the second press, with Reset, and where there is no second function', async () => {
    await press(lab, 'd', 'd');
    await lab.settle();
    expect(await headline(lab)).not.toContain('differs');
    await press(lab, 'd');
    await lab.page.getByRole('button', { name: 'Remove GELU (tanh)' }).click();
    await lab.settle();
    expect(await headline(lab)).not.toContain('differs');
    expect(await lab.page.locator('.toggle.difference').isDisabled()).toBe(true);
  });
});

describe('axes', () => {
  test('a logarithm puts equal ratios at equal distances', async () => {
    await show(lab, named('sigmoid'));
    await chooseAxes('Log');
    for (const panel of ['output', 'gradient']) {
      const [a = NaN, b = NaN, c = NaN] = await pixelsOf(panel, [0.01, 0.1, 1]);
      expect(a - b).toBeGreaterThan(20);
      expect(b - c).toBeCloseTo(a - b, 6);
    }
    expect(await written()).toEqual(expect.arrayContaining(['output  f(x)  log', 'gradient  f′(x)  log']));
  });

  test('a logarithm on both sides of zero is odd', async () => {
    await show(lab, named('tanh'));
    await chooseAxes('Symlog');
    const [minus = NaN, zero = NaN, plus = NaN] = await pixelsOf('output', [-0.1, 0, 0.1]);
    expect(minus - zero).toBeCloseTo(zero - plus, 6);
    expect(minus - zero).toBeGreaterThan(10);
  });

  test('gradients alone', async () => {
    await show(lab, named('sigmoid'));
    await chooseAxes('Log f′ only');
    const [a = NaN, b = NaN, c = NaN] = await pixelsOf('output', [0.2, 0.5, 0.8]);
    expect(a - b).toBeCloseTo(b - c, 6);
    const [d = NaN, e = NaN, f = NaN] = await pixelsOf('gradient', [0.01, 0.1, 1]);
    expect(d - e).toBeCloseTo(e - f, 6);
  });

  test('what has nothing positive says so and stays even', async () => {
    await show(lab, named('log-sigmoid'));
    await chooseAxes('Log');
    expect(await written()).toEqual(expect.arrayContaining(['output  f(x)  nothing positive for a log axis']));
    await chooseAxes('Linear');
  });
});

describe('what the inputs become', () => {
  const figures = async () => (await lab.page.locator('.figures dl > div').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

  test('is said of GELU and N(0, 1)', async () => {
    await show(lab, named('gelu'));
    expect(await figures()).toEqual(['mean 0.282', 'variance 0.346', 'dead 0 %', 'E f′² 0.456']);
  });

  test('follows the sliders, once the frame is drawn', async () => {
    await show(lab, named('relu'));
    await type(lab, '.number-tool:nth-child(1) .number', '0.5');
    await type(lab, '.number-tool:nth-child(2) .number', '1.5');
    expect(await figures()).toEqual(['mean 0.881', 'variance 1.083', 'dead 36.9 %', 'E f′² 0.631']);
    await lab.page.getByRole('slider', { name: 'Mean of the inputs' }).press('Backspace');
    await frame(lab);
    expect((await figures())[2]).toBe('dead 50 %');
  });

  test('goes away with the inputs', async () => {
    await show(lab, named('relu'));
    await lab.page.locator('.inputs vscode-dropdown').click();
    await lab.page.locator('.inputs vscode-option').filter({ hasText: 'None' }).click();
    await frame(lab);
    expect(await lab.page.locator('.figures').isVisible()).toBe(false);
  });

  test('a distribution that is none is refused in words', async () => {
    await show(lab, named('relu'));
    await type(lab, '.number-tool:nth-child(2) .number', '0');
    expect(await notice(lab)).toContain('Standard deviation of the inputs: a number from 0.01 to 1000 is needed');
  });
});

describe('names on the plot', () => {
  test('of kinks, and of where the gradient ends', async () => {
    await show(lab, named('relu6'));
    await moveTo(lab, 2.5);
    expect(await written()).toEqual(expect.arrayContaining(['kink at 0', 'kink at 6', 'ReLU6 passes no gradient']));
  });

  test('of jumps', async () => {
    await show(lab, named('hardshrink'));
    await moveTo(lab, 2.5);
    expect(await written()).toEqual(expect.arrayContaining(['jump at 0.5']));
  });

  test('of saturation, with its threshold and its share of inputs', async () => {
    await show(lab, named('gelu'));
    expect(await written()).toEqual(expect.arrayContaining(['GELU saturated: |f′| < 0.05', '0.94\u202f% of inputs']));
  });
});

describe('zoom', () => {
  beforeEach(async () => {
    await show(lab, geluInBlock);
    await moveTo(lab, -1);
  });

  test('with buttons around the crosshair, and Fit brings all back', async () => {
    const fit = lab.page.getByRole('button', { name: 'Fit' });
    await lab.page.getByRole('button', { name: 'Zoom in' }).click();
    await frame(lab);
    expect((await shownRange()).map((x) => Number(x.toFixed(6)))).toEqual([-1 - 4 / 1.5, -1 + 4 / 1.5].map((x) => Number(x.toFixed(6))));
    await fit.click();
    await frame(lab);
    expect(await shownRange()).toEqual([-5, 3]);
  });

  test('with Control and the wheel at the pointer; the plain wheel leaves it', async () => {
    const box = await lab.page.locator('canvas').boundingBox();
    await lab.page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 200);
    await lab.page.mouse.wheel(0, 100);
    await frame(lab);
    expect(await shownRange()).toEqual([-5, 3]);
    await lab.page.keyboard.down('Control');
    await lab.page.mouse.wheel(0, -100);
    await lab.page.keyboard.up('Control');
    await frame(lab);
    const [min, max] = await shownRange();
    expect(max - min).toBeLessThan(8);
  });

  test('with two fingers', async () => {
    const box = await lab.page.locator('canvas').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 400, (box?.y ?? 0) + 150];
    const cdp = await lab.page.context().newCDPSession(lab.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', half: number) => cdp.send('Input.dispatchTouchEvent', {
      type, touchPoints: type === 'touchEnd' ? [] : [{ x: x - half, y, id: 0 }, { x: x + half, y, id: 1 }],
    });
    await touch('touchStart', 50);
    for (const half of [60, 75, 100]) await touch('touchMove', half);
    await touch('touchEnd', 0);
    await frame(lab);
    const [min, max] = await shownRange();
    // The fingers are twice as far apart.
    expect(max - min).toBeCloseTo(4, 1);
  });

  test('a drag moves the plot by as much', async () => {
    const box = await lab.page.locator('canvas').boundingBox();
    await lab.page.mouse.move((box?.x ?? 0) + 400, (box?.y ?? 0) + 150);
    await lab.page.mouse.down();
    await lab.page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 150, { steps: 4 });
    await lab.page.mouse.up();
    await frame(lab);
    const [min, max] = await shownRange();
    expect(min).toBeGreaterThan(-4.5);
    expect(max - min).toBeCloseTo(8, 6);
  });

  test('arrows keep their length on the screen', async () => {
    await moveTo(lab, 0);
    for (let i = 0; i < 13; i++) await press(lab, '+');
    const [min, max] = await shownRange();
    expect(max - min).toBeLessThan(1);
    await press(lab, 'ArrowRight');
    expect(Number(await position(lab))).toBeCloseTo(0.01, 9);
  });
});

describe('crosshair', () => {
  test('snaps to a feature within six pixels, unless Alt is held', async () => {
    await show(lab, named('relu'));
    const box = await lab.page.locator('canvas').boundingBox();
    const at = await lab.page.locator('canvas').evaluate((canvas) => {
      const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { scales: Record<string, { getPixelForValue(value: number): number }> } } };
      return Chart.getChart(canvas).scales['x']?.getPixelForValue(0) ?? NaN;
    });
    await lab.page.mouse.move((box?.x ?? 0) + at + 5, (box?.y ?? 0) + 150);
    await frame(lab);
    expect(await position(lab)).toBe('0.000');
    await lab.page.keyboard.down('Alt');
    await lab.page.mouse.move((box?.x ?? 0) + at + 4, (box?.y ?? 0) + 150);
    await lab.page.keyboard.up('Alt');
    await frame(lab);
    expect(Number(await position(lab))).toBeGreaterThan(0.01);
  });

  test('Escape unpins it, and then goes back to the editor', async () => {
    await show(lab, geluInBlock);
    await lab.page.locator('canvas').click({ position: { x: 400, y: 150 } });
    const before = (await lab.sent()).length;
    await press(lab, 'Escape');
    expect(await sentSince(lab, before)).toEqual([]);
    await press(lab, 'Escape');
    expect(await sentSince(lab, before)).toEqual([{ type: 'reveal' }]);
  });
});

test('each parameter goes back by its symbol', async () => {
  await show(lab, geluInBlock);
  await moveTo(lab, -2);
  await type(lab, '.series-3 .parameter .number', '0.5');
  await lab.page.getByRole('button', { name: 'LeakyReLU negative slope α: back to 0.20' }).click();
  await frame(lab);
  expect((await rows(lab))[2]?.output).toBe('−0.400');
});

test('axes and difference survive a reload', async () => {
  await show(lab, twoGelus);
  await press(lab, 'd');
  await chooseAxes('Symlog');
  await lab.settle();
  const again = await openLab({ stored: await lab.stored() });
  await again.settle();
  expect(await headline(again)).toContain('differs from GELU');
  expect(await again.page.locator('.axes vscode-dropdown').evaluate((list) => (list as HTMLSelectElement).value)).toBe('symlog');
  await again.close();
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
