/** Pictures of every state in every theme and width, kept in `out/screenshots` for people to look at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, screenshots, themeNames, type Opening, type ThemeName } from './browser';
import { emptyLab, geluByName, geluInBlock, leakyUnknown, named, softmaxHead } from './subjects';

/** The design was drawn in Inter; the machine's own font is looked at as well. */
const inter = { '--vscode-font-family': '"Inter", system-ui, "Ubuntu", "Droid Sans", sans-serif' };

beforeAll(() => mkdirSync(screenshots, { recursive: true }));
afterAll(closeBrowser);

async function shoot(name: string, opening: Opening, prepare?: (lab: Awaited<ReturnType<typeof openLab>>) => Promise<void>): Promise<void> {
  const lab = await openLab({ variables: inter, ...opening });
  await prepare?.(lab);
  await lab.page.mouse.move(1, 1);
  await lab.settle();
  await lab.page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
  expect(lab.problems).toEqual([]);
  await lab.close();
}

describe('Curves', () => {
  test.each(themeNames.flatMap((theme) => [320, 600, 1000, 1200].map((width) => [theme, width] as const)))('%s at %d', async (theme: ThemeName, width) => {
    await shoot(`curves-${width}-${theme}`, { theme, width, subject: geluInBlock });
  });

  test('with the curvature', () => shoot('curves-1000-curvature-high-contrast', { theme: 'high-contrast-dark', width: 1000, subject: geluInBlock }, async ({ page }) => {
    await page.getByRole('button', { name: 'Curvature f″' }).click();
  }));

  test('in the font of the machine', () => shoot('curves-1200-system-font', { variables: {}, subject: geluInBlock }));
});

describe('functions of vectors and gates', () => {
  const places = [...themeNames.map((theme) => [theme, 1000] as const), ...[320, 600, 1200].map((width) => ['dark-modern', width] as const)];

  test.each(places)('softmax, %s at %d', (theme, width) => shoot(`softmax-${width}-${theme}`, { theme, width, subject: softmaxHead }));

  test.each(places)('two inputs, %s at %d', (theme, width) => shoot(`gate-${width}-${theme}`, { theme, width, subject: named('swiglu') }, async ({ page }) => {
    await page.getByRole('tab', { name: 'Two inputs' }).click();
  }));

  test.each(['maxout', 'crelu', 'sparsemax', 'solu'])('%s', (id) => shoot(`state-${id}-light-modern`, { theme: 'light-modern', width: 1000, subject: named(id) }));
});

describe('other states', () => {
  test.each([
    ['empty', emptyLab], ['by-name', geluByName], ['unknown-value', leakyUnknown], ['softmax', softmaxHead], ['sigmoid', named('sigmoid')],
    ['relu', named('relu')], ['binary-step', named('binary-step')], ['swiglu', named('swiglu')], ['hardshrink', named('hardshrink')],
    ['unknown-function', named('no-such-function')],
  ] as const)('%s', async (name, subject) => {
    for (const theme of ['dark-modern', 'light-modern'] as const) await shoot(`state-${name}-${theme}`, { theme, width: 1000, subject });
  });

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
