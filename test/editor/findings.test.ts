/** What the rules find, as VS Code shows it and acts on it. */
import {
  CodeActionKind, commands, DiagnosticSeverity, languages, NotebookCellData, NotebookCellKind, NotebookData, Position, Range, TreeItemCollapsibleState, Uri, window, workspace,
  type CodeAction, type Diagnostic, type Hover, type MarkdownString, type TextDocument, type TreeItem,
} from 'vscode';
import { Analyses } from '../../src/editor/analysis';
import { Findings } from '../../src/editor/findings';
import { Log } from '../../src/editor/log';
import { ModelTree } from '../../src/editor/modelTree';
import { ProjectConfigurations } from '../../src/editor/projectSettings';
import { WorkspaceFixes } from '../../src/editor/workspaceFixes';
import { equal } from './equal';
import { until } from './until';

const twice = `import torch
from torch import nn

model = nn.Sequential(nn.Linear(784, 10), nn.Softmax(dim=1))
criterion = nn.CrossEntropyLoss()


def step(images, labels):
    return criterion(model(images), labels)
`;
const rule = 'softmax-before-cross-entropy';
const noDim = 'import torch.nn.functional as F\n\n\ndef f(x, y):\n    return F.softmax(x) + F.softmax(y)\n';

function inFolder(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need a workspace.');
  return Uri.joinPath(folder.uri, 'linted', path);
}

async function write(path: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(text));
  return inFolder(path);
}

let files = 0;

async function shown(text: string, path = `file-${files++}.py`): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await write(path, text));
  await window.showTextDocument(document);
  return document;
}

function ours({ uri }: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Activation Lens');
}

function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Waits until the document has so many. */
async function found(document: TextDocument, count: number): Promise<Diagnostic[]> {
  await until(() => ours(document).length === count);
  return ours(document);
}

async function actionsAt({ uri }: TextDocument, range: Range, kind?: CodeActionKind): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind?.value);
}

async function apply(action: CodeAction | undefined): Promise<void> {
  if (action?.edit === undefined) throw new Error('There is no such action, or it has no edit.');
  await workspace.applyEdit(action.edit);
}

const close = (): Thenable<unknown> => commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

describe('findings', () => {
  afterEach(close);
  after(() => workspace.fs.delete(inFolder('.'), { recursive: true }));

  it('are shown at their place, with their loss and their page', async () => {
    const document = await shown(twice);
    const [finding] = await found(document, 1);
    equal(finding && [ruleOf(finding), finding.severity, document.getText(finding.range)], [rule, DiagnosticSeverity.Error, 'Softmax']);
    equal(finding?.relatedInformation?.map(({ location }) => document.getText(location.range)), ['criterion(model(images), labels)']);
    const target = typeof finding?.code === 'object' ? finding.code.target.toString(true) : '';
    equal(target, `command:activationLens.explainRule?["${rule}"]`);
  });

  it('go along with what is typed, stay while a line is broken, and go with the document', async () => {
    const document = await shown(twice);
    await found(document, 1);
    const end = document.positionAt(twice.length);
    await window.activeTextEditor?.edit((edit) => edit.insert(end, '\nx = foo(\n'));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    equal(ours(document).length, 1);
    await window.activeTextEditor?.edit((edit) => edit.replace(new Range(0, 0, 9, 0), twice.replace(', nn.Softmax(dim=1)', '')));
    await found(document, 0);
    await commands.executeCommand('undo');
    await found(document, 1);
    // What is no Python any more is closed and opened again.
    await languages.setTextDocumentLanguage(document, 'plaintext');
    await found(document, 0);
  });

  it('are not shown twice where another state of the file is looked at', async () => {
    const preview = workspace.registerTextDocumentContentProvider('lens-preview', { provideTextDocumentContent: () => twice });
    const document = await workspace.openTextDocument(Uri.from({ scheme: 'lens-preview', path: '/twice.py' }));
    await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'python'));
    await found(await shown(twice, 'seen.py'), 1);
    equal(ours(document).length, 0);
    preview.dispose();
  });

  it('are shown in the cell that they are in', async () => {
    const cell = (code: string): NotebookCellData => new NotebookCellData(NotebookCellKind.Code, code, 'python');
    const data = new NotebookData([cell('import torch.nn.functional as F'), new NotebookCellData(NotebookCellKind.Markup, 'text', 'markdown'), cell('F.softmax(x)')]);
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', data);
    await window.showNotebookDocument(notebook);
    const [finding] = await found(notebook.cellAt(2).document, 1);
    equal(finding && [ruleOf(finding), finding.range.start.line], ['softmax-dim-missing', 0]);
    equal(ours(notebook.cellAt(0).document).length, 0);
    const [fix] = await actionsAt(notebook.cellAt(2).document, new Range(0, 3, 0, 3), CodeActionKind.QuickFix);
    await apply(fix);
    equal(notebook.cellAt(2).document.getText(), 'F.softmax(x, dim=-1)');
  });

  it('say why they matter in the hover', async () => {
    const document = await shown(twice);
    await found(document, 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(twice.indexOf('Softmax') + 2));
    const texts = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value));
    const [hover, ...others] = texts.filter((text) => text.includes('Softmax is applied twice.'));
    equal([hover?.startsWith('<table>'), others], [true, []]);
  });

  it('obey the settings, the project and comments', async () => {
    const settings = workspace.getConfiguration('activationLens');
    const document = await shown(noDim, 'settings/a.py');
    await found(document, 2);
    await settings.update('rules', { 'softmax-dim-missing': 'off' }, false);
    await found(document, 0);
    await settings.update('rules', undefined, false);
    await found(document, 2);
    await settings.update('diagnostics.enabled', false, false);
    await found(document, 0);
    await settings.update('diagnostics.enabled', undefined, false);
    await found(document, 2);
    await write('settings/activation-lens.toml', '[rules]\nsoftmax-dim-missing = "hint"\n');
    await until(() => ours(document).every(({ severity }) => severity === DiagnosticSeverity.Hint));
    await write('settings/activation-lens.toml', 'exclude = ["a.py"]\n');
    await found(document, 0);
    await workspace.fs.delete(inFolder('settings/activation-lens.toml'));
    await found(document, 2);
  });
});

describe('code actions', () => {
  afterEach(close);
  after(() => workspace.fs.delete(inFolder('.'), { recursive: true }));

  it('offer the fix first, then the same elsewhere, silence, and why', async () => {
    const document = await shown(noDim);
    await found(document, 2);
    const at = document.positionAt(noDim.indexOf('softmax(x'));
    const actions = await actionsAt(document, new Range(at, at), CodeActionKind.QuickFix);
    equal(actions.map(({ title }) => title), [
      'Add dim=-1', 'Fix all softmax-dim-missing in this file (2)', 'Fix all softmax-dim-missing in the workspace…',
      'Ignore softmax-dim-missing on this line', 'Explain softmax-dim-missing',
    ]);
    equal(actions.map(({ isPreferred }) => isPreferred === true), [true, false, false, false, false]);
    await apply(actions[1]);
    equal(document.lineAt(4).text, '    return F.softmax(x, dim=-1) + F.softmax(y, dim=-1)');
    await found(document, 0);
  });

  it('silence a rule on the line', async () => {
    const document = await shown(noDim);
    await found(document, 2);
    const at = document.positionAt(noDim.indexOf('softmax(x'));
    const actions = await actionsAt(document, new Range(at, at), CodeActionKind.QuickFix);
    await apply(actions.find(({ title }) => title.startsWith('Ignore')));
    equal(document.lineAt(4).text, '    return F.softmax(x) + F.softmax(y)  # activation-lens: ignore[softmax-dim-missing]');
    await found(document, 0);
  });

  it('fix on save what is sure', async () => {
    const document = await shown(noDim);
    const whole = new Range(new Position(0, 0), document.positionAt(noDim.length));
    const [fixAll, ...others] = await actionsAt(document, whole, CodeActionKind.SourceFixAll.append('activationLens'));
    equal(others.length, 0);
    await apply(fixAll);
    equal(document.lineAt(4).text, '    return F.softmax(x, dim=-1) + F.softmax(y, dim=-1)');
  });

  const rewritings = [
    { title: 'Replace this formula with F.silu(x)', before: 'y = |x * torch.sigmoid(x)', after: 'y = F.silu(x)' },
    { title: 'Replace this formula with F.silu(x)', before: 'y = x * torch.sig|moid(x)', after: 'y = F.silu(x)' },
    { title: 'Make default explicit: negative_slope=0.01', before: 'y = nn.|LeakyReLU()', after: 'y = nn.LeakyReLU(negative_slope=0.01)' },
  ];
  for (const { title, before, after } of rewritings) {
    it(`${title}, at ${before}`, async () => {
      const imports = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
      const document = await shown(imports + before.replace('|', ''));
      const at = new Position(3, before.indexOf('|'));
      const actions = await actionsAt(document, new Range(at, at), CodeActionKind.RefactorRewrite);
      await apply(actions.find((action) => action.title === title));
      equal(document.lineAt(3).text, after);
    });
  }
});

describe('in the whole workspace', () => {
  const log = new Log();
  const analyses = new Analyses(log);
  const findings = new Findings(analyses, new ProjectConfigurations(log), log);
  after(() => workspace.fs.delete(inFolder('.'), { recursive: true }));

  it('one rule is fixed in closed and open files and in notebooks', async () => {
    await write('one.py', noDim);
    await write('two.ipynb', JSON.stringify({
      nbformat: 4, nbformat_minor: 5, metadata: { language_info: { name: 'python' } },
      cells: [{ cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source: 'import torch.nn.functional as F\nF.softmax(x)' }],
    }));
    const open = await shown(noDim.replace('F.softmax(y)', 'y'), 'three.py');
    const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
    const edit = await new WorkspaceFixes(findings).collect('softmax-dim-missing', never);
    const linted = (edit?.entries() ?? []).filter(([uri]) => uri.path.includes('/linted/'));
    equal(linted.map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]).sort(), [
      ['one.py', [', dim=-1', ', dim=-1']], ['three.py', [', dim=-1']], ['two.ipynb', [', dim=-1']],
    ]);
    equal(ours(open).length <= 1, true);
    await close();
  });

  it('the models of the file in view are outlined', async () => {
    await shown(twice);
    const tree = new ModelTree(analyses, log);
    const [model] = await tree.getChildren();
    const items = (await tree.getChildren(model)).map((node) => tree.getTreeItem(node));
    equal(items.slice(0, 2).map(({ label, description }) => [label, description]), [['Linear', '784 → 10'], ['Softmax', 'output']]);
    const opened = async ({ command }: TreeItem): Promise<unknown> => {
      await commands.executeCommand(command?.command ?? '', ...command?.arguments ?? []);
      const { document, selection } = window.activeTextEditor!;
      return [selection.isEmpty, selection.start.line, document.getText(new Range(selection.start, selection.start.translate(0, 10)))];
    };
    equal(await opened(items[1]!), [true, 3, 'nn.Softmax']);
    equal(await opened(tree.getTreeItem(model!)), [true, 3, 'nn.Sequent']);
    tree.dispose();
    await close();
  });

  it('the models of a long file are closed, since VS Code asks for all that is open', async () => {
    const stateOfFirst = async (models: number): Promise<TreeItemCollapsibleState | undefined> => {
      const lines = Array.from({ length: models }, (_, index) => `net${index} = nn.Sequential(nn.Linear(8, 8), nn.ReLU())\n`);
      await shown(`from torch import nn\n${lines.join('')}`);
      const tree = new ModelTree(analyses, log);
      const [model] = await tree.getChildren();
      const state = model && tree.getTreeItem(model).collapsibleState;
      tree.dispose();
      await close();
      return state;
    };
    equal(await stateOfFirst(60), TreeItemCollapsibleState.Expanded);
    equal(await stateOfFirst(70), TreeItemCollapsibleState.Collapsed);
  });
});
