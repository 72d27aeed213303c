/** Whole numbers: how many there are of something is kept from falling below zero, and activates nothing. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

const counting: ReadonlySet<string> = new Set(['int', 'len', 'round', 'ord']);

/** `int(limit)`, `len(rows) - 1`: what Python's own functions count, and sums of such. */
export function isCount(tree: SyntaxTree, node: Node): boolean {
  switch (tree.kind(node)) {
    case Kind.Call: {
      const callee = calleeOf(tree, node);
      return tree.kind(callee) === Kind.Name && counting.has(nameOf(tree, callee));
    }
    case Kind.BinOp:
      return tree.children(node).some((part) => isCount(tree, part));
    default:
      return false;
  }
}
