/** Whose `self` a name is. */
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';

/** The class whose method has a name as its first parameter. */
export function classOfSelf({ tree, names }: Reading, node: Node): Node {
  const [binding, other] = names.bindingsOf(node);
  if (binding === undefined || other !== undefined || tree.kind(binding.node) !== Kind.Parameter) return NONE;
  const parameters = tree.parent(binding.node);
  if (tree.firstChild(parameters) !== binding.node) return NONE;
  return classAround(tree, tree.parent(parameters));
}

/** The class of which a definition is a method. */
function classAround(tree: SyntaxTree, definition: Node): Node {
  const outermost = tree.kind(tree.parent(definition)) === Kind.Decorated ? tree.parent(definition) : definition;
  const block = tree.parent(outermost);
  return tree.kind(block) === Kind.Block && tree.kind(tree.parent(block)) === Kind.ClassDef ? tree.parent(block) : NONE;
}
