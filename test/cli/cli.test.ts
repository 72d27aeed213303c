import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { version } from '../../package.json';

// Each test starts the program several times.
vi.setConfig({ testTimeout: 60_000 });

const room = mkdtempSync(join(tmpdir(), 'activation-lens-cli-'));
const program = join(room, 'cli.mjs');

beforeAll(async () => {
  await build({ entryPoints: ['src/cli/main.ts'], outfile: program, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'error' });
});
afterAll(() => rmSync(room, { recursive: true }));

function run(...words: string[]) {
  return runWith({}, ...words);
}

function runWith(environment: Record<string, string>, ...words: string[]) {
  const env = { ...process.env, NO_COLOR: '', FORCE_COLOR: '0', ...environment };
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], { cwd: room, encoding: 'utf8', env });
  return { stdout, stderr, status };
}

/** Writes files below a new folder and gives the folder's name. */
let projects = 0;
function project(files: Record<string, string | Uint8Array>): string {
  const name = `project${projects++}`;
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(room, name, path)), { recursive: true });
    writeFileSync(join(room, name, path), content);
  }
  return name;
}

const model = `from torch import nn
import torch.nn.functional as F

class Block(nn.Module):
    def __init__(self):
        self.act = nn.LeakyReLU(0.2)
        self.gate = nn.Softplus(beta=width)

    def forward(self, x):
        return F.gelu(x, approximate="tanh")
`;
const notebook = JSON.stringify({
  nbformat: 4,
  metadata: {},
  cells: [
    { cell_type: 'markdown', source: ['nn.ReLU() is meant here'] },
    { cell_type: 'code', source: ['%matplotlib inline\n', 'from torch import nn'] },
    { cell_type: 'code', source: ['x = 1\n', 'act = nn.Mish()'] },
  ],
});

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
    const [report] = JSON.parse(run('scan', name, '--format', 'json').stdout);
    expect(report.usages[0].range.start).toEqual({ line: 1, character: 9 });
  });

  test('leaves out what is not the project\'s', () => {
    const name = project({
      'model.py': model, 'venv/a.py': model, 'env/pyvenv.cfg': '', 'env/lib/a.py': model, 'node_modules/a.py': model,
      '.git/a.py': model, '__pycache__/a.py': model, '.hidden.py': model, 'notes.txt': model,
    });
    symlinkSync('..', join(room, name, 'circle'));
    const reports = JSON.parse(run('scan', name, '--format', 'json').stdout);
    expect(reports.map(({ path }: { path: string }) => path)).toEqual([`${name}/model.py`]);
  });

  test('says once why a file was skipped, and goes on', () => {
    const name = project({ 'binary.py': new Uint8Array([0, 1, 2]), 'broken.ipynb': '{"cells": [', 'model.py': model });
    const { stdout, stderr, status } = run('scan', name, `${name}/missing.py`);
    expect(status).toBe(2);
    expect(stdout).toContain('LeakyReLU');
    expect(stdout).toContain('3 activations in 1 of 1 file\n');
    expect(stderr).toBe(`Skipped 3 paths
  ${name}/binary.py: The file is binary, not text.
  ${name}/broken.ipynb: The notebook is not valid JSON.
  ${name}/missing.py: There is no such file or folder.
`);
  });

  test('says in JSON why a file was skipped', () => {
    const name = project({ 'binary.py': new Uint8Array([0, 1, 2]) });
    const { stdout, stderr, status } = run('scan', name, '--format=json');
    expect(JSON.parse(stdout)).toEqual([
      { path: `${name}/binary.py`, language: 'python', usages: [], findings: [], error: 'The file is binary, not text.' },
    ]);
    expect({ stderr, status }).toEqual({ stderr: '', status: 2 });
  });

  test('reads a file that is named, whatever its ending, and each file once', () => {
    const name = project({ 'train': model });
    const reports = JSON.parse(run('scan', `${name}/train`, `./${name}/train`, '--format', 'json').stdout);
    expect(reports).toHaveLength(1);
    expect(reports[0].usages).toHaveLength(3);
  });

  test('has something to say of an empty folder', () => {
    mkdirSync(join(room, 'empty'));
    expect(run('scan', 'empty')).toEqual({ status: 0, stderr: '', stdout: 'There is no .py or .ipynb file there.\n' });
    expect(run('scan', 'empty', '--format', 'json').stdout).toBe('[]\n');
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
  });

  test.each(['gelu', 'softmax', 'swiglu'])('keeps %s narrow', (name) => {
    const { stdout } = run('explain', name);
    const longest = Math.max(...stdout.split('\n').filter((line) => !line.includes('://')).map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(80);
  });

  test('suggests what may have been meant', () => {
    expect(run('explain', 'gleu')).toEqual({ status: 2, stdout: '', stderr: "There is no activation 'gleu'. Did you mean gelu or glu?\n" });
    expect(run('explain', 'torch.nn.Relu').stderr).toContain('Did you mean relu');
    expect(run('explain', 'batchnorm').stderr).toBe("There is no activation 'batchnorm'. activation-lens --help says what explain takes.\n");
    expect(run('explain', 'nn.gelu')).toMatchObject({ status: 2, stderr: "'nn.gelu' is short for jax.nn.gelu or tf.nn.gelu: say which.\n" });
  });

  test('uses colour where it is wanted', () => {
    const escape = '\u001b[';
    expect(run('explain', 'relu').stdout).not.toContain(escape);
    expect(runWith({ FORCE_COLOR: '1' }, 'explain', 'relu').stdout).toContain(escape);
    expect(runWith({ FORCE_COLOR: '1', NO_COLOR: '1' }, 'explain', 'relu').stdout).not.toContain(escape);
  });
});

describe('the command line', () => {
  test('helps and says its version', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('--help').stdout).toContain('Exit codes');
    expect(run('--version')).toEqual({ status: 0, stderr: '', stdout: `${version}\n` });
  });

  test.each([
    [[], 'Say what to do: scan or explain.'],
    [['sacn', '.'], "There is no command 'sacn'; there are scan and explain."],
    [['scan'], 'Say what to scan: a file or a folder.'],
    [['scan', '.', '--format', 'xml'], "There is no format 'xml'; there are text and json."],
    [['scan', '.', '--bogus'], "Unknown option '--bogus'."],
    [['explain'], 'Say which activation: gelu, LeakyReLU, torch.nn.SiLU.'],
    [['explain', 'gelu', '--format', 'json'], '--format belongs to scan.'],
  ])('%j is wrong usage', (words, problem) => {
    expect(run(...words)).toEqual({ status: 2, stdout: '', stderr: `${problem}\nTry: activation-lens --help\n` });
  });
});
