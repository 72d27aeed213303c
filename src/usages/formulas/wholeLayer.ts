/** Formulas that are all that a layer does. */
import { calleeOf, nameOf, parametersOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import type { Recognised } from './recognise';

/** `Lambda(lambda x: K.maximum(x, 0))`: a layer that does nothing else. */
export function isWholeLayer(tree: SyntaxTree, { inputs: [input] }: Recognised, node: Node): boolean {
  const lambda = tree.parent(node);
  const call = tree.parent(lambda);
  if (tree.kind(lambda) !== Kind.Lambda || tree.kind(call) !== Kind.Call || !/^(Hybrid)?Lambda$/.test(nameOf(tree, calleeOf(tree, call)))) return false;
  return parametersOf(tree, lambda).some(({ name }) => name === input?.key);
}
