/** Nothing leaves its place at any width a panel may have. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeBrowser, openLab, type LabPage } from './browser';
import { frame, press, show } from './readings';
import { geluInBlock, leakyInLongNames, leakyUnknown, named, softmaxHead } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab({ height: 900 }); });
afterAll(closeBrowser);

const widths = [300, 320, 420, 600, 820, 1000, 1100, 1200];
const views = [
  ['three functions', geluInBlock, undefined],
  ['curvature', geluInBlock, () => press(lab, 'f')],
  ['table', geluInBlock, () => press(lab, 't')],
  ['two parameters and a long name', { ...named('hard-tanh'), curves: [{ activation: 'hard-tanh', parameters: {} }, { activation: 'softplus', parameters: {} }, { activation: 'xielu', parameters: {} }] }, undefined],
  ['unknown value', leakyUnknown, undefined],
  ['long names of classes', leakyInLongNames, undefined],
  ['vector', softmaxHead, undefined],
  ['gate', named('swiglu'), undefined],
  ['gate over both inputs', named('clamped-swiglu'), () => lab.page.getByRole('tab', { name: 'Two inputs' }).click()],
  ['pieces of maxout', named('maxout'), undefined],
  ['two outputs for each input', named('crelu'), undefined],
] as const;

/** What stands out to the right or left of the page, of its column or of the cell it is in. */
function overflow(): string[] {
  const main = document.querySelector('main');
  const found = main && main.scrollWidth > main.clientWidth ? [`main scrolls: ${main.scrollWidth} > ${main.clientWidth}`] : [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page scrolls: ${page.scrollWidth} > ${page.clientWidth}`);
  const holders = '.view, .side, .head, .bar, .tools, .functions, .functions td, .functions th, .entries td, .option, .plot, .facts, .floors td, .jacobian td, .gate-values td, .line-plot, .view-aside';
  for (const holder of document.querySelectorAll(holders)) {
    const outer = holder.getBoundingClientRect();
    if (outer.width === 0) continue;
    for (const node of holder.querySelectorAll('*')) {
      if (node.closest('.visually-hidden, .values-scroll, .menu, svg')) continue;
      const inner = node.getBoundingClientRect();
      if (inner.width > 0 && (inner.right > outer.right + 1 || inner.left < outer.left - 1)) {
        found.push(`${node.localName}.${node.getAttribute('class') ?? ''} ${Math.round(inner.left)}–${Math.round(inner.right)} leaves ${holder.localName}.${holder.getAttribute('class') ?? ''} ${Math.round(outer.left)}–${Math.round(outer.right)}`);
      }
    }
  }
  return found;
}

test.each(views)('%s', async (_, subject, prepare) => {
  await lab.page.setViewportSize({ width: 1200, height: 900 });
  await show(lab, subject);
  await prepare?.();
  const found: Record<number, string[]> = {};
  for (const width of widths) {
    await lab.page.setViewportSize({ width, height: 900 });
    await frame(lab);
    const here = await lab.page.evaluate(overflow);
    if (here.length > 0) found[width] = here.slice(0, 6);
  }
  expect(found).toEqual({});
});

test('the side panel stands beside the plot from 1100 on and below it at 600', async () => {
  await show(lab, geluInBlock);
  const sides: Record<number, string> = {};
  for (const width of [1100, 600]) {
    await lab.page.setViewportSize({ width, height: 900 });
    await frame(lab);
    sides[width] = await lab.page.evaluate(() => {
      const [view, side] = ['.view', '.side'].map((part) => document.querySelector(part)?.getBoundingClientRect());
      if (!view || !side) return 'missing';
      return side.left >= view.right ? 'beside' : side.top >= view.bottom ? 'below' : 'overlapping';
    });
  }
  expect(sides).toEqual({ 1100: 'beside', 600: 'below' });
});

test('beside a long place the call keeps its room, and both can be read in full', async () => {
  await show(lab, leakyInLongNames);
  const shares: Record<number, boolean> = {};
  for (const width of [300, 480]) {
    await lab.page.setViewportSize({ width, height: 900 });
    await frame(lab);
    shares[width] = await lab.page.evaluate(() => {
      const [code, place] = ['.source .code', '.source .place'].map((part) => document.querySelector(part)?.clientWidth ?? 0);
      return code !== undefined && place !== undefined && code >= 100 && place >= 85;
    });
  }
  expect(shares).toEqual({ 300: true, 480: true });
  const titles = await lab.page.locator('.source [title]').evaluateAll((all) => all.slice(0, 2).map((each) => each.getAttribute('title')));
  expect(titles).toEqual([`${leakyInLongNames.usage?.code}\nShow this line in the editor`, leakyInLongNames.usage?.place]);
});

test('the first fold at 1200 × 760 holds the table', async () => {
  await lab.page.setViewportSize({ width: 1200, height: 760 });
  await show(lab, geluInBlock);
  expect(await lab.page.locator('table.functions').evaluate((table) => table.getBoundingClientRect().bottom)).toBeLessThanOrEqual(760);
});

test('tabs without room are in the menu', async () => {
  await lab.page.setViewportSize({ width: 300, height: 760 });
  await show(lab, named('clamped-swiglu'));
  const titles = () => lab.page.getByRole('tab').allInnerTexts();
  const all = ['Curves', 'Two inputs', 'Softmax', 'Understand'];
  const shown = await titles();
  const left = all.slice(shown.length);
  expect(shown).toEqual(all.slice(0, shown.length));
  expect(left).toContain('Understand');
  await lab.page.getByRole('button', { name: 'More actions' }).click();
  expect((await lab.page.getByRole('menuitem').allInnerTexts()).slice(0, left.length)).toEqual(left);
  await lab.page.getByRole('menuitem', { name: 'Understand' }).click();
  await frame(lab);
  expect(await lab.page.getByRole('tab', { selected: true }).innerText()).toBe('Understand');
  await lab.page.setViewportSize({ width: 1200, height: 760 });
  await frame(lab);
  expect(await titles()).toEqual(all);
});
