/** The Lab without a mouse: every part is reached, and the plot answers to its keys and says what it shows. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, type LabPage } from './browser';
import { moveTo, notice, position, press, rows, show, spoken } from './readings';
import { geluInBlock } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab(); });
beforeEach(() => show(lab, geluInBlock));
afterAll(closeBrowser);

test('Tab goes from the tools to the plot, the table and the side panel, and back', async () => {
  await lab.page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur(); });
  const parts = async (key: string) => {
    const seen: string[] = [];
    for (let i = 0; i < 70; i++) {
      await lab.page.keyboard.press(key);
      const part = await lab.page.evaluate(() => ['.bar', '.head', '.inputs', '.tools', 'canvas', 'table.functions', '.side'].find((name) => document.activeElement?.closest(name)) ?? `other ${document.activeElement?.className}`);
      if (seen.at(-1) !== part) seen.push(part);
      if (part === (key === 'Tab' ? '.side' : '.bar')) break;
    }
    return seen.filter((part) => part !== 'other link add');
  };
  expect(await parts('Tab')).toEqual(['.bar', '.head', '.tools', 'canvas', '.inputs', 'table.functions', '.side']);
  expect(await parts('Shift+Tab')).toEqual(['table.functions', '.inputs', 'canvas', '.tools', '.head', '.bar']);
});

test('arrows move between the toggles, which are one stop', async () => {
  const toggles = lab.page.locator('.toggles .toggle');
  await toggles.first().focus();
  await lab.page.keyboard.press('ArrowRight');
  await lab.page.keyboard.press('ArrowRight');
  expect(await lab.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Curvature f″');
  expect(await toggles.evaluateAll((all) => all.map((node) => (node as HTMLElement).tabIndex))).toEqual([-1, -1, 0]);
});

test('the keyboard stays where it is when its words or its surroundings change', async () => {
  const focused = () => lab.page.evaluate(() => document.activeElement?.textContent ?? '');
  await lab.page.locator('.follow').focus();
  await lab.page.keyboard.press('Enter');
  await lab.settle();
  expect(await focused()).toBe('Not following');
  await lab.page.locator('.side-foot [data-control="more"]').focus();
  await lab.page.keyboard.press('Enter');
  await lab.settle();
  expect(await focused()).toBe('Show fewer');
});

describe('on the plot', () => {
  test.each([
    [['ArrowRight'], '1.100'], [['ArrowLeft', 'ArrowLeft'], '0.800'], [['Shift+ArrowRight'], '2.000'], [['Alt+ArrowLeft'], '0.990'],
    [['Home'], '−5.000'], [['End'], '3.000'], [['Shift+ArrowLeft'], '0.000'],
  ])('%j moves the crosshair to %s', async (keys, expected) => {
    await moveTo(lab, 1);
    await press(lab, ...keys);
    expect(await position(lab)).toBe(expected);
  });

  test('the range follows a crosshair that would leave it', async () => {
    await press(lab, 'End', 'Shift+ArrowRight');
    expect(await position(lab)).toBe('4.000');
    expect(await lab.page.locator('canvas').getAttribute('aria-label')).not.toContain('to 3.');
  });

  test('N goes to the next feature and Shift+N back', async () => {
    await moveTo(lab, -3);
    const places: string[] = [];
    for (let i = 0; i < 4; i++) {
      await press(lab, 'n');
      places.push(await position(lab));
    }
    // Known: SiLU has its minimum at −1.278, GELU its own at −0.752, the greatest gradients lie at −√2, √2 and ±2.399.
    expect(places).toEqual(expect.arrayContaining(['−1.414']));
    const forth = await position(lab);
    await press(lab, 'n', 'Shift+N');
    expect(await position(lab)).toBe(forth);
  });

  test('F shows and hides the curvature', async () => {
    await moveTo(lab, 0);
    await press(lab, 'f');
    // φ(0) · 2 of GELU, 1/2 of SiLU.
    expect((await rows(lab)).map(({ curvature }) => curvature)).toEqual(['0.798', '0.500', '0.000']);
    await press(lab, 'f');
    expect((await rows(lab)).map(({ curvature }) => curvature)).toEqual(['', '', '']);
  });

  test('T shows the values instead: 17 even places and every feature; T again brings the plot back', async () => {
    await press(lab, 't');
    const table = lab.page.locator('table.values');
    const xs = (await table.locator('tbody th').allInnerTexts()).map((text) => Number(text.replace('−', '-')));
    const even = Array.from({ length: 17 }, (_, i) => -5 + i * 0.5);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(even.filter((x) => !xs.includes(x))).toEqual([]);
    const found = await table.locator('td.found').allInnerTexts();
    expect(found.filter((text) => text !== '').length).toBeGreaterThanOrEqual(xs.length - 17);
    expect(xs).toEqual(expect.arrayContaining([-0.752, -1.278, 0]));
    expect(found.join(' ')).toContain('GELU: minimum');
    await lab.page.keyboard.press('t');
    await lab.settle();
    expect(await lab.page.evaluate(() => document.activeElement?.localName)).toBe('canvas');
  });

  test('up and down choose the function that is spoken of first', async () => {
    await press(lab, 'ArrowDown');
    expect(await lab.page.locator('tr[data-focused] button.name').innerText()).toBe('SiLU');
    await press(lab, 'ArrowUp', 'ArrowUp');
    expect(await lab.page.locator('tr[data-focused] button.name').innerText()).toBe('LeakyReLU');
  });

  test('plus and minus zoom, 0 resets the range', async () => {
    const shown = () => lab.page.locator('canvas').getAttribute('aria-label');
    const before = await shown();
    await press(lab, '+');
    expect(await shown()).not.toBe(before);
    await press(lab, '0');
    expect(await shown()).toBe(before);
  });

  test('letters mean nothing while a field is typed into', async () => {
    await lab.page.locator('.position input').focus();
    await lab.page.keyboard.type('ft');
    await lab.settle();
    expect(await lab.page.locator('canvas').isVisible()).toBe(true);
    await lab.page.keyboard.press('Escape');
  });
});

describe('the live region', () => {
  test('says position, values and feature after the last step', async () => {
    await moveTo(lab, -0.5);
    await press(lab, 'Shift+N');
    await expect.poll(() => spoken(lab)).toBe('x minus 0.752. GELU minus 0.170, gradient 0.000, minimum. SiLU minus 0.241, gradient 0.157. LeakyReLU minus 0.150, gradient 0.200.');
  });

  test('says Reset', async () => {
    await press(lab, 'f');
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await expect.poll(() => spoken(lab)).toContain('Reset to what the code says.');
  });
});

describe('the field of x', () => {
  test.each([
    ['-0.752', '−0.752'], ['sqrt(2)', '1.414214'], ['−1', '−1.000'], ['pi/2', '1.570796'], ['1e-3', '0.001'], ['  2 ', '2.000'], ['0,5', '0.500'],
  ])('takes %s', async (typed, expected) => {
    await moveTo(lab, typed);
    expect(Number((await position(lab)).replace('−', '-'))).toBeCloseTo(Number(expected.replace('−', '-')), 3);
    expect(await notice(lab)).toBe('');
  });

  test.each(['abc', '1/0', 'alert(1)', '((1)', '1 2'])('refuses %s in words and stays', async (typed) => {
    await moveTo(lab, 1);
    await moveTo(lab, typed);
    expect(await notice(lab)).toContain(typed);
    expect((await rows(lab))[0]?.output).toBe('0.841');
    await lab.page.keyboard.press('Escape');
    expect(await position(lab)).toBe('1.000');
  });
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
