/**
 * Whether a loss asks for the derivative of an output with respect to an input, as an equation of first order or a force does. A penalty that keeps a
 * gradient small and a step of meta-learning do so too, and say nothing of how smooth it should be.
 */
import { callArguments, isDefinition, nameOf } from '../python/parts';
import { literalValue } from '../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { NamedCall } from './region';

const weights = /param|weight|theta|variables|fast|latent|style/i;
const judged = /loss|critic|disc|valid|logit|score|prob|pred_?(real|fake)/i;
const restraining = /penalt|regulari|discriminator|critic|meta|maml|adapt|influence|hess|jacob|attack|(^|_)(gp|r1|vjp|jvp|trace)(_|\d|$)/i;

export function differentiatedByInput(tree: SyntaxTree, calls: readonly NamedCall[]): NamedCall | undefined {
  return calls.find(({ name, node }) => (name === 'grad' || name === 'jacobian') && isTrainedThrough(tree, node) && !isRestraint(tree, node));
}

/** `grad(u, x, create_graph=True)` */
function isTrainedThrough(tree: SyntaxTree, call: Node): boolean {
  const given = callArguments(tree, call);
  const text = (keyword: string, place: number): string | undefined => {
    const argument = given.find((each) => each.keyword === keyword) ?? given.filter((each) => each.keyword === undefined)[place];
    return argument && tree.textOf(argument.value);
  };
  const [output, input] = [text('outputs', 0), text('inputs', 1)];
  const keepsGraph = given.some(({ keyword, value }) => keyword === 'create_graph' && literalValue(tree, value) === true);
  return keepsGraph && output !== undefined && input !== undefined && !judged.test(output) && !weights.test(input);
}

/** By the names around, or by a norm that is taken in the same place. */
function isRestraint(tree: SyntaxTree, call: Node): boolean {
  let place = tree.root;
  for (let at = call; at !== NONE; at = tree.parent(at)) {
    if (!isDefinition(tree.kind(at))) continue;
    if (restraining.test(nameOf(tree, at))) return true;
    if (place === tree.root && tree.kind(at) !== Kind.ClassDef) place = at;
  }
  return /\.norm\(|\bnorm\(/.test(tree.textOf(place));
}
