// The Python texts that the benchmarks read.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders to read: those in PYTHON_SOURCES, separated as in PATH, or the library of the `python3` that is installed. */
export function sourceFolders() {
  return process.env.PYTHON_SOURCES ? process.env.PYTHON_SOURCES.split(delimiter) : libraryOfPython();
}

/** Ordinary code, almost all of which has nothing to do with networks. */
export function libraryOfPython() {
  return [execFileSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'], { encoding: 'utf8' }).trim()];
}

/** What a scan reads too: no tests of Python itself, no installed packages, nothing hidden. */
export function* pythonFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !['site-packages', '__pycache__'].includes(entry.name) && !entry.name.startsWith('.')) yield* pythonFiles(path);
    else if (entry.isFile() && entry.name.endsWith('.py')) yield path;
  }
}

/** Paths of at most `megabytes` in total, and how much they hold. */
export function corpusOf(megabytes = Infinity, folders = sourceFolders()) {
  const paths = [];
  let bytes = 0;
  for (const folder of folders) {
    for (const path of pythonFiles(folder)) {
      const { size } = statSync(path);
      if (bytes + size > megabytes * 1e6) return { paths, megabytes: bytes / 1e6 };
      paths.push(path);
      bytes += size;
    }
  }
  return { paths, megabytes: bytes / 1e6 };
}
