// In the editor: from an edit of a 10,000-line file to its fresh usages, on one thread.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { corpusOf } from './corpus.mjs';
import { say } from './report.mjs';
import { figure, percentile, table } from './table.mjs';

const LINES = 10_000;
const EDITS = 400;

async function loadAnalysis() {
  const folder = mkdtempSync(join(tmpdir(), 'activation-lens-bench-'));
  const outfile = join(folder, 'analyze.mjs');
  const contents = "export { analyze } from './analyze'; export { mayUseActivations } from './prefilter';";
  const resolveDir = new URL('../../src/usages', import.meta.url).pathname;
  await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, minify: true, format: 'esm', outfile, logLevel: 'error' });
  const analysis = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return analysis;
}

/** One text of so many lines out of files that use activations, as long real files do. */
function longText(mayUseActivations, paths) {
  const lines = [];
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (!mayUseActivations(text)) continue;
    lines.push(...text.split('\n'));
    if (lines.length >= LINES) break;
  }
  return lines.slice(0, LINES).join('\n');
}

/** A person types a word at one place after another: each edit changes the text by one character. */
function* edits(text) {
  const word = 'nn.GELU() ';
  for (let i = 0; i < EDITS; i++) {
    const at = text.indexOf('\n', ((i * 7919) % 9973) / 9973 * text.length) + 1;
    yield text.slice(0, at) + word.slice(0, 1 + (i % word.length)) + text.slice(at);
  }
}

export async function bench() {
  const { analyze, mayUseActivations } = await loadAnalysis();
  const text = longText(mayUseActivations, corpusOf(100).paths);
  const times = [];
  for (const edited of edits(text)) {
    const begin = performance.now();
    analyze(edited, { path: 'model.py' });
    times.push(performance.now() - begin);
  }
  const warm = times.slice(20);
  const row = ['from edit to usages', ...[0.5, 0.99, 1].map((share) => figure(percentile(warm, share))), figure(times[0])];
  say(`${text.split('\n').length} lines, ${(text.length / 1000).toFixed(0)} kB, ${EDITS} edits\n`);
  say(table(['', 'p50 ms', 'p99 ms', 'largest ms', 'first ms'], [row]));
}
