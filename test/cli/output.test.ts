import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { writerTo } from '../../src/cli/output';
import { pathsIn } from '../../src/cli/pieces';
import { progressOn } from '../../src/cli/progress';

/** A stream that takes one piece and then waits until it is told to go on. */
function slowStream() {
  const proceed: (() => void)[] = [];
  const stream = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => { proceed.push(done); } });
  return { stream, proceed: () => proceed.shift()?.() };
}

describe('output', () => {
  test('waits for a reader that is slower', async () => {
    const { stream, proceed } = slowStream();
    let isWritten = false;
    const writing = writerTo(stream, new AbortController().signal)('a report').then(() => { isWritten = true; });
    await new Promise(setImmediate);
    expect(isWritten).toBe(false);
    proceed();
    await writing;
    expect(isWritten).toBe(true);
    expect(stream.listenerCount('drain')).toBe(0);
  });

  test('waits no longer once it is told to stop', async () => {
    const { stream } = slowStream();
    const controller = new AbortController();
    const writing = writerTo(stream, controller.signal)('a report');
    controller.abort();
    await writing;
  });
});

describe('a list that comes in pieces', () => {
  async function* chunked(text: string, size: number) {
    const bytes = Buffer.from(text);
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const paths = ['a.py', 'ä b.py', 'c/d.py', `${'x'.repeat(5000)}.py`];
  test.each([1, 2, 3, 7, 4096, 100_000])('of %i bytes', async (size) => {
    for (const separator of ['\n', '\0', '\r\n']) {
      const found: string[] = [];
      for await (const path of pathsIn(chunked(paths.join(separator), size))) found.push(path);
      expect(found).toEqual(paths);
    }
  });
});

describe('progress', () => {
  let time = 0;
  const shown = (isTTY: boolean, env = {}) => {
    time = 0;
    const pieces: string[] = [];
    return { pieces, progress: progressOn({ isTTY, columns: 60, write: (text) => pieces.push(text) }, env, () => time) };
  };

  test('is a bar on a terminal, and gone at the end', () => {
    const { pieces, progress } = shown(true);
    progress.done(1, 2000);
    time = 1000;
    progress.found(1500);
    time = 2000;
    progress.done(500, 2000);
    progress.done(501, 2000);
    time = 3000;
    progress.done(7, undefined);
    progress.clear();
    progress.clear();
    expect(pieces).toEqual([
      '\rLooking for files: 1,500\u001b[K', `\r${'█'.repeat(6)}${'░'.repeat(18)}  25 %  500 of 2,000 files\u001b[K`, '\r7 files\u001b[K', '\r\u001b[K',
    ]);
  });

  test.each([[false, {}], [true, { TERM: 'dumb' }], [true, { CI: 'true' }]])('is not there without one (%j, %j)', (isTTY, env) => {
    const { pieces, progress } = shown(isTTY, env);
    time = 1e6;
    progress.done(1, 2);
    progress.clear();
    expect(pieces).toEqual([]);
  });
});
