import { describe, expect, test } from 'vitest';
import { parse, type ParseOptions } from '../../src/python/parse';
import { reparse } from '../../src/python/reparse';
import { Kind, type Node, type SyntaxTree } from '../../src/python/syntax';
import { unmarked } from './marked';

/** Expects a node of a kind exactly between `[|` and `|]`, and no error anywhere. */
function check(source: string, kind: Kind, options?: ParseOptions): void {
  const { text, start, end } = unmarked(source);
  const tree = parse(text, options);
  const kinds = nodesOf(tree).filter((node) => tree.start(node) === start && tree.end(node) === end).map((node) => Kind[tree.kind(node)]);
  expect(kinds).toContain(Kind[kind]);
  expect(errorsOf(tree)).toEqual([]);
}

function nodesOf(tree: SyntaxTree): Node[] {
  return Array.from({ length: tree.root }, (_, index) => index + 1);
}

/** The errors of a text; what a slice leaves out is none. */
function errorsOf(tree: SyntaxTree): string[] {
  return nodesOf(tree)
    .filter((node) => tree.kind(node) === Kind.Error || (tree.kind(node) === Kind.Missing && tree.kind(tree.parent(node)) !== Kind.Slice))
    .map((node) => `${Kind[tree.kind(node)]} at ${tree.start(node)}: ${tree.textOf(node)}`);
}

/** The tree in words: `Call(Name f, Number 1)`. */
function outline(tree: SyntaxTree, node: Node): string {
  const children = tree.children(node).map((child) => outline(tree, child));
  const name = Kind[tree.kind(node)];
  if (children.length > 0) return `${name}(${children.join(', ')})`;
  return tree.end(node) > tree.start(node) ? `${name} ${tree.textOf(node)}` : name;
}

function checkOutline(source: string, expected: string, options?: ParseOptions): void {
  const tree = parse(source, options);
  expect(tree.children(tree.root).map((node) => outline(tree, node)).join('; ')).toBe(expected);
}

describe('expressions', () => {
  test.each([
    ['x = [|a if b else c|]', Kind.IfExp], ['x = [|lambda a, /, b=1, *c, d, **e: a|]', Kind.Lambda], ['f([|a := 1|])', Kind.NamedExpr],
    ['[y for x in z if ([|y := x|])]', Kind.NamedExpr], ['[y for x in z if [|y := x|]]', Kind.NamedExpr], ['x[[|a := 0|]]', Kind.NamedExpr],
    ['{[|y := 1|], 2}', Kind.NamedExpr], ['[|not a in b|]', Kind.UnaryOp], ['[|a not in b is not c|]', Kind.Compare], ['[|-a ** -b|]', Kind.UnaryOp],
    ['[|(a) + (b)|]', Kind.BinOp], ['([|a|])', Kind.Name], ['[|(a,)|]', Kind.Tuple], ['[|a,|]', Kind.Tuple], ['x[[|a, b:c|]]', Kind.Tuple],
    ['x[[|*a|]]', Kind.Tuple], ['x[[|*a, 1|]]', Kind.Tuple], ['x[[|::2|]]', Kind.Slice], ['x[[|a:b:c|]]', Kind.Slice],
    ['f[|(a for a in b)|]', Kind.Generator], ['f([|(a for a in b)|], 1)', Kind.Generator], ['[|{**a, "b": 1}|]', Kind.Dict],
    ['[|{*a, 1}|]', Kind.Set], ['[|{}|]', Kind.Dict], ['[|{k: v async for k, v in x if k}|]', Kind.DictComprehension],
    ['async def f(): return [|await x.y(z)|]', Kind.Await], ['def f(): x = [|yield a, b|]', Kind.Yield], ['def f(): [|yield from x|]', Kind.YieldFrom],
    ['f(*[|a|], **b)', Kind.Name], ['f([|**b|])', Kind.DoubleStarred], ['f([|a=1|])', Kind.KeywordArgument], ['[|...|]', Kind.Ellipsis],
    ['[|a.b|].c', Kind.Attribute], ['[|f(a)|](b)', Kind.Call], ['[|a . b|]', Kind.Attribute], ['[|f (\n1\n)|]', Kind.Call],
    ['x = [|1|]if a else 2', Kind.Number], ['x = [|0xf|]or 1', Kind.Number], ['x = [|1_000.5e-3j|]', Kind.Number], ['[|1.|].real', Kind.Number],
    ['x = [|.5|]', Kind.Number], ['print([|"a" f"{b}" rb\'c\'|])', Kind.Concatenation],
    ['[|größe|] = 1', Kind.Name], ['[|名前|](1)', Kind.Name], ['x = "😀", [|y|]', Kind.Name], ['match = [|x|]', Kind.Name], ['[|match|](x)', Kind.Name],
    ['[|match.group(1)|]', Kind.Call], ['match[[|x|]] = 1', Kind.Name], ['[|type|](x)', Kind.Name], ['[|type|] = 1', Kind.Name], ['[|case|] = 1', Kind.Name],
    ['print([|match|], [case, type, _])', Kind.Name],
  ] as [string, Kind][])('%j', (source, kind) => check(source, kind));
});

describe('strings with fields', () => {
  test.each([
    ['[|f"{a}"|]', Kind.FString], ['f"[|{a!r:>{w}}|]"', Kind.Replacement], ['f"{a:[|>{w}|]}"', Kind.FormatSpec], ['f"{[|a|]=}"', Kind.Name],
    ['f"{[|a|] = !r:^20}"', Kind.Name], ['f"{d[[|"a"|]]}"', Kind.String], ['f"{f"{[|1 + 1|]}"}"', Kind.BinOp],
    ['f"{\n[|a|]  # comment }\n}"', Kind.Name], ["f'''{\n[|a|]\n}'''", Kind.Name], ['f"{{}}{[|a|]}"', Kind.Name], ['f"{[|a != b|]}"', Kind.Compare],
    ['f"{x:=5}" + [|y|]', Kind.Name], ['f"{(lambda: [|x|])}"', Kind.Name], ['f"{[|*a, b|]}"', Kind.Tuple],
    ['rf"\\{[|a|]}"', Kind.Name], ['f"\\N{DIGIT ONE}{[|a|]}"', Kind.Name], ['[|t"{a}"|]', Kind.TString], ['[|rt"{a!s:x}"|]', Kind.TString],
    ['f"{a:{[|b|]:{c}}}"', Kind.Name], ['f"{a}{[|x|]:%Y-%m}"', Kind.Name],
  ] as [string, Kind][])('%j', (source, kind) => check(source, kind));
});

describe('statements', () => {
  test.each([
    ['[|type X = int|]', Kind.TypeAlias], ['[|type X[T: int = str, *Ts, **P] = dict[T]|]', Kind.TypeAlias], ['def f[[|T, *Ts|]](x): pass', Kind.TypeParameters],
    ['class A[[|T = int|]](B): pass', Kind.Parameter], ['def f(*args: [|*Ts|]): pass', Kind.Starred], ['@[|a.b[0](c) if d else e|]\ndef f(): pass', Kind.IfExp],
    ['@x\n[|async def f(): pass|]', Kind.AsyncFunctionDef], ['with ([|open(a) as b|], c): pass', Kind.WithItem], ['with ([|a|], b): pass', Kind.WithItem],
    ['with [|(a, b)|] as c: pass', Kind.Tuple], ['with ([|yield x|]): pass', Kind.Yield], ['with [|(a).b() as c|]: pass', Kind.WithItem],
    ['with (a), [|c as d|]: pass', Kind.WithItem], ['try: pass\n[|except* A as b: pass|]', Kind.ExceptClause], ['try: pass\nexcept [|A, B|]: pass', Kind.Tuple],
    ['for x in [|*a, b|]: pass', Kind.Tuple], ['for [|x, *y|] in z: pass', Kind.Tuple], ['return_ = 1; [|x: int = 2|]', Kind.AnnAssign], ['[|x.y[0]: int|]', Kind.AnnAssign],
    ['[|a = b = yield_|]', Kind.Assign], ['[|a @= b|]', Kind.AugAssign], ['[|del a, (b), c[0]|]', Kind.Delete], ['from ... import [|a as b|]', Kind.ImportedName],
    ['from .a import (\n  b, # c\n  [|d as e|],\n)', Kind.ImportedName], ['[|from a import *|]', Kind.ImportFrom], ['import a.b as c, [|d.e|]', Kind.DottedName],
    ['if a: pass\n[|elif b: pass|]\nelse: pass', Kind.ElifClause], ['while a: pass\n[|else: pass|]', Kind.ElseClause], ['def f(a, /, b, [|*|], c): pass', Kind.KeywordOnlyMark],
    ['def f(a, [|/|]): pass', Kind.PositionalOnlyMark], ['raise [|A|] from b', Kind.Name], ['if a:\n\t[|b|]\n        c', Kind.Name],
    ['if a:\r\n  [|b|]\r\nc', Kind.Name], ['if a:\r  [|b|]\rc', Kind.Name], ['\ufeff[|a|]', Kind.Name], ['a\n\f\n[|b|]', Kind.Name], ['x = a + \\\n  [|b|]', Kind.Name],
    ['if a: b; [|c|]', Kind.Name], ['if a:\n    # b\n# c\n    [|d|]', Kind.Name],
  ] as [string, Kind][])('%j', (source, kind) => check(source, kind));
});

describe('patterns', () => {
  const inMatch = (pattern: string): string => `match x:\n    case ${pattern}:\n        pass\n`;
  test.each([
    ['[|_|]', Kind.MatchWildcard], ['[|a|]', Kind.MatchCapture], ['[|a.b|]', Kind.MatchValue], ['[|-1|]', Kind.MatchValue], ['[|1 + 2j|]', Kind.MatchValue],
    ['[|"a" "b"|]', Kind.MatchValue], ['[|None|]', Kind.MatchValue], ['[|1 | 2|]', Kind.MatchOr], ['[|(1 | 2) as a|]', Kind.MatchAs], ['[|[a, *b]|]', Kind.MatchSequence],
    ['[|a, *_|]', Kind.MatchSequence], ['(a, [|*b|])', Kind.MatchStar], ['[|()|]', Kind.MatchSequence], ['[|{"a": 1, -2: b, **c}|]', Kind.MatchMapping],
    ['{"a": 1, [|**c|]}', Kind.MatchRest], ['[|a.B(1, c=d)|]', Kind.MatchClass], ['B([|c=d|])', Kind.MatchKeyword], ['a [|if b|]', Kind.Guard], ['([|a|])', Kind.MatchCapture],
    ['[|(a,)|]', Kind.MatchSequence],
  ] as [string, Kind][])('%j', (pattern, kind) => check(inMatch(pattern), kind));

  test('match is read as a statement only where cases follow', () => {
    check('match ([|x|]):\n case 1: pass', Kind.Name);
    check('match [|-x|]:\n case 1: pass', Kind.UnaryOp);
    check('match [|*a, b|]:\n case _: pass', Kind.Tuple);
    check('match: [|int|] = 1', Kind.Name);
    check('match x:\n case {"a": F([|b|])}: pass', Kind.MatchCapture);
  });
});

describe('notebooks', () => {
  const cell = { notebook: true };
  test.each([
    ['[|%matplotlib inline|]\nx', Kind.Magic], ['x\n[|!pip install torch|]\ny', Kind.Magic], ['[|?len|]', Kind.Magic], ['[|torch.nn??|]\nx', Kind.Magic],
    ['files = [|!ls *.py|]\nx', Kind.Magic], ['t = [|%timeit -o f()|]', Kind.Magic], ['%time [|f(x)|]', Kind.Call], ['%timeit -n 10 -r 3 [|f(x)|]', Kind.Call],
    ['[|%%bash\nls "$x\n|]', Kind.Magic], ['%%time\n[|f(x)|]', Kind.Call], ['if x:\n    [|!ls|]\n    y', Kind.Magic], ['[|!ls \\\n  -l|]\nx', Kind.Magic],
    ['x = a % [|b|]', Kind.Name], ['x = (a\n% [|b|])', Kind.Name], ['[|x != y|]', Kind.Compare],
  ] as [string, Kind][])('%j', (source, kind) => check(source, kind, cell));

  test('each cell is read for itself', () => {
    const text = 'f(a\n%%bash\nls\nx = """\ng(b)\n';
    const cellStarts = [text.indexOf('%%bash'), text.indexOf('x = '), text.indexOf('g(b)')];
    checkOutline(text, 'ExprStatement(Call(Name f, Name a)); Magic %%bash\nls\n; Assign(Name x, String """\n); ExprStatement(Call(Name g, Name b))', { notebook: true, cellStarts });
  });

  test('a file that is no notebook has no magics', () => {
    expect(errorsOf(parse('%time f(x)\n'))).not.toEqual([]);
  });
});

describe('what is wrong in a text costs little', () => {
  test.each([
    ['print "a", b', 'ExprStatement(Name print); ExprStatement(Tuple(String "a", Name b))'],
    ['print >>f, x', 'ExprStatement(Tuple(BinOp(Name print, Name f), Name x))'],
    ['x.', 'ExprStatement(Attribute(Name x))'],
    ['x = \ny', 'Assign(Name x, Missing); ExprStatement(Name y)'],
    ['f(a, \ndef g(): pass', 'ExprStatement(Call(Name f, Name a)); FunctionDef(Identifier g, Parameters, Block(Pass pass))'],
    ['f(a\nb = c(1)', 'ExprStatement(Call(Name f, Name a)); Assign(Name b, Call(Name c, Number 1))'],
    ['def f(\n    a\n    b: c = 1,\n    d\n    e=2\n): pass', 'FunctionDef(Identifier f, Parameters(Parameter(Identifier a), Parameter(Identifier b, Annotation(Name c), Number 1), Parameter(Identifier d), Parameter(Identifier e, Number 2)), Block(Pass pass))'],
    ['def f(a\n    b = c(1)\n    d', 'FunctionDef(Identifier f, Parameters(Parameter(Identifier a)), Block(Assign(Name b, Call(Name c, Number 1)), ExprStatement(Name d)))'],
    ['if f(a:\n    b()', 'If(Call(Name f, Name a, Error(Missing)), Block(ExprStatement(Call(Name b))))'],
    ['f(a]) ; b', 'ExprStatement(Call(Name f, Name a, Error ])); ExprStatement(Name b)'],
    ['f([a)\nb', 'ExprStatement(Call(Name f, List(Name a))); ExprStatement(Name b)'],
    ['f(a))\nb', 'ExprStatement(Call(Name f, Name a)); Error ); ExprStatement(Name b)'],
    ['if a\n    b', 'If(Name a, Block(ExprStatement(Name b)))'],
    ['    a\nb', 'ExprStatement(Name a); ExprStatement(Name b)'],
    ['x = "abc\ny', 'Assign(Name x, String "abc); ExprStatement(Name y)'],
    ['x = f"{a"\ny', 'Assign(Name x, FString(Replacement(Name a))); ExprStatement(Name y)'],
    ['x = f"{a\ny = 1', 'Assign(Name x, FString(Replacement(Name a))); Assign(Name y, Number 1)'],
    ['$x = 1', 'Error $; Assign(Name x, Number 1)'],
    ['for x range(3): pass', 'For(Name x, Call(Name range, Number 3), Block(Pass pass))'],
    ['else:\n  a', 'ElseClause(Block(ExprStatement(Name a)))'],
    ['@a\nb', 'Decorated(Decorator(Name a)); ExprStatement(Name b)'],
  ])('%j', (source, expected) => checkOutline(source, expected));
});

test('comments are known and are no nodes', () => {
  const tree = parse('# a\nx = (1, # b\n  2) # c\n"# d"\n');
  expect(tree.comments().map(({ start, end }) => tree.text.slice(start, end))).toEqual(['# a', '# b', '# c']);
  expect(nodesOf(tree).some((node) => tree.textOf(node).startsWith('# a') && node !== tree.root)).toBe(false);
});

test('reading can begin anew at whatever begins a line outside of all blocks', () => {
  const tree = parse('class A:\n    a\ndef f():\n    if a:\n        b; c\n@d\ndef g(): pass\nif a: b\nx = (\n1); y = 2\n  z\nw\n');
  expect(tree.firm.map((node) => Kind[tree.kind(node)])).toEqual(['ClassDef', 'FunctionDef', 'Decorated', 'If', 'Assign', 'ExprStatement']);
});

test('an opened bracket takes in what follows up to a definition, and no more of the text is read again', () => {
  const text = 'x = 1\ny = 2\n@a("b")\ndef f(): pass\n' + 'def g(): pass\n'.repeat(9);
  const tree = reparse(parse(text), text.replace('y = 2', 'y = g('));
  expect(tree.common).toBeDefined();
  expect([...tree.fields]).toEqual([...parse(tree.text).fields]);
});

test('quotes that close an f-string only because no others follow are read with all that follows', () => {
  const text = `${'a = 1\n'.repeat(3)}x = """{y\n    """\n${'b = 2\n'.repeat(6)}"""c"""\n${'d = 3\n'.repeat(3)}`;
  const edited = text.replace('x = ', 'x = t');
  expect(reparse(parse(text), edited).fields).toEqual(parse(edited).fields);
});
