import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/reports/analyze';
import { model, notebook, project, reportsOf, room, run, runWith, start } from './program';

const pathsOf = (...words: string[]): string[] => reportsOf(...words).map(({ path }) => path);

describe('a list of files', () => {
  const name = project({ 'a.py': model, 'b c.py': model, 'd/e.py': model, 'naïve.py': model });
  const listed = [`${name}/a.py`, `${name}/b c.py`, `${name}/d`, `${name}/naïve.py`];
  const found = [`${name}/a.py`, `${name}/b c.py`, `${name}/d/e.py`, `${name}/naïve.py`];

  test.each([
    ['by line', listed.join('\n')],
    ['by line with a last line end', `${listed.join('\n')}\n\n`],
    ['by line as Windows writes it', `\uFEFF${listed.join('\r\n')}\r\n`],
    ['by NUL', `${listed.join('\0')}\0`],
    ['by NUL, with duplicates', [...listed, ...listed].join('\0')],
  ])('is separated %s', (_what, list) => {
    writeFileSync(join(room, 'list'), list);
    expect(pathsOf('--files-from', 'list')).toEqual(found);
    const { stdout, status } = runWith({ input: list }, 'scan', '--files-from', '-', '--format', 'jsonl');
    expect(stdout.trim().split('\n').map((line) => JSON.parse(line).path)).toEqual(found);
    expect(status).toBe(0);
  });

  test('may hold a line end in a name when it is separated by NUL', () => {
    const odd = project({ 'a\nb.py': model });
    const { stdout } = runWith({ input: `${odd}/a\nb.py\0` }, 'scan', '--files-from', '-', '--format', 'jsonl');
    expect(JSON.parse(stdout)).toMatchObject({ path: `${odd}/a\nb.py`, error: null });
  });

  test('that is missing is said to be', () => {
    expect(run('scan', '--files-from', 'nowhere')).toMatchObject({ status: 2, stderr: 'Skipped 1 path\n  nowhere: There is no such file or folder.\n' });
  });
});

describe('standard input', () => {
  test.each([['--stdin-filename', 'x.py', model], ['--path', 'x.ipynb', notebook]])('has the name given by %s', (option, path, text) => {
    const { stdout, status } = runWith({ input: text }, 'scan', '-', option, path, '--format', 'json');
    expect(JSON.parse(stdout)).toEqual([analyze(text, { path })]);
    expect(status).toBe(0);
  });

  test('is Python where nothing is said of it', () => {
    expect(runWith({ input: model }, 'scan', '-').stdout).toContain('-:6:23   LeakyReLU');
  });

  test('is refused where it is no text', () => {
    expect(runWith({ input: new Uint8Array([0, 1]) }, 'scan', '-')).toMatchObject({ status: 2, stderr: 'Skipped 1 path\n  -: The file is binary, not text.\n' });
  });
});

describe('requests by line', () => {
  test('are answered one by one, whatever they are', () => {
    const name = project({ 'a.py': model });
    const requests = [
      JSON.stringify({ path: 'x.py', text: model }), JSON.stringify({ path: `${name}/a.py` }), '{broken',
      JSON.stringify({ path: 'y.ipynb', text: notebook }), '3', JSON.stringify({ text: `${model}# \u2028` }), JSON.stringify({ path: 'gone.py' }), JSON.stringify({ path: name }),
    ];
    const { stdout, status } = runWith({ input: requests.join('\n') }, 'scan', '--input', 'jsonl', '--quiet');
    const broken = { path: '', language: 'python', usages: [], findings: [], error: 'The line is no JSON object with a path or a text.' };
    expect(stdout.trimEnd().split('\n').map((line) => JSON.parse(line))).toEqual([
      analyze(model, { path: 'x.py' }), analyze(model, { path: `${name}/a.py` }), broken, analyze(notebook, { path: 'y.ipynb' }), broken,
      analyze(model), { ...broken, path: 'gone.py', error: 'There is no such file or folder.' }, { ...broken, path: name, error: 'It is a folder.' },
    ]);
    expect(status).toBe(2);
  });

  test('are answered before the next one comes', async () => {
    const child = start('scan', '--input', 'jsonl');
    const answers: string[] = [];
    for (const path of ['one.py', 'two.py']) {
      child.stdin?.write(`${JSON.stringify({ path, text: model })}\n`);
      answers.push(await new Promise<string>((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk)))));
    }
    child.stdin?.end();
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(answers.map((line) => JSON.parse(line).path)).toEqual(['one.py', 'two.py']);
    expect(status).toBe(0);
  });
});

describe('patterns', () => {
  const name = project({ 'a.py': model, 'sub/b.py': model, 'sub/deep/c.ipynb': notebook, 'sub/data.txt': model, '[x].py': model });
  test.each([
    ['*.py', ['[x].py', 'a.py']],
    ['**/*.py', ['[x].py', 'a.py', 'sub/b.py']],
    ['**/{b,c}.*', ['sub/b.py', 'sub/deep/c.ipynb']],
    ['s*', ['sub/b.py', 'sub/deep/c.ipynb']],
    ['[x].py', ['[x].py']],
  ])('%s', (pattern, expected) => {
    expect(pathsOf(`${name}/${pattern}`)).toEqual(expected.map((path) => `${name}/${path}`));
  });

  test('that nothing fits are said to be', () => {
    expect(run('scan', `${name}/*.cpp`)).toMatchObject({ status: 2, stderr: `Skipped 1 path\n  ${name}/*.cpp: No file fits this pattern.\n` });
  });

  test('leave files out', () => {
    expect(pathsOf(name, '--exclude', 'deep/', '--exclude', `/${name}/a.*`)).toEqual([`${name}/[x].py`, `${name}/sub/b.py`]);
    expect(pathsOf(name, `${name}/a.py`, '--exclude', '*.py')).toEqual([`${name}/sub/deep/c.ipynb`]);
  });
});

describe('.gitignore', () => {
  const files = {
    '.gitignore': 'build/\n*.gen.py\n', 'a.py': model, 'x.gen.py': model, 'build/b.py': model, 'pkg/build/c.py': model,
    'pkg/.gitignore': '!keep.gen.py\n/local.py\n', 'pkg/keep.gen.py': model, 'pkg/local.py': model, 'pkg/sub/local.py': model,
  };
  const kept = ['a.py', 'pkg/keep.gen.py', 'pkg/sub/local.py'];

  test('is heeded in every folder', () => {
    const name = project(files);
    expect(pathsOf(name)).toEqual(kept.map((path) => `${name}/${path}`));
    expect(pathsOf(name, '--no-ignore')).toHaveLength(7);
    expect(pathsOf(`${name}/x.gen.py`)).toEqual([`${name}/x.gen.py`]);
  });

  test('is heeded from the repository around, but for a folder that is named', () => {
    const name = project(files);
    mkdirSync(join(room, name, '.git', 'info'), { recursive: true });
    writeFileSync(join(room, name, '.git', 'info', 'exclude'), 'sub/\n');
    expect(pathsOf(`${name}/pkg`)).toEqual([`${name}/pkg/keep.gen.py`]);
    expect(pathsOf(`${name}/build`)).toEqual([`${name}/build/b.py`]);
  });

  test('leaves out what git leaves out', () => {
    const name = project(files);
    const git = (...words: string[]): string => execFileSync('git', words, { cwd: join(room, name), encoding: 'utf8' });
    git('init', '-q');
    const listed = git('ls-files', '--others', '--exclude-standard').trim().split('\n').filter((path) => path.endsWith('.py'));
    expect(pathsOf(name)).toEqual(listed.sort().map((path) => `${name}/${path}`));
  });
});
