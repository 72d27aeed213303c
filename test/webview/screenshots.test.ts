/** Pictures of every state in every theme and width, kept in `out/screenshots` for people to look at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, screenshots, themeNames, type Opening } from './browser';
import { emptyLab, geluByName, geluInBlock, leakyUnknown, named, softmaxHead } from './subjects';

/** The design was drawn in Inter; the machine's own font is looked at as well. */
const inter = { '--vscode-font-family': '"Inter", system-ui, "Ubuntu", "Droid Sans", sans-serif' };

beforeAll(() => mkdirSync(screenshots, { recursive: true }));
afterAll(closeBrowser);

type Lab = Awaited<ReturnType<typeof openLab>>;
type Prepare = (lab: Lab) => Promise<void>;

async function open(opening: Opening, prepare?: Prepare): Promise<Lab> {
  const lab = await openLab({ variables: inter, ...opening });
  await prepare?.(lab);
  await lab.page.mouse.move(1, 1);
  await lab.settle();
  return lab;
}

async function keep({ page }: Lab, name: string): Promise<void> {
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

async function end(lab: Lab): Promise<void> {
  expect(lab.problems).toEqual([]);
  await lab.close();
}

async function shoot(name: string, opening: Opening, prepare?: Prepare): Promise<void> {
  const lab = await open(opening, prepare);
  await keep(lab, name);
  await end(lab);
}

/** Themes and widths change under an open page, as they do in VS Code. */
async function shootEverywhere(name: string, opening: Opening, prepare?: Prepare): Promise<void> {
  const lab = await open(opening, prepare);
  for (const theme of themeNames) {
    await lab.setTheme(theme, inter);
    for (const width of [300, 600, 1000, 1200]) {
      await lab.page.setViewportSize({ width, height: 760 });
      await lab.settle();
      await keep(lab, `${name}-${width}-${theme}`);
      expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await end(lab);
}

const onTab = (name: string): Prepare => ({ page }) => page.getByRole('tab', { name }).click();

describe('in every theme and width', () => {
  test('curves', () => shootEverywhere('curves', { subject: geluInBlock }));
  test('softmax', () => shootEverywhere('softmax', { subject: softmaxHead }));
  test('two inputs', () => shootEverywhere('gate', { subject: named('swiglu') }, onTab('Two inputs')));
});

const states = [
  ['empty', emptyLab], ['by-name', geluByName], ['unknown-value', leakyUnknown], ['softmax', softmaxHead], ['unknown-function', named('no-such-function')],
  ...['sigmoid', 'relu', 'binary-step', 'swiglu', 'hardshrink', 'maxout', 'crelu', 'sparsemax', 'solu'].map((id) => [id, named(id)] as const),
] as const;

describe('other states', () => {
  test.each(['dark-modern', 'light-modern'] as const)('of functions, in %s', async (theme) => {
    const lab = await open({ theme, width: 1000 });
    for (const [name, subject] of states) {
      await lab.send({ type: 'subjectChanged', subject });
      await lab.settle();
      await keep(lab, `state-${name}-${theme}`);
    }
    await end(lab);
  });

  test('with the curvature', () => shoot('curves-1000-curvature-high-contrast', { theme: 'high-contrast-dark', width: 1000, subject: geluInBlock }, async ({ page }) => {
    await page.getByRole('button', { name: 'Curvature f″' }).click();
  }));

  test('in the font of the machine', () => shoot('curves-1200-system-font', { variables: {}, subject: geluInBlock }));

  test('table view', () => shoot('state-table-dark-modern', { width: 1000, subject: geluInBlock }, async ({ page }) => {
    await page.locator('canvas').press('t');
  }));

  test('chip menu', () => shoot('state-menu-light-modern', { theme: 'light-modern', subject: geluInBlock }, async ({ page }) => {
    await page.getByRole('button', { name: /^depth 12/ }).click();
  }));

  test.each([[320, 'dark-modern'], [1000, 'light-modern'], [1000, 'high-contrast-dark']] as const)('more menu at %d in %s', (width, theme) => shoot(`state-more-${width}-${theme}`, { theme, width, subject: geluInBlock }, async ({ page }) => {
    await page.getByRole('button', { name: 'More actions' }).click();
  }));

  test('a failure in place', () => shoot('state-failed-dark-modern', { subject: geluInBlock }, async ({ send }) => {
    await send({ type: 'failed', message: 'This function is no longer in the code.' });
  }));
});
