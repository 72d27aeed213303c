/** Hyperbolic tangents of mathematics: a solution that is known, a field, a force. */
import type { Found } from '../frameworks/lookup';
import { calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

/** Nobody writes longer terms. */
const longest = 16;

/** Whether a `tanh` of NumPy stands in one term with sines or cosines: `np.sin(x) * np.tanh(x) * np.exp(-x**2)`. */
export function isOfField(tree: SyntaxTree, call: Node, { framework, symbol }: Found): boolean {
  if (call === NONE || framework.isAccessory !== true || symbol.activation !== 'tanh') return false;
  let child = call;
  let term = tree.parent(call);
  for (let level = 0; level < longest && arithmetic.includes(tree.kind(term)); level++) {
    if (tree.children(term).some((part) => part !== child && isOfWaves(tree, part, 0))) return true;
    child = term;
    term = tree.parent(term);
  }
  return false;
}

const arithmetic: readonly Kind[] = [Kind.BinOp, Kind.UnaryOp];

/** Deeper in a factor nobody hides its sine. */
const deepest = 4;

function isOfWaves(tree: SyntaxTree, part: Node, depth: number): boolean {
  if (tree.kind(part) === Kind.Call) return /^(sin|cos)h?$/.test(nameOf(tree, calleeOf(tree, part)));
  return depth < deepest && arithmetic.includes(tree.kind(part)) && tree.children(part).some((inner) => isOfWaves(tree, inner, depth + 1));
}
