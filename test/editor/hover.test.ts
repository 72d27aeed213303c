/** Hovers through VS Code's own provider call: what comes back, and that no input takes them away. */
import { commands, Position, Uri, workspace, WorkspaceEdit, type Hover, type MarkdownString, type TextDocument } from 'vscode';
import { equal } from './equal';

/** The first line of our hover at the bar in `marked`, without markup; nothing where there is none. */
async function answerAt(document: TextDocument, marked: string): Promise<string | undefined> {
  const start = document.getText().indexOf(marked.replace('|', ''));
  if (start < 0) throw new Error(`The document does not hold ${marked}`);
  return answerAtPosition(document.uri, document.positionAt(start + marked.indexOf('|')));
}

async function answerAtPosition(uri: Uri, position: Position): Promise<string | undefined> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  const [text] = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value));
  return text?.split('\n')[0]?.replaceAll(/<[^>]*>|\*\*/g, '');
}

function python(content: string): Thenable<TextDocument> {
  return workspace.openTextDocument({ language: 'python', content });
}

function inSample(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need a workspace.');
  return Uri.joinPath(folder.uri, name);
}

const begins = (answer: string | undefined, name: string): void => equal(answer?.slice(0, name.length), name);

describe('a hover', () => {
  const uses = [
    { file: 'model.py', at: 'nn.GE|LU()', name: 'GELU ' },
    { file: 'model.py', at: 'F.re|lu(', name: 'ReLU ' },
    { file: 'model.py', at: '.sig|moid()', name: 'Sigmoid ' },
    { file: 'discriminator.py', at: 'nn.LeakyRe|LU(negative_slope', name: 'LeakyReLU 0.2 ' },
    { file: 'classifier.py', at: '"se|lu"', name: 'SELU ' },
    { file: 'transformer_flax.py', at: 'jax.nn.log_soft|max(', name: 'LogSoftmax ' },
  ];
  for (const { file, at, name } of uses) {
    it(`begins with ${name.trim()} at ${at} in ${file}`, async () => {
      begins(await answerAt(await workspace.openTextDocument(inSample(file)), at), name);
    });
  }

  it('answers in a cell of a notebook, which knows the imports of earlier cells', async () => {
    const notebook = await workspace.openNotebookDocument(inSample('explore.ipynb'));
    const cell = notebook.getCells().find(({ document }) => document.getText().includes('nn.ELU('));
    if (cell === undefined) throw new Error('The notebook has no such cell.');
    begins(await answerAt(cell.document, 'nn.EL|U('), 'ELU ');
  });

  it('says of what a default alone chooses that callers may pass another', async () => {
    const document = await python('import torch.nn.functional as F\n\ndef mlp(x, act=F.gelu):\n    return act(x)\n');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, new Position(3, 12));
    equal(hovers.some(({ contents }) => contents.some((content) => (content as MarkdownString).value.includes('is the default here'))), true);
  });

  const configurations = [
    { language: 'json', content: '{"architectures": ["BertModel"], "hidden_act": "gelu_new"}', at: 'gelu|_new', name: 'GELU (tanh) ' },
    { language: 'yaml', content: 'act:\n  _target_: torch.nn.LeakyReLU\n  negative_slope: 0.3\n', at: 'Leaky|ReLU', name: 'LeakyReLU 0.3 ' },
  ];
  for (const { language, content, at, name } of configurations) {
    it(`answers in ${language}`, async () => {
      begins(await answerAt(await workspace.openTextDocument({ language, content }), at), name);
    });
  }

  it('answers in toml, which VS Code alone takes for plain text', async () => {
    const document = await workspace.openTextDocument(Uri.parse('untitled:/settings.toml'));
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), 'hidden_size = 3\nactivation = "mish"\n');
    await workspace.applyEdit(edit);
    begins(await answerAt(document, 'mi|sh'), 'Mish ');
  });

  it('stays away from configurations of other things', async () => {
    equal(await answerAt(await workspace.openTextDocument({ language: 'json', content: '{"activation": "tanh"}' }), 'ta|nh'), undefined);
  });

  it('stays away from comments, strings and unrelated names', async () => {
    const document = await python('import torch.nn as nn\n# nn.ReLU()\ntext = "nn.Tanh()"\ndef relu(x): return x\nrelu(1)\n');
    for (const at of ['# nn.Re|LU()', '"nn.Ta|nh()"', 'def re|lu(', '\nre|lu(1)']) equal(await answerAt(document, at), undefined);
  });
});

describe('no input takes hovers away', () => {
  const valid = 'import torch.nn as nn\nlayer = nn.Tanh()\n';
  const inputs = {
    'a file that does not parse': `${valid}def (:\n  class = "\n)))) @`,
    'a string without end': `${valid}"""`,
    'brackets without end': `${valid}${'('.repeat(20_000)}`,
    'a file of half a million lines': `${valid}${'x = 1\n'.repeat(500_000)}`,
    'a long line': `${valid}x = [${'1, '.repeat(500_000)}]`,
  };
  for (const [what, content] of Object.entries(inputs)) {
    // VS Code itself takes seconds to open the largest.
    it(`after ${what}`, async () => {
      await answerAt(await python(content), 'nn.Ta|nh()');
      begins(await answerAt(await python(valid), 'nn.Ta|nh()'), 'Tanh ');
    }).timeout(60_000);
  }

  it('after a binary file with a name that ends in .py', async () => {
    const uri = inSample('binary.py');
    await workspace.fs.writeFile(uri, new Uint8Array(65_536).map((_, index) => (index * 7919) % 256));
    const opened = await workspace.openTextDocument(uri).then((document) => document, () => undefined);
    if (opened !== undefined) equal(await answerAtPosition(uri, new Position(0, 1)), undefined);
    begins(await answerAt(await python(valid), 'nn.Ta|nh()'), 'Tanh ');
  });
});
