/** What the Lab applies arrives in the text as one step, which Undo takes back, and nothing is saved. */
import { commands, NotebookCellData, NotebookCellKind, NotebookData, Position, Range, Selection, Uri, window, workspace, type CodeAction, type TextDocument } from 'vscode';
import { Analyses } from '../../src/editor/analysis';
import { insertInCode, replaceInCode } from '../../src/editor/change';
import { subjectOf } from '../../src/editor/labSubject';
import { Log } from '../../src/editor/log';
import { originOf, shifted, usageAtOrigin, type FoundUsage } from '../../src/editor/origin';
import { equal } from './equal';

const log = new Log();
const analyses = new Analyses(log);

let files = 0;

/** A file of its own for each text: a document without a file may take over the address of one that was just closed. */
async function shown(content: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need a workspace.');
  const uri = Uri.joinPath(folder.uri, `change-${files++}.py`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

function usageIn(document: TextDocument, name: string): FoundUsage {
  const analysis = analyses.of(document);
  const usage = analysis?.usageAt(document, document.positionAt(document.getText().indexOf(name)));
  if (analysis === undefined || usage === undefined) throw new Error(`no use of ${name}`);
  return { analysis, usage };
}

describe('a change from the Lab', () => {
  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('replaces the expression, and Undo restores it', async () => {
    const text = 'from torch import nn\nact = nn.ReLU(inplace=True)  # fast\n';
    const document = await shown(text);
    equal(await replaceInCode(usageIn(document, 'ReLU'), { activation: 'leaky-relu', parameters: { negativeSlope: 0.2 } }, false), undefined);
    equal(document.getText(), 'from torch import nn\nact = nn.LeakyReLU(inplace=True, negative_slope=0.2)  # fast\n');
    equal(document.isDirty, true);
    await commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  it('brings an import along, in the same step', async () => {
    const text = 'from torch.nn import ReLU\nact = ReLU()\n';
    const document = await shown(text);
    equal(await replaceInCode(usageIn(document, 'ReLU()'), { activation: 'gelu', parameters: {} }, false), undefined);
    equal(document.getText(), 'from torch.nn import ReLU, GELU\nact = GELU()\n');
    await commands.executeCommand('undo');
    equal(document.getText(), text);
  });

  it('says in words what one edit cannot do, and leaves the text alone', async () => {
    const text = 'from torch import nn\nact = nn.ReLU()\n';
    const document = await shown(text);
    const failure = await replaceInCode(usageIn(document, 'ReLU'), { activation: 'swiglu', parameters: {} }, false);
    equal(failure?.startsWith('SwiGLU cannot take this place'), true);
    equal(document.getText(), text);
  });

  it('changes the line that makes the layer which is called', async () => {
    const document = await shown('import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self):\n        self.elu = nn.ELU()\n    def forward(self, x):\n        return self.elu(x)\n');
    const found = usageIn(document, 'elu(x)');
    equal(subjectOf(found.analysis, found.usage, true).usage?.madeAt, 'line 4');
    equal(await replaceInCode(found, { activation: 'gelu', parameters: {} }, false), undefined);
    equal(document.lineAt(3).text, '        self.elu = nn.GELU()');
    equal(document.lineAt(5).text, '        return self.elu(x)');
  });

  it('says so where more than one line may make it', async () => {
    const text = 'import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self, act=nn.ELU):\n        self.elu = act()\n    def forward(self, x):\n        return self.elu(x)\n';
    const document = await shown(text);
    const failure = await replaceInCode(usageIn(document, 'elu(x)'), { activation: 'gelu', parameters: {} }, false);
    equal(failure, 'It is not certain which line makes this ELU.');
    equal(document.getText(), text);
  });

  it('is offered for a later call with the line that it changes, and not where that is not known', async () => {
    const document = await shown('import torch.nn as nn\nclass Net(nn.Module):\n    def __init__(self, act=nn.ELU):\n        self.elu = nn.ELU()\n        self.act = act()\n    def forward(self, x):\n        return self.act(self.elu(x))\n');
    const titlesAt = async (name: string): Promise<string[]> => {
      const at = document.positionAt(document.getText().indexOf(name) + 1);
      const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new Range(at, at));
      return actions.map(({ title }) => title).filter((title) => title.includes('another activation'));
    };
    equal(await titlesAt('elu(x)'), ['Replace ELU (line 4) with another activation…']);
    equal(await titlesAt('act(self'), []);
  });

  it('puts a function of the framework in the place of a formula', async () => {
    const document = await shown('import torch\nimport torch.nn.functional as F\ndef act(x):\n    return x * torch.sigmoid(1.702 * x)\n');
    equal(await replaceInCode(usageIn(document, 'x * torch'), { activation: 'gelu', parameters: {} }, false), undefined);
    equal(document.lineAt(3).text, '    return F.gelu(x)');
  });

  it('is inserted at the cursor where nothing is replaced', async () => {
    const document = await shown('from torch import nn\nact = \nother = nn.ReLU()\n');
    const editor = window.activeTextEditor;
    if (editor !== undefined) editor.selection = new Selection(new Position(1, 6), new Position(1, 6));
    equal(await insertInCode(analyses, { activation: 'gelu', parameters: {} }, false), undefined);
    equal(document.lineAt(1).text, 'act = nn.GELU()');
  });

  it('goes into the cell of a notebook that has the use', async () => {
    const cell = (code: string): NotebookCellData => new NotebookCellData(NotebookCellKind.Code, code, 'python');
    const data = new NotebookData([cell('from torch import nn'), new NotebookCellData(NotebookCellKind.Markup, '# nn.ReLU()', 'markdown'), cell('%time\nact = nn.ReLU()')]);
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', data);
    await window.showNotebookDocument(notebook);
    const document = notebook.cellAt(2).document;
    equal(await replaceInCode(usageIn(document, 'ReLU'), { activation: 'silu', parameters: {} }, false), undefined);
    equal(document.getText(), '%time\nact = nn.SiLU()');
    equal(notebook.cellAt(0).document.getText(), 'from torch import nn');
  });
});

describe('the place that the Lab shows', () => {
  it('moves with what is typed before it, and outlives its own replacement', async () => {
    const document = await shown('from torch import nn\ny = x.relu().sigmoid()\n');
    const { analysis, usage } = usageIn(document, 'sigmoid');
    let origin = originOf(analysis, usage);
    const watching = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && origin !== undefined) origin = shifted(origin, event.contentChanges);
    });
    await window.activeTextEditor?.edit((edit) => edit.insert(new Position(0, 0), '# above\n'));
    equal(origin && usageAtOrigin(analyses, origin)?.usage.activation, 'sigmoid');
    const found = origin && usageAtOrigin(analyses, origin);
    if (found === undefined) throw new Error('lost');
    await replaceInCode(found, { activation: 'tanh', parameters: {} }, false);
    equal(origin && usageAtOrigin(analyses, origin)?.usage.activation, 'tanh');
    watching.dispose();
  });
});

describe('what is read of the text', () => {
  it('is kept until the text changes', async () => {
    const document = await shown('from torch import nn\nnn.ReLU()\n');
    const before = analyses.of(document);
    equal(analyses.of(document) === before, true);
    await window.activeTextEditor?.edit((edit) => edit.insert(new Position(1, 0), 'nn.Tanh()\n'));
    equal(analyses.of(document)?.usages.map(({ activation }) => activation), ['tanh', 'relu']);
  });

  it('is the use on the line where the cursor is on none', async () => {
    const document = await shown('from torch import nn\nact = nn.ReLU()\n');
    equal(analyses.of(document)?.usageNear(document, new Position(1, 0))?.activation, 'relu');
    equal(analyses.of(document)?.usageNear(document, new Position(0, 0)), undefined);
  });

  it('is nothing for other languages and for text that is none', async () => {
    equal(analyses.of(await workspace.openTextDocument({ language: 'markdown', content: 'nn.ReLU()' })), undefined);
    equal(analyses.of(await workspace.openTextDocument({ language: 'python', content: 'import torch\0nn.ReLU()' })), undefined);
  });

  it('is nothing for a notebook whose JSON is broken', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
    const uri = Uri.joinPath(folder, 'broken.ipynb');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('{"cells": [{"cell_type": "code", "source": ["nn.ReLU()"'));
    await workspace.openNotebookDocument(uri).then(undefined, () => undefined);
    equal(analyses.of(await workspace.openTextDocument(uri)), undefined);
  });

  it('survives half-typed code at every letter', async () => {
    const text = 'from torch import nn\nact = nn.Sequential(nn.LeakyReLU(0.2, inplace=True), nn.GELU(approximate="tanh"))\n';
    for (let end = 0; end <= text.length; end += 7) {
      const document = await workspace.openTextDocument({ language: 'python', content: text.slice(0, end) });
      equal(analyses.of(document) !== undefined, true);
    }
  });
});
