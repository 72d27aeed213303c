/** The files that a scan reads, found by walking folders in the order of their names. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { decodeText } from '../documents/decode';
import { maximumLength } from '../documents/document';
import { isFailure, type Failure } from '../documents/failure';

export interface FoundFile {
  /** As the person wrote it, or below a folder that the person wrote. */
  readonly path: string;
  /** Why it is none to be read. */
  readonly failure?: Failure;
}

const endings = new Set(['.py', '.ipynb']);
const skippedFolders = new Set(['node_modules', '__pycache__', 'site-packages', 'venv']);

/** Each file once, also where the paths overlap. */
export function* findFiles(paths: readonly string[]): Generator<FoundFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    for (const found of filesAt(path)) {
      const place = resolve(found.path);
      if (!seen.has(place)) yield found;
      seen.add(place);
    }
  }
}

function* filesAt(path: string): Generator<FoundFile> {
  const isFolder = attempt(() => statSync(path).isDirectory());
  if (isFailure(isFolder)) yield { path, failure: isFolder };
  else if (isFolder) yield* filesBelow(path);
  else yield { path };
}

function* filesBelow(folder: string): Generator<FoundFile> {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  if (isFailure(entries)) {
    yield { path: folder, failure: entries };
    return;
  }
  const below = (name: string) => (/[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`);
  const shown = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of shown.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = below(entry.name);
    if (entry.isFile() && endings.has(extname(entry.name).toLowerCase())) yield { path };
    else if (entry.isDirectory() && !isSkipped(entry.name, path)) yield* filesBelow(path);
  }
}

/** `pyvenv.cfg` marks a virtual environment, whatever it is called. */
function isSkipped(name: string, path: string): boolean {
  return skippedFolders.has(name) || existsSync(join(path, 'pyvenv.cfg'));
}

export function readText(path: string): string | Failure {
  return attempt(() => {
    const { size } = statSync(path);
    // A character takes at most four bytes, so that this is certainly too long as text.
    if (size > 4 * maximumLength) return { reason: `The file is larger than ${maximumLength / 1024 / 1024} MB.` };
    return decodeText(readFileSync(path));
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'Permission to read it is denied.',
  EPERM: 'Permission to read it is denied.',
  ELOOP: 'Its symbolic links go in a circle.',
  ENAMETOOLONG: 'The path is too long.',
};

/** Node's file system throws, and so would a defect of ours: the reason becomes a value here, and the scan goes on. */
export function attempt<T>(read: () => T | Failure): T | Failure {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { reason: reasons[code] ?? `It cannot be read (${code || String(error)}).` };
  }
}
