import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/reports/analyze';
import { project, reportsOf, run, runWith, twoFaults } from './program';

const [softmax, dim] = ['softmax-before-cross-entropy', 'softmax-dim-missing'] as const;

/** The rules that speak, by file, and the exit code. */
function rulesIn(words: readonly string[]): { status: number | null; rules: string[][] } {
  const { stdout, status } = run('scan', ...words, '--format', 'json');
  return { status, rules: JSON.parse(stdout).map(({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule)) };
}

describe('findings', () => {
  test('are listed after the uses of their file, and counted', () => {
    const name = project({ 'a.py': twoFaults, 'b.py': '' });
    expect(run('scan', name)).toEqual({
      status: 1,
      stderr: '',
      stdout: `${name}/a.py:5:46   Softmax  torch.nn.Softmax
${name}/a.py:10:14  Softmax  torch.nn.functional.softmax
${name}/a.py:5:46  error  CrossEntropyLoss applies softmax itself, so it is applied twice. With 10 classes the loss cannot fall below 1.461. [${softmax}]
    ${name}/a.py:6:8  The loss that receives it
${name}/a.py:10:14  warning  Without dim PyTorch guesses: 0 for 0, 1 or 3 dimensions, else 1. For (batch, sequence, classes) that is the batch. [${dim}]

2 activations in 1 of 2 files
  Softmax 2
2 findings: 1 error, 1 warning; 2 can be fixed with --fix
`,
    });
  });

  test('can stand alone or be left out', () => {
    const name = project({ 'a.py': twoFaults });
    const alone = run('scan', name, '--findings-only');
    expect(alone.stdout).not.toContain('torch.nn.Softmax');
    expect(alone.stdout).toMatch(/\n\n2 findings in 1 of 1 file\n1 error, 1 warning; 2 can be fixed with --fix\n$/);
    expect(run('scan', name, '--no-findings').status).toBe(0);
    expect(reportsOf(name, '--no-findings')[0]).toMatchObject({ findings: [], usages: [{}, {}] });
    expect(reportsOf(name, '--findings-only')[0]).toMatchObject({ findings: [{}, {}], usages: [] });
  });

  test('have their lines, their cell, and their fix', () => {
    const cells = [twoFaults, 'y = F.softmax(x)'].map((source) => ({ cell_type: 'code', source }));
    const { findings } = analyze(JSON.stringify({ cells }), { path: 'a.ipynb' });
    expect(findings).toHaveLength(3);
    const range = { start: { line: 0, character: 15 }, end: { line: 0, character: 15 } };
    expect(findings[2]).toMatchObject({ rule: dim, cell: 1, range: { start: { line: 0, character: 6 } }, fix: { edits: [{ cell: 1, range, newText: ', dim=-1' }] } });
    expect(findings[0]).toMatchObject({ rule: softmax, cell: 0, related: [{ cell: 0, range: { start: { line: 5, character: 7 } } }] });
  });

  test('of hints alone let a build pass', () => {
    const name = project({ 'a.py': twoFaults });
    expect(rulesIn([name, '--rule', `${softmax}=hint`, '--rule', `${dim}=information`])).toEqual({ status: 0, rules: [[softmax, dim]] });
    expect(rulesIn([name, '--rule', `${softmax}=hint`])).toEqual({ status: 1, rules: [[softmax, dim]] });
  });
});

describe('the settings of a project', () => {
  const off = (rule: string): string => `[tool.activation-lens]\nrules = { ${rule} = "off" }\n`;

  test('hold in its folder and below, the nearest alone, and options come before them', () => {
    const name = project({
      'a.py': twoFaults, 'pyproject.toml': off(dim),
      'sub/pyproject.toml': '[tool.ruff]\n', 'sub/a.py': twoFaults,
      'sub/own/.activation-lens.json': `{"rules": {"${softmax}": "off"}}`, 'sub/own/a.py': twoFaults,
    });
    expect(rulesIn([name]).rules).toEqual([[softmax], [softmax], [dim]]);
    expect(rulesIn([name, '--rule', `${dim}=default`]).rules).toEqual([[softmax, dim], [softmax, dim], [dim]]);
    const { stdout } = runWith({ input: twoFaults }, 'scan', '-', '--stdin-filename', `${name}/new.py`, '--format', 'json');
    expect(JSON.parse(stdout)[0].findings).toMatchObject([{ rule: softmax }]);
  });

  test('leave files out of scans, and silence the rules in those that are named', () => {
    const name = project({ 'activation-lens.toml': 'exclude = ["old/"]', 'a.py': twoFaults, 'old/a.py': twoFaults });
    expect(reportsOf(name).map(({ path }) => path)).toEqual([`${name}/a.py`]);
    expect(reportsOf(`${name}/old/a.py`)).toMatchObject([{ usages: [{}, {}], findings: [] }]);
  });

  test('that are not understood are said once and hold as far as they were', () => {
    const name = project({ 'activation-lens.toml': `preset = "loud"\nrules = { ${dim} = "off" }`, 'a.py': twoFaults, 'sub/b.py': twoFaults });
    const { stderr } = run('scan', name);
    expect(stderr).toMatch(/^Settings that were not understood\n {2}.*activation-lens\.toml: preset must be one of quiet, recommended, teaching\.\n$/);
    expect(rulesIn([name])).toEqual({ status: 2, rules: [[softmax], [softmax]] });
  });
});

describe('rules', () => {
  test('are explained', () => {
    const { stdout, status } = run('explain', softmax);
    expect(status).toBe(0);
    for (const part of [`${softmax}\nerror · certain`, 'Why\n', 'Wrong\n  import torch', 'Right\n', 'When not\n', `# activation-lens: ignore[${softmax}]`, 'https://']) expect(stdout).toContain(part);
    expect(run('explain', 'before-cross-entropy')).toMatchObject({ status: 2, stderr: `There is no activation or rule 'before-cross-entropy'. Did you mean ${softmax}?\n` });
  });

  test('are listed', () => {
    expect(run('rules').stdout).toContain(`${dim}  warning · certain · with a fix\n  A softmax of PyTorch`);
    expect(run('rules', '--format', 'markdown').stdout).toContain(`| \`${dim}\` | A softmax of PyTorch`);
    expect(JSON.parse(run('rules', '--format', 'json').stdout)).toContainEqual(expect.objectContaining({ id: dim, severity: 'warning', confidence: 'certain', fixable: 'always' }));
  });
});

test('the outline of a file shows its models', () => {
  const name = project({ 'a.py': twoFaults, 'b.py': 'x = 1\n' });
  expect(run('outline', `${name}/a.py`)).toMatchObject({ status: 0, stdout: expect.stringContaining('Linear 784 → 10\n') });
  expect(run('outline', `${name}/b.py`)).toMatchObject({ status: 0, stdout: `No model is built in ${name}/b.py.\n` });
  expect(run('outline', `${name}/c.py`)).toMatchObject({ status: 2, stderr: `${name}/c.py: There is no such file or folder.\n` });
});
