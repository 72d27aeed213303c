/** Masks that values are multiplied with: 1 for what counts, and 0 for the rest. */
import { callArguments, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { isRunBefore } from './bindings';

/** `mask`, `self.mask[:, None]`, `mask.float()`, `K.cast(mask, K.floatx())`. */
export function isMask(tree: SyntaxTree, node: Node): boolean {
  if (tree.end(node) - tree.start(node) > longestMask) return false;
  switch (tree.kind(node)) {
    case Kind.Name:
      return masks.test(nameOf(tree, node));
    case Kind.Attribute:
      return masks.test(nameOf(tree, node)) || isMask(tree, tree.firstChild(node));
    case Kind.Subscript:
      return isMask(tree, tree.firstChild(node));
    case Kind.Call:
      return isMask(tree, calleeOf(tree, node)) || (castings.test(nameOf(tree, calleeOf(tree, node))) && isMask(tree, callArguments(tree, node)[0]?.value ?? NONE));
    default:
      return false;
  }
}

const longestMask = 80;
const masks = /(^|_)masks?$|^masks?(_|$)/i;
const castings = /^(cast|expand_dims|unsqueeze|to_float|float|reshape|array|asarray)$/;

/** Whether a statement multiplies by a mask where there is one, in a branch that is over before a place. */
export function masksUnder(tree: SyntaxTree, statement: Node, place: Node): boolean {
  const branch = tree.parent(tree.parent(statement));
  return tree.kind(statement) === Kind.AugAssign && tree.kind(branch) === Kind.If && isMask(tree, tree.lastChild(statement)) && isRunBefore(tree, branch, place);
}
