import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openWorkbench } from './openWorkbench';
import { themes, type Theme } from './workbench';

const workbench = openWorkbench({ name: 'lab', viewport: { width: 1700, height: 950 }, files: {
  'scratch.py': 'from torch import nn\n\nact = \n', 'own.py': 'import torch\nimport torch.nn.functional as F\ndef f(h):\n    return h * torch.sigmoid(h)\n',
} });

async function openAt(file: string, marked: string): Promise<Frame> {
  await workbench().goTo(file, marked);
  await workbench().runCommand('Activation Lens: Open Activation in Lab');
  return workbench().lab();
}

const codeIn = (lab: Frame) => lab.locator('.source .code');
const headlineIn = (lab: Frame) => lab.getByRole('heading', { level: 1 });
const labTabs = () => workbench().page.locator('.tab', { hasText: 'in the Lab' });

test('Plot Activation finds a function by what a framework calls it', async () => {
  await workbench().openFile('model.py');
  await workbench().runCommand('Activation Lens: Plot Activation…');
  await workbench().choose('torch.nn.Mish', 'Mish');
  const lab = await workbench().lab();
  await lab.getByText('opened by name').waitFor();
  expect(await headlineIn(lab).innerText()).toMatch(/^Mish /);
  expect(await lab.getByRole('complementary', { name: 'Recommendations' }).innerText()).toContain('For your layer');
});

describe('at a use in the code', () => {
  test('the Lab shows its parameters', async () => {
    const lab = await openAt('discriminator.py', 'nn.Leaky|ReLU(negative_slope=0.2');
    await codeIn(lab).getByText('nn.LeakyReLU(negative_slope=0.2, inplace=True)').waitFor();
    const slider = lab.getByRole('row', { name: 'LeakyReLU' }).getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toBe('0.20, 0.20 in the code');
    expect(await lab.locator('.source').innerText()).toContain('discriminator.py:19 in Discriminator');
  });

  test('the link in the hover opens it', async () => {
    await workbench().goTo('classifier.py', '"se|lu"');
    const hover = await workbench().hover('Open in Lab');
    await hover.getByText('Open in Lab').click();
    const lab = await workbench().lab();
    await codeIn(lab).getByText('"selu"').waitFor();
    await headlineIn(lab).getByText('SELU').waitFor();
  });

  test('the Lab has the page about it, by a command and by the link in the hover', async () => {
    await workbench().goTo('model.py', 'nn.GE|LU()');
    await workbench().runCommand('Activation Lens: Understand Activation…');
    const lab = await workbench().lab('.understand');
    await codeIn(lab).getByText('nn.GELU()').waitFor();
    await lab.getByRole('heading', { name: 'When it fits' }).waitFor();
    await workbench().screenshot('understand');
    await workbench().goTo('classifier.py', '"se|lu"');
    await (await workbench().hover('Understand')).getByText('Understand').click();
    const other = await workbench().lab('.understand');
    await headlineIn(other).getByText(/^SELU /).waitFor();
    expect(await other.getByRole('tab', { selected: true }).innerText()).toBe('Understand');
    await other.getByRole('tab', { name: 'Curves' }).click();
  });

  test('the Lab goes with the cursor, in the one panel there is', async () => {
    // A new panel follows, whatever was done in others before.
    await workbench().runCommand('View: Close All Editors');
    const lab = await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2');
    await workbench().goTo('model.py', 'nn.GE|LU()');
    await codeIn(lab).getByText('nn.GELU()').waitFor();
    await lab.getByRole('button', { name: 'Following cursor' }).click();
    await workbench().goTo('discriminator.py', 'nn.Leaky|ReLU(0.2');
    await lab.getByRole('button', { name: 'Not following' }).click();
    await codeIn(lab).getByText('nn.LeakyReLU(0.2, inplace=True)').waitFor();
    expect(await labTabs().count()).toBe(1);
  });

  test('an option is put into the code, and Undo takes it out again', async () => {
    const code = workbench().page.locator('.view-line:visible');
    const lab = await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2');
    await codeIn(lab).getByText('nn.LeakyReLU(0.2, inplace=True)').waitFor();
    await lab.getByRole('button', { name: 'Apply GELU' }).click();
    await code.getByText('nn.GELU(),').waitFor();
    await codeIn(lab).getByText('nn.GELU()').waitFor();
    await workbench().screenshot('option applied');
    await workbench().goTo('discriminator.py', 'nn.Batch|Norm2d');
    await workbench().press('Control+Z');
    await code.getByText('nn.LeakyReLU(0.2, inplace=True),').waitFor();
  });

  test('a function that was selected keeps its place in the file, over a reload too', async () => {
    await workbench().goTo('own.py', 'return h * torch.sig|moid');
    await workbench().runCommand('Activation Lens: Plot Selected Expression');
    await (await workbench().lab()).getByText('own.py:4', { exact: false }).first().waitFor();
    await reloadOnceWritten();
    const lab = await workbench().lab();
    await lab.getByRole('button', { name: /^Use / }).click();
    await workbench().page.locator('.view-line:visible', { hasText: 'return F.silu' }).waitFor();
    await workbench().screenshot('a selected function replaced');
    await workbench().press('Control+Z');
  });

  test('the Lab comes back after the window is loaded anew', async () => {
    await codeIn(await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2')).getByText('nn.LeakyReLU(0.2, inplace=True)').waitFor();
    await reloadOnceWritten();
    const lab = await workbench().lab();
    await codeIn(lab).getByText('nn.LeakyReLU(0.2, inplace=True)').waitFor();
    expect(await labTabs().count()).toBe(1);
  });
});

test.each(Object.keys(themes) as Theme[])('the Lab beside the code in the theme %s', async (theme) => {
  await workbench().setTheme(theme);
  const lab = await openAt('model.py', 'nn.GE|LU()');
  await codeIn(lab).getByText('nn.GELU()').waitFor();
  await workbench().screenshot(`lab ${theme}`);
  const background = await lab.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  const editor = await workbench().page.locator('.monaco-editor-background:visible').first().evaluate((each) => getComputedStyle(each).backgroundColor);
  expect(background === 'rgba(0, 0, 0, 0)' ? editor : background).toBe(editor);
});

async function plot(typed: string, name: string): Promise<Frame> {
  await workbench().openFile('scratch.py');
  await workbench().runCommand('Activation Lens: Plot Activation…');
  await workbench().choose(typed, name);
  return labAbout(name);
}

/** The frame of a panel that is about to be covered by another may be found first, and is then gone. */
async function labAbout(name: string): Promise<Frame> {
  const headline = async (): Promise<string> => headlineIn(await workbench().lab()).innerText({ timeout: 1000 }).catch(() => '');
  await expect.poll(headline, { timeout: 45_000 }).toMatch(new RegExp(`^${name} `));
  return workbench().lab();
}

async function chooseMore(lab: Frame, item: string): Promise<void> {
  await lab.getByRole('button', { name: 'More actions' }).click();
  await lab.getByRole('menuitem', { name: item }).click();
}

const curvature = (lab: Frame) => lab.getByRole('button', { name: 'Curvature f″' });
const isPressed = (lab: Frame): Promise<string | null> => curvature(lab).getAttribute('aria-pressed');

/** VS Code for the browser writes down every five seconds what is open. */
async function reloadOnceWritten(): Promise<void> {
  await workbench().page.waitForTimeout(7_000);
  await workbench().reload();
}

describe('what a person changed stays', () => {
  test('over a change of the theme, and over a reload', async () => {
    const lab = await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2');
    await codeIn(lab).getByText('nn.LeakyReLU(0.2, inplace=True)').waitFor();
    await curvature(lab).click();
    await workbench().setTheme('light');
    expect(await isPressed(lab)).toBe('true');
    await workbench().setTheme('dark');
    expect(await isPressed(lab)).toBe('true');
    await reloadOnceWritten();
    const again = await workbench().lab();
    await codeIn(again).getByText('nn.LeakyReLU(0.2, inplace=True)').waitFor();
    expect(await isPressed(again)).toBe('true');
    await workbench().runCommand('View: Close All Editors');
  });
});

test('the Depth view knows the depth of the model, and simulates networks in a worker of the webview', async () => {
  const lab = await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2');
  await lab.getByRole('tab', { name: 'Depth' }).click();
  await lab.getByText('4 hidden layers with LeakyReLU in Discriminator, read from discriminator.py').waitFor();
  await lab.getByText(/^Bands: two thirds of 10 random networks/).waitFor({ timeout: 60_000 });
  await lab.getByRole('tab', { name: 'Curves' }).click();
});

describe('out of the Lab', () => {
  test('a function is inserted at the cursor', async () => {
    await workbench().goTo('scratch.py', 'act = |');
    const lab = await plot('torch.nn.Mish', 'Mish');
    await chooseMore(lab, 'Insert Mish at the cursor');
    await workbench().page.locator('.view-line:visible', { hasText: 'act = nn.Mish()' }).waitFor();
    await workbench().screenshot('inserted at the cursor');
  });

  test('a picture is saved where the person says', async () => {
    const lab = await plot('torch.nn.ELU', 'ELU');
    await chooseMore(lab, 'Export as SVG…');
    const field = workbench().page.locator('.quick-input-widget:visible input').first();
    await expect.poll(() => field.inputValue()).toMatch(/elu\.svg$/);
    await workbench().screenshot('export as SVG');
    await workbench().press('Enter');
    const file = join(workbench().folder, 'elu.svg');
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('</svg>')).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain('>ELU  α = 1</text>');
  });

  test('a link opens the view that it was copied from', async () => {
    await workbench().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const lab = await plot('torch.nn.SELU', 'SELU');
    await curvature(lab).click();
    await chooseMore(lab, 'Copy link to this view');
    await expect.poll(() => workbench().page.evaluate(() => navigator.clipboard.readText())).toMatch(/^http/);
    const link = await workbench().page.evaluate(() => navigator.clipboard.readText());
    // VS Code for the browser wraps the link into an address that leads back to this window.
    expect(decodeURIComponent(decodeURIComponent(link))).toContain('f=selu&shown.curvature=true');
    await plot('torch.nn.ReLU', 'ReLU');
    await workbench().runCommand('Developer: Open URL');
    await workbench().page.locator('.quick-input-box input:visible').fill('vscode://activation-lens.activation-lens/lab?f=selu&shown.curvature=true');
    await workbench().press('Enter');
    await workbench().page.getByRole('dialog').getByText('Open', { exact: true }).click();
    const opened = await workbench().lab();
    await headlineIn(opened).getByText(/^SELU /).waitFor();
    await workbench().screenshot('a link opened');
    expect(await isPressed(opened)).toBe('true');
  });

  test('a pinned panel stays beside the next, and both come back after a reload', async () => {
    await workbench().runCommand('View: Close All Editors');
    await chooseMore(await plot('torch.nn.SELU', 'SELU'), 'Pin this panel');
    await workbench().page.locator('.tab', { hasText: 'SELU in the Lab (pinned)' }).waitFor();
    await plot('torch.nn.ReLU6', 'ReLU6');
    expect(await labTabs().allInnerTexts()).toEqual([expect.stringContaining('SELU in the Lab (pinned)'), expect.stringContaining('ReLU6 in the Lab')]);
    await workbench().screenshot('a pinned Lab');
    await reloadOnceWritten();
    await labAbout('ReLU6');
    await labTabs().first().click();
    await labAbout('SELU');
    expect(await labTabs().allInnerTexts()).toEqual([expect.stringContaining('SELU in the Lab (pinned)'), expect.stringContaining('ReLU6 in the Lab')]);
  });
});
