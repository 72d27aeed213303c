/** What `.gitignore` files leave out: each speaks for its folder and all below, and the nearest one that speaks decides. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** One file of patterns, and those of the folders around it. */
export interface IgnoreRules {
  /** The folder that the patterns are relative to, as a whole path with slashes. */
  readonly base: string;
  readonly matcher: Ignore;
  readonly outer: IgnoreRules | undefined;
}

/** The rules that are in force in a folder because of the repository around it. A folder that they leave out was asked for all the same. */
export function rulesAround(folder: string): IgnoreRules | undefined {
  const place = slashed(resolve(folder));
  const root = repositoryOf(place);
  if (root === undefined || root === place) return undefined;
  const rules = foldersBetween(root, place).reduce<IgnoreRules | undefined>((outer, each) => rulesBelow(each, outer), undefined);
  return isIgnored(rules, place, true) ? undefined : rules;
}

/** Those of a folder itself and of what is around it. */
export function rulesBelow(folder: string, outer: IgnoreRules | undefined): IgnoreRules | undefined {
  const patterns = [join(folder, '.git', 'info', 'exclude'), join(folder, '.gitignore')].map(patternsIn).join('\n');
  if (patterns.trim() === '') return outer;
  return { base: slashed(resolve(folder)), matcher: ignore().add(patterns), outer };
}

export function isIgnored(rules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  const place = slashed(resolve(path)) + (isFolder ? '/' : '');
  for (let each = rules; each !== undefined; each = each.outer) {
    const { ignored, unignored } = each.matcher.test(place.slice(each.base.endsWith('/') ? each.base.length : each.base.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Patterns as in `.gitignore`, relative to a folder; what lies outside it is matched by its name alone. */
export function exclusion(patterns: readonly string[], folder: string): (path: string, isFolder: boolean) => boolean {
  if (patterns.length === 0) return () => false;
  const base = `${slashed(resolve(folder))}/`;
  const matcher = ignore().add([...patterns]);
  return (path, isFolder) => {
    const place = slashed(resolve(path));
    const relative = place.startsWith(base) ? place.slice(base.length) : place.slice(place.lastIndexOf('/') + 1);
    return relative !== '' && matcher.ignores(relative + (isFolder ? '/' : ''));
  };
}

function repositoryOf(place: string): string | undefined {
  if (existsSync(join(place, '.git'))) return place;
  const parent = dirname(place);
  return parent === place ? undefined : repositoryOf(parent);
}

/** From the outermost to the one before `inner`. */
function foldersBetween(outer: string, inner: string): string[] {
  const parent = dirname(inner);
  return parent === outer ? [outer] : [...foldersBetween(outer, parent), parent];
}

function patternsIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
