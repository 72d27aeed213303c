/** The Lab's panel: one, beside the editor, and revealed where it is open already. */
import { commands, Selection, TabInputWebview, Uri, ViewColumn, window, workspace, type Tab } from 'vscode';
import { equal } from './equal';
import { until } from './until';

function labs(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('activationLens.lab'));
}

async function showPython(content: string): Promise<void> {
  // Where one of the same name was just closed, VS Code may still give that.
  let document = await workspace.openTextDocument({ language: 'python', content });
  while (document.getText() !== content) document = await workspace.openTextDocument({ language: 'python', content });
  await window.showTextDocument(document, ViewColumn.One);
}

describe('the Lab', () => {
  const content = 'import torch.nn as nn\nact = nn.GELU()\nout = nn.Softmax(dim=1)\n';
  beforeEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens beside the editor and leaves it the focus', async () => {
    await showPython(content);
    await commands.executeCommand('activationLens.openLab', { uri: window.activeTextEditor?.document.uri.toString(), offset: content.indexOf('GELU') });
    await until(() => labs().length === 1);
    equal(labs()[0]?.group.viewColumn, ViewColumn.Two);
    equal(window.activeTextEditor?.document.languageId, 'python');
  });

  it('is one, however often it is asked for, and says what it shows', async () => {
    await showPython(content);
    const uri = window.activeTextEditor?.document.uri.toString();
    for (const name of ['GELU', 'Softmax']) await commands.executeCommand('activationLens.openLab', { uri, offset: content.indexOf(name) });
    await commands.executeCommand('activationLens.showOptions', { uri, offset: content.indexOf('Softmax') });
    await until(() => labs()[0]?.label.startsWith('Softmax') === true);
    equal(labs().length, 1);
  });

  it('is what a person reads about an activation in, too', async () => {
    await showPython(content);
    const uri = window.activeTextEditor?.document.uri.toString();
    await commands.executeCommand('activationLens.understand', { uri, offset: content.indexOf('Softmax') });
    await until(() => labs()[0]?.label.startsWith('Softmax') === true);
    await commands.executeCommand('activationLens.understand', { activation: 'mish', parameters: {} });
    await until(() => labs()[0]?.label.startsWith('Mish') === true);
    equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 2);
  });

  it('follows the cursor again once a use in the code is asked for after a function by name', async () => {
    await showPython(content);
    const editor = window.activeTextEditor!;
    await commands.executeCommand('activationLens.understand', { activation: 'mish', parameters: {} });
    await until(() => labs()[0]?.label.startsWith('Mish') === true);
    editor.selection = new Selection(2, 10, 2, 10);
    await new Promise((resolve) => setTimeout(resolve, 400));
    equal(labs()[0]?.label.startsWith('Mish'), true);
    await commands.executeCommand('activationLens.openLab', { uri: editor.document.uri.toString(), offset: content.indexOf('GELU') });
    await until(() => labs()[0]?.label.startsWith('GELU') === true);
    editor.selection = new Selection(2, 11, 2, 11);
    await until(() => labs()[0]?.label.startsWith('Softmax') === true);
  });

  it('opens again after it was closed', async () => {
    await showPython(content);
    const place = { uri: window.activeTextEditor?.document.uri.toString(), offset: content.indexOf('GELU') };
    await commands.executeCommand('activationLens.openLab', place);
    await until(() => labs().length === 1);
    await window.tabGroups.close(labs());
    await commands.executeCommand('activationLens.openLab', place);
    await until(() => labs().length === 1);
  });

  it('shows a function that is selected in the code', async () => {
    const written = 'import torch\n\ndef f(h):\n    return h * torch.sigmoid(1.5 * h + 0.1)\n';
    await showPython(written);
    await until(() => window.activeTextEditor?.document.getText() === written);
    const editor = window.activeTextEditor!;
    const [start, end] = [written.indexOf('h * torch'), written.lastIndexOf('\n')];
    editor.selection = new Selection(editor.document.positionAt(start), editor.document.positionAt(end));
    await commands.executeCommand('activationLens.plotSelection');
    await until(() => labs()[0]?.label.startsWith('x * torch.sigmoid(1.5') === true);
    equal(labs().length, 1);
  });

  it('shows the use at the cursor of a configuration, and not the one of the code beside it', async () => {
    await showPython(content);
    const yaml = await workspace.openTextDocument({ language: 'yaml', content: 'model:\n  hidden_size: 64\n  activation: mish\n' });
    const editor = await window.showTextDocument(yaml, ViewColumn.Two);
    editor.selection = new Selection(2, 15, 2, 15);
    await commands.executeCommand('activationLens.openLab');
    await until(() => labs()[0]?.label.startsWith('Mish') === true);
  });

  it('lists the uses of the file at the innermost that the cursor stands in', async () => {
    await showPython('import torch.nn.functional as F\ny = F.silu(gate) * up\n');
    const editor = window.activeTextEditor!;
    editor.selection = new Selection(1, 7, 1, 7);
    void commands.executeCommand('activationLens.goToUse');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await until(() => !window.activeTextEditor!.selection.isEmpty);
    equal(window.activeTextEditor!.document.getText(window.activeTextEditor!.selection), 'silu');
  });

  it('asks for a function where there is none, without an error for an argument of another shape', async () => {
    await showPython('x = 1\n');
    void commands.executeCommand('activationLens.openLab', { uri: 7, offset: 'nowhere' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await commands.executeCommand('workbench.action.closeQuickOpen');
    equal(labs().length, 0);
  });

  it('asks where the place has no document', async () => {
    void commands.executeCommand('activationLens.openLab', { uri: Uri.file('/no/such/file.py').toString(), offset: 3 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await commands.executeCommand('workbench.action.closeQuickOpen');
    equal(labs().length, 0);
  });
});
