// The reader of Python beside @lezer/python over the Python standard library, turn by turn in one run.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { say } from './report.mjs';
import { figure, median, table } from './table.mjs';

const ROUNDS = 7;
const MOST_CHARACTERS = 8e6;

/** Folders to read: those in PYTHON_SOURCES (separated by colons), or the library of the `python3` that is installed. */
function folders() {
  if (process.env.PYTHON_SOURCES) return process.env.PYTHON_SOURCES.split(':');
  return [execFileSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' }).trim()];
}

function* pythonFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'test' && entry.name !== 'site-packages') yield* pythonFiles(path);
    else if (entry.isFile() && entry.name.endsWith('.py')) yield path;
  }
}

function readTexts() {
  const texts = [];
  let characters = 0;
  for (const folder of folders()) {
    for (const path of pythonFiles(folder)) {
      if (characters > MOST_CHARACTERS) return texts;
      texts.push(readFileSync(path, 'utf8'));
      characters += texts.at(-1).length;
    }
  }
  return texts;
}

/** The reader as it is shipped: bundled, and shortened by esbuild. */
async function loadReader() {
  const folder = mkdtempSync(join(tmpdir(), 'activation-lens-bench-'));
  const outfile = join(folder, 'python.mjs');
  const contents = "export { parse } from './parse'; export { namesOf } from './names'; export { Kind } from './syntax';";
  const resolveDir = fileURLToPath(new URL('../../src/python', import.meta.url));
  await build({ stdin: { contents, resolveDir, loader: 'ts' }, bundle: true, minify: true, format: 'esm', outfile, logLevel: 'error' });
  const reader = await import(pathToFileURL(outfile));
  const size = readFileSync(outfile).length;
  rmSync(folder, { recursive: true });
  return { ...reader, size };
}

function parseAndResolve({ parse, namesOf, Kind }, text) {
  const tree = parse(text);
  const names = namesOf(tree);
  let resolved = 0;
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) === Kind.Call && names.qualifiedName(tree.firstChild(node)) !== undefined) resolved++;
  }
  return resolved;
}

function seconds(task, texts) {
  const start = performance.now();
  for (const text of texts) task(text);
  return (performance.now() - start) / 1000;
}

export async function bench() {
  const reader = await loadReader();
  const { parser } = await import('@lezer/python');
  const texts = readTexts();
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const tasks = {
    'parse': (text) => reader.parse(text),
    'parse, and the name of every call': (text) => parseAndResolve(reader, text),
    '@lezer/python': (text) => parser.parse(text),
  };
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, task] of Object.entries(tasks)) times[name].push(seconds(task, texts));
  }
  say(`${texts.length} files, ${megabytes.toFixed(1)} MB, ${ROUNDS} rounds; the reader is ${(reader.size / 1000).toFixed(1)} kB\n`);
  const slowest = megabytes / median(times['@lezer/python']);
  say(table(['on one thread', 'cold MB/s', 'median MB/s', 'of Lezer'], Object.entries(times).map(([name, taken]) => {
    const warm = megabytes / median(taken);
    return [name, figure(megabytes / taken[0]), figure(warm), `${figure(warm / slowest)} ×`];
  })));
}
