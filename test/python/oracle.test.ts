import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { recordsOf } from './records';

/*
 * CPython's own `ast` as the judge: over every file of the standard library that is installed, every statement, expression,
 * pattern, argument and import must be of the same kind, at the same place, with the same name, operator or value.
 *
 * PYTHON names another interpreter than `python3`, PYTHON_SOURCES other folders (separated by colons).
 */
const PYTHON = process.env['PYTHON'] ?? 'python3';

/** `null` where there is no interpreter whose `ast` has ends of nodes and patterns (3.10). */
const installed = ((): { version: number; library: string } | null => {
  try {
    const print = 'import os, sys; print(sys.version_info.minor, os.path.dirname(os.__file__))';
    const [version = '0', library = ''] = execFileSync(PYTHON, ['-c', print], { encoding: 'utf8' }).trim().split(' ');
    return Number(version) >= 10 ? { version: Number(version), library } : null;
  } catch {
    return null;
  }
})();

function* pythonFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'site-packages' && entry.name !== 'test') yield* pythonFiles(path);
    else if (entry.isFile() && entry.name.endsWith('.py')) yield path;
  }
}

interface Answer {
  readonly path: string;
  /** Absent where CPython refuses the file. */
  readonly records?: readonly string[];
}

async function* askPython(paths: readonly string[]): AsyncGenerator<Answer> {
  const python = spawn(PYTHON, [join(import.meta.dirname, 'oracle.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(paths.join('\n'));
  for await (const line of createInterface({ input: python.stdout })) yield JSON.parse(line) as Answer;
}

/** A string that names a character (`\N{…}`) has no value without the table of names; only its place is compared. */
function withoutNamedCharacter(record: string, text: string): string {
  const [kind, start, end] = record.split(' ', 3);
  const named = kind === 'Constant' && text.slice(Number(start), Number(end)).includes('\\N{');
  return named ? `${kind} ${start} ${end}` : record;
}

/** What only one side has. */
function differences(text: string, theirs: readonly string[], ours: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const count = (record: string, by: number): void => {
    const key = withoutNamedCharacter(record, text);
    counts.set(key, (counts.get(key) ?? 0) + by);
  };
  theirs.forEach((record) => count(record, 1));
  ours.forEach((record) => count(record, -1));
  return [...counts].filter(([, left]) => left !== 0).map(([record, left]) => `${left > 0 ? 'missing' : 'invented'} ${record}`);
}

describe.skipIf(!installed)('CPython sees the same tree', () => {
  test('in every file of its library', { timeout: 300_000 }, async () => {
    const folders = process.env['PYTHON_SOURCES']?.split(':') ?? [installed!.library];
    const paths = folders.flatMap((folder) => [...pythonFiles(folder)]);
    const wrong: string[] = [];
    let records = 0;
    let calls = 0;
    for await (const answer of askPython(paths)) {
      if (!answer.records) continue;
      const text = readFileSync(answer.path, 'utf8');
      const ours = recordsOf(parse(text), { fields: installed!.version >= 12 });
      records += answer.records.length;
      calls += answer.records.filter((record) => record.startsWith('Call ')).length;
      wrong.push(...differences(text, answer.records, ours).map((difference) => `${answer.path}: ${difference}`));
    }
    console.log(`${paths.length} files, ${records} nodes, ${calls} calls, ${wrong.length} differences`);
    expect(records).toBeGreaterThan(10_000);
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

test.runIf(!installed)('CPython is not asked: no python3 of version 3.10 or later is installed', () => {
  console.log('python3 (3.10 or later) is not installed, so the reader was not compared with CPython.');
});
