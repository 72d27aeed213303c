import { literalValue } from '../../src/python/literals';
import { callArguments, nameOf } from '../../src/python/parts';
import { Kind, type Node, Operator, type SyntaxTree } from '../../src/python/syntax';

/** What CPython calls the kinds that have the same ranges there and here, and whose details `DETAILS` gives. */
const NAMES: Partial<Record<Kind, string>> = {
  [Kind.FunctionDef]: 'FunctionDef', [Kind.AsyncFunctionDef]: 'AsyncFunctionDef', [Kind.ClassDef]: 'ClassDef',
  [Kind.Return]: 'Return', [Kind.Delete]: 'Delete', [Kind.Assign]: 'Assign', [Kind.AugAssign]: 'AugAssign',
  [Kind.AnnAssign]: 'AnnAssign', [Kind.TypeAlias]: 'TypeAlias', [Kind.For]: 'For', [Kind.AsyncFor]: 'AsyncFor',
  [Kind.While]: 'While', [Kind.If]: 'If', [Kind.ElifClause]: 'If', [Kind.With]: 'With', [Kind.AsyncWith]: 'AsyncWith',
  [Kind.Match]: 'Match', [Kind.Raise]: 'Raise', [Kind.Try]: 'Try', [Kind.ExceptClause]: 'ExceptHandler', [Kind.Assert]: 'Assert',
  [Kind.Import]: 'Import', [Kind.ImportedModule]: 'alias', [Kind.ImportFrom]: 'ImportFrom', [Kind.ImportedName]: 'alias',
  [Kind.ImportStar]: 'alias', [Kind.Global]: 'Global', [Kind.Nonlocal]: 'Nonlocal', [Kind.ExprStatement]: 'Expr', [Kind.Pass]: 'Pass',
  [Kind.Break]: 'Break', [Kind.Continue]: 'Continue', [Kind.Name]: 'Name', [Kind.Attribute]: 'Attribute', [Kind.Call]: 'Call',
  [Kind.KeywordArgument]: 'keyword', [Kind.Starred]: 'Starred', [Kind.Subscript]: 'Subscript', [Kind.Slice]: 'Slice',
  [Kind.Number]: 'Constant', [Kind.String]: 'Constant', [Kind.Bytes]: 'Constant', [Kind.FString]: 'JoinedStr',
  [Kind.Replacement]: 'FormattedValue', [Kind.Concatenation]: 'Constant', [Kind.True]: 'Constant', [Kind.False]: 'Constant',
  [Kind.NoneLiteral]: 'Constant', [Kind.Ellipsis]: 'Constant', [Kind.List]: 'List', [Kind.Tuple]: 'Tuple', [Kind.Set]: 'Set',
  [Kind.Dict]: 'Dict', [Kind.ListComprehension]: 'ListComp', [Kind.SetComprehension]: 'SetComp',
  [Kind.DictComprehension]: 'DictComp', [Kind.Generator]: 'GeneratorExp', [Kind.BoolOp]: 'BoolOp', [Kind.BinOp]: 'BinOp',
  [Kind.UnaryOp]: 'UnaryOp', [Kind.Compare]: 'Compare', [Kind.IfExp]: 'IfExp', [Kind.Lambda]: 'Lambda', [Kind.NamedExpr]: 'NamedExpr',
  [Kind.Await]: 'Await', [Kind.Yield]: 'Yield', [Kind.YieldFrom]: 'YieldFrom', [Kind.MatchValue]: 'MatchValue',
  [Kind.MatchWildcard]: 'MatchAs', [Kind.MatchCapture]: 'MatchAs', [Kind.MatchAs]: 'MatchAs', [Kind.MatchOr]: 'MatchOr',
  [Kind.MatchSequence]: 'MatchSequence', [Kind.MatchStar]: 'MatchStar', [Kind.MatchMapping]: 'MatchMapping',
  [Kind.MatchClass]: 'MatchClass', [Kind.Missing]: 'Missing', [Kind.Error]: 'Error',
};

const OPERATORS: Partial<Record<Operator, string>> = {
  [Operator.Add]: 'Add', [Operator.Subtract]: 'Sub', [Operator.Multiply]: 'Mult', [Operator.MatrixMultiply]: 'MatMult',
  [Operator.Divide]: 'Div', [Operator.FloorDivide]: 'FloorDiv', [Operator.Modulo]: 'Mod', [Operator.Power]: 'Pow',
  [Operator.LeftShift]: 'LShift', [Operator.RightShift]: 'RShift', [Operator.BitAnd]: 'BitAnd', [Operator.BitOr]: 'BitOr',
  [Operator.BitXor]: 'BitXor', [Operator.Plus]: 'UAdd', [Operator.Minus]: 'USub', [Operator.Invert]: 'Invert',
  [Operator.Not]: 'Not', [Operator.And]: 'And', [Operator.Or]: 'Or', [Operator.Equal]: 'Eq', [Operator.NotEqual]: 'NotEq',
  [Operator.Less]: 'Lt', [Operator.LessEqual]: 'LtE', [Operator.Greater]: 'Gt', [Operator.GreaterEqual]: 'GtE',
  [Operator.Is]: 'Is', [Operator.IsNot]: 'IsNot', [Operator.In]: 'In', [Operator.NotIn]: 'NotIn',
};

const SINGLETONS: ReadonlySet<Kind> = new Set([Kind.True, Kind.False, Kind.NoneLiteral]);

export interface RecordOptions {
  /** Whether CPython gives places inside f-strings, as it does since 3.12. */
  readonly fields: boolean;
}

/** The tree in the words of oracle.py, unordered. */
export function recordsOf(tree: SyntaxTree, { fields }: RecordOptions): string[] {
  const records: string[] = [];
  const silent = silentNodes(tree, fields);
  for (let node = tree.root; node > 0; node--) {
    if (!silent[node]) addRecord(tree, node, records);
  }
  return records;
}

/** The single literals of a Concatenation, the bounds that a Slice lacks, and what is inside f-strings where CPython is wrong. */
function silentNodes(tree: SyntaxTree, fields: boolean): Uint8Array {
  const silent = new Uint8Array(tree.root + 1);
  for (let node = tree.root; node > 0; node--) {
    const kind = tree.kind(node);
    for (const child of tree.children(node)) {
      if (kind === Kind.MatchValue && SINGLETONS.has(tree.kind(child))) silent[child] = 1;
      const inFString = kind === Kind.FString && (!fields || silent[node] === 2);
      if (inFString || (silent[node] === 2 && kind !== Kind.FString)) silent[child] = 2;
      if (kind === Kind.Concatenation) silent[child] = fields ? 1 : 2;
      if (kind === Kind.Slice && tree.kind(child) === Kind.Missing) silent[child] = 1;
    }
  }
  return silent;
}

function addRecord(tree: SyntaxTree, node: Node, records: string[]): void {
  const kind = tree.kind(node);
  switch (kind) {
    case Kind.Parameter:
    case Kind.StarParameter:
    case Kind.DoubleStarParameter:
      return addParameter(tree, node, records);
    case Kind.DoubleStarred:
      if (tree.kind(tree.parent(node)) !== Kind.Dict) records.push(`keyword ${tree.start(node)} ${tree.end(node)} **`);
      return;
    case Kind.TypeAlias: {
      const name = tree.firstChild(node);
      records.push(`Name ${tree.start(name)} ${tree.end(name)} ${nameOf(tree, name)}`);
    }
  }
  const name = nameOfKind(tree, node);
  if (name) records.push(`${name} ${tree.start(node)} ${endOf(tree, node)} ${detailOf(tree, node)}`);
}

/** CPython has an `elif` end where the whole statement ends. */
function endOf(tree: SyntaxTree, node: Node): number {
  return tree.end(tree.kind(node) === Kind.ElifClause ? tree.parent(node) : node);
}

function nameOfKind(tree: SyntaxTree, node: Node): string | undefined {
  const kind = tree.kind(node);
  const isFString = (part: Node): boolean => tree.kind(part) === Kind.FString;
  if (kind === Kind.Concatenation && tree.children(node).some(isFString)) return 'JoinedStr';
  if (kind !== Kind.MatchValue) return NAMES[kind];
  return SINGLETONS.has(tree.kind(tree.firstChild(node))) ? 'MatchSingleton' : 'MatchValue';
}

function addParameter(tree: SyntaxTree, node: Node, records: string[]): void {
  const list = tree.kind(tree.parent(node));
  if (list === Kind.TypeParameters) {
    const names = { [Kind.Parameter]: 'TypeVar', [Kind.StarParameter]: 'TypeVarTuple', [Kind.DoubleStarParameter]: 'ParamSpec' };
    records.push(`${names[tree.kind(node) as keyof typeof names]} ${tree.start(node)} ${tree.end(node)} `);
    return;
  }
  const identifier = tree.firstChild(node);
  const annotation = tree.children(node).find((child) => tree.kind(child) === Kind.Annotation);
  records.push(`arg ${tree.start(identifier)} ${tree.end(annotation ?? identifier)} ${nameOf(tree, node)}`);
}

function callDetail(tree: SyntaxTree, call: Node): string {
  const values = callArguments(tree, call);
  const keywords = values.filter(({ keyword, stars }) => keyword !== undefined || stars === 2).length;
  const callee = tree.firstChild(call);
  return `${values.length - keywords} ${keywords} ${tree.start(callee)} ${tree.end(callee)}`;
}

function dottedText(tree: SyntaxTree, node: Node): string {
  return tree.textOf(node).replace(/\s|\\/g, '').normalize('NFKC');
}

function importDetail(tree: SyntaxTree, node: Node): string {
  const [first, second] = tree.children(node);
  if (tree.kind(node) !== Kind.ImportFrom) return first ? `${dottedText(tree, first)} ${second ? dottedText(tree, second) : '-'}` : '* -';
  const module = first && tree.kind(first) === Kind.DottedName ? dottedText(tree, first) : '';
  return '.'.repeat(tree.data(node)) + module;
}

function detailOf(tree: SyntaxTree, node: Node): string {
  switch (tree.kind(node)) {
    case Kind.Call:
      return callDetail(tree, node);
    case Kind.Name:
    case Kind.Attribute:
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
    case Kind.ClassDef:
    case Kind.KeywordArgument:
      return nameOf(tree, node);
    case Kind.ImportedModule:
    case Kind.ImportedName:
    case Kind.ImportStar:
    case Kind.ImportFrom:
      return importDetail(tree, node);
    case Kind.BinOp:
    case Kind.AugAssign:
    case Kind.UnaryOp:
    case Kind.BoolOp:
      return OPERATORS[tree.data(node) as Operator] ?? '?';
    case Kind.Compare:
      return tree.children(node).slice(1).map((part) => OPERATORS[tree.data(part) as Operator] ?? '?').join(' ');
    case Kind.Global:
    case Kind.Nonlocal:
      return tree.children(node).map((child) => nameOf(tree, child)).join(' ');
    default:
      return constantDetail(tree, node);
  }
}

function constantDetail(tree: SyntaxTree, node: Node): string {
  const kind = tree.kind(node);
  if (NAMES[kind] !== 'Constant' || nameOfKind(tree, node) !== 'Constant') return '';
  const value = literalValue(tree, node);
  if (typeof value === 'string') return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (typeof value === 'number') return hexadecimal(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (kind === Kind.Number && !/[jJ]$/.test(tree.textOf(node))) return 'large';
  return /\\N\{/.test(tree.textOf(node)) && kind !== Kind.Bytes ? 'named' : '';
}

/** As `float.hex` of Python writes it. */
function hexadecimal(value: number): string {
  if (!Number.isFinite(value)) return 'large';
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  const fraction = (high & 0xfffff).toString(16).padStart(5, '0') + bits.getUint32(4).toString(16).padStart(8, '0');
  if (value === 0) return '0x0.0p+0';
  const power = (exponent || 1) - 1023;
  return `0x${exponent ? 1 : 0}.${fraction}p${power < 0 ? '' : '+'}${power}`;
}
