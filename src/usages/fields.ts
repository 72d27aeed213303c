/** Hyperbolic tangents of mathematics: a solution that is known, a field, a force. */
import type { Found } from '../frameworks/lookup';
import { calleeOf, nameOf, operatorOf } from '../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../python/syntax';

/** Nobody writes longer terms. */
const longest = 16;

/** Whether a `tanh` of NumPy stands in one term with sines or cosines, `np.sin(x) * np.tanh(x) * np.exp(-x**2)`, or is divided by what it is of. */
export function isOfField(tree: SyntaxTree, call: Node, { framework, symbol }: Found): boolean {
  if (call === NONE || framework.isAccessory !== true || symbol.activation !== 'tanh') return false;
  if (isPerArgument(tree, call)) return true;
  let child = call;
  let term = tree.parent(call);
  for (let level = 0; level < longest && arithmetic.includes(tree.kind(term)); level++) {
    if (tree.children(term).some((part) => part !== child && isOfWaves(tree, part, 0))) return true;
    child = term;
    term = tree.parent(term);
  }
  return false;
}

/** `np.tanh(x) / x`: the mean of a distribution, the efficiency of a fin. */
function isPerArgument(tree: SyntaxTree, call: Node): boolean {
  const quotient = tree.parent(call);
  if (tree.kind(quotient) !== Kind.BinOp || operatorOf(tree, quotient) !== Operator.Divide || tree.firstChild(quotient) !== call) return false;
  return tree.textOf(tree.lastChild(quotient)) === tree.textOf(tree.nextSibling(calleeOf(tree, call)));
}

const arithmetic: readonly Kind[] = [Kind.BinOp, Kind.UnaryOp];

/** Deeper in a factor nobody hides its sine. */
const deepest = 4;

function isOfWaves(tree: SyntaxTree, part: Node, depth: number): boolean {
  if (tree.kind(part) === Kind.Call) return /^(sin|cos)h?$/.test(nameOf(tree, calleeOf(tree, part)));
  return depth < deepest && arithmetic.includes(tree.kind(part)) && tree.children(part).some((inner) => isOfWaves(tree, inner, depth + 1));
}
