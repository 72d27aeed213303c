/** Texts that are made around the name of an activation before they are evaluated: `f"nn.{act}()"`, `"nn." + act`, `"F.%s" % act`, `"nn.{}()".format(act)`. */
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { stringValue } from '../../python/literals';
import { Kind, NONE, type Node, Operator, type SyntaxTree } from '../../python/syntax';

interface TextAround {
  /** What stands for the name. */
  readonly key: Node;
  readonly before: string;
  readonly after: string;
}

/** What is made around one expression, and nothing else that is not known. */
export function textAround(tree: SyntaxTree, code: Node): TextAround | undefined {
  switch (tree.kind(code)) {
    case Kind.FString:
      return aroundField(tree, code);
    case Kind.BinOp:
      return tree.data(code) === Operator.Add ? joined(tree, code) : tree.data(code) === Operator.Modulo ? split(tree, tree.firstChild(code), /%[sd]/, tree.lastChild(code)) : undefined;
    case Kind.Call:
      return formatted(tree, code);
    default:
      return undefined;
  }
}

function aroundField(tree: SyntaxTree, string: Node): TextAround | undefined {
  const [field, other] = tree.children(string);
  const key = field === undefined ? NONE : tree.firstChild(field);
  if (field === undefined || other !== undefined || tree.lastChild(field) !== key) return undefined;
  return { key, before: tree.text.slice(tree.start(string), tree.start(field)).replace(/^f["']/i, ''), after: tree.text.slice(tree.end(field), tree.end(string) - 1) };
}

/** `"nn." + act`, `"nn." + act + "()"` */
function joined(tree: SyntaxTree, sum: Node): TextAround | undefined {
  const [left = NONE, right = NONE] = tree.children(sum);
  const before = stringValue(tree, left);
  if (before !== undefined) return { key: right, before, after: '' };
  const inner = tree.kind(left) === Kind.BinOp && tree.data(left) === Operator.Add ? tree.children(left) : [];
  const start = stringValue(tree, inner[0] ?? NONE);
  const after = stringValue(tree, right);
  return start === undefined || after === undefined ? undefined : { key: inner[1] ?? NONE, before: start, after };
}

function formatted(tree: SyntaxTree, call: Node): TextAround | undefined {
  const callee = calleeOf(tree, call);
  const [first, other] = callArguments(tree, call);
  if (tree.kind(callee) !== Kind.Attribute || nameOf(tree, callee) !== 'format' || first === undefined || other !== undefined) return undefined;
  return split(tree, tree.firstChild(callee), /\{0?\}/, first.value);
}

function split(tree: SyntaxTree, string: Node, mark: RegExp, key: Node): TextAround | undefined {
  const [before = '', after, more] = stringValue(tree, string)?.split(mark) ?? [];
  return after === undefined || more !== undefined ? undefined : { key, before, after };
}
