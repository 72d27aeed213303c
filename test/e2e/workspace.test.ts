import { describe, expect, test } from 'vitest';
import { openWorkbench } from './openWorkbench';
import { themes, type Theme } from './workbench';

const defaults = [
  'import torch.nn.functional as F',
  'from torch import nn',
  '',
  'act = nn.LeakyReLU()',
  'gate = nn.Softplus(beta=2)',
  'block = nn.Sequential(nn.ELU(inplace=True), nn.LeakyReLU(0.2))',
  'curve = lambda x: F.leaky_relu(x)',
].join('\n');

const many = ['CELU', 'ELU', 'GELU', 'Mish', 'ReLU6', 'SELU', 'Tanh'];
const workbench = openWorkbench({
  name: 'workspace', viewport: { width: 1300, height: 850 }, files: {
    'defaults.py': defaults, 'empty.py': 'x = 1\n', 'many.py': `from torch import nn\n${many.map((name) => `nn.${name}()\n`).join('')}`,
    'settings.yaml': 'model:\n  hidden_size: 64\n  activation: mish\n', 'other.yaml': 'services:\n  - web\n',
  },
  settings: { 'activationLens.inlayHints.enabled': true, 'workbench.view.alwaysShowHeaderActions': true },
});

const tree = () => workbench().page.locator('.pane:has-text("Activations") .monaco-list');
const action = (name: string) => workbench().page.locator('.part.sidebar').getByRole('button', { name, exact: true });
const row = (name: string | RegExp) => tree().locator('.monaco-list-row').filter({ hasText: name }).first();
const statusItem = () => workbench().page.locator('[id="activation-lens.activation-lens.activationLens.file"]');

async function openView(): Promise<void> {
  await workbench().runCommand('Activations: Focus on Activations View');
  await tree().locator('.monaco-list-row').first().waitFor();
}

/** The entries in sight, without their descriptions. */
const names = () => tree().locator('.monaco-list-row .label-name').allInnerTexts();

describe('the Activations view', () => {
  test('lists the workspace by activation, and opens a use in the editor', async () => {
    await workbench().openFile('model.py');
    await openView();
    await workbench().page.getByText(/^\d+ uses in \d+ files$/).waitFor();
    // The list grows while the workspace is read.
    await expect.poll(names, { timeout: 20_000 }).toEqual(expect.arrayContaining(['GELU', 'ReLU', 'LeakyReLU', 'Softmax', 'SELU']));
    await row(/^LeakyReLU/).click();
    await workbench().press('ArrowRight', 'ArrowDown', 'ArrowDown');
    await workbench().screenshot('activations by activation');
    await row('nn.LeakyReLU(0.2, inplace=True)').click();
    await workbench().page.locator('.tab.active[data-resource-name="discriminator.py"]').waitFor();
    await workbench().page.locator('.view-line:visible', { hasText: 'nn.LeakyReLU(0.2' }).first().waitFor();
    await workbench().screenshot('activations use opened');
  });

  test('lists it by file', async () => {
    await openView();
    await action('Group by File').click();
    await row('transformer_flax.py').waitFor();
    await row('discriminator.py').click();
    await row('model.py').click();
    await row('LeakyReLU 0.2').waitFor();
    await workbench().screenshot('activations by file');
    await row('explore.ipynb').click();
    // The first click opens the notebook, the second one finds it open.
    for (const cell of ['cell 3, line 10', 'cell 4, line 6']) {
      await row(cell).click();
      await workbench().page.locator('.tab.active[data-resource-name="explore.ipynb"]').waitFor();
      await workbench().page.waitForTimeout(1_000);
      await expect.poll(() => tree().evaluate((list) => list.contains(document.activeElement))).toBe(true);
    }
    await workbench().press('Enter');
    await workbench().page.locator('.notebookOverlay :focus').waitFor({ state: 'attached' });
    await action('Group by Activation').click();
    await row(/^GELU/).waitFor();
  });

  test('goes along with what is typed', async () => {
    await workbench().goTo('defaults.py', 'gate = nn.|Softplus');
    await workbench().page.keyboard.type('Hardswish() + nn.');
    await openView();
    await row('Hardswish').waitFor();
    await workbench().openFile('defaults.py');
    await workbench().runCommand('File: Revert File');
    await row('Hardswish').waitFor({ state: 'detached' });
  });

  test('is filtered by name', async () => {
    await openView();
    await action('Filter Activations…').click();
    await workbench().screenshot('activations filter');
    await workbench().press('Escape');
    await workbench().goTo('model.py', 'nn.GE|LU()');
    await workbench().runCommand('Activation Lens: Find All Uses of Activation');
    await row('nn.GELU()').waitFor();
    await workbench().screenshot('activations all uses');
    expect((await names())[0]).toBe('GELU');
    expect(await names()).not.toContain('ReLU');
    await action('Clear Filter').click();
    await row(/^ReLU/).waitFor();
  });

  test('offers what can be done with an entry', async () => {
    await openView();
    await row(/^SELU/).click({ button: 'right' });
    await workbench().page.locator('.monaco-menu').waitFor();
    await workbench().screenshot('activations menu');
    await workbench().press('Escape');
  });
});

describe('the status bar', () => {
  test('names the activations of the file, and goes to one', async () => {
    await workbench().openFile('model.py');
    await statusItem().getByText('GELU').waitFor();
    await statusItem().click();
    await workbench().page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await workbench().screenshot('status bar pick');
    await workbench().press('Escape');
  });

  test('has a list in a notebook that names the cells, and so has the command', async () => {
    await workbench().openFile('explore.ipynb');
    await workbench().clickInCell('torch.relu(x)', 'relu');
    await workbench().runCommand('Activation Lens: Go to Activation in This File…');
    await workbench().page.locator('.quick-input-list .label-description', { hasText: 'nn.ELU(alpha=1.0)  cell 3, line 10' }).waitFor();
    await workbench().press('Escape');
  });

  test('names those of a configuration, of which the key opens one in the Lab', async () => {
    await workbench().goTo('settings.yaml', 'activation: mi|sh');
    await statusItem().getByText('Mish').waitFor();
    await workbench().screenshot('status bar in a configuration');
    await workbench().press('Control+K', 'a');
    const lab = await workbench().lab();
    await lab.getByRole('heading', { level: 1 }).getByText(/^Mish /).waitFor();
    await workbench().openFile('other.yaml');
    await statusItem().waitFor({ state: 'detached' });
  });

  test('says nothing where there are none', async () => {
    await workbench().openFile('empty.py');
    await statusItem().waitFor({ state: 'detached' });
  });
});

test('hints show what is not written', async () => {
  await workbench().openFile('defaults.py');
  await workbench().page.locator('.view-line:visible', { hasText: 'negative_slope: 0.01' }).first().waitFor();
  await workbench().screenshot('inlay hints');
});

test('the functions of a file are compared in the Lab', async () => {
  await workbench().goTo('defaults.py', 'nn.Leaky|ReLU(0.2');
  await workbench().runCommand('Activation Lens: Compare All Activations in This File');
  const lab = await workbench().lab();
  await lab.getByRole('row', { name: 'Softplus' }).waitFor();
  await lab.getByRole('row', { name: 'ELU' }).first().waitFor();
  await workbench().screenshot('compare all');
});

test('of more functions than the Lab shows a person chooses, and is told of one too many', async () => {
  const list = workbench().page.locator('.quick-input-widget');
  await workbench().openFile('many.py');
  await workbench().runCommand('Activation Lens: Compare All Activations in This File');
  await list.getByText('5 Selected').waitFor();
  await list.locator('.monaco-list-row', { hasText: 'Tanh' }).click();
  await list.getByText('Compare at Most 5 Activations (6 Are Chosen)').waitFor();
  await workbench().press('Enter');
  await workbench().screenshot('compare too many');
  await list.locator('.monaco-list-row', { hasText: 'Mish' }).click();
  await list.getByText('5 Selected').waitFor();
  await workbench().press('Enter');
  const lab = await workbench().lab();
  await lab.getByRole('row', { name: 'Tanh' }).waitFor();
  expect(await lab.getByRole('row', { name: 'Mish' }).count()).toBe(0);
});

test.each(Object.keys(themes) as Theme[])('everything in the theme %s', async (theme) => {
  await workbench().setTheme(theme);
  await workbench().openFile('defaults.py');
  await openView();
  await workbench().screenshot(`activations ${theme}`);
});

describe('a workspace in which nothing is found', () => {
  const empty = openWorkbench({ name: 'nothing', viewport: { width: 1100, height: 700 }, settings: { 'files.exclude': { '**/*.py': true, '**/*.ipynb': true } } });

  test('says so, and what to do', async () => {
    await empty().runCommand('Activations: Focus on Activations View');
    await empty().page.getByText('No activation function was found').waitFor();
    await empty().screenshot('activations welcome');
  });
});
