import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import { Kind, type Node, type SyntaxTree } from '../../src/python/syntax';

const SAMPLE = readFileSync(new URL('sample.py', import.meta.url), 'utf8');

/** The words of the language in any order: far more of it is nearly Python than of any other random text. */
const soup = fc.array(fc.constantFrom(
  'def ', 'class ', 'if ', 'else', 'elif ', 'for ', 'in ', 'while ', 'try', 'except ', 'finally', 'with ', 'as ', 'import ', 'from ', 'return ',
  'lambda ', 'match ', 'case ', 'type ', 'async ', 'await ', 'yield ', 'not ', 'and ', 'global ', 'nonlocal ', 'del ', 'x', 'y1', '_', '12', '.5', '"', "'",
  '"""', "'''", 'f"', "rb'", 'f"""', 't\'', '{', '}', '(', ')', '[', ']', ',', ':', ';', '.', '=', ':=', '->', '==', '!', '!=', '+', '-', '*', '**', '@', '%',
  '\\', '\n', '\r\n', '\r', '\n    ', '\n  ', '\n\t', ' ', '#', '?', '$', '\0', 'é', '\u{1f600}', '\ud800', '\f', '\ufeff',
), { maxLength: 120 }).map((words) => words.join(''));

const text = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));

function nodesOf(tree: SyntaxTree): Node[] {
  return Array.from({ length: tree.root }, (_, index) => index + 1);
}

/** The laws of the tree that syntax.ts promises. */
function checkTree(tree: SyntaxTree): void {
  expect(tree.kind(tree.root)).toBe(Kind.Module);
  expect([tree.start(tree.root), tree.end(tree.root)]).toEqual([0, tree.text.length]);
  for (const node of nodesOf(tree)) {
    expect(tree.end(node)).toBeGreaterThanOrEqual(tree.start(node));
    let place = tree.start(node);
    let next = tree.firstInside(node);
    for (const child of tree.children(node)) {
      expect(tree.start(child)).toBeGreaterThanOrEqual(place);
      expect(tree.firstInside(child)).toBe(next);
      expect(tree.parent(child)).toBe(node);
      place = tree.end(child);
      next = child + 1;
    }
    expect(next).toBe(node);
    expect(tree.end(node)).toBeGreaterThanOrEqual(place);
  }
}

/** A node and all it holds, without its number or place. */
function shape(tree: SyntaxTree, node: Node, origin = tree.start(node)): unknown[] {
  return [tree.kind(node), tree.start(node) - origin, tree.end(node) - origin, ...tree.children(node).map((child) => shape(tree, child, origin))];
}

describe('whatever the text is', { timeout: 60_000 }, () => {
  test('nodes stand in post-order, inside their parents, in order', () => {
    fc.assert(fc.property(text, fc.boolean(), (source, notebook) => checkTree(parse(source, { notebook }))), { numRuns: 400 });
  });

  test('reading it twice, or something else in between, gives the same tree', () => {
    fc.assert(fc.property(text, text, (source, other) => {
      const first = parse(source);
      parse(other);
      expect(shape(parse(source), first.root)).toEqual(shape(first, first.root));
    }));
  });

  test('its names can be asked for', () => {
    fc.assert(fc.property(text, (source) => {
      const tree = parse(source);
      const names = namesOf(tree);
      for (const node of nodesOf(tree)) {
        names.qualifiedName(node);
        names.starNames(node);
        names.valueOf(node);
        names.definitionOf(node);
        names.scopePath(node);
      }
    }));
  });

  test('cells that lie side by side are read as if they were alone', () => {
    fc.assert(fc.property(fc.array(soup, { minLength: 1, maxLength: 4 }), (sources) => {
      const cells = sources.map((source) => `${source}\n`);
      const cellStarts = cells.map((_, index) => cells.slice(0, index).join('').length);
      const joined = parse(cells.join(''), { notebook: true, cellStarts });
      checkTree(joined);
      const alone = cells.flatMap((cell) => callsOf(parse(cell, { notebook: true, cellStarts: [0] })));
      expect(callsOf(joined).length).toBe(alone.length);
    }));
  });
});

function callsOf(tree: SyntaxTree): string[] {
  return nodesOf(tree).filter((node) => tree.kind(node) === Kind.Call).map((node) => tree.textOf(node));
}

describe('the sample', { timeout: 60_000 }, () => {
  const tree = parse(SAMPLE);
  const statements = tree.children(tree.root);

  test('has no errors, and its parts are whole', () => {
    checkTree(tree);
    expect(nodesOf(tree).filter((node) => tree.kind(node) === Kind.Error || tree.kind(node) === Kind.Missing)).toEqual([]);
  });

  test('what follows a whole statement leaves all nodes before it as they are', () => {
    const noQuotes = soup.filter((source) => !/["']/.test(source));
    fc.assert(fc.property(fc.nat(statements.length - 2), noQuotes, (last, more) => {
      const kept = statements[last]!;
      const longer = parse(`${SAMPLE.slice(0, tree.end(kept))}\npass\n${more}`);
      for (let node = 1; node <= kept; node++) {
        expect([longer.kind(node), longer.start(node), longer.end(node), longer.data(node), longer.firstChild(node)])
          .toEqual([tree.kind(node), tree.start(node), tree.end(node), tree.data(node), tree.firstChild(node)]);
      }
    }), { numRuns: 30 });
  });

  test('each of its statements alone is the same statement', () => {
    for (const statement of statements) {
      const alone = parse(tree.textOf(statement));
      expect(shape(alone, alone.children(alone.root)[0]!)).toEqual(shape(tree, statement));
    }
  });

  test('other line ends change no more than places', () => {
    for (const newline of ['\r\n', '\r']) {
      const other = parse(SAMPLE.replaceAll('\n', newline));
      expect(nodesOf(other).map((node) => other.kind(node))).toEqual(nodesOf(tree).map((node) => tree.kind(node)));
      expect(callsOf(other).map((call) => call.replaceAll(newline, '\n'))).toEqual(callsOf(tree));
    }
  });

  test('deeper indentation of everything changes no kind', () => {
    const indented = parse(`if x:\n${SAMPLE.replace(/^(?=.)/gm, '    ')}`);
    const block = indented.lastChild(indented.children(indented.root)[0]!);
    expect(indented.children(block).map((node) => indented.kind(node))).toEqual(statements.map((node) => tree.kind(node)));
  });
});
