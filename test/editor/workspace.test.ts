/** The index of the workspace, in the host: what it reads, what it leaves out, and that it goes along. */
import { commands, MarkdownString, NotebookEdit, NotebookRange, Position, Range, Uri, window, workspace, WorkspaceEdit, type InlayHint } from 'vscode';
import { Analyses } from '../../src/editor/analysis';
import { Log } from '../../src/editor/log';
import { openPlace } from '../../src/editor/place';
import { inFileInView } from '../../src/editor/plotPick';
import { WorkspaceIndex } from '../../src/editor/workspaceIndex';
import { equal } from './equal';
import { until } from './until';

const log = new Log();
const analyses = new Analyses(log);
const relu = 'from torch import nn\nnn.ReLU6()\n';

function inFolder(path: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need a workspace.');
  return Uri.joinPath(folder.uri, 'indexed', path);
}

async function write(path: string, text: string): Promise<Uri> {
  await workspace.fs.writeFile(inFolder(path), new TextEncoder().encode(text));
  return inFolder(path);
}

function foundIn(index: WorkspaceIndex, path: string): string[] {
  return (index.inventory.get(inFolder(path).toString()) ?? []).map(({ title }) => title);
}

const notebook = JSON.stringify({
  nbformat: 4, nbformat_minor: 5, metadata: { language_info: { name: 'python' } },
  cells: [
    { cell_type: 'markdown', metadata: {}, source: 'text' },
    { cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source: relu },
  ],
});

describe('the index of the workspace', () => {
  const index = new WorkspaceIndex(analyses, log);
  before(async () => {
    await write('.gitignore', 'ignored/\n');
    await write('plain.py', relu);
    await write('cells.ipynb', notebook);
    await write('config.json', '{"hidden_act": "gelu", "hidden_size": 768}');
    await write('model.yaml', 'hidden_size: 64\nactivation: relu\n');
    await write('tsconfig.json', '{"hidden_act": "gelu", "hidden_size": 768}');
    await write('ignored/a.py', relu);
    await write('venv/a.py', relu);
    await write('excluded/a.py', relu);
    await workspace.getConfiguration('search').update('exclude', { '**/{excluded,nothing}': true }, false);
  });
  after(async () => {
    index.dispose();
    await workspace.getConfiguration('search').update('exclude', undefined, false);
    await workspace.fs.delete(inFolder('.'), { recursive: true });
  });

  it('reads nothing before it is asked', () => {
    equal(index.phase, 'idle');
    equal(index.inventory.size, 0);
  });

  it('reads files and notebooks, and leaves out what searches leave out', async () => {
    await index.ensure();
    equal(index.phase, 'ready');
    equal(foundIn(index, 'plain.py'), ['ReLU6']);
    equal(foundIn(index, 'cells.ipynb'), ['ReLU6']);
    equal(index.inventory.get(inFolder('cells.ipynb').toString())?.[0]?.start, { cell: 1, line: 1, character: 3 });
    equal(foundIn(index, 'config.json'), ['GELU']);
    equal(foundIn(index, 'model.yaml'), ['ReLU']);
    equal(foundIn(index, 'tsconfig.json'), []);
    for (const path of ['ignored/a.py', 'venv/a.py', 'excluded/a.py']) equal([path, ...foundIn(index, path)], [path]);
  });

  it('goes along with what is typed, and back when it is not saved', async () => {
    const document = await workspace.openTextDocument(inFolder('plain.py'));
    await window.showTextDocument(document);
    await window.activeTextEditor?.edit((edit) => edit.insert(new Position(2, 0), 'nn.Tanh()\n'));
    await until(() => foundIn(index, 'plain.py').length === 2);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => foundIn(index, 'plain.py').length === 1);
  });

  it('goes along with what is typed into a configuration', async () => {
    const document = await workspace.openTextDocument(inFolder('model.yaml'));
    await window.showTextDocument(document);
    await window.activeTextEditor?.edit((edit) => edit.replace(new Range(1, 12, 1, 16), 'tanh'));
    await until(() => foundIn(index, 'model.yaml')[0] === 'Tanh');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => foundIn(index, 'model.yaml')[0] === 'ReLU');
  });

  it('goes along with files that come, change and go', async () => {
    await write('later.py', relu);
    await until(() => foundIn(index, 'later.py').length === 1);
    await write('later.py', `${relu}nn.GELU()\n`);
    await until(() => foundIn(index, 'later.py').length === 2);
    await workspace.fs.delete(inFolder('later.py'));
    await until(() => foundIn(index, 'later.py').length === 0);
    await write('folder/deep.py', relu);
    await until(() => foundIn(index, 'folder/deep.py').length === 1);
    await workspace.fs.delete(inFolder('folder'), { recursive: true });
    await until(() => foundIn(index, 'folder/deep.py').length === 0);
  });

  it('goes along with folders that come with their files', async () => {
    await write('.elsewhere/deep.py', relu);
    await workspace.fs.rename(inFolder('.elsewhere'), inFolder('moved'));
    await until(() => foundIn(index, 'moved/deep.py').length === 1);
  });

  it('counts the cells of an open notebook as those of the file', async () => {
    const opened = await workspace.openNotebookDocument(inFolder('cells.ipynb'));
    const use = index.inventory.get(opened.uri.toString())?.[0];
    const place = use && await openPlace({ uri: opened.uri.toString(), use });
    equal(place?.document.getText(place.range), 'ReLU6');
    const edit = new WorkspaceEdit();
    edit.set(opened.uri, [NotebookEdit.deleteCells(new NotebookRange(0, 1))]);
    await workspace.applyEdit(edit);
    await until(() => index.inventory.get(opened.uri.toString())?.[0]?.start.cell === 0);
  });

  it('says which code it left out because it is too large, until it is smaller', async () => {
    const long = `${relu}${'x = 1\n'.repeat(800_000)}`;
    await write('long.py', long);
    await write('data.json', `{"hidden_act": "gelu", "data": "${long}"}`);
    const names = (): string[] => index.leftOut.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
    await until(() => names().length > 0);
    equal(names(), ['long.py']);
    equal(foundIn(index, 'long.py'), []);
    await write('long.py', relu);
    await until(() => foundIn(index, 'long.py').length === 1);
    equal(names(), []);
  });

  it('reads a notebook that only its pictures make large', async () => {
    const { cells, ...rest } = JSON.parse(notebook) as { readonly cells: readonly object[] };
    const picture = { output_type: 'display_data', metadata: {}, data: { 'image/png': 'A'.repeat(5_000_000) } };
    await write('pictures.ipynb', JSON.stringify({ ...rest, cells: [...cells, { cell_type: 'code', metadata: {}, execution_count: 1, outputs: [picture], source: 'show()' }] }));
    await until(() => foundIn(index, 'pictures.ipynb').length === 1);
    equal(index.leftOut, []);
  });

  it('goes to the place of a use within its cell', async () => {
    const uri = (await write('places.ipynb', notebook)).toString();
    await until(() => foundIn(index, 'places.ipynb').length === 1);
    await commands.executeCommand('activationLens.openUse', { uri, use: index.inventory.get(uri)?.[0] });
    const selected = (): string | undefined => window.activeTextEditor?.document.getText(window.activeTextEditor.selection);
    await until(() => selected() === 'ReLU6');
    equal(window.activeNotebookEditor?.notebook.uri.toString(), uri);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('is of the notebook that has the focus, also where that is scrolled to cells without code', async () => {
    const prose = Array.from({ length: 40 }, () => ({ cell_type: 'markdown', metadata: {}, source: `# Prose\n\n${'Text.\n\n'.repeat(20)}` }));
    const { cells, ...rest } = JSON.parse(notebook) as { readonly cells: readonly object[] };
    const opened = await workspace.openNotebookDocument(await write('prose.ipynb', JSON.stringify({ ...rest, cells: [...prose, ...cells] })));
    await commands.executeCommand('workbench.action.closeAllEditors');
    await window.showNotebookDocument(opened);
    await until(() => window.visibleTextEditors.length === 0);
    const inFile = await inFileInView(analyses);
    equal([inFile?.near, inFile?.analysis.usages.map(({ activation }) => activation)], [-1, ['relu6']]);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('stops when it is told to, and starts again', async () => {
    const stopped = new WorkspaceIndex(analyses, log);
    const reading = stopped.ensure();
    stopped.stop();
    await reading;
    equal(stopped.phase, 'stopped');
    await stopped.refresh();
    equal(stopped.phase, 'ready');
    equal(foundIn(stopped, 'plain.py'), ['ReLU6']);
    stopped.dispose();
  });
});

describe('inlay hints', () => {
  const setting = 'activationLens.inlayHints.enabled';
  const hintsIn = async (text: string): Promise<InlayHint[]> => {
    const { uri, lineCount } = await workspace.openTextDocument({ language: 'python', content: text });
    return commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, new Range(0, 0, lineCount, 0));
  };
  const hints = async (text: string): Promise<string[]> => {
    const found = await hintsIn(text);
    return found.map(({ label, position }) => `${position.line}:${position.character} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`);
  };
  const text = 'from torch import nn\nnn.LeakyReLU()\nnn.Softplus(beta=2)\n';
  after(() => workspace.getConfiguration().update(setting, undefined, false));

  it('are off', async () => equal(await hints(text), []));

  it('show what is not written once they are on', async () => {
    await workspace.getConfiguration().update(setting, true, false);
    equal(await hints(text), ['1:13 negative_slope: 0.01', '2:18 , threshold: 20']);
  });

  it('say why in words between which a line may break', async () => {
    const [{ label } = { label: '' }] = await hintsIn(text);
    const tooltip = typeof label === 'string' ? undefined : label[0]?.tooltip;
    const said = tooltip instanceof MarkdownString ? tooltip.value : '';
    equal(said.startsWith('negative&#95;slope is not written here, so torch.nn.LeakyReLU takes its default, 0.01.'), true);
  });
});
