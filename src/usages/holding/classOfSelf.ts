/** Whose `self` a name is. */
import { classWith } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import type { Reading } from '../reading';

/** The class whose method has a name as its first parameter. */
export function classOfSelf({ tree, names }: Reading, node: Node): Node {
  const [binding, other] = names.bindingsOf(node);
  if (binding === undefined || other !== undefined || tree.kind(binding.node) !== Kind.Parameter) return NONE;
  const parameters = tree.parent(binding.node);
  if (tree.firstChild(parameters) !== binding.node) return NONE;
  const method = tree.parent(parameters);
  return classWith(tree, tree.kind(tree.parent(method)) === Kind.Decorated ? tree.parent(method) : method);
}
