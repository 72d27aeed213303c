// A whole scan, from the start of the process to its end, beside a text search and the ways to parse the same files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from '../rig/setup.mjs';
import { dist } from '../rig/paths.mjs';
import { corpusOf, libraryOfPython, sourceFolders } from './corpus.mjs';
import { installPeers } from './peers/install.mjs';
import { inTurns, isThere } from './processes.mjs';
import { say } from './report.mjs';
import { figure, median, table } from './table.mjs';
import { activationWords } from './words.mjs';

const ROUNDS = 3;
const peers = fileURLToPath(new URL('./peers/', import.meta.url));

function tasksFor(folders, list, words, cache) {
  const node = (...args) => ({ program: process.execPath, args });
  const scan = (...args) => ({ ...node(join(dist, 'cli.js'), 'scan', ...folders, '--format', 'jsonl', ...args), codes: [0, 1, 2], env: usual(cache) });
  return {
    'activation-lens scan --no-cache': scan('--no-cache'),
    'activation-lens scan, again': scan(),
    'activation-lens scan --cache, again': scan('--cache', cache),
    'activation-lens scan --no-cache, uses alone': scan('--no-cache', '--no-findings'),
    'ripgrep -j1, the same words': { program: 'rg', args: ['-j1', '-n', '-i', '-w', '-g', '*.py', '-g', '!site-packages', words.join('|'), ...folders], codes: [0, 1, 2] },
    'ripgrep, all cores': { program: 'rg', args: ['-n', '-i', '-w', '-g', '*.py', '-g', '!site-packages', words.join('|'), ...folders], codes: [0, 1, 2] },
    'CPython ast with a visitor': { program: 'python3', args: [join(peers, 'visit.py'), list, words.join('|')] },
    '@lezer/python': node(join(peers, 'parse.mjs'), 'lezer', list),
    'web-tree-sitter': node(join(peers, 'parse.mjs'), 'tree-sitter', list),
    'ruff-wasm, one rule': node(join(peers, 'parse.mjs'), 'ruff', list),
  };
}

/** What is kept by default is kept beside it. */
const usual = (cache) => ({ XDG_CACHE_HOME: `${cache}-usual`, LOCALAPPDATA: `${cache}-usual` });

/** Programs that a machine may lack are left out, and said so. */
function possible(tasks) {
  const missing = ['rg', 'python3'].filter((program) => !isThere(program));
  for (const program of missing) say(`Left out: there is no ${program} here.`);
  return Object.fromEntries(Object.entries(tasks).filter(([, { program }]) => !missing.includes(program)));
}

export async function bench() {
  await buildAll();
  await installPeers();
  await benchOn(sourceFolders());
  if (!process.env.PYTHON_SOURCES || !isThere('python3')) return;
  say("\nOrdinary code, the library of Python itself:\n");
  await benchOn(libraryOfPython());
}

async function benchOn(folders) {
  const { paths, megabytes } = corpusOf(Infinity, folders);
  const folder = mkdtempSync(join(tmpdir(), 'activation-lens-bench-'));
  const list = join(folder, 'files');
  writeFileSync(list, paths.join('\n'));
  const tasks = tasksFor(folders, list, await activationWords(), join(folder, 'cache'));
  // What is kept is there before anything is timed.
  inTurns({ usual: tasks['activation-lens scan, again'], own: tasks['activation-lens scan --cache, again'] }, 1);
  const times = inTurns(possible(tasks), ROUNDS);
  rmSync(folder, { recursive: true });
  const ours = median(times['activation-lens scan --no-cache']);
  const rows = Object.entries(times).map(([name, taken]) =>
    [name, figure(median(taken)), figure(megabytes / median(taken)), `${figure(median(taken) / ours)} ×`]);
  say(`${paths.length} files, ${megabytes.toFixed(1)} MB, ${ROUNDS} rounds, medians\n`);
  say(table(['whole process', 'seconds', 'MB/s', 'of ours'], rows));
}
