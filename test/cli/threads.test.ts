/** A scan on several threads is the scan on one, only sooner. */
import { build, type Plugin } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../../src/cli/formats/formats';
import { newPace } from '../../src/cli/threads/pace';
import { terminal } from '../rig/bundles.mjs';
import { model, notebook, project, room, run, runWith, twoFaults } from './program';

const faulty = twoFaults.replace('self.', 'other.');
const files = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`pkg${i % 7}/f${i}.py`, [model, faulty, '', 'x = 1\n', model.repeat(40)][i % 5] ?? '']));
const mixed = project({
  ...files,
  'a.ipynb': notebook, 'broken.ipynb': '{', 'binary.py': new Uint8Array([0, 1]), 'config.json': '{"hidden_act": "gelu_new", "model_type": "bert"}', 'data.json': '{"a": 1}',
  'activation-lens.toml': 'preset = "loud"\nexclude = ["pkg6/"]\n', 'pkg3/activation-lens.toml': 'rules = { softmax-dim-missing = "shout" }\n',
});

describe('several threads write what one writes', () => {
  test.each(formatNames.map((format) => ['--format', format]))('%s %s', (...words) => {
    const one = run('scan', mixed, ...words, '--threads', '1');
    expect(one.status).toBe(2);
    expect(one.stdout).toContain('gelu');
    expect(run('scan', mixed, ...words, '--threads', '4')).toEqual(one);
  });

  test.each([[['--no-findings']], [['--findings-only', '--preset', 'teaching']], [['--fix-dry-run']]])('%s', (words) => {
    expect(run('scan', mixed, ...words, '-j', '3')).toEqual(run('scan', mixed, ...words, '-j', '1'));
  });

  test('of a list, in its order', () => {
    const input = Object.keys(files).reverse().map((path) => `${mixed}/${path}`).join('\n');
    const listed = (threads: string) => runWith({ input }, 'scan', '--files-from', '-', '--format', 'jsonl', '-j', threads);
    expect(listed('1').stdout.split('\n')[0]).toContain('f59.py');
    expect(listed('4')).toEqual(listed('1'));
  });

  test('with standard input among the files', () => {
    const scanned = (threads: string) => runWith({ input: model }, 'scan', `${mixed}/pkg0`, '-', `${mixed}/pkg1`, '--format', 'json', '-j', threads);
    expect(JSON.parse(scanned('1').stdout).filter(({ path }: { path: string }) => path === '-')).toMatchObject([{ error: null, usages: { length: 3 } }]);
    expect(scanned('4')).toEqual(scanned('1'));
  });

  test('of nothing', () => {
    const empty = project({});
    expect(run('scan', empty, '-j', '4')).toEqual(run('scan', empty, '-j', '1'));
  });
});

test('a thread that ends before its time costs the file that it was at', async () => {
  const fragile = join(import.meta.dirname, 'fragile.ts');
  const brittle: Plugin = {
    name: 'brittle',
    setup: ({ onResolve }) => onResolve({ filter: /\/reports\/reportPython$/ }, ({ importer }) => (importer === fragile ? undefined : { path: fragile })),
  };
  const outdir = join(room, 'fragile');
  await build({ ...terminal, outdir, outExtension: { '.js': '.mjs' }, plugins: [brittle] });
  const name = project({ 'a.py': `${model}# waits\n`, 'b.py': `${model}# ends\n`, 'c.py': model, 'd.py': model });
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(outdir, 'cli.mjs'), 'scan', name, '-j', '2'], {
    cwd: room, encoding: 'utf8', env: { ...process.env, ENDED: join(room, 'ended') },
  });
  expect(stderr).toBe(`Skipped 1 path\n  ${name}/b.py: The thread that read it ended (without a word).\n`);
  expect(stdout).toContain('9 activations in 3 of 3 files');
  expect(status).toBe(2);
});

test.each(['0', '-1', 'many', '1.5', '100000', ''])('--threads %s is refused', (threads) => {
  expect(run('scan', mixed, `--threads=${threads}`)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--threads takes auto or a number from 1 to 64') });
});

describe('threads are started for work that is worth it', () => {
  /** Milliseconds that each file took, how many are left, and the threads beside this one. */
  test.each<[string, number[], number, number]>([
    ['none before a file was read', [], 1000, 0],
    ['none where all has been quick', [1, 0, 1, 0, 2], 1000, 0],
    ['none where little is left', [100, 40], 3, 0],
    ['one where it has something to share', [100, 40], 6, 1],
    ['many where there is much', [100, 40, 100], 1000, 266],
  ])('%s', (_, taken, left, threads) => {
    let time = 5;
    const pace = newPace(() => time);
    for (const each of taken) {
      time += 1000;
      pace.begin();
      time += each;
      pace.end();
    }
    expect(pace.threadsFor(left)).toBe(threads);
  });
});
