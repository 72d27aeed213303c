/** What sends samples to experts, mixes what they give, or shares out classes, weighs no keys and is no attention. */
import { isDefinition, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { nearest } from './region';

const experts = /[Ee]xpert|[Rr]out(er|ing)|(^|_)moe|MoE|[Mm]ixture/;

/** By the names around: of the statement it stands in, and of the functions and classes. */
export function isRouting(tree: SyntaxTree, node: Node): boolean {
  for (let at = node; at !== NONE; at = tree.parent(at)) {
    const kind = tree.kind(at);
    if (isDefinition(kind) ? experts.test(nameOf(tree, at)) : isStatement(kind) && experts.test(tree.textOf(at))) return true;
  }
  return false;
}

const attended = /att|align|quer|key|mask/i;
/** Scores of classes and predictions, and the weights by which an architecture is searched. */
const ofOthers = /(^|[^a-z])(cls|class(es)?|pred(iction)?s?|logits|teacher|student|alphas|betas)(?![a-z])/i;

/** By what it is given: `scores = cls_score.softmax(-1)`. */
export function isOfClasses(tree: SyntaxTree, node: Node): boolean {
  const call = nearest(tree, node, (kind) => kind === Kind.Call || kind === Kind.BinOp);
  const given = call === NONE ? '' : tree.textOf(call);
  return ofOthers.test(given) && !attended.test(given);
}

function isStatement(kind: Kind): boolean {
  return kind === Kind.Assign || kind === Kind.Return || kind === Kind.ExprStatement;
}
