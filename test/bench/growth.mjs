// How time and memory of a scan grow with what is scanned: the corpus in part, whole, and repeated.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from '../rig/setup.mjs';
import { dist } from '../rig/paths.mjs';
import { corpusOf } from './corpus.mjs';
import { secondsOf } from './processes.mjs';
import { say } from './report.mjs';
import { figure, median, table } from './table.mjs';

/** Megabytes, and how often each is scanned: what takes minutes is told well enough by one turn. */
const SIZES = [{ size: 1, rounds: 5 }, { size: 10, rounds: 3 }, { size: 100, rounds: 1 }, { size: 1000, rounds: 1 }];
const measured = new URL('./measured.mjs', import.meta.url).href;

/** Files of `megabytes` in total, spread over the corpus; once it is used up it is taken again under other names. */
function fill(folder, paths, megabytes) {
  let bytes = 0;
  // A step that is prime to the number of files visits each once before any twice.
  const step = paths.length % 7919 === 0 ? 1 : 7919;
  for (let i = 0; bytes < megabytes * 1e6; i++) {
    const source = paths[(i * step) % paths.length];
    const below = join(folder, String(i >> 8));
    mkdirSync(below, { recursive: true });
    copyFileSync(source, join(below, `${i}.py`));
    bytes += statSync(source).size;
  }
  return bytes / 1e6;
}

function scan(folder) {
  const peak = join(folder, 'peak');
  const args = ['--import', measured, join(dist, 'cli.js'), 'scan', join(folder, 'files'), '--format', 'jsonl', '--no-cache'];
  const seconds = secondsOf({ program: process.execPath, args, codes: [0, 1, 2], env: { PEAK_MEMORY: peak } });
  return { seconds, peak: Number(readFileSync(peak, 'utf8')) };
}

function rowFor(paths, { size, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'activation-lens-bench-'));
  mkdirSync(join(folder, 'files'));
  const megabytes = fill(join(folder, 'files'), paths, size);
  const runs = Array.from({ length: rounds }, () => scan(folder));
  rmSync(folder, { recursive: true });
  const seconds = median(runs.map((run) => run.seconds));
  return [`${figure(megabytes)} MB`, figure(seconds), figure(megabytes / seconds), figure(Math.max(...runs.map(({ peak }) => peak)))];
}

export async function bench() {
  await buildAll();
  const { paths } = corpusOf();
  say('Median of the time, largest peak of resident memory\n');
  say(table(['scanned', 'seconds', 'MB/s', 'peak MB'], SIZES.map((each) => rowFor(paths, each))));
}
