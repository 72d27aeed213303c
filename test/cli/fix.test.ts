import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, room, run, runWith, twoFaults } from './program';

const good = twoFaults.replace(', nn.Softmax(dim=1)', '').replace('softmax(scores)', 'softmax(scores, dim=-1)');
const contentOf = (path: string): string => readFileSync(join(room, path), 'utf8');

describe('--fix', () => {
  test('writes the files and reports what is left', () => {
    const name = project({ 'a.py': twoFaults, 'b.py': good });
    const { stdout, stderr, status } = run('scan', name, '--fix');
    expect({ stderr, status }).toEqual({ stderr: 'Fixed 2 findings in 1 file\n', status: 0 });
    expect(stdout).toContain('2 activations in 2 of 2 files');
    expect(contentOf(`${name}/a.py`)).toBe(good);
    expect(run('scan', name, '--fix').stderr).toBe('');
  });

  test('fixes the rules alone that speak', () => {
    const name = project({ 'a.py': twoFaults });
    expect(run('scan', name, '--fix', '--rule', 'softmax-dim-missing=off').status).toBe(0);
    expect(contentOf(`${name}/a.py`)).toBe(twoFaults.replace(', nn.Softmax(dim=1)', ''));
  });

  test('keeps encodings, marks and line ends', () => {
    const windows = (text: string): string => `\uFEFF# é\n${text}`.replaceAll('\n', '\r\n');
    const latin = (text: string): Buffer => Buffer.from(`# coding: latin-1\n# é\n${text}`, 'latin1');
    const name = project({ 'a.py': windows(twoFaults), 'b.py': Buffer.from(windows(twoFaults), 'utf16le'), 'c.py': latin(twoFaults) });
    expect(run('scan', name, '--fix').stderr).toBe('Fixed 6 findings in 3 files\n');
    const bytes = ['a.py', 'b.py', 'c.py'].map((path) => readFileSync(join(room, name, path)));
    expect(bytes.map((each) => each.toString('hex'))).toEqual([Buffer.from(windows(good)), Buffer.from(windows(good), 'utf16le'), latin(good)].map((each) => each.toString('hex')));
  });

  test('writes notebooks cell by cell', () => {
    const notebook = (code: string): string => JSON.stringify({ cells: [{ cell_type: 'markdown', source: 'é' }, { cell_type: 'code', outputs: [], source: code.split(/(?<=\n)/) }], nbformat: 4 }, undefined, 1);
    const name = project({ 'a.ipynb': notebook(twoFaults) });
    expect(run('scan', name, '--fix').status).toBe(0);
    expect(contentOf(`${name}/a.ipynb`)).toBe(notebook(good));
  });

  test.skipIf(process.platform === 'win32')('says what could not be written', () => {
    const name = project({ 'a.py': twoFaults });
    chmodSync(join(room, name, 'a.py'), 0o444);
    // Root may write everything, so there the program is run by nobody.
    chmodSync(room, 0o755);
    expect(runWith(process.getuid?.() === 0 ? { uid: 65534 } : {}, 'scan', name, '--fix')).toMatchObject({ status: 2, stderr: `Not fixed: 1 file\n  ${name}/a.py: It cannot be written (EACCES).\n` });
  });

  test('refuses what it could not write as it reads', () => {
    const content = Buffer.concat([Buffer.from('# coding: shift_jis\n# '), Buffer.from([0x83, 0x41]), Buffer.from(`\n${twoFaults}`)]);
    const name = project({ 'a.py': content });
    const { stderr, status } = run('scan', name, '--fix');
    expect({ stderr, status }).toEqual({ status: 2, stderr: `Not fixed: 1 file\n  ${name}/a.py: The text cannot be written in shift-jis, the encoding of the file.\n` });
    expect(readFileSync(join(room, name, 'a.py')).equals(content)).toBe(true);
  });
});

describe('--fix-dry-run', () => {
  test('writes a diff that can be applied, and no file', () => {
    const windows = twoFaults.replaceAll('\n', '\r\n');
    const name = project({ 'a.py': twoFaults, 'b c.py': windows, 'd.py': good });
    const { stdout, stderr, status } = run('scan', name, '--fix-dry-run');
    expect({ stderr, status }).toEqual({ stderr: 'Would fix 4 findings in 2 files\n', status: 1 });
    expect(contentOf(`${name}/a.py`)).toBe(twoFaults);
    expect(stdout).toContain(`--- a/${name}/a.py\n+++ b/${name}/a.py\n@@ -2,9 +2,9 @@\n`);
    writeFileSync(join(room, 'fix.diff'), stdout);
    execFileSync('git', ['apply', '--whitespace=nowarn', 'fix.diff'], { cwd: room });
    expect([contentOf(`${name}/a.py`), contentOf(`${name}/b c.py`)]).toEqual([good, good.replaceAll('\n', '\r\n')]);
  });

  test('writes nothing where all is well', () => {
    expect(run('scan', project({ 'a.py': good }), '--fix-dry-run')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
