/** What comes out of the Lab: copies, code, files, links, and the panel that is pinned. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLink } from '../../src/protocol/link';
import type { ToHost } from '../../src/protocol/messages';
import { closeBrowser, openLab, screenshots, themeNames, type LabPage } from './browser';
import { copiedBy, frame, moveTo, notice, position, rows, sentSince, show } from './readings';
import { geluInBlock, named, softmaxHead } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab({ subject: geluInBlock }); });
afterAll(closeBrowser);

const menuItems = (): Promise<string[]> => lab.page.getByRole('menuitem').allInnerTexts();

async function openMore(): Promise<void> {
  await lab.page.getByRole('button', { name: 'More actions' }).click();
  await lab.page.getByRole('menu').waitFor();
}

/** Chooses an item and answers the messages it sent. */
async function choose(item: string | RegExp): Promise<ToHost[]> {
  await openMore();
  const { length } = await lab.sent();
  await lab.page.getByRole('menuitem', { name: item }).click();
  await lab.settle();
  return sentSince(lab, length);
}

type Exported = Extract<ToHost, { type: 'export' }>;

async function exported(item: string): Promise<Exported> {
  const message = (await choose(item)).find((each): each is Exported => each.type === 'export');
  if (!message) throw new Error(`${item} exported nothing`);
  return message;
}

describe('the menu', () => {
  test('offers what there is of the focused function, and no code where a library has no name', async () => {
    await show(lab, geluInBlock);
    await openMore();
    expect(await menuItems()).toEqual([
      'Copy value at crosshair', 'Copy formula as LaTeX', 'Copy code for PyTorch', 'Copy code for Keras', 'Copy code for JAX', 'Copy link to this view',
      'Insert GELU at the cursor', 'Export as PNG…', 'Export as SVG…', 'Export as CSV…', 'Pin this panel',
    ]);
    await lab.page.keyboard.press('Escape');
    await show(lab, named('phish'));
    await openMore();
    expect((await menuItems()).filter((item) => item.includes('code'))).toEqual([]);
    await lab.page.keyboard.press('Escape');
  });

  test('works by keyboard alone, and gives the focus back', async () => {
    await show(lab, geluInBlock);
    await lab.page.getByRole('button', { name: 'More actions' }).focus();
    await lab.page.keyboard.press('Enter');
    await lab.page.keyboard.press('ArrowDown');
    expect(await copiedBy(lab, () => lab.page.keyboard.press('Enter'))).toContain('\\Phi(x)');
    expect(await lab.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More actions');
  });
});

describe('copies', () => {
  test('the exact value under the crosshair', async () => {
    await show(lab, geluInBlock);
    await moveTo(lab, '1');
    const { length } = await lab.sent();
    expect(Number(await copiedBy(lab, () => choose('Copy value at crosshair')))).toBeCloseTo(0.8413447460685429, 15);
    await expect.poll(() => sentSince(lab, length)).toContainEqual({ type: 'copied', what: 'value' });
  });

  test('code with its import and the parameters as they are now', async () => {
    await show(lab, named('leaky-relu', { negativeSlope: 0.2 }));
    const { length } = await lab.sent();
    expect(await copiedBy(lab, () => choose('Copy code for PyTorch'))).toBe('from torch import nn\n\nactivation = nn.LeakyReLU(negative_slope=0.2)\n');
    await expect.poll(() => sentSince(lab, length)).toContainEqual({ type: 'copied', what: 'code' });
    expect(await copiedBy(lab, () => choose('Copy code for JAX'))).toBe('import jax\n\ny = jax.nn.leaky_relu(x, negative_slope=0.2)\n');
  });

  test('code of a function of a vector', async () => {
    await show(lab, softmaxHead);
    expect(await copiedBy(lab, () => choose('Copy code for PyTorch'))).toBe('from torch import nn\n\nactivation = nn.Softmax(dim=-1)\n');
  });
});

test('the focused function is inserted with its parameters', async () => {
  await show(lab, named('leaky-relu', { negativeSlope: 0.2 }));
  expect(await choose(/^Insert/)).toContainEqual({ type: 'insert', activation: 'leaky-relu', parameters: { negativeSlope: 0.2 } });
});

describe('exports', () => {
  test('a picture of twice the size on the screen, on the ground of the theme', async () => {
    await show(lab, geluInBlock);
    const { name, data } = await exported('Export as PNG…');
    expect(name).toBe('gelu-silu-leaky-relu');
    const read = await lab.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
      const colours = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4) colours.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
      return { width: bitmap.width, corner: [...pixels.slice(0, 4)], colours: colours.size, shown: document.querySelector('canvas')?.clientWidth ?? 0 };
    }, data);
    expect(read.width / read.shown).toBeGreaterThanOrEqual(2);
    expect(read.corner).toEqual([31, 31, 31, 255]);
    expect(read.colours).toBeGreaterThan(50);
    const canvas = await lab.page.locator('canvas').evaluate((each) => (each as HTMLCanvasElement).width / each.clientWidth);
    expect(canvas).toBe(1);
  });

  test('a drawing with the names of the functions, in the colours of the theme', async () => {
    await show(lab, geluInBlock);
    const { format, data } = await exported('Export as SVG…');
    expect(format).toBe('svg');
    const read = await lab.page.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return { words: [...parsed.querySelectorAll('text')].map((text) => text.textContent), errors: parsed.querySelectorAll('parsererror').length, fill: parsed.querySelector('rect:not(pattern *)')?.getAttribute('fill') };
    }, data);
    expect(read).toMatchObject({ errors: 0, fill: 'rgb(31, 31, 31)' });
    expect(read.words).toEqual(expect.arrayContaining(['GELU', 'SiLU', 'LeakyReLU  α = 0.2', 'output  f(x)', 'gradient  f′(x)', 'inputs N(0, 1)']));
  });

  test('the numbers of all that is shown', async () => {
    await show(lab, geluInBlock);
    const { data } = await exported('Export as CSV…');
    const lines = data.trimEnd().split('\r\n');
    expect(lines[0]).toBe('x,GELU,GELU gradient,SiLU,SiLU gradient,LeakyReLU,LeakyReLU gradient');
    expect(lines).toContainEqual('0,0,0.5,0,0.5,0,0.2');
  });
});

test('a function of a vector is exported as picture and numbers too', async () => {
  await show(lab, softmaxHead);
  expect((await exported('Export as PNG…')).name).toBe('softmax');
  const { data } = await exported('Export as CSV…');
  expect(data).toContain('0.577');
  expect(data).not.toContain('\t');
});

test('both plots of Depth are exported as one picture, and as numbers', async () => {
  await show(lab, named('tanh'));
  await lab.page.getByRole('tab', { name: 'Depth' }).click();
  await lab.settle();
  const { data } = await exported('Export as PNG…');
  const width = await lab.page.evaluate(async (base64) => (await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]))).width, data);
  const shown = await lab.page.locator('.depth-plots').evaluate((plots) => plots.clientWidth);
  expect(width / shown).toBeGreaterThanOrEqual(2);
  expect((await exported('Export as CSV…')).data.split('\r\n').length).toBeGreaterThan(3);
  await lab.page.getByRole('tab', { name: 'Curves' }).click();
});

describe('a drawing is what the screen shows', () => {
  interface Likeness { readonly words: readonly string[]; readonly errors: number; readonly unlike: number; readonly picture: string }

  /** The share of the pixels of the plot that differ clearly, and the words of the drawing; in a page that may show pictures. */
  async function compare(svg: string, selector: string): Promise<Likeness> {
    const screen = await lab.page.locator(selector).first().evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const page = await lab.page.context().browser()?.newPage();
    if (!page) throw new Error('There is no browser.');
    const likeness = await page.evaluate(async ({ text, shown, margin }) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const paint = async (source: string, ground: string): Promise<HTMLCanvasElement> => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d');
        if (context) context.fillStyle = ground;
        context?.fillRect(0, 0, canvas.width, canvas.height);
        context?.drawImage(image, 0, 0);
        return canvas;
      };
      const ground = parsed.querySelector('svg > rect')?.getAttribute('fill') ?? '';
      const [drawn, screen] = [await paint(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`, ground), await paint(shown, ground)];
      const pixels = (of: HTMLCanvasElement, left: number) => of.getContext('2d')?.getImageData(left, left, screen.width, screen.height).data ?? new Uint8ClampedArray();
      const [ours, theirs] = [pixels(drawn, margin), pixels(screen, 0)];
      const far = (i: number) => [0, 1, 2].reduce((sum, channel) => sum + Math.abs((ours[i + channel] ?? 0) - (theirs[i + channel] ?? 0)), 0) > 120;
      const unlike = Array.from({ length: theirs.length / 4 }, (_, i) => far(4 * i)).filter(Boolean).length;
      return {
        words: [...parsed.querySelectorAll('text')].map((each) => each.textContent ?? ''), errors: parsed.querySelectorAll('parsererror').length,
        unlike: unlike / (theirs.length / 4), picture: drawn.toDataURL().slice('data:image/png;base64,'.length),
      };
    }, { text: svg, shown: screen, margin: 14 });
    await page.close();
    return likeness;
  }

  async function check(name: string, canvas: string, words: readonly string[], least = 0.01): Promise<void> {
    const { data, format } = await exported('Export as SVG…');
    const likeness = await compare(data, canvas);
    await mkdir(screenshots, { recursive: true });
    await writeFile(join(screenshots, `drawing-${name}.png`), Buffer.from(likeness.picture, 'base64'));
    expect([format, likeness.errors]).toEqual(['svg', 0]);
    expect(likeness.words).toEqual(expect.arrayContaining([...words]));
    expect(likeness.unlike, name).toBeLessThan(least);
  }

  const openTab = async (name: string): Promise<void> => {
    await lab.page.getByRole('tab', { name }).click();
    await lab.settle();
  };

  afterAll(async () => {
    await lab.setTheme('dark-modern');
    await openTab('Curves');
  });

  test.each(themeNames)('of Softmax, Depth and Two inputs in the theme %s', async (theme) => {
    await lab.setTheme(theme);
    await show(lab, softmaxHead);
    await check(`softmax-${theme}`, '.line-plot canvas', ['T = 1.00', 'cat', 'cat 0.577', 'dog 0.235', 'bird 0.188']);
    await show(lab, named('swiglu'));
    await openTab('Two inputs');
    await check(`gate-${theme}`, '.heat-map canvas', ['a = 1.000', 'b = 1.000', '0.731', '−4', '4']);
    await show(lab, { ...geluInBlock, curves: [...geluInBlock.curves, { activation: 'sigmoid', parameters: {} }] });
    await openTab('Depth');
    // Bands that come in between would be on the screen alone.
    await lab.page.getByText(/^Bands: two thirds/).waitFor({ timeout: 30_000 });
    await check(`depth-${theme}`, '.depth-plots canvas', ['Gradient', 'Signal', 'exploding: above 65 504, the largest float16', 'Sigmoid, PyTorch default: Vanishing gradient'], 0.03);
  });

  test('also while the table is shown', async () => {
    await show(lab, softmaxHead);
    await lab.page.getByRole('button', { name: 'Table view' }).click();
    expect((await exported('Export as SVG…')).data).toContain('>cat 0.577</text>');
    await lab.page.getByRole('button', { name: 'Table view' }).click();
  });

  test('of Curves has the crosshair once it is pinned', async () => {
    await show(lab, geluInBlock);
    await openTab('Curves');
    await moveTo(lab, '1');
    expect((await exported('Export as SVG…')).data).not.toContain('>x = 1.000</text>');
    await lab.page.locator('.plot canvas').click({ position: { x: 400, y: 120 } });
    // The field shows where that is, and what is typed before would be written over.
    await frame(lab);
    await moveTo(lab, '1');
    const { data } = await exported('Export as SVG…');
    for (const words of ['x = 1.000', '0.841', '1.083']) expect(data).toContain(`>${words}</text>`);
  });
});

describe('a link', () => {
  test('carries the view, and another Lab shows exactly that', async () => {
    await show(lab, { ...geluInBlock, curves: geluInBlock.curves });
    await lab.page.getByRole('button', { name: 'Curvature f″' }).click();
    await lab.page.getByRole('button', { name: 'Remove SiLU' }).click();
    await moveTo(lab, '-0.5');
    const message = (await choose('Copy link to this view')).find((each): each is Extract<ToHost, { type: 'copyLink' }> => each.type === 'copyLink');
    const query = message?.query ?? '';
    expect(query).toContain('f=gelu&f=leaky-relu:negativeSlope=0.2&');
    expect(query).toContain('shown.curvature=true');
    expect(query).not.toContain('model.py');
    const view = readLink(query);
    if ('problem' in view) throw new Error(view.problem);
    const other = await openLab({ subject: { curves: view.curves, situation: { constraints: [] }, following: false } });
    await other.send({ type: 'linked', query });
    await other.settle();
    const before = await rows(lab);
    expect(await rows(other)).toEqual(before);
    expect(await position(other)).toBe(await position(lab));
    expect(await other.page.locator('.plot').getAttribute('data-panels')).toBe('3');
    expect(await other.page.locator('table.functions tbody tr').nth(1).getAttribute('class')).toContain('series-3');
    expect(await other.page.locator('.chips').innerText()).toBe(await lab.page.locator('.chips').innerText());
    const { length } = await other.sent();
    await other.page.getByRole('button', { name: 'More actions' }).click();
    await other.page.getByRole('menuitem', { name: 'Copy link to this view' }).click();
    expect(await sentSince(other, length)).toContainEqual({ type: 'copyLink', query });
    expect(other.problems).toEqual([]);
    await other.close();
  });

  test('of another version is shown as far as it is understood, and says so', async () => {
    await show(lab, named('gelu'));
    await lab.send({ type: 'linked', query: 'f=gelu&threshold=0.1&threshold2=7&range.min=-2&range.max=none&inputs.mean=true' });
    await lab.settle();
    expect(await notice(lab)).toContain('“threshold2”, “range”, “inputs”');
    expect(await lab.page.locator('.saturation vscode-text-field').evaluate((field) => (field as HTMLInputElement).value)).toBe('0.1');
  });

  test('that is none changes nothing', async () => {
    await show(lab, named('gelu'));
    for (const query of ['', 'f=', '%E0%A4%A', 'f=gelu&__proto__.x=1']) await lab.send({ type: 'linked', query });
    await lab.settle();
    expect((await rows(lab)).map(({ name }) => name)).toEqual(['GELU']);
    expect(lab.problems).toEqual([]);
  });
});

describe('the panel', () => {
  test('asks to be pinned, and says once it is', async () => {
    await show(lab, geluInBlock);
    expect(await choose('Pin this panel')).toContainEqual({ type: 'pin', pinned: true });
    await lab.send({ type: 'subjectChanged', subject: { ...geluInBlock, following: false, pinned: true, panel: 'a1' } });
    await lab.settle();
    expect(await choose('Unpin this panel')).toContainEqual({ type: 'pin', pinned: false });
  });

  test('says what it shows, for its title', async () => {
    await show(lab, geluInBlock);
    const { length } = await lab.sent();
    await lab.page.getByRole('button', { name: 'Remove SiLU' }).click();
    await lab.settle();
    expect(await sentSince(lab, length)).toContainEqual({ type: 'showing', functions: ['GELU', 'LeakyReLU'] });
  });
});

describe('a narrow bar', () => {
  test.each([300, 320, 400])('of %i px shows one action, which has all others', async (width) => {
    await lab.page.setViewportSize({ width, height: 760 });
    await show(lab, geluInBlock);
    expect(await lab.page.locator('.bar-actions vscode-button:visible').count()).toBe(1);
    await openMore();
    // Before them come the views whose tabs have no room.
    const actions = (await menuItems()).filter((item) => !['Softmax', 'Depth', 'Understand'].includes(item));
    expect(actions.slice(0, 3)).toEqual(['Show the table', 'Copy image', 'Copy value at crosshair']);
    const { x, width: own } = await lab.page.getByRole('menu').boundingBox() ?? { x: -1, width: 0 };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + own).toBeLessThanOrEqual(width);
    await lab.page.getByRole('menuitem', { name: 'Show the table' }).click();
    await lab.page.getByRole('region', { name: 'Values of all functions' }).waitFor();
    await openMore();
    expect((await menuItems()).filter((item) => item.startsWith('Export'))).toEqual(['Export as SVG…', 'Export as CSV…']);
    await lab.page.keyboard.press('Escape');
    await lab.page.setViewportSize({ width: 1200, height: 760 });
    expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1200);
  });
});

describe('nothing moves', () => {
  const moving = async (): Promise<number> => {
    await openMore();
    const count = await lab.page.evaluate(() => document.getAnimations().length);
    await lab.page.keyboard.press('Escape');
    return count;
  };

  test('where the system or VS Code asks for less motion', async () => {
    await show(lab, geluInBlock);
    expect(await moving()).toBe(1);
    await lab.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toBe(0);
    await lab.page.emulateMedia({ reducedMotion: 'no-preference' });
    await lab.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    expect(await moving()).toBe(0);
  });
});

test('in forced colours the menu and its separators can be told from the page', async () => {
  await lab.page.emulateMedia({ forcedColors: 'active' });
  await openMore();
  const menu = await lab.page.getByRole('menu').evaluate((node) => ({ border: getComputedStyle(node).borderTopColor, ground: getComputedStyle(node).backgroundColor }));
  expect(menu.border).not.toBe(menu.ground);
  const separators = await lab.page.locator('.menu-separator').evaluateAll((all) => all.map((node) => getComputedStyle(node).borderTopWidth));
  expect(separators.length).toBeGreaterThan(2);
  expect(new Set(separators)).toEqual(new Set(['1px']));
  await lab.page.keyboard.press('Escape');
  await lab.page.emulateMedia({ forcedColors: 'none' });
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
