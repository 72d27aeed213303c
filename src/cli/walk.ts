/** All files below a folder in the order of their names, without what is not the project's. */
import { existsSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isFailure, type Failure } from '../documents/failure';
import { isIgnored, rulesAround, rulesBelow, type IgnoreRules } from './ignored';
import { attempt } from './read';

export interface FoundFile {
  /** As the person wrote it, or below a folder that the person wrote. */
  readonly path: string;
  /** True where the person named the file itself, which is then read whatever it is. */
  readonly isNamed?: boolean;
  /** Why it is none to be read. */
  readonly failure?: Failure;
}

export interface Walk {
  /** Whether `.gitignore` files count. */
  readonly isIgnoring: boolean;
  isExcluded(path: string, isFolder: boolean): boolean;
  /** Whether a file is wanted; all of a folder for which it holds is. */
  isWanted(path: string, isFolder: boolean): boolean;
}

interface Pending {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly rules: IgnoreRules | undefined;
}

const skippedFolders = new Set(['node_modules', '__pycache__', 'site-packages', 'venv']);

/** What is still to be looked at is kept in a list, so that deep folders cost no more than others. */
export function* filesBelow(folder: string, walk: Walk): Generator<FoundFile> {
  const pending: Pending[] = [{ path: folder, kind: 'folder', rules: walk.isIgnoring ? rulesAround(folder) : undefined }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'file') {
      yield { path: next.path };
    } else if (next.kind === 'link') {
      const failure = circleAt(next.path);
      if (failure !== undefined) yield { path: next.path, failure };
    } else {
      const inside = entriesOf(next, walk);
      if (isFailure(inside)) yield { path: next.path, failure: inside };
      else pending.push(...inside.reverse());
    }
  }
}

function entriesOf(folder: Pending, walk: Walk): Pending[] | Failure {
  const entries = attempt(() => readdirSync(folder.path, { withFileTypes: true }));
  if (isFailure(entries)) return entries;
  const rules = walk.isIgnoring && hasRules(entries) ? rulesBelow(folder.path, folder.rules) : folder.rules;
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => entryOf(entry, folder.path, rules, walk));
}

function hasRules(entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => name === '.gitignore' || name === '.git');
}

function entryOf(entry: Dirent, folder: string, rules: IgnoreRules | undefined, walk: Walk): Pending[] {
  const path = /[\\/]$/.test(folder) ? folder + entry.name : `${folder}/${entry.name}`;
  const isFolder = entry.isDirectory();
  const isPossible = isFolder ? !isSkipped(entry.name, path) : entry.isSymbolicLink() || (entry.isFile() && walk.isWanted(path, false));
  if (!isPossible || walk.isExcluded(path, isFolder) || isIgnored(rules, path, isFolder)) return [];
  return [{ path, kind: isFolder ? 'folder' : entry.isFile() ? 'file' : 'link', rules }];
}

/** `pyvenv.cfg` marks a virtual environment, whatever it is called. */
function isSkipped(name: string, path: string): boolean {
  return skippedFolders.has(name) || existsSync(join(path, 'pyvenv.cfg'));
}

/** Links are not followed: what they lead to is found where it is, or belongs to another project. A circle is a mistake, and said to be one. */
function circleAt(link: string): Failure | undefined {
  const circle = { reason: 'Its symbolic links go in a circle.' };
  const target = attempt(() => (statSync(link).isDirectory() ? realpathSync(link) : ''));
  if (isFailure(target)) return target.reason === circle.reason ? circle : undefined;
  const here = attempt(() => realpathSync(join(link, '..')));
  const isAround = target !== '' && !isFailure(here) && `${here}/`.replaceAll('\\', '/').startsWith(`${target}/`.replaceAll('\\', '/'));
  return isAround ? circle : undefined;
}
