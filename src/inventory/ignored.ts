/** What `.gitignore` files leave out: each speaks for its folder and all below, and the nearest one that speaks decides. */
import ignore, { type Ignore } from 'ignore';

/** Paths have slashes and are relative to one folder around them all, which is the empty path. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

export function ignoredBy(files: readonly IgnoreFile[]): (path: string) => boolean {
  const matchers = new Map(files.map(({ folder, text }): [string, Ignore] => [folder, ignore().add(text)]));
  return (path) => {
    for (let folder: string | undefined = path; (folder = folderAbove(folder)) !== undefined;) {
      const verdict = matchers.get(folder)?.test(folder === '' ? path : path.slice(folder.length + 1));
      if (verdict?.ignored || verdict?.unignored) return verdict.ignored;
    }
    return false;
  };
}

function folderAbove(path: string): string | undefined {
  return path === '' ? undefined : path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
