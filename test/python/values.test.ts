import { describe, expect, test } from 'vitest';
import { literalValue, stringContent, stringValue, type Literal } from '../../src/python/literals';
import { namesOf } from '../../src/python/names';
import { parse } from '../../src/python/parse';
import {
  assignmentOf, basesOf, bodyOf, callArguments, decoratorsOf, isDocstring, nameOf, nameRange, parametersOf,
} from '../../src/python/parts';
import { Kind, type Node, type SyntaxTree } from '../../src/python/syntax';
import { markedNode, unmarked } from './marked';

function nodesOfKind(tree: SyntaxTree, ...kinds: readonly Kind[]): Node[] {
  const nodes: Node[] = [];
  for (let node = 1; node <= tree.root; node++) if (kinds.includes(tree.kind(node))) nodes.push(node);
  return nodes;
}

/** Expects the value of the right side of an assignment. */
function check(expression: string, expected: Literal): void {
  const tree = parse(`x = ${expression}\n`);
  const assignment = assignmentOf(tree, nodesOfKind(tree, Kind.Assign)[0]!)!;
  expect(literalValue(tree, assignment.value)).toBe(expected);
}

describe('numbers', () => {
  test.each([
    ['1', 1], ['1e-2', 0.01], ['1_000.5', 1000.5], ['.5', 0.5], ['5.', 5], ['0x_ff', 255], ['0b101', 5], ['0o17', 15], ['0XFFL', 255], ['10L', 10], ['0777', undefined], ['00', 0], ['09.5', 9.5],
    ['1e400', Infinity], ['2j', undefined], ['-1', -1], ['+1', 1], ['--1', 1], ['~5', -6], ['~0.5', undefined], ['1/8', 0.125], ['2**-3', 0.125],
    ['-2**2', -4], ['2**3**2', 512], ['7//2', 3], ['-7//2', -4], ['-7 % 3', 2], ['7 % -3', -2], ['1 - 2 - 3', -4], ['(1 + 2) * 3', 9], ['1 << 4', 16],
    ['-5 >> 1', -3], ['1/0', undefined], ['1 % 0', undefined], ['(-8) ** 0.5', undefined], ['10.0 ** 400', undefined], ['1 + 1j', undefined],
    ['1 @ 2', undefined], ['True + 1', 2], ['a + 1', undefined], ['f(1)', undefined],
  ] as [string, Literal][])('%j', check);
});

describe('other constants', () => {
  test.each([
    ['True', true], ['False', false], ['None', null], ['not 1', false], ['not None', true], ['not a', undefined], ['...', undefined], ['b"a"', undefined],
    ['"a"', 'a'], ["'a' \"b\"\\\n'''c'''", 'abc'], ['("a"\n  "b")', 'ab'], ['"a" + "b"', 'ab'], ['"a" + 1', undefined], ['"a" b"b"', undefined],
    ['f"a"', undefined], ['"a" f"b"', undefined], ['"a" % b', undefined], ['r"\\n"', '\\n'], ['u"a"', 'a'], ['"""a\r\nb"""', 'a\nb'],
    ['"\\n\\t\\\\\\"\\x41\\101\\u0041\\U00000041"', '\n\t\\"AAAA'], ['"\\q"', '\\q'], ['"a\\\nb"', 'ab'], ['"\\N{BULLET}"', undefined], ['"\\0"', '\0'],
    ['"\\ud83d"', '\ud83d'], ['"😀"', '😀'], ['""', ''], ['"abc', 'abc'],
  ] as [string, Literal][])('%j', check);

  test('a chain of a hundred thousand sums is unknown, not an overflow', () => check(`1${' + 1'.repeat(100_000)}`, undefined));

  test('what stands between the quotes has its own range', () => {
    const { text, start, end } = unmarked("f(r'[|gelu|]')");
    const tree = parse(text);
    const string = nodesOfKind(tree, Kind.String)[0]!;
    expect(stringContent(tree, string)).toEqual({ start, end });
    expect(stringValue(tree, string)).toBe('gelu');
  });
});

describe('parts', () => {
  test('arguments of a call', () => {
    const tree = parse('f(a, *b, c=d, **e)');
    const values = callArguments(tree, nodesOfKind(tree, Kind.Call)[0]!)
      .map(({ stars, keyword, value, node }) => [stars, keyword, tree.textOf(value), tree.textOf(node)]);
    expect(values).toEqual([[0, undefined, 'a', 'a'], [1, undefined, 'b', '*b'], [0, 'c', 'd', 'c=d'], [2, undefined, 'e', '**e']]);
  });

  test('parameters of a function', () => {
    const tree = parse('def f(a, /, b: int = 1, *c, d=2, **e): pass\n');
    const values = parametersOf(tree, nodesOfKind(tree, Kind.FunctionDef)[0]!)
      .map(({ name, stars, annotation, default: value, passedBy }) => [name, stars, annotation && tree.textOf(annotation), value && tree.textOf(value), passedBy]);
    expect(values).toEqual([
      ['a', 0, 0, 0, 'positional'], ['b', 0, 'int', '1', 'either'], ['c', 1, 0, 0, 'either'], ['d', 0, 0, '2', 'keyword'], ['e', 2, 0, 0, 'keyword'],
    ]);
  });

  test('bases, decorators and body of a class', () => {
    const tree = parse('@a\n@b(1)\nclass A(nn.Module, metaclass=M):\n    x = 1\n    def f(self): pass\n');
    const classDef = nodesOfKind(tree, Kind.ClassDef)[0]!;
    expect(basesOf(tree, classDef).map(({ keyword, value }) => [keyword, tree.textOf(value)])).toEqual([[undefined, 'nn.Module'], ['metaclass', 'M']]);
    expect(decoratorsOf(tree, classDef).map((node) => tree.textOf(node))).toEqual(['a', 'b(1)']);
    expect(bodyOf(tree, classDef).map((node) => Kind[tree.kind(node)])).toEqual(['Assign', 'FunctionDef']);
  });

  test.each([
    ['a = b = 1', ['a', 'b'], '1'], ['a, b = c', ['a, b'], 'c'], ['a += 1', ['a'], '1'], ['a: int = 1', ['a'], '1'], ['a: int', ['a'], ''], ['(a := 1)', ['a'], '1'],
  ])('assignment %j', (source, targets, value) => {
    const tree = parse(source);
    const found = assignmentOf(tree, nodesOfKind(tree, Kind.Assign, Kind.AugAssign, Kind.AnnAssign, Kind.NamedExpr)[0]!)!;
    expect([found.targets.map((node) => tree.textOf(node)), found.value && tree.textOf(found.value)]).toEqual([targets, value || 0]);
  });

  test.each([
    ['a.[|b|]', Kind.Attribute, 'b'], ['f([|a|]=1)', Kind.KeywordArgument, 'a'], ['def [|f|](): pass', Kind.FunctionDef, 'f'], ['class [|A|]: pass', Kind.ClassDef, 'A'],
    ['f(**[|ｗ|])', Kind.Name, 'w'], ['[|x|] = 1', Kind.Name, 'x'],
  ])('name of %j', (source, kind, name) => {
    const { text, start, end } = unmarked(source);
    const tree = parse(text);
    const node = nodesOfKind(tree, kind).at(-1)!;
    expect(nameRange(tree, node)).toEqual({ start, end });
    expect(nameOf(tree, node)).toBe(name);
  });

  test('docstrings are told from other strings', () => {
    const tree = parse('"a"\n"no"\ndef f():\n    "b"\n    "no"\nclass A:\n    """c"""\n    def g(self): "d"\nif x:\n    "no"\nf("no")\n');
    expect(nodesOfKind(tree, Kind.String).filter((node) => isDocstring(tree, node)).map((node) => stringValue(tree, node))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('what is around and behind a name', () => {
  test.each([
    ['class A:\n    def f(self):\n        return [|x|]', 'A.f'], ['def f():\n    return lambda y: [z for z in [|x|]]', 'f'], ['[|x|]', ''],
    ['def f(a=[|x|]): pass', ''], ['@[|x|]\nclass A: pass', ''], ['class A:\n    class B([|x|]): pass', 'A'], ['async def f():\n    class B:\n        y = [|x|]', 'f.B'],
    ['def f[T](a): [|x|]', 'f'],
  ])('scope of %j', (source, expected) => {
    const { text, start, end } = unmarked(source);
    const tree = parse(text);
    expect(namesOf(tree).scopePath(markedNode(tree, start, end))).toBe(expected);
  });

  test.each([
    ['act = "gelu"\nf([|act|])', '"gelu"'], ['act = "gelu"\nact = "relu"\nf([|act|])', ''], ['def f(act):\n    [|act|]', ''], ['act: str\nact = "gelu"\n[|act|]', '"gelu"'],
    ['a, b = 1, 2\n[|b|]', '2'], ['a, *b = 1, 2\n[|a|]', ''], ['for i in x: pass\n[|i|]', ''], ['n = 1\nn += 1\n[|n|]', ''],
  ])('value of %j', (source, expected) => {
    const { text, start, end } = unmarked(source);
    const tree = parse(text);
    const value = namesOf(tree).valueOf(markedNode(tree, start, end));
    expect(value ? tree.textOf(value) : '').toBe(expected);
  });

  test('a name may stand for a definition of the file', () => {
    const tree = parse('class A: pass\ndef f(): pass\nA\nf\ng\nif x:\n    def A2(): pass\nelse:\n    def A2(): pass\nA2\n');
    const found = nodesOfKind(tree, Kind.Name).map((node) => Kind[tree.kind(namesOf(tree).definitionOf(node))]);
    expect(found).toEqual(['ClassDef', 'FunctionDef', 'None', 'None', 'None']);
  });

  test('packages and star imports of a file', () => {
    const tree = parse('import a.b, c as d\nfrom .e import f\ndef g():\n    from h.i import *\n    from . import *\nGELU; c.x; a.y\n');
    const names = namesOf(tree);
    expect([...names.importedRoots]).toEqual(['a', 'c', 'h']);
    expect(names.starImports).toEqual(['h.i', '.']);
    const last = nodesOfKind(tree, Kind.Name, Kind.Attribute).filter((node) => tree.kind(tree.parent(node)) === Kind.ExprStatement);
    expect(last.map((node) => names.starNames(node))).toEqual([['h.i.GELU', '.GELU'], ['h.i.c.x', '.c.x'], []]);
  });
});
