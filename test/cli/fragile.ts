/** Stands for `reports/reportPython` in a program whose threads end before their time. */
import { existsSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { reportPython as report, type PythonReport } from '../../src/reports/reportPython';
import type { RuleSettings } from '../../src/rules/settings';

const mark = process.env['ENDED'] ?? '';
const patience = 30_000;

export function reportPython(text: string, path: string, settings?: RuleSettings): PythonReport {
  if (text.includes('# waits') && isMainThread) waitForMark();
  if (text.includes('# ends') && !isMainThread) {
    writeFileSync(mark, '');
    process.exit(3);
  }
  return report(text, path, settings);
}

/** Without hearing anything meanwhile, so that this thread takes no other file. */
function waitForMark(): void {
  const cell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  for (const end = Date.now() + patience; !existsSync(mark) && Date.now() < end;) Atomics.wait(cell, 0, 0, 10);
}
