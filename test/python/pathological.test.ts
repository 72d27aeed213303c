import { describe, expect, test } from 'vitest';
import { literalValue } from '../../src/python/literals';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { Kind } from '../../src/python/syntax';

/** Texts of any size that break or stall readers: each gives one of about `n` repetitions. */
const SHAPES: Record<string, (n: number) => string> = {
  'nested parentheses': (n) => '('.repeat(n) + ')'.repeat(n),
  'open parentheses': (n) => '('.repeat(n),
  'open brackets of all kinds': (n) => '([{'.repeat(n),
  'brackets that do not match': (n) => `${'(['.repeat(n)}${')}'.repeat(n)}`,
  'braces that close far away': (n) => `{${'('.repeat(n)}${'}'.repeat(n)}`,
  'nested calls': (n) => 'f('.repeat(n) + ')'.repeat(n),
  'open calls, one a line': (n) => 'x = f(a\n'.repeat(n),
  'open classes': (n) => 'class A(\n'.repeat(n),
  'attributes': (n) => `a${'.b'.repeat(n)}`,
  'calls of calls': (n) => `a${'()'.repeat(n)}`,
  'subscripts': (n) => `a${'[0]'.repeat(n)}`,
  'sums': (n) => `1${' + 1'.repeat(n)}`,
  'powers': (n) => `a${' ** b'.repeat(n)}`,
  'comparisons': (n) => `a${' < b'.repeat(n)}`,
  'nots': (n) => `${'not '.repeat(n)}a`,
  'signs': (n) => `${'-'.repeat(n)}a`,
  'conditions': (n) => `${'a if b else '.repeat(n)}c`,
  'lambdas': (n) => `${'lambda: '.repeat(n)}c`,
  'yields': (n) => '(yield '.repeat(n),
  'indentation': (n) => Array.from({ length: Math.ceil(Math.sqrt(n)) * 4 }, (_, level) => `${' '.repeat(level)}if x:`).join('\n'),
  'uneven indentation': (n) => Array.from({ length: n }, (_, line) => `${' '.repeat((line * 7919) % 97)}x`).join('\n'),
  'one list': (n) => `x = [${'1, '.repeat(n)}]`,
  'one string': (n) => `x = "${'a'.repeat(n)}"`,
  'one string of backslashes': (n) => `x = """${'\\'.repeat(n)}"""`,
  'one identifier': (n) => 'a'.repeat(n),
  'semicolons': (n) => ';'.repeat(n),
  'statements on one line': (n) => 'f(x);'.repeat(n),
  'NULs': (n) => '\0'.repeat(n),
  'lone surrogates': (n) => '\ud800'.repeat(n),
  'junk': (n) => Array.from({ length: n }, (_, i) => String.fromCharCode(32 + ((i * i * 31 + i * 17) % 95))).join(''),
  'nested f-strings': (n) => `${"f'{".repeat(n)}1${"}'".repeat(n)}`,
  'open f-strings': (n) => 'f"{'.repeat(n),
  'open f-strings and escaped quotes': (n) => `${'f"{'.repeat(n)}"${'\\"'.repeat(n)}`,
  'open formats': (n) => "f'{x!r:{".repeat(n),
  'double quotes': (n) => '"'.repeat(n),
  'single quotes': (n) => "'".repeat(n + 1),
  'triple quotes on lines': (n) => '"""\n'.repeat(n + 1),
  'decorators': (n) => '@a\n'.repeat(n),
  'colons': (n) => 'x:'.repeat(n),
  'continuations': (n) => '\\\n'.repeat(n),
  'elif': (n) => `if a:\n  b\n${'elif a:\n  b\n'.repeat(n)}`,
  'else without if': (n) => 'else:\n  x\n'.repeat(n),
  'try without except': (n) => 'try:\n'.repeat(n),
  'match on one line': (n) => 'match x;'.repeat(n),
  'match with parentheses': (n) => 'match('.repeat(n),
  'patterns': (n) => `match x:\n case ${'['.repeat(n)}`,
  'with items': (n) => 'with ('.repeat(n),
  'import lists': (n) => 'from a import (\n'.repeat(n),
  'imports of one name': (n) => 'import a\n'.repeat(n),
  'aliases in a row': (n) => Array.from({ length: n }, (_, i) => `a${i + 1} = a${i}`).join('\n'),
  'global statements': (n) => 'def f():\n  global x\n  x = 1\n'.repeat(n),
};

const SMALL = 2_500;

/** Reads a text, asks for all its names and values, and gives the number of its nodes. */
function read(text: string, notebook: boolean): number {
  const tree = parse(text, { notebook });
  const names = namesOf(tree);
  expect(tree.end(tree.root)).toBe(text.length);
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Name || kind === Kind.Attribute) {
      names.qualifiedName(node);
      names.valueOf(node);
    } else if (kind === Kind.BinOp || kind === Kind.UnaryOp) literalValue(tree, node);
  }
  names.scopePath(1);
  return tree.root;
}

/** No limit of time is meant: a machine may be slow, and quadratic work would not end within it. */
const PATIENCE = { timeout: 120_000 };

describe('twice the text has at most twice the nodes, and nothing overflows', PATIENCE, () => {
  test.each(Object.keys(SHAPES))('%s', (name) => {
    const shape = SHAPES[name]!;
    for (const notebook of [false, true]) {
      const few = read(shape(SMALL), notebook);
      expect(read(shape(2 * SMALL), notebook)).toBeLessThanOrEqual(2 * few + 8);
    }
  });

  test.each(['nested parentheses', 'attributes', 'sums', 'nots', 'decorators', 'double quotes', 'colons'])('a hundred thousand: %s', (name) => {
    const tree = parse(SHAPES[name]!(100_000));
    namesOf(tree).qualifiedName(tree.root - 2);
    literalValue(tree, tree.root - 2);
  });

  test.each(['one list', 'double quotes', 'one string'])('a line of five million characters: %s', (name) => {
    const unit = SHAPES[name]!(10).length / 10;
    expect(parse(SHAPES[name]!(Math.round(5e6 / unit))).root).toBeGreaterThan(0);
  });
});
