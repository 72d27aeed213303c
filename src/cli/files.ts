/** The files that a scan reads: those that are named, those below folders, and those that fit a pattern. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { isFailure } from '../documents/failure';
import { knownLanguageOf } from '../reports/language';
import { exclusion } from './ignored';
import { attempt } from './read';
import { filesBelow, type FoundFile, type Walk } from './walk';

interface FileChoice {
  /** Patterns as in `.gitignore`, relative to where the program was started. */
  readonly exclude: readonly string[];
  readonly isIgnoring: boolean;
}

/** Finds files path by path, each file once, also where the paths overlap. */
export function fileFinder({ exclude, isIgnoring }: FileChoice): (path: string) => Generator<FoundFile> {
  const seen = new Set<string>();
  const isExcluded = exclusion(exclude, '.');
  const walk = { isIgnoring, isExcluded, isWanted: isReadable };
  return function* find(path) {
    for (const found of filesAt(path, walk)) {
      const place = resolve(found.path);
      if (!seen.has(place)) yield found;
      seen.add(place);
    }
  };
}

/** Stubs are left out: they say nothing of what is done. */
function isReadable(path: string): boolean {
  return knownLanguageOf(path) !== undefined && !path.toLowerCase().endsWith('.pyi');
}

function* filesAt(path: string, walk: Walk): Generator<FoundFile> {
  const isFolder = attempt(() => statSync(path).isDirectory());
  if (!isFailure(isFolder)) {
    if (walk.isExcluded(path, isFolder)) return;
    if (isFolder) yield* filesBelow(path, walk);
    else yield { path, isNamed: true };
  } else if (picomatch.scan(path).isGlob) {
    yield* filesFitting(path, walk);
  } else {
    yield { path, isNamed: true, failure: isFolder };
  }
}

/** As a shell does it: what fits a pattern is a file, or a folder with all that is below it. */
function* filesFitting(pattern: string, walk: Walk): Generator<FoundFile> {
  const slashed = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  const { base } = picomatch.scan(slashed);
  const fits = picomatch(slashed);
  const isBelowFitting = (path: string): boolean => {
    for (let end = path.length; end > base.length; end = path.lastIndexOf('/', end - 1)) if (fits(path.slice(0, end))) return true;
    return false;
  };
  let isNone = true;
  const start = base === '' ? '.' : base;
  const written = (path: string): string => (base === '' ? path.slice(2) : path);
  for (const found of filesBelow(start, { ...walk, isWanted: (path) => isReadable(path) && isBelowFitting(written(path)) })) {
    isNone = false;
    yield { ...found, path: written(found.path) };
  }
  if (isNone) yield { path: pattern, failure: { reason: 'No file fits this pattern.' } };
}
