/** What axe-core finds, in every theme and view; names and roles that it cannot judge. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabSubject } from '../../src/protocol/messages';
import { closeBrowser, openLab, themeNames, type LabPage } from './browser';
import { press, show } from './readings';
import { emptyLab, geluInBlock, leakyUnknown, named, softmaxHead } from './subjects';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let lab: LabPage;

beforeAll(async () => {
  lab = await openLab();
  // The policy forbids a script tag; what a debugger evaluates is not under it.
  await lab.page.evaluate(axe);
});
afterAll(closeBrowser);

async function violations(): Promise<string[]> {
  // What has been scrolled half under the bar counts as obscured.
  await lab.page.evaluate(() => scrollTo(0, 0));
  const { violations: found } = await lab.page.evaluate(() => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  // A menu that is open stands at the end of the page, in no landmark, as its pattern asks.
  return found.filter(({ id, nodes }) => !(id === 'region' && nodes.every(({ target }) => target.join() === '.menu'))).flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`));
}

const openTab = (title: string) => lab.page.getByRole('tab', { name: title }).click();

interface View {
  readonly name: string;
  readonly subject: LabSubject;
  readonly prepare?: () => Promise<void>;
}

const views: readonly View[] = [
  { name: 'scalar with all options', subject: geluInBlock, prepare: () => lab.page.locator('.side-foot > .link').click() },
  { name: 'vector', subject: softmaxHead },
  { name: 'gate', subject: named('swiglu') },
  { name: 'gate over both inputs', subject: named('clamped-swiglu'), prepare: () => openTab('Two inputs') },
  { name: 'depth', subject: geluInBlock, prepare: () => openTab('Depth') },
  { name: 'more menu', subject: geluInBlock, prepare: () => lab.page.getByRole('button', { name: 'More actions' }).click() },
  { name: 'chip menu', subject: geluInBlock, prepare: () => lab.page.getByRole('button', { name: /^depth 12/ }).click() },
  { name: 'list of the axes', subject: geluInBlock, prepare: () => lab.page.locator('.axes vscode-dropdown').click() },
];
/** Their colours are those of the views above. */
const furtherViews: readonly View[] = [
  { name: 'curvature', subject: geluInBlock, prepare: () => press(lab, 'f') },
  { name: 'table', subject: geluInBlock, prepare: () => press(lab, 't') },
  { name: 'unknown value', subject: leakyUnknown },
  { name: 'empty', subject: emptyLab },
  { name: 'maxout', subject: named('maxout') },
  { name: 'table of a vector', subject: softmaxHead, prepare: () => lab.page.locator('.line-plot.output canvas').press('t') },
];

describe.each(themeNames)('axe finds nothing in %s', (theme) => {
  test.each(theme === 'dark-modern' ? [...views, ...furtherViews] : views)('$name', async ({ subject, prepare }) => {
    await lab.setTheme(theme);
    await show(lab, subject);
    await prepare?.();
    await lab.settle();
    expect((await violations()).join('\n')).toBe('');
    await lab.page.keyboard.press('Escape');
    // The tab that is chosen stays for whatever is shown next.
    if (await lab.page.getByRole('tab').count() > 0) await lab.page.getByRole('tab').first().click();
  });
});

describe('names', () => {
  beforeAll(() => show(lab, geluInBlock));

  test('each text field says what it is for', async () => {
    const names = await lab.page.locator('vscode-text-field input').evaluateAll((inputs) => inputs.map((input) => input.getAttribute('aria-label')));
    expect(names).toEqual([
      'Saturated when the absolute gradient is less than', 'Mean of the inputs', 'Standard deviation of the inputs', 'Position of the crosshair',
      'LeakyReLU negative slope α', 'Custom expression of x',
    ]);
  });

  test('the plot says what it shows and where its values are', async () => {
    const canvas = lab.page.locator('canvas');
    expect(await canvas.getAttribute('aria-label')).toBe('Output and gradient of GELU, SiLU and LeakyReLU from x = −5 to 3. Values are in the table below.');
    expect(await canvas.getAttribute('role')).toBe('img');
    const described = await canvas.getAttribute('aria-describedby');
    expect(await lab.page.locator(`#${described ?? ''}`).evaluate(({ localName }) => localName)).toBe('table');
  });

  test('a slider says its value and its origin', async () => {
    const slider = lab.page.getByRole('slider', { name: /^LeakyReLU negative slope/ });
    expect(await slider.getAttribute('aria-valuetext')).toBe('0.20, 0.20 default');
  });

  test('a chip says how sure it is', async () => {
    expect(await lab.page.getByRole('button', { name: 'depth 12, likely' }).count()).toBe(1);
    expect(await lab.page.getByRole('button', { name: 'bfloat16, a guess' }).count()).toBe(1);
  });

  test('a letter of evidence says its word', async () => {
    const labels = await lab.page.locator('.letter[role="img"]').evaluateAll((all) => all.map((badge) => badge.getAttribute('aria-label') ?? ''));
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toMatch(/^Evidence [ABCF], [a-z]/);
  });

  test('whatever can be pressed is 24 pixels high and wide, or stands in a line of text', async () => {
    const small = await lab.page.evaluate(() => [...document.querySelectorAll('button:not(.link), vscode-button, vscode-text-field, vscode-dropdown, input[type="range"]')]
      .map((node) => ({ node, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 23.5 || box.width < 23.5))
      .map(({ node, box }) => `${node.localName}.${node.className} ${node.textContent ?? ''} ${box.width} × ${box.height}`));
    expect(small).toEqual([]);
  });
});
