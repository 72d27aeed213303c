import { describe, expect, test } from 'vitest';
import { parse } from '../../src/python/parse';
import { errorsIn, steadied, type Reading, type Steady } from '../../src/rules/steady';
import type { ShownFinding } from '../../src/rules/check';

/** A reading that finds every `bad`, as long as nothing before it is broken: what a parse in error may miss. */
function reading(text: string): Reading {
  const broken = text.indexOf('(\n');
  const findings = [...text.matchAll(/bad(\d*)/g)].filter(({ index }) => broken < 0 || index < broken).map(({ 0: word, index }): ShownFinding => {
    const span = { start: index, end: index + word.length };
    const loss = text.indexOf('loss');
    const related = loss < 0 ? [] : [{ span: { start: loss, end: loss + 4 }, message: 'the loss' }];
    return { rule: 'r', severity: 'warning', confidence: 'likely', message: word, span, related, fix: { title: 'Remove', edits: [{ span, newText: '' }] } };
  });
  return { text, errors: errorsIn(parse(text)), findings };
}

function typed(...texts: string[]): { text: string; steady: Steady } {
  let steady: Steady | undefined;
  for (const text of texts) steady = steadied(steady, reading(text));
  if (steady === undefined) throw new Error('nothing typed');
  return { text: texts.at(-1) ?? '', steady };
}

/** What is shown after the last of several states of a text, and that every place still holds its own words. */
function shown(...texts: string[]): string[] {
  const { text, steady } = typed(...texts);
  for (const { span, message, related, fix } of steady.findings) {
    expect(text.slice(span.start, span.end)).toBe(message);
    for (const { span: { start, end } } of related) expect(text.slice(start, end)).toBe('loss');
    for (const { span: { start, end } } of fix?.edits ?? []) expect(text.slice(start, end)).toBe(message);
  }
  return steady.findings.map(({ message }) => message);
}

describe('findings stay while a line is half typed', () => {
  test('above and below it', () => expect(shown('bad1\nx\nbad2\n', 'bad1\nx = f(\nbad2\n')).toEqual(['bad1', 'bad2']));
  test('letter by letter', () => expect(shown('bad1\n\nbad2\n', 'bad1\nf(\nbad2\n', 'bad1\nf(1,\nbad2\n', 'bad1\nf(1, 2\nbad2\n')).toEqual(['bad1', 'bad2']));
  test('where a line was put in', () => expect(shown('bad1\nbad2\n', 'bad1\nf(\nbad2\n')).toEqual(['bad1', 'bad2']));
  test('where lines went', () => expect(shown('bad1\nx\ny\nbad2\n', 'bad1\nx(\nbad2\n')).toEqual(['bad1', 'bad2']));
  test('at the end', () => expect(shown('bad1\nloss', 'bad1\nloss(')).toEqual(['bad1']));
  test('at the beginning', () => expect(shown('x\nbad1', 'x(\nbad1')).toEqual(['bad1']));
});

describe('findings go', () => {
  test('from the line that is touched', () => expect(shown('bad1\nbad2\n', 'bad1\nba(\n')).toEqual(['bad1']));
  test('once the text is sound again', () => expect(shown('bad1\nx\n', 'bad1\nx(\n', 'good\nx()\n')).toEqual([]));
  test('at once where the text stays sound', () => expect(shown('bad1\nx\n', 'good\nx\n')).toEqual([]));
  test('where the text was broken before and is not more so', () => expect(shown('y = (\nbad1\n', 'y = (\ngood\n')).toEqual([]));
});

test('what is new in the half-typed line is shown, and nothing else that is new', () => {
  expect(shown('x\n', 'bad3 = f(\n')).toEqual(['bad3']);
});

test('a loss that is being typed is no longer pointed at', () => {
  const { steady } = typed('bad1\nloss\n', 'bad1\nlos(\n');
  expect(steady.findings.map(({ related }) => related)).toEqual([[]]);
});
