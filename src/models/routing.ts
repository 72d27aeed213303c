/** What sends samples to experts, or mixes what they give, weighs no keys and is no attention. */
import { isDefinition, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

const experts = /[Ee]xpert|[Rr]out(er|ing)|(^|_)moe|MoE|[Mm]ixture/;

/** By the names around: of the statement it stands in, and of the functions and classes. */
export function isRouting(tree: SyntaxTree, node: Node): boolean {
  for (let at = node; at !== NONE; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (isDefinition(kind) ? experts.test(nameOf(tree, at)) : isStatement(kind) && experts.test(tree.textOf(at))) return true;
  }
  return false;
}

function isStatement(kind: Kind): boolean {
  return kind === Kind.Assign || kind === Kind.Return || kind === Kind.ExprStatement;
}
