import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { model, notebook, project, reportsOf, room, run, runWith } from './program';

describe('scan', () => {
  test('lists every use with its place, aligned, and counts them', () => {
    const name = project({ 'model.py': model, 'b/notes.ipynb': notebook, 'empty.py': '' });
    expect(run('scan', name)).toEqual({
      status: 0,
      stderr: '',
      stdout: `${name}/b/notes.ipynb:cell 3:2:10  Mish  torch.nn.Mish
${name}/model.py:6:23   LeakyReLU(negative_slope=0.2)   torch.nn.LeakyReLU
${name}/model.py:7:24   Softplus(beta=?, threshold=20)  torch.nn.Softplus
${name}/model.py:10:18  GELU (tanh)                     torch.nn.functional.gelu

4 activations in 2 of 3 files
  Mish 1, LeakyReLU 1, Softplus 1, GELU (tanh) 1
`,
    });
  });

  test('says where a value is one that the function cannot have', () => {
    const name = project({ 'a.py': 'from torch import nn\nact = nn.Softshrink(-1)\nclip = nn.Hardtanh(2, top)\n' });
    const { stdout } = run('scan', name);
    expect(stdout).toMatch(/Softshrink\(lambd=-1\) +torch\.nn\.Softshrink {2}needs λ ≥ 0\n/);
    expect(stdout).toMatch(/Hardtanh\(min_val=2, max_val=\?\) +torch\.nn\.Hardtanh\n/);
  });

  test('gives JSON with a report for each file', () => {
    const name = project({ 'model.py': model, 'notes.ipynb': notebook });
    const { stdout, status } = run('scan', name, '--format', 'json');
    const [plain, cells] = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(plain).toMatchObject({ path: `${name}/model.py`, language: 'python', findings: [], error: null });
    expect(plain.usages[0]).toEqual({
      activation: 'leaky-relu', framework: 'pytorch', symbol: 'torch.nn.LeakyReLU', form: 'module', certainty: 'resolved',
      parameters: { negativeSlope: 0.2 }, cell: null,
      range: { start: { line: 5, character: 22 }, end: { line: 5, character: 31 } },
    });
    expect(plain.usages[1].parameters).toEqual({ beta: null, threshold: 20 });
    expect(cells.usages).toMatchObject([{ activation: 'mish', cell: 2, range: { start: { line: 1, character: 9 } } }]);
  });

  test('counts characters as editors do', () => {
    const name = project({ 'model.py': 'from torch import nn\n"🧠"; nn.ReLU()\n' });
    const [report] = reportsOf(name);
    expect(report?.usages[0]?.range.start).toEqual({ line: 1, character: 9 });
  });

  test('leaves out what is not the project\'s', () => {
    const name = project({
      'model.py': model, 'venv/a.py': model, 'env/pyvenv.cfg': '', 'env/lib/a.py': model, 'node_modules/a.py': model,
      '.git/a.py': model, '__pycache__/a.py': model, '.hidden.py': model, 'notes.txt': model,
    });
    symlinkSync(join(room, name, 'notes.txt'), join(room, name, 'link.py'));
    expect(reportsOf(name).map(({ path }) => path)).toEqual([`${name}/model.py`]);
  });

  test('reads a file that is named, whatever its ending, and each file once', () => {
    const name = project({ 'train': model });
    const reports = reportsOf(`${name}/train`, `./${name}/train`);
    expect(reports).toHaveLength(1);
    expect(reports[0]?.usages).toHaveLength(3);
  });

  test('reports configurations of models, and of the others those that are named', () => {
    const config = '{"architectures": ["BertModel"], "hidden_act": "gelu"}';
    const name = project({ 'config.json': config, 'package.json': '{"hidden_act": "gelu"}', 'ci.yaml': 'on: push', 'a.toml': 'hidden_act = "relu"\n', 'data.json': `${' '.repeat(5e6)}${config}` });
    expect(reportsOf(name)).toMatchObject([
      { path: `${name}/a.toml`, language: 'toml', usages: [{ activation: 'relu', form: 'configuration', certainty: 'inferred' }] },
      { path: `${name}/config.json`, language: 'json', usages: [{ activation: 'gelu', certainty: 'resolved', range: { start: { line: 0, character: 48 } } }] },
    ]);
    expect(reportsOf(`${name}/ci.yaml`)).toEqual([{ path: `${name}/ci.yaml`, language: 'yaml', usages: [], findings: [], error: null }]);
  });

  test('has something to say of an empty folder', () => {
    const name = project({});
    expect(run('scan', name)).toEqual({ status: 0, stderr: '', stdout: 'There is no Python file or notebook there.\n' });
    expect(run('scan', name, '--format', 'json').stdout).toBe('[]\n');
  });
});

describe('explain', () => {
  test.each(['leaky-relu', 'LeakyReLU', 'leaky relu', 'torch.nn.LeakyReLU', 'nn.LeakyReLU', 'F.leaky_relu'])('knows %s', (name) => {
    const { stdout, stderr, status } = run('explain', name);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^LeakyReLU +leaky-relu · rectifier\n/);
    expect(stdout).toContain('α = 0.01');
    expect(stdout).toContain('Maas et al. 2013');
  });

  test('takes the defaults of the framework\'s name', () => {
    expect(run('explain', 'keras.layers.LeakyReLU').stdout).toContain('  α = 0.3  negativeSlope');
    expect(run('explain', 'jax.nn.gelu').stdout).toContain('gelu-tanh');
    expect(run('explain', 'torch.nn.Threshold').stdout).toContain('torch.nn.Threshold has to be given threshold and value.');
    expect(run('explain', 'keras.activations.hard_sigmoid').stdout).toMatch(/has several forms\. Slope 0\.2 in Keras up to 2\.15,\s+1\/6 from Keras 3 on\.(?!.*0\.167)/s);
  });

  test('shows the defaults that names have, and none of names that have to be given a value', () => {
    const lines = run('explain', 'leaky-relu').stdout.split('\n');
    const of = (name: string): string => lines.find((line) => line.includes(name)) ?? '';
    expect(of('chainer.functions.leaky_relu')).toMatch(/α = 0\.2 /);
    expect(of('mxnet.gluon.nn.LeakyReLU')).not.toContain('α');
    expect(of('neural_tangents.stax.LeakyRelu')).not.toContain('α');
    const softplus = run('explain', 'softplus').stdout;
    expect(softplus).toMatch(/t = 20 +torch\.nn\.Softplus/);
    expect(softplus).not.toMatch(/t = 100 .*chainer/);
  });

  test.each([
    ['tlu', 'By default it is ReLU.'], ['acon-c', 'By default it is SiLU.'], ['tfa.layers.TLU', 'As tfa.layers.TLU it is ReLU.'],
    ['torch.nn.LeakyReLU', 'As torch.nn.LeakyReLU it keeps a gradient of 0.01 for negative inputs.'],
  ])('says what %s is at the values shown', (name, sentence) => {
    expect(run('explain', name).stdout).toContain(sentence);
  });

  test.each([
    ['abs', '0 … 4', '−1 … 1'], ['lisht', '0 … 4', '−1.2 … 1.2'], ['isru', '−0.97 … 0.97', '0.0143 … 1'], ['erf', '−1 … 1', '1.27 × 10⁻⁷ … 1.13'], ['hard-mish', '−0.5 … 4', '−1 … 1'],
    ['soft-exponential', '−4 … 4', '1'], ['binary-step', '0 … 1', '0'],
  ])('says between which values %s is drawn', (name, values, gradients) => {
    expect(run('explain', name).stdout.split('\n').find((line) => /^ {2}f .* f′ /.test(line))?.split(/ {2,}/)).toEqual(['', 'f', values, 'f′', gradients]);
  });

  test('lists the frameworks by their names, and what is described of other libraries last', () => {
    const { stdout } = run('explain', 'gelu');
    const titles = [...stdout.slice(stdout.indexOf('In frameworks'), stdout.indexOf('Pitfalls')).matchAll(/^ {2}(\S.*?) {2}/gm)].map(([, title]) => title ?? '');
    expect(titles).toEqual([...titles.slice(0, -1).sort((a, b) => a.localeCompare(b)), 'Other libraries']);
  });

  test.each(['gelu', 'softmax', 'swiglu'])('keeps %s narrow', (name) => {
    const { stdout } = run('explain', name);
    const longest = Math.max(...stdout.split('\n').filter((line) => !line.includes('://')).map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(80);
  });

  test('suggests what may have been meant', () => {
    expect(run('explain', 'gleu')).toEqual({ status: 2, stdout: '', stderr: "There is no activation or rule 'gleu'. Did you mean gelu or glu?\n" });
    expect(run('explain', 'torch.nn.Relu').stderr).toContain('Did you mean relu, clipped-relu or relu-squared?');
    expect(run('explain', 'batchnorm').stderr).toBe("There is no activation or rule 'batchnorm'. activation-lens --help says what explain takes.\n");
    expect(run('explain', 'nn.gelu')).toMatchObject({ status: 2, stderr: "'nn.gelu' is short for jax.nn.gelu, mlx.nn.gelu, jittor.nn.gelu or tf.nn.gelu: say which.\n" });
  });

  test('uses colour where it is wanted', () => {
    const escape = '\u001b[';
    expect(run('explain', 'relu').stdout).not.toContain(escape);
    expect(runWith({ env: { FORCE_COLOR: '1' } }, 'explain', 'relu').stdout).toContain(escape);
    expect(runWith({ env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, 'explain', 'relu').stdout).not.toContain(escape);
  });
});

describe('the command line', () => {
  test('helps and says its version', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('--help').stdout).toContain('Exit codes');
    expect(run('plot', '--help').stdout).toMatch(/^Usage\n {2}activation-lens plot .*\n\nplot draws[^]*--width/);
    expect(run('help', 'plot').stdout).toBe(run('plot', '--help').stdout);
    expect(run('plot', '--help').stdout).not.toMatch(/scan|Exit codes/);
    expect(run('scan', '-h').stdout).toMatch(/--threads[^]*Exit codes/);
    expect(run('--version')).toEqual({ status: 0, stderr: '', stdout: `${version}\n` });
  });

  test.each([
    [[], 'Say what to do: scan, explain, plot, outline or rules.'],
    [['sacn', '.'], "There is no command 'sacn'; there are scan, explain, plot, outline and rules."],
    [['scan'], 'Say what to scan: a file or a folder.'],
    [['scan', '.', '--format', 'xml'], "There is no format 'xml'; there are text, json, jsonl, sarif, markdown and csv."],
    [['scan', '.', '--bogus'], "Unknown option '--bogus'."],
    [['explain'], 'Say which activation or rule: gelu, torch.nn.SiLU, softmax-before-cross-entropy.'],
    [['outline'], 'Say which file to outline: one Python file or notebook.'],
    [['rules', 'gelu'], 'rules takes no names; explain does.'],
    [['rules', '-f', 'sarif'], "There is no format 'sarif' of rules; there are text, markdown and json."],
    [['scan', '.', '--preset', 'loud'], "There is no preset 'loud'; there are quiet, recommended and teaching."],
    [['scan', '.', '--rule', 'softmax-dim-missing'], 'softmax-dim-missing must be one of off, error, warning, information, hint, default.'],
    [['scan', '.', '--rule', 'softmax=off'], "There is no rule 'softmax'."],
    [['scan', '.', '--no-findings', '--fix'], '--no-findings leaves nothing for --fix.'],
    [['scan', '.', '--fix', '--fix-dry-run'], 'Say --fix or --fix-dry-run.'],
    [['scan', '-', '--fix'], '--fix takes files, not standard input.'],
    [['scan', '.', '--fix-dry-run', '-f', 'json'], '--fix-dry-run writes a diff and has no --format.'],
    [['explain', 'gelu', '--format', 'json'], '--format belongs to scan.'],
    [['explain', 'gelu', '-q'], '--quiet belongs to scan.'],
    [['scan', '.', '--input', 'xml'], "There is no input 'xml'; there is jsonl."],
    [['scan', '.', '--input', 'jsonl'], '--input jsonl takes no other paths.'],
    [['scan', '-', '--files-from', '-'], 'Standard input is either a text or a list of files.'],
    [['scan', '.', '--stdin-filename', 'a.py'], '--stdin-filename belongs to the path -.'],
  ])('%j is wrong usage', (words, problem) => {
    expect(run(...words)).toEqual({ status: 2, stdout: '', stderr: `${problem}\nTry: activation-lens --help\n` });
  });
});
