/**
 * Files of a cache. Each holds what is kept of one folder's files, so that a scan reads as many of them as it meets folders. Whoever reads one while
 * it is written finds all of it as it was or as it is; of two scans that write the same one, the last is kept.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFailure } from '../documents/failure';
import type { FileReport } from '../reports/report';
import { attempt } from './read';

export interface Kept {
  /** What the answer follows from, in short: it is as good as new while this is the same. */
  readonly stamp: string;
  /** Null where a file was read and nothing is to be said of it. */
  readonly report: FileReport | null;
}

interface Shelves {
  /** By the path that the person wrote. */
  readonly find: (path: string) => Kept | undefined;
  readonly put: (path: string, kept: Kept) => void;
  /** Writes what is not written yet. Tells whether anything was put since the beginning. */
  readonly close: () => boolean;
}

interface Shelf {
  readonly file: string;
  readonly kept: Map<string, Kept>;
  isChanged: boolean;
}

/** So many are held at a time: files come folder by folder, and a list in any order costs no more memory than that. */
const mostOpen = 64;
/** What was put first is forgotten where a folder has more, and with it what is kept of files that are gone. */
const mostKept = 2000;

/** `base` is what tells folders of the same name apart. */
export function shelvesIn(folder: string, base: string): Shelves {
  const open = new Map<string, Shelf>();
  let isGrown = false;
  const shelfOf = (path: string): Shelf => {
    const place = dirname(path);
    const shelf = open.get(place) ?? read(fileOf(folder, `${base}\0${place}`));
    open.delete(place);
    open.set(place, shelf);
    if (open.size > mostOpen) closeFirst(open);
    return shelf;
  };
  return {
    find: (path) => shelfOf(path).kept.get(path),
    put: (path, kept) => {
      const shelf = shelfOf(path);
      shelf.kept.delete(path);
      shelf.kept.set(path, kept);
      shelf.isChanged = isGrown = true;
    },
    close: () => {
      while (open.size > 0) closeFirst(open);
      return isGrown;
    },
  };
}

function fileOf(folder: string, name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  return join(folder, digest.slice(0, 2), digest.slice(2));
}

/** As it was written, or empty: a file that is no longer whole says nothing. */
function read(file: string): Shelf {
  const kept = attempt(() => new Map<string, Kept>(JSON.parse(readFileSync(file, 'utf8'))));
  if (isFailure(kept)) return { file, kept: new Map(), isChanged: false };
  attempt(() => stayYoung(file));
  return { file, kept, isChanged: false };
}

/** In milliseconds. */
export const day = 24 * 60 * 60 * 1000;

function stayYoung(file: string): void {
  if (Date.now() - statSync(file).mtimeMs > day) utimesSync(file, new Date(), new Date());
}

function closeFirst(open: Map<string, Shelf>): void {
  for (const [place, shelf] of open) {
    open.delete(place);
    if (shelf.isChanged) attempt(() => write(shelf));
    return;
  }
}

function write({ file, kept }: Shelf): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, JSON.stringify([...kept].slice(-mostKept)));
  renameSync(unfinished, file);
}
