import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { Kind } from '../../src/python/syntax';

const SAMPLE = readFileSync(new URL('sample.py', import.meta.url), 'utf8');

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

interface Call extends Place {
  readonly callee: Place;
}

function callsOf(text: string): Call[] {
  const tree = parse(text);
  const calls: Call[] = [];
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const callee = tree.firstChild(node);
    calls.push({ start: tree.start(node), end: tree.end(node), callee: { start: tree.start(callee), end: tree.end(callee) } });
  }
  return calls;
}

const CALLS = callsOf(SAMPLE);

/** The share of all calls beside the edits that are still found, each edit made alone. */
function check(edits: readonly Edit[], least: number): void {
  let found = 0;
  let untouched = 0;
  const worst: string[] = [];
  for (const { at, remove, insert } of edits) {
    const edited = SAMPLE.slice(0, at) + insert + SAMPLE.slice(at + remove);
    const callees = new Set(callsOf(edited).map(({ callee }) => `${callee.start} ${callee.end}`));
    const moved = (place: number): number => (place >= at ? place + insert.length - remove : place);
    const beside = CALLS.filter(({ start, end }) => end < at || start > at + remove);
    const kept = beside.filter(({ callee }) => callees.has(`${moved(callee.start)} ${moved(callee.end)}`));
    found += kept.length;
    untouched += beside.length;
    if (kept.length < beside.length) worst.push(`${beside.length - kept.length} lost by ${JSON.stringify(edited.slice(at - 30, at + 30))}`);
  }
  expect(found / untouched, worst.slice(0, 8).join('\n')).toBeGreaterThanOrEqual(least);
}

function matches(pattern: RegExp): Edit[] {
  return [...SAMPLE.matchAll(pattern)].map((match) => ({ at: match.index, remove: match[0].length, insert: '' }));
}

/** An insertion at every eleventh place, so that all kinds of places come up. */
function insertions(...inserted: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < SAMPLE.length; at += 11) edits.push({ at, remove: 0, insert: inserted[(at / 11) % inserted.length]! });
  return edits;
}

function lineInsertions(inserted: string): Edit[] {
  return matches(/^/gm).map((edit) => ({ ...edit, insert: inserted }));
}

const KEYWORDS = /\b(?:def|class|return|if|else|elif|for|in|while|try|except|with|import|from|and|not|is|lambda|match|case|as)\b/g;

describe('calls that an edit does not touch are still found', { timeout: 120_000 }, () => {
  test('a bracket is missing', () => check(matches(/[()[\]{}]/g), 0.999));
  test('a bracket is too many', () => check(insertions('(', ')', '[', ']', '{', '}'), 0.999));
  test('a keyword is missing', () => check(matches(KEYWORDS), 0.999));
  test('a keyword is too many', () => check(insertions(' def ', ' return ', ' for ', ' lambda ', ' with ', ' not '), 0.999));
  test('a colon is missing', () => check(matches(/:(?=\n)/g), 0.999));
  test('a comma is missing', () => check(matches(/,/g), 0.999));
  test('a quote is too many', () => check(insertions('"', "'"), 0.99));
  test('triple quotes are too many', () => check(insertions('"""', "'''"), 0.95));
  test('triple quotes are too many on a line of their own', () => check(lineInsertions('    """\n'), 0.95));
  test('triple quotes are missing', () => check(matches(/"""|'''/g), 0.95));
});

test('a file that ends in the middle keeps what stands before', { timeout: 60_000 }, () => {
  for (let at = 0; at < SAMPLE.length; at += 11) {
    const lineStart = SAMPLE.lastIndexOf('\n', at - 1) + 1;
    const callees = new Set(callsOf(SAMPLE.slice(0, at)).map(({ callee }) => `${callee.start} ${callee.end}`));
    const whole = CALLS.filter(({ end }) => end < lineStart);
    expect(whole.filter(({ callee }) => !callees.has(`${callee.start} ${callee.end}`)), SAMPLE.slice(lineStart, at)).toEqual([]);
  }
});
