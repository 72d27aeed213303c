/** The recipe of the README for many processes, run as it stands there. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { model, notebook, program, project, room, runWith } from './program';

const isThere = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU parallel') === true;

/** A machine that has the program installed. */
function withProgram(): Record<string, string> {
  const bin = join(room, 'bin');
  mkdirSync(bin, { recursive: true });
  chmodSync(program, 0o755);
  symlinkSync(program, join(bin, 'activation-lens'));
  return { ...process.env as Record<string, string>, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
}

test.skipIf(!isThere)('GNU parallel finds what one process finds', () => {
  const name = project({ 'notes.ipynb': notebook, 'broken.ipynb': '{' });
  for (let i = 0; i < 400; i++) writeFileSync(join(room, name, `a file ${i}.py`), model.repeat(i % 7));
  const list = `find ${name} \\( -name '*.py' -o -name '*.ipynb' \\) -print0`;
  const recipe = `${list} | parallel --pipe --recend '\\0' --block 4k --keep-order activation-lens scan --files-from - --format jsonl --quiet`;
  const { stdout, stderr } = spawnSync('bash', ['-c', recipe], { cwd: room, encoding: 'utf8', env: { ...withProgram(), HOME: room }, maxBuffer: 2 ** 30 });
  const single = runWith({ input: spawnSync('bash', ['-c', list], { cwd: room }).stdout }, 'scan', '--files-from', '-', '--format', 'jsonl', '--quiet');
  expect(stderr).not.toContain('Error');
  expect(single.stdout.split('\n')).toHaveLength(403);
  expect(stdout).toBe(single.stdout);
});
