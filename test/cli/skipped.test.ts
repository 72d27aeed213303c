import { chmodSync, closeSync, mkdirSync, openSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { attempt } from '../../src/cli/read';
import { model, project, reportsOf, room, run, runWith } from './program';

/** What the summary says was skipped, and the exit code; the model beside it is found all the same. */
function skippedIn(name: string, ...words: string[]): { status: number | null; lines: string[] } {
  const { stdout, stderr, status } = run('scan', name, ...words);
  expect(stdout).toContain('3 activations in 1 of 1 file');
  return { status, lines: stderr.trimEnd().split('\n') };
}

function sparse(path: string, size: number): void {
  closeSync(openSync(path, 'w'));
  truncateSync(path, size);
}

describe('what cannot be read is said once, counted, and the scan goes on', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test.each([
    ['binary.py', new Uint8Array([0, 1, 2]), 'The file is binary, not text.'],
    ['broken.ipynb', '{"cells": [', 'The notebook is not valid JSON.'],
    ['empty.ipynb', '{}', 'The notebook has no list of cells.'],
    ['latin.py', latin('# é\n'), 'The file is not valid UTF-8, and declares no other encoding.'],
    ['klingon.py', '# coding: klingon\n', 'The file declares the encoding klingon, which is not known.'],
  ])('%s', (path, content, reason) => {
    const name = project({ 'model.py': model, [path]: content });
    expect(skippedIn(name)).toEqual({ status: 2, lines: ['Skipped 1 path', `  ${name}/${path}: ${reason}`] });
  });

  test('a file of 2 GB, without being read', () => {
    const name = project({ 'model.py': model });
    sparse(join(room, name, 'huge.py'), 2 * 1024 ** 3 + 1);
    expect(skippedIn(name)).toEqual({ status: 2, lines: ['Skipped 1 path', `  ${name}/huge.py: The file is larger than 32 MB.`] });
  });

  test.skipIf(process.platform === 'win32')('links that go in a circle', () => {
    const name = project({ 'model.py': model, 'sub/.keep': '' });
    symlinkSync('b.py', join(room, name, 'a.py'));
    symlinkSync('a.py', join(room, name, 'b.py'));
    symlinkSync('..', join(room, name, 'sub', 'up'));
    const reason = 'Its symbolic links go in a circle.';
    expect(skippedIn(name)).toEqual({ status: 2, lines: ['Skipped 3 paths', ...['a.py', 'b.py', 'sub/up'].map((path) => `  ${name}/${path}: ${reason}`)] });
  });

  test('a path that is not there, and one that is named twice', () => {
    const name = project({ 'model.py': model });
    const gone = `${name}/gone.py`;
    expect(skippedIn(name, gone, gone, `./${gone}`)).toEqual({ status: 2, lines: ['Skipped 1 path', `  ${gone}: There is no such file or folder.`] });
  });

  test.skipIf(process.platform === 'win32')('a stream without end', () => {
    const name = project({ 'model.py': model });
    expect(skippedIn(name, '/dev/zero')).toEqual({ status: 2, lines: ['Skipped 1 path', '  /dev/zero: The file is larger than 32 MB.'] });
  });

  test.skipIf(process.platform === 'win32')('what permission is denied for', () => {
    const name = project({ 'model.py': model, 'secret.py': model, 'closed/a.py': model, 'closed.json': '{"hidden_act": "gelu"}' });
    for (const path of ['secret.py', 'closed', 'closed.json']) chmodSync(join(room, name, path), 0);
    // Root may read everything, so there the program is run by nobody.
    chmodSync(room, 0o755);
    const { stdout, stderr, status } = runWith(process.getuid?.() === 0 ? { uid: 65534 } : {}, 'scan', name);
    chmodSync(join(room, name, 'closed'), 0o700);
    const lines = ['closed', 'closed.json', 'secret.py'].map((path) => `  ${name}/${path}: Permission to read it is denied.\n`);
    expect({ stderr, status }).toEqual({ stderr: `Skipped 3 paths\n${lines.join('')}`, status: 2 });
    expect(stdout).toContain('3 activations in 1 of 1 file');
  });

  test.each([
    ['EACCES', 'Permission to read it is denied.'], ['EPERM', 'Permission to read it is denied.'], ['ENOENT', 'There is no such file or folder.'],
    ['ENAMETOOLONG', 'The path is too long.'], ['EIO', 'It cannot be read (EIO).'],
  ])('what the system calls %s', (code, reason) => {
    const outcome = attempt(() => { throw Object.assign(new Error(code), { code }); });
    expect(isFailure(outcome) && outcome.reason).toBe(reason);
  });

  test('in every format, and not with --quiet', () => {
    const name = project({ 'binary.py': new Uint8Array([0]) });
    const reason = 'The file is binary, not text.';
    for (const format of ['json', 'jsonl', 'sarif', 'csv', 'markdown']) {
      expect(run('scan', name, '--format', format)).toMatchObject({ status: 2, stderr: `Skipped 1 path\n  ${name}/binary.py: ${reason}\n` });
    }
    expect(run('scan', name, '--quiet')).toEqual({ status: 2, stdout: '', stderr: '' });
    expect(reportsOf(name)).toEqual([{ path: `${name}/binary.py`, language: 'python', usages: [], findings: [], error: reason }]);
  });
});

test('files of other encodings are read', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(model, 'utf16le')]);
  const name = project({ 'utf16.py': utf16, 'latin.py': Buffer.from(`# coding: latin-1\n# é\n${model}`, 'latin1'), 'mark.py': `\uFEFF${model}` });
  expect(reportsOf(name).map(({ usages, error }) => [usages.length, error])).toEqual([[3, null], [3, null], [3, null]]);
});

test('deep folders and long names end the scan of nothing', () => {
  const name = project({ 'model.py': model });
  const deep = join(room, name, ...Array.from({ length: 300 }, () => 'd'));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'a.py'), model);
  expect(reportsOf(name)).toHaveLength(2);
  expect(runWith({}, 'scan', `${'x'.repeat(5000)}.py`).stderr).toContain('The path is too long.');
});
