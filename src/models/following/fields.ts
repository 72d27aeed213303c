import { bodyOf, nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

/** The fields of a dataclass or Flax module in their order: what its body annotates. */
export function annotatedFields(tree: SyntaxTree, classDef: Node): string[] {
  return bodyOf(tree, classDef)
    .filter((statement) => tree.kind(statement) === Kind.AnnAssign)
    .map((statement) => nameOf(tree, tree.firstChild(statement)));
}
