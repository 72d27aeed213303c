// In the editor: from an edit of a file to its fresh usages, on one thread; of a file of ordinary size, of one as long as people write them, and of a
// longer one that is put together from many, in which far more names mean far more things.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { corpusOf } from './corpus.mjs';
import { say } from './report.mjs';
import { figure, percentile, table } from './table.mjs';

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

/** The file that uses activations and is nearest to a length. */
function realText(paths, length) {
  const texts = paths.map((path) => readFileSync(path, 'utf8')).filter((text) => names.test(text));
  const distance = (text) => Math.abs(text.split('\n').length - length);
  return texts.reduce((nearest, text) => (distance(text) < distance(nearest) ? text : nearest));
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

/** How long each step took, between which the editor does what else there is to do. */
function timesOf(steps) {
  const times = [];
  for (let isDone = false; !isDone;) {
    const begin = performance.now();
    isDone = steps.next().done;
    times.push(performance.now() - begin);
  }
  return times;
}

/** Each way is loaded for itself, so that none runs code that V8 has made fit for the other. */
const ways = {
  'from edit to usages': ({ EditedText }) => {
    const edited = new EditedText();
    return (source) => edited.analyzing({ text: source });
  },
  'the whole text anew': ({ analyze }) => (source) => inOneStep(() => analyze(source, { path: 'model.py' })),
};

function* inOneStep(work) {
  work();
}

async function figuresOf(wayOf, text) {
  const read = wayOf(await loadAnalysis());
  const works = [];
  for (const source of edits(text)) {
    const steps = timesOf(read(source));
    works.push({ whole: steps.reduce((sum, time) => sum + time), step: Math.max(...steps) });
  }
  const warm = works.slice(20);
  const wholes = [0.5, 0.99, 1].map((share) => percentile(warm.map(({ whole }) => whole), share));
  return [...wholes, Math.max(...warm.map(({ step }) => step)), works[0].whole];
}

export async function bench() {
  const { paths } = corpusOf(100);
  const texts = { 'an ordinary file': longText(paths, 1000), 'a very long file': realText(paths, 10_000), 'many files in one': longText(paths, 10_000) };
  const rows = [];
  for (const [what, text] of Object.entries(texts)) {
    const size = `${what}, ${text.split('\n').length} lines, ${(text.length / 1000).toFixed(0)} kB`;
    for (const [title, wayOf] of Object.entries(ways)) rows.push([`${size}: ${title}`, ...(await figuresOf(wayOf, text)).map((time) => figure(time))]);
  }
  say(`${EDITS} edits\n`);
  say(table(['', 'p50 ms', 'p99 ms', 'largest ms', 'longest step ms', 'first ms'], rows));
}
