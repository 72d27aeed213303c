/** The Depth view by keyboard, after a reload, in every theme and width. */
import type { AxeResults } from 'axe-core';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, screenshots, themeNames, type LabPage } from './browser';
import { copied, deepSigmoid, initialise, openDepth, tableRows } from './depthReadings';
import { frame, type } from './readings';

afterAll(closeBrowser);

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

test('numbers and picture go out as files', async () => {
  const lab = await openDepth(deepSigmoid);
  const exported = async (format: string) => {
    await lab.page.getByRole('button', { name: /^More/ }).click();
    await lab.page.getByText(`Export as ${format}…`).click();
    await frame(lab);
    const message = (await lab.sent()).at(-1);
    return message?.type === 'export' ? message.data : '';
  };
  const csv = (await exported('CSV')).split('\r\n');
  expect(csv[0]).toContain('layer,"Sigmoid, Xavier gradient","Sigmoid, Xavier signal"');
  expect(csv).toHaveLength(52);
  const plots = await lab.page.locator('.depth-plots').boundingBox();
  const width = await lab.page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return (await createImageBitmap(new Blob([bytes], { type: 'image/png' }))).width;
  }, await exported('PNG'));
  expect(width).toBeGreaterThanOrEqual(2 * Math.floor(plots?.width ?? Infinity));
  expect(lab.problems).toEqual([]);
  await lab.close();
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

test.each([[1200, false], [640, true]] as const)('at a width of %s the plots stand under each other, layer under layer: %s', async (width, isStacked) => {
  const lab = await openDepth(deepSigmoid, { entry: 'test/webview/withChart.ts', width });
  const [gradient, signal] = await lab.page.locator('.depth-plot canvas').evaluateAll((all) => all.map((canvas) => {
    const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { scales: { x: { getPixelForValue(layer: number): number } } } } };
    return Math.round(canvas.getBoundingClientRect().left + Chart.getChart(canvas).scales.x.getPixelForValue(50));
  }));
  expect(gradient === signal).toBe(isStacked);
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
    for (const width of [300, 600, 1200]) {
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
