import { describe, expect, test } from 'vitest';
import { openWorkbench } from './openWorkbench';
import { themes, type Theme } from './workbench';

const classifier = `import torch
import torch.nn as nn
import torch.nn.functional as F


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(784, 128)
        self.output = nn.Linear(128, 10)

    def forward(self, x):
        x = F.relu(self.hidden(x))
        return F.softmax(self.output(x), dim=1)


model = Classifier()
criterion = nn.CrossEntropyLoss()


def step(images, labels):
    loss = criterion(model(images), labels)
    loss.backward()


def attend(scores, values):
    return F.softmax(scores) @ values
`;

const workbench = openWorkbench({ name: 'findings', viewport: { width: 1300, height: 850 }, files: { 'twice.py': classifier, 'clean.py': 'import torch\n' } });

const squiggles = () => workbench().page.locator('.editor-instance .cdr.squiggly-error:visible, .editor-instance .cdr.squiggly-warning:visible');
const preview = () => workbench().page.locator('.bulk-edit-panel');
const menu = () => workbench().page.locator('.action-widget:visible');

describe('a finding', () => {
  test('is underlined, and its hover says what and why', async () => {
    await workbench().goTo('twice.py', 'return F.soft|max(self');
    await squiggles().first().waitFor();
    expect(await squiggles().count()).toBe(2);
    const hover = await workbench().hover('applied twice');
    await workbench().screenshot('finding hover');
    const text = await hover.innerText();
    expect(text).toContain('softmax-before-cross-entropy');
    expect(text).toContain('Softmax is applied twice.');
    await workbench().press('Escape');
  });

  test('has its fix first in the menu, and the fix removes it', async () => {
    await workbench().goTo('twice.py', 'return F.soft|max(self');
    await squiggles().first().waitFor();
    await workbench().press('Control+.');
    await menu().getByText('Remove the softmax').waitFor();
    await menu().getByText('Ignore softmax-before-cross-entropy on this line').waitFor();
    await workbench().screenshot('finding quick fix');
    await menu().getByText('Remove the softmax').click();
    await workbench().page.locator('.view-line:visible', { hasText: 'return self.output(x)' }).waitFor();
    await workbench().press('Control+Z');
    await workbench().page.locator('.view-line:visible', { hasText: 'return F.softmax(self.output(x), dim=1)' }).waitFor();
  });

  test('is of a rule that can be fixed, where the workspace shall be', async () => {
    await workbench().runCommand('Activation Lens: Fix All of a Rule in the Workspace…');
    const list = workbench().page.locator('.quick-input-list');
    await list.getByText('bce-under-autocast').waitFor();
    const offered = await list.innerText();
    await workbench().press('Escape');
    expect(offered).not.toContain('argmax-before-loss');
    expect(offered).not.toContain('`');
  });

  test('is fixed in the workspace after a preview', async () => {
    await workbench().goTo('twice.py', 'return F.soft|max(self');
    await squiggles().first().waitFor();
    await workbench().press('Control+.');
    await menu().getByText('Fix all softmax-before-cross-entropy in the workspace').click();
    // VS Code leaves unticked what a person has to confirm.
    await preview().locator('.monaco-list-row', { hasText: 'twice.py' }).getByRole('checkbox').first().click();
    await preview().locator('.monaco-list-row', { hasText: 'self.output(x)' }).first().click();
    await workbench().page.locator('.multiDiffEntry .modified-in-monaco-diff-editor .view-line', { hasText: 'return self.output(x)' }).first().waitFor();
    await workbench().screenshot('fix preview');
    await preview().getByRole('button', { name: 'Apply' }).click();
    await workbench().page.locator('.view-line:visible', { hasText: 'return self.output(x)' }).last().click();
    await workbench().press('Control+Z');
    await workbench().page.locator('.view-line:visible', { hasText: 'return F.softmax(self.output(x), dim=1)' }).waitFor();
  });

  test('stands among the Problems, with its loss and its page', async () => {
    await workbench().openFile('twice.py');
    await squiggles().first().waitFor();
    await workbench().press('Control+Shift+M');
    const problems = workbench().page.locator('.markers-panel');
    await problems.getByText('The loss that receives it').waitFor();
    await workbench().screenshot('finding problems');
    await problems.getByText('softmax-before-cross-entropy').first().click({ modifiers: ['ControlOrMeta'] });
    await workbench().page.locator('.tab', { hasText: 'softmax-before-cross-entropy' }).waitFor();
    const page = await workbench().lab('.markdown-body h1');
    await page.getByRole('heading', { name: 'softmax-before-cross-entropy', level: 1 }).waitFor();
    await workbench().screenshot('finding page');
    await workbench().press('Control+J');
    await workbench().runCommand('View: Close All Editors');
  });

  test('is none in a file in which nothing is wrong', async () => {
    await workbench().openFile('clean.py');
    await workbench().page.waitForTimeout(1_000);
    expect(await squiggles().count()).toBe(0);
  });
});

test('the model is outlined beside the activations', async () => {
  await workbench().openFile('twice.py');
  await workbench().runCommand('Activations: Focus on Model View');
  const rows = workbench().page.locator('.pane:has-text("Model") .monaco-list-row');
  await rows.filter({ hasText: 'Classifier' }).first().waitFor();
  await workbench().screenshot('model outline');
  const [row, code] = [rows.filter({ hasText: 'Softmax' }).first(), workbench().page.locator('.editor-instance')];
  await row.click();
  await code.locator('.view-line:visible', { hasText: 'F.softmax(self' }).first().waitFor();
  // As in VS Code's Outline, the focus goes to the code at a double click.
  expect(await rows.filter({ hasText: 'Softmax' }).first().evaluate((node) => node.closest('.monaco-list')?.contains(document.activeElement))).toBe(true);
  await row.dblclick();
  await expect.poll(() => code.first().evaluate((node) => node.contains(document.activeElement))).toBe(true);
});

test.each(Object.keys(themes) as Theme[])('everything in the theme %s', async (theme) => {
  await workbench().setTheme(theme);
  await workbench().goTo('twice.py', 'return F.soft|max(self');
  await workbench().hover('applied twice');
  await workbench().screenshot(`finding ${theme}`);
});
