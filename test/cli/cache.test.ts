/** What is kept between scans, and that it is never said of anything else. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { model, notebook, project, room, run, runWith, twoFaults, type Outcome } from './program';

let folders = 0;
function newFolder(): string {
  return `kept${folders++}`;
}

function entriesOf(cache: string): string[] {
  const parts = readdirSync(join(room, cache)).filter((name) => name.length === 2);
  return parts.flatMap((part) => readdirSync(join(room, cache, part)).map((name) => join(room, cache, part, name)));
}

/** Of how many files something is kept. */
function countKept(cache: string): number {
  return entriesOf(cache).reduce((sum, path) => sum + JSON.parse(readFileSync(path, 'utf8')).length, 0);
}

/** What a scan says when it is given what was kept, in which each answer has been given another activation, so that a recalled one is known. */
function rewrite(cache: string): void {
  for (const path of entriesOf(cache)) writeFileSync(path, readFileSync(path, 'utf8').replaceAll('leaky-relu', 'recalled'));
}

function scanned(name: string, cache: string, ...options: string[]): Outcome {
  return run('scan', name, '--format', 'jsonl', '--cache', cache, ...options);
}

function hasRecalled({ stdout }: Outcome): boolean {
  return stdout.includes('"recalled"');
}

describe('a scan with --cache', () => {
  test('says what a scan without it says, at first and again', () => {
    const name = project({ 'a.py': model, 'b.ipynb': notebook, 'c/config.json': '{"hidden_act": "gelu"}', 'c/data.json': '{"a": 1}', 'broken.ipynb': '{', 'two.py': twoFaults });
    const cache = newFolder();
    for (const threads of ['1', '2']) {
      const plain = run('scan', name, '--format', 'jsonl', '-j', threads);
      expect(plain.stdout.split('\n')).toHaveLength(6);
      expect([scanned(name, cache, '-j', threads), scanned(name, cache, '-j', threads)]).toEqual([plain, plain]);
    }
  });

  test('reads again what has changed, and nothing else', () => {
    const name = project({ 'a.py': model, 'b.py': model });
    const cache = newFolder();
    scanned(name, cache);
    rewrite(cache);
    writeFileSync(join(room, name, 'a.py'), `${model}\nother = nn.GELU()\n`);
    const [a = '', b = ''] = scanned(name, cache).stdout.split('\n');
    expect([a.includes('leaky-relu'), a.includes('recalled'), b.includes('leaky-relu'), b.includes('recalled')]).toEqual([true, false, false, true]);
  });

  test.each<[what: string, options: readonly string[]]>([
    ['the preset', ['--preset', 'teaching']],
    ['a rule', ['--rule', 'softmax-dim-missing=off']],
    ['whether there are findings', ['--no-findings']],
  ])('reads all again where %s is another', (_, options) => {
    const name = project({ 'a.py': model });
    const cache = newFolder();
    scanned(name, cache);
    rewrite(cache);
    expect([hasRecalled(scanned(name, cache)), hasRecalled(scanned(name, cache, ...options))]).toEqual([true, false]);
  });

  test('reads all again where the project decides otherwise, or a file has another name', () => {
    const name = project({ 'a.py': model });
    const cache = newFolder();
    scanned(name, cache);
    rewrite(cache);
    writeFileSync(join(room, name, 'activation-lens.toml'), 'rules = { softmax-dim-missing = "off" }\n');
    expect(hasRecalled(scanned(name, cache))).toBe(false);
    rewrite(cache);
    renameSync(join(room, name, 'a.py'), join(room, name, 'test_a.py'));
    expect(hasRecalled(scanned(name, cache))).toBe(false);
  });

  test('keeps nothing of what had to be skipped', () => {
    const name = project({ 'broken.ipynb': '{', 'folder.py': '' });
    const cache = newFolder();
    expect(run('scan', join(name, 'gone.py'), name, '--cache', cache).status).toBe(2);
    expect(countKept(cache)).toBe(1);
  });

  test('does without an answer that is no longer whole', () => {
    const name = project({ 'a.py': model });
    const cache = newFolder();
    const first = scanned(name, cache);
    for (const path of entriesOf(cache)) writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));
    expect(scanned(name, cache)).toEqual(first);
    for (const path of entriesOf(cache)) writeFileSync(path, '5');
    expect(scanned(name, cache)).toEqual(first);
  });

  test('forgets folders that nobody asked for in a month, and none that was asked for', () => {
    const name = project({ 'a/a.py': model, 'b/b.ipynb': notebook });
    const cache = newFolder();
    scanned(name, cache);
    const monthsAgo = new Date(Date.now() - 100 * 24 * 60 * 60 * 1000);
    const age = (): void => [...entriesOf(cache), join(room, cache, 'CACHEDIR.TAG')].forEach((path) => utimesSync(path, monthsAgo, monthsAgo));
    age();
    scanned(name, cache);
    expect(entriesOf(cache).map((path) => statSync(path).mtimeMs > monthsAgo.getTime())).toEqual([true, true]);
    age();
    rmSync(join(room, name, 'b/b.ipynb'));
    writeFileSync(join(room, name, 'a/c.py'), model);
    scanned(name, cache);
    expect([entriesOf(cache).length, countKept(cache)]).toEqual([1, 2]);
  });

  test('fixes what an earlier scan found', () => {
    const name = project({ 'a.py': twoFaults });
    const cache = newFolder();
    scanned(name, cache);
    const fixed = run('scan', name, '--cache', cache, '--fix');
    expect(fixed.stderr).toContain('Fixed');
    expect(scanned(name, cache).stdout).toBe(run('scan', name, '--format', 'jsonl').stdout);
  });

  test('leaves a folder alone that holds anything else', () => {
    const name = project({ 'a.py': model });
    const { status, stderr, stdout } = run('scan', name, '--cache', name);
    expect({ status, stderr, stdout }).toEqual({ status: 2, stdout: '', stderr: `--cache ${name}: It holds files that no scan has put there.\n` });
    expect(readdirSync(join(room, name))).toEqual(['a.py']);
    expect(run('scan', name, '--cache', join(name, 'a.py')).stderr).toBe(`--cache ${join(name, 'a.py')}: It is no folder that can be written to.\n`);
  });

  test('is known to backup programs and to git, and not scanned itself', () => {
    const name = project({ 'a.py': model });
    const cache = join(name, 'kept');
    scanned(name, cache);
    expect(readFileSync(join(room, cache, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/);
    expect(existsSync(join(room, cache, '.gitignore'))).toBe(true);
    expect(run('scan', name, '--no-ignore', '--format', 'jsonl').stdout.split('\n')).toHaveLength(2);
  });

  test('takes no requests', () => {
    expect(run('scan', '--input', 'jsonl', '--cache', newFolder())).toEqual({ status: 2, stdout: '', stderr: '--cache keeps what is found in files, not in --input jsonl.\nTry: activation-lens --help\n' });
  });
});

describe('a scan without options', () => {
  const usual = join('usual', 'activation-lens');
  const again = (name: string, ...options: string[]): Outcome => run('scan', name, '--format', 'jsonl', ...options);
  /** Nothing is kept of files that have just been written, since another change might show the same time. */
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2100));

  beforeEach(() => rmSync(join(room, usual), { recursive: true, force: true }));

  test('reads what is as it was once, whatever else is asked for', async () => {
    const name = project({ 'a.py': model, 'b.py': model, 'c/config.json': '{"hidden_act": "gelu"}' });
    await settled();
    const first = again(name);
    expect([again(name), again(name, '--no-cache'), countKept(usual)]).toEqual([first, first, 3]);
    rewrite(usual);
    expect([again(name), again(name, '--no-cache'), again(`./${name}`), again(name, '--no-findings')].map(hasRecalled)).toEqual([true, false, false, false]);
  });

  test('reads a file again that changed, even where it looks as long and as old as it was', async () => {
    const name = project({ 'a.py': model });
    const path = join(room, name, 'a.py');
    const before = new Date('2026-01-02T03:04:05Z');
    utimesSync(path, before, before);
    await settled();
    again(name);
    rewrite(usual);
    writeFileSync(path, model.replace('LeakyReLU', 'ReLUReLUx'));
    utimesSync(path, before, before);
    await settled();
    expect(hasRecalled(again(name))).toBe(false);
  });

  test('keeps nothing of a file that was written just now', () => {
    again(project({ 'a.py': model }));
    expect(countKept(usual)).toBe(0);
  });

  test('reads all again where the program is another', async () => {
    const name = project({ 'a.py': model });
    await settled();
    again(name);
    rewrite(usual);
    const part = join(room, 'cli', 'another.js');
    writeFileSync(part, '');
    expect(hasRecalled(again(name))).toBe(false);
    rmSync(part);
  });

  test('does without where nothing can be kept', async () => {
    const name = project({ 'a.py': model, none: '' });
    await settled();
    const place = join(room, name, 'none');
    expect(runWith({ env: { XDG_CACHE_HOME: place, LOCALAPPDATA: place, HOME: place } }, 'scan', name, '--format', 'jsonl')).toEqual(again(name));
  });

  test('has one place at most', () => {
    expect(run('scan', '.', '--cache', 'kept', '--no-cache').stderr).toBe('Say --cache or --no-cache.\nTry: activation-lens --help\n');
  });
});
