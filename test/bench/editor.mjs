// In the editor: from an edit of a file to its fresh usages, on one thread; of a file of ordinary size, and of a very long one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { corpusOf } from './corpus.mjs';
import { say } from './report.mjs';
import { figure, percentile, table } from './table.mjs';

const LENGTHS = [1000, 10_000];
const EDITS = 400;

async function loadAnalysis() {
  const folder = mkdtempSync(join(tmpdir(), 'activation-lens-bench-'));
  const outfile = join(folder, 'analyze.mjs');
  const contents = "export { analyze } from './analyze'; export { EditedText } from './edited/editedText';";
  const resolveDir = fileURLToPath(new URL('../../src/usages', import.meta.url));
  await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, minify: true, format: 'esm', outfile, logLevel: 'error' });
  const analysis = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return analysis;
}

/** Told by fixed words, so that each version gets the same text. */
const names = /relu|gelu|silu|swish|sigmoid|softmax|tanh|act_layer/i;

/** One text of about so many lines out of files that use activations, as long real files do. */
function longText(paths, length) {
  const lines = [];
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (!names.test(text)) continue;
    lines.push(...text.split('\n'));
    if (lines.length >= length) break;
  }
  // Cut inside of a string or of brackets, it would be a text that is read anew as a whole until they are closed.
  const end = lines.findLastIndex((line, place) => place <= length && /^(?:def|class|from|import) /.test(line));
  return lines.slice(0, end).join('\n');
}

/** A person opens a line and types a statement on it, at one place after another: each edit changes the text by one character. */
function* edits(text) {
  const statement = 'act = nn.GELU()';
  let edited = text;
  let at = 0;
  for (let i = 0; i < EDITS; i++) {
    const letter = i % statement.length;
    if (letter === 0) {
      const line = edited.indexOf('\n', ((i * 7919) % 9973) / 9973 * edited.length) + 1;
      const indentation = /^[ \t]*/.exec(edited.slice(line))[0];
      edited = `${edited.slice(0, line)}${indentation}\n${edited.slice(line)}`;
      at = line + indentation.length;
    }
    edited = edited.slice(0, at + letter) + statement[letter] + edited.slice(at + letter);
    // An editor gives its text in one piece; V8 joins the pieces of this one when a character of it is asked for.
    edited.charCodeAt(at);
    yield edited;
  }
}

function timeOf(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** Each way is loaded for itself, so that none runs code that V8 has made fit for the other. */
const ways = {
  'from edit to usages': ({ EditedText }) => {
    const edited = new EditedText();
    return (source) => edited.analyze({ text: source });
  },
  'the whole text anew': ({ analyze }) => (source) => analyze(source, { path: 'model.py' }),
};

async function timesOf(wayOf, text) {
  const read = wayOf(await loadAnalysis());
  const times = [];
  for (const source of edits(text)) times.push(timeOf(() => read(source)));
  const warm = times.slice(20);
  return [...[0.5, 0.99, 1].map((share) => percentile(warm, share)), times[0]];
}

export async function bench() {
  const rows = [];
  for (const length of LENGTHS) {
    const text = longText(corpusOf(100).paths, length);
    for (const [title, wayOf] of Object.entries(ways)) {
      rows.push([`${length} lines, ${(text.length / 1000).toFixed(0)} kB: ${title}`, ...(await timesOf(wayOf, text)).map((time) => figure(time))]);
    }
  }
  say(`${EDITS} edits\n`);
  say(table(['', 'p50 ms', 'p99 ms', 'largest ms', 'first ms'], rows));
}
