import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openWorkbench } from './openWorkbench';
import { themes, type Theme } from './workbench';

const workbench = openWorkbench({ name: 'lab', viewport: { width: 1700, height: 950 } });

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

  test('the Lab goes with the cursor, in the one panel there is', async () => {
    const lab = await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2');
    await lab.getByRole('button', { name: 'Pinned' }).click();
    await workbench().goTo('model.py', 'nn.GE|LU()');
    await codeIn(lab).getByText('nn.GELU()').waitFor();
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

  test('the Lab comes back after the window is loaded anew', async () => {
    await openAt('discriminator.py', 'nn.Leaky|ReLU(0.2');
    await workbench().reload();
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
