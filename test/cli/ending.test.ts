import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { model, program, project, room, start } from './program';

/** A folder that takes a while. */
const many = project({});
mkdirSync(join(room, many, 'files'));
for (let i = 0; i < 3000; i++) writeFileSync(join(room, many, 'files', `f${i}.py`), model.repeat(20));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Sends a signal once the program has written of two files. */
function endedBy(signal: NodeJS.Signals, ...words: string[]): Promise<Ended> {
  const child = start('scan', ...words);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
    if (!child.killed && stdout.includes('/f1.py')) child.kill(signal);
  });
  child.stderr?.on('data', (chunk) => { stderr += chunk; });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

describe.skipIf(process.platform === 'win32')('Ctrl+C ends a scan with what was found', () => {
  test.each(['1', '3', 'auto'])('as JSON that is whole, on %s threads', async (threads) => {
    const { code, stdout, stderr } = await endedBy('SIGINT', many, '--format', 'json', '--threads', threads);
    expect(code).toBe(130);
    const reports = JSON.parse(stdout);
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.length).toBeLessThan(3000);
    expect(stderr).toBe('Interrupted: not everything was looked at.\n');
  });

  test('as SARIF that says so', async () => {
    const { code, stdout } = await endedBy('SIGINT', many, '--format', 'sarif');
    expect(code).toBe(130);
    expect(JSON.parse(stdout).runs[0].invocations[0]).toMatchObject({ executionSuccessful: false });
  });

  test('as text with a summary', async () => {
    const { code, stdout } = await endedBy('SIGTERM', many);
    expect(code).toBe(143);
    expect(stdout).toMatch(/\d+ activations in \d+ of \d+ files\. Interrupted: there may be more\.\n/);
  });

  test('while it waits for input', async () => {
    const child = start('scan', '--input', 'jsonl');
    child.stdin?.write(`${JSON.stringify({ path: 'a.py', text: model })}\n`);
    child.stdout?.once('data', () => child.kill('SIGINT'));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  });
});

test.skipIf(process.platform === 'win32')('a reader that has seen enough ends it quietly', async () => {
  const child = spawn('bash', ['-c', `set -o pipefail; "${process.execPath}" "${program}" scan ${many} --format jsonl | head -n 1 | cut -c1-8`], { cwd: room });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => { stdout += chunk; });
  child.stderr.on('data', (chunk) => { stderr += chunk; });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{"path":\n', stderr: '' });
});
